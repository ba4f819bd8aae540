// The form in each of its languages: chosen by the address, the operator or the browser, changed in the middle, complete.
import { AnyLanguage } from '../pages/any-language.ts';
import { DEMO, anOrder } from '../support/orders.ts';
import { configured, served, withFlippedByte } from '../support/site.ts';
import { excessWidth } from '../support/flaws.ts';
import { expect, test } from '../support/test.ts';
import { untranslated } from '../support/untranslated.ts';

const ORDER = anOrder();

/** The heading of the first page. */
const HEADINGS = {
  en: 'Selecting an SSL certificate',
  de: /Zertifikat/,
  es: /certificado/,
  ru: /сертификат/i,
  ar: /شهادة|الشهادة/,
};

/** What the customer and the sandbox write into the page in Latin letters. */
const OWN = [
  ...[ORDER.domain, ORDER.state, ORDER.city, ORDER.company, ORDER.approver, 'www'],
  ...Object.values(ORDER.admin),
  ...['Dana Demo demo DV single EUR US United States Cert Order Demo Hosting Total amount', DEMO.name],
];

for (const language of ['de', 'es', 'ru', 'ar'] as const) {
  test(`a whole order in ${language}`, async ({ form, page, sandbox }) => {
    test.slow();
    void form;
    const any = new AnyLanguage(page);
    const calls: string[] = [];
    page.on('request', (request) => {
      if (request.method() === 'POST') calls.push(new URLSearchParams(request.postData() ?? '').get('lang') ?? '');
    });
    const titles = new Set<string>();
    await any.open(`?lang=${language}`);
    await any.order(ORDER, async (place) => {
      await test.step(place, async () => {
        await expect(page.locator('html')).toHaveAttribute('lang', language);
        await expect(page.locator('html')).toHaveAttribute('dir', language === 'ar' ? 'rtl' : 'ltr');
        titles.add(await page.title());
        if (language === 'ru' || language === 'ar') {
          expect.soft(await untranslated(page, OWN), place).toEqual([]);
        }
        expect.soft(await excessWidth(page), place).toBe(0);
      });
    });
    expect(await sandbox.orders()).toHaveLength(1);
    expect(titles.size, [...titles].join('\n')).toBeGreaterThan(10);
    expect([...new Set(calls)]).toEqual([language]);
  });
}

test.describe('a browser whose customer prefers German, as Austrians write it', () => {
  test.use({ locale: 'de-AT' });

  test('gets it, unless the operator or the address says otherwise', async ({ form, page, context }) => {
    const heading = page.getByRole('heading', { level: 1 });
    await form.open();
    await expect(heading).toHaveText(HEADINGS.de);
    await page.goto('./?lang=ar');
    await expect(heading).toHaveText(HEADINGS.ar);
    await configured(context, { language: 'ru' });
    await form.open();
    await expect(heading).toHaveText(HEADINGS.ru);
    await page.goto('./?lang=es');
    await expect(heading).toHaveText(HEADINGS.es);
    await configured(context, { languages: ['es', 'en'] });
    await form.open();
    await expect(heading).toHaveText(HEADINGS.es);
    await expect(page.locator('.languages button')).toHaveText(['Español', 'English']);
    await configured(context, { languages: ['en'] });
    await form.open();
    await expect(heading).toHaveText(HEADINGS.en);
    await expect(page.locator('.languages')).toHaveCount(0);
  });

  test('reads of a wrong config.json in it', async ({ form, page, context }) => {
    await configured(context, { operator: 7 });
    await form.open();
    await expect(page.getByRole('heading', { level: 1 })).not.toHaveText(/set up|correctly/);
    await expect(page.locator('#app')).toContainText('operator');
  });
});

