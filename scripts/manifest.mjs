// What is published, for whoever wants to check it: each file with its hashes, and what the wasm was made of. It holds no time
// and no path, so that the same source gives the same bytes.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const WASM = 'wasm32-unknown-unknown';

/** What a command prints, without the blanks around it. */
const printed = (command, ...args) =>
  execFileSync(command, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'], maxBuffer: 1 << 26 }).trim();

/** The first thing in what a tool says of itself that looks like a version. */
const versionOf = (command) => printed(command, '--version').match(/\d[\w.]*/)?.[0] ?? '';

/** Names and checksums of the crates in Cargo.lock by `name version`. */
function checksums(lock) {
  const found = new Map();
  for (const [, name, version, rest] of lock.matchAll(/\[\[package\]\]\nname = "([^"]+)"\nversion = "([^"]+)"\n([^[]*)/g)) {
    found.set(`${name} ${version}`, rest.match(/checksum = "([0-9a-f]+)"/)?.[1] ?? null);
  }
  return found;
}

/** Names of the crates that have functions in a wasm with its names: `leptos` of `leptos[0123456789abcdef]::…`. */
function named(wasm) {
  const found = wasm.toString('latin1').matchAll(/([A-Za-z_][A-Za-z0-9_]*)\[[0-9a-f]{16}\]::/g);
  return new Set([...found].map(([, name]) => name));
}

/**
 * The crates that the wasm is linked from: no build scripts, no macros, nothing of the tests. `code`: the linker left functions of it
 * in the wasm; of the others it took what became part of those, or nothing.
 */
function crates(root, wasm) {
  const left = named(wasm);
  const kinds = ['--target', WASM, '--edges', 'normal,no-proc-macro'];
  const tree = printed('cargo', 'tree', '--locked', '--manifest-path', join(root, 'Cargo.toml'), ...kinds, '--prefix', 'none', '--format', '{p}');
  const known = checksums(readFileSync(join(root, 'Cargo.lock'), 'utf8'));
  const names = [...new Set(tree.split('\n').map((line) => line.match(/^(\S+) v(\S+)/)).filter(Boolean).map(([, name, version]) => `${name} ${version}`))];
  return names.sort().map((id) => {
    const [name, version] = id.split(' ');
    return { name, version, checksum: known.get(id) ?? null, code: left.has(name.replaceAll('-', '_')) };
  });
}

/** The commit, and whether something was changed since; `null` outside of a repository. */
function source(root) {
  try {
    const commit = printed('git', '-C', root, 'rev-parse', 'HEAD');
    return { commit, modified: printed('git', '-C', root, 'status', '--porcelain') !== '' };
  } catch {
    return { commit: null, modified: null };
  }
}

/** The compiler as it names itself; equal bytes hold for equal compilers only. */
function compiler() {
  const lines = Object.fromEntries(printed('rustc', '-vV').split('\n').slice(1).map((line) => line.split(': ')));
  return { rustc: lines.release, commit: lines['commit-hash'], host: lines.host, llvm: lines['LLVM version'] };
}

function tools(root) {
  const versions = readFileSync(join(root, 'scripts/versions'), 'utf8');
  const npm = (name) => createRequire(join(root, 'package.json'))(`${name}/package.json`).version;
  return {
    trunk: versionOf('trunk'),
    'wasm-bindgen': versionOf('wasm-bindgen'),
    'wasm-split-cli': versions.match(/^WASM_SPLIT_VERSION=(.*)$/m)[1],
    binaryen: npm('binaryen'),
    esbuild: npm('esbuild'),
  };
}

/** Hashes of a file's bytes: SHA-256 in hex, as `sha256sum` prints it, and SHA-384 as integrity values have it. */
export function hashes(content) {
  return {
    bytes: content.length,
    sha256: createHash('sha256').update(content).digest('hex'),
    integrity: `sha384-${createHash('sha384').update(content).digest('base64')}`,
  };
}

/**
 * The text of manifest.json.
 *
 * `wasm`: what was built, with the names of its functions. `files`: names and contents. A file is `checked` when browsers refuse it with another content: its integrity value stands in
 * `html` (or in a file that is checked itself). `config.json` is the operator's: it differs from site to site.
 */
export function manifest(root, html, wasm, files) {
  const list = files.map(({ name, content }) => {
    const own = hashes(content);
    return { path: name, ...own, checked: html.includes(own.integrity), ...(name === 'config.json' ? { operator: true } : {}) };
  });
  const all = { format: 1, source: source(root), compiler: compiler(), tools: tools(root), crates: crates(root, wasm), files: list };
  return `${JSON.stringify(all, null, 1)}\n`;
}
