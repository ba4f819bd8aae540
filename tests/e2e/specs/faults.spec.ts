// What real installations do to an order under way. Each time the customer is told in words, nothing typed is lost, and in the
// end there is one order and one payment.
import type { Page } from '@playwright/test';
import type { Form, StepName } from '../pages/form.ts';
import { type Order, anOrder } from '../support/orders.ts';
import { paid } from '../support/payment.ts';
import type { Fault, Sandbox } from '../support/sandbox.ts';
import { configured } from '../support/site.ts';
import { expect, test } from '../support/test.ts';
import { typedOn } from '../support/typed.ts';

const PANEL = 'https://panel.example.com/';

/** What a case needs to say what the customer sees and does. */
interface Scene {
  form: Form;
  page: Page;
  sandbox: Sandbox;
  /** Waits until the first fault has bitten so often, and then lets so much time pass. */
  afterwards: (bitten: number, ms: number) => Promise<void>;
  /** Leaves the page for the names and comes back: what was typed stands there. */
  keepsTyped: () => Promise<void>;
}

interface Case {
  name: string;
  faults: Fault[];
  /** The page on which they are switched on, and whose button meets them. */
  at: StepName;
  order?: Partial<Order>;
  /** In cents. */
  price?: number;
  /** From the press of the button until the order can go on; without it nothing is noticed. */
  meets?: (scene: Scene) => Promise<void>;
  /** The page on which it goes on; the next one if not named. With `done`, the order is placed. */
  goesOn?: StepName;
}

const says = (page: Page, words: string) => expect(page.getByRole('main').getByText(words)).toBeVisible();

/** The cart fails with these words, and "Try again" goes on. */
const cartFails = (words: string) => async (scene: Scene) => {
  await says(scene.page, words);
  await scene.keepsTyped();
  await scene.form.review.tryAgain.click();
};

/** The order button is refused with these words; nothing was paid, and the button is still there. */
const payingFails = (words: string) => async (scene: Scene) => {
  await expect(scene.form.review.errors).toContainText(words);
  expect(await paid(scene.sandbox)).toEqual([]);
};

/** As above, and the customer area is where it can be mended. */
const payingFailsWithLink = (words: string) => async (scene: Scene) => {
  await payingFails(words)(scene);
  await expect(scene.form.review.panelLink).toHaveAttribute('href', PANEL);
  await scene.sandbox.faults([]);
};

/** The payment's answer does not come: it is looked for, and found. */
const isFoundOut = async ({ form }: Scene) => {
  await expect(form.review.unclearTitle).toBeVisible();
};

/** The log-in is refused with these words; the draft is kept. */
const logInFails = (words: string, hasLink: boolean) => async (scene: Scene) => {
  const { form } = scene;
  await form.logIn.logIn();
  await expect(form.contacts.errors).toContainText(words);
  await expect(scene.page.getByRole('main').getByRole('link', { name: 'customer area' })).toHaveCount(hasLink ? 1 : 0);
  if (hasLink) await expect(form.contacts.panelLink).toHaveAttribute('href', PANEL);
  await expect(form.logIn.userName).toHaveValue('demo');
  await scene.keepsTyped();
  await scene.sandbox.faults([]);
  await form.logIn.logIn();
};

/** The search for the certificate is slow, so that the page which says so can be seen. */
const SLOW_SEARCH: Fault = { fault: 'latency', millis: 1_500, func: 'certificate', skip: 1, times: 1 };
const PAYMENT = { func: 'payment.add.method', submits: true, times: 1 };
const ADDING = { func: 'certificate.order.param', submits: true, times: 1 };
const READING = { func: 'basket', submits: false, times: 1 };

