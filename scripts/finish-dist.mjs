// The last step of a build: puts the two parts of the wasm in, names files by their content, writes integrity values into
// index.html, checks what must not be in the output, writes manifest.json, compresses, and weighs what a first visit loads.
//
//   node scripts/finish-dist.mjs --words FOLDER [--check] [--forbid PATH]…
//
// --words is the folder with the files of words; --check fails when a first visit or a whole order weighs too much; --forbid
// names a path that must not occur in the wasm.
import { createHash } from 'node:crypto';
import { copyFileSync, readFileSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { buildSync, transformSync } from 'esbuild';
import { manifest } from './manifest.mjs';
import { suffixes } from './suffixes.mjs';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const DIST = join(ROOT, 'dist');
/** Where scripts/dist puts the parts of the wasm and their glue. */
const SPLIT = join(ROOT, 'target', 'split');
/** What a first English visit (`limit`) and a whole order (`order`) may load, in bytes after Brotli. */
const WEIGHT = JSON.parse(readFileSync(new URL('weight.json', import.meta.url), 'utf8'));
const COMPRESSIBLE = /\.(html|css|js|json|svg|txt|wasm)$/;
const { values } = parseArgs({
  options: {
    words: { type: 'string' },
    check: { type: 'boolean', default: false },
    forbid: { type: 'string', multiple: true, default: [] },
  },
});
/** The files of words; the English ones are compiled in. */
const WORDS = readdirSync(values.words)
  .filter((file) => !file.endsWith('-en.json'))
  .map((file) => ({ name: file.replace('.json', ''), extension: 'json', make: () => readFileSync(join(values.words, file)) }));
/** Files that only some orders load, each named by the page as `data-…`: what src/browser/ports/asset.rs reads. */
const ON_DEMAND = [{ name: 'suffixes', extension: 'txt', make: suffixes }, ...WORDS];

function fail(message) {
  console.error(`dist: ${message}`);
  process.exit(1);
}

/** All files below a folder, as paths relative to dist/. */
function files(folder = DIST) {
  return readdirSync(folder, { withFileTypes: true })
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      return entry.isDirectory() ? files(path) : [relative(DIST, path)];
    })
    .sort();
}

const read = (name) => readFileSync(join(DIST, name));
const integrity = (name) => `sha384-${createHash('sha384').update(read(name)).digest('base64')}`;

/**
 * Renames a file after its content, `boot.js` to `boot-0123456789abcdef.js`: a copy that a cache holds for ever can then never
 * disagree with the integrity value. Trunk's own names do not give that, since it hashes the glue script by the wasm.
 */
function renameByContent(name, stem, extension) {
  const hashed = `${stem}-${createHash('sha256').update(read(name)).digest('hex').slice(0, 16)}.${extension}`;
  renameSync(join(DIST, name), join(DIST, hashed));
  return hashed;
}

/** The value of an attribute of the boot script, without the leading `./`. */
function attribute(tag, name) {
  const value = tag.match(new RegExp(` ${name}="\\./([^"]+)"`))?.[1];
  return value ?? fail(`the boot script in index.html has no relative ${name}="./…"`);
}

/** Writes the glue of the two parts: wasm-bindgen's, and public/rest.js, which it imports under another name. */
function bundleGlue(name) {
  copyFileSync(join(ROOT, 'public', 'rest.js'), join(SPLIT, '__wasm_split.js'));
  const { outputFiles, errors } = buildSync({
    entryPoints: [join(SPLIT, 'cert-order.js')],
    bundle: true,
    format: 'esm',
    write: false,
    minify: true,
    target: 'esnext',
    legalComments: 'none',
  });
  if (errors.length > 0) fail('the glue script could not be bundled');
  writeFileSync(join(DIST, name), outputFiles[0].text);
}

/** Rewrites the boot script's element: hashed names, integrity of itself and of what it loads. The glue's follows it. */
function finishBootScript(html) {
  const tag = html.match(/<script type="module" src=[^>]*><\/script>/)?.[0] ?? fail('index.html has no boot script');
  minify(attribute(tag, 'src'), 'js');
  const boot = renameByContent(attribute(tag, 'src'), 'boot', 'js');
  bundleGlue(attribute(tag, 'data-js'));
  const js = renameByContent(attribute(tag, 'data-js'), 'cert-order', 'js');
  copyFileSync(join(SPLIT, 'cert-order_bg.small.wasm'), join(DIST, attribute(tag, 'data-wasm')));
  const wasm = renameByContent(attribute(tag, 'data-wasm'), 'cert-order', 'wasm');
  copyFileSync(join(SPLIT, 'split_rest.small.wasm'), join(DIST, 'rest.wasm'));
  const rest = renameByContent('rest.wasm', 'rest', 'wasm');
  const attributes = {
    src: `./${boot}`,
    integrity: integrity(boot),
    'data-wasm': `./${wasm}`,
    'data-wasm-integrity': integrity(wasm),
    'data-rest': `./${rest}`,
    'data-rest-integrity': integrity(rest),
  };
  for (const { name, extension, make } of ON_DEMAND) {
    writeFileSync(join(DIST, `${name}.${extension}`), make());
    const hashed = renameByContent(`${name}.${extension}`, name, extension);
    attributes[`data-${name}`] = `./${hashed}`;
    attributes[`data-${name}-integrity`] = integrity(hashed);
  }
  const list = Object.entries(attributes).map(([name, value]) => ` ${name}="${value}"`);
  const glue = `<script type="module" src="./${js}" integrity="${integrity(js)}"></script>`;
  return html.replace(tag, `<script type="module"${list.join('')}></script>\n    ${glue}`);
}

