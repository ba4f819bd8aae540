// Where the tests find what they test; each can be named by an environment variable.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../../..', import.meta.url)).replace(/\/$/, '');

/** The built site. */
export const SITE = process.env.SITE ?? join(ROOT, 'dist');

/** The sandbox's program, as `cargo build --profile sandbox -p sandbox` makes it. */
export const SANDBOX =
  process.env.SANDBOX ?? join(process.env.CARGO_TARGET_DIR ?? join(ROOT, 'target'), 'sandbox/sandbox');

/** Chromium's program: CHROMIUM, or the first of the usual names on PATH. */
export const CHROMIUM = process.env.CHROMIUM ?? onPath(['chromium', 'chromium-browser', 'google-chrome']);

/** Firefox's driver: GECKODRIVER, or the one on PATH. */
export const GECKODRIVER = process.env.GECKODRIVER ?? onPath(['geckodriver']) ?? 'geckodriver';

function onPath(names: string[]): string | undefined {
  const folders = (process.env.PATH ?? '').split(':');
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find((path) => existsSync(path));
}
