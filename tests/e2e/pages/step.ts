// What every page of the form has.
import { type Locator, type Page, expect } from '@playwright/test';

export abstract class StepPage {
  /** The page's place in the address, such as `subject`. */
  abstract readonly slug: string;
  /** The text of its one heading. */
  abstract readonly title: string;

  constructor(readonly page: Page) {}

  get heading(): Locator {
    return this.page.getByRole('heading', { level: 1 });
  }

  get continueButton(): Locator {
    return this.page.getByRole('button', { name: 'Continue' });
  }

  get back(): Locator {
    return this.page.getByRole('main').getByRole('link', { name: 'Back', exact: true });
  }

  /** The summary of what is wrong. */
  get errors(): Locator {
    return this.page.locator('.error-summary');
  }

  /** The way to the customer area, where a trouble can be mended there. */
  get panelLink(): Locator {
    return this.page.getByRole('main').getByRole('link', { name: 'Open the customer area' });
  }

  /** The control of a field, by the id that the summary leads to. */
  field(id: string): Locator {
    return this.page.locator(`[data-field='${id}']`);
  }

  /** The words of the error beside a field. */
  errorOf(id: string): Locator {
    return this.page.locator(`[id='${id}-error']`);
  }

  /** The buttons under the error of a field, by what they offer. */
  remedy(id: string, name: string | RegExp): Locator {
    return this.page.locator(`[aria-labelledby='${id}-error']`).getByRole('button', { name });
  }

  /** Unfolds what the control waits behind, if it does. */
  async unfold(control: Locator): Promise<void> {
    if (await control.isVisible()) return;
    await this.page.locator('details').filter({ has: control }).locator('summary').click();
  }

  /** Fills in a field that may be folded away; where nothing is to be filled in, it stays so. */
  async fillMore(control: Locator, text: string): Promise<void> {
    if (text) await this.unfold(control);
    if (text || (await control.isVisible())) await control.fill(text);
  }

  /** Types a country into its box, and leaves it. */
  async chooseCountry(box: Locator, typed: string): Promise<void> {
    await box.fill(typed);
    await box.press('Tab');
  }

  async isShown(): Promise<void> {
    await expect(this.page).toHaveURL(new RegExp(`#/${this.slug}$`));
    await expect(this.heading).toHaveText(this.title);
  }

  async continue(): Promise<void> {
    await this.continueButton.click();
  }
}
