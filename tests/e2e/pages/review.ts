import { type Locator, expect } from '@playwright/test';
import { StepPage } from './step.ts';

export class ReviewPage extends StepPage {
  readonly slug = 'review';
  readonly title = 'Order confirmation';

  get orderButton(): Locator {
    return this.page.getByRole('button', { name: /^Order/ });
  }

  /** The order button of the new cart. */
  get intoCart(): Locator {
    return this.page.getByRole('button', { name: 'Put into the cart' });
  }

  get currentAccount(): Locator {
    return this.page.getByRole('radio', { name: /^Current account/ });
  }

  get addToOrder(): Locator {
    return this.page.getByRole('radio', { name: /^Add to the order\.\.\./ });
  }

  get addNewAccount(): Locator {
    return this.page.getByRole('radio', { name: /^Add new account/ });
  }

  get openOrder(): Locator {
    return this.page.getByRole('combobox', { name: 'Order' });
  }

  get payNow(): Locator {
    return this.page.getByRole('checkbox', { name: 'Pay now' });
  }

  method(name: string): Locator {
    return this.page.getByRole('group', { name: 'Payment method' }).getByRole('radio', { name: new RegExp(`^${name}`) });
  }

  /** A row of the figures, as `Cost` or `Total`. */
  figure(name: string | RegExp): Locator {
    const row = this.page
      .locator('.rows--money .rows__row')
      .filter({ has: this.page.locator('.rows__key').getByText(name, { exact: true }) });
    return row.locator('.rows__value');
  }

  /** The row of an answer, as `Package` or `Names`. */
  answer(name: string): Locator {
    const row = this.page
      .locator('main .rows__row')
      .filter({ has: this.page.locator('.rows__key').getByText(name, { exact: true }) });
    return row.locator('.rows__value').first();
  }

  change(name: string): Locator {
    return this.page.getByRole('link', { name: `Change ${name}` }).first();
  }

  /** The billing system's figures are there. */
  async isQuoted(): Promise<void> {
    await this.isShown();
    await expect(this.orderButton).toBeVisible();
  }

  /** After something went wrong before anything was paid. */
  get tryAgain(): Locator {
    return this.page.getByRole('button', { name: 'Try again' });
  }

  // Instead of the review, after a payment whose answer did not arrive:

  get unclearTitle(): Locator {
    return this.page.getByRole('heading', { name: 'It is not clear yet whether your order went through' });
  }

  get lookAgain(): Locator {
    return this.page.getByRole('button', { name: 'Look again' });
  }

  get backToReview(): Locator {
    return this.page.getByRole('button', { name: 'Go back to the review' });
  }
}
