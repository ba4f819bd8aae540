// Review and receipt on paper: what was ordered, and nothing that could only be pressed.
import type { Page } from '@playwright/test';
import { excessWidth } from '../support/flaws.ts';
import { PACKAGES, anOrder } from '../support/orders.ts';
import { expect, test } from '../support/test.ts';

const ORDER = anOrder({ package: PACKAGES.ov });
/** The width of an A4 sheet between usual margins, in CSS pixels. */
const PAPER = { width: 718, height: 1000 };

/** As on paper. */
async function print(page: Page): Promise<void> {
  await page.setViewportSize(PAPER);
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
}

/** Nothing to press, nothing cut off, black on white. */
async function isPaper(page: Page): Promise<void> {
  await expect(page.getByRole('button').filter({ visible: true })).toHaveCount(0);
  await expect(page.getByRole('navigation', { name: 'Steps' })).toBeHidden();
  await expect(page.getByRole('complementary')).toBeHidden();
  await expect(page.locator('.co')).toHaveCSS('background-color', 'rgb(255, 255, 255)');
  expect(await excessWidth(page)).toBe(0);
}

test('review is printed with every answer, the figures and the chosen way to pay', async ({ form, page }) => {
  await form.walkTo('review', ORDER);
  await print(page);
  await isPaper(page);
  await expect(form.review.answer('Names')).toBeVisible();
  await expect(form.review.figure('Total')).toBeVisible();
  await expect(page.getByText('Current account')).toBeVisible();
  await expect(page.getByText('Add new account')).toBeHidden();
  await expect(form.review.change('Package')).toBeHidden();
});

test('the receipt is printed with order, total and certificate, and never with the private key', async ({
  form,
  page,
}) => {
  await form.walkTo('done', ORDER);
  await form.done.isIssued();
  await print(page);
  await isPaper(page);
  for (const fact of ['Order', 'Domain name', 'Total']) await expect(form.done.fact(fact)).toBeVisible();
  await expect(page.getByText('-----BEGIN CERTIFICATE-----')).toBeVisible();
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  await expect(page.getByText('PRIVATE KEY-----')).toHaveCount(0);
});
