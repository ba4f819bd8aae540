// How a page is laid out: how large what is pressed is, whether everything that is said can be read, and what moves.
import type { Page } from '@playwright/test';

/** WCAG 2.5.8: the least width and height of a target, in CSS pixels. */
const LEAST = 24;

/** What can be pressed and is smaller than it must be. Links inside a sentence are as large as the sentence makes them. */
export function smallTargets(page: Page): Promise<string[]> {
  return page.evaluate((least) => {
    const targets = document.querySelectorAll<HTMLElement>(
      'a[href], button, input, select, textarea, summary, [tabindex]:not([tabindex="-1"])',
    );
    const isInSentence = (element: HTMLElement) =>
      element.tagName === 'A' &&
      getComputedStyle(element).display === 'inline' &&
      element.parentElement?.textContent?.trim() !== element.textContent?.trim();
    return [...targets].flatMap((element) => {
      if (!element.checkVisibility({ visibilityProperty: true }) || isInSentence(element)) return [];
      // Pressing a label presses its box: the whole line is the target.
      const box = (element.closest('.choice') ?? element).getBoundingClientRect();
      const isSmall = Math.min(box.width, box.height) < least - 0.01;
      const name = `${element.tagName} "${(element.textContent || element.id).slice(0, 40)}"`;
      return isSmall ? [`${name} is ${box.width.toFixed(1)} × ${box.height.toFixed(1)} pixels`] : [];
    });
  }, LEAST);
}

/** Texts that reach out of the window or of a box that cuts them off. */
export function cutOff(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    // Of what is for ears alone, and of what is typed, the box shows a part.
    const isExempt = (element: Element) => element.closest('.visually-hidden, input, select, textarea, thead') !== null;
    const width = document.documentElement.clientWidth;
    const found: string[] = [];
    const scrolled = document.documentElement.scrollWidth - width;
    if (scrolled > 0) found.push(`the page scrolls sideways by ${scrolled} pixels`);
    for (const element of document.body.querySelectorAll<HTMLElement>('*')) {
      if (isExempt(element) || !element.checkVisibility({ visibilityProperty: true })) continue;
      const name = `${element.tagName}.${element.className} "${element.textContent?.slice(0, 40)}"`;
      const { overflowX, overflowY } = getComputedStyle(element);
      const tooWide = element.scrollWidth - element.clientWidth;
      const tooHigh = element.scrollHeight - element.clientHeight;
      const isInline = element.clientWidth === 0;
      if (!isInline && tooWide > 1) found.push(`${name} is too narrow for its content by ${tooWide} pixels`);
      const clips = (overflow: string) => overflow === 'hidden' || overflow === 'clip';
      if (!isInline && tooHigh > 1 && (clips(overflowY) || clips(overflowX)))
        found.push(`${name} cuts off ${tooHigh} pixels below`);
      const { left, right } = element.getBoundingClientRect();
      if (left < -1 || right > width + 1) found.push(`${name} reaches from ${left} to ${right} in ${width} pixels`);
    }
    return found;
  });
}

/** What the page looks like to somebody who has set texts their own way; `rules` are style rules. */
export async function withStyle<T>(page: Page, rules: string, look: () => Promise<T>): Promise<T> {
  // The policy forbids style elements, not sheets that are put together by script.
  await page.evaluate((rules) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(rules);
    document.adoptedStyleSheets.push(sheet);
  }, rules);
  const seen = await look();
  await page.evaluate(() => void document.adoptedStyleSheets.pop());
  return seen;
}

/** WCAG 1.4.12. */
export const WIDE_SPACING = `
  * { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }
  p { margin-block-end: 2em !important }`;

/** WCAG 1.4.4. */
export const LARGE_TEXT = ':root { font-size: 200% }';

/** What moves, or would when it is pressed; `allowed` names what may. */
export function moving(page: Page, allowed: string[]): Promise<string[]> {
  return page.evaluate((allowed) => {
    const animated = document.getAnimations().map((animation) => (animation as CSSAnimation).animationName ?? 'unnamed');
    const unknown = animated.filter((name) => !allowed.includes(name)).map((name) => `${name} moves`);
    const changing = [...document.querySelectorAll('*')].filter((element) =>
      getComputedStyle(element)
        .transitionDuration.split(', ')
        .some((duration) => parseFloat(duration) > 0),
    );
    return [...unknown, ...changing.map(({ tagName, className }) => `${tagName}.${className} has a transition`)];
  }, allowed);
}
