// Keys that customers do not lose: the vault and its passphrase, files plain and encrypted, the page of kept keys.
import type { Page } from '@playwright/test';
import { KeysPage } from '../pages/keys.ts';
import { flaws } from '../support/flaws.ts';
import * as judges from '../support/openssl.ts';
import { KEY_TYPES, OTHER_PASSPHRASE, PASSPHRASE, anOrder } from '../support/orders.ts';
import { expect, test } from '../support/test.ts';
import { reload, storedTexts } from '../support/typed.ts';

const IN_VAULT = 'In the vault: encrypted with your passphrase';

/** The browser promises to keep what is stored, or not. */
async function promise(page: Page, persisted: boolean): Promise<void> {
  await page.addInitScript((persisted) => {
    navigator.storage.persisted = () => Promise.resolve(persisted);
    navigator.storage.persist = () => Promise.resolve(persisted);
  }, persisted);
}

test('a key in the vault comes back after a reload by its passphrase alone', async ({ form, page }) => {
  await form.walkTo('key', anOrder());
  const request = (await form.key.downloadRequest()).text;
  await form.key.protect(PASSPHRASE);
  await reload(page);
  await expect(page.getByText('The private key is in the vault. Open it')).toBeVisible();
  await expect(form.key.privateKey).toHaveCount(0);
  await form.key.unlock(OTHER_PASSPHRASE);
  await expect(form.key.errorOf('vault-passphrase')).toContainText('does not open it');
  expect(await flaws(page)).toEqual([]);
  await form.key.unlock(PASSPHRASE);
  const { text } = await form.key.download();
  expect(await judges.publicKeyOfKey(text)).toBe(await judges.publicKeyOfRequest(request));
});

test('with a lasting vault the order needs no file; without, it does', async ({ form, page }) => {
  await promise(page, true);
  const order = anOrder();
  await form.walkTo('key', order);
  await form.key.protect(PASSPHRASE);
  await expect(page.getByText('has promised to delete nothing by itself')).toBeVisible();
  await form.key.continue();
  await form.logIn.logIn();
  await form.walkOn('contacts', 'review', order);
  await expect(page.getByText('The private key is in the vault, encrypted')).toBeVisible();
  await form.pay();
  await form.done.isIssued();
  await page.getByRole('link', { name: 'Private keys in this browser' }).click();
  const keys = new KeysPage(page);
  await keys.isShown();
  await expect(keys.key('example.com')).toContainText('Order');
});

test('a vault that may go does not make a key safe', async ({ form, page }) => {
  await promise(page, false);
  const order = anOrder();
  await form.walkTo('key', order);
  await form.key.protect(PASSPHRASE);
  await expect(page.getByText('may delete what it keeps when room runs short')).toBeVisible();
  await form.key.continue();
  await form.logIn.logIn();
  await form.walkOn('contacts', 'review', order);
  await form.review.orderButton.click();
  await expect(form.review.errors).toContainText('private key');
});

for (const keyType of [KEY_TYPES.p256, KEY_TYPES.p384, KEY_TYPES.rsa2048]) {
  test(`an encrypted ${keyType} file opens in openssl and in certtool by its passphrase alone`, async ({ form }) => {
    await form.walkTo('key', anOrder({ keyType }));
    const plain = await form.key.download();
    const encrypted = await form.key.downloadEncrypted(PASSPHRASE);
    expect(encrypted.text).toMatch(/^-----BEGIN ENCRYPTED PRIVATE KEY-----\n/);
    expect(encrypted.name).toBe(plain.name.replace('.key.pem', '.encrypted.key.pem'));
    expect(encrypted.name).toMatch(/^example\.com\.[0-9a-f]{8}\.encrypted\.key\.pem$/);
    const expected = await judges.publicKeyOfKey(plain.text);
    expect(await judges.publicKeyOfKey(encrypted.text, PASSPHRASE)).toBe(expected);
    expect(await judges.publicKeyByCerttool(encrypted.text, PASSPHRASE)).toBe(expected);
    await expect(judges.publicKeyOfKey(encrypted.text, OTHER_PASSPHRASE)).rejects.toThrow();
    await expect(judges.publicKeyByCerttool(encrypted.text, OTHER_PASSPHRASE)).rejects.toThrow();
  });
}

