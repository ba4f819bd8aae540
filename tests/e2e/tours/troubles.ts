// What is seen when something is wrong with the site, the connection or the order: each in place of a page.
import { isPayment } from '../support/payment.ts';
import { expect } from '../support/test.ts';
import { anOrder } from '../support/orders.ts';
import { type Tour, type Visit, calls, whileHeld } from './tour.ts';

/** Each message of the static shell, as the boot script shows it, or the browser where no script runs. */
async function bootMessages({ form, page, look }: Visit): Promise<void> {
  await page.route('**/boot-*.js', (route) => route.abort('connectionreset'));
  await form.open();
  const messages = page.locator('[data-boot-message]');
  await expect(messages.first()).toBeVisible();
  const names = await messages.evaluateAll((all) => all.map((one) => (one as HTMLElement).dataset.bootMessage ?? ''));
  for (const name of names) {
    await messages.evaluateAll((all, name) => {
      for (const one of all) one.toggleAttribute('hidden', (one as HTMLElement).dataset.bootMessage !== name);
    }, name);
    // What shows itself late is looked at once it has.
    await page.evaluate(() => document.getAnimations().forEach((animation) => animation.finish()));
    await look(`boot message, ${name}`);
  }
  await page.unroute('**/boot-*.js');
}

async function brokenSite({ form, page, look }: Visit): Promise<void> {
  await page.route('**/config.json', (route) => route.fulfill({ body: '{"billing_url": 7}' }));
  await form.open();
  await expect(page.getByRole('alert')).toBeVisible();
  await look('a wrong configuration');
  await page.unroute('**/config.json');
  await page.route('**/rest-*.wasm', (route) => route.abort('connectionreset'));
  await form.open();
  await form.package.fill(anOrder());
  await form.package.continue();
  await expect(form.package.heading).toContainText('could not be loaded');
  await look('a part that is missing');
  await page.unroute('**/rest-*.wasm');
  await page.evaluate(() => indexedDB.deleteDatabase('cert-order'));
  await page.goto('about:blank');
}

/** Another tab takes the order over, and gives it back. */
async function elsewhere({ form, page, context, look }: Visit): Promise<void> {
  const other = await context.newPage();
  await other.goto('./');
  await other.getByRole('button', { name: 'Take over here' }).click();
  await expect(form.package.heading).toContainText('another tab');
  await look('elsewhere');
  await other.close();
  await page.bringToFront();
  await page.getByRole('button', { name: 'Take over here' }).click();
  await form.logIn.logIn();
  await form.review.isQuoted();
}

async function go(visit: Visit): Promise<void> {
  const { form, page, sandbox, wire, policy, look } = visit;
  policy.allow(/Failed to load resource|BootFailure|network/);
  await bootMessages(visit);
  await brokenSite(visit);
  await form.walkTo('review', anOrder({ code: 'WELCOME10' }));
  await look('review, with a discount');
  await elsewhere(visit);
  wire.faults.isLost = async (sent) => isPayment(sent) && (await sandbox.kill(), true);
  await form.pay();
  await expect(form.review.lookAgain).toBeVisible();
  await look('unclear, the billing system cannot be reached');
  wire.faults = {};
  await sandbox.up();
  await whileHeld(
    wire,
    calls('certificate'),
    () => form.review.lookAgain.click(),
    async () => {
      await expect(page.getByText('Looking into your account…')).toBeVisible();
      await look('unclear, being looked for');
    },
  );
  await form.done.isShown();
}

export const TROUBLES_TOUR: Tour = { name: 'what is wrong', options: { onDisk: true }, go };
