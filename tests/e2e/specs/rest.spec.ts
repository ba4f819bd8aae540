// What comes after the first page: loaded when an order begins, checked like all else, and said in words when it cannot be had.
import type { Page } from '@playwright/test';
import { anOrder } from '../support/orders.ts';
import { served, withFlippedByte } from '../support/site.ts';
import { expect, test } from '../support/test.ts';
import { reload, typedOn } from '../support/typed.ts';

const ORDER = anOrder();
const REST = /\/rest-[0-9a-f]+\.wasm$/;

/** Every request for the rest, from now on. */
function asked(page: Page): string[] {
  const urls: string[] = [];
  page.on('request', (request) => REST.test(request.url()) && urls.push(request.url()));
  return urls;
}

test('whoever only looks does not load it, and whoever chooses loads it once', async ({ form, page }) => {
  const urls = asked(page);
  await form.open();
  await form.package.isShown();
  await page.waitForLoadState('networkidle');
  expect(urls).toEqual([]);
  const loading = page.waitForResponse(REST);
  await form.complete('package', ORDER);
  await loading;
  await form.complete('request', ORDER);
  await form.subject.isShown();
  expect(urls).toHaveLength(1);
});

test('a stored draft loads it at once', async ({ form, page }) => {
  await form.walkTo('subject', ORDER);
  const urls = asked(page);
  await reload(page);
  await form.subject.isShown();
  expect(urls).toHaveLength(1);
});

test('without a connection it is said, nothing typed is lost, and "Try again" goes on', async ({
  form,
  page,
  policy,
}) => {
  policy.allow(/Failed to load resource|BootFailure|network/);
  await page.route(REST, (route) => route.abort('connectionreset'));
  await form.open();
  await form.package.fill(ORDER);
  const typed = await typedOn(page);
  await form.package.continue();
  const words = page.getByRole('heading', { name: 'A part of the form could not be loaded' });
  await expect(words).toBeVisible();
  await expect(page).toHaveTitle(/^A part of the form could not be loaded/);
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(words).toBeVisible();
  await page.unroute(REST);
  await page.getByRole('button', { name: 'Try again' }).click();
  await form.request.isShown();
  await page.goBack();
  await form.package.isShown();
  expect(await typedOn(page)).toEqual(typed);
});

test('while it is being loaded, the button is busy and says so', async ({ form, page }) => {
  let letGo = (): void => {};
  const held = new Promise<void>((resolve) => (letGo = resolve));
  await page.route(REST, async (route) => {
    await held;
    await route.continue();
  });
  await form.open();
  await form.package.fill(ORDER);
  await form.package.continue();
  const button = page.getByRole('button', { name: 'Continue' });
  await expect(button).toHaveAttribute('aria-busy', 'true');
  await expect(page.getByRole('status').filter({ hasText: 'Loading' })).toBeVisible();
  await button.click({ force: true });
  letGo();
  await form.request.isShown();
});

test.describe('with one changed byte in it', () => {
  test.use(served(/^rest-.*\.wasm$/, withFlippedByte));

  test('nothing of it runs, and the page says that a file was changed', async ({ form, page, policy }) => {
    policy.allow(/integrity|BootFailure|altered/);
    await form.open();
    await form.package.isShown();
    await form.package.package(ORDER.package).check();
    await expect(page.getByRole('heading', { name: 'A file of this form was changed' })).toBeVisible();
    await expect(page.locator('#app')).toHaveAttribute('inert', '');
    await expect(page.getByRole('heading', { level: 1, name: form.request.title })).toHaveCount(0);
  });
});
