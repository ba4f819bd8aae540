import type { Locator } from '@playwright/test';
import { StepPage } from './step.ts';

export class RequestPage extends StepPage {
  readonly slug = 'request';
  readonly title = 'Certificate Signing Request (CSR)';

  get generate(): Locator {
    return this.page.getByRole('radio', { name: /^Generate a CSR and private key/ });
  }

  get existing(): Locator {
    return this.page.getByRole('radio', { name: /^Enter an existing CSR/ });
  }

  /** Where an existing request is pasted. */
  get text(): Locator {
    return this.page.getByLabel('Request (CSR)');
  }

  get file(): Locator {
    return this.page.getByLabel('Choose the file with the request, or drop it here');
  }

  /** What is said of the signature. */
  get signature(): Locator {
    return this.page.getByRole('status').filter({ hasText: 'signature' });
  }

  /** A row of what was read, as `City` or `Key type`. */
  part(name: string): Locator {
    const row = this.page
      .locator('main .rows__row')
      .filter({ has: this.page.locator('.rows__key').getByText(name, { exact: true }) });
    return row.locator('.rows__value');
  }

  /** Chooses an existing request and pastes it. */
  async bring(request: string): Promise<void> {
    await this.existing.check();
    await this.text.fill(request);
  }

  /** Chooses its file. */
  async upload(name: string, content: Buffer | string): Promise<void> {
    const buffer = Buffer.isBuffer(content) ? content : Buffer.from(content);
    await this.file.setInputFiles({ name, mimeType: 'application/octet-stream', buffer });
  }
}
