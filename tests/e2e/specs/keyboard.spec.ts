// A whole order by keyboard alone, from the first Tab to the issued certificate.
import type { Locator, Page } from '@playwright/test';
import type { Form } from '../pages/form.ts';
import { DEMO, anOrder } from '../support/orders.ts';
import { expect, test } from '../support/test.ts';

/** More stops than any page has. */
const MANY_TABS = 80;

class Keyboard {
  constructor(private readonly page: Page) {}

  /** Presses Tab until `target` has the focus. */
  async to(target: Locator): Promise<void> {
    await expect(target).toBeVisible();
    for (let tabs = 0; tabs < MANY_TABS; tabs++) {
      await this.page.keyboard.press('Tab');
      if (await target.evaluate((element) => element === document.activeElement)) return;
    }
    throw new Error(`${target} cannot be reached by Tab`);
  }

  /** Types into a field; what stands in it is replaced. */
  async type(target: Locator, text: string): Promise<void> {
    await this.to(target);
    await this.page.keyboard.press('Control+A');
    await this.page.keyboard.type(text);
    await expect(target).toHaveValue(text);
  }

  async press(target: Locator, key: 'Enter' | 'Space'): Promise<void> {
    await this.to(target);
    await this.page.keyboard.press(key);
  }

  /** Chooses in a select box by typing the beginning of the option. */
  async choose(target: Locator, beginning: string, value: string): Promise<void> {
    await this.to(target);
    await this.page.keyboard.type(beginning);
    await expect(target).toHaveValue(value);
  }
}

const ORDER = anOrder();

test('a whole order by keyboard alone', async ({ form, page, sandbox }) => {
  const keys = new Keyboard(page);
  await form.open();
  await choosesPackage(form, keys);
  await namesSubject(form, keys);
  await savesKey(form, keys);
  await logsIn(form, keys);
  await namesContacts(form, keys);
  await form.validation.isShown();
  await keys.choose(form.validation.approver(ORDER.domain), 'admin@', ORDER.approver);
  await keys.press(form.validation.continueButton, 'Enter');
  await form.review.isQuoted();
  await keys.press(form.review.orderButton, 'Enter');
  await form.done.isIssued();
  expect(await sandbox.orders()).toHaveLength(1);
});

async function choosesPackage(form: Form, keys: Keyboard): Promise<void> {
  await form.package.isShown();
  await keys.press(form.package.package(ORDER.package), 'Space');
  await expect(form.package.package(ORDER.package)).toBeChecked();
  await keys.press(form.package.period(6), 'Space');
  await form.page.keyboard.press('ArrowDown');
  await expect(form.package.period(ORDER.months)).toBeChecked();
  await keys.press(form.package.continueButton, 'Enter');
  await form.request.isShown();
  await keys.press(form.request.continueButton, 'Enter');
}

async function namesSubject({ subject, page }: Form, keys: Keyboard): Promise<void> {
  await subject.isShown();
  await expect(page.locator('main.question')).toBeFocused();
  await keys.type(subject.domain, ORDER.domain);
  await keys.to(subject.country);
  await page.keyboard.type('united st');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(subject.country).toHaveValue('US – United States');
  await keys.type(subject.state, ORDER.state);
  await keys.type(subject.city, ORDER.city);
  await keys.type(subject.company, ORDER.company);
  await keys.to(subject.keyType('RSA 2048'));
  for (let i = 0; i < 3; i++) await page.keyboard.press('ArrowDown');
  await expect(subject.keyType(ORDER.keyType)).toBeChecked();
  await page.keyboard.press('Enter');
}

async function savesKey({ key, page }: Form, keys: Keyboard): Promise<void> {
  await key.isReady();
  const downloaded = page.waitForEvent('download');
  await keys.press(key.privateKey.getByRole('button', { name: 'Download' }), 'Enter');
  await downloaded;
  await keys.press(key.attest, 'Space');
  await expect(key.attest).toBeChecked();
  await keys.press(key.continueButton, 'Enter');
}

async function logsIn({ logIn, page }: Form, keys: Keyboard): Promise<void> {
  await logIn.isShown();
  await keys.type(logIn.userName, DEMO.name);
  await keys.type(logIn.password, DEMO.password);
  await page.keyboard.press('Enter');
}

async function namesContacts(form: Form, keys: Keyboard): Promise<void> {
  const { admin } = form.contacts;
  await form.contacts.isShown();
  await form.knowsCustomer();
  await keys.type(admin.getByLabel('First name'), ORDER.admin.firstName);
  await keys.type(admin.getByLabel('Last name'), ORDER.admin.lastName);
  await keys.type(admin.getByLabel('Job title'), ORDER.admin.jobTitle);
  await keys.type(admin.getByLabel('Email'), ORDER.admin.email);
  await keys.type(admin.getByLabel('Phone number'), ORDER.admin.phone);
  await keys.press(form.contacts.techIsAdmin, 'Space');
  await keys.press(form.contacts.continueButton, 'Enter');
}
