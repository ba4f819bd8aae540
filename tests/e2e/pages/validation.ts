import type { Locator } from '@playwright/test';
import type { Order } from '../support/orders.ts';
import { StepPage } from './step.ts';

export class ValidationPage extends StepPage {
  readonly slug = 'validation';
  readonly title = 'Order confirmation';

  approver(name: string): Locator {
    return this.page.getByLabel(`Confirmation email for ${name}`, { exact: true });
  }

  /** How the names are checked, by the beginning of its words. */
  method(name: string): Locator {
    const group = this.page.getByRole('group', { name: 'How shall the names be checked?' });
    return group.getByRole('radio', { name: new RegExp(`^${name}`) });
  }

  get adminEverywhere(): Locator {
    return this.page.getByRole('button', { name: 'Use admin@ everywhere' });
  }

  /** The same mailbox for every name, where they are checked by mail. */
  async fill({ method, domain, furtherNames, approver }: Order): Promise<void> {
    if (method) await this.method(method).check();
    if (method && method !== 'E-mail') return;
    for (const name of [domain, ...furtherNames]) await this.approver(name).selectOption(approver);
  }
}
