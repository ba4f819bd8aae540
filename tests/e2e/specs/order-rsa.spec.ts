// A DV certificate with an RSA 2048 key, from the package to the issued certificate.
import type { Page } from '@playwright/test';
import type { Form } from '../pages/form.ts';
import * as openssl from '../support/openssl.ts';
import { DEMO, KEY_TYPES, anOrder } from '../support/orders.ts';
import type { StoredOrder } from '../support/sandbox.ts';
import { expect, test } from '../support/test.ts';

const ORDER = anOrder({ keyType: KEY_TYPES.rsa2048, companyUnit: 'Web', email: 'office@example.com' });

/** What the customer took away on the key page. */
interface Taken {
  key: string;
  request: string;
  /** As the page shows it. */
  fingerprint: string;
  /** PEM of the key's public half, as openssl says. */
  publicKey: string;
}

test('an RSA 2048 order goes from the package to a certificate for the key that never left the browser', async ({
  form,
  page,
  sandbox,
  egress,
}) => {
  await form.walkTo('key', ORDER);
  const taken = await takesTheKey(form, page);
  await isOurRequest(taken);

  await form.key.continue();
  await form.logIn.logIn();
  await form.knowsCustomer();
  await form.walkOn('contacts', 'done', ORDER);
  await form.done.isIssued();

  const [stored, ...others] = await sandbox.orders();
  expect(others).toEqual([]);
  isStored(stored!, taken);
  expect(await sandbox.balance()).toBe(DEMO.balance - stored!.price.total_minor);
  await expect(form.done.fact('Order')).toHaveText(String(stored!.billorder));

  const certificate = await form.done.downloadCertificate();
  expect(await openssl.certificateVerifies(certificate.text, await sandbox.authority())).toBe(true);
  expect(await openssl.publicKeyOfCertificate(certificate.text)).toBe(taken.publicKey);
  await givesReceipt(form, stored!, taken);
  expect(egress.keyCount).toBe(1);
});

/** Show, Copy, Download: all three give the same key. */
async function takesTheKey(form: Form, page: Page): Promise<Taken> {
  const { privateKey, shownKey } = form.key;
  await privateKey.getByRole('button', { name: 'Show' }).click();
  await expect(shownKey).toContainText('-----BEGIN PRIVATE KEY-----');
  const shown = await shownKey.textContent();
  await privateKey.getByRole('button', { name: 'Copy' }).click();
  await expect(privateKey.getByRole('button', { name: 'Copied' })).toBeVisible();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  const { name, text: key } = await form.key.save();
  expect(shown).toBe(key);
  expect(copied).toBe(key);
  const { text: request } = await form.key.downloadRequest();
  const fingerprint = (await form.key.fingerprint.textContent()) ?? '';
  const short = fingerprint.replaceAll(':', '').slice(0, 8).toLowerCase();
  expect(name).toBe(`example.com.${short}.key.pem`);
  return { key, request, fingerprint, publicKey: await openssl.publicKeyOfKey(key) };
}

async function isOurRequest({ request, fingerprint, publicKey }: Taken): Promise<void> {
  expect(await openssl.requestVerifies(request)).toBe(true);
  expect(await openssl.requestSubject(request)).toBe('C=US,ST=California,L=San Francisco,O=Example Inc,CN=example.com');
  expect(await openssl.requestNames(request)).toEqual(['example.com']);
  expect(await openssl.publicKeyOfRequest(request)).toBe(publicKey);
  expect(fingerprint).toBe(openssl.fingerprint(publicKey));
}

function isStored(stored: StoredOrder, { request }: Taken): void {
  expect(stored.csr.trim()).toBe(request.trim());
  expect(stored).toMatchObject({
    subject: {
      country: ORDER.country,
      state: ORDER.state,
      locality: ORDER.city,
      organization: ORDER.company,
      organizational_unit: ORDER.companyUnit,
      common_name: ORDER.domain,
      email: ORDER.email,
    },
    names: [ORDER.domain],
    approvers: [ORDER.approver],
    contacts: { adm: { fname: 'Ann', lname: 'Example', jtitle: 'Administrator', email: 'ann@example.com' } },
    period: ORDER.months,
    organization: null,
  });
  expect(stored.contacts.tech).toEqual(stored.contacts.adm);
  expect(stored.payments.map(({ amount_minor }) => amount_minor)).toEqual([stored.price.total_minor]);
}

/** The receipt says what was ordered, exactly, and so no secret. */
async function givesReceipt(form: Form, stored: StoredOrder, { request, fingerprint }: Taken): Promise<void> {
  const receipt = await form.done.downloadReceipt();
  expect(receipt.name).toBe(`receipt-${stored.billorder}.json`);
  expect(JSON.parse(receipt.text)).toEqual({
    order: String(stored.billorder),
    state: 'paid',
    added_to: null,
    pay_at: null,
    payment: String(stored.payments[0]?.id),
    certificate: String(stored.id),
    customer: DEMO.name,
    package: 'DV single',
    period_months: ORDER.months,
    names: [ORDER.domain],
    total: '18.00',
    currency: 'EUR',
    key_type: 'rsa-2048',
    public_key_sha256: fingerprint,
    request,
  });
}
