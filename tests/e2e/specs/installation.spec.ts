// One and the same site before billing systems of other kinds: other fields, another cart, another dialect, another origin.
import type { BrowserContext } from '@playwright/test';
import type { Egress } from '../support/egress.ts';
import { DEMO, OTHER_ANSWERS, TRIAL, anOrder } from '../support/orders.ts';
import { isPayment, onlyOrder, paid } from '../support/payment.ts';
import { Sandbox } from '../support/sandbox.ts';
import { configured } from '../support/site.ts';
import { expect, test, unguarded } from '../support/test.ts';
import type { Wire } from '../support/wire.ts';

const PANEL = 'https://panel.example.com/';

test.describe('an installation with questions and ways to check the names', () => {
  test.use({ sandboxOptions: { profile: 'other', issueAfter: 3_600 } });

  test('its questions are asked, the record of the chosen way is shown after the order', async ({
    form,
    page,
    sandbox,
  }) => {
    const order = anOrder({ method: 'DNS', answers: OTHER_ANSWERS });
    await form.walkTo('questions', order);
    await form.questions.continue();
    await expect(form.questions.errors.getByRole('link')).toHaveText('Answer the question “Project note”');
    await form.questions.answer('Project note').fill('x'.repeat(41));
    await form.questions.answer('Project note').blur();
    await expect(form.questions.errors.getByRole('link')).toHaveText('Project note: use at most 40 characters; this has 41');
    await form.fill('questions', order);
    await expect(form.questions.answer('Newsletter'), 'what may be left out is not asked').toHaveCount(0);
    await form.questions.continue();
    await form.validation.isShown();
    await expect(form.validation.method('DNS'), 'the way that works for every name').toBeChecked();
    await expect(form.validation.approver('example.com')).toHaveCount(0);
    await form.validation.method('E-mail').check();
    await expect(form.validation.approver('example.com')).toBeVisible();
    await form.validation.method('DNS').check();
    await form.validation.continue();
    await form.pay();
    await form.done.isShown();
    const record = form.done.machine('DNS record');
    await expect(record).toBeVisible();
    await record.getByRole('button', { name: 'Copy' }).click();
    await expect(record.getByRole('button', { name: 'Copied' })).toBeVisible();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    await expect(record.locator('pre')).toHaveText(copied);
    expect(await onlyOrder(sandbox)).toMatchObject({
      crt_type: 'own_csr',
      approver_method: 'auth_dnstxt',
      answers: { project_note: 'Shop', server_software: 'nginx', licence_agreement: 'on' },
    });
    expect(await paid(sandbox)).toEqual([18_00]);
  });
});

test('into the new cart: it is put there, and paid in the customer area', async ({ form, page, context, sandbox }) => {
  await sandbox.faults([{ fault: 'new_cart' }]);
  await configured(context, { cart: 'quickbasket', links: { panel: PANEL } });
  const order = anOrder();
  await form.walkTo('validation', order);
  await form.complete('validation', order);
  await form.review.isShown();
  await form.review.intoCart.click();
  await form.done.isInCart();
  await expect(page.getByText('It lies in your cart and is not ordered yet.')).toBeVisible();
  const payment = page.locator('section').filter({ has: page.getByRole('heading', { name: 'Payment' }) });
  await expect(payment.getByRole('link', { name: 'Customer area' })).toHaveAttribute('href', PANEL);
  expect(await onlyOrder(sandbox)).toMatchObject({ cart: 'new', payments: [] });
  expect(await sandbox.balance()).toBe(DEMO.balance);
});

test('past the cart: paid from the balance at once @long', async ({ form, page, context, sandbox }) => {
  await configured(context, { cart: 'skipbasket' });
  const order = anOrder();
  await form.walkTo('validation', order);
  await form.complete('validation', order);
  await form.review.isShown();
  await page.getByRole('button', { name: 'Order and pay from the balance' }).dblclick();
  await form.done.isIssued();
  expect(await onlyOrder(sandbox)).toMatchObject({ state: 'paid' });
  expect(await sandbox.balance()).toBe(DEMO.balance - 18_00);
});

for (const profile of ['standard', 'other'] as const) {
  test.describe(`the profile ${profile} in the flat dialect${profile === 'standard' ? ' @long' : ''}`, () => {
    test.use({ sandboxOptions: { profile } });

    test('a whole order', async ({ form, context, sandbox, wire }) => {
      await configured(context, { dialect: 'bjson' });
      await form.walkTo('done', anOrder(profile === 'other' ? { answers: OTHER_ANSWERS, method: 'E-mail' } : {}));
      await form.done.isIssued();
      expect(await onlyOrder(sandbox)).toMatchObject({ names: ['example.com'], state: 'paid' });
      expect(wire.sent.some(({ body }) => body.toString().includes('out=bjson'))).toBe(true);
    });
  });
}

