// Names in letters of any alphabet, public suffixes, and texts in Latin letters: what the page says, and what is ordered.
import type { Page } from '@playwright/test';
import { flaws } from '../support/flaws.ts';
import * as openssl from '../support/openssl.ts';
import { PACKAGES, anOrder } from '../support/orders.ts';
import { served, withFlippedByte } from '../support/site.ts';
import { expect, test } from '../support/test.ts';
import { reload, typedOn } from '../support/typed.ts';

const LIST = /\/suffixes-[0-9a-f]+\.txt$/;
const UNCHECKED = /The list of public endings could not be loaded/;
const REFUSED = /^Names with this ending belong to many owners/;

/** Every request for the list, from now on. */
function asked(page: Page): string[] {
  const urls: string[] = [];
  page.on('request', (request) => LIST.test(request.url()) && urls.push(request.url()));
  return urls;
}

/** The page as it looks on a telephone by night. */
async function small(page: Page): Promise<void> {
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.setViewportSize({ width: 360, height: 740 });
}

test('*.müller.de is shown in both forms from the first letter to the order, and ordered by its A-label', async ({
  form,
  page,
  sandbox,
}) => {
  const order = anOrder({ package: PACKAGES.dvWildcard, domain: '*.müller.de', approver: 'admin@xn--mller-kva.de' });
  const both = '*.müller.de (*.xn--mller-kva.de)';
  await form.walkTo('subject', order);
  const urls = asked(page);
  await form.subject.fill(order);
  await expect(form.subject.notes).toHaveText(['*.müller.de stands in the certificate as *.xn--mller-kva.de']);
  expect(urls).toHaveLength(1);
  await small(page);
  expect(await flaws(page)).toEqual([]);
  await form.subject.continue();
  await form.walkOn('key', 'validation', order);
  await form.validation.approver(both).selectOption(order.approver);
  await form.validation.continue();
  await form.review.isQuoted();
  await expect(page.getByRole('main').getByText(both, { exact: true })).toBeVisible();
  expect(await flaws(page)).toEqual([]);
  await form.pay();
  await form.done.isIssued();
  const [stored, ...others] = await sandbox.orders();
  expect(others).toEqual([]);
  expect(stored).toMatchObject({ names: ['*.xn--mller-kva.de'], approvers: [order.approver] });
  expect(await openssl.requestNames(stored!.csr)).toEqual(['*.xn--mller-kva.de']);
});

test('a reload on review keeps the place and what was typed, whatever the letters', async ({ form, page }) => {
  const order = anOrder({ domain: 'пример.рф', approver: 'admin@xn--e1afmkfd.xn--p1ai' });
  await form.walkTo('validation', order);
  await form.validation.approver('пример.рф (xn--e1afmkfd.xn--p1ai)').selectOption(order.approver);
  await form.validation.continue();
  await form.review.isQuoted();
  await reload(page);
  await form.logIn.logIn();
  await form.review.isQuoted();
  await page.goto('./#/subject');
  await expect(form.subject.domain).toHaveValue('пример.рф');
});

test('a wildcard on a public suffix is refused, and the list for that is loaded only for a wildcard', async ({
  form,
  page,
}) => {
  const order = anOrder({ package: PACKAGES.dvWildcard, domain: 'co.uk' });
  await form.walkTo('subject', order);
  const urls = asked(page);
  await form.subject.fill(order);
  expect(urls).toEqual([]);
  const loaded = page.waitForResponse(LIST);
  await form.subject.domain.fill('*.co.uk');
  await loaded;
  await form.subject.continue();
  await expect(form.subject.errorOf('domain')).toHaveText(REFUSED);
  await small(page);
  expect(await flaws(page)).toEqual([]);
  await form.subject.domain.fill('*.example.co.uk');
  await form.subject.domain.blur();
  await expect(form.subject.errorOf('domain')).toHaveCount(0);
  await form.subject.continue();
  await form.key.isReady();
  expect(urls).toHaveLength(1);
});

