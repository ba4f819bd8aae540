// The wiki page "Order new certificate", sentence by sentence: what its readers look for is here, under the same words.
// Each test is named by the sentence it is about.
import type { Locator } from '@playwright/test';
import type { Form, StepName } from '../pages/form.ts';
import * as openssl from '../support/openssl.ts';
import { DEMO, PACKAGES, anOrder } from '../support/orders.ts';
import { expect, test } from '../support/test.ts';
import { reload } from '../support/typed.ts';

const ORDER = anOrder({ package: PACKAGES.ov, months: 6 });

/** Shows `step` before each test of the group. */
function on(step: StepName): void {
  test.beforeEach(async ({ form }) => form.walkTo(step, ORDER));
}

/** The field has exactly this label, takes a text, and keeps it when the page is left and comes back. */
async function takes(form: Form, control: Locator, text: string): Promise<void> {
  await control.fill(text);
  await reload(form.page);
  await expect(control).toHaveValue(text);
}

test('Follow the procedure described below to order a new certificate', async ({ form, sandbox }) => {
  await form.walkTo('done', ORDER);
  await form.done.isIssued();
  expect(await sandbox.orders()).toHaveLength(1);
});

test.describe('Selecting an SSL certificate', () => {
  on('package');

  test('Package - select a service package', async ({ form, page }) => {
    const packages = page.getByRole('group', { name: 'Package', exact: true });
    await expect(packages.getByRole('radio')).toHaveCount(6);
    await form.package.package(PACKAGES.dvSingle).check();
    await expect(page.getByRole('complementary')).toContainText('DV single');
  });

  test('Period - the total price varies with it; discounts are not in it; the total is on the last form', async ({
    form,
    page,
  }) => {
    const card = page.getByRole('complementary');
    await form.package.package(PACKAGES.dvSingle).check();
    await form.package.period(6).check();
    await expect(card).toContainText('€9.00');
    await form.package.period(12).check();
    await expect(card).toContainText('€15.00');
    await form.package.fillMore(form.package.code, 'WELCOME10');
    await expect(card).toContainText('Before discount and tax');
    await expect(page.getByText('Discounts and tax are shown before you pay.')).toBeVisible();
  });

  test('Promotion code - enter a promotion code, if any', async ({ form, page }) => {
    await form.package.unfold(form.package.code);
    await expect(page.getByText('Promotion code (optional)')).toBeVisible();
    await takes(form, form.package.code, 'WELCOME10');
  });
});

test.describe('Certificate Signing Request (CSR)', () => {
  on('request');

  test('Choose how you would like to generate a new CSR or enter an existing one', async ({ page }) => {
    await expect(page.getByRole('radio')).toHaveCount(2);
    await expect(page.getByRole('radio', { name: 'Generate a CSR and private key' })).toBeVisible();
    await expect(page.getByRole('radio', { name: 'Enter an existing CSR' })).toBeVisible();
  });

  test('Copy and paste the contents of the CSR into the "Enter an existing CSR" form', async ({ form, sandbox }) => {
    const request = await openssl.makeRequest(await openssl.makeKey(), '/C=US/ST=Texas/L=Austin/O=Pasted/CN=example.com');
    await form.request.bring(request);
    await form.request.continue();
    await form.logIn.logIn();
    await form.walkOn('contacts', 'review', ORDER);
    await form.pay();
    await form.done.isShown();
    expect((await sandbox.orders())[0]!.csr.trim()).toBe(request.trim());
  });

  test('Enter an existing CSR - a text to be entered takes the place of what would be made', async ({ form }) => {
    await expect(form.request.generate).toBeChecked();
    await expect(form.request.existing).not.toBeChecked();
    await expect(form.request.text).toHaveCount(0);
    await form.request.existing.check();
    await expect(form.request.generate).not.toBeChecked();
    await expect(form.request.text).toBeVisible();
    await expect(form.request.text).toBeEditable();
    await expect(form.request.text).toHaveJSProperty('tagName', 'TEXTAREA');
  });

  test('CSR contains encoded information specific to your company and domain name', async ({ page }) => {
    await page.getByText('What is a certificate signing request?').click();
    await expect(page.getByText('It holds your public key, your organization and the domain names')).toBeVisible();
  });
});

