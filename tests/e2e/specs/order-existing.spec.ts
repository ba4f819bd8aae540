// Orders with a request that was made elsewhere, by openssl: pasted, chosen as a file, dropped; and what is no request.
import { createPrivateKey } from 'node:crypto';
import type { Form } from '../pages/form.ts';
import { anOrder } from '../support/orders.ts';
import * as openssl from '../support/openssl.ts';
import { leaksIn, needlesOf } from '../support/secrets.ts';
import { expect, test } from '../support/test.ts';
import { reload, storedDraft } from '../support/typed.ts';

const SUBJECT = '/C=US/ST=Texas/L=Austin/O=Brought Along Inc/CN=example.com';
const ORDER = anOrder();

/** A key and a request of its own. */
async function made(subject = SUBJECT, ...options: string[]): Promise<{ key: string; request: string }> {
  const key = await openssl.makeKey();
  return { key, request: await openssl.makeRequest(key, subject, ...options) };
}

/** As far as page "request", for an existing one. */
async function openForExisting(form: Form): Promise<void> {
  await form.walkTo('request', ORDER);
  await form.request.existing.check();
}

/** From page "request", where nothing is missing, to review. */
async function onToReview(form: Form): Promise<void> {
  await form.logIn.logIn();
  await form.contacts.isShown();
  await form.walkOn('contacts', 'review', ORDER);
}

test('an order with a pasted request is issued for its key', async ({ form, sandbox }) => {
  const { key, request } = await made();
  await openForExisting(form);
  await form.request.text.fill(`Re-issue:\r\n${request.replaceAll('\n', '\r\n')}`);
  await expect(form.request.signature).toHaveText('The request is read, and its signature is verified.');
  await expect(form.request.part('Company')).toHaveText('Brought Along Inc');
  await expect(form.request.part('Names')).toHaveText('example.com');
  await expect(form.request.part('Key type')).toHaveText('P-256');
  await form.request.continue();
  await onToReview(form);
  const fingerprint = openssl.fingerprint(await openssl.publicKeyOfKey(key));
  await expect(form.review.answer('Key and request')).toHaveText(`P-256, ${fingerprint}`);
  await expect(form.page.getByText('Is your private key safe?')).toHaveCount(0);
  await form.pay();
  await form.done.isIssued();
  await expect(form.page.locator('.machine').filter({ hasText: 'Private key' })).toHaveCount(0);
  const [stored, ...others] = await sandbox.orders();
  expect(others).toEqual([]);
  expect(stored!.csr.trim()).toBe(request.trim());
  const { text: certificate } = await form.done.downloadCertificate();
  expect(await openssl.publicKeyOfCertificate(certificate)).toBe(await openssl.publicKeyOfKey(key));
  const receipt = JSON.parse((await form.done.downloadReceipt()).text) as Record<string, unknown>;
  expect(receipt).toMatchObject({ key_type: 'p-256', public_key_sha256: fingerprint, names: ['example.com'] });
});

