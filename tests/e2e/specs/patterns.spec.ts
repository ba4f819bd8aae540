// How every page asks: one thing at a time, errors when they are due and not before, no button that works twice, and words for
// whatever takes its time.
import { type Locator, type Page } from '@playwright/test';
import { type StepName } from '../pages/form.ts';
import { KeysPage } from '../pages/keys.ts';
import { DEMO, OTHER_ANSWERS, PACKAGES, PASSPHRASE, anOrder } from '../support/orders.ts';
import { paid } from '../support/payment.ts';
import { expect, test } from '../support/test.ts';
import { reload } from '../support/typed.ts';

/** Everything that the live regions of the page say from now on. */
async function listen(page: Page): Promise<() => Promise<string[]>> {
  await page.addInitScript(() => {
    const REGION = '[role=status], [role=alert], [aria-live]';
    const said: string[] = [];
    Object.assign(globalThis, { said });
    new MutationObserver((records) => {
      for (const { target, addedNodes } of records)
        for (const node of [target, ...addedNodes]) {
          const element = node instanceof Element ? node : node.parentElement;
          const around = element?.closest(REGION);
          const regions = around ? [around] : [...(element?.querySelectorAll(REGION) ?? [])];
          for (const { textContent } of regions) if (!said.includes(textContent)) said.push(textContent);
        }
    }).observe(document, { subtree: true, childList: true, characterData: true });
  });
  return () => page.evaluate(() => (globalThis as unknown as { said: string[] }).said);
}

/** The page has one heading, at most one primary button, and labels without asterisks. */
async function asksPlainly(page: Page): Promise<void> {
  await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
  expect(await page.locator('.button--primary').filter({ visible: true }).count()).toBeLessThanOrEqual(1);
  for (const label of await page.locator('main :is(label, legend, summary)').allTextContents())
    expect(label).not.toMatch(/\*(?!\.)|required/i);
}

/** A press that the browser counts as the second of a double one. */
async function secondPress(button: Locator): Promise<void> {
  await button.hover();
  await button.page().mouse.down({ clickCount: 2 });
  await button.page().mouse.up({ clickCount: 2 });
}

test('an order whose every primary button is pressed twice is sent once, and long work says what it does', async ({
  form,
  page,
  sandbox,
  wire,
}) => {
  const said = await listen(page);
  const order = anOrder({ package: PACKAGES.ov });
  await form.open();
  const pages: StepName[] = ['package', 'request', 'subject', 'key', 'contacts', 'organization', 'validation'];
  for (const [i, step] of pages.entries()) {
    await form.fill(step, order);
    await asksPlainly(page);
    const states = page.locator('.steps__item');
    await expect(states.filter({ has: page.locator('[aria-current=step]') })).toHaveAttribute('data-state', 'current');
    await expect(page.locator('.steps__item[data-state=done]')).toHaveCount(i);
    expect(await page.locator('.steps__item[data-state=todo]').count()).toBeGreaterThan(0);
    await form[step].continueButton.dblclick();
    // The second press of a double one, wherever the button of the next page stands.
    if (step === 'package') await secondPress(form.request.continueButton);
    if (step === 'key') {
      await form.logIn.isShown();
      await form.logIn.userName.fill(DEMO.name);
      await form.logIn.password.fill(DEMO.password);
      await asksPlainly(page);
      await form.logIn.button.dblclick();
    }
  }
  await form.review.isQuoted();
  await asksPlainly(page);
  await form.review.orderButton.dblclick();
  await form.done.isShown();
  await asksPlainly(page);

  expect(await sandbox.orders()).toHaveLength(1);
  expect(await paid(sandbox)).toHaveLength(1);
  const calls = wire.sent.map(({ body }) => new URLSearchParams(body.toString()));
  const count = (func: string, sends = true) =>
    calls.filter((call) => call.get('func') === func && call.has('sok') === sends).length;
  expect([count('auth', false), count('certificate.order.csr'), count('certificate.order.param')]).toEqual([1, 1, 1]);
  const texts = (await said()).join('\n');
  for (const words of [
    'Making your private key (ECDSA P-256)…',
    'Signing the request…',
    'Saving it in this browser…',
    'Logging in…',
    'Putting the order into your cart and asking for its price…',
    'Placing your order…',
  ])
    expect(texts).toContain(words);
});

test('a vault is made once by two presses, says so, and names its errors as every page does', async ({ form, page }) => {
  const said = await listen(page);
  await form.open();
  const keys = new KeysPage(page);
  await keys.open();
  const field = page.locator('[data-field=vault-passphrase]');
  await field.focus();
  await field.blur();
  await expect(page.locator('.error-summary')).toHaveCount(0);
  await keys.button('Set the passphrase').click();
  const link = page.locator('.error-summary').getByRole('link');
  await expect(page.locator('.error-summary')).toBeFocused();
  await expect(page).toHaveTitle(/^Error: /);
  const words = await link.textContent();
  expect(words).toBe('Enter the passphrase of the vault');
  await expect(page.locator('#vault-passphrase-error')).toHaveText(words!);
  await link.click();
  await expect(field).toBeFocused();
  await field.pressSequentially(PASSPHRASE);
  await expect(page.locator('#vault-passphrase-error')).toHaveText(words!);
  await keys.button('Set the passphrase').dblclick();
  await expect(keys.button('Close the vault')).toBeVisible();
  await expect(page.locator('.error-summary')).toHaveCount(0);
  await expect(page).not.toHaveTitle(/^Error/);
  expect((await said()).join('\n')).toContain('Working on the kept keys…');
});

