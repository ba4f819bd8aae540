// How long the form takes to come, by engine and by the time that an answer takes: `make bench`. It prints, and refuses nothing.
import { kindOf } from '../../e2e/support/rounds.ts';
import { Relay } from '../relay.ts';
import { test } from '../test.ts';

/** Milliseconds from a request to its answer: beside the server, on a fast line, on a mobile one. */
const DELAYS = [0, 50, 150];

test('from the address to words, and to the first page of the form @bench', async ({ engine, sandbox }) => {
  for (const delay of DELAYS) {
    let begun = 0;
    const rounds: string[] = [];
    const relay = await Relay.open(sandbox.url, async (url) => {
      begun ||= performance.now();
      rounds.push(`${kindOf(url)} ${Math.round(performance.now() - begun)}`);
      await new Promise((resolve) => setTimeout(resolve, delay));
    });
    await engine.open(relay.url);
    await engine.shows('DV single');
    const shown = performance.now() - begun;
    const painted = await engine.run(() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? NaN);
    const line = `${engine.name}, answers after ${delay} ms: words ${Math.round(painted)} ms, packages ${Math.round(shown)} ms`;
    console.log(`      ${line} (asked for: ${rounds.join(', ')})`);
    await relay.close();
  }
});
