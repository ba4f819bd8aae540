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
async function altered(name: RegExp, work: (url: string) => Promise<void>, change = withFlippedByte): Promise<void> {
  const site = await changedSite(name, change);
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

for (const [file, name] of [
  ['boot', /^boot-.*\.js$/],
  ['glue', /^cert-order-.*\.js$/],
] as const) {
  test(`nothing of a ${file} script that says more than the published one is run`, async ({ engine }) => {
    const mark = Buffer.from("document.documentElement.dataset.stranger = 'was here';\n");
    const work = async (url: string) => {
      await engine.open(url);
      await engine.run(() => document.getAnimations().forEach((animation) => animation.finish()));
      await says(engine, file === 'boot' ? 'The form has not started yet' : 'A file of this form was changed');
      expect(await engine.run(() => document.documentElement.dataset.stranger ?? null)).toBe(null);
    };
    await altered(name, work, (script) => Buffer.concat([mark, script]));
  });
}

test('with a flipped byte in the second part the order goes no further than the first page', async ({ engine }) => {
  await altered(/^rest-.*\.wasm$/, async (url) => {
    await engine.open(url);
    await engine.shows('DV single');
    await engine.click('input[name=package]');
    await says(engine, 'A file of this form was changed');
  });
});

for (const file of ['words', 'shell']) {
  test(`with a flipped byte in the ${file} file of its language there is no form, and the page says that a file was changed`, async ({ engine }) => {
    await altered(new RegExp(`^${file}-de-.*\\.json$`), async (url) => {
      await engine.open(`${url}?lang=de`);
      // With the shell's own words altered it speaks English; where only they are, the form may have been there a moment.
      await says(engine, file === 'shell' ? 'A file of this form was changed' : 'Eine Datei dieses Formulars wurde verändert');
      expect(await engine.run(() => document.getElementById('app')!.hasAttribute('inert'))).toBe(true);
    });
  });
}

for (const tag of ['de', 'ar'] as const) {
  test(`with a flipped byte in the words of ${tag} an order under way stays in its language, loses nothing and says so`, async ({ engine }) => {
    await altered(new RegExp(`^words-${tag}-.*\\.json$`), async (url) => {
      await new Journey(engine, url).toRequest();
      await engine.click(`.languages [lang='${tag}']`);
      await engine.shows('This language could not be loaded', '.languages');
      expect(await engine.run(() => document.documentElement.lang)).toBe('en');
      await engine.shows('How do you want to provide the request?');
    });
  });
}

test('with a flipped byte in the list of suffixes it is not used, and the page says so', async ({ engine }) => {
  await altered(/^suffixes-.*\.txt$/, async (url) => {
    const journey = new Journey(engine, url);
    await journey.toRequest('DV wildcard');
    await engine.press('Continue');
    await journey.comes('Names of the certificate');
    await engine.fill('domain', '*.co.uk');
    await engine.shows('The list of public endings could not be loaded');
  });
});

test('every hashed file is one of these, or the icon', () => {
  const names = readdirSync(SITE).filter((name) => /-[0-9a-f]{16}\.[a-z]+$/.test(name));
  const kinds = [...new Set(names.map((name) => name.replace(/-[0-9a-f]{16}\..*$/, '').replace(/-(ar|de|es|ru)$/, '')))];
  expect(kinds.sort()).toEqual(['boot', 'cert-order', 'icon', 'rest', 'shell', 'style', 'suffixes', 'words']);
});
