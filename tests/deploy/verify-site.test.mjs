// scripts/verify-site.mjs against sites that are as published and sites that are not.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { hashes } from '../../scripts/manifest.mjs';
import { contentSecurityPolicy } from '../../scripts/deploy/policy.mjs';

const SCRIPT = fileURLToPath(new URL('../../scripts/verify-site.mjs', import.meta.url));
const BOOT = 'boot-0123456789abcdef.js';
const INDEX = `<!doctype html><script type="module" src="./${BOOT}" integrity="x"></script>`;
const SITE = { 'index.html': INDEX, [BOOT]: 'boot();', 'config.json': '{"billing_url": "/billmgr"}' };
const POLICY = contentSecurityPolicy({ billingOrigin: null, embeddingOrigins: [] });

let folder;
let manifest;
before(() => {
  folder = mkdtempSync(join(tmpdir(), 'cert-order-verify-'));
  manifest = join(folder, 'manifest.json');
  const files = Object.entries(SITE).map(([path, text]) => {
    return { path, ...hashes(Buffer.from(text)), checked: path === BOOT, ...(path === 'config.json' ? { operator: true } : {}) };
  });
  writeFileSync(manifest, JSON.stringify({ format: 1, source: { commit: 'c0ffee', modified: false }, files }));
});
after(() => rmSync(folder, { recursive: true }));

/** Runs the script for a site that answers by `answer(name, coding)`: text, or status and headers besides. */
async function verify(answer, file = manifest) {
  const server = createServer((request, response) => {
    const name = request.url === '/form/' ? 'index.html' : request.url.replace('/form/', '');
    const coding = request.headers['accept-encoding'];
    const { status = 200, text = SITE[name] ?? '', headers = {} } = answer(name, coding) ?? {};
    const own = { 'Content-Security-Policy': POLICY, 'X-Content-Type-Options': 'nosniff', 'Cache-Control': 'no-cache' };
    const encode = { gzip: gzipSync, br: brotliCompressSync }[coding];
    if (encode) own['Content-Encoding'] = coding;
    response.writeHead(status, { ...own, ...headers });
    response.end(encode ? encode(text) : text);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const result = await run('--url', `http://127.0.0.1:${server.address().port}/form/`, '--manifest', file);
  server.close();
  return result;
}

function run(...args) {
  return new Promise((resolve) => {
    execFile('node', [SCRIPT, ...args], (error, stdout, stderr) => resolve({ code: error?.code ?? 0, said: stdout + stderr }));
  });
}

test('a site as published is good, whatever the operator chose', async () => {
  const { code, said } = await verify((name) => (name === 'config.json' ? { text: '{"billing_url": "/other"}' } : undefined));
  assert.equal(code, 0, said);
  assert.match(said, /All 3 files are as published from commit c0ffee\./);
  assert.match(said, /config\.json: the operator’s, not compared/);
});

for (const [what, answer, says] of [
  ['one byte of a script', (name) => (name === BOOT ? { text: 'bOot();' } : undefined), /WRONG boot-.*its content is another one \(7 bytes\)/],
  ['one byte of the page', (name) => (name === 'index.html' ? { text: `${INDEX} ` } : undefined), /WRONG index\.html: its content/],
  [
    'a copy that only Brotli gets',
    (name, coding) => (name === BOOT && coding === 'br' ? { text: 'steal();' } : undefined),
    /WRONG boot-[^:]*: its copy for br is another one \(8 bytes\)$/m,
  ],
  ['a file that is gone', (name) => (name === BOOT ? { status: 404 } : undefined), /the server answers with status 404/],
  ['a file that lies elsewhere', (name) => (name === BOOT ? { status: 302, headers: { Location: '/' } } : undefined), /status 302/],
  [
    'a script that nobody published',
    (name) => (name === 'index.html' ? { text: `${INDEX}<script src=https://cdn.example/a.js></script>` } : undefined),
    /it loads https:\/\/cdn\.example\/a\.js, which is none of the form/,
  ],
  ['no policy', () => ({ headers: { 'Content-Security-Policy': '' } }), /the policy lacks default-src 'none'/],
  [
    'a policy that lets script in',
    () => ({ headers: { 'Content-Security-Policy': `${POLICY}; script-src-elem 'unsafe-inline'` } }),
    /the policy allows unsafe script/,
  ],
  ['no nosniff', () => ({ headers: { 'X-Content-Type-Options': '' } }), /nosniff is missing/],
  ['a page that caches keep', () => ({ headers: { 'Cache-Control': 'max-age=60' } }), /WRONG index\.html: it is kept by caches/],
  ['an operator’s file that is no JSON', (name) => (name === 'config.json' ? { text: '<html>' } : undefined), /WRONG config\.json: it is not JSON/],
]) {
  test(`${what} is told`, async () => {
    const { code, said } = await verify(answer);
    assert.equal(code, 1, said);
    assert.match(said, says);
    assert.match(said, /files are not as published/);
  });
}

test('a file with a hash may be kept', async () => {
  const { code, said } = await verify((name) => (name === BOOT ? { headers: { 'Cache-Control': 'max-age=31536000, immutable' } } : undefined));
  assert.equal(code, 0, said);
});

test('what cannot be looked at is not called wrong', async () => {
  for (const [args, says] of [
    [[], /usage/],
    [['--url', 'order'], /usage/],
    [['--url', 'http://127.0.0.1:9/', '--manifest', manifest], /does not answer/],
    [['--url', 'http://127.0.0.1:9/', '--manifest', join(folder, 'none.json')], /cannot be read/],
    [['--url', 'http://127.0.0.1:9/', '--manifest', SCRIPT], /cannot be read/],
    [['--site', 'x'], /Unknown option/],
  ]) {
    const { code, said } = await run(...args);
    assert.equal(code, 2, said);
    assert.match(said, says);
  }
  const other = join(folder, 'other.json');
  writeFileSync(other, '{"format": 2, "files": []}');
  assert.match((await verify(() => undefined, other)).said, /is no manifest of this form/);
});
