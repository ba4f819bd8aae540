import type { Locator } from '@playwright/test';
import type { Order } from '../support/orders.ts';
import { StepPage } from './step.ts';

export class SubjectPage extends StepPage {
  readonly slug = 'subject';
  readonly title = 'Generate a CSR and private key';

  get domain(): Locator {
    return this.page.getByRole('textbox', { name: 'Domain name' });
  }

  get furtherNames(): Locator {
    return this.page.getByLabel('Further names');
  }

  /** The box that adds `www.` to the names. */
  get www(): Locator {
    return this.page.getByRole('checkbox', { name: /^Also protect www\./ });
  }

  get namesCounted(): Locator {
    return this.page.getByRole('status').filter({ hasText: 'included, you have' });
  }

  /** What is said of the names that are typed. */
  get notes(): Locator {
    return this.page.getByRole('main').locator('.note');
  }

  get country(): Locator {
    return this.page.getByRole('combobox', { name: 'Country code (2 characters)' });
  }

  get state(): Locator {
    return this.page.getByRole('textbox', { name: 'State/province' });
  }

  get city(): Locator {
    return this.page.getByRole('textbox', { name: 'City' });
  }

  get company(): Locator {
    return this.page.getByLabel('Company', { exact: true });
  }

  get companyUnit(): Locator {
    return this.page.getByLabel(/^Company unit/);
  }

  get email(): Locator {
    return this.page.getByLabel(/^E-mail/);
  }

  keyType(name: string): Locator {
    return this.page.getByRole('radio', { name: new RegExp(`^${name}`) });
  }

  async fill(order: Order): Promise<void> {
    await this.domain.fill(order.domain);
    await this.fillMore(this.furtherNames, order.furtherNames.join('\n'));
    await this.chooseCountry(this.country, order.country);
    await this.state.fill(order.state);
    await this.city.fill(order.city);
    await this.company.fill(order.company);
    await this.fillMore(this.companyUnit, order.companyUnit);
    await this.fillMore(this.email, order.email);
    await this.keyType(order.keyType).check();
  }
}