test.describe('Generate a CSR and private key', () => {
  on('subject');

  test('You can generate a CSR and private key: in this browser, not on a server', async ({ form, egress }) => {
    await form.walkOn('subject', 'key', ORDER);
    expect(egress.keyCount).toBe(1);
  });

  test('Country code (2 characters) - the two-letter ISO code of the country of your organization', async ({ form }) => {
    await form.subject.chooseCountry(form.subject.country, 'DE');
    await expect(form.subject.country).toHaveValue('DE – Germany');
  });

  for (const [sentence, label] of [
    ['State/province - where the organization is registered', 'State/province'],
    ['City - where the organization is registered', 'City'],
    ['Company - the legal name of your organization', 'Company'],
    ['Company unit - the division of your company handling the certificate', 'Company unit'],
  ] as const) {
    test(sentence, async ({ form, page }) => {
      const control = page.getByLabel(new RegExp(`^${label}( \\(optional\\))?$`));
      await form.subject.unfold(control);
      await takes(form, control, 'IT department');
    });
  }

  test('Domain name - the fully qualified domain that you want the certificate for', async ({ form }) => {
    await takes(form, form.subject.domain, 'shop.example.com');
  });

  test('E-mail - the address used to contact your organization', async ({ form }) => {
    await form.subject.unfold(form.subject.email);
    await takes(form, form.subject.email, 'office@example.com');
  });
});

test.describe('Private key', () => {
  on('key');

  test('Here you can see the Private key', async ({ form }) => {
    await expect(form.key.shownKey).toHaveCount(0);
    await form.key.privateKey.getByRole('button', { name: 'Show' }).click();
    await expect(form.key.shownKey).toContainText('-----BEGIN PRIVATE KEY-----');
  });

  test('Please, save it in a safe place as you will need it in the future', async ({ form, page }) => {
    await expect(page.getByText('Please save it in a safe place')).toBeVisible();
    expect((await form.key.download()).text).toContain('-----BEGIN PRIVATE KEY-----');
  });

  test('If you lose the Private key, you will have to reissue it', async ({ page }) => {
    await expect(page.getByText('If you lose it, the certificate has to be reissued.')).toBeVisible();
  });

  test('Save the private key in the system - this check box is selected by default', async ({ form, page }) => {
    await expect(form.key.keep).toBeChecked();
    await expect(page.getByText('Remembered by this browser')).toBeVisible();
  });

  test('Clear it if you do not want to save the key in the system', async ({ form, page }) => {
    await form.key.keep.uncheck();
    await expect(page.getByText('After a reload it is lost unless you downloaded it.')).toBeVisible();
  });
});

test.describe('Contact information', () => {
  on('contacts');

  test('You are required to enter administrative and technical contact information', async ({ form }) => {
    await form.contacts.techIsAdmin.uncheck();
    await form.contacts.continue();
    await expect(form.contacts.errors.getByRole('link')).toHaveCount(10);
  });

  for (const [label, text] of [
    ['First name', 'Ann'],
    ['Last name', 'Example'],
    ['Job title', 'technical specialist'],
    ['Email', 'ann@example.com'],
    ['Phone number', '74950000000'],
  ] as const) {
    test(`The Administrative contact tab: ${label}`, async ({ form }) => {
      const control = form.contacts.admin.getByLabel(label);
      await control.fill(text);
      await reload(form.page);
      await form.logIn.logIn();
      await expect(control).toHaveValue(text);
    });
  }

  test('Phone number - the format: [country code][city code][number], such as 74950000000', async ({ form, sandbox }) => {
    const phone = '74950000000';
    await form.walkOn('contacts', 'done', { ...ORDER, admin: { ...ORDER.admin, phone } });
    const [order] = await sandbox.orders();
    expect(order!.contacts.adm.phone).toBe('+7 (495) 0000000');
  });

  test('The Technical support tab: select "Use the Administrative contact" or fill out the form', async ({ form }) => {
    await form.contacts.techIsAdmin.check();
    await expect(form.contacts.tech.getByLabel('First name')).toHaveCount(0);
    await form.contacts.techIsAdmin.uncheck();
    await expect(form.contacts.tech.getByRole('textbox')).toHaveCount(5);
  });
});

