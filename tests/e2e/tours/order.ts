// An order from the package to the issued certificate: each page empty, wrong, filled in and busy.
import { expect } from '../support/test.ts';
import { holdFirstKey } from '../support/held-key.ts';
import { isPayment } from '../support/payment.ts';
import { BEN, PACKAGES, anOrder } from '../support/orders.ts';
import { type Tour, type Visit, calls, inDialog, whileHeld } from './tour.ts';

const ORDER = anOrder({ package: PACKAGES.ov, code: 'EXPIRED', tech: BEN });

/** Empty, with an error at each field, and filled in. */
async function asked(
  { form, look }: Visit,
  step: 'subject' | 'contacts' | 'organization' | 'validation',
): Promise<void> {
  await form[step].isShown();
  if (step === 'contacts') {
    await form.knowsCustomer();
    await form.contacts.techIsAdmin.setChecked(false);
    await form.contacts.knowsCode();
  }
  if (step === 'validation') await form.validation.approver(ORDER.domain).waitFor();
  await look(`${step}, as it opens`);
  await form[step].continue();
  await expect(form[step].errors).toBeVisible();
  await look(`${step}, with errors`);
  await form.fill(step, ORDER);
  // What was wrong is judged anew when its field is left.
  await form.page.locator(':focus').evaluate((field) => (field as HTMLElement).blur());
  await expect(form[step].errors).toHaveCount(0);
  await look(`${step}, filled in`);
  if (step === 'validation') await privacy(form, () => look('what leaves the browser, with the bytes'));
}

/** The page of what leaves the browser, and back again. */
async function privacy({ page }: Visit['form'], look: () => Promise<void>): Promise<void> {
  await page.getByRole('contentinfo').getByRole('link', { name: 'What leaves this browser' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('What leaves this browser');
  await look();
  await page.getByRole('button', { name: 'Back to the order' }).click();
}

async function choosesPackage({ form, page, look }: Visit): Promise<void> {
  await form.package.isShown();
  await look('package, as it opens');
  await form.package.continue();
  await expect(form.package.errors).toBeVisible();
  await look('package, with errors');
  let go = () => {};
  const held = new Promise<void>((resolve) => (go = resolve));
  await page.route('**/rest-*.wasm', async (route) => {
    await held;
    await route.continue();
  });
  await page.reload();
  await form.fill('package', ORDER);
  await look('package, filled in');
  await form.package.continue();
  await expect(page.getByRole('main').getByRole('status').filter({ hasText: 'Loading' })).toBeVisible();
  await look('package, busy');
  go();
  await form.request.isShown();
  await page.unroute('**/rest-*.wasm');
  await look('request, as it opens');
  await page.getByText('What is a certificate signing request?').click();
  await look('request, with the explanation');
  await form.request.continue();
}

async function makesKey({ form, page, look }: Visit): Promise<void> {
  await expect(page.getByText('Making your private key')).toBeVisible();
  await look('key, busy');
  await page.evaluate(() => window.finishKey?.());
  await form.key.isReady();
  await look('key, as it opens');
  for (const more of await page.locator('main summary').all()) await more.click();
  await form.key.privateKey.getByRole('button', { name: 'Show' }).click();
  await form.key.privateKey.getByRole('button', { name: 'Copy' }).click();
  await expect(form.key.privateKey.getByRole('button', { name: 'Copied' })).toBeVisible();
  await form.key.save();
  await look('key, shown, copied and saved, all opened');
  await form.key.continue();
}

async function logsIn({ form, page, wire, look }: Visit): Promise<void> {
  const { logIn } = form;
  await logIn.isShown();
  await look('log-in, as it opens');
  await logIn.button.click();
  await expect(form.contacts.errors).toBeVisible();
  await look('log-in, with errors');
  await whileHeld(
    wire,
    calls('auth'),
    () => logIn.logIn('demo', 'not-the-password'),
    async () => {
      await expect(page.getByText('Logging in…')).toBeVisible();
      await look('log-in, busy');
    },
  );
  await expect(form.contacts.errors).toBeVisible();
  await look('log-in, refused');
  await logIn.logIn();
}

async function pays(visit: Visit): Promise<void> {
  const { form, page, wire, look } = visit;
  await whileHeld(
    wire,
    calls('basket'),
    () => form.validation.continue(),
    async () => {
      await form.review.isShown();
      await expect(page.getByText('Putting the order into your cart')).toBeVisible();
      await look('review, busy');
    },
  );
  await form.review.isQuoted();
  await look('review, filled in');
  await form.review.addNewAccount.check();
  await look('review, another way to pay');
  await form.review.currentAccount.check();
  await inDialog(page, page.getByRole('button', { name: 'Start over' }), () => look('the dialog "Start over"'));
  await whileHeld(wire, isPayment, () => form.pay(), async () => {
    await expect(page.getByText('Placing your order…')).toBeVisible();
    await look('review, placing the order');
  });
}

async function go(visit: Visit): Promise<void> {
  const { form, page, sandbox, look } = visit;
  await page.addInitScript(holdFirstKey);
  await form.open();
  await choosesPackage(visit);
  await asked(visit, 'subject');
  await form.subject.continue();
  await makesKey(visit);
  await logsIn(visit);
  await asked(visit, 'contacts');
  await form.contacts.continue();
  await asked(visit, 'organization');
  await form.organization.continue();
  await asked(visit, 'validation');
  await pays(visit);
  await form.done.isShown();
  await expect(form.done.checkNow).toBeVisible();
  await look('done, ordered');
  const forget = page.getByRole('button', { name: 'Forget everything on this device' });
  await inDialog(page, forget, () => look('the dialog "Forget everything"'));
  await sandbox.issueAfter(0);
  await form.done.isIssued();
  await form.done.machine('Private key').getByRole('button', { name: 'Show' }).click();
  await look('done, issued, the key shown');
}

export const ORDER_TOUR: Tour = { name: 'an order', options: { issueAfter: 3_600 }, go };
