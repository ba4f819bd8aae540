// Single criteria of WCAG that no look at a whole page can tell: titles, purposes of fields, errors, messages, help.
import { Form } from '../pages/form.ts';
import { KeysPage } from '../pages/keys.ts';
import { ANN, DEMO, PASSPHRASE, anOrder } from '../support/orders.ts';
import { isPayment } from '../support/payment.ts';
import { configured } from '../support/site.ts';
import { expect, test } from '../support/test.ts';
import { whileHeld } from '../tours/tour.ts';

const ORDER = anOrder();

test('each page says its language, has a title of its own that is its heading, and its parts where they always are', async ({
  form,
  page,
  context,
}) => {
  const links = { support: 'https://example.com/support', terms: 'https://example.com/terms' };
  await configured(context, { operator: 'Example Hosting', links });
  await form.open();
  const steps = Form.stepsOf(ORDER);
  const footers = new Set<string>();
  for (const [i, step] of steps.entries()) {
    if (step === 'review') await form.review.isQuoted();
    await form[step].isShown();
    await expect(page.locator('html')).toHaveAttribute('lang', 'en');
    await expect(page).toHaveTitle(`${form[step].title} – Example Hosting`);
    await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
    for (const part of ['banner', 'main', 'complementary', 'contentinfo'] as const)
      await expect(page.getByRole(part)).toHaveCount(1);
    const help = page.getByRole('contentinfo').getByRole('link');
    if (step !== 'done') footers.add((await help.allTextContents()).join(', '));
    await expect(help.nth(1)).toHaveText('Support');
    if (i < steps.length - 1) await form.complete(step, ORDER);
  }
  expect([...footers]).toHaveLength(1);
});

test('a field says what it is for, to whoever fills it in and to browsers that do it for him', async ({ form, page }) => {
  const purposes = async (controls: Record<string, string>) => {
    for (const [label, purpose] of Object.entries(controls))
      await expect(page.getByLabel(label, { exact: true }).first()).toHaveAttribute('autocomplete', purpose);
  };
  await form.walkTo('key', ORDER);
  await form.key.save();
  await form.key.continue();
  await form.logIn.isShown();
  await purposes({ 'User name': 'username', Password: 'current-password' });
  // What a password manager does: it pastes.
  await form.logIn.userName.fill(DEMO.name);
  await page.evaluate((password) => navigator.clipboard.writeText(password), DEMO.password);
  await form.logIn.password.press('Control+V');
  await expect(form.logIn.password).toHaveValue(DEMO.password);
  await form.logIn.button.click();
  await form.contacts.isShown();
  await purposes({
    'First name': 'given-name',
    'Last name': 'family-name',
    'Job title': 'organization-title',
    Email: 'email',
    'Phone number': 'tel',
  });
});

test('what is wrong is said at the field, in the summary and in the title, and the summary leads there', async ({
  form,
  page,
}) => {
  await form.walkTo('subject', ORDER);
  await form.subject.continue();
  await expect(form.subject.errors).toBeFocused();
  await expect(page).toHaveTitle(/^Error: /);
  for (const link of await form.subject.errors.getByRole('link').all()) {
    const words = (await link.textContent()) ?? '';
    await link.press('Enter');
    const field = page.locator(':focus');
    await expect(field).toHaveAccessibleDescription(new RegExp(words));
    await expect(field).toHaveAttribute('aria-invalid', 'true');
  }
});

test('each deed is told in a message that needs no focus', async ({ form, page }) => {
  await form.walkTo('key', ORDER);
  const status = (words: string) => page.getByRole('status').filter({ hasText: new RegExp(`^${words}`) });
  await form.key.privateKey.getByRole('button', { name: 'Copy' }).click();
  await expect(status('Copied')).toBeAttached();
  await form.key.download();
  await expect(status('Downloaded')).toBeVisible();
  await form.key.privateKey.getByRole('button', { name: 'Show' }).click();
  await expect(status('Downloaded')).toContainText('It is hidden again after a minute.');
  await expect(status('Your private key is ready')).toBeVisible();
});

test('what had the focus and goes leaves it to the page', async ({ form, page, wire }) => {
  const main = page.getByRole('main');
  await form.walkTo('key', ORDER);
  await form.key.protect(PASSPHRASE);
  const keys = new KeysPage(page);
  await page.getByRole('link', { name: 'Private keys in this browser' }).click();
  await keys.button('Close the vault').press('Enter');
  await keys.says('The vault is closed');
  await expect(main).toBeFocused();
  await page.goBack();
  await page.reload();
  await form.key.unlock(PASSPHRASE);
  await form.walkOn('key', 'review', ORDER);
  await whileHeld(
    wire,
    isPayment,
    () => form.review.orderButton.press('Enter'),
    async () => {
      await expect(page.getByText('Placing your order…')).toBeVisible();
      await expect(main).toBeFocused();
    },
  );
  await form.done.isShown();
});

test('to type, to choose and to move the focus leads to no other page', async ({ form, page }) => {
  await form.open();
  for (const step of Form.stepsOf(ORDER)) {
    if (step === 'review') break;
    await form.fill(step, ORDER);
    await page.keyboard.press('Tab');
    await form[step].isShown();
    await form[step].continue();
    if (step === 'key') await form.logIn.logIn();
  }
  await form.review.isQuoted();
  await form.review.addNewAccount.check();
  await form.review.isShown();
});

test('what was entered once is not asked again', async ({ form }) => {
  const order = anOrder({ package: /^OV(?! wildcard)/ });
  await form.walkTo('contacts', order);
  await form.contacts.techIsAdmin.check();
  await expect(form.contacts.tech.getByLabel('First name')).toHaveCount(0);
  await form.contacts.fillPerson(form.contacts.admin, ANN);
  await form.contacts.continue();
  await form.organization.isShown();
  const { company, city, state } = order;
  for (const [id, value] of Object.entries({ 'org-name': company, 'org-city': city, 'org-state': state }))
    await expect(form.organization.field(id)).toHaveValue(value);
});
