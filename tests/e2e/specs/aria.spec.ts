// What ears are told: roles, names, states and messages of the pages of an order, pinned in aria/*.aria.yml. What differs from
// order to order stands there as a pattern.
import { type Locator, type Page, expect } from '@playwright/test';
import { onEachState } from '../tours/index.ts';
import { KEYS_TOUR } from '../tours/keys.ts';
import { ORDER_TOUR } from '../tours/order.ts';

/** Where the whole page is pinned; elsewhere, what the frame holds is left out. */
const WHOLE = ['package, as it opens', 'review, filled in'];

/** The answers on review are the same while it is busy: what is told of the work is pinned alone. */
const BUSY = ['review, busy', 'review, placing the order'];

/** Not pinned: what stands in a field is no part of its name, and a shown key is never the same. */
const LEFT_OUT = /filled in|shown|another way to pay|explanation|leaves the browser|a name being changed/;

/** More options than these of a list say no more of how it is made. */
const OPTIONS = 2;

/** While `look` is at the page, ears are told of the first options of each list alone, and of the chosen one. */
async function withShortLists(page: Page, look: () => Promise<void>): Promise<void> {
  const options = page.locator('option');
  await options.evaluateAll((all, most) => {
    for (const option of all as HTMLOptionElement[]) {
      const isLate = [...(option.closest('select')?.options ?? [])].indexOf(option) >= most;
      if (isLate && !option.selected) option.setAttribute('aria-hidden', 'true');
    }
  }, OPTIONS);
  await look();
  await options.evaluateAll((all) => all.forEach((option) => option.removeAttribute('aria-hidden')));
}

async function pinnedPart(page: Page, state: string): Promise<Locator> {
  const dialog = page.getByRole('dialog');
  if (await dialog.isVisible()) return dialog;
  if (BUSY.includes(state)) return page.locator('main [aria-live="polite"], main > [role="status"]').last();
  return page.locator(WHOLE.includes(state) ? 'body' : 'main');
}

async function pinned(page: Page, state: string): Promise<string[]> {
  if (LEFT_OUT.test(state) && !WHOLE.includes(state)) return [];
  const part = await pinnedPart(page, state);
  const name = `${state.replaceAll(/[^a-z]+/gi, '-').toLowerCase().replace(/-$/, '')}.aria.yml`;
  await withShortLists(page, () => expect.soft(part).toMatchAriaSnapshot({ name }));
  return [];
}

onEachState((tour) => `roles, names and messages are as pinned in any state of ${tour}`, pinned, [ORDER_TOUR, KEYS_TOUR]);
