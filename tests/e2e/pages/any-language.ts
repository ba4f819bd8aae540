// The way from the first page to the last by the ids of fields alone, whatever language the page speaks.
import { type Locator, type Page, expect } from '@playwright/test';
import { DEMO, type Order, type Person } from '../support/orders.ts';

/** What happens on each page, before its button is pressed. */
type Look = (place: string) => Promise<void>;

export class AnyLanguage {
  constructor(readonly page: Page) {}

  async open(search: string): Promise<void> {
    await this.page.goto(`./${search}`);
  }

  field(id: string): Locator {
    return this.page.locator(`[id='${id}']`);
  }

  get button(): Locator {
    return this.page.locator('main .button--primary');
  }

  get errors(): Locator {
    return this.page.locator('.error-summary');
  }

  /** The button of a language. */
  language(tag: string): Locator {
    return this.page.locator(`.languages [lang='${tag}']`);
  }

  /** The whole order of a DV package with a P-256 key, paid from the balance; each page is looked at empty, wrong and filled. */
  async order(order: Order, look: Look): Promise<void> {
    await this.package(order, look);
    await this.shows('request');
    await look('request');
    await this.button.click();
    await this.subject(order, look);
    await this.key(look);
    await this.logIn(look);
    await this.contacts(order.admin, look);
    await this.shows('validation');
    await this.goesWrong('validation', look);
    await this.field('approver-1').selectOption(order.approver);
    await this.button.click();
    await this.shows('review');
    await expect(this.field('pay-by-balance').or(this.page.locator('[name="pay-by"]')).first()).toBeVisible();
    await look('review');
    await this.button.click();
    await this.shows('done');
    await look('done');
  }

  async package({ months }: Order, look: Look): Promise<void> {
    await this.page.locator("[name='package']").first().waitFor();
    await this.goesWrong('package', look);
    await this.page.locator("[name='package']").first().check();
    await this.field(`period-${months}`).check();
    await look('package, filled in');
    await this.button.click();
  }

  async subject(order: Order, look: Look): Promise<void> {
    await this.shows('subject');
    await this.goesWrong('subject', look);
    await this.names(order);
    await this.field('key-type-p-256').check();
    await look('subject, filled in');
    await this.button.click();
  }

  /** The names and the company. */
  async names(order: Order): Promise<void> {
    await this.field('domain').fill(order.domain);
    await this.field('country').fill(order.country);
    await this.field('country').press('Tab');
    await this.field('state').fill(order.state);
    await this.field('city').fill(order.city);
    await this.field('company').fill(order.company);
  }

  async key(look: Look): Promise<void> {
    await this.shows('key');
    await this.page.locator('.fingerprint').first().waitFor();
    await look('key');
    const downloaded = this.page.waitForEvent('download');
    await this.page.locator('.machine button').filter({ visible: true }).last().click();
    await downloaded;
    await this.field('key-attested').check();
    await this.button.click();
  }

  async logIn(look: Look): Promise<void> {
    await this.field('user-name').waitFor();
    await this.button.click();
    await this.errors.waitFor();
    await look('log-in, wrong');
    await this.field('user-name').fill(DEMO.name);
    await this.field('password').fill(DEMO.password);
    await this.button.click();
  }

  async contacts(person: Person, look: Look): Promise<void> {
    await this.field('admin-first-name').waitFor();
    await this.goesWrong('contacts', look);
    await this.field('admin-first-name').fill(person.firstName);
    await this.field('admin-last-name').fill(person.lastName);
    await this.field('admin-job-title').fill(person.jobTitle);
    await this.field('admin-email').fill(person.email);
    await this.field('admin-phone').fill(person.phone);
    await this.field('tech-is-admin').check();
    await look('contacts, filled in');
    await this.button.click();
  }

  private async goesWrong(place: string, look: Look): Promise<void> {
    await look(place);
    await this.button.click();
    await this.errors.waitFor();
    await look(`${place}, wrong`);
  }

  async shows(slug: string): Promise<void> {
    await expect(this.page).toHaveURL(new RegExp(`#/${slug}$`));
  }
}
