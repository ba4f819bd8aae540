// Discounts: the figures are the billing system's own, and what is paid is the discounted total.
import type { Form } from '../pages/form.ts';
import { DEMO, PACKAGES, anOrder } from '../support/orders.ts';
import * as openssl from '../support/openssl.ts';
import { paid } from '../support/payment.ts';
import { expect, test } from '../support/test.ts';

/** Cents as the page writes them. */
const euros = (minor: number) => `€${(minor / 100).toFixed(2)}`;

test('a P-256 order of three names with WELCOME10 pays the discounted total', async ({ form, sandbox }) => {
  const furtherNames = ['www.example.com', 'shop.example.com'];
  const order = anOrder({ package: PACKAGES.dvMulti, code: 'WELCOME10', furtherNames });
  await form.walkTo('review', order);

  const [inCart] = await sandbox.orders();
  const { full_minor, discount_minor, tax_minor, total_minor } = inCart!.price;
  expect([full_minor, discount_minor, tax_minor, total_minor]).toEqual([49_00, 4_90, 8_82, 52_92]);
  await expect(form.review.figure('Cost')).toHaveText(euros(full_minor));
  await expect(form.review.figure('Discount (promotion code WELCOME10)')).toHaveText(
    new RegExp(`^[-−]?${euros(discount_minor)}$`),
  );
  await expect(form.review.figure('Tax')).toHaveText(euros(tax_minor));
  await expect(form.review.figure('Total')).toHaveText(euros(total_minor));
  await expect(form.review.orderButton).toHaveText(`Order and pay ${euros(total_minor)}`);

  await form.pay();
  await form.done.isIssued();
  const [stored, ...others] = await sandbox.orders();
  expect(others).toEqual([]);
  expect(stored).toMatchObject({ promocode: 'WELCOME10', names: ['example.com', ...furtherNames] });
  expect(stored!.payments.map((payment) => payment.amount_minor)).toEqual([total_minor]);
  expect(await sandbox.balance()).toBe(DEMO.balance - total_minor);
  expect(await openssl.requestVerifies(stored!.csr)).toBe(true);
  expect(await openssl.requestNames(stored!.csr)).toEqual(['example.com', ...furtherNames]);
});

test('a code that does not count is said with the reason, and the total is the full one', async ({ form, sandbox }) => {
  const order = anOrder({ code: 'EXPIRED' });
  await form.walkTo('review', order);
  await codeIsRefused(form, 'EXPIRED', 'The promotion code has expired. Enter another one, or order without it.');
  for (const [code, words] of [
    [
      'OVONLY',
      "The promotion code is not for this package. The billing system says: The promotion code 'OVONLY' cannot be used for this order.",
    ],
    ['NO-SUCH-CODE', 'There is no such promotion code. Check its spelling, or order without it.'],
  ] as const) {
    await form.review.change('promotion code').click();
    await form.package.isShown();
    await form.package.fillMore(form.package.code, code);
    await form.package.continue();
    await codeIsRefused(form, code, words);
  }
  await form.pay();
  await form.done.isShown();
  const orders = await sandbox.orders();
  expect(orders.flatMap(({ payments }) => payments.map(({ amount_minor }) => amount_minor))).toEqual([18_00]);
});

test('after a change the old total cannot be ordered while the billing system works out the new one', async ({
  form,
  sandbox,
  wire,
}) => {
  await form.walkTo('review', anOrder({ months: 12 }));
  let go = () => {};
  const held = new Promise<void>((resolve) => (go = resolve));
  wire.faults.before = () => held;
  await form.review.change('period').click();
  await form.package.period(6).check();
  await form.package.continue();
  await form.review.isShown();
  await expect(form.review.answer('Period')).toHaveText('6 months');
  await expect(form.review.orderButton).toHaveCount(0);
  go();
  await form.review.isQuoted();
  await expect(form.review.figure('Total')).toHaveText('€10.80');
  await form.pay();
  await form.done.isShown();
  expect((await sandbox.orders()).map(({ period }) => period)).toEqual([6]);
  expect(await paid(sandbox)).toEqual([10_80]);
});

async function codeIsRefused(form: Form, code: string, words: string): Promise<void> {
  await form.review.isQuoted();
  await expect(form.review.answer('Promotion code')).toHaveText(code);
  await expect(form.page.locator('.notice').filter({ hasText: 'promotion code' })).toHaveText(words);
  await expect(form.review.figure(/^Discount/)).toHaveCount(0);
  await expect(form.review.figure('Total')).toHaveText('€18.00');
}
