// The start of the form, and every way in which it cannot start: always words, never a blank page.
import { createHash } from 'node:crypto';
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { SITE } from '../support/paths.ts';
import { POLICY } from '../support/policy.ts';
import { served, withFlippedByte } from '../support/site.ts';
import { expect, test } from '../support/test.ts';

/** The form was not started, and the page says why. */
async function says(page: Page, title: string): Promise<void> {
  await expect(page.getByRole('heading', { name: title })).toBeVisible();
  await expect(page.locator('#app')).toBeEmpty();
}

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false });

  test('the page says that it needs JavaScript, and why', async ({ form, page }) => {
    await form.open();
    await says(page, 'This form needs JavaScript');
    await expect(page.getByText('Loading the order form')).toBeHidden();
  });
});

for (const [file, name] of [
  ['the wasm', /^cert-order-.*\.wasm$/],
  ['the glue script', /^cert-order-.*\.js$/],
  ['the style sheet', /^style-.*\.css$/],
] as const) {
  test.describe(`with one changed byte in ${file}`, () => {
    test.use(served(name, withFlippedByte));

    test('nothing of it runs, and the page says that a file was changed', async ({ form, page, policy }) => {
      policy.allow(/integrity|BootFailure|altered/);
      await form.open();
      await says(page, 'A file of this form was changed');
    });
  });
}

test.describe('with one changed byte in the boot script', () => {
  test.use(served(/^boot-.*\.js$/, withFlippedByte));

  test('the browser refuses it, and after a while the page says by itself that it has not started', async ({
    form,
    page,
    policy,
  }) => {
    policy.allow(/integrity/);
    await form.open();
    const words = page.getByRole('heading', { name: 'The form has not started yet' });
    await expect(words).toBeHidden();
    await page.evaluate(() => document.getAnimations().forEach((animation) => animation.finish()));
    await expect(words).toBeVisible();
    await expect(page.locator('#app')).toBeEmpty();
  });
});

/** Makes the form's own wasm trap: it is asked for more memory than there can be. */
async function crash(where: string): Promise<void> {
  const glue = await import(document.querySelector<HTMLScriptElement>('script[data-wasm] + script')!.src);
  const wasm = await glue.default();
  const trap = (): unknown => wasm.__wbindgen_malloc(-1, 1);
  if (where === 'a promise') void Promise.resolve().then(trap);
  else setTimeout(trap);
}

for (const where of ['a listener', 'a promise']) {
  test(`a form that crashed in ${where} says so and takes nothing more`, async ({ form, page, policy }) => {
    policy.allow(/RuntimeError|unreachable/);
    await form.open();
    await form.package.isShown();
    await page.evaluate(crash, where);
    await expect(page.getByRole('heading', { name: 'The form has stopped' })).toBeVisible();
    await expect(page.locator('#app')).toHaveAttribute('inert', '');
  });
}

for (const [file, address] of [
  ['wasm', '**/cert-order-*.wasm'],
  ['glue script', '**/cert-order-*.js'],
  ['style sheet', '**/style-*.css'],
] as const) {
  test(`a ${file} that cannot be had is said as a matter of the connection`, async ({ form, page, policy }) => {
    policy.allow(/Failed to load resource|BootFailure|network/);
    await page.route(address, (route) => route.abort('connectionreset'));
    await form.open();
    await says(page, 'A part of the form could not be loaded');
  });
}

test('a browser that cannot read the glue script is told that it is too old', async ({ form, page, policy }) => {
  policy.allow(/SyntaxError|Unexpected/);
  const script = 'const later = of a newer language;';
  const integrity = `sha384-${createHash('sha384').update(script).digest('base64')}`;
  const html = await readFile(join(SITE, 'index.html'), 'utf8');
  const glue = /(<script type="module" src="\.\/cert-order-[^"]+" integrity=")[^"]+/;
  expect(html).toMatch(glue);
  await page.route('**/cert-order-*.js', (route) => route.fulfill({ body: script, contentType: 'text/javascript' }));
  await page.route('**/', (route) => route.fulfill({ body: html.replace(glue, `$1${integrity}`), contentType: 'text/html' }));
  await form.open();
  await says(page, 'This browser cannot run the form');
});

