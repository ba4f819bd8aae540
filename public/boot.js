// Starts the form: checks its files against the integrity values in index.html before any of them runs, and says in words,
// by the static shell of index.html, when it cannot be started.

const NEEDED = ['WebAssembly', 'fetch', 'TextDecoder', 'BigInt64Array', 'HTMLDialogElement', 'structuredClone'];

const shell = document.getElementById('boot');
const files = document.querySelector('script[data-wasm]');
const { js, wasm, rest, jsIntegrity, wasmIntegrity, restIntegrity } = files.dataset;

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

/** The shell in the language that the address or the browser asks for; where its words cannot be had, it stays English. */
async function speak() {
  const asked = [new URLSearchParams(location.search).get('lang') ?? '', ...navigator.languages];
  const tags = asked.map((tag) => tag.toLowerCase().split('-')[0]);
  const tag = tags.find((tag) => tag === 'en' || files.hasAttribute(`data-shell-${tag}`));
  const url = tag && files.getAttribute(`data-shell-${tag}`);
  if (!url) return;
  const words = await (await fetch(url, { integrity: files.getAttribute(`data-shell-${tag}-integrity`) })).json();
  for (const element of shell.querySelectorAll('[data-boot-text]')) element.textContent = words[element.dataset.bootText];
  shell.lang = tag;
  shell.dir = tag === 'ar' ? 'rtl' : 'ltr';
  if (shell.isConnected) document.title = words.title;
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

/** The same response under wasm's media type, which some static hosts do not send. */
function asWasm(response) {
  return new Response(response.body, { headers: { 'Content-Type': 'application/wasm' } });
}

async function start() {
  if (!NEEDED.every((name) => name in globalThis)) throw new BootFailure('old-browser');
  // A form without its looks may show one thing and mean another. Firefox does not tell that it refused them, so that they are
  // asked for as the others are; they come from its cache.
  const style = document.querySelector('link[rel=stylesheet]');
  const all = [load(js, jsIntegrity), load(wasm, wasmIntegrity), load(style.href, style.integrity)];
  const [, response] = await Promise.all(all);
  if (!style.sheet) throw new BootFailure('network');
  const glue = await import(new URL(js, document.baseURI).href).catch((error) => {
    throw error instanceof SyntaxError ? error : new BootFailure('network');
  });
  await glue.default({ module_or_path: asWasm(response) });
}

/**
 * Loads what comes after the first page, with the exports of the first part; gives whether that has worked. The form has its
 * own words for a lost connection, and can try again.
 */
export async function loadRest(imports) {
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

speak().catch(() => {});
start().catch((error) => {
  console.error(error);
  show(messageFor(error));
});
