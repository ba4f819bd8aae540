// The browser dies in the middle of an order, or there are two of them. Whatever happens: one order, one payment.
import { Form } from '../pages/form.ts';
import { OwnBrowser } from '../support/browser.ts';
import { anOrder } from '../support/orders.ts';
import { isPayment, onlyOrder, paid } from '../support/payment.ts';
import { test as base, expect } from '../support/test.ts';
import type { Sent, Wire } from '../support/wire.ts';

const MINUTE = 60_000;

/** A promise and what keeps it. */
function promised(): [Promise<void>, () => void] {
  let keep = () => {};
  return [new Promise<void>((resolve) => (keep = resolve)), () => keep()];
}

/** Whether this request puts the order into the cart. */
function isAdding({ body }: Sent): boolean {
  const params = new URLSearchParams(body.toString());
  return params.get('func') === 'certificate.order.param' && params.get('sok') === 'ok';
}

/** Does `press`, and kills the browser once the billing system has taken `isIt` and before its answer arrives. */
async function killBeforeTheAnswer(
  browser: OwnBrowser,
  wire: Wire,
  isIt: (sent: Sent) => boolean,
  press: () => Promise<void>,
): Promise<void> {
  const [taken, isTaken] = promised();
  const [killed, isKilled] = promised();
  wire.faults.isLost = async (sent) => {
    if (!isIt(sent)) return false;
    isTaken();
    await killed;
    return true;
  };
  await press();
  await taken;
  await browser.kill();
  isKilled();
  wire.faults = {};
}

const test = base.extend<{ browserOfOwn: OwnBrowser }>({
  browserOfOwn: async ({ sandbox, wire }, use, testInfo) => {
    const browser = await OwnBrowser.install(testInfo.project.use.launchOptions ?? {}, sandbox, wire);
    await use(browser);
    await browser.remove();
  },
});

test('killed between the payment and its answer: after the next start and the log-in the order is found', async ({
  browserOfOwn,
  sandbox,
  wire,
}) => {
  const form = await browserOfOwn.start();
  await form.walkTo('review', anOrder());
  await killBeforeTheAnswer(browserOfOwn, wire, isPayment, () => form.pay());
  expect(await paid(sandbox)).toEqual([18_00]);

  const again = await browserOfOwn.start();
  await again.open();
  await again.logIn.logIn();
  await again.done.isIssued();
  expect(wire.sent.filter(isPayment)).toHaveLength(1);
  expect(await onlyOrder(sandbox)).toMatchObject({ names: ['example.com'], state: 'paid' });
  expect(await paid(sandbox)).toEqual([18_00]);
  expect(await browserOfOwn.findings()).toEqual([]);
});

test('killed before the payment reached the billing system: two looks find nothing, and the customer orders again @long', async ({
  browserOfOwn,
  sandbox,
  wire,
}) => {
  const form = await browserOfOwn.start();
  await form.walkTo('review', anOrder());
  const [underWay, isUnderWay] = promised();
  wire.faults.before = async (sent) => {
    if (!isPayment(sent)) return;
    isUnderWay();
    await new Promise(() => {});
  };
  await form.pay();
  await underWay;
  await browserOfOwn.kill();
  wire.faults = {};

  const again = await browserOfOwn.start((context) => context.clock.install());
  await again.open();
  await again.logIn.logIn();
  await expect(again.page.getByText('Your order is not in your account yet')).toBeVisible();
  await again.page.clock.fastForward(MINUTE);
  await again.review.backToReview.click();
  expect(await paid(sandbox)).toEqual([]);
  await again.pay();
  await again.done.isIssued();
  expect(await onlyOrder(sandbox)).toMatchObject({ state: 'paid' });
  expect(await paid(sandbox)).toEqual([18_00]);
  expect(await browserOfOwn.findings()).toEqual([]);
});

test('killed between the cart and its answer: the row of before is taken out, and one order is paid @long', async ({
  browserOfOwn,
  sandbox,
  wire,
}) => {
  const form = await browserOfOwn.start();
  const order = anOrder();
  await form.walkTo('validation', order);
  await form.validation.fill(order);
  await killBeforeTheAnswer(browserOfOwn, wire, isAdding, () => form.validation.continue());
  const { id } = await onlyOrder(sandbox);

  const again = await browserOfOwn.start();
  await again.open('#/review');
  await again.logIn.logIn();
  await again.pay();
  await again.done.isIssued();
  expect((await onlyOrder(sandbox)).id).not.toBe(id);
  expect(await paid(sandbox)).toEqual([18_00]);
  expect(await browserOfOwn.findings()).toEqual([]);
});

test('two browsers of one customer: what changed under a page is told and not paid, and the cart is paid once @long', async ({
  form,
  browserOfOwn,
  sandbox,
  wire,
}) => {
  await form.walkTo('review', anOrder({ domain: 'one.example.com' }));
  const second = await browserOfOwn.start();
  await second.walkTo('review', anOrder({ domain: 'two.example.com' }));
  const changed = 'Your cart has changed since the total was shown. Nothing was paid.';

  await form.pay();
  await expect(form.review.errors).toContainText(changed);
  expect(wire.sent.filter(isPayment)).toEqual([]);
  await form.review.isQuoted();
  await expect(form.page.locator('.notice').getByRole('listitem')).toContainText('two.example.com');
  await form.page.getByRole('checkbox', { name: 'Pay for these too' }).check();
  await form.pay();
  await form.done.isIssued();

  // The other page still shows the cart as it was.
  await second.page.getByRole('checkbox', { name: 'Pay for these too' }).check();
  await second.pay();
  await expect(second.review.errors).toContainText('Your order was not in the cart any more');
  expect(wire.sent.filter(isPayment)).toHaveLength(1);
  expect(await paid(sandbox)).toEqual([36_00]);
  expect(await browserOfOwn.findings()).toEqual([]);
});

test('Back after paying leads nowhere, another tab shows the order, and nothing more is paid', async ({
  form,
  page,
  context,
  sandbox,
  wire,
}) => {
  await form.walkTo('review', anOrder());
  await form.review.orderButton.dblclick();
  await form.done.isShown();
  await page.goBack();
  await form.done.isShown();
  await form.open('#/review');
  await form.done.isShown();

  const second = new Form(await context.newPage());
  await second.open('#/review');
  await second.page.getByRole('button', { name: 'Take over here' }).click();
  await second.logIn.logIn();
  await second.done.isShown();
  expect(wire.sent.filter(isPayment)).toHaveLength(1);
  expect(await paid(sandbox)).toEqual([18_00]);
});
