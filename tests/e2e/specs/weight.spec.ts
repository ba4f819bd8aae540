// What a first English visit really loads, as it comes over the wire.
import { readFileSync } from 'node:fs';
import { expect, test } from '../support/test.ts';

/** In bytes, bodies only, compressed with Brotli. */
const WEIGHT = JSON.parse(readFileSync(new URL('../../../scripts/weight.json', import.meta.url), 'utf8'));

test('a first visit loads no more than the limit in scripts/weight.json', async ({ form, page, wire }) => {
  await form.open();
  await form.package.isShown();
  await page.waitForLoadState('networkidle');
  const files = wire.received.filter(({ url }) => !url.endsWith('/billmgr'));
  const rows = files.map(({ url, headers, body }) => ({
    name: new URL(url).pathname,
    encoding: headers['content-encoding'],
    bytes: body.length,
  }));
  const total = rows.reduce((sum, { bytes }) => sum + bytes, 0);
  console.log(
    `      ${rows.length} files, ${total} bytes: ${rows.map(({ name, bytes }) => `${name} ${bytes}`).join(', ')}`,
  );
  expect(new Set(rows.map(({ name }) => name)).size, 'nothing is loaded twice').toBe(rows.length);
  expect(rows.filter(({ encoding }) => encoding !== 'br')).toEqual([]);
  expect(total).toBeLessThanOrEqual(WEIGHT.limit);
});
