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

  /** The vault's passphrase. */
  get passphrase(): Locator {
    return this.page.getByLabel('Passphrase of the vault', { exact: true });
  }

  get filePassphrase(): Locator {
    return this.page.getByLabel('Passphrase of the file');
  }

  /** Puts the key into the vault. */
  async protect(passphrase: string): Promise<void> {
    await this.passphrase.fill(passphrase);
    await this.page.getByRole('button', { name: /^(Protect with this passphrase|Put the key into the vault)$/ }).click();
    await expect(this.page.getByText('In the vault: encrypted with your passphrase')).toBeVisible();
  }

  /** Opens the vault that the key lies in. */
  async unlock(passphrase: string): Promise<void> {
    await this.passphrase.fill(passphrase);
    await this.passphrase.press('Enter');
  }

  /** Types the passphrase of a file. */
  async filePassphraseTo(passphrase: string): Promise<void> {
    if (!(await this.filePassphrase.isVisible())) await this.page.getByText('Download it encrypted').click();
    await this.filePassphrase.fill(passphrase);
  }

  async downloadEncrypted(passphrase: string): Promise<DownloadedFile> {
    await this.filePassphraseTo(passphrase);
    return downloadBy(this.page.getByRole('button', { name: 'Download encrypted' }));
  }

  /** "Check my copy" with a file of this content. */
  async checkCopy(text: string): Promise<void> {
    const file = { name: 'copy.pem', mimeType: 'application/x-pem-file', buffer: Buffer.from(text) };
    await this.page.getByLabel('Check my copy').setInputFiles(file);
  }

  /** Downloads the key and says so, as a careful customer does. */
  async save(): Promise<DownloadedFile> {
    const file = await this.download();
    await this.attest.check();
    return file;
  }
}