test('offline: the words, and it goes on by itself when the connection is back', async ({
  form,
  page,
  context,
  sandbox,
  policy,
}) => {
  policy.allow(/Failed to load resource: net::ERR_/);
  const order = anOrder();
  await form.walkTo('validation', order);
  await form.validation.fill(order);
  await context.setOffline(true);
  await form.validation.continue();
  await expect(page.getByText('You are offline. Nothing you entered is lost')).toBeVisible();
  await context.setOffline(false);
  await form.pay();
  await form.done.isShown();
  expect(await paid(sandbox)).toEqual([18_00]);
});

/** Requests of the browser to the origin `url`. */
const to = ({ sent }: Wire, url: string) => sent.filter((entry) => new URL(entry.url).origin === url);

// Without the guard of the other tests; what matters of it is checked here.
unguarded('a log-in of the panel in the same browser and another one in the form: the form’s is charged', async ({
  form,
  page,
  context,
  sandbox,
  wire,
  policy,
  egress,
}) => {
  policy.allow(/favicon/);
  const panel = await context.newPage();
  await panel.goto(`${sandbox.url}/sandbox/violations`);
  await panel.evaluate(async ({ name, password }) => {
    const body = new URLSearchParams({ func: 'auth', out: 'json', username: name, password });
    await fetch('/billmgr', { method: 'POST', body });
  }, TRIAL);
  expect(await context.cookies()).toHaveLength(1);
  const before = wire.sent.length;
  await page.bringToFront();
  await form.walkTo('done', anOrder());
  await form.done.isIssued();
  const calls = wire.sent.slice(before).filter(({ url }) => url.endsWith('/billmgr'));
  expect(calls.length).toBeGreaterThan(10);
  expect(calls.filter(({ headers }) => /^cookie$/im.test(headers))).toEqual([]);
  expect(await sandbox.balance('demo')).toBe(DEMO.balance - 18_00);
  expect(await sandbox.balance('trial')).toBe(TRIAL.balance);
  expect(policy.findings()).toEqual([]);
  // The browser itself sends the panel's cookie with the files of the site, which lie on the same origin.
  const found = (await egress.findings()).filter((words) => !/session id in the headers of GET/.test(words));
  expect(found).toEqual([]);
});

/** With a billing system on an origin of its own, `billing`, which knows nothing of the site. */
const apart = test.extend<{ billing: Sandbox }>({
  billing: async ({}, use) => {
    const billing = await Sandbox.start();
    await use(billing);
    await billing.stop();
  },
  sandboxOptions: async ({ billing }, use) => use({ connectSrc: billing.url }),
});

async function callsElsewhere(context: BrowserContext, billing: Sandbox, wire: Wire, egress: Egress): Promise<void> {
  for (const watch of [wire, egress]) watch.allow(billing.url);
  await configured(context, { billing_url: `${billing.url}/billmgr` });
}

apart('on another origin that allows this site: a whole order by simple requests, without a cookie', async ({
  form,
  context,
  billing,
  sandbox,
  wire,
  egress,
}) => {
  await billing.faults([{ fault: 'cors', text: sandbox.url }]);
  await callsElsewhere(context, billing, wire, egress);
  await form.walkTo('done', anOrder());
  await form.done.isIssued();
  expect(await onlyOrder(billing)).toMatchObject({ names: ['example.com'], state: 'paid' });
  expect(await sandbox.orders()).toEqual([]);
  const calls = to(wire, billing.url);
  expect(calls.filter(isPayment)).toHaveLength(1);
  expect([...new Set(calls.map(({ method }) => method))], 'no preflight').toEqual(['POST']);
  expect(calls.filter(({ headers }) => /^cookie$/im.test(headers))).toEqual([]);
  expect(await context.cookies()).toEqual([]);
  expect(await billing.violations()).toBe(0);
});

apart('on another origin that allows another site: it answers, and this page may not read it', async ({
  form,
  page,
  context,
  billing,
  wire,
  egress,
  policy,
}) => {
  policy.allow(/blocked by CORS policy|Failed to load resource: net::ERR_FAILED/);
  await billing.faults([{ fault: 'cors', text: 'https://shop.example.com' }]);
  await callsElsewhere(context, billing, wire, egress);
  await form.open();
  await expect(page.getByText('The billing system answers, but this page may not read it.')).toBeVisible();
});