test('a browser without WebAssembly is told that it is too old', async ({ form, page, policy }) => {
  policy.allow(/BootFailure|old-browser/);
  await page.addInitScript(() => Reflect.deleteProperty(globalThis, 'WebAssembly'));
  await form.open();
  await says(page, 'This browser cannot run the form');
});

test('a host that sends the wasm under a wrong media type does no harm', async ({ form, page }) => {
  const wasm = await readFile(join(SITE, (await readdir(SITE)).find((entry) => /^cert-order-.*\.wasm$/.test(entry)) ?? ''));
  await page.route('**/cert-order-*.wasm', (route) => route.fulfill({ body: wasm, contentType: 'application/octet-stream' }));
  await form.open();
  await form.package.isShown();
});

const GOOD = { billing_url: '/billmgr' };

const WRONG_CONFIGS: { name: string; text: string; said: RegExp }[] = [
  { name: 'is no JSON', text: '{ "billing_url": }', said: /^The file is not JSON \(line 1, column \d+\)\.$/ },
  { name: 'is a list', text: '[]', said: /^The file must be an object\.$/ },
  { name: 'lacks the billing URL', text: '{}', said: /^“billing_url” is missing\.$/ },
  {
    name: 'names an insecure address',
    text: JSON.stringify({ billing_url: 'http://shop.example.com/billmgr' }),
    said: /^“billing_url” must be an https: address/,
  },
  {
    name: 'has a misspelt field',
    text: JSON.stringify({ ...GOOD, key_type: 'rsa-2048' }),
    said: /^“key_type” is not a known field\.$/,
  },
  {
    name: 'has an unknown key type',
    text: JSON.stringify({ ...GOOD, key_types: ['p-256', 'p-521'] }),
    said: /^“key_types\[1\]” must be one of: rsa-2048, /,
  },
  {
    name: 'has a wrong default',
    text: JSON.stringify({ ...GOOD, key_types: ['p-256'], default_key_type: 'p-384' }),
    said: /^“default_key_type” must be one of key_types\.$/,
  },
  {
    name: 'has a script for a link',
    text: JSON.stringify({ ...GOOD, links: { terms: 'javascript:alert(1)' } }),
    said: /^“links\.terms” must be an https: address/,
  },
];

test('a wrong config.json gives a page that names the field and the reason', async ({ form, page }) => {
  let text = '';
  await page.route('**/config.json', (route) => route.fulfill({ body: text, contentType: 'application/json' }));
  for (const wrong of WRONG_CONFIGS) {
    await test.step(wrong.name, async () => {
      text = wrong.text;
      await form.open();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('This order form is not set up correctly');
      await expect(page.getByRole('alert')).toHaveText(wrong.said);
      await expect(page.getByRole('button')).toHaveCount(0);
    });
  }
});

test.describe('without config.json', () => {
  test.use(served(/^config\.json$/, () => null));

  test('the page says that the form is not set up', async ({ form, page, policy }) => {
    policy.allow(/Failed to load resource: .*404/);
    await form.open();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('This order form is not set up correctly');
    await expect(page.getByRole('alert')).toContainText('config.json');
  });
});

test('every file comes with exactly the policy', async ({ form, sandbox, wire }) => {
  await form.open();
  await form.package.isShown();
  const files = wire.received.filter(({ url }) => !url.endsWith('/billmgr'));
  expect(files.map(({ url }) => new URL(url).pathname)).toEqual(
    expect.arrayContaining(['/', '/config.json', expect.stringMatching(/\.wasm$/)]),
  );
  for (const { url, headers } of files) {
    expect(headers['content-security-policy'], url).toBe(POLICY);
    expect(headers['x-content-type-options'], url).toBe('nosniff');
  }
  const missing = await fetch(`${sandbox.url}/no-such-file`);
  expect(missing.status).toBe(404);
  expect(missing.headers.get('content-security-policy')).toBe(POLICY);
});

test('no script of the site uses innerHTML', async ({ form }) => {
  await form.open();
  const scripts = (await readdir(SITE)).filter((entry) => entry.endsWith('.js'));
  expect(scripts.length).toBeGreaterThan(1);
  const using = await Promise.all(
    scripts.map(async (script) => (await readFile(join(SITE, script), 'utf8')).includes('innerHTML') && script),
  );
  expect(using.filter(Boolean)).toEqual([]);
});
