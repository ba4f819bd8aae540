// What is wrong with how a page is made: for ears and eyes, and for narrow screens.
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';

/** Boxes and their neighbours stand at least so many pixels apart. */
const APART = 4;

/** WCAG up to 2.2, A and AA, and what axe calls good practice. */
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What axe finds wrong, short enough to read, what stands too close, and whether the page scrolls sideways. */
export async function flaws(page: Page): Promise<string[]> {
  const found = [...(await axe(page)), ...(await crowded(page))];
  const tooWide = await excessWidth(page);
  return tooWide > 0 ? [...found, `the page scrolls sideways by ${tooWide} pixels`] : found;
}

/** What axe finds wrong: by `rule` alone, or by all. */
export async function axe(page: Page, rule?: string): Promise<string[]> {
  // The page has no frames to be looked into, so nothing has to be put together from several.
  const builder = new AxeBuilder({ page }).setLegacyMode();
  const { violations } = await (rule ? builder.withRules(rule) : builder.options(ALL_RULES)).analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')}: ${failureSummary}`),
  );
}

/** Rules that axe leaves off unless it is asked for them. */
const FURTHER = ['target-size', 'label-content-name-mismatch', 'css-orientation-lock', 'focus-order-semantics'];
const ALL_RULES = {
  runOnly: { type: 'tag', values: TAGS },
  rules: Object.fromEntries(FURTHER.map((rule) => [rule, { enabled: true }])),
} as const;

/** The boxes and buttons that touch what stands before or after them. */
function crowded(page: Page): Promise<string[]> {
  const boxes = page.getByRole('main').locator('.notice, .machine, .error-summary, .button');
  return boxes.evaluateAll((elements, apart) => {
    const gap = (one: Element, other: Element) => {
      const [a, b] = [one.getBoundingClientRect(), other.getBoundingClientRect()];
      // What is hidden takes a pixel at most.
      if (Math.min(a.height, b.height) < 2) return apart;
      return Math.max(b.top - a.bottom, b.left - a.right);
    };
    const name = ({ tagName, textContent }: Element) => `${tagName} "${textContent?.slice(0, 30)}"`;
    const pairs = elements.flatMap((element) => [
      [element.previousElementSibling, element],
      [element, element.nextElementSibling],
    ]);
    return pairs.flatMap(([one, other]) =>
      one && other && gap(one, other) < apart ? [`${name(one)} touches ${name(other)}`] : [],
    );
  }, APART);
}

/** By how many pixels the page scrolls sideways. */
export function excessWidth(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}
