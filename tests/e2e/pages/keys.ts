// The page `#/keys`: what this browser keeps.
import { type Locator, type Page, expect } from '@playwright/test';
import { type DownloadedFile, downloadBy } from './download.ts';

export class KeysPage {
  constructor(readonly page: Page) {}

  private get main(): Locator {
    return this.page.getByRole('main');
  }

  async open(): Promise<void> {
    await this.page.goto('./#/keys');
    await this.isShown();
  }

  async isShown(): Promise<void> {
    await expect(this.page.getByRole('heading', { level: 1 })).toHaveText('Private keys in this browser');
    await expect(this.page).toHaveURL(/#\/keys$/);
  }

  /** The part of one key, by its name or domain. */
  key(title: string): Locator {
    return this.main.locator('section').filter({ has: this.page.getByRole('heading', { name: title, exact: true }) });
  }

  get keys(): Locator {
    return this.main.locator('section').filter({ hasText: 'Protection' });
  }

  get vaultPassphrase(): Locator {
    return this.page.getByLabel('Passphrase of the vault', { exact: true });
  }

  get newPassphrase(): Locator {
    return this.page.getByLabel('New passphrase of the vault');
  }

  get filePassphrase(): Locator {
    return this.page.getByLabel('Passphrase of the file');
  }

  button(name: string): Locator {
    return this.main.getByRole('button', { name, exact: true });
  }

  /** Opens the vault, or sets its passphrase. */
  async unlock(passphrase: string): Promise<void> {
    await this.vaultPassphrase.fill(passphrase);
    await this.vaultPassphrase.press('Enter');
  }

  async says(words: string | RegExp): Promise<void> {
    await expect(this.main.getByRole('status').first()).toContainText(words);
  }

  async download(title: string, name = 'Download'): Promise<DownloadedFile> {
    return downloadBy(this.button(`${name} ${title}`));
  }

  async export(passphrase: string): Promise<DownloadedFile> {
    await this.filePassphrase.fill(passphrase);
    return downloadBy(this.button('Export all keys'));
  }

  async import(text: string, passphrase: string): Promise<void> {
    await this.filePassphrase.fill(passphrase);
    const file = { name: 'keys.json', mimeType: 'application/json', buffer: Buffer.from(text) };
    await this.page.locator('#vault-file').setInputFiles(file);
  }

  async delete(title: string): Promise<void> {
    const part = this.key(title);
    await this.button(`Delete ${title}`).click();
    await part.getByRole('dialog').getByRole('button', { name: 'Delete', exact: true }).click();
  }
}
