// The built site behind nginx and Caddy, set up by what scripts/headers writes: files, headers, proxy, CORS, whole orders.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import { Host, type HostOptions, type Server, freePort } from '../support/host.ts';
import { SITE } from '../support/paths.ts';
import { anOrder } from '../support/orders.ts';
import { Sandbox } from '../support/sandbox.ts';
import { expect, test } from '../support/test.ts';
import { siteHeaders } from '../../../scripts/deploy/policy.mjs';

const SERVERS = ['nginx', 'caddy'] as const;
const PANEL_PAGE = 'https://panel.example.com';
const POLICY =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'; img-src 'self'; base-uri 'none'; " +
  `form-action 'none'; frame-ancestors ${PANEL_PAGE}; require-trusted-types-for 'script'; trusted-types 'none'`;

/** What the site carries beside `Content-Security-Policy`, `Cache-Control` and `Cross-Origin-Resource-Policy`. */
const ALWAYS = {
  'cross-origin-opener-policy': 'same-origin',
  'referrer-policy': 'same-origin',
  'strict-transport-security': 'max-age=63072000',
  'x-content-type-options': 'nosniff',
};

const FOREVER = 'public, max-age=31536000, immutable';
const hashed = (ending: string) => readdirSync(SITE).find((name) => new RegExp(`-[0-9a-f]{16}\\.${ending}$`).test(name))!;

/** Runs with the site behind `server`, and ends the server. */
async function behind<T>(server: Server, options: HostOptions, work: (host: Host) => Promise<T>): Promise<T> {
  const host = await Host.site(server, options);
  try {
    return await work(host);
  } finally {
    await host.stop();
  }
}

interface Heard {
  method: string;
  url: string;
  headers: Record<string, unknown>;
  body: string;
}