/** Writes a script or style sheet without comments and blanks. Nothing is renamed but local names, nothing is lowered. */
function minify(name, loader) {
  const { code } = transformSync(read(name).toString(), { loader, minify: true, target: 'esnext', legalComments: 'none' });
  writeFileSync(join(DIST, name), code);
}

/** Puts the style sheets together into one, in their order: one request, and one set of words for Brotli. */
function finishStyleSheets(html) {
  const links = [...html.matchAll(/<link rel="stylesheet" href="\.\/([^"]+)"[^>]*>\s*/g)];
  const [first, ...others] = links;
  if (!first) fail('index.html has no style sheet');
  writeFileSync(join(DIST, 'style.css'), links.map(([, name]) => read(name)).join('\n'));
  for (const [, name] of links) rmSync(join(DIST, name));
  minify('style.css', 'css');
  const style = renameByContent('style.css', 'style', 'css');
  const merged = `<link rel="stylesheet" href="./${style}" integrity="${integrity(style)}">\n    `;
  return others.reduce((page, [link]) => page.replace(link, ''), html.replace(first[0], merged));
}

/** What the policy of the site and the privacy of whoever builds it forbid. */
function refuseForbidden(html, paths) {
  if (/<script(?![^>]* src=)[^>]*>/.test(html)) fail('index.html holds an inline script, which the policy of the site blocks');
  if (/ style="|<style/.test(html)) fail('index.html holds an inline style, which the policy of the site blocks');
  for (const name of files()) {
    const content = read(name);
    if (name.endsWith('.js') && content.includes('innerHTML')) {
      fail(`${name} uses innerHTML, which Trusted Types block. A fully literal element inside a view! does that; put its text in braces.`);
    }
    if (name.endsWith('.js') && name.includes('snippets/')) fail(`${name} would be imported without an integrity value`);
    const path = name.endsWith('.wasm') && paths.find((forbidden) => content.includes(forbidden));
    if (path) fail(`${name} holds the path ${path} of this machine`);
  }
}

/** Writes the `.br` and `.gz` beside a file; gives its sizes in bytes. */
function compress(name) {
  const content = read(name);
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: content.length };
  const brotli = brotliCompressSync(content, { params });
  writeFileSync(join(DIST, `${name}.br`), brotli);
  writeFileSync(join(DIST, `${name}.gz`), gzipSync(content, { level: 9 }));
  return { name, raw: statSync(join(DIST, name)).size, brotli: brotli.length };
}

function printSizes(rows, total, whole) {
  const line = (name, raw, brotli) => console.log(`${name.padEnd(36)}${String(raw).padStart(10)}${String(brotli).padStart(10)}`);
  line('dist/', 'bytes', 'Brotli');
  for (const { name, raw, brotli } of rows) line(name, raw, brotli);
  line('what a first visit loads', total.raw, total.brotli);
  line('what a whole order loads', whole.raw, whole.brotli);
}

const html = finishStyleSheets(finishBootScript(read('index.html').toString()));
writeFileSync(join(DIST, 'index.html'), html);
refuseForbidden(html, values.forbid);
// wasm-bindgen writes the names of functions so that they can be read; wasm-opt takes them out.
const withNames = Buffer.concat(['cert-order_bg.wasm', 'split_rest.wasm'].map((name) => readFileSync(join(SPLIT, name))));
const contents = files().map((name) => ({ name, content: read(name) }));
writeFileSync(join(DIST, 'manifest.json'), manifest(ROOT, html, withNames, contents));

const rows = files().filter((name) => COMPRESSIBLE.test(name)).map(compress);
const isOnDemand = (name) => ON_DEMAND.some((file) => html.includes(`data-${file.name}="./${name}"`));
const isLoaded = (name) => name === 'index.html' || name === 'config.json' || html.includes(`"./${name}"`);
const inOrder = rows.filter(({ name }) => isLoaded(name) && !isOnDemand(name));
const sum = (all) => all.reduce(({ raw, brotli }, row) => ({ raw: raw + row.raw, brotli: brotli + row.brotli }), { raw: 0, brotli: 0 });
const whole = sum(inOrder);
const total = sum(inOrder.filter(({ name }) => !html.includes(`data-rest="./${name}"`)));
printSizes(rows, total, whole);
if (values.check && total.brotli > WEIGHT.limit) {
  fail(`a first visit loads ${total.brotli} bytes, more than the ${WEIGHT.limit} it may`);
}
if (values.check && whole.brotli > WEIGHT.order) {
  fail(`a whole order loads ${whole.brotli} bytes, more than the ${WEIGHT.order} it may`);
}
