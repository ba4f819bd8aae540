// axe on every page in every state: wide and narrow, in light, dark and forced colours.
import type { Page } from '@playwright/test';
import { axe, flaws } from '../support/flaws.ts';
import { EXISTING_TOUR } from '../tours/existing.ts';
import { onEachState } from '../tours/index.ts';
import { ORDER_TOUR } from '../tours/order.ts';

/** The colours a page is seen in. */
const COLOURS = {
  light: { colorScheme: 'light', forcedColors: 'none' },
  dark: { colorScheme: 'dark', forcedColors: 'none' },
  forced: { colorScheme: 'dark', forcedColors: 'active' },
} as const;

const WIDE = { width: 1280, height: 740 };
const NARROW = { width: 320, height: 740 };

async function as(page: Page, colours: keyof typeof COLOURS, size: typeof WIDE): Promise<void> {
  await page.setViewportSize(size);
  await page.emulateMedia(COLOURS[colours]);
}

/** All rules at both widths; on the colours nothing but contrast depends, so that of the third ones nothing else is asked. */
async function eachColourOnce(page: Page): Promise<string[]> {
  await as(page, 'dark', NARROW);
  const dark = await flaws(page);
  await as(page, 'forced', NARROW);
  const forced = await axe(page, 'color-contrast');
  await as(page, 'light', WIDE);
  const light = await flaws(page);
  return [...dark, ...forced, ...light];
}

onEachState((tour) => `axe finds nothing in any state of ${tour}`, eachColourOnce, [ORDER_TOUR, EXISTING_TOUR]);

for (const colours of ['light', 'dark', 'forced'] as const) {
  const bothWidths = async (page: Page) => {
    await as(page, colours, NARROW);
    const narrow = await flaws(page);
    await as(page, colours, WIDE);
    return [...narrow, ...(await flaws(page))];
  };
  onEachState((tour) => `axe finds nothing in ${colours} colours in any state of ${tour} @long`, bothWidths);
}
