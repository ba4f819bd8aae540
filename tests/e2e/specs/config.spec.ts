// What the operator writes into config.json: each mistake gives its page, and each choice is seen.
import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import type { Page } from '@playwright/test';
import { axe } from '../support/flaws.ts';
import { ROOT } from '../support/paths.ts';
import { anOrder } from '../support/orders.ts';
import { configured } from '../support/site.ts';
import { expect, test } from '../support/test.ts';

interface Wrong {
  file: string;
  says: string;
  /** The schema cannot tell that it is wrong. */
  schema?: string;
}

const fixture = <T>(name: string): T[] =>
  JSON.parse(readFileSync(`${ROOT}/tests/fixtures/config/${name}.json`, 'utf8')) as T[];

const WRONG = fixture<Wrong>('wrong');
const PARTS = 3;

for (let part = 0; part < PARTS; part += 1) {
  test(`each wrong file gives a page that names the mistake (${part + 1} of ${PARTS})`, async ({ form, page, context }) => {
    void form;
    let body = '';
    await context.route('**/config.json', (route) => route.fulfill({ body, contentType: 'application/json' }));
    const mine = WRONG.filter((_, i) => i % PARTS === part);
    expect(mine.length).toBeGreaterThan(13);
    for (const { file, says } of mine) {
      body = file;
      await page.goto('./');
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('This order form is not set up correctly');
      await expect(page.getByRole('alert')).toHaveText(says);
      await expect(page.getByRole('button')).toHaveCount(0);
    }
  });
}

test('the schema refuses what the form refuses, and takes what it takes', () => {
  const schema = JSON.parse(readFileSync(`${ROOT}/public/config.schema.json`, 'utf8')) as object;
  const isGood = new Ajv2020({ strict: true, allowUnionTypes: true }).compile(schema);
  const shipped = JSON.parse(readFileSync(`${ROOT}/public/config.json`, 'utf8')) as object;
  for (const good of [shipped, ...fixture<object>('good')]) {
    expect(isGood(good), JSON.stringify([good, isGood.errors])).toBe(true);
  }
  let judged = 0;
  for (const { file, schema } of WRONG) {
    let value: unknown;
    try {
      value = JSON.parse(file);
    } catch {
      continue;
    }
    expect(isGood(value), file).toBe(schema !== undefined);
    judged += 1;
  }
  expect(judged).toBeGreaterThan(40);
});

/** A colour of the primary button, as the browser computes it. */
const paint = (page: Page, property: 'backgroundColor' | 'color' | 'borderRadius') =>
  page.getByRole('button', { name: 'Continue' }).evaluate((button, name) => getComputedStyle(button)[name], property);
const ground = (page: Page) => page.locator('.co').evaluate((form) => getComputedStyle(form).backgroundColor);

test.describe('the theme', () => {
  const theme = { accent: '#7a1f5c', accent_dark: '#f0a8d0', corners: 'square' };

  test('has its accent in light and in dark, and can be read', async ({ form, page, context }) => {
    await configured(context, { theme });
    for (const [colorScheme, accent, ink] of [
      ['light', 'rgb(122, 31, 92)', 'rgb(255, 255, 255)'],
      ['dark', 'rgb(240, 168, 208)', 'rgb(0, 0, 0)'],
    ] as const) {
      await page.emulateMedia({ colorScheme });
      await form.open();
      expect(await paint(page, 'backgroundColor')).toBe(accent);
      expect(await paint(page, 'color')).toBe(ink);
      expect(await paint(page, 'borderRadius')).toBe('0px');
      expect(await axe(page)).toEqual([]);
    }
    await page.emulateMedia({ forcedColors: 'active' });
    expect(await paint(page, 'backgroundColor'), "the customer's own colours win").not.toBe('rgb(240, 168, 208)');
  });

  test('is light or dark whatever the browser asks for', async ({ form, page, context }) => {
    const grounds: Record<string, string> = {};
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      await form.open();
      grounds[colorScheme] = await ground(page);
    }
    expect(grounds.light).not.toBe(grounds.dark);
    for (const [scheme, asked] of [['light', 'dark'], ['dark', 'light']] as const) {
      await context.unroute('**/config.json');
      await configured(context, { theme: { scheme } });
      await page.emulateMedia({ colorScheme: asked });
      await page.reload();
      await form.package.isShown();
      expect(await ground(page)).toBe(grounds[scheme]);
      expect(await axe(page)).toEqual([]);
    }
  });
});

