// How the form comes in each engine: words to read before the wasm is there, no file that waits for one it does not need, none twice.
import { Rounds, kindOf, paintedPart } from '../../e2e/support/rounds.ts';
import { Journey } from '../journey.ts';
import { Relay } from '../relay.ts';
import { expect, test } from '../test.ts';

test('the page is painted while the wasm is on its way, and the files come in three rounds, each once', async ({ engine, sandbox }) => {
  const rounds = new Rounds();
  const relay = await Relay.open(sandbox.url, (url) => rounds.hold(url));
  try {
    const opened = engine.open(`${relay.url}?lang=de`);
    expect(await rounds.waiting(1)).toEqual(['page']);
    rounds.release();
    expect(await rounds.waiting(3)).toEqual(['boot', 'glue', 'style']);
    rounds.release();
    expect(await rounds.waiting(4)).toEqual(['config', 'shell-de', 'wasm', 'words-de']);
    rounds.release('wasm');
    await opened;
    await engine.shows('Das Bestellformular wird geladen…');
    expect(await engine.run(paintedPart)).toBe('boot');
    rounds.release();
    expect(await rounds.waiting(1)).toEqual(['billmgr']);
    rounds.release();
    await engine.shows('DV single');
    const files = rounds.asked.filter((kind) => kind !== 'billmgr');
    expect(files).toHaveLength(new Set(files).size);
  } finally {
    await relay.close();
  }
});

test('a style sheet that comes last is waited for', async ({ engine, sandbox }) => {
  const rounds = new Rounds();
  const relay = await Relay.open(sandbox.url, (url) => rounds.hold(url));
  try {
    const opened = engine.open(relay.url);
    await rounds.waiting(1);
    rounds.release();
    await rounds.waiting(3);
    rounds.release('style');
    // The others run no script before the styles are there.
    if (engine.name === 'webkit') expect(await rounds.waiting(3)).toEqual(['config', 'style', 'wasm']);
    rounds.release('config', 'wasm');
    expect(await rounds.waiting(2)).toEqual(['config', 'wasm']);
    rounds.release();
    expect(await rounds.waiting(1)).toEqual(['billmgr']);
    rounds.release();
    await opened;
    await engine.shows('DV single');
    expect(rounds.asked.filter((kind) => kind === 'style')).toHaveLength(1);
  } finally {
    await relay.close();
  }
});

for (const type of ['application/octet-stream', 'text/plain']) {
  test(`a host that sends the wasm as ${type} does no harm`, async ({ engine, sandbox }) => {
    const seen = new Set<string>();
    const relay = await Relay.open(sandbox.url, async (url) => {
      if (!url.endsWith('.wasm')) return;
      seen.add(kindOf(url));
      return { 'content-type': type };
    });
    try {
      await new Journey(engine, relay.url).toRequest();
      expect([...seen]).toEqual(['wasm', 'rest']);
    } finally {
      await relay.close();
    }
  });
}
