import { type Locator, expect } from '@playwright/test';
import { type DownloadedFile, downloadBy } from './download.ts';
import { StepPage } from './step.ts';

export class KeyPage extends StepPage {
  readonly slug = 'key';
  readonly title = 'Private key';

  /** The box of a machine text, by its name: "Private key" or "Request (CSR)". */
  private box(name: string): Locator {
    return this.page.locator('.machine').filter({ has: this.page.getByText(name, { exact: true }) });
  }

  get privateKey(): Locator {
    return this.box('Private key');
  }

  get request(): Locator {
    return this.box('Request (CSR)');
  }

  get shownKey(): Locator {
    return this.privateKey.locator('pre');
  }

  get keep(): Locator {
    return this.page.getByRole('checkbox', { name: 'Save the private key in the system' });
  }

  get attest(): Locator {
    return this.page.getByRole('checkbox', { name: 'I have the file with the private key' });
  }

  get fingerprint(): Locator {
    return this.page.locator('.fingerprint');
  }

  /** The key is made, its request signed, and the copy in this browser written or not wanted. */
  async isReady(): Promise<void> {
    await this.isShown();
    await expect(this.page.getByText('Your private key is ready')).toBeVisible();
    await expect(this.page.getByText('Saving it in this browser')).toHaveCount(0);
  }

  async download(): Promise<DownloadedFile> {
    return downloadBy(this.privateKey.getByRole('button', { name: 'Download' }));
  }

  async downloadRequest(): Promise<DownloadedFile> {
    await this.page.getByText('Request (CSR)', { exact: true }).first().click();
    return downloadBy(this.request.getByRole('button', { name: 'Download' }));
  }

  /** Downloads the key and says so, as a careful customer does. */
  async save(): Promise<DownloadedFile> {
    const file = await this.download();
    await this.attest.check();
    return file;
  }
}