const CASES: Case[] = [
  {
    name: 'answers of another shape: one as an object, more members, another order, numbers',
    faults: ['one_as_object', 'extra_fields', 'reordered', 'plain_numbers'].map((fault) => ({ fault })),
    at: 'package',
  },
  { name: 'everything once more inside "doc" @long', faults: [{ fault: 'nested' }], at: 'package' },
  {
    name: 'a billing system that speaks Russian @long',
    faults: [{ fault: 'russian' }],
    at: 'package',
    order: { code: 'EXPIRED' },
    meets: async ({ form, page }) => {
      await form.walkOn('package', 'review', anOrder({ code: 'EXPIRED' }));
      await says(page, 'The promotion code has expired.');
    },
    goesOn: 'review',
  },
  { name: 'every answer is slow @long', faults: [{ fault: 'latency', millis: 200 }], at: 'package' },
  {
    name: 'the cart is never answered @long',
    faults: [{ fault: 'time_out', ...READING }],
    at: 'validation',
    meets: async (scene) => {
      await scene.afterwards(1, 30_000);
      await cartFails('The billing system took too long to answer.')(scene);
    },
  },
  {
    name: 'the payment is taken and never answered @long',
    faults: [{ fault: 'time_out_after', ...PAYMENT }, SLOW_SEARCH],
    at: 'review',
    meets: async (scene) => {
      await scene.afterwards(1, 60_000);
      await isFoundOut(scene);
    },
    goesOn: 'done',
  },
  {
    name: 'a gateway fails on the request @long',
    faults: [{ fault: 'bad_gateway', func: 'certificate.order.csr', submits: true, times: 1 }],
    at: 'key',
    meets: async (scene) => {
      await scene.form.logIn.logIn();
      await says(scene.page, 'The billing system is not available at the moment (status 502).');
      await scene.keepsTyped();
    },
    goesOn: 'contacts',
  },
  {
    name: 'a gateway fails after the payment @long',
    faults: [{ fault: 'bad_gateway_after', ...PAYMENT }, SLOW_SEARCH],
    at: 'review',
    meets: isFoundOut,
    goesOn: 'done',
  },
  {
    name: 'the answer of the order breaks off @long',
    faults: [{ fault: 'truncated', ...ADDING }],
    at: 'validation',
    meets: cartFails('The connection broke off in the middle of the answer.'),
  },
  {
    name: 'a page comes instead of the log-in @long',
    faults: [{ fault: 'html', func: 'auth' }],
    at: 'key',
    meets: logInFails('A page came instead of the billing system’s answer', false),
    goesOn: 'contacts',
  },
  {
    name: 'cart and payment take long, and their answers are fetched later',
    faults: [
      { fault: 'long_operation', ...ADDING },
      { fault: 'long_operation', ...PAYMENT, skip_polls: 0 },
    ],
    at: 'validation',
  },
  {
    name: 'the cart is busy with an earlier call, twice @long',
    faults: [{ fault: 'in_process', ...READING, times: 2 }],
    at: 'validation',
    meets: async ({ form, sandbox }) => {
      await form.review.isQuoted();
      expect(await sandbox.bitten()).toEqual([2]);
    },
  },
  {
    name: 'the connection is lost after the payment @long',
    faults: [{ fault: 'connection_lost', ...PAYMENT }, SLOW_SEARCH],
    at: 'review',
    meets: isFoundOut,
    goesOn: 'done',
  },
  {
    name: 'the session ends in the cart @long',
    faults: [{ fault: 'session_end', ...READING }],
    at: 'validation',
    meets: async ({ form, page }) => {
      await form.logIn.isShown();
      await says(page, 'Your session has ended.');
      await form.logIn.logIn();
    },
  },
  {
    name: 'the account may not see the ways to pay @long',
    faults: [{ fault: 'access', func: 'payment.add', times: 1 }],
    at: 'validation',
    meets: cartFails('The billing system does not allow this to your account.'),
  },
  {
    name: 'no log-in from this network address @long',
    faults: [{ fault: 'badip' }],
    at: 'key',
    meets: logInFails('does not allow a log-in from your network address', true),
    goesOn: 'contacts',
  },
  {
    name: 'no log-in without a proof of being human',
    faults: [{ fault: 'captcha' }],
    at: 'key',
    meets: logInFails('wants to see that you are not a robot', true),
    goesOn: 'contacts',
  },
  {
    name: 'no log-in after too many tries @long',
    faults: [{ fault: 'blocklogon' }],
    at: 'key',
    meets: logInFails('Logging in is blocked for this account', true),
    goesOn: 'contacts',
  },
  {
    name: 'the money is gone by the time it is paid',
    faults: [{ fault: 'insufficient_funds' }],
    at: 'review',
    meets: payingFailsWithLink('There is not enough money on your account, and nothing was paid.'),
    goesOn: 'review',
  },
  {
    name: 'the promotion code is over @long',
    faults: [{ fault: 'promo_expired' }],
    at: 'validation',
    order: { code: 'WELCOME10' },
    meets: ({ page }) => says(page, 'The promotion code has expired.'),
  },
  {
    name: 'the payer is not complete',
    faults: [{ fault: 'payer_incomplete' }],
    at: 'review',
    meets: payingFailsWithLink('Your billing details are not complete, so nothing was paid.'),
    goesOn: 'review',
  },
  {
    name: 'a firewall turns the cart away @long',
    faults: [{ fault: 'forbidden', ...READING }],
    at: 'validation',
    meets: cartFails('A firewall in front of the billing system turned this page away (status 403).'),
  },
  {
    name: 'a firewall turns the payment away @long',
    faults: [{ fault: 'blocked_460', ...PAYMENT }],
    at: 'review',
    meets: payingFails('turned this page away (status 460).'),
    goesOn: 'review',
  },
];

for (const { name, faults, at, order: changes, price = 18_00, meets, goesOn } of CASES) {
  test(name, async ({ form, page, context, sandbox, policy }) => {
    // The browser itself says on the console what was answered with an error.
    policy.allow(/Failed to load resource/);
    await page.clock.install();
    await configured(context, { links: { panel: PANEL } });
    const order = anOrder(changes);
    await form.open();
    const typed = at === 'package' ? {} : await typesUntil(form, at, order);
    await sandbox.faults(faults);
    await press(form, at, order);
    const keepsTyped = async () => {
      const here = page.url();
      await form.open('#/subject');
      await form.subject.isShown();
      expect(await typedOn(page)).toEqual(typed);
      await page.goto(here);
    };
    const afterwards = async (bitten: number, ms: number) => {
      await expect.poll(async () => (await sandbox.bitten())[0]).toBe(bitten);
      await page.clock.fastForward(ms);
    };
    await meets?.({ form, page, sandbox, afterwards, keepsTyped });
    const next = goesOn ?? (at === 'package' ? 'package' : 'review');
    if (next !== 'done') await form.walkOn(next, 'done', order);
    await form.done.isShown();
    expect((await sandbox.orders()).map(({ names }) => names)).toEqual([[order.domain]]);
    expect(await paid(sandbox)).toEqual([price]);
  });
}

/** Everything before `step`, which is shown then; gives what stands in the fields of the names. */
async function typesUntil(form: Form, step: StepName, order: Order): Promise<Awaited<ReturnType<typeof typedOn>>> {
  await form.walkOn('package', 'subject', order);
  await form.subject.fill(order);
  const typed = await typedOn(form.page);
  await form.subject.continue();
  await form.walkOn('key', step, order);
  return typed;
}

/** The button of the page; after the key comes the log-in, whose button is the case's own to press. */
async function press(form: Form, step: StepName, order: Order): Promise<void> {
  if (step === 'key') {
    await form.key.save();
    await form.key.continue();
    await form.logIn.isShown();
  } else if (step !== 'package') await form.complete(step, order);
}
