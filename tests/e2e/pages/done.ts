import { type Locator, expect } from '@playwright/test';
import { type DownloadedFile, downloadBy } from './download.ts';
import { StepPage } from './step.ts';

export class DonePage extends StepPage {
  readonly slug = 'done';
  readonly title = 'Your order is placed';

  fact(name: string): Locator {
    const row = this.page
      .locator('main .rows__row')
      .filter({ has: this.page.locator('.rows__key').getByText(name, { exact: true }) });
    return row.locator('.rows__value');
  }

  get isOurs(): Locator {
    return this.page.getByText('Your certificate is issued, and it belongs to your private key.');
  }

  /** The link to the billing system's payment page. */
  get paymentLink(): Locator {
    return this.page.getByRole('link', { name: 'Open the payment page' });
  }

  get checkNow(): Locator {
    return this.page.getByRole('button', { name: 'Check now' });
  }

  /** The order lies in the newer cart. */
  async isInCart(): Promise<void> {
    await expect(this.page).toHaveURL(/#\/done$/);
    await expect(this.heading).toHaveText('Your order is in your cart');
  }

  /** The certificate is issued and has our public key; asks again until it is. */
  async isIssued(): Promise<void> {
    await this.isShown();
    await expect(async () => {
      if (await this.isOurs.isHidden()) await this.checkNow.click({ timeout: 500 });
      await expect(this.isOurs).toBeVisible({ timeout: 1_000 });
    }).toPass({ timeout: 20_000 });
  }

  /** The box of a machine text, by its name. */
  machine(name: string): Locator {
    return this.page.locator('.machine').filter({ has: this.page.getByText(name, { exact: true }) });
  }

  async downloadCertificate(): Promise<DownloadedFile> {
    return downloadBy(this.machine('Certificate').getByRole('button', { name: 'Download' }));
  }

  async downloadReceipt(): Promise<DownloadedFile> {
    const section = this.page.locator('section').filter({ has: this.page.getByRole('heading', { name: 'Receipt' }) });
    return downloadBy(section.getByRole('button', { name: 'Download' }));
  }
}
