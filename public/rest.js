// What the first part of the wasm imports: the way to load the rest of it. Bundled into the glue script.
import { initSync } from './cert-order.js';
import { loadRest } from './boot.js';

/** Puts the rest beside the first part, into the same memory, and tells the first part whether that has worked. */
export async function __wasm_split_load_rest(callback, data) {
  // Without an argument it only gives the exports of the part that runs already.
  const first = initSync();
  const isHere = await loadRest({ __wasm_split: first });
  first.__indirect_function_table.get(callback)(data, isHere);
}
