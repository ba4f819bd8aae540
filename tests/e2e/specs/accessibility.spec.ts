// axe on every page, as it opens and with errors: wide in light colours, narrow in dark ones.
import { Form, type StepName } from '../pages/form.ts';
import { OTHER_ANSWERS, PACKAGES, anOrder } from '../support/orders.ts';
import { flaws } from '../support/flaws.ts';
import { configured } from '../support/site.ts';
import * as openssl from '../support/openssl.ts';
import { expect, test } from '../support/test.ts';

/** Pages where "Continue" on what is not filled in says errors. */
const CAN_BE_WRONG: StepName[] = ['package', 'subject', 'contacts', 'organization', 'validation'];

for (const [colorScheme, width] of [
  ['light', 1280],
  ['dark', 320],
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

for (const [colorScheme, width] of [
  ['light', 1280],
  ['dark', 320],
] as const) {
  test.describe(`an existing request, ${width} pixels wide in ${colorScheme} colours`, () => {
    test.use({ colorScheme, viewport: { width, height: 740 } });

    test('axe finds nothing on its pages', async ({ form, page }) => {
      const looksGood = (state: string) =>
        test.step(state, async () => expect.soft(await flaws(page), state).toEqual([]));
      const key = await openssl.makeKey();
      const subject = `/CN=${'a-rather-long-name-of-a-shop.'.repeat(2)}com/OU=Web`;
      await form.walkTo('request', anOrder());
      await form.request.bring('hello');
      await expect(form.request.errors).toBeVisible();
      await looksGood('request, with errors');
      await form.request.text.fill(key);
      await expect(form.request.errors).toContainText('That is a private key');
      await looksGood('request, a key refused');
      await form.request.text.fill(await openssl.makeRequest(key, subject, '-addext', 'subjectAltName=IP:192.0.2.1'));
      await expect(form.request.signature).toContainText('verified');
      await looksGood('request, read');
      await form.request.continue();
      await expect(form.subject.state).toBeVisible();
      await looksGood('subject, what is missing');
      await form.subject.continue();
      await expect(form.subject.errors).toBeVisible();
      await looksGood('subject, with errors');
    });
  });
}

for (const [colorScheme, width] of [
  ['light', 1280],
  ['dark', 320],
] as const) {
  test.describe(`another installation, ${width} pixels wide in ${colorScheme} colours @long`, () => {
    test.use({
      colorScheme,
      viewport: { width, height: 740 },
      sandboxOptions: { profile: 'other', issueAfter: 3_600 },
    });

    test('axe finds nothing on its questions, the ways to check the names and the record', async ({ form, page }) => {
      const looksGood = (state: string) =>
        test.step(state, async () => expect.soft(await flaws(page), state).toEqual([]));
      const order = anOrder({ method: 'DNS', answers: OTHER_ANSWERS });
      await form.walkTo('questions', order);
      await looksGood('questions, as it opens');
      await form.questions.continue();
      await expect(form.questions.errors).toBeVisible();
      await looksGood('questions, with an error');
      await form.fill('questions', { ...order, answers: { 'Project note': 'Shop', 'Server software': 'nginx' } });
      await form.questions.continue();
      await expect(form.questions.errors).toBeVisible();
      await looksGood('questions, all of them with an error');
      await form.complete('questions', order);
      await form.validation.isShown();
      await form.validation.method('DNS').waitFor();
      await looksGood('validation, a choice of ways');
      await form.validation.method('E-mail').check();
      await form.validation.continue();
      await expect(form.validation.errors).toBeVisible();
      await looksGood('validation, by mail, with errors');
      await form.complete('validation', order);
      await form.pay();
      await form.done.machine('DNS record').waitFor();
      await looksGood('done, with the record');
    });

    test('axe finds nothing on the troubles that are mended in the customer area', async ({
      form,
      page,
      context,
      sandbox,
    }) => {
      await configured(context, { links: { panel: 'https://panel.example.com/' } });
      const looksGood = (state: string) =>
        test.step(state, async () => expect.soft(await flaws(page), state).toEqual([]));
      const order = anOrder({ method: 'DNS', answers: OTHER_ANSWERS });
      await form.walkTo('key', order);
      await form.fill('key', order);
      await form.key.continue();
      await sandbox.faults([{ fault: 'captcha', times: 1 }, { fault: 'payer_incomplete' }]);
      await form.logIn.logIn();
      await expect(form.contacts.panelLink).toBeVisible();
      await looksGood('log-in, refused');
      await form.logIn.logIn();
      await form.walkOn('contacts', 'review', order);
      await form.pay();
      await expect(form.review.panelLink).toBeVisible();
      await looksGood('review, the payer is not complete');
      await sandbox.faults([{ fault: 'limit', func: 'basket', times: 1 }]);
      await page.reload();
      await form.logIn.logIn();
      await expect(form.review.panelLink).toBeVisible();
      await looksGood('review, a limit is reached');
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
