// Planted violations: what the policy must stop is tried in a real run, and the watch that guards every other test must report it.
import type { Page } from '@playwright/test';
import { expect, unguarded as test } from '../support/test.ts';

interface Violation {
  name: string;
  reported: RegExp;
  plant: (page: Page) => Promise<unknown>;
}

const VIOLATIONS: Violation[] = [
  {
    name: 'a script in the page',
    reported: /violation: (script-src-elem|require-trusted-types-for)/,
    plant: (page) =>
      inPage(
        page,
        "const script = document.createElement('script'); script.textContent = 'window.ran = 1'; document.body.append(script)",
      ),
  },
  {
    name: 'innerHTML',
    reported: /violation: require-trusted-types-for/,
    plant: (page) => inPage(page, "document.body.innerHTML = '<p>x</p>'"),
  },
  {
    name: 'a policy for trusted types',
    reported: /violation: trusted-types/,
    plant: (page) => inPage(page, "trustedTypes.createPolicy('default', {})"),
  },
  {
    name: 'a style attribute',
    reported: /violation: style-src-attr/,
    plant: (page) => inPage(page, "document.body.setAttribute('style', 'color: red')"),
  },
  {
    name: 'a request to another origin',
    reported: /violation: connect-src/,
    plant: (page) => inPage(page, "fetch('https://leak.example/').catch(() => {})"),
  },
  {
    name: 'an image of another origin',
    reported: /violation: img-src/,
    plant: (page) => inPage(page, "new Image().src = 'https://leak.example/x.png'"),
  },
  {
    name: 'a form that is sent',
    reported: /violation: form-action/,
    plant: (page) =>
      inPage(
        page,
        "const form = document.createElement('form'); form.action = '/billmgr'; document.body.append(form); form.submit()",
      ),
  },
  {
    name: 'a frame',
    reported: /violation: frame-src/,
    plant: (page) =>
      inPage(page, "const frame = document.createElement('iframe'); frame.src = '/'; document.body.append(frame)"),
  },
  {
    name: 'an error that nobody catches',
    reported: /uncaught: planted/,
    plant: (page) => inPage(page, "setTimeout(() => { throw new Error('planted') })"),
  },
  {
    name: 'an error on the console',
    reported: /console: planted/,
    plant: (page) => inPage(page, "console.error('planted')"),
  },
];

/** Runs code in the page's own world; what it throws is what the browser says to it. */
function inPage(page: Page, code: string): Promise<unknown> {
  return page.evaluate(code).catch(() => null);
}

test('everything that the policy stops is reported', async ({ form, page, policy }) => {
  await form.open();
  await form.package.isShown();
  expect(policy.findings()).toEqual([]);
  for (const { name, reported, plant } of VIOLATIONS) {
    await test.step(name, async () => {
      await plant(page);
      await expect.poll(() => policy.findings(), name).toContainEqual(expect.stringMatching(reported));
    });
  }
  expect(await page.evaluate(() => 'ran' in window)).toBe(false);
});
