// How the form comes: words to read before the wasm is there, and no file that waits for one it does not need.
import { Rounds, paintedPart } from '../support/rounds.ts';
import { expect, test } from '../support/test.ts';

for (const [tag, words] of [
  ['en', []],
  ['de', ['shell-de', 'words-de']],
] as const) {
  test.describe(`in a browser that speaks ${tag}`, () => {
    test.use({ locale: tag });

    test('the page is read while the wasm is on its way, and the files come in three rounds, each once', async ({ policy, page, wire }) => {
      void policy;
      const rounds = new Rounds();
      wire.faults.before = ({ url }) => rounds.hold(url);
      const opened = page.goto('./');
      expect(await rounds.waiting(1)).toEqual(['page']);
      rounds.release();
      expect(await rounds.waiting(3)).toEqual(['boot', 'glue', 'style']);
      rounds.release();
      const third = ['config', ...words, 'wasm'];
      expect(await rounds.waiting(third.length)).toEqual(third.sort());

      rounds.release('wasm');
      await expect(page.getByText(tag === 'de' ? 'Das Bestellformular wird geladen…' : 'Loading the order form…')).toBeVisible();
      expect(await page.evaluate(paintedPart)).toBe('boot');
      await expect(page.locator('#boot')).not.toHaveCSS('display', 'none');
      await expect(page.locator('#app')).toBeEmpty();

      rounds.release();
      expect(await rounds.waiting(1)).toEqual(['billmgr']);
      rounds.release();
      await opened;
      wire.faults = {};
      await expect(page.locator('#app h1')).toBeVisible();
      const files = rounds.asked.filter((kind) => kind !== 'billmgr');
      expect(files).toHaveLength(new Set(files).size);
    });
  });
}
