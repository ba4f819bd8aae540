// Where the focus goes by Tab, and whether it can be seen there.
import type { Page } from '@playwright/test';

/** WCAG 1.4.11: the least contrast of what shows the focus. */
const CONTRAST = 3;
/** The least width of the ring, in CSS pixels. */
const RING = 2;

/** One stop of the focus, as it is seen. */
interface Stop {
  /** Its place among all that can have the focus; -1 for anything else. */
  index: number;
  name: string;
  top: number;
  bottom: number;
  isInMain: boolean;
  /** What is wrong with how it is seen. */
  flaws: string[];
}

/** What Tab must lead to, in the order of the document; of radio buttons only the chosen one, or the first. */
function mark(isBack: boolean): string[] {
  const dialog = document.querySelector('dialog[open]');
  const all = (dialog ?? document).querySelectorAll<HTMLInputElement>(
    'a[href], button, input, select, textarea, summary, [tabindex="0"]',
  );
  const isThere = (element: HTMLInputElement) =>
    !element.disabled && element.checkVisibility({ visibilityProperty: true });
  const order = [...all].filter((element, _, all) => {
    if (!isThere(element)) return false;
    if (element.type !== 'radio') return true;
    const group = [...all].filter((other) => isThere(other) && other.type === 'radio' && other.name === element.name);
    return element === (group.find(({ checked }) => checked) ?? group[0]);
  });
  // Tab goes on from where the focus is: a dialog's first element, the very beginning of the page, or the end.
  if (isBack) order.at(-1)?.focus();
  else if (dialog) order[0]?.focus();
  else {
    document.body.tabIndex = -1;
    document.body.focus();
    document.body.removeAttribute('tabindex');
  }
  Object.assign(window, { focusOrder: order });
  return order.map((element) => `${element.tagName} "${(element.textContent || element.id).slice(0, 40)}"`);
}

/** The stop that has the focus now. */
function stop({ ring, contrast }: { ring: number; contrast: number }): Stop {
  const { focusOrder } = window as unknown as { focusOrder: Element[] };
  const element = document.activeElement ?? document.body;
  const style = getComputedStyle(element);
  const flaws: string[] = [];
  const context = document.createElement('canvas').getContext('2d', { willReadFrequently: true })!;
  /** Red, green, blue and how much covers, each from 0 to 255, of whatever way of writing a colour. */
  const parts = (color: string) => {
    context.clearRect(0, 0, 1, 1);
    context.fillStyle = color;
    context.fillRect(0, 0, 1, 1);
    return [...context.getImageData(0, 0, 1, 1).data] as [number, number, number, number];
  };
  const luminance = ([red, green, blue]: [number, number, number, number]) => {
    const linear = (part: number) => (part <= 10.314 ? part / 3294.6 : ((part / 255 + 0.055) / 1.055) ** 2.4);
    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
  };
  const ground = () => {
    for (let behind = element.parentElement; behind; behind = behind.parentElement) {
      const color = parts(getComputedStyle(behind).backgroundColor);
      if (color[3] === 255) return color;
    }
    return parts('Canvas');
  };
  const color = parts(style.outlineColor);
  const [light, dark] = [luminance(color), luminance(ground())].sort((a, b) => b - a) as [number, number];
  if (style.outlineStyle !== 'solid' || parseFloat(style.outlineWidth) < ring || color[3] < 255)
    flaws.push(`its ring is ${style.outline}`);
  else if ((light + 0.05) / (dark + 0.05) < contrast) flaws.push('its ring is too like its ground');

  // A link that is broken over lines has a box for each line.
  const box = element.getClientRects()[0] ?? element.getBoundingClientRect();
  const inset = Math.min(4, box.width / 3, box.height / 3);
  const xs = [box.left + inset, (box.left + box.right) / 2, box.right - inset];
  const ys = [box.top + inset, (box.top + box.bottom) / 2, box.bottom - inset];
  const points = xs.flatMap((x) => ys.map((y) => [x, y] as const));
  const isInside = ([x, y]: readonly [number, number]) => x >= 0 && y >= 0 && x < innerWidth && y < innerHeight;
  const covering = points.filter(isInside).flatMap(([x, y]) => {
    const top = document.elementFromPoint(x, y);
    return !top || element.contains(top) || top.contains(element) ? [] : [`${top.tagName}.${top.className}`];
  });
  // Of what is higher than the room there is, a part has to do.
  const isTall = box.height > innerHeight / 2;
  const seen = points.filter(isInside).length - covering.length;
  if (isTall ? seen === 0 : seen < points.length) flaws.push(`it is covered by ${covering.join(', ') || 'the window'}`);
  return {
    index: focusOrder.indexOf(element),
    name: `${element.tagName} "${(element.textContent || element.id).slice(0, 40)}"`,
    top: box.top + scrollY,
    bottom: box.bottom + scrollY,
    isInMain: element.closest('main') !== null,
    flaws,
  };
}

/** What is wrong with the way of the focus through the page by Tab, or back by Shift and Tab. */
export async function focusFlaws(page: Page, isBack = false): Promise<string[]> {
  const order = await page.evaluate(mark, isBack);
  const isInDialog = await page.locator('dialog[open]').isVisible();
  const found: string[] = [];
  let before: Stop | null = null;
  for (let i = 0; i < order.length; i++) {
    if (i > 0 || (!isBack && !isInDialog)) await page.keyboard.press(isBack ? 'Shift+Tab' : 'Tab');
    const now = await page.evaluate(stop, { ring: RING, contrast: CONTRAST });
    found.push(...now.flaws.map((flaw) => `${now.name}: ${flaw}`));
    const expected = isBack ? order.length - 1 - i : i;
    if (now.index !== expected) return [...found, `after ${before?.name} comes ${now.name}, not ${order[expected]}`];
    const [first, second] = isBack ? [now, before] : [before, now];
    if (first?.isInMain && second?.isInMain && second.bottom <= first.top + 1)
      found.push(`${second.name} stands above ${first.name}, which has the focus before it`);
    before = now;
  }
  return found;
}