test('changing it in the middle loses nothing, and a reload keeps it', async ({ form, page }) => {
  const any = new AnyLanguage(page);
  await form.walkTo('subject', ORDER);
  await any.names(ORDER);
  await form.subject.continue();
  await form.key.isReady();
  await page.goBack();
  await form.subject.isShown();
  // A country is the same by each of its names.
  const typed = async () => {
    const values = page.locator('main [data-field]').evaluateAll((all) => all.map((one) => (one as HTMLInputElement).value));
    return (await values).map((value) => value.replace(/^([A-Z]{2}) – .*$/, '$1'));
  };
  const before = await typed();
  expect(before).toContain(ORDER.domain);
  const fingerprint = await page.locator('.summary').innerText();
  for (const language of ['ru', 'ar', 'en', 'de'] as const) {
    await any.language(language).click();
    await expect(page.locator('html')).toHaveAttribute('lang', language);
    await expect(any.language(language)).toBeFocused();
    await expect(any.language(language)).toHaveAttribute('aria-current', 'true');
    expect(await typed()).toEqual(before);
    await expect(any.field('country')).toHaveValue(/^US – ./);
    expect(page.url()).toContain(`?lang=${language}`);
    expect(page.url()).toContain('#/subject');
  }
  expect(fingerprint).toMatch(/[0-9A-F]{2}/i);
  await page.reload();
  await expect(page.locator('html')).toHaveAttribute('lang', 'de');
  await any.field('domain').waitFor();
  expect(await typed()).toEqual(before);
});

test('in Arabic the page runs from right to left, and what machines read does not', async ({ form, page }) => {
  void form;
  const any = new AnyLanguage(page);
  await any.open('?lang=ar');
  await page.locator("[name='package']").first().waitFor();
  const [steps, card] = [page.locator('.steps'), page.locator('.summary')];
  const left = async (part: typeof steps) => (await part.boundingBox())?.x ?? Number.NaN;
  expect(await left(steps)).toBeGreaterThan(await left(card));
  await page.locator("[name='package']").first().check();
  await any.field('period-12').check();
  await any.button.click();
  await any.button.click();
  await any.names(ORDER);
  for (const id of ['domain', 'further-names', 'email']) {
    await expect(any.field(id)).toHaveCSS('direction', 'ltr');
  }
  await expect(any.field('company')).toHaveCSS('direction', /ltr|rtl/);
  await any.field('key-type-p-256').check();
  await any.button.click();
  await any.shows('key');
  await page.locator('.machine').first().waitFor();
  await expect(page.locator('.fingerprint code').first()).toHaveCSS('direction', 'ltr');
});

test.describe('words that cannot be had', () => {
  test.use(served(/^words-ru-.*\.json$/, () => null));

  test('leave the form as it is, and say so', async ({ form, page, policy }) => {
    policy.allow(/Failed to load resource|integrity/);
    const any = new AnyLanguage(page);
    await form.open('?lang=ru');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(HEADINGS.en);
    await any.language('ru').click();
    await expect(page.locator('.languages')).toContainText('This language could not be loaded');
    await expect(page.locator('html')).toHaveAttribute('lang', 'en');
    await any.language('de').click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(HEADINGS.de);
  });
});

for (const [file, name] of [
  ['the words', /^words-ru-.*\.json$/],
  ['the shell’s words', /^shell-ru-.*\.json$/],
] as const) {
  test.describe(`with one changed byte in ${file}`, () => {
    test.use(served(name, withFlippedByte));

    test('a form that would start in that language does not', async ({ form, page, policy }) => {
      policy.allow(/integrity|BootFailure|altered/);
      await form.open('?lang=ru');
      await expect(page.locator('#boot').getByRole('alert').filter({ visible: true })).toBeVisible();
      await expect(page.locator('#app')).toHaveAttribute('inert', '');
      await expect(page.getByText(/A file of this form was changed|Файл этой формы был изменён/)).toBeVisible();
    });
  });
}

test.describe('with one changed byte in the words', () => {
  test.use(served(/^words-ru-.*\.json$/, withFlippedByte));

  test('a form in the middle of an order stays as it is, and says so', async ({ form, page, policy }) => {
    policy.allow(/integrity/);
    await form.open();
    await new AnyLanguage(page).language('ru').click();
    await expect(page.locator('.languages')).toContainText('This language could not be loaded');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(HEADINGS.en);
  });
});

test.describe('a form that cannot start, in a Russian browser', () => {
  test.use({ locale: 'ru-RU', ...served(/^cert-order-.*\.js$/, withFlippedByte) });

  test('says so in Russian, before anything of it has run', async ({ form, page, policy }) => {
    policy.allow(/integrity|BootFailure|altered/);
    await form.open();
    const shell = page.locator('#boot');
    await expect(shell.getByRole('alert').filter({ visible: true })).toContainText('Файл этой формы был изменён');
    await expect(shell).toHaveAttribute('lang', 'ru');
    await expect(page).toHaveTitle('Заказать новый сертификат');
  });
});
