// Three orders that together have every kind of package, key, request and way to pay, with what the sandbox made of them.
import { createPublicKey } from 'node:crypto';
import { DEMO, KEY_TYPES, PACKAGES, anOrder } from '../support/orders.ts';
import * as openssl from '../support/openssl.ts';
import { onlyOrder } from '../support/payment.ts';
import { expect, test } from '../support/test.ts';

/** The longest that making an RSA 4096 key may take on a busy machine. */
const LONG_KEY_MS = 90_000;

/** What node says of the key of a request. */
async function keyOf(csr: string) {
  return createPublicKey(await openssl.publicKeyOfRequest(csr)).asymmetricKeyDetails;
}

test('OV with a request made by openssl, the organization, and a new order that is paid now', async ({
  form,
  page,
  sandbox,
}) => {
  const order = anOrder({ package: PACKAGES.ov });
  const subject = '/C=DE/ST=Berlin/L=Berlin/O=Brought Along GmbH/OU=Web/CN=example.com';
  const request = await openssl.makeRequest(
    await openssl.makeKey('-algorithm', 'RSA', '-pkeyopt', 'rsa_keygen_bits:3072'),
    subject,
    '-addext',
    'subjectAltName=DNS:example.com',
  );
  await form.walkTo('request', order);
  await form.request.bring(request);
  await expect(form.request.signature).toContainText('verified');
  await form.request.continue();
  await form.logIn.logIn();
  await form.complete('contacts', order);
  await form.organization.isShown();
  await expect(page.getByLabel('Name', { exact: true }), 'as the request says').toHaveValue('Brought Along GmbH');
  await expect(page.getByLabel('City')).toHaveValue('Berlin');
  await form.walkOn('organization', 'review', order);
  await form.review.addNewAccount.check();
  await form.review.payNow.check();
  await form.review.method('Card').check();
  await form.pay();
  await form.done.isShown();
  const [payment] = await Promise.all([page.context().waitForEvent('page'), form.done.paymentLink.click()]);
  await payment.getByRole('button').click();
  await form.done.isIssued();
  const stored = await onlyOrder(sandbox);
  expect(stored).toMatchObject({ package: 104, names: ['example.com'], state: 'paid', organization: { name: 'Example Inc' } });
  expect(stored.csr.trim()).toBe(request.trim());
  expect(await keyOf(stored.csr)).toMatchObject({ modulusLength: 3072 });
  expect(await sandbox.balance(), 'paid by card').toBe(DEMO.balance);
});

test('a wildcard with a P-384 key is added to the open order', async ({ form, sandbox }) => {
  const order = anOrder({ package: PACKAGES.dvWildcard, domain: '*.example.com', keyType: KEY_TYPES.p384 });
  await form.walkTo('review', order);
  await form.review.addToOrder.check();
  await form.review.openOrder.selectOption({ label: 'ORD-000011 – €14.40' });
  await form.pay();
  await form.done.isShown();
  await expect(form.done.fact('Order')).toHaveText('ORD-000011');
  const stored = await onlyOrder(sandbox);
  expect(stored).toMatchObject({ billorder: 11, state: 'unpaid', payments: [], names: ['*.example.com'] });
  expect(await keyOf(stored.csr)).toMatchObject({ namedCurve: 'secp384r1' });
  expect(await openssl.requestVerifies(stored.csr)).toBe(true);
  expect(await sandbox.balance()).toBe(DEMO.balance);
});

test('several names with an RSA 4096 key and a promotion code are paid from the current account', async ({
  form,
  page,
  sandbox,
}) => {
  test.setTimeout(LONG_KEY_MS + 60_000);
  const order = anOrder({
    package: PACKAGES.dvMulti,
    furtherNames: ['www.example.com', 'shop.example.com', 'mail.example.com'],
    keyType: KEY_TYPES.rsa4096,
    code: 'WELCOME10',
  });
  await form.walkTo('subject', order);
  await form.complete('subject', order);
  await page.getByText('Your private key is ready').waitFor({ timeout: LONG_KEY_MS });
  await form.walkOn('key', 'review', order);
  const total = await form.review.figure('Total').innerText();
  await expect(form.review.figure(/^Discount/)).toContainText('€');
  await form.pay();
  await form.done.isIssued();
  const stored = await onlyOrder(sandbox);
  const names = ['example.com', ...order.furtherNames];
  expect(stored).toMatchObject({ names, state: 'paid', payments: [{ method: 1 }] });
  expect(total).toBe(`€${(stored.price.total_minor / 100).toFixed(2)}`);
  expect(stored.price.full_minor).toBeGreaterThan(stored.price.total_minor / 1.2);
  expect(await keyOf(stored.csr)).toMatchObject({ modulusLength: 4096 });
  expect(await openssl.requestNames(stored.csr)).toEqual(names);
  expect(await sandbox.balance()).toBe(DEMO.balance - stored.price.total_minor);
});
