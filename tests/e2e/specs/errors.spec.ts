// Errors on every page: the summary has the focus, its links lead to the fields, the same words stand there, nothing typed is lost.
import { type Page } from '@playwright/test';
import type { StepPage } from '../pages/step.ts';
import { DEMO, PACKAGES, anOrder } from '../support/orders.ts';
import { paid } from '../support/payment.ts';
import { expect, test } from '../support/test.ts';
import * as openssl from '../support/openssl.ts';
import { typedOn } from '../support/typed.ts';

/** Field id and the words of its error. */
type Said = [field: string, words: string | RegExp];

/** The page shows exactly these errors, in the order of the fields. */
async function saysErrors(step: StepPage, all: Said[]): Promise<void> {
  const { page } = step;
  const before = await typedOn(page);
  await expect(step.errors).toBeFocused();
  await expect(step.errors.getByRole('heading')).toHaveText('There is a problem');
  await expect(page).toHaveTitle(/^Error: /);
  const links = step.errors.getByRole('link');
  await expect(links).toHaveText(all.map(([, words]) => words));
  for (const [i, [field, words]] of all.entries()) {
    await expect(step.errorOf(field)).toHaveText(words);
    await links.nth(i).click();
    await expect(step.field(field)).toBeFocused();
  }
  expect(await typedOn(page)).toEqual(before);
}

/** "Continue" leads nowhere and says these errors. */
async function refuses(step: StepPage, all: Said[]): Promise<void> {
  await step.continue();
  await saysErrors(step, all);
  await step.isShown();
}

async function isRight(page: Page): Promise<void> {
  await expect(page.locator('.error-summary')).toHaveCount(0);
  await expect(page).not.toHaveTitle(/^Error/);
}

test('the pages before the log-in name every wrong field and keep what was typed', async ({ form, page }) => {
  const order = anOrder();
  await form.open();
  await form.package.isShown();
  await refuses(form.package, [['package', 'Choose a package']]);
  await form.package.package(PACKAGES.dvSingle).check();
  await refuses(form.package, [['period', 'Choose a period']]);
  await form.package.period(12).check();
  await form.package.continue();
  await isRight(page);
  await form.request.isShown();
  await form.request.continue();

  const { subject } = form;
  await subject.isShown();
  await refuses(subject, [
    ['domain', 'Enter the domain name'],
    ['country', 'Choose a country'],
    ['state', 'Enter the state/province'],
    ['city', 'Enter the city'],
    ['company', 'Enter the company'],
  ]);
  await subject.domain.fill('https://example.com/');
  await subject.fillMore(subject.furtherNames, 'www.example.com\nfoo_bar.example.com');
  await subject.chooseCountry(subject.country, 'DE');
  await subject.state.fill('Köln');
  await subject.city.fill('-');
  await subject.company.fill('x'.repeat(65));
  await subject.fillMore(subject.email, 'nobody');
  await refuses(subject, [
    ['domain', 'Enter the name alone, without https://, path or port'],
    ['further-names', '“foo_bar.example.com”: Remove the underscore: names in certificates have none'],
    ['state', 'State/province: use Latin letters and digits; “ö” is not one'],
    ['city', 'City: write it out, or check that this is the right package'],
    ['company', 'Company: use at most 64 characters; this has 65'],
    ['email', 'Enter an e-mail address such as name@example.com'],
  ]);
  await subject.fill(order);
  await isRight(page);
  await subject.continue();
  await form.key.isReady();
});

test('log-in, contacts, organization and validation name every wrong field and keep what was typed', async ({
  form,
  page,
}) => {
  const order = anOrder({ package: PACKAGES.ov });
  await form.walkTo('key', order);
  await form.key.save();
  await form.key.continue();

  await form.logIn.isShown();
  await form.logIn.button.click();
  await saysErrors(form.contacts, [
    ['user-name', 'Enter your user name'],
    ['password', 'Enter your password'],
  ]);
  await form.logIn.logIn(DEMO.name, 'not-the-password');
  await expect(form.contacts.errors).toBeFocused();
  await expect(form.contacts.errors).toContainText('The user name or the password is wrong.');
  await expect(page).toHaveTitle(/^Error: /);
  await expect(form.logIn.userName).toHaveValue(DEMO.name);
  await form.logIn.logIn();

  const { contacts, organization, validation } = form;
  await contacts.isShown();
  await contacts.knowsCode();
  const missing = (who: string): Said[] => [
    [`${who}-first-name`, 'Enter the first name'],
    [`${who}-last-name`, 'Enter the last name'],
    [`${who}-job-title`, 'Enter the job title'],
    [`${who}-email`, 'Enter the email'],
    [`${who}-phone`, 'Enter the phone number'],
  ];
  await contacts.techIsAdmin.uncheck();
  await refuses(contacts, [...missing('admin'), ...missing('tech')]);
  await contacts.fill({ ...order, admin: { ...order.admin, email: 'ann@', phone: 'call me' } });
  await refuses(contacts, [
    ['admin-email', 'Enter an e-mail address such as name@example.com'],
    ['admin-phone', 'Enter a phone number with its country code, such as +7 495 000-00-00'],
  ]);
  await contacts.fill(order);
  await contacts.continue();

  await organization.isShown();
  for (const id of ['org-name', 'org-state', 'org-city', 'org-address', 'org-phone'])
    await organization.field(id).fill('');
  await organization.field('org-country').fill('');
  await refuses(organization, [
    ['org-name', 'Enter the name'],
    ['org-country', 'Choose a country'],
    ['org-state', 'Enter the province/state'],
    ['org-city', 'Enter the city'],
    ['org-postcode', 'Enter the ZIP code'],
    ['org-address', 'Enter the address'],
    ['org-phone', 'Enter the phone number'],
  ]);
  await organization.fill(order);
  await organization.continue();

  await validation.isShown();
  await refuses(validation, [['approver-1', 'Choose an address for the confirmation email']]);
  await validation.fill(order);
  await isRight(page);
  await validation.continue();
  await form.review.isQuoted();
});

