// Log-in with a one-time code, by the panel's cookie, and starting over.
import { DEMO, ONE_TIME_CODE, anOrder } from '../support/orders.ts';
import { expect, test } from '../support/test.ts';

test('an account with a second step is asked for a one-time code and goes on to the order', async ({
  form,
  page,
  sandbox,
}) => {
  const order = anOrder();
  await form.walkTo('key', order);
  await form.key.save();
  await form.key.continue();
  await form.logIn.logIn('demo2fa', DEMO.password);
  const code = page.getByLabel('One-time code');
  await expect(code).toHaveAttribute('autocomplete', 'one-time-code');
  await code.fill('000000');
  await form.logIn.button.click();
  await expect(page.locator('#one-time-code-error')).toHaveText(
    'This code is wrong or too old. Enter the code that is shown now',
  );
  await code.fill(ONE_TIME_CODE);
  await form.logIn.button.click();
  await form.contacts.isShown();
  await expect(page.getByText('Ordering as Casey Careful')).toBeVisible();
  await form.walkOn('contacts', 'done', order);
  expect(await sandbox.orders()).toHaveLength(1);
});

test('on the panel’s own origin its cookie is the log-in', async ({ form, page, context, sandbox, wire }) => {
  const order = anOrder();
  await context.route('**/config.json', (route) =>
    route.fulfill({ json: { billing_url: '/billmgr', log_in: 'cookie', links: { panel: '/billmgr' } } }),
  );
  await form.walkTo('key', order);
  await form.key.save();
  await form.key.continue();
  await form.logIn.isShown();
  await expect(form.logIn.password).toHaveCount(0);
  await page.getByRole('button', { name: 'I have logged in' }).click();
  await expect(page.locator('.error-summary')).toContainText('does not know you in this browser yet');

  const auth = { func: 'auth', out: 'json', username: DEMO.name, password: DEMO.password };
  const answer = await fetch(`${sandbox.url}/billmgr`, { method: 'POST', body: new URLSearchParams(auth) });
  const [name = '', value = ''] = (answer.headers.get('set-cookie') ?? '').split(';')[0]!.split('=');
  await context.addCookies([{ name, value, url: sandbox.url, httpOnly: true, sameSite: 'Strict' }]);
  await page.getByRole('button', { name: 'I have logged in' }).click();
  await form.contacts.isShown();
  await form.knowsCustomer();
  await expect(page.getByRole('button', { name: 'Log out' })).toHaveCount(0);
  await form.walkOn('contacts', 'done', order);
  expect(await sandbox.orders()).toHaveLength(1);
  const posts = wire.sent.filter(({ url }) => url.endsWith('/billmgr')).map(({ body }) => body.toString());
  expect(posts.filter((body) => /(^|&)(auth|password)=/.test(body))).toEqual([]);
});

test('starting over asks first, and keeps the log-in', async ({ form, page }) => {
  await form.walkTo('contacts', anOrder());
  await page.getByRole('button', { name: 'Start over' }).click();
  const dialog = page.getByRole('dialog', { name: 'Start over' });
  await expect(dialog.getByRole('button', { name: 'Cancel' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(page.getByRole('button', { name: 'Start over' })).toBeFocused();
  await form.contacts.isShown();
  await form.confirm('Start over');
  await form.package.isShown();
  await form.knowsCustomer();
  await expect(form.package.package(anOrder().package)).not.toBeChecked();
});
