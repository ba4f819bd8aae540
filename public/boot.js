// Starts the form: has its files checked against the integrity values in index.html before any of them runs, and says in words,
// by the static shell of index.html, when it cannot be started. The browser checks this script, the glue and the style sheet.

const NEEDED = ['WebAssembly', 'fetch', 'TextDecoder', 'BigInt64Array', 'HTMLDialogElement', 'structuredClone'];

const shell = document.getElementById('boot');
const files = document.querySelector('script[data-wasm]');
const { wasm, rest, wasmIntegrity, restIntegrity } = files.dataset;
/** The glue script and the style sheet, which the browser itself checks. */
const glue = document.querySelector('script[data-wasm] + script');
const style = document.querySelector('link[rel=stylesheet]');

/** The form's starter, which the glue script brings; in exchange it learns how the rest is loaded. */
const starter = new Promise((resolve, reject) => {
  files.addEventListener('glue', ({ detail }) => {
    detail.loadRest = loadRest;
    resolve(detail.init);
  });
  addEventListener('error', ({ error }) => error instanceof SyntaxError && reject(error));
});
/** Each file that an element names is there, or was refused. DOMContentLoaded would be too early: WebKit does not wait for styles. */
const settled = new Promise((resolve) => addEventListener('load', resolve));

/** A reason not to start that has its own message in the shell. */
class BootFailure extends Error {
  constructor(message) {
    super(message);
    this.name = 'BootFailure';
  }
}

/** Shows one message of the shell, which the form may have removed already. */
function show(message) {
  document.getElementById('app')?.setAttribute('inert', '');
  // An open dialog would lie over the message.
  for (const dialog of document.querySelectorAll('dialog[open]')) dialog.close();
  if (!shell.isConnected) document.body.prepend(shell);
  for (const element of shell.querySelectorAll('[data-boot-message]')) {
    element.hidden = element.dataset.bootMessage !== message;
  }
  shell.scrollIntoView();
}

/** Fetches a file that must match its integrity value; fails as `altered` or `network`. */
async function load(url, integrity) {
  // The second time from the server itself: a stale or damaged copy in the cache fails like an altered file.
  for (const cache of ['default', 'reload']) {
    const response = await fetch(url, { integrity, cache }).catch(() => null);
    if (response?.ok) return response;
  }
  const unchecked = await fetch(url, { cache: 'reload' }).catch(() => null);
  throw new BootFailure(unchecked?.ok ? 'altered' : 'network');
}

/** A file that can be done without may be missing, but not be another one: the form does not run beside it. */
function orNothing(error) {
  if (error.message !== 'altered') return null;
  show('altered');
  return new Promise(() => {});
}

/** The shell in the language that the address or the browser asks for; where its words cannot be had, it stays English. */
async function speak() {
  const wanted = [new URLSearchParams(location.search).get('lang') ?? '', ...navigator.languages];
  const tags = wanted.map((tag) => tag.toLowerCase().split('-')[0]);
  const tag = tags.find((tag) => tag === 'en' || files.hasAttribute(`data-shell-${tag}`));
  if (!tag || tag === 'en') return;
  const named = (name) => load(files.getAttribute(`data-${name}`), files.getAttribute(`data-${name}-integrity`));
  const asked = named(`shell-${tag}`);
  lookAhead(`words-${tag}`, named(`words-${tag}`));
  const words = await (await asked).json();
  for (const element of shell.querySelectorAll('[data-boot-text]')) element.textContent = words[element.dataset.bootText];
  shell.lang = tag;
  shell.dir = tag === 'ar' ? 'rtl' : 'ltr';
  if (shell.isConnected) document.title = words.title;
}

/** Keeps what the wasm will ask for first, while it is on its way itself: `src/browser/ports/asset.rs` takes it from here. */
function lookAhead(name, asked) {
  files[name] = asked.then((response) => (response.ok ? response.text() : null)).catch(orNothing);
}

/** The same response under wasm's media type, which some static hosts do not send. */
function asWasm(response) {
  return new Response(response.body, { headers: { 'Content-Type': 'application/wasm' } });
}

/** Fails, and says why, if the browser has refused what an element names. */
async function expectLoaded(url, integrity, isLoaded) {
  await settled;
  if (isLoaded()) return;
  await load(url, integrity);
  throw new BootFailure('network');
}

async function start() {
  if (!NEEDED.every((name) => name in globalThis)) throw new BootFailure('old-browser');
  lookAhead('config', fetch('config.json', { cache: 'no-cache' }));
  let init;
  const [response] = await Promise.all([
    load(wasm, wasmIntegrity),
    starter.then((given) => (init = given)),
    expectLoaded(glue.src, glue.integrity, () => init),
    // A form without its looks may show one thing and mean another. Firefox does not tell that it refused them, but they tell.
    expectLoaded(style.href, style.integrity, () => getComputedStyle(document.documentElement).getPropertyValue('--co-ground')),
  ]);
  await init({ module_or_path: asWasm(response) });
}

/**
 * Loads what comes after the first page, with the exports of the first part; gives whether that has worked. The form has its
 * own words for a lost connection, and can try again.
 */
async function loadRest(imports) {
  try {
    const response = await load(rest, restIntegrity);
    await WebAssembly.instantiateStreaming(asWasm(response), imports);
    return true;
  } catch (error) {
    if (error.message !== 'network') show(messageFor(error));
    return false;
  }
}

/** The message for an error: what does not compile here compiles elsewhere, since its bytes are the published ones. */
function messageFor(error) {
  if (error instanceof BootFailure) return error.message;
  const tooNew = [SyntaxError, WebAssembly.CompileError, WebAssembly.LinkError];
  return tooNew.some((kind) => error instanceof kind) ? 'old-browser' : 'crashed';
}

/** A trap is how the form panics: its memory is in doubt from then on, so nothing in it may be used any more. */
function watchForCrash(error) {
  if (globalThis.WebAssembly && error instanceof WebAssembly.RuntimeError) show('crashed');
}
addEventListener('error', (event) => watchForCrash(event.error));
addEventListener('unhandledrejection', (event) => watchForCrash(event.reason));

speak().catch(orNothing);
start().catch((error) => {
  console.error(error);
  show(messageFor(error));
});
