// The box for a country: found by code, alias and name in every language of the form; by keys, mouse and what browsers fill in.
import { type Locator, type Page } from '@playwright/test';
import type { Form } from '../pages/form.ts';
import { anOrder } from '../support/orders.ts';
import { expect, test } from '../support/test.ts';
import * as openssl from '../support/openssl.ts';
import { reload, storedDraft } from '../support/typed.ts';

const GERMANY = 'DE – Germany';

async function atBox(form: Form): Promise<Locator> {
  await form.walkTo('subject', anOrder());
  await form.subject.isShown();
  return form.subject.country;
}

function lines(page: Page): Locator {
  return page.getByRole('listbox').getByRole('option');
}

/** What the box says of the line that the arrow keys are at: it names a line that is there, and that alone is selected. */
async function active(box: Locator): Promise<string | null> {
  return box.evaluate((element) => {
    const id = element.getAttribute('aria-activedescendant');
    if (id === null) return null;
    const line = document.getElementById(id);
    const selected = document.querySelectorAll('[role=option][aria-selected=true]');
    if (!line?.checkVisibility() || selected.length !== 1 || selected[0] !== line) throw new Error(`dangling: ${id}`);
    return line.textContent;
  });
}

test('a country is found by code, by alias and by its name in any language of the form', async ({ form, page }) => {
  const box = await atBox(form);
  for (const [typed, shown] of [
    ['de', GERMANY],
    ['Germany', GERMANY],
    ['deutschland', GERMANY],
    ['Alemania', GERMANY],
    ['ГЕРМАНИЯ', GERMANY],
    ['المانيا', GERMANY],
    ['UK', 'GB – United Kingdom'],
    ['el', 'GR – Greece'],
    ['osterreich', 'AT – Austria'],
    ['cote d ivoire', /^CI – C/],
    ['USA', 'US – United States'],
    // The only one that is left.
    ['liechten', 'LI – Liechtenstein'],
  ] as const) {
    await form.subject.chooseCountry(box, typed);
    await expect(box, typed).toHaveValue(shown);
  }
  await box.fill('unit');
  const found = page.getByRole('status').filter({ hasText: /countries found/ });
  await expect(found).toHaveText(new RegExp(`^${await lines(page).count()} countries found`));
  expect(await lines(page).first().textContent()).toMatch(/United/);
});

test('its keys are those of the authoring practices, and what the box says never dangles', async ({ form, page }) => {
  const box = await atBox(form);
  await expect(box).toHaveAttribute('aria-autocomplete', 'list');
  await expect(box).toHaveAttribute('aria-controls', (await page.locator('.combo__list').getAttribute('id'))!);
  await box.focus();
  await expect(box).toHaveAttribute('aria-expanded', 'false');
  await box.press('ArrowDown');
  await expect(box).toHaveAttribute('aria-expanded', 'true');
  await expect(lines(page)).toHaveCount(249);
  const first = await active(box);
  await box.press('ArrowUp');
  const last = await active(box);
  expect([first, last]).toEqual([await lines(page).first().textContent(), await lines(page).last().textContent()]);
  await box.press('ArrowDown');
  expect(await active(box), 'round').toBe(first);
  await box.press('Home');
  expect(await active(box)).toBeNull();
  await box.press('Escape');
  await expect(box).toHaveAttribute('aria-expanded', 'false');
  await box.press('Alt+ArrowDown');
  await expect(box).toHaveAttribute('aria-expanded', 'true');
  expect(await active(box)).toBeNull();
  await box.press('Alt+ArrowUp');
  await expect(box).toHaveAttribute('aria-expanded', 'false');

  // Typing begins anew; Enter takes the line and does not send the page.
  await box.pressSequentially('germ');
  expect(await active(box)).toBeNull();
  await box.press('ArrowDown');
  expect(await active(box)).toBe(GERMANY);
  await box.press('Enter');
  await expect(box).toHaveValue(GERMANY);
  await expect(box).toBeFocused();
  await expect(form.subject.errors).toHaveCount(0);
  // The list opens where the country stands.
  await box.press('ArrowDown');
  expect(await active(box)).toBe(GERMANY);
  await box.press('ArrowDown');
  const next = await active(box);
  await box.press('Tab');
  await expect(box).toHaveValue(next!);
  await expect(form.subject.state).toBeFocused();
  await expect(box).toHaveAttribute('aria-expanded', 'false');
});