test('a field is judged by Continue, then when it is left, and a press is never lost by that', async ({ form, page }) => {
  const order = anOrder();
  // All of the page is seen, so that nothing but the page moves.
  await page.setViewportSize({ width: 1280, height: 2400 });
  await form.walkTo('subject', order);
  const { subject } = form;
  await subject.domain.fill('https://example.com/');
  await subject.state.fill('New York');
  await subject.state.blur();
  await expect(subject.errors).toHaveCount(0);
  await expect(page).not.toHaveTitle(/^Error/);
  await subject.continue();
  await expect(subject.errors).toBeFocused();
  await expect(subject.errors.getByRole('link')).toHaveCount(4);

  // While it is typed into, what was said stands; left, it is gone, here and in the summary, which takes no focus.
  await subject.domain.fill('example.com');
  await expect(subject.errorOf('domain')).toHaveText('Enter the name alone, without https://, path or port');
  await subject.domain.press('Tab');
  await expect(subject.errorOf('domain')).toHaveCount(0);
  await expect(subject.domain).not.toHaveAttribute('aria-invalid');
  await expect(subject.errors.getByRole('link')).toHaveCount(3);
  await expect(subject.errors).not.toBeFocused();
  // What was right is not said to be wrong before the next Continue.
  await subject.state.fill('');
  await subject.state.blur();
  await expect(subject.errorOf('state')).toHaveCount(0);
  await subject.state.fill(order.state);
  await subject.chooseCountry(subject.country, 'US');
  await subject.city.fill(order.city);
  await subject.company.fill(order.company);
  // The last error goes, and the page moves, while the mouse is on its way: the press counts all the same.
  await expect(subject.errorOf('company')).toBeVisible();
  await subject.continueButton.click();
  await form.key.isReady();
});

test('what is optional waits behind “More details”, and comes out when it is filled in or wrong', async ({ form, page, sandbox }) => {
  const order = anOrder();
  await form.walkTo('subject', order);
  const { subject } = form;
  await expect(subject.companyUnit).toBeHidden();
  await expect(subject.email).toBeHidden();
  await subject.fill({ ...order, companyUnit: 'Web' });
  await expect(page.getByText('Company unit (optional)')).toBeVisible();
  await subject.email.fill('nobody');
  // Folded away by hand, they count as ever.
  const more = page.locator('details').filter({ has: subject.email });
  await more.locator('summary').click();
  await expect(subject.email).toBeHidden();
  await subject.continue();
  await expect(subject.errorOf('email')).toBeVisible();
  await more.locator('summary').click();
  await subject.errors.getByRole('link').click();
  await expect(subject.email).toBeFocused();
  await subject.email.fill('');
  await more.locator('summary').click();
  await reload(page);
  await expect(subject.companyUnit).toBeVisible();
  await more.locator('summary').click();
  await subject.continue();
  await form.walkOn('key', 'review', order);
  await expect(form.review.answer('Company unit')).toHaveText('Web');
  // Change leads there, and Continue back.
  await form.review.change('City').click();
  await subject.isShown();
  await subject.city.fill('Ithaca');
  await subject.continue();
  await form.review.isQuoted();
  await expect(form.review.answer('City')).toHaveText('Ithaca');
  await form.pay();
  await form.done.isShown();
  expect((await sandbox.orders())[0]!.subject).toMatchObject({ organizational_unit: 'Web', locality: 'Ithaca' });
});

test.describe('where the billing system asks more', () => {
  test.use({ sandboxOptions: { profile: 'other' } });

  test('what it does not require waits too, and what it requires is said to be missing', async ({ form, page }) => {
    const order = anOrder({ answers: OTHER_ANSWERS, method: 'DNS' });
    await form.walkTo('questions', order);
    const { questions } = form;
    await questions.continue();
    await expect(questions.errors).toBeFocused();
    await expect(page).toHaveTitle(/^Error: /);
    const link = questions.errors.getByRole('link').first();
    const words = await link.textContent();
    await link.click();
    const focused = page.locator('[data-field]:focus');
    await expect(page.locator(`[id='${await focused.getAttribute('data-field')}-error']`)).toHaveText(words!);
    await questions.answer('Project note').fill('Shop');
    await questions.continue();
    await expect(questions.answer('Server software')).toBeVisible();
    const renewal = page.locator('details').getByRole('combobox');
    await expect(renewal).toHaveCount(1);
    await expect(renewal).toBeVisible();
  });
});