test('packages, methods, ways to pay and the provider are as the operator says', async ({ form, page, context, sandbox }) => {
  test.slow();
  const order = anOrder();
  const named = new Map<string, string | null>();
  page.on('request', (request) => {
    const body = new URLSearchParams(request.postData() ?? '');
    if (body.has('func')) named.set(body.get('func')!, body.get('project'));
  });
  const offered = { packages_shown: ['103', '101'], validation_methods: ['email'], ways_to_pay: ['bill'], project: '1' };
  await configured(context, offered);
  await form.open();
  await expect(page.getByRole('group', { name: 'Package' }).getByRole('radio')).toHaveCount(2);
  await form.walkTo('validation', order);
  await form.validation.isShown();
  await expect(page.getByRole('radio', { name: /^(DNS|File)/ })).toHaveCount(0);
  await form.walkTo('review', order);
  await expect(form.review.addNewAccount).toBeVisible();
  await expect(form.review.currentAccount).toHaveCount(0);
  expect(named.get('pricelist.export')).toBe('1');
  expect(named.get('auth')).toBe('1');
  expect(named.get('certificate.order.param')).toBe('1');
  expect(named.get('basket')).toBeNull();
  void sandbox;
});

test('a provider without packages has nothing to order', async ({ form, page, context }) => {
  void form;
  await configured(context, { project: '77' });
  await page.goto('./');
  await expect(page.getByText('There is no certificate to order here at the moment.')).toBeVisible();
  await expect(page.getByRole('radio')).toHaveCount(0);
});

test.describe('inside a page of another origin', () => {
  /** The form in a frame of a page elsewhere, on a host that cannot send `frame-ancestors`. */
  async function frame(page: Page, site: string, outer: string, watches: { allow(origin: string): void }[]) {
    for (const watch of watches) watch.allow(outer);
    await page.route(`${site}/`, async (route) => {
      const response = await route.fetch();
      const { 'content-security-policy': policy, ...headers } = response.headers();
      const without = policy!.replace("frame-ancestors 'none'; ", '');
      expect(without).not.toBe(policy);
      await route.fulfill({ response, headers: { ...headers, 'content-security-policy': without } });
    });
    const body = `<!doctype html><title>Panel</title><iframe src="${site}/" width="900" height="700"></iframe>`;
    await page.route(`${outer}/panel`, (route) => route.fulfill({ body, contentType: 'text/html' }));
    await page.goto(`${outer}/panel`);
    return page.frameLocator('iframe').getByRole('heading', { level: 1 });
  }

  test('it does not start unless that origin is allowed, and offers itself alone', async ({ form, page, context, sandbox, wire, egress }) => {
    void form;
    await configured(context, { embedding_origins: ['https://panel.example.com'] });
    const heading = await frame(page, sandbox.url, sandbox.url.replace('127.0.0.1', 'localhost'), [wire, egress]);
    await expect(heading).toHaveText('Open this form by itself');
    const inner = page.frameLocator('iframe');
    await expect(inner.getByRole('button')).toHaveCount(0);
    await expect(inner.getByRole('link', { name: 'Open the form by itself' })).toHaveAttribute('target', '_blank');
  });

  test('it starts where that origin is allowed', async ({ form, page, context, sandbox, wire, egress }) => {
    void form;
    const outer = sandbox.url.replace('127.0.0.1', 'localhost');
    await configured(context, { embedding_origins: [outer] });
    await expect(await frame(page, sandbox.url, outer, [wire, egress])).toHaveText('Selecting an SSL certificate');
  });

  test('it starts in a page of its own origin', async ({ form, page, context, sandbox }) => {
    void form;
    await configured(context, {});
    await expect(await frame(page, sandbox.url, sandbox.url, [])).toHaveText('Selecting an SSL certificate');
  });
});