test('Escape, and a text that is no country, lose nothing; Continue says what is wrong', async ({ form, page }) => {
  const box = await atBox(form);
  await box.pressSequentially('Elbonia');
  await expect(page.getByText('No country found.')).toBeVisible();
  await expect(box).toHaveAttribute('aria-expanded', 'false');
  await box.press('Escape');
  await expect(box).toHaveValue('Elbonia');
  await form.subject.city.focus();
  await expect(box).toHaveValue('Elbonia');
  await expect(form.subject.errorOf('country')).toHaveCount(0);
  await reload(page);
  await expect(box).toHaveValue('Elbonia');
  await form.subject.continue();
  await expect(form.subject.errorOf('country')).toHaveText('Choose a country from the list');
  await expect(box).toHaveAttribute('aria-invalid', 'true');
  await form.subject.errors.getByRole('link', { name: 'Choose a country from the list' }).click();
  await expect(box).toBeFocused();
  await box.fill('Germ');
  await expect(form.subject.errorOf('country')).toBeVisible();
  await lines(page).filter({ hasText: GERMANY }).click();
  await expect(box).toHaveValue(GERMANY);
  await expect(form.subject.errorOf('country')).toHaveCount(0);
  await expect(box).toBeFocused();
});

test('the mouse opens the list, closes it and takes from it; Enter alone sends what was typed', async ({ form, page, sandbox }) => {
  const order = anOrder();
  await form.walkTo('subject', order);
  await form.subject.fill(order);
  const box = form.subject.country;
  await box.click();
  await expect(lines(page)).toHaveCount(249);
  await box.click();
  await expect(box).toHaveAttribute('aria-expanded', 'false');
  await box.click();
  await lines(page).filter({ hasText: /^FR – / }).click();
  await expect(box).toHaveValue('FR – France');
  await expect(page.getByRole('listbox')).toHaveCount(0);
  // As a draft holds it.
  expect(JSON.parse(await storedDraft(page))).toMatchObject({ drafts: { country: 'FR' } });
  await box.fill('Vereinigtes Königreich');
  await box.press('Enter');
  await form.key.isReady();
  await form.walkOn('key', 'done', order);
  const [stored] = await sandbox.orders();
  expect(await openssl.requestSubject(stored!.csr)).toContain('C=GB');
});

test('what a browser fills in is taken, as a code and as a name', async ({ form }) => {
  const box = await atBox(form);
  await expect(box).toHaveAttribute('autocomplete', 'country');
  for (const [filled, shown] of [
    ['DE', GERMANY],
    ['France', 'FR – France'],
  ] as const) {
    // Without the focus, as browsers do it.
    await box.evaluate((element: HTMLInputElement, filled) => {
      element.value = filled;
      element.dispatchEvent(new Event('input', { bubbles: true }));
      element.dispatchEvent(new Event('change', { bubbles: true }));
    }, filled);
    await expect(box).toHaveValue(shown);
    await expect(box).toHaveAttribute('aria-expanded', 'false');
  }
});

test.describe('in a narrow window', () => {
  test.use({ viewport: { width: 320, height: 640 }, hasTouch: true });

  test('a finger takes a country, and nothing is wider than the window; also in forced colours', async ({ form, page }) => {
    const box = await atBox(form);
    await page.emulateMedia({ forcedColors: 'active' });
    await box.tap();
    await expect(lines(page)).toHaveCount(249);
    await box.fill('germ');
    await box.press('ArrowDown');
    const line = lines(page).filter({ hasText: GERMANY });
    const colours = await line.evaluate((element) => {
      const { color, backgroundColor } = getComputedStyle(element);
      return color !== backgroundColor && backgroundColor !== getComputedStyle(element.parentElement!).backgroundColor;
    });
    expect(colours, 'the line that the keys are at stands out').toBe(true);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    await line.tap();
    await expect(box).toHaveValue(GERMANY);
  });
});
