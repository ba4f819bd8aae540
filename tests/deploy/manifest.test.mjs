// dist/manifest.json: that it names every file as it is, says which of them browsers check, and holds nothing of this machine.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const DIST = process.env.SITE ?? join(ROOT, 'dist');
const text = () => readFileSync(join(DIST, 'manifest.json'), 'utf8');
const read = () => JSON.parse(text());

test('it names every file but itself and the compressed copies, with its hashes', () => {
  const { files } = read();
  const there = readdirSync(DIST).filter((name) => !/\.(br|gz)$/.test(name) && name !== 'manifest.json');
  assert.deepEqual(files.map(({ path }) => path), there.sort());
  for (const { path, bytes, sha256, integrity } of files) {
    const file = join(DIST, path);
    // Another program's hashes.
    assert.equal(execFileSync('sha256sum', [file], { encoding: 'utf8' }).split(' ')[0], sha256, path);
    const digest = execFileSync('openssl', ['dgst', '-sha384', '-binary', file]).toString('base64');
    assert.equal(`sha384-${digest}`, integrity, path);
    assert.equal(readFileSync(file).length, bytes, path);
  }
});

test('what browsers do not check is the root of trust, and a short list', () => {
  const open = read().files.filter(({ checked }) => !checked).map(({ path }) => path.replace(/-[0-9a-f]{16}/, ''));
  assert.deepEqual(open, ['config.json', 'config.schema.json', 'icon.svg', 'index.html']);
  assert.deepEqual(read().files.filter(({ operator }) => operator).map(({ path }) => path), ['config.json']);
  const security = readFileSync(join(ROOT, 'SECURITY.md'), 'utf8');
  for (const name of open) assert.ok(security.includes(`\`${name}\``), `SECURITY.md does not name ${name}`);
});

test('it says what the wasm was made of, and by what', () => {
  const { compiler, tools, crates, source, format } = read();
  assert.equal(format, 1);
  assert.match(compiler.rustc, /^\d+\.\d+\.\d+/);
  assert.match(compiler.llvm, /^\d+/);
  for (const [tool, version] of Object.entries(tools)) assert.match(version, /^\d+\.\d+/, tool);
  const names = crates.map(({ name }) => name);
  const left = crates.filter(({ code }) => code).map(({ name }) => name);
  for (const name of ['cert-order', 'reactive_graph', 'rcgen', 'serde_json', 'gloo-net']) assert.ok(left.includes(name), name);
  for (const name of ['leptos_hot_reload', 'regex', 'toml']) assert.ok(!left.includes(name), name);
  // Of the tests, of the build, of the native server.
  for (const name of ['sandbox', 'rsa', 'proptest', 'tokio', 'rusqlite']) assert.ok(!names.includes(name), name);
  const lock = readFileSync(join(ROOT, 'Cargo.lock'), 'utf8');
  for (const { name, version, checksum } of crates) {
    if (name === 'cert-order') continue;
    assert.ok(lock.includes(`name = "${name}"\nversion = "${version}"`), name);
    assert.ok(lock.includes(`checksum = "${checksum}"`), name);
  }
  assert.match(source.commit, /^[0-9a-f]{40}$/);
  assert.equal(typeof source.modified, 'boolean');
});

test('it holds no path and no time of this machine', () => {
  for (const path of [homedir(), ROOT, '/home/', '/root/']) assert.ok(!text().includes(path), path);
  assert.doesNotMatch(text(), /20\d\d-\d\d-\d\dT/);
});
