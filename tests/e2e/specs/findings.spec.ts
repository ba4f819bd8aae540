// What is said of a request that was made elsewhere, what can be done about it by one press, and where it differs from the form.
import { readFile } from 'node:fs/promises';
import type { Locator, Page } from '@playwright/test';
import type { Form } from '../pages/form.ts';
import { flaws } from '../support/flaws.ts';
import { PACKAGES, anOrder } from '../support/orders.ts';
import * as openssl from '../support/openssl.ts';
import { expect, test } from '../support/test.ts';

const SUBJECT = '/C=US/ST=Texas/L=Austin/O=Brought Along Inc/CN=example.com';
const ORDER = anOrder({ package: PACKAGES.dvSingle });

const finding = (page: Page, rule: string): Locator => page.locator(`[data-finding="${rule}"]`);
const differences = (page: Page): Locator => page.locator('[data-part="differences"]');

/** As far as page "request", for an existing one. */
async function openForExisting(form: Form): Promise<void> {
  await form.walkTo('request', ORDER);
  await form.request.existing.check();
}

/** The request among the linter's fixtures that breaks this rule. */
async function breaking(rule: string): Promise<string> {
  const file = new URL(`../../fixtures/requests/rules/${rule}.pem`, import.meta.url);
  const [text = ''] = (await readFile(file, 'utf8')).split('\nNearly does:');
  return text;
}

async function made(subject: string, ...options: string[]): Promise<string> {
  return openssl.makeRequest(await openssl.makeKey(), subject, ...options);
}

test('an error holds back, and a new key is made here by one press', async ({ form, page }) => {
  await openForExisting(form);
  await form.request.text.fill(await breaking('key.rsa.roca'));
  const roca = finding(page, 'key.rsa.roca');
  await expect(roca).toContainText('Error: The RSA key was made by a chip with a known fault (ROCA)');
  await expect(roca).toContainText('Source: BR 6.1.1.3');
  await expect(page.getByText('1 error.')).toBeVisible();
  await form.request.continue();
  await expect(form.request.errors).toContainText('No authority takes this request: see below why');
  await form.request.isShown();
  await roca.getByRole('button', { name: 'Make a new key and request here instead' }).click();
  await expect(form.request.generate).toBeChecked();
  await expect(roca).toHaveCount(0);
  await form.request.continue();
  await form.subject.isShown();
});

test('warnings can be left as they are, notes are folded, and what could not be judged is counted', async ({ form, page }) => {
  await openForExisting(form);
  const rsa = await openssl.makeKey('-algorithm', 'RSA', '-pkeyopt', 'rsa_keygen_bits:2048');
  const names = ['-addext', 'subjectAltName=DNS:example.com'];
  await form.request.text.fill(await openssl.makeRequest(rsa, `${SUBJECT}/OU=Web`, ...names));
  const unit = finding(page, 'subject.unit');
  await expect(unit).toContainText('Warning: The request has a company unit (OU: Web)');
  await expect(page.getByText('1 warning. 1 thing could not be judged here.')).toBeVisible();
  await unit.getByRole('button', { name: 'Leave it: it will be ignored' }).click();
  await expect(unit).toHaveCount(0);
  await expect(page.getByText('No errors and no warnings.')).toBeVisible();
  const debian = finding(page, 'key.rsa.debian_not_checked');
  await expect(debian).toBeHidden();
  await page.getByText('Notes (', { exact: false }).click();
  await expect(debian).toContainText('Note: Not checked against the list of weak keys');
  await form.request.continue();
  await expect(form.logIn.userName).toBeVisible();
});

test('another package is offered for a request with an asterisk', async ({ form, page }) => {
  await openForExisting(form);
  const subject = SUBJECT.replace('example.com', '*.example.com');
  await form.request.text.fill(await made(subject, '-addext', 'subjectAltName=DNS:*.example.com'));
  const offer = finding(page, 'package.wildcard_not_sold').getByRole('button', { name: /^Switch to .*ildcard.*\(\+/ });
  await offer.first().click();
  await expect(finding(page, 'package.wildcard_not_sold')).toHaveCount(0);
  await expect(page.locator('aside.summary')).toContainText(/wildcard/i);
});

test('what was put right of the text is told', async ({ form, page }) => {
  const request = await made(SUBJECT);
  await openForExisting(form);
  const messy = `Dear support,\n\n> ${request.trim().replaceAll('-----', '—').replaceAll('\n', '\n> ')}\n\nAnn`;
  await form.request.text.fill(messy);
  await expect(form.request.signature).toContainText('verified');
  await expect(page.getByText('We cleaned: missing or other dashes around BEGIN or END, text before or after')).toBeVisible();
  await form.request.text.fill(request);
  await expect(page.getByText('We cleaned:')).toHaveCount(0);
});

for (const width of [1280, 360]) {
  test(`what differs stands side by side before review, ${width} pixels wide`, async ({ form, page }) => {
    await page.setViewportSize({ width, height: 740 });
    await openForExisting(form);
    await form.request.text.fill(await made('/C=US/ST=Texas/L=Austin/CN=example.com/emailAddress=web@example.com'));
    await form.request.continue();
    await form.subject.company.fill('Asked Inc');
    await form.subject.continue();
    await form.logIn.logIn();
    await form.contacts.isShown();
    await form.walkOn('contacts', 'validation', ORDER);
    const check = async () => {
      const rows = differences(page).getByRole('row');
      await expect(rows.filter({ hasText: 'Company' })).toContainText(/Not provided.*Asked Inc/);
      await expect(rows.filter({ hasText: 'Contacts: Email' })).toContainText(`web@example.com${ORDER.admin.email}`);
      await expect(differences(page).getByRole('rowheader')).toHaveCount(2);
      expect(await flaws(page)).toEqual([]);
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      expect(overflow).toBeLessThanOrEqual(0);
    };
    await check();
    await form.walkOn('validation', 'review', ORDER);
    await form.review.isQuoted();
    await check();
  });
}
