import type { Locator } from '@playwright/test';
import type { Order } from '../support/orders.ts';
import { StepPage } from './step.ts';

export class ValidationPage extends StepPage {
  readonly slug = 'validation';
  readonly title = 'Order confirmation';

  approver(name: string): Locator {
    return this.page.getByLabel(`Confirmation email for ${name}`, { exact: true });
  }

  get adminEverywhere(): Locator {
    return this.page.getByRole('button', { name: 'Use admin@ everywhere' });
  }

  /** The same mailbox for every name. */
  async fill({ domain, furtherNames, approver }: Order): Promise<void> {
    for (const name of [domain, ...furtherNames]) await this.approver(name).selectOption(approver);
  }
}
