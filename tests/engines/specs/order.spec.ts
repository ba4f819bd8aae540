// A whole order in each engine: a new key of either kind, a request brought along, the vault, downloads, another language.
import { createPrivateKey, X509Certificate } from 'node:crypto';
import { makeKey, makeRequest, publicKeyByCerttool, publicKeyOfKey, publicKeyOfRequest } from '../../e2e/support/openssl.ts';
import { OTHER_PASSPHRASE, PASSPHRASE, anOrder } from '../../e2e/support/orders.ts';
import type { Sandbox } from '../../e2e/support/sandbox.ts';
import { Journey } from '../journey.ts';
import { expect, test } from '../test.ts';

const ORDER = anOrder();

/** The only order of the sandbox, paid, with its certificate. */
async function paid(sandbox: Sandbox) {
  const [order, ...others] = await sandbox.orders();
  expect(others).toEqual([]);
  expect(order).toMatchObject({ names: ['example.com'], state: 'paid' });
  expect(await sandbox.violations()).toBe(0);
  return order!;
}

for (const [keyType, name] of [
  ['p-256', 'P-256'],
  ['rsa-2048', 'RSA 2048'],
] as const) {
  test(`a whole order with a new ${name} key, kept in the vault across a reload and downloaded`, async ({ engine, sandbox }) => {
    const journey = new Journey(engine, `${sandbox.url}/`);
    await journey.toKey(ORDER, keyType);
    await journey.protect();
    const { text, name: file } = await engine.downloadBy(/[0-9a-f]{8}\.key\.pem$/, () => engine.press('Download'));
    expect(file).toMatch(/^example\.com\..*\.key\.pem$/);
    await engine.press('Download it encrypted');
    await engine.fill('file-passphrase', OTHER_PASSPHRASE);
    const { text: encrypted } = await engine.downloadBy(/\.encrypted\.key\.pem$/, () => engine.press('Download encrypted'));
    expect(encrypted).toMatch(/^-----BEGIN ENCRYPTED PRIVATE KEY-----/);
    const published = await publicKeyOfKey(text);
    expect(await publicKeyOfKey(encrypted, OTHER_PASSPHRASE)).toBe(published);
    expect(await publicKeyByCerttool(encrypted, OTHER_PASSPHRASE)).toBe(published);
    const box = { is: 'machine', holds: 'Request (CSR)' };
    await engine.press('Request (CSR)');
    const { text: csr } = await engine.downloadBy(/\.csr\.pem$/, () => engine.press('Download', box));
    expect(await publicKeyOfRequest(csr)).toBe(published);
    await engine.reload();
    await engine.shows('The private key is in the vault. Open it');
    await engine.fill('vault-passphrase', PASSPHRASE);
    await engine.press('Open the vault');
    await engine.shows('Hidden. Anyone who sees it can pretend to be your website.');
    await engine.click("[id='key-attested']");
    await engine.press('Continue');
    await journey.logIn();
    await journey.toDone(ORDER);
    const order = await paid(sandbox);
    expect(order.csr.trim()).toBe(csr.trim());
    expect(new X509Certificate(order.certificate!).checkPrivateKey(createPrivateKey(text))).toBe(true);
  });
}

for (const way of ['pasted', 'as a file'] as const) {
  test(`a whole order with a request of the openssl command, ${way}`, async ({ engine, sandbox }) => {
    const csr = await makeRequest(await makeKey(), '/C=US/ST=New York/L=Ithaca/O=Example Ltd/CN=example.com');
    const journey = new Journey(engine, `${sandbox.url}/`);
    await journey.toRequest();
    await engine.click("[id='request-method-existing']");
    await engine.shows('Paste it whole');
    await (way === 'pasted' ? engine.paste('existing-request', csr) : engine.upload('request-file', 'example.csr', csr));
    await engine.shows('example.com');
    await engine.press('Continue');
    await journey.logIn();
    await journey.toDone(ORDER);
    const order = await paid(sandbox);
    expect(await publicKeyOfRequest(order.csr)).toBe(await publicKeyOfRequest(csr));
  });
}

test('another language in the middle keeps what was typed', async ({ engine, sandbox }) => {
  const journey = new Journey(engine, `${sandbox.url}/`);
  await journey.toRequest();
  await engine.press('Continue');
  await journey.comes('Names of the certificate');
  await engine.fill('domain', 'example.com');
  for (const [tag, direction] of [['de', 'ltr'], ['ar', 'rtl'], ['ru', 'ltr'], ['es', 'ltr'], ['en', 'ltr']] as const) {
    await engine.click(`.languages [lang='${tag}']`);
    await engine.run(
      (tag: string) =>
        new Promise<void>((resolve) => {
          const look = () => document.documentElement.lang === tag && resolve();
          new MutationObserver(look).observe(document.documentElement, { attributes: true });
          look();
        }),
      tag,
    );
    const seen = await engine.run(() => [document.documentElement.dir, (document.getElementById('domain') as HTMLInputElement).value]);
    expect(seen).toEqual([direction, 'example.com']);
  }
  await engine.shows('Names of the certificate');
});