/** A panel that remembers what it heard and answers with all that must not come through. */
async function panel(work: (url: string, heard: Heard[]) => Promise<void>): Promise<void> {
  const heard: Heard[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk) => (body += chunk));
    request.on('end', () => {
      heard.push({ method: request.method!, url: request.url!, headers: request.headers, body });
      const headers = { 'Content-Type': 'text/html', 'Set-Cookie': 'session=1', 'Content-Security-Policy': 'script-src *' };
      response.writeHead(200, { ...headers, Location: '/x', 'Access-Control-Allow-Origin': '*', 'Cache-Control': 'public' });
      response.end('<script>steal()</script>');
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  try {
    await work(`http://127.0.0.1:${port}/billmgr`, heard);
  } finally {
    server.close();
    server.closeAllConnections();
  }
}

test('the sandbox sends what the samples do, so that every test is held to it', async ({ sandbox }) => {
  const said = await fetch(sandbox.url);
  const sample = siteHeaders({ billingOrigin: null, embeddingOrigins: [] });
  // Over http: it would count for nothing.
  for (const [name, value] of sample.filter(([name]) => name !== 'Strict-Transport-Security')) {
    expect(said.headers.get(name!), name!).toBe(value);
  }
});

for (const server of SERVERS) {
  for (const path of ['/', '/shop/order/']) {
    test(`${server} serves the files below ${path} with their headers, compressed copies and caches`, async ({ form }) => {
      void form;
      const config = { billing_url: '/billmgr', embedding_origins: [PANEL_PAGE] };
      await behind(server, { config, panel: 'http://127.0.0.1:9/billmgr', path }, async (host) => {
        for (const [name, status, type, cache] of [
          ['', 200, 'text/html', 'no-cache'],
          ['index.html', 200, 'text/html', 'no-cache'],
          ['config.json', 200, 'application/json', 'no-cache'],
          [hashed('wasm'), 200, 'application/wasm', FOREVER],
          [hashed('js'), 200, /javascript/, FOREVER],
          [hashed('css'), 200, 'text/css', FOREVER],
          [hashed('json'), 200, 'application/json', FOREVER],
          ['gone-0123456789abcdef.js', 404, /./, 'no-cache'],
        ] as const) {
          for (const coding of ['br', 'gzip', 'identity']) {
            const said = await fetch(host.url + name, { headers: { 'Accept-Encoding': coding } });
            const body = await said.text();
            const what = `${name} ${coding}`;
            expect(said.status, what).toBe(status);
            expect(said.headers.get('content-type') ?? '', what).toMatch(type);
            expect(said.headers.get('cache-control'), what).toBe(cache);
            expect(said.headers.get('content-security-policy'), what).toBe(POLICY);
            expect(said.headers.get('cross-origin-resource-policy'), what).toBe('same-origin');
            expect(Object.fromEntries(said.headers), what).toMatchObject(ALWAYS);
            expect(said.headers.get('permissions-policy'), what).toContain('camera=()');
            expect(said.headers.get('set-cookie'), what).toBeNull();
            // config.json is changed in place, so that its copies are not to be trusted; an error has none.
            const isCompressed = status === 200 && name !== 'config.json' && coding !== 'identity';
            expect(said.headers.get('content-encoding'), what).toBe(isCompressed ? coding : null);
            if (name === 'config.json') expect(JSON.parse(body), what).toEqual(config);
            else if (status === 200) expect(body.length, what).toBeGreaterThan(100);
          }
        }
      });
    });
  }

  test(`${server} passes to the panel what the form sends, and lets nothing of the panel live here`, async ({ form }) => {
    void form;
    await panel((url, heard) =>
      behind(server, { config: { billing_url: '/billmgr' }, panel: url }, async (host) => {
        const headers = { Cookie: 'session=1', Authorization: 'Basic x', 'Content-Type': 'application/x-www-form-urlencoded' };
        for (const [method, path, status] of [
          ['POST', '/billmgr', 200],
          ['GET', '/long/7/billmgr', 200],
          ['GET', '/billmgr', 405],
          ['PUT', '/billmgr', 405],
          ['POST', '/long/7/billmgr', 405],
          ['POST', '/billmgr/other', 405],
          ['GET', '/billmgr?func=logon', 405],
          ['GET', '/manimg/logo.png', 404],
        ] as const) {
          heard.length = 0;
          const body = method === 'GET' ? null : 'func=x&auth=1';
          const said = await fetch(host.origin + path, { method, headers, body, redirect: 'manual' });
          const what = `${method} ${path}`;
          // A path that is neither is a file that is not there, or not a way to ask for one.
          expect([status, 404, 405], what).toContain(said.status);
          if (status !== 200) {
            expect(said.status, what).toBeGreaterThanOrEqual(404);
            expect(heard, what).toEqual([]);
            continue;
          }
          expect(said.status, what).toBe(200);
          expect(heard.map(({ method, url }) => `${method} ${url}`), what).toEqual([`${method} ${path}`]);
          expect(heard[0]!.body, what).toBe(body ?? '');
          expect(Object.keys(heard[0]!.headers), what).not.toContain('cookie');
          expect(Object.keys(heard[0]!.headers), what).not.toContain('authorization');
          const got = Object.fromEntries(said.headers);
          expect(got, what).toMatchObject({
            'content-security-policy': "default-src 'none'; sandbox",
            'content-type': 'text/plain; charset=utf-8',
            'cache-control': 'no-store',
            'x-content-type-options': 'nosniff',
            'cross-origin-resource-policy': 'same-origin',
          });
          for (const name of ['set-cookie', 'location', 'access-control-allow-origin']) expect(got, what).not.toHaveProperty(name);
        }
      }),
    );
  });

  test(`a whole order behind ${server}, below a path, through its proxy`, async ({ form, page, sandbox, wire, egress }) => {
    test.slow();
    const options = { config: { billing_url: '/billmgr' }, panel: `${sandbox.url}/billmgr`, path: '/shop/order/' };
    await behind(server, options, async (host) => {
      for (const watch of [wire, egress]) watch.allow(host.origin);
      await page.goto(host.url);
      await form.walkOn('package', 'review', anOrder());
      // The panel answers the payment by a link to a long operation, which the form follows through the proxy.
      await sandbox.faults([{ fault: 'long_operation', func: 'payment.add.method', submits: true }]);
      await form.pay();
      await form.done.isIssued();
      expect(await sandbox.bitten()).toEqual([1]);
      expect(page.url()).toContain(host.url);
      expect(await sandbox.orders()).toMatchObject([{ names: ['example.com'], state: 'paid' }]);
      await page.goto('about:blank');
    });
  });

  test(`the wasm starts from ${server} whatever media type it is sent under`, async ({ form, page, sandbox, wire, egress }) => {
    for (const type of ['application/octet-stream', 'text/plain']) {
      const change = (text: string) =>
        server === 'nginx'
          ? text.replace('    gzip_static on;', `    gzip_static on;\n        types { text/html html; text/javascript js; text/css css; application/json json; ${type} wasm; }`)
          : text.replace('@config path', `@wasm path *.wasm\n\t\t@config path`).replace('file_server @config', `header @wasm Content-Type ${type}\n\t\t\tfile_server @config`);
      const options = { config: { billing_url: '/billmgr' }, panel: `${sandbox.url}/billmgr`, change };
      await behind(server, options, async (host) => {
        for (const watch of [wire, egress]) watch.allow(host.origin);
        const said = await fetch(host.url + hashed('wasm'));
        expect(said.headers.get('content-type')).toContain(type);
        await page.goto(host.url);
        await form.package.isShown();
        await page.goto('about:blank');
      });
    }
  });

  test(`a whole order where the billing system stands apart behind ${server}, which lets this form alone in`, async ({
    form,
    page,
    sandbox,
    wire,
    egress,
  }) => {
    test.slow();
    const backend = await Sandbox.start();
    // Each has to know where the other one is.
    const port = await freePort();
    const origin = `http://127.0.0.1:${port}`;
    const billing = await Host.billing(server, backend.url, origin);
    try {
      await behind('nginx', { config: { billing_url: `${billing.origin}/billmgr` }, port }, async (host) => {
        for (const watch of [wire, egress]) for (const origin of [host.origin, billing.origin]) watch.allow(origin);
        await page.goto(host.url);
        await form.walkOn('package', 'done', anOrder());
        await form.done.isIssued();
        expect(page.url()).toContain(host.url);
        expect(await backend.orders()).toMatchObject([{ names: ['example.com'], state: 'paid' }]);
        expect(await sandbox.orders()).toEqual([]);
        await page.goto('about:blank');
      });
      for (const [caller, allowed] of [[origin, origin], ['https://evil.example', null], ['null', null]] as const) {
        const said = await fetch(`${billing.origin}/billmgr`, { method: 'POST', headers: { Origin: caller }, body: 'func=pricelist.export' });
        expect(said.headers.get('access-control-allow-origin'), caller).toBe(allowed);
        expect(said.headers.get('vary'), caller).toContain('Origin');
        expect(said.headers.get('access-control-allow-credentials'), caller).toBeNull();
      }
    } finally {
      await billing.stop();
      await backend.stop();
    }
  });
}
