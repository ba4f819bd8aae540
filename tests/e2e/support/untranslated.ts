// Words of another language on a page that is written in other letters.
import type { Page } from '@playwright/test';

/** Latin words that belong into a page of any language: names of standards, files, protocols and products. */
const SHARED = new Set(
  ('CSR DNS SSL RSA ECDSA SHA DV OV EV SAN PKCS PEM DER JSON JavaScript IndexedDB BEGIN END CERTIFICATE REQUEST NEW openssl https ' +
    'http www xn com example müller mller kva de admin administrator hostmaster postmaster webmaster name Wildcard ' +
    'config json txt html UTF ASCII ISO ' +
    'English Deutsch Español').split(' '),
);

/** What is read: texts, and what only ears are told. Machine texts, options by code and what others wrote are left out. */
function read(without: string): string[] {
  const root = document.querySelector('#app');
  if (!root) return [];
  const isLeftOut = (element: Element | null) => element?.closest(without) != null;
  const texts: string[] = [document.title];
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (!isLeftOut(node.parentElement)) texts.push(node.nodeValue ?? '');
  }
  for (const element of root.querySelectorAll('*')) {
    if (isLeftOut(element)) continue;
    for (const name of ['aria-label', 'title', 'alt', 'placeholder', 'label']) texts.push(element.getAttribute(name) ?? '');
  }
  return texts;
}

/**
 * The texts of the page with Latin words in them that are neither among `own`, what the customer or the billing system wrote,
 * nor names that every language shares.
 */
export async function untranslated(page: Page, own: string[]): Promise<string[]> {
  const texts = await page.evaluate(read, 'pre, code, .fingerprint, .languages, .choices--cards, .co-brand');
  const known = new Set([...SHARED, ...own.flatMap((text) => text.match(/[A-Za-zÀ-ž]+/g) ?? [])]);
  // Codes of countries, and fingerprints.
  const isCode = (word: string) => /^[A-Z]{2}$/.test(word);
  const words = (text: string) => text.replace(/\b[0-9a-f]{8}\b/g, '').match(/[A-Za-zÀ-ž]{2,}/g) ?? [];
  const foreign = (text: string) => words(text).filter((word) => !known.has(word) && !isCode(word));
  return texts.filter((text) => foreign(text).length > 0).map((text) => `${foreign(text).join(' ')} in “${text.trim()}”`);
}