test('Check my copy tells the right file from any other', async ({ form, page }) => {
  await form.walkTo('key', anOrder());
  const plain = await form.key.download();
  const encrypted = await form.key.downloadEncrypted(PASSPHRASE);
  await form.key.checkCopy(plain.text.slice(0, 80));
  await expect(page.getByText('cut short or damaged')).toBeVisible();
  await form.key.checkCopy('hello');
  await expect(page.getByText('There is no private key in that file')).toBeVisible();
  await form.key.checkCopy(encrypted.text);
  await expect(page.getByText('Your file is encrypted')).toBeVisible();
  expect(await flaws(page)).toEqual([]);
  await form.key.filePassphrase.fill(PASSPHRASE);
  await form.key.checkCopy(encrypted.text);
  await expect(page.getByText('Your file holds this private key.')).toBeVisible();
  await page.getByText('Make another key', { exact: true }).first().click();
  await page.getByRole('button', { name: 'Make another key' }).click();
  await form.key.isReady();
  await form.key.checkCopy(plain.text);
  await expect(page.getByText('Your file holds another private key')).toBeVisible();
});

test('leaving with a key that is nowhere safe is asked about', async ({ form, page }) => {
  await form.walkTo('key', anOrder());
  const asked = page.waitForEvent('dialog');
  await page.close({ runBeforeUnload: true });
  const dialog = await asked;
  expect(dialog.type()).toBe('beforeunload');
  await dialog.dismiss();
  await form.key.save();
  const closed = page.waitForEvent('close');
  await page.close({ runBeforeUnload: true });
  await closed;
});

test('the page of kept keys does what it says', async ({ form, page }) => {
  await form.walkTo('key', anOrder({ domain: 'shop.example.com' }));
  const { text } = await form.key.download();
  const keys = new KeysPage(page);
  await keys.open();
  await expect(keys.key('shop.example.com')).toContainText('Remembered by this browser');
  expect(await flaws(page)).toEqual([]);
  await keys.unlock('short');
  await expect(page.locator('.error-summary')).toContainText('at least 10 characters');
  await keys.unlock(PASSPHRASE);
  await keys.says('The vault is open');
  await expect(keys.key('shop.example.com')).toContainText('encrypted with your passphrase');
  expect(await flaws(page)).toEqual([]);
  await keys.button('Rename shop.example.com').click();
  await page.getByLabel('Name of this key').fill('Магазин');
  await keys.button('Save the name').click();
  await keys.says('The name is saved');
  expect((await keys.download('Магазин')).text).toBe(text);
  await keys.filePassphrase.fill(OTHER_PASSPHRASE);
  const encrypted = await keys.download('Магазин', 'Download encrypted');
  expect(await judges.publicKeyOfKey(encrypted.text, OTHER_PASSPHRASE)).toBe(await judges.publicKeyOfKey(text));
  await keys.button('Close the vault').click();
  await keys.says('The vault is closed');
  await expect(keys.button('Download Магазин')).toHaveCount(0);
});

test('the whole vault goes into one file and comes back by the passphrase of the file', async ({ form, page }) => {
  await form.walkTo('key', anOrder());
  const { text } = await form.key.download();
  await form.key.protect(PASSPHRASE);
  const keys = new KeysPage(page);
  await page.getByRole('link', { name: 'Private keys in this browser' }).click();
  await keys.isShown();
  const file = await keys.export(OTHER_PASSPHRASE);
  expect(file.name).toMatch(/^private-keys-\d{4}-\d\d-\d\d\.json$/);
  for (const seen of ['example.com', 'PRIVATE', 'p-256']) expect(file.text).not.toContain(seen);
  await keys.says('The file is in your downloads');
  await keys.delete('example.com');
  await expect(keys.keys).toHaveCount(0);
  await keys.import(file.text.replace('"sealed":"', '"sealed":"AA'), OTHER_PASSPHRASE);
  await expect(keys.keys).toHaveCount(0);
  await keys.import(file.text, PASSPHRASE);
  await expect(page.locator('.error-summary')).toContainText('does not open it');
  await keys.import('hello', OTHER_PASSPHRASE);
  await keys.says('That file is no export of this page');
  await keys.import(file.text, OTHER_PASSPHRASE);
  await keys.says('1 key taken from the file');
  expect((await keys.download('example.com')).text).toBe(text);
});

