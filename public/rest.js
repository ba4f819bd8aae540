// What the first part of the wasm imports: the way to load the rest of it. Bundled into the glue script.
import init, { initSync } from './cert-order.js';

/**
 * Given to the boot script, which puts `loadRest` in. Not imported from it: an import would not be checked against the integrity
 * value in index.html again (WebKit), and a host could answer it otherwise.
 */
const boot = { init };
document.querySelector('script[data-wasm]').dispatchEvent(new CustomEvent('glue', { detail: boot }));

/** Puts the rest beside the first part, into the same memory, and tells the first part whether that has worked. */
export async function __wasm_split_load_rest(callback, data) {
  // Without an argument it only gives the exports of the part that runs already.
  const first = initSync();
  const isHere = await boot.loadRest({ __wasm_split: first });
  first.__indirect_function_table.get(callback)(data, isHere);
}
