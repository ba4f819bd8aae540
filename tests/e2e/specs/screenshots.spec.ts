// Writes every page into screenshots/ as <step>-<state>-<width>-<scheme>.png: wide and narrow, light and dark. Run by
// `make screenshots`; the pictures are looked at by people.
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { Form, type StepName } from '../pages/form.ts';
import { OTHER_ANSWERS, PACKAGES, anOrder } from '../support/orders.ts';
import { ROOT } from '../support/paths.ts';
import { configured } from '../support/site.ts';
import * as openssl from '../support/openssl.ts';
import { isPayment } from '../support/payment.ts';
import { expect, test } from '../support/test.ts';
import type { Faults } from '../support/wire.ts';

const FOLDER = join(ROOT, 'screenshots');
const CAN_BE_WRONG: StepName[] = ['package', 'subject', 'contacts', 'organization', 'validation'];

test.use({ sandboxOptions: { onDisk: true, issueAfter: 3_600 } });

for (const width of [1280, 360]) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test.describe(`${width} pixels wide, ${colorScheme}`, () => {
      test.use({ viewport: { width, height: width > 1000 ? 900 : 740 }, colorScheme });

      test('every page from the package to the issued certificate @screenshots', async ({
        form,
        page,
        sandbox,
        wire,
      }) => {
        test.slow();
        const shoot = camera(page, width, colorScheme);
        const order = anOrder({ package: PACKAGES.ov, code: 'EXPIRED', furtherNames: [] });
        await form.open();
        for (const step of Form.stepsOf(order)) {
          if (step === 'key') await shootKey(form, shoot);
          else if (step === 'review') await shootReview(form, shoot, wire.faults);
          else if (step === 'done') await shootDone(form, shoot, () => sandbox.issueAfter(0));
          else await shootStep(form, step, order, shoot);
          if (step === 'done') break;
          if (step === 'review') await form.pay();
          else await form[step].continue();
          if (step === 'key') await shootLogIn(form, shoot);
        }
      });

      test('an existing request, names that cost, other ways to pay, and paper @screenshots', async ({ form, page }) => {
        const shoot = camera(page, width, colorScheme);
        await form.walkTo('request', anOrder());
        const key = await openssl.makeKey();
        await form.request.bring(key);
        await expect(form.request.errors).toBeVisible();
        await shoot('request', 'refused');
        await form.request.text.fill(await openssl.makeRequest(key, '/CN=example.com/OU=Web'));
        await expect(form.request.signature).toContainText('verified');
        await shoot('request', 'read');
        await form.request.continue();
        await expect(form.subject.state).toBeVisible();
        await shoot('subject', 'missing');

        await page.evaluate(() => indexedDB.deleteDatabase('cert-order'));
        await page.goto('about:blank');
        await form.walkTo('subject', anOrder({ package: PACKAGES.dvMulti }));
        await form.subject.domain.fill('*.example.com');
        await form.subject.furtherNames.fill('a.example.com b.example.com c.example.com d.example.com');
        await form.subject.continue();
        await shoot('subject', 'remedies');
        await form.subject.fill(anOrder({ furtherNames: ['a.example.com', 'b.example.com'] }));
        await form.subject.continue();
        await form.walkOn('key', 'review', anOrder({ furtherNames: ['a.example.com', 'b.example.com'] }));
        await form.review.addNewAccount.check();
        await form.review.payNow.check();
        await shoot('review', 'pay-now');
        await page.emulateMedia({ media: 'print' });
        await shoot('review', 'paper');
        await page.emulateMedia({ media: 'screen' });
        await form.review.method('Card').check();
        await form.pay();
        await form.done.isShown();
        await shoot('done', 'to-be-paid');
        await page.emulateMedia({ media: 'print' });
        await shoot('done', 'paper');
      });

      test('what is seen when something fails @screenshots', async ({ form, page, sandbox, wire, policy }) => {
        policy.allow(/Failed to load resource/);
        const shoot = camera(page, width, colorScheme);
        await page.route('**/config.json', (route) => route.fulfill({ body: '{"billing_url": 7}' }));
        await form.open();
        await expect(page.getByRole('alert')).toBeVisible();
        await shoot('config', 'error');
        await page.unroute('**/config.json');

        await page.route('**/rest-*.wasm', (route) => route.abort('connectionreset'));
        await form.open();
        await form.package.fill(anOrder());
        await form.package.continue();
        await expect(page.getByRole('heading', { level: 1 })).toContainText('could not be loaded');
        await shoot('missing', 'error');
        await page.unroute('**/rest-*.wasm');
        await page.evaluate(() => indexedDB.deleteDatabase('cert-order'));
        await page.goto('about:blank');

        await form.walkTo('review', anOrder({ code: 'WELCOME10' }));
        await shoot('review', 'discount');
        const second = await page.context().newPage();
        await second.setViewportSize({ width, height: 740 });
        await second.goto('./');
        await expect(second.getByRole('heading', { level: 1 })).toContainText('another tab');
        await camera(second, width, colorScheme)('elsewhere', 'told');
        await second.close();
        wire.faults.isLost = async (sent) => isPayment(sent) && (await sandbox.kill(), true);
        await form.pay();
        await expect(form.review.lookAgain).toBeVisible();
        await shoot('review', 'unclear-down');
        wire.faults = {};
      });

      test('the new cart, and what is mended in the customer area @screenshots', async ({
        form,
        page,
        context,
        sandbox,
      }) => {
        const shoot = camera(page, width, colorScheme);
        const links = { panel: 'https://panel.example.com/', register: 'https://panel.example.com/register' };
        await configured(context, { operator: 'Example Hosting', links });
        await form.walkTo('key', anOrder());
        await form.key.save();
        await form.key.continue();
        await sandbox.faults([{ fault: 'captcha', times: 1 }, { fault: 'payer_incomplete' }]);
        await form.logIn.logIn();
        await expect(form.contacts.panelLink).toBeVisible();
        await shoot('log-in', 'captcha');
        await form.logIn.logIn();
        await form.walkOn('contacts', 'review', anOrder());
        await form.pay();
        await expect(form.review.panelLink).toBeVisible();
        await shoot('review', 'payer-incomplete');
        await sandbox.faults([{ fault: 'limit', func: 'basket', times: 1 }]);
        await page.reload();
        await form.logIn.logIn();
        await expect(form.review.panelLink).toBeVisible();
        await shoot('review', 'limit');

        await sandbox.faults([{ fault: 'new_cart' }]);
        await configured(context, { operator: 'Example Hosting', links, cart: 'quickbasket' });
        await page.reload();
        await form.logIn.logIn();
        await form.review.intoCart.waitFor();
        await shoot('review', 'new-cart');
        await form.review.intoCart.click();
        await form.done.isInCart();
        await shoot('done', 'in-the-cart');
      });

      test.describe('another installation', () => {
        test.use({ sandboxOptions: { profile: 'other', issueAfter: 3_600 } });

        test('its questions, ways to check the names, and the record @screenshots', async ({ form, page }) => {
          const shoot = camera(page, width, colorScheme);
          const order = anOrder({ method: 'DNS', answers: OTHER_ANSWERS });
          await form.walkTo('questions', order);
          await shoot('questions', 'empty');
          await form.questions.continue();
          await expect(form.questions.errors).toBeVisible();
          await shoot('questions', 'errors');
          await form.fill('questions', { ...order, answers: { 'Project note': 'Shop', 'Server software': 'nginx' } });
          await form.questions.continue();
          await expect(form.questions.errors).toBeVisible();
          await shoot('questions', 'errors-later');
          await form.complete('questions', order);
          await form.validation.method('DNS').waitFor();
          await shoot('validation', 'methods');
          await form.validation.method('E-mail').check();
          await form.validation.continue();
          await expect(form.validation.errors).toBeVisible();
          await shoot('validation', 'methods-errors');
          await form.complete('validation', order);
          await form.review.isQuoted();
          await shoot('review', 'answers');
          await form.pay();
          await form.done.machine('DNS record').waitFor();
          await shoot('done', 'record');
        });
      });
    });
  }
}

