import type { Locator } from '@playwright/test';
import { StepPage } from './step.ts';

export class RequestPage extends StepPage {
  readonly slug = 'request';
  readonly title = 'Certificate Signing Request (CSR)';

  get generate(): Locator {
    return this.page.getByRole('radio', { name: /^Generate a CSR and private key/ });
  }
}
