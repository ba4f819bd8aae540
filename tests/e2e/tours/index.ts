// All tours, as tests.
import type { Page } from '@playwright/test';
import { expect, test } from '../support/test.ts';
import { EXISTING_TOUR } from './existing.ts';
import { KEYS_TOUR } from './keys.ts';
import { ORDER_TOUR } from './order.ts';
import { OTHER_TOUR } from './other.ts';
import { TROUBLES_TOUR } from './troubles.ts';

/** Every state of every page is in one of these. */
export const TOURS = [ORDER_TOUR, KEYS_TOUR, EXISTING_TOUR, OTHER_TOUR, TROUBLES_TOUR];

/** The focus moves in the frame after a page has changed. */
function frames(page: Page): Promise<void> {
  return page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done()))));
}

/** A test for each of `tours`: at each state `check` must find nothing. */
export function onEachState(
  title: (tour: string) => string,
  check: (page: Page, state: string) => Promise<string[]>,
  tours = TOURS,
): void {
  for (const { name, options, go } of tours) {
    test.describe(name, () => {
      test.use({ sandboxOptions: options });

      test(title(name), async ({ form, page, context, sandbox, wire, policy }) => {
        test.setTimeout(300_000);
        const seen = new Set<string>();
        const look = (state: string) =>
          test.step(state, async () => {
            expect(seen, 'each state has a name of its own').not.toContain(state);
            seen.add(state);
            await frames(page);
            expect.soft(await check(page, state), state).toEqual([]);
          });
        await go({ form, page, context, sandbox, wire, policy, look });
      });
    });
  }
}
