// A request that the customer brings along, and names that cost or do not fit.
import * as openssl from '../support/openssl.ts';
import { expect } from '../support/test.ts';
import { PACKAGES, anOrder } from '../support/orders.ts';
import type { Tour, Visit } from './tour.ts';

async function bringsRequest({ form, look }: Visit): Promise<void> {
  const key = await openssl.makeKey();
  const subject = `/CN=${'a-rather-long-name-of-a-shop.'.repeat(2)}com/OU=Web`;
  await form.walkTo('request', anOrder());
  await form.request.bring('hello');
  await expect(form.request.errors).toBeVisible();
  await look('request, with errors');
  await form.request.text.fill(key);
  await expect(form.request.errors).toContainText('That is a private key');
  await look('request, a key refused');
  await form.request.text.fill(await openssl.makeRequest(key, subject, '-addext', 'subjectAltName=IP:192.0.2.1'));
  await expect(form.request.signature).toContainText('verified');
  await look('request, read');
  await form.request.continue();
  await expect(form.subject.state).toBeVisible();
  await look('subject, what is missing');
  await form.subject.continue();
  await expect(form.subject.errors).toBeVisible();
  await look('subject, with what is missing as errors');
}

async function go(visit: Visit): Promise<void> {
  const { form, page, look } = visit;
  await bringsRequest(visit);
  await page.evaluate(() => indexedDB.deleteDatabase('cert-order'));
  await page.goto('about:blank');
  await form.walkTo('subject', anOrder({ package: PACKAGES.dvMulti }));
  await form.subject.domain.fill('*.example.com');
  await form.subject.furtherNames.fill('a.example.com b.example.com c.example.com d.example.com');
  await form.subject.continue();
  await expect(form.subject.errors).toBeVisible();
  await look('subject, with offers under an error');
}

export const EXISTING_TOUR: Tour = { name: 'an existing request', options: {}, go };