test('a request with a name alone is asked for the rest, and a reload keeps it', async ({ form, sandbox }) => {
  const { request } = await made('/CN=example.com', '-newhdr');
  await openForExisting(form);
  await form.request.text.fill(request);
  await expect(form.request.signature).toContainText('verified');
  await reload(form.page);
  await form.request.isShown();
  await expect(form.request.text).toHaveValue(/^-----BEGIN CERTIFICATE REQUEST-----/);
  await expect(form.request.signature).toContainText('verified');
  await form.request.continue();
  await expect(form.page).toHaveURL(/#\/subject$/);
  await expect(form.subject.heading).toHaveText('Enter an existing CSR');
  await expect(form.page.getByText('They go to the form, not into the request.')).toBeVisible();
  await expect(form.subject.domain).toHaveCount(0);
  await form.subject.continue();
  await expect(form.subject.errors.getByRole('link')).toHaveCount(4);
  await form.subject.chooseCountry(form.subject.country, 'US');
  await form.subject.state.fill('Texas');
  await form.subject.city.fill('Austin');
  await form.subject.company.fill('Asked Inc');
  await form.subject.continue();
  await onToReview(form);
  await form.pay();
  await form.done.isIssued();
  const [stored] = await sandbox.orders();
  expect(await openssl.requestSubject(stored!.csr)).toBe('CN=example.com');
});

test('a file in PEM or DER is chosen or dropped, and its request shown in PEM', async ({ form, page }) => {
  const { request } = await made();
  const shown = new RegExp(`^${request.trim().replaceAll('+', '\\+')}\\s*$`);
  await openForExisting(form);
  for (const content of [request, openssl.derOf(request)]) {
    await form.request.upload('request.csr', content);
    await expect(form.request.text).toHaveValue(shown);
    await expect(form.request.signature).toContainText('verified');
    await form.request.text.fill('');
    await expect(form.request.signature).toHaveCount(0);
  }
  const dragged = await page.evaluateHandle((text) => {
    const data = new DataTransfer();
    data.items.add(new File([text], 'request.csr'));
    return data;
  }, request);
  await form.request.text.dispatchEvent('drop', { dataTransfer: dragged });
  await expect(form.request.text).toHaveValue(shown);
  await form.request.upload('big.bin', Buffer.alloc(70_000, 'a'));
  await expect(form.request.errorOf('existing-request')).toContainText('too long for a request');
  await expect(form.request.text).toHaveValue('');
});

test('a private key is wiped, explained and stored nowhere', async ({ form, page, egress }) => {
  const { key, request } = await made();
  const pkcs8 = createPrivateKey(key).export({ format: 'der', type: 'pkcs8' });
  egress.addKey(pkcs8);
  await openForExisting(form);
  for (const give of [
    () => form.request.text.fill(key),
    () => form.request.text.fill(request + key),
    () => form.request.text.fill(pkcs8.toString('base64')),
    () => form.request.upload('key.pem', key),
    () => form.request.upload('key.der', pkcs8),
  ]) {
    await form.request.text.fill(request);
    await give();
    await expect(form.request.errors).toContainText('That is a private key. It was removed from this page');
    await expect(form.request.text).toHaveValue('');
    await form.request.continue();
    await form.request.isShown();
    expect(leaksIn(await storedDraft(page), needlesOf(pkcs8))).toEqual([]);
    expect(leaksIn(await page.content(), needlesOf(pkcs8))).toEqual([]);
  }
  expect(await egress.findings()).toEqual([]);
});

test('what is no request, or none that authorities take, is said in words', async ({ form }) => {
  const { key, request } = await made();
  const ed25519 = await openssl.makeRequest(await openssl.makeKey('-algorithm', 'ED25519'), SUBJECT);
  const short = await openssl.makeKey('-algorithm', 'RSA', '-pkeyopt', 'rsa_keygen_bits:1024');
  const der = openssl.derOf(request);
  der[der.indexOf('Austin')] = 'O'.charCodeAt(0);
  const armoured = `-----BEGIN CERTIFICATE REQUEST-----\n${der.toString('base64')}\n-----END CERTIFICATE REQUEST-----\n`;
  await openForExisting(form);
  await form.request.continue();
  await expect(form.request.errors).toContainText('Paste the request, or choose its file');
  for (const [given, said] of [
    ['hello', 'That is no request.'],
    [await openssl.publicKeyOfKey(key), 'That is a public key alone.'],
    [request.slice(0, 200), 'The request is not complete'],
    [armoured, 'The signature of this request does not fit its key'],
    [await openssl.makeRequest(short, SUBJECT), 'has 1024 bits, and authorities take none below 2048'],
    [ed25519, 'Authorities do not take keys of the type ED25519'],
    [(await made('/CN=my_shop.example.com')).request, 'The request names “my_shop.example.com”'],
  ] as const) {
    await form.request.text.fill(given);
    await expect(form.request.errorOf('existing-request')).toContainText(said);
    await form.request.continue();
    await form.request.isShown();
  }
  await form.request.text.fill(request);
  await expect(form.request.errors).toHaveCount(0);
});

test('signatures of all the usual kinds are verified', async ({ form }) => {
  const rsa = await openssl.makeKey('-algorithm', 'RSA', '-pkeyopt', 'rsa_keygen_bits:2048');
  const ec = (curve: string) => openssl.makeKey('-algorithm', 'EC', '-pkeyopt', `ec_paramgen_curve:${curve}`);
  const [p384, p521] = [await ec('P-384'), await ec('P-521')];
  await openForExisting(form);
  for (const [key, hash] of [
    [rsa, '-sha1'],
    [rsa, '-sha256'],
    [rsa, '-sha384'],
    [rsa, '-sha512'],
    [p384, '-sha384'],
    [p384, '-sha256'],
    [p521, '-sha512'],
  ] as const) {
    await form.request.text.fill('');
    await form.request.text.fill(await openssl.makeRequest(key, SUBJECT, hash));
    await expect(form.request.signature).toContainText('verified');
  }
  await expect(form.page.getByText('Many certificate authorities do not take P-521 keys.')).toBeVisible();
  await expect(form.request.part('Key type')).toHaveText('P-521');
});
