// What is wrong with how a page is made: for ears and eyes, and for narrow screens.
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';

/** What axe finds wrong, short enough to read, and whether the page scrolls sideways. */
export async function flaws(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  const found = violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')}: ${failureSummary}`),
  );
  const tooWide = await excessWidth(page);
  return tooWide > 0 ? [...found, `the page scrolls sideways by ${tooWide} pixels`] : found;
}

/** By how many pixels the page scrolls sideways. */
export function excessWidth(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}