test('a list that comes late leads back to the name, and nothing typed is lost', async ({ form, page }) => {
  let letGo = (): void => {};
  const held = new Promise<void>((resolve) => (letGo = resolve));
  await page.route(LIST, async (route) => {
    await held;
    await route.continue();
  });
  const order = anOrder({ package: PACKAGES.dvWildcard, domain: '*.co.uk' });
  await form.walkTo('subject', order);
  await form.subject.fill(order);
  const typed = await typedOn(page);
  await form.subject.continue();
  await form.key.isReady();
  letGo();
  await form.subject.isShown();
  await expect(form.subject.errorOf('domain')).toHaveText(REFUSED);
  expect(await typedOn(page)).toEqual(typed);
});

test('without the list it is said that nothing is checked, and the order goes on', async ({ form, page, policy }) => {
  policy.allow(/Failed to load resource/);
  await page.route(LIST, (route) => route.abort('connectionreset'));
  const order = anOrder({ package: PACKAGES.dvWildcard, domain: '*.example.com' });
  await form.walkTo('subject', order);
  await form.subject.fill(order);
  await expect(form.subject.notes).toHaveText([UNCHECKED]);
  await form.subject.continue();
  await form.key.isReady();
});

test.describe('with one changed byte in the list', () => {
  test.use(served(/^suffixes-.*\.txt$/, withFlippedByte));

  test('it is not used', async ({ form, page, policy }) => {
    policy.allow(/integrity/);
    const order = anOrder({ package: PACKAGES.dvWildcard, domain: '*.co.uk' });
    await form.walkTo('subject', order);
    await form.subject.fill(order);
    await expect(form.subject.notes).toHaveText([UNCHECKED]);
    await expect(page.locator('#app')).not.toHaveAttribute('inert');
  });
});

test('letters that only look alike are pointed out, and nothing is refused for them', async ({ form, page }) => {
  const order = anOrder({ domain: 'pаypal.com' });
  await form.walkTo('subject', order);
  await form.subject.fill(order);
  await expect(form.subject.notes).toHaveText([
    /^“pаypal” mixes alphabets: Latin pyal, Cyrillic а\./,
    'pаypal.com stands in the certificate as xn--pypal-4ve.com',
  ]);
  await small(page);
  expect(await flaws(page)).toEqual([]);
  await form.subject.continue();
  await form.key.isReady();
});

test('each wrong name is told by name, doubles are folded, and a pasted address becomes its name', async ({
  form,
  page,
}) => {
  const order = anOrder({ package: PACKAGES.dvMulti });
  await form.walkTo('subject', order);
  await form.subject.fill(order);
  await form.subject.furtherNames.fill('www.example.com, a_b.example.com https://shop.example.com/x\nWWW.example.com');
  await form.subject.continue();
  const wrong = form.subject.errors.getByRole('listitem');
  await expect(wrong).toHaveText([
    '“a_b.example.com”: Remove the underscore: names in certificates have none',
    '“https://shop.example.com/x”: Enter the name alone, without https://, path or port',
  ]);
  await small(page);
  expect(await flaws(page)).toEqual([]);
  await form.subject.remedy('further-names', 'Use shop.example.com').click();
  await expect(form.subject.furtherNames).toHaveValue(
    'www.example.com\na_b.example.com\nshop.example.com\nWWW.example.com',
  );
  await form.subject.furtherNames.fill('www.example.com\nshop.example.com\nWWW.example.com');
  await expect(form.subject.notes).toHaveText(['Entered more than once, ordered once: www.example.com.']);
});

test('a text in other letters is written in Latin ones by one press', async ({ form, page }) => {
  const order = anOrder({ city: 'Łódź', company: 'ООО Ромашка' });
  await form.walkTo('subject', order);
  await form.subject.fill(order);
  await form.subject.continue();
  await small(page);
  expect(await flaws(page)).toEqual([]);
  await form.subject.remedy('city', 'Use “Lodz”').click();
  await expect(form.subject.city).toHaveValue('Lodz');
  await expect(form.subject.city).toBeFocused();
  await form.subject.remedy('company', 'Use “OOO Romashka”').click();
  await form.subject.company.fill('OOO Romashka Plus');
  await form.subject.continue();
  await form.key.isReady();
});
