// The focus by Tab and back, in every state of every page: each stop in reading order, seen, covered by nothing, no trap.
import type { Page } from '@playwright/test';
import { focusFlaws } from '../support/focus.ts';
import { EXISTING_TOUR } from '../tours/existing.ts';
import { onEachState } from '../tours/index.ts';
import { KEYS_TOUR } from '../tours/keys.ts';
import { ORDER_TOUR } from '../tours/order.ts';
import { OTHER_TOUR } from '../tours/other.ts';
import { TROUBLES_TOUR } from '../tours/troubles.ts';

/** 1280 × 1024 at 400 %: what sticks to the edge of the window covers the most of it. */
const MAGNIFIED = { width: 320, height: 256 };
const WIDE = { width: 1280, height: 740 };

/** There in dark colours, and back in light ones: the ring must be told from both. */
async function focus(page: Page): Promise<string[]> {
  await page.setViewportSize(MAGNIFIED);
  await page.emulateMedia({ colorScheme: 'dark' });
  const narrow = await focusFlaws(page);
  await page.setViewportSize(WIDE);
  await page.emulateMedia({ colorScheme: 'light' });
  const back = await focusFlaws(page, true);
  return [...narrow.map((words) => `320 wide: ${words}`), ...back.map((words) => `1280 wide, back: ${words}`)];
}

const title = (tour: string) => `the focus is seen at each stop, in reading order, in any state of ${tour}`;

onEachState(title, focus, [ORDER_TOUR]);
onEachState((tour) => `${title(tour)} @long`, focus, [KEYS_TOUR, EXISTING_TOUR, OTHER_TOUR, TROUBLES_TOUR]);