test.describe('Organization name', () => {
  on('organization');

  test('Fill out the form providing information about the organization', async ({ form, sandbox }) => {
    await form.walkOn('organization', 'done', ORDER);
    const [order] = await sandbox.orders();
    expect(order!.organization).toMatchObject({ name: 'Example Inc', country: 'US', postcode: '94105' });
  });

  for (const [label, text] of [
    ['Name', 'Example GmbH'],
    ['Province/state', 'Berlin'],
    ['City', 'Berlin'],
    ['ZIP code', '10115'],
    ['Address', 'Hauptstraße 1'],
    ['Phone number', '+49 30 1234567'],
  ] as const) {
    test(`Organization name: ${label}`, async ({ form, page }) => {
      const control = page.getByLabel(new RegExp(`^${label}( \\(optional\\))?$`));
      await control.fill(text);
      await reload(page);
      await form.logIn.logIn();
      await expect(control).toHaveValue(text);
    });
  }

  test('Country - where your organization is registered', async ({ form }) => {
    await expect(form.organization.country).toHaveValue('US – United States');
  });
});

test.describe('Order confirmation: the address', () => {
  on('validation');

  test('Confirmation email - a valid address that all messages of the authority are sent to', async ({ form, sandbox }) => {
    await form.walkOn('validation', 'done', ORDER);
    expect((await sandbox.orders())[0]!.approvers).toEqual(['admin@example.com']);
  });
});

test.describe('Order confirmation: the order', () => {
  on('review');

  test('This form displays the certificate, its setup fee, order period and cost', async ({ form }) => {
    await expect(form.review.answer('Package')).toHaveText('OV');
    await expect(form.review.figure('Setup fee')).toHaveText('€20.00');
    await expect(form.review.figure('Period')).toHaveText('6 months');
    await expect(form.review.figure(/^Cost/)).toHaveText(/^€/);
  });

  test('Total - total amount due', async ({ form, sandbox }) => {
    const { total_minor } = (await sandbox.orders())[0]!.price;
    await expect(form.review.figure('Total')).toHaveText(`€${(total_minor / 100).toFixed(2)}`);
  });

  test('Pay by: Current account - available if there are sufficient funds', async ({ form, page, sandbox }) => {
    await expect(page.getByRole('group', { name: 'Pay by' })).toContainText('Current account');
    await form.pay();
    await form.done.isShown();
    const { total_minor } = (await sandbox.orders())[0]!.price;
    expect(await sandbox.balance()).toBe(DEMO.balance - total_minor);
  });

  test('Pay by: Add to the order... - add payment to the required order', async ({ form, sandbox }) => {
    await form.review.addToOrder.check();
    await form.review.openOrder.selectOption({ index: 1 });
    await form.pay();
    await form.done.isShown();
    expect((await sandbox.orders())[0]).toMatchObject({ billorder: 11, state: 'unpaid' });
  });

  test('Pay by: Add new account - which can be viewed and paid later', async ({ form, page, sandbox }) => {
    await form.review.addNewAccount.check();
    await form.pay();
    await form.done.isShown();
    await expect(page.getByText('It is ordered and not yet paid.')).toBeVisible();
    expect(await sandbox.balance()).toBe(DEMO.balance);
  });

  test('Pay now - check the box to proceed with the payment', async ({ form }) => {
    await form.review.addNewAccount.check();
    await form.review.payNow.check();
    await form.review.method('Card').check();
    await form.pay();
    await form.done.isShown();
    await expect(form.done.paymentLink).toBeVisible();
  });
});