test('the order button does nothing while the private key is not safe, and leads to what is missing', async ({
  form,
  sandbox,
}) => {
  const order = anOrder();
  await form.walkTo('key', order);
  await form.key.continue();
  await form.logIn.logIn();
  await form.walkOn('contacts', 'review', order);
  await form.review.orderButton.click();
  await expect(form.review.errors).toBeFocused();
  await expect(form.review.errors.getByRole('link')).toHaveText(
    'Download the private key and confirm that you have the file',
  );
  expect(await sandbox.balance()).toBe(DEMO.balance);
  // The box cannot be ticked before there is a file: the link leads to what can be done.
  await form.review.errors.getByRole('link').click();
  await expect(form.key.privateKey.getByRole('button', { name: 'Download' })).toBeFocused();

  await form.key.download();
  await form.review.orderButton.click();
  await saysErrors(form.review, [['key-attested', 'Download the private key and confirm that you have the file']]);
  await form.key.attest.check();
  await form.pay();
  await form.done.isShown();
});

test('a field that the billing system refuses is shown on its page with its words, and can be mended', async ({
  form,
  sandbox,
}) => {
  // The package takes no asterisk, which only the billing system knows.
  const several = { package: PACKAGES.dvMulti };
  await form.walkTo('key', anOrder({ ...several, domain: '*.example.com' }));
  await form.key.save();
  await form.key.continue();
  await form.logIn.logIn();
  await form.subject.isShown();
  await saysErrors(form.subject, [['domain', /^Domain name: \S.{5,}/]]);
  await expect(form.subject.domain).toHaveValue('*.example.com');

  const mended = anOrder(several);
  await form.subject.domain.fill(mended.domain);
  await form.subject.continue();
  await form.key.isReady();
  await form.key.continue();
  await form.walkOn('contacts', 'done', mended);
  const orders = await sandbox.orders();
  expect(orders.map(({ names }) => names)).toEqual([['example.com']]);
});

test('a session that ends in the middle asks for the log-in and loses nothing', async ({ form, page, sandbox }) => {
  await form.walkTo('review', anOrder());
  await sandbox.expireSessions();
  await form.pay();
  await form.logIn.isShown();
  await expect(page.getByText('Your session has ended.')).toBeVisible();
  await form.logIn.logIn();
  await form.pay();
  await form.done.isShown();
  expect(await sandbox.orders()).toHaveLength(1);
});

test('a page that cannot make keys says so and takes an existing request, whose signature it does not judge', async ({
  form,
  page,
}) => {
  await page.addInitScript(() => Object.defineProperty(globalThis, 'isSecureContext', { value: false }));
  await form.walkTo('request', anOrder());
  await expect(page.getByText('This browser cannot make keys on this page, nor check signatures')).toBeVisible();
  await expect(form.request.generate).toHaveCount(0);
  await expect(form.request.existing).toBeChecked();
  await refuses(form.request, [['existing-request', 'Paste the request, or choose its file']]);
  const subject = '/C=US/ST=Texas/L=Austin/O=Brought Along Inc/CN=example.com';
  await form.request.text.fill(await openssl.makeRequest(await openssl.makeKey(), subject));
  await expect(form.request.signature).toContainText('Its signature cannot be checked here');
  await form.request.continue();
  await form.logIn.isShown();
});

test('other rows of the cart are shown, and are paid only when the customer agrees', async ({
  form,
  page,
  sandbox,
}) => {
  await form.walkTo('review', anOrder({ domain: 'first.example.com' }));
  await form.confirm('Forget everything on this device');
  await form.package.isShown();
  await form.walkOn('package', 'review', anOrder());
  await expect(page.getByRole('heading', { name: 'Your cart holds more' })).toBeVisible();
  await expect(page.locator('.notice').getByRole('listitem')).toContainText('first.example.com');
  await form.review.orderButton.click();
  await saysErrors(form.review, [
    ['other-rows', 'Confirm that you also pay for what else is in your cart, or remove it in the customer area'],
  ]);
  await page.getByRole('checkbox', { name: 'Pay for these too' }).check();
  await form.pay();
  await form.done.isShown();
  expect(await paid(sandbox)).toEqual([36_00]);
});
