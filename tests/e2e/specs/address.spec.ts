// The address names the page: Back and Forward, links into the middle, and nonsense.
import { anOrder } from '../support/orders.ts';
import { expect, test } from '../support/test.ts';

test('an address further than the journey, or nonsense, leads to the first page where something is missing', async ({
  form,
  page,
}) => {
  for (const hash of [
    '#/done',
    '#/review',
    '#/key',
    '#/nonsense',
    '#',
    '#/',
    '#package',
    '#/../../key',
    '#/%00',
    `#/${'x'.repeat(5000)}`,
    '#/package/subject',
    '#/Package',
  ]) {
    await form.open(hash);
    await form.package.isShown();
    // Each from a fresh start, not by a change of the hash alone.
    await page.goto('about:blank');
  }
});

test('Back and Forward of the browser walk through the pages, and no further than the journey', async ({
  form,
  page,
}) => {
  const order = anOrder();
  await form.walkTo('subject', order);
  await form.subject.domain.fill('kept.example.com');
  await page.goBack();
  await form.request.isShown();
  await page.goBack();
  await form.package.isShown();
  await expect(form.package.package(order.package)).toBeChecked();
  await page.goForward();
  await form.request.isShown();
  await page.goForward();
  await form.subject.isShown();
  await expect(form.subject.domain).toHaveValue('kept.example.com');

  await page.evaluate(() => void (location.hash = '#/done'));
  await form.subject.isShown();
  await page.evaluate(() => void (location.hash = '#/rubbish'));
  await form.package.isShown();
  await expect(page.locator('main.question')).toBeFocused();
});

test('Back on the pages and the list of steps lead to earlier pages; Change comes back to the review', async ({
  form,
  page,
}) => {
  const order = anOrder();
  await form.walkTo('review', order);
  await form.review.back.click();
  await form.validation.isShown();
  await form.validation.continue();
  await form.review.isQuoted();
  await page.getByRole('navigation', { name: 'Steps' }).getByRole('link', { name: 'Contacts' }).click();
  await form.contacts.isShown();
  await form.walkOn('contacts', 'review', order);
  await form.review.change('administrative contact').click();
  await form.contacts.admin.getByLabel('Job title').fill('Director');
  await form.contacts.continue();
  await form.review.isQuoted();
  await expect(form.review.answer('Administrative contact')).toContainText('Director');
});

test('an order that is placed cannot be gone back into', async ({ form, page, sandbox }) => {
  await form.walkTo('done', anOrder());
  await page.goBack();
  await form.done.isShown();
  await page.evaluate(() => void (location.hash = '#/review'));
  await form.done.isShown();
  expect(await sandbox.orders()).toHaveLength(1);
});

test('an address that changes while the form is starting is followed', async ({ form, page }) => {
  // The form asks for the tab's lock as it starts: here it gets no answer before the address is another one.
  await page.addInitScript(() => {
    const request = navigator.locks.request.bind(navigator.locks) as (...args: unknown[]) => Promise<unknown>;
    const changed = new Promise((resolve) => addEventListener('hashchange', resolve));
    const asked = new Promise<void>((resolve) => {
      const late = (...args: unknown[]) => {
        resolve();
        return changed.then(() => request(...args));
      };
      Object.defineProperty(navigator.locks, 'request', { value: late });
    });
    Object.assign(globalThis, { asked });
  });
  await form.open();
  await page.evaluate(() => (globalThis as unknown as { asked: Promise<void> }).asked);
  await page.evaluate(() => void (location.hash = '#/keys'));
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Private keys in this browser');
});
