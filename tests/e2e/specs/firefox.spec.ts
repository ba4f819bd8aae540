// The vault in the Firefox that customers have: reloads, two tabs, a wrong passphrase, no room, and what lies in its profile.
import { Firefox } from '../support/firefox.ts';
import { OTHER_PASSPHRASE, PASSPHRASE } from '../support/orders.ts';
import { test as base, expect } from '../support/test.ts';

const test = base.extend<{ firefox: Firefox }>({
  firefox: async ({}, use) => {
    const firefox = await Firefox.install();
    await firefox.start();
    await use(firefox);
    await firefox.remove();
  },
});

/** From the first page to the key's. */
async function walkToKey(firefox: Firefox, site: string): Promise<void> {
  await firefox.open(site);
  await firefox.shows('Selecting an SSL certificate');
  await firefox.shows('DV single');
  await firefox.click('input[name=package]');
  await firefox.shows('12 months');
  await firefox.click("input[name=period][id='period-12']");
  await firefox.press('Continue');
  await firefox.shows('How do you want to provide the request?');
  await firefox.press('Continue');
  await firefox.shows('Names of the certificate');
  for (const [id, text] of Object.entries({
    domain: 'example.com',
    state: 'New York',
    city: 'Ithaca',
    company: 'Example Ltd',
  }))
    await firefox.fill(id, text);
  await firefox.fill('country', 'US');
  await firefox.click("[id='key-type-p-256']");
  await firefox.press('Continue');
  await firefox.shows('Your private key is ready');
}

/** The private key as the page shows it: PKCS #8. */
async function shownKey(firefox: Firefox): Promise<Buffer> {
  await firefox.press('Show');
  await firefox.shows('-----BEGIN PRIVATE KEY-----');
  const text = await firefox.run(() => document.querySelector('main pre')!.textContent!);
  await firefox.press('Hide');
  return Buffer.from(text.replace(/-----[^-]+-----|\s/g, ''), 'base64');
}

async function protect(firefox: Firefox): Promise<void> {
  await firefox.fill('vault-passphrase', PASSPHRASE);
  await firefox.press('Protect with this passphrase');
  await firefox.shows('In the vault: encrypted with your passphrase');
}

test('in Firefox a key in the vault comes back after a reload, in another tab and after a restart, by its passphrase alone', async ({
  firefox,
  sandbox,
}) => {
  test.slow();
  await walkToKey(firefox, `${sandbox.url}/`);
  const pkcs8 = await shownKey(firefox);
  const copy = await firefox.run(async () => {
    const name = (await caches.keys()).find((name) => name.startsWith('cert-order-key-'));
    const response = await caches.match('octets', { cacheName: name! });
    return btoa(String.fromCharCode(...new Uint8Array(await response!.arrayBuffer())));
  });
  await protect(firefox);
  await firefox.reload();
  await firefox.shows('The private key is in the vault. Open it');
  await firefox.fill('vault-passphrase', OTHER_PASSPHRASE);
  await firefox.press('Open the vault');
  await firefox.shows('that one does not open it');
  await firefox.fill('vault-passphrase', PASSPHRASE);
  await firefox.press('Open the vault');
  await firefox.shows('Hidden. Anyone who sees it can pretend to be your website.');
  expect((await shownKey(firefox)).equals(pkcs8)).toBe(true);
  const back = await firefox.openTab(`${sandbox.url}/#/keys`);
  await firefox.shows('In the vault, encrypted with your passphrase');
  await firefox.fill('vault-passphrase', PASSPHRASE);
  await firefox.press('Open the vault');
  await firefox.shows('The vault is open in this page');
  await back();
  await firefox.close();
  const needles = {
    'PKCS #8': pkcs8,
    'secret octets': pkcs8.subarray(36, 68),
    'PKCS #8 in base64': Buffer.from(pkcs8.toString('base64')),
    'the key of the copy': Buffer.from(copy, 'base64'),
    passphrase: Buffer.from(PASSPHRASE),
  };
  expect(await firefox.filesHold(needles)).toEqual([]);
  await firefox.start();
  await firefox.open(`${sandbox.url}/#/keys`);
  await firefox.shows('In the vault, encrypted with your passphrase');
  // The search sees what is there: the domain stands beside the key.
  expect(await firefox.filesHold({ domain: Buffer.from('example.com') })).toEqual(['domain']);
});

test('in Firefox a browser without room does not call the key kept @long', async ({ firefox, sandbox }) => {
  test.slow();
  await firefox.close();
  // In kilobytes: the empty database fits, and little more.
  await firefox.start({ 'dom.quotaManager.temporaryStorage.fixedLimit': 100 });
  await walkToKey(firefox, `${sandbox.url}/`);
  await firefox.shows('Download it before you go on');
  expect(await firefox.run(() => document.body.innerText)).not.toContain('Remembered by this browser');
});
