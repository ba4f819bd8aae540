// Asked in the place of the first page that needs it.
import { type Locator, type Page, expect } from '@playwright/test';
import { DEMO } from '../support/orders.ts';

export class LogInPage {
  constructor(readonly page: Page) {}

  get userName(): Locator {
    return this.page.getByLabel('User name');
  }

  get password(): Locator {
    return this.page.getByLabel('Password');
  }

  get button(): Locator {
    return this.page.getByRole('button', { name: 'Log in' });
  }

  async isShown(): Promise<void> {
    await expect(this.page.getByRole('heading', { level: 1 })).toHaveText('Log in');
  }

  async logIn(name = DEMO.name, password = DEMO.password): Promise<void> {
    await this.isShown();
    await this.userName.fill(name);
    await this.password.fill(password);
    await this.button.click();
  }
}