test('another passphrase opens the vault, and the old one no longer', async ({ form, page }) => {
  await form.walkTo('key', anOrder());
  await form.key.protect(PASSPHRASE);
  const keys = new KeysPage(page);
  await page.getByRole('link', { name: 'Private keys in this browser' }).click();
  await page.getByText('Change the passphrase').first().click();
  await keys.vaultPassphrase.fill(OTHER_PASSPHRASE);
  await keys.newPassphrase.fill(OTHER_PASSPHRASE);
  await keys.button('Change the passphrase').click();
  await expect(page.locator('.error-summary')).toContainText('does not open it');
  await keys.vaultPassphrase.fill(PASSPHRASE);
  await keys.button('Change the passphrase').click();
  await keys.says('The passphrase is changed');
  await reload(page);
  await keys.isShown();
  await keys.unlock(PASSPHRASE);
  await expect(page.locator('.error-summary')).toContainText('does not open it');
  await keys.unlock(OTHER_PASSPHRASE);
  await keys.says('The vault is open');
  await expect(keys.keys).toHaveCount(1);
});

test('two tabs see the same keys, and a copy deleted in one is missed in the other', async ({ form, page, context }) => {
  await promise(page, true);
  const order = anOrder();
  await form.walkTo('key', order);
  await form.key.protect(PASSPHRASE);
  const second = await context.newPage();
  const keys = new KeysPage(second);
  await keys.open();
  await expect(keys.key('example.com')).toContainText('encrypted with your passphrase');
  await keys.unlock(OTHER_PASSPHRASE);
  await expect(second.locator('.error-summary')).toContainText('does not open it');
  await keys.unlock(PASSPHRASE);
  await keys.says('The vault is open');
  await keys.delete('example.com');
  await expect(keys.keys).toHaveCount(0);
  await second.close();
  await form.key.continue();
  await form.logIn.logIn();
  await form.walkOn('contacts', 'review', order);
  await expect(page.getByText('The copy in this browser is gone')).toBeVisible();
  await form.review.orderButton.click();
  await expect(form.review.errors).toContainText('private key');
});

test('where there is no room the key is not called kept', async ({ form, page, sandbox }) => {
  const session = await page.context().newCDPSession(page);
  // Before the page has stored anything: the browser asks for its room in advance.
  await session.send('Storage.overrideQuotaForOrigin', { origin: sandbox.url, quotaSize: 1 });
  await form.walkTo('key', anOrder());
  await expect(page.getByText(/no room for the key|could not keep the key/)).toBeVisible();
  await form.key.passphrase.fill(PASSPHRASE);
  await page.getByRole('button', { name: 'Protect with this passphrase' }).click();
  await expect(form.key.errors).toContainText('Download it before you go on');
  expect((await form.key.download()).text).toContain('PRIVATE KEY');
});

test('where storage is denied, the page of kept keys says so', async ({ form, page }) => {
  await page.addInitScript(() => {
    IDBFactory.prototype.open = () => {
      throw new DOMException('denied', 'SecurityError');
    };
  });
  await form.open('#/keys');
  await expect(page.getByRole('main')).toContainText('This browser stores nothing for this page');
  expect(await flaws(page)).toEqual([]);
});

test('a passphrase is told how strong it is, and can be read', async ({ form, page }) => {
  await form.walkTo('key', anOrder());
  await form.key.passphrase.fill('passwordpassword');
  await expect(page.getByText('Easy to guess.')).toBeVisible();
  await expect(form.key.passphrase).toHaveAttribute('type', 'password');
  await page.getByRole('button', { name: 'Show the passphrase' }).first().click();
  await expect(form.key.passphrase).toHaveAttribute('type', 'text');
  await form.key.passphrase.fill(PASSPHRASE);
  await expect(page.getByText('Good.', { exact: true }).or(page.getByText('Strong.', { exact: true }))).toBeVisible();
  expect(await flaws(page)).toEqual([]);
});

test('the draft and the addresses never hold a passphrase', async ({ form, page }) => {
  await form.walkTo('key', anOrder());
  await form.key.passphrase.fill(PASSPHRASE);
  await form.key.filePassphraseTo(OTHER_PASSPHRASE);
  await form.key.continue();
  await form.logIn.isShown();
  const stored = await storedTexts(page);
  expect(stored.length).toBeGreaterThan(0);
  for (const secret of [PASSPHRASE, OTHER_PASSPHRASE]) {
    expect(stored).not.toContain(secret);
    expect(page.url()).not.toContain(secret);
  }
  await expect(page.getByText(IN_VAULT)).toHaveCount(0);
});
