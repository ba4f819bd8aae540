// Files that the page hands to the browser's downloads.
import { readFile } from 'node:fs/promises';
import type { Locator } from '@playwright/test';

export interface DownloadedFile {
  name: string;
  text: string;
}

/** Presses `button` and reads the file that comes of it. */
export async function downloadBy(button: Locator): Promise<DownloadedFile> {
  const [download] = await Promise.all([button.page().waitForEvent('download'), button.click()]);
  return { name: download.suggestedFilename(), text: await readFile(await download.path(), 'utf8') };
}
