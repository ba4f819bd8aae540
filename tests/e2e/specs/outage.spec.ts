// The billing system goes away in the middle of the payment. Whatever happens: one order, at most one payment.
import type { Page } from '@playwright/test';
import { Form } from '../pages/form.ts';
import { anOrder } from '../support/orders.ts';
import { isPayment, paid } from '../support/payment.ts';
import { expect, test } from '../support/test.ts';

test.use({ sandboxOptions: { onDisk: true } });

const MINUTE = 60_000;

test.beforeEach(async ({ page, policy }) => {
  await page.clock.install();
  // The browser itself says on the console what could not be loaded.
  policy.allow(/Failed to load resource: net::ERR_/);
});

test('killed before it took the payment: nothing is sent again by itself, and after two looks the customer tries again', async ({
  form,
  page,
  sandbox,
  wire,
}) => {
  await form.walkTo('review', anOrder());
  wire.faults.before = async (sent) => {
    if (isPayment(sent)) await sandbox.kill();
  };
  await form.pay();
  await expect(form.review.unclearTitle).toBeVisible();
  await expect(form.review.lookAgain).toBeVisible();
  wire.faults = {};

  await sandbox.up();
  await form.review.lookAgain.click();
  await expect(page.getByText('Your order is not in your account yet')).toBeVisible();
  const paymentsSent = wire.sent.filter(isPayment).length;
  await page.clock.fastForward(MINUTE);
  await expect(page.getByText('it did not go through, and nothing was paid')).toBeVisible();
  expect(wire.sent.filter(isPayment)).toHaveLength(paymentsSent);
  expect(await paid(sandbox)).toEqual([]);

  await form.review.backToReview.click();
  await form.pay();
  await form.done.isIssued();
  expect(await sandbox.orders()).toHaveLength(1);
  expect(await paid(sandbox)).toEqual([18_00]);
});

test('killed after it took the payment: the order is found and nothing is paid twice', async ({
  form,
  sandbox,
  wire,
}) => {
  await form.walkTo('review', anOrder());
  wire.faults.isLost = async (sent) => {
    if (!isPayment(sent)) return false;
    await sandbox.kill();
    return true;
  };
  await form.pay();
  await expect(form.review.lookAgain).toBeVisible();
  wire.faults = {};
  await sandbox.up();
  await form.review.lookAgain.click();
  await form.done.isIssued();
  expect(await sandbox.orders()).toHaveLength(1);
  expect(await paid(sandbox)).toEqual([18_00]);
});

test('a reload while it is unclear: the log-in, and then the order is found', async ({ form, page, sandbox, wire }) => {
  await form.walkTo('review', anOrder());
  wire.faults.isLost = async (sent) => {
    if (!isPayment(sent)) return false;
    await sandbox.kill();
    return true;
  };
  await form.pay();
  await expect(form.review.lookAgain).toBeVisible();
  wire.faults = {};
  await sandbox.up();
  await page.reload();
  await form.logIn.logIn();
  await form.done.isIssued();
  expect(await sandbox.orders()).toHaveLength(1);
  expect(await paid(sandbox)).toEqual([18_00]);
});

test('the answer is lost while the billing system is up, so that the browser sends the request anew: one payment', async ({
  form,
  sandbox,
  wire,
}) => {
  await form.walkTo('review', anOrder());
  let isFirst = true;
  wire.faults.isLost = async (sent) => isPayment(sent) && isFirst && !(isFirst = false);
  await form.pay();
  await form.done.isIssued();
  expect(wire.sent.filter(isPayment), 'the browser did send it anew').toHaveLength(2);
  expect(await sandbox.orders()).toHaveLength(1);
  expect(await paid(sandbox)).toEqual([18_00]);
});

test('a second tab that takes over while the first one pays looks into the account and pays nothing', async ({
  form,
  page,
  context,
  sandbox,
  wire,
}) => {
  await form.walkTo('review', anOrder());
  let go = () => {};
  const held = new Promise<void>((resolve) => (go = resolve));
  wire.faults.before = async (sent) => (isPayment(sent) ? held : undefined);
  await form.pay();
  await expect.poll(() => wire.sent.filter(isPayment).length).toBe(1);
  const second = new Form(await context.newPage());
  await second.open('#/review');
  await second.page.getByRole('button', { name: 'Take over here' }).click();
  await second.logIn.logIn();
  await expect(second.review.unclearTitle).toBeVisible();
  // It has looked, and the order still lay in the cart.
  await expect(second.review.lookAgain).toBeVisible();
  go();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('This order is open in another tab');
  await second.review.lookAgain.click();
  await second.done.isShown();
  expect(wire.sent.filter(isPayment)).toHaveLength(1);
  expect(await paid(sandbox)).toEqual([18_00]);
});

test('a double click on the order button pays once', async ({ form, sandbox, wire }) => {
  await form.walkTo('review', anOrder());
  await form.review.orderButton.dblclick();
  await form.done.isShown();
  expect(wire.sent.filter(isPayment)).toHaveLength(1);
  expect(await paid(sandbox)).toEqual([18_00]);
});

test('the answer to putting it into the cart is lost, so that the browser sends that anew: one row is paid', async ({
  form,
  page,
  sandbox,
  wire,
}) => {
  const order = anOrder();
  await form.walkTo('validation', order);
  await form.validation.fill(order);
  let isFirst = true;
  wire.faults.isLost = async ({ body }) => {
    const params = new URLSearchParams(body.toString());
    return (
      params.get('func') === 'certificate.order.param' && params.get('sok') === 'ok' && isFirst && !(isFirst = false)
    );
  };
  await form.validation.continue();
  await expect(page.getByText('it cannot be told apart from what else is there. Nothing was paid.')).toBeVisible();
  expect(await sandbox.orders(), 'the browser did send it anew').toHaveLength(2);
  await tryAgain(page);
  await form.pay();
  await form.done.isShown();
  expect(await sandbox.orders()).toHaveLength(1);
  expect(await paid(sandbox)).toEqual([18_00]);
});

test('down while the order is put together: words, and Try again goes on', async ({ form, page, sandbox }) => {
  const order = anOrder();
  await form.walkTo('validation', order);
  await form.validation.fill(order);
  await sandbox.kill();
  await form.validation.continue();
  await expect(page.getByText('The billing system cannot be reached.')).toBeVisible();
  await sandbox.up();
  await tryAgain(page);
  await form.pay();
  await form.done.isShown();
  expect(await paid(sandbox)).toEqual([18_00]);
});

async function tryAgain(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Try again' }).click();
}
