import { type Locator } from '@playwright/test';
import type { Order } from '../support/orders.ts';
import { StepPage } from './step.ts';

export class PackagePage extends StepPage {
  readonly slug = 'package';
  readonly title = 'Selecting an SSL certificate';

  package(name: RegExp): Locator {
    return this.page.getByRole('radio', { name });
  }

  period(months: number): Locator {
    return this.page.getByRole('radio', { name: new RegExp(`^${months} months`) });
  }

  get code(): Locator {
    return this.page.getByLabel('Promotion code');
  }

  async fill({ package: name, months, code }: Order): Promise<void> {
    await this.package(name).check();
    await this.period(months).check();
    await this.fillMore(this.code, code);
  }
}
