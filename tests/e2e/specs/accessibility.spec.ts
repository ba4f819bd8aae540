// axe on every page, as it opens and with errors: wide in light colours, narrow in dark ones.
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { Form, type StepName } from '../pages/form.ts';
import { PACKAGES, anOrder } from '../support/orders.ts';
import { expect, test } from '../support/test.ts';

/** What axe finds wrong, short enough to read. */
async function flaws(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  const found = violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')}: ${failureSummary}`),
  );
  const tooWide = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  return tooWide > 0 ? [...found, `the page scrolls sideways by ${tooWide} pixels`] : found;
}

/** Pages where "Continue" on what is not filled in says errors. */
const CAN_BE_WRONG: StepName[] = ['package', 'subject', 'contacts', 'organization', 'validation'];

for (const [colorScheme, width] of [
  ['light', 1280],
  ['dark', 360],
] as const) {
  test.describe(`${width} pixels wide in ${colorScheme} colours`, () => {
    test.use({ colorScheme, viewport: { width, height: 740 } });

    test('axe finds nothing on any page', async ({ form, page }) => {
      test.slow();
      const order = anOrder({ package: PACKAGES.ov, code: 'EXPIRED' });
      const looksGood = (state: string) =>
        test.step(state, async () => expect.soft(await flaws(page), state).toEqual([]));
      await form.open();
      for (const step of Form.stepsOf(order)) {
        if (step === 'key') await form.key.isReady();
        if (step === 'review') await form.review.isQuoted();
        await form[step].isShown();
        await looksGood(`${step}, as it opens`);
        if (CAN_BE_WRONG.includes(step)) {
          await form[step].continue();
          await expect(form[step].errors).toBeVisible();
          await looksGood(`${step}, with errors`);
        }
        if (step === 'done') break;
        if (step === 'key') await form.key.privateKey.getByRole('button', { name: 'Show' }).click();
        await form.fill(step, order);
        if (step === 'key') await looksGood('key, shown and saved');
        if (step === 'review') await form.pay();
        else await form[step].continue();
        if (step === 'key') await logsIn(form, looksGood);
      }
      await form.done.isIssued();
      await looksGood('done, issued');
    });
  });
}

async function logsIn(form: Form, looksGood: (state: string) => Promise<void>): Promise<void> {
  await form.logIn.isShown();
  await looksGood('log-in, as it opens');
  await form.logIn.button.click();
  await looksGood('log-in, with errors');
  await form.logIn.logIn();
}
