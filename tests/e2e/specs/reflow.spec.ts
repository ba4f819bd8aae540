// Every page in every state on a window as narrow as a magnified one, with texts set otherwise and from right to left; its
// targets are measured, and nothing moves but what is meant to.
import type { Page } from '@playwright/test';
import { LARGE_TEXT, WIDE_SPACING, cutOff, moving, smallTargets, withStyle } from '../support/layout.ts';
import { EXISTING_TOUR } from '../tours/existing.ts';
import { onEachState } from '../tours/index.ts';
import { KEYS_TOUR } from '../tours/keys.ts';
import { ORDER_TOUR } from '../tours/order.ts';
import { OTHER_TOUR } from '../tours/other.ts';
import { TROUBLES_TOUR } from '../tours/troubles.ts';

const WIDE = { width: 1280, height: 740 };
/** 1280 × 1024 at 400 %. */
const MAGNIFIED = { width: 320, height: 256 };

/** What the boot page shows late by itself does not move: it appears. */
const APPEARING = ['boot-wait'];
/** The sign of busy work turns. */
const MEANT = ['co-turn', ...APPEARING];

/** Each finding with the way of looking it was found in. */
async function each(ways: Record<string, () => Promise<string[]>>): Promise<string[]> {
  const found: string[] = [];
  for (const [name, look] of Object.entries(ways)) found.push(...(await look()).map((words) => `${name}: ${words}`));
  return found;
}

async function fromRightToLeft(page: Page): Promise<string[]> {
  const turn = (to: string) =>
    page.locator('html, .co').evaluateAll((roots, to) => {
      for (const root of roots as HTMLElement[]) root.dir = to;
    }, to);
  await turn('rtl');
  const found = await cutOff(page);
  await turn('ltr');
  return found;
}

async function withReducedMotion(page: Page): Promise<string[]> {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const found = await moving(page, APPEARING);
  await page.emulateMedia({ reducedMotion: 'no-preference' });
  return found;
}

async function reflow(page: Page): Promise<string[]> {
  await page.setViewportSize(MAGNIFIED);
  const narrow = await each({
    '320 wide': () => cutOff(page),
    'targets, 320 wide': () => smallTargets(page),
    'spaced, 320 wide': () => withStyle(page, WIDE_SPACING, () => cutOff(page)),
    'right to left, 320 wide': () => fromRightToLeft(page),
    'reduced motion': () => withReducedMotion(page),
    motion: () => moving(page, MEANT),
  });
  await page.setViewportSize(WIDE);
  const wide = await each({
    '1280 wide': () => cutOff(page),
    'targets, 1280 wide': () => smallTargets(page),
    'spaced, 1280 wide': () => withStyle(page, WIDE_SPACING, () => cutOff(page)),
    'text at 200 %': () => withStyle(page, LARGE_TEXT, () => cutOff(page)),
    'right to left, 1280 wide': () => fromRightToLeft(page),
  });
  return [...narrow, ...wide];
}

const title = (tour: string) => `nothing is cut off, too small to press or moving in any state of ${tour}`;

onEachState(title, reflow, [ORDER_TOUR, KEYS_TOUR]);
onEachState((tour) => `${title(tour)} @long`, reflow, [EXISTING_TOUR, OTHER_TOUR, TROUBLES_TOUR]);