type Shoot = (step: string, state: string) => Promise<void>;

/** Takes the whole page in a window as high as the page, so that what sticks to the window's edge stands where it belongs. */
function camera(page: Page, width: number, scheme: string): Shoot {
  const usual = page.viewportSize() ?? { width, height: 740 };
  return async (step, state) => {
    await mkdir(FOLDER, { recursive: true });
    const height = await page.evaluate(() => document.documentElement.scrollHeight);
    await page.setViewportSize({ width, height: Math.max(height, usual.height) });
    await page.screenshot({ path: join(FOLDER, `${step}-${state}-${width}-${scheme}.png`) });
    await page.setViewportSize(usual);
  };
}

async function shootStep(
  form: Form,
  step: Exclude<StepName, 'key' | 'review' | 'done'>,
  order: ReturnType<typeof anOrder>,
  shoot: Shoot,
): Promise<void> {
  await form[step].isShown();
  await shoot(step, 'empty');
  if (CAN_BE_WRONG.includes(step)) {
    await form[step].continue();
    await expect(form[step].errors).toBeVisible();
    await shoot(step, 'errors');
  }
  await form.fill(step, order);
  await shoot(step, 'filled');
}

async function shootKey(form: Form, shoot: Shoot): Promise<void> {
  await form.key.isReady();
  await shoot('key', 'ready');
  await form.key.privateKey.getByRole('button', { name: 'Show' }).click();
  await form.key.shownKey.waitFor();
  await shoot('key', 'shown');
  await form.key.save();
  await shoot('key', 'saved');
}

async function shootLogIn(form: Form, shoot: Shoot): Promise<void> {
  await form.logIn.isShown();
  await shoot('log-in', 'empty');
  await form.logIn.logIn('demo', 'not-the-password');
  await expect(form.contacts.errors).toBeVisible();
  await shoot('log-in', 'errors');
  await form.logIn.logIn();
}

/** Busy, while the cart is read; then with the figures. */
async function shootReview(form: Form, shoot: Shoot, faults: Faults): Promise<void> {
  await form.review.isQuoted();
  await shoot('review', 'ready');
  let go = () => {};
  const held = new Promise<void>((resolve) => (go = resolve));
  faults.before = () => held;
  await form.review.change('period').click();
  await form.package.period(6).check();
  await form.package.continue();
  await form.review.isShown();
  await shoot('review', 'busy');
  go();
  delete faults.before;
  await form.review.isQuoted();
}

async function shootDone(form: Form, shoot: Shoot, issue: () => Promise<void>): Promise<void> {
  await form.done.isShown();
  await expect(form.done.checkNow).toBeVisible();
  await shoot('done', 'ordered');
  await issue();
  await form.done.isIssued();
  await shoot('done', 'issued');
}
