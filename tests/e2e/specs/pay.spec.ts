// Every way to pay, through the real sandbox, with what is in its database afterwards.
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import type { Form } from '../pages/form.ts';
import { DEMO, TRIAL, anOrder } from '../support/orders.ts';
import { isPayment, onlyOrder, paid } from '../support/payment.ts';
import { served } from '../support/site.ts';
import { expect, test } from '../support/test.ts';

/** The seeded open order of the demo customer, as the select shows it. */
const OPEN_ORDER = /^ORD-000011/;

async function looksGood(page: Page, state: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect.soft(
    violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`),
    state,
  ).toEqual([]);
}

/** On review, "Add new account" with "Pay now" by this method. */
async function paysNow(form: Form, method: string): Promise<void> {
  await form.walkTo('review', anOrder());
  await form.review.addNewAccount.check();
  await form.review.payNow.check();
  await form.review.method(method).check();
  await expect(form.review.orderButton).toHaveText('Order and go on to the payment');
}

test('from the current account, which is chosen at first', async ({ form, sandbox }) => {
  await form.walkTo('review', anOrder());
  await expect(form.review.currentAccount).toBeChecked();
  await expect(form.review.orderButton).toHaveText('Order and pay €18.00');
  await form.pay();
  await form.done.isIssued();
  await expect(form.page.getByText('Thank you. It is paid')).toBeVisible();
  expect(await onlyOrder(sandbox)).toMatchObject({ state: 'paid', payments: [{ status: 4, method: 1 }] });
  expect(await sandbox.balance()).toBe(DEMO.balance - 18_00);
});

test('into an open order: it lies there unpaid, and no money moves', async ({ form, page, sandbox }) => {
  await form.walkTo('review', anOrder({ code: 'WELCOME10' }));
  await form.review.addToOrder.check();
  await form.review.orderButton.click();
  await expect(form.review.errorOf('open-order')).toHaveText('Choose one of your orders');
  await looksGood(page, 'review, no open order chosen');
  const option = form.review.openOrder.getByRole('option', { name: OPEN_ORDER });
  await expect(option).toHaveText('ORD-000011 – €14.40');
  await form.review.openOrder.selectOption({ label: 'ORD-000011 – €14.40' });
  await expect(form.review.orderButton).toHaveText('Order and add to the order');
  await form.pay();
  await form.done.isShown();
  await expect(form.done.fact('Order')).toHaveText('ORD-000011');
  await expect(page.getByText('It is in the order below and not yet paid.')).toBeVisible();
  await looksGood(page, 'done, added to an order');
  expect(await onlyOrder(sandbox)).toMatchObject({ billorder: 11, state: 'unpaid', payments: [] });
  expect((await onlyOrder(sandbox)).price.total_minor).toBe(16_20);
  expect(await sandbox.balance()).toBe(DEMO.balance);
  await page.reload();
  await form.logIn.logIn();
  await expect(form.done.fact('Order')).toHaveText('ORD-000011');
});

test('a new bill for later: nothing is sent, the order is in the account, and a reload tells the same', async ({
  form,
  page,
  sandbox,
  wire,
}) => {
  await form.walkTo('review', anOrder());
  await form.review.addNewAccount.check();
  await expect(form.review.orderButton).toHaveText('Order and pay later');
  await looksGood(page, 'review, new bill');
  await form.pay();
  await form.done.isShown();
  await expect(page.getByText('It is ordered and not yet paid.')).toBeVisible();
  await looksGood(page, 'done, to be paid later');
  const order = await onlyOrder(sandbox);
  expect(order).toMatchObject({ payments: [], certificate: null });
  await expect(form.done.fact('Order')).toHaveText(String(order.billorder));
  expect(wire.sent.filter(isPayment)).toEqual([]);
  expect(await sandbox.balance()).toBe(DEMO.balance);
  const receipt = JSON.parse((await form.done.downloadReceipt()).text) as Record<string, unknown>;
  expect(receipt).toMatchObject({ state: 'to be paid', order: String(order.billorder) });
  await page.reload();
  await form.logIn.logIn();
  await expect(page.getByText('It is ordered and not yet paid.')).toBeVisible();
});

test('a new bill to pay now: the customer presses the link, pays there, and the certificate is issued', async ({
  context,
  form,
  page,
  sandbox,
}) => {
  await paysNow(form, 'Card');
  await looksGood(page, 'review, pay now');
  await form.pay();
  await form.done.isShown();
  await looksGood(page, 'done, to be paid on a page');
  expect(context.pages(), 'nothing opens by itself').toHaveLength(1);
  const order = await onlyOrder(sandbox);
  expect(order).toMatchObject({ state: 'unpaid', payments: [{ status: 1, method: 3, amount_minor: 18_00 }] });
  await expect(form.done.paymentLink).toHaveAttribute('rel', 'noopener');
  await expect(form.done.paymentLink).toHaveAttribute('href', `/sandbox/pay/${order.payments[0]!.id}`);
  const opened = context.waitForEvent('page');
  await form.done.paymentLink.click();
  const payment = await opened;
  await payment.getByRole('button', { name: 'Pay 18.00 EUR' }).click();
  await expect(payment.getByRole('heading', { name: /is made$/ })).toBeVisible();
  expect(await onlyOrder(sandbox)).toMatchObject({ state: 'paid', payments: [{ status: 4 }] });
  expect(await sandbox.balance()).toBe(DEMO.balance);
  await form.done.isIssued();
});

for (const link of ['javascript:alert(1)', 'http://pay.example.com/1', '//pay.example.com/1']) {
  test(`a payment page at ${link} is refused with words, and the order is placed`, async ({ form, page, sandbox, wire }) => {
    await paysNow(form, 'Bank transfer');
    wire.faults.changed = (sent, body) => (isPayment(sent) ? body.replace(/\/sandbox\/pay\/\d+/, link) : body);
    await form.pay();
    await form.done.isShown();
    await expect(page.getByText('named a payment page that is not safe to open')).toBeVisible();
    await expect(form.done.paymentLink).toHaveCount(0);
    await expect(page.locator(`a[href*='pay.example'], a[href^='javascript']`)).toHaveCount(0);
    expect(await onlyOrder(sandbox)).toMatchObject({ state: 'unpaid', payments: [{ status: 1, method: 2 }] });
  });
}

test('too little on the account: how much is missing, and another way works', async ({ form, page, sandbox }) => {
  const order = anOrder({ months: 6 });
  await form.walkTo('key', order);
  await form.fill('key', order);
  await form.key.continue();
  await form.logIn.logIn(TRIAL.name, TRIAL.password);
  await form.walkOn('contacts', 'review', order);
  await expect(form.review.currentAccount).toBeDisabled();
  await expect(page.getByText('Your balance is €5.00: €5.80 are missing.')).toBeVisible();
  await expect(form.review.addToOrder, 'there is no open order').toHaveCount(0);
  await form.review.orderButton.click();
  await expect(form.review.errorOf('pay-by')).toHaveText('Choose how to pay');
  await looksGood(page, 'review, too little on the account');
  await form.review.errors.getByRole('link').click();
  await expect(form.review.addNewAccount).toBeFocused();
  await form.review.addNewAccount.check();
  await form.review.payNow.check();
  await expect(form.review.method('Card'), 'a card takes €15.00 and more').toBeDisabled();
  await form.review.method('Bank transfer').check();
  await form.pay();
  await form.done.isShown();
  await expect(form.done.paymentLink).toBeVisible();
  expect(await onlyOrder(sandbox)).toMatchObject({ state: 'unpaid', payments: [{ status: 1, amount_minor: 10_80 }] });
});

test('what costs nothing is ordered without a way to pay', async ({ form, page, sandbox }) => {
  await form.walkTo('review', anOrder({ code: 'FREE100' }));
  await expect(form.review.figure('Total')).toHaveText('€0.00');
  await expect(form.review.currentAccount).toHaveCount(0);
  await expect(form.review.orderButton).toHaveText('Order');
  await looksGood(page, 'review, nothing to pay');
  await form.pay();
  await form.done.isIssued();
  await expect(page.getByText('There is nothing to pay')).toBeVisible();
  expect(await onlyOrder(sandbox)).toMatchObject({ state: 'paid', promocode: 'FREE100' });
  expect(await paid(sandbox)).toEqual([0]);
  expect(await sandbox.balance()).toBe(DEMO.balance);
});

test.describe('where the operator names the panel', () => {
  const panel = 'https://panel.example.com/';
  const named = (config: Buffer) =>
    Buffer.from(JSON.stringify({ ...(JSON.parse(config.toString()) as object), links: { panel } }));
  test.use(served(/^config\.json$/, named));

  test('an order to be paid later links to it', async ({ form, page }) => {
    await form.walkTo('review', anOrder());
    await form.review.addNewAccount.check();
    await form.pay();
    await form.done.isShown();
    const payment = page.locator('section').filter({ has: page.getByRole('heading', { name: 'Payment' }) });
    await expect(payment.getByRole('link', { name: 'Customer area' })).toHaveAttribute('href', panel);
  });
});

test('the figures stand in rows, in this order', async ({ form, page }) => {
  await form.walkTo('review', anOrder({ package: /^OV(?! wildcard)/, code: 'WELCOME10' }));
  await expect(page.locator('.rows--money .rows__key')).toHaveText([
    'Setup fee',
    'Period',
    'Cost with setup fee',
    'Discount (promotion code WELCOME10)',
    'Tax',
    'Total',
  ]);
});
