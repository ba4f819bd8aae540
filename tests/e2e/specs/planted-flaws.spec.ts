// The looks at accessibility, looked at: each finds the flaw it is for when one is planted.
import type { Page } from '@playwright/test';
import { axe } from '../support/flaws.ts';
import { focusFlaws } from '../support/focus.ts';
import { cutOff, moving, smallTargets, withStyle } from '../support/layout.ts';
import { expect, test } from '../support/test.ts';

type Look = (page: Page) => Promise<string[]>;

/** What is planted by a style rule, how it is looked for, and what must be found. */
const STYLES: { name: string; rules: string; look: Look; found: RegExp }[] = [
  {
    name: 'text like its ground',
    rules: '.lead { color: #ddd !important }',
    look: (page) => axe(page),
    found: /color-contrast/,
  },
  {
    name: 'targets that axe finds too small',
    rules: `.co-footer__links { display: block !important }
      .co-footer__links * { min-block-size: 0 !important; font-size: 8px !important; line-height: 1 !important }`,
    look: (page) => axe(page),
    found: /target-size/,
  },
  {
    name: 'a target that is too small',
    rules: '.co-footer__links .link { min-block-size: 1rem !important; line-height: 1rem !important }',
    look: smallTargets,
    found: /"Start over.*" is [\d.]+ × 16\.0 pixels/,
  },
  {
    name: 'a text wider than its box',
    rules: '.question__title { inline-size: 4rem; white-space: nowrap }',
    look: cutOff,
    found: /question__title.* is too narrow/,
  },
  {
    name: 'a text cut off below',
    rules: '.lead { block-size: .5rem; overflow: hidden }',
    look: cutOff,
    found: /lead.* cuts off \d+ pixels below/,
  },
  {
    name: 'a page that scrolls sideways',
    rules: '.lead { inline-size: 200vw }',
    look: cutOff,
    found: /scrolls sideways/,
  },
  {
    name: 'a focus without a ring',
    rules: '.button:focus-visible { outline: 0 !important }',
    look: (page) => focusFlaws(page),
    found: /"Continue": its ring is/,
  },
  {
    name: 'a ring like its ground',
    rules: '.button:focus-visible { outline-color: #eee !important }',
    look: (page) => focusFlaws(page),
    found: /"Continue": its ring is too like its ground/,
  },
  {
    name: 'a bar that covers what has the focus',
    rules: '.co-footer { position: fixed; inset: 50% 0 0; z-index: 9; pointer-events: auto }',
    look: (page) => focusFlaws(page),
    found: /it is covered by/,
  },
  {
    name: 'a page that stands in another order than it is read',
    rules: '.form { display: flex !important; flex-direction: column-reverse }',
    look: (page) => focusFlaws(page),
    found: /stands above/,
  },
  {
    name: 'something that moves',
    rules: '@keyframes planted { to { rotate: 1turn } } .lead { animation: planted 1s infinite }',
    look: (page) => moving(page, []),
    found: /planted moves/,
  },
  {
    name: 'something that would move when it is pressed',
    rules: '.button { transition: rotate 1s }',
    look: (page) => moving(page, []),
    found: /button.* has a transition/,
  },
];

test('each look finds the flaw that is planted for it, and nothing without', async ({ form, page }) => {
  await form.open();
  await form.package.isShown();
  for (const { name, rules, look, found } of STYLES) {
    await test.step(name, async () => {
      expect(await look(page), `without ${name}`).toEqual([]);
      const seen = await withStyle(page, rules, () => look(page));
      expect.soft(seen.join('\n'), name).toMatch(found);
    });
  }
});

test('a control without a name, and a place in the order of its own, are found', async ({ form, page }) => {
  await form.open();
  await form.package.isShown();
  await page.getByText('More details').click();
  await page.locator('label[for="promotion-code"]').evaluate((label) => label.removeAttribute('for'));
  expect((await axe(page)).join('\n')).toMatch(/label: /);
  await form.package.continueButton.evaluate((button) => void (button.tabIndex = 3));
  expect((await focusFlaws(page)).join('\n')).toMatch(/comes .*, not BUTTON "Continue"/);
});
