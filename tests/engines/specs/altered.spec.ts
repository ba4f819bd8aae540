// One flipped byte in a file of the site: no form, and a message that can be read, in each engine.
import { readdirSync } from 'node:fs';
import { SITE } from '../../e2e/support/paths.ts';
import { Sandbox } from '../../e2e/support/sandbox.ts';
import { changedSite, withFlippedByte } from '../../e2e/support/site.ts';
import { rm } from 'node:fs/promises';
import type { Engine } from '../engine.ts';
import { Journey } from '../journey.ts';
import { expect, test } from '../test.ts';

/** Runs with the site in which the file was changed. */
async function altered(name: RegExp, work: (url: string) => Promise<void>): Promise<void> {
  const site = await changedSite(name, withFlippedByte);
  const sandbox = await Sandbox.start({ site });
  try {
    await work(`${sandbox.url}/`);
  } finally {
    await sandbox.stop();
    await rm(site, { recursive: true });
  }
}

/** The headings that can be seen, once one of them has these words. */
const says = async (engine: Engine, words: string) => engine.shows(words);

for (const [file, name] of [
  ['glue script', /^cert-order-.*\.js$/],
  ['wasm', /^cert-order-.*\.wasm$/],
  ['style sheet', /^style-.*\.css$/],
] as const) {
  test(`with a flipped byte in the ${file} there is no form, and the page says that a file was changed`, async ({ engine }) => {
    await altered(name, async (url) => {
      await engine.open(url);
      await says(engine, 'A file of this form was changed');
      expect(await engine.run(() => document.getElementById('app')!.childElementCount)).toBe(0);
    });
  });
}

test('with a flipped byte in the boot script there is no form, and the page says by itself that it has not started', async ({ engine }) => {
  await altered(/^boot-.*\.js$/, async (url) => {
    await engine.open(url);
    await engine.run(() => document.getAnimations().forEach((animation) => animation.finish()));
    await says(engine, 'The form has not started yet');
    expect(await engine.run(() => document.getElementById('app')!.childElementCount)).toBe(0);
  });
});

test('with a flipped byte in the second part the order goes no further than the first page', async ({ engine }) => {
  await altered(/^rest-.*\.wasm$/, async (url) => {
    await engine.open(url);
    await engine.shows('DV single');
    await engine.click('input[name=package]');
    await says(engine, 'A file of this form was changed');
  });
});

for (const tag of ['de', 'ar'] as const) {
  test(`with a flipped byte in the words of ${tag} the form stays in its language and says so`, async ({ engine }) => {
    await altered(new RegExp(`^words-${tag}-.*\\.json$`), async (url) => {
      await new Journey(engine, url).toRequest();
      await engine.click(`.languages [lang='${tag}']`);
      await engine.run(
        () =>
          new Promise<void>((resolve) => {
            const look = () => document.querySelector('.co-header [role=status], header [role=status]')?.textContent && resolve();
            new MutationObserver(look).observe(document, { subtree: true, childList: true, characterData: true });
            look();
          }),
      );
      expect(await engine.run(() => document.documentElement.lang)).toBe('en');
    });
  });
}

test('every hashed file is one of these, of the shell, the icon or the suffixes', () => {
  const names = readdirSync(SITE).filter((name) => /-[0-9a-f]{16}\.[a-z]+$/.test(name));
  const kinds = [...new Set(names.map((name) => name.replace(/-[0-9a-f]{16}\..*$/, '').replace(/-(ar|de|es|ru)$/, '')))];
  expect(kinds.sort()).toEqual(['boot', 'cert-order', 'icon', 'rest', 'shell', 'style', 'suffixes', 'words']);
});
