// Copies of the built site in which a file was changed, as a broken or hostile host would have it.
import { cp, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext } from '@playwright/test';
import { SITE } from './paths.ts';
import type { test } from './test.ts';

/**
 * A copy of the site where `change` was done to the one file whose name matches; with `null` it is not there. Its compressed
 * copies are removed.
 */
export async function changedSite(name: RegExp, change: (content: Buffer) => Buffer | null): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'cert-order-site-'));
  await cp(SITE, folder, { recursive: true });
  const [file, ...others] = (await readdir(folder)).filter((entry) => name.test(entry));
  if (!file || others.length > 0) throw new Error(`not one file of the site matches ${name}`);
  const path = join(folder, file);
  const changed = change(await readFile(path));
  await (changed ? writeFile(path, changed) : rm(path));
  for (const ending of ['.br', '.gz']) await rm(path + ending, { force: true });
  return folder;
}

/** The same bytes but one, in the middle. */
export function withFlippedByte(content: Buffer): Buffer {
  const changed = Buffer.from(content);
  const middle = Math.floor(changed.length / 2);
  changed.writeUInt8(changed.readUInt8(middle) ^ 1, middle);
  return changed;
}

/** The form is set up with these fields of `config.json` besides where the billing system answers. */
export async function configured(context: BrowserContext, fields: Record<string, unknown>): Promise<void> {
  await context.route('**/config.json', (route) => route.fulfill({ json: { billing_url: '/billmgr', ...fields } }));
}

/** The sandbox serves a copy of the site in which one file was changed. */
export function served(name: RegExp, change: (content: Buffer) => Buffer | null): Parameters<typeof test.use>[0] {
  return {
    sandboxOptions: async ({}, use) => {
      const site = await changedSite(name, change);
      await use({ site });
      await rm(site, { recursive: true });
    },
  };
}
