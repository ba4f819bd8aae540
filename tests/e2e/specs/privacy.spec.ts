// `#/privacy`: the bytes that will be sent, the files of the form, and how to check both from outside.
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { flaws } from '../support/flaws.ts';
import { DEMO, anOrder } from '../support/orders.ts';
import { expect, test } from '../support/test.ts';

const run = promisify(execFile);

const ORDER = anOrder();
const TITLE = 'What leaves this browser';

test('the bytes that are shown are those that the billing system gets', async ({ form, page }) => {
  const sent: string[] = [];
  page.on('request', (request) => {
    if (request.method() === 'POST') sent.push(request.postData() ?? '');
  });
  await form.walkTo('validation', ORDER);
  await form.fill('validation', ORDER);
  await page.getByRole('contentinfo').getByRole('link', { name: TITLE }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(TITLE);
  await expect(page).toHaveTitle(new RegExp(TITLE));
  await expect(page.locator('main.question')).toBeFocused();
  const box = (name: string) => page.locator('.machine').filter({ has: page.getByText(name, { exact: true }) }).locator('pre');
  const [handedIn, ordered] = [
    await box('certificate.order.csr').innerText(),
    await box('certificate.order.param').innerText(),
  ];
  expect(await flaws(page)).toEqual([]);
  await page.getByRole('button', { name: 'Back to the order' }).click();
  await form.validation.isShown();
  await form.validation.continue();
  await form.review.isQuoted();
  const masked = sent.map((body) => body.replace(/(auth=)[^&]*/, '$1••••'));
  expect(masked).toContain(handedIn);
  expect(masked).toContain(ordered);
  expect(ordered).toContain('csr=-----BEGIN+CERTIFICATE+REQUEST');
});

test('the commands that are shown give the values that are shown', async ({ form, page }) => {
  await form.open('#/privacy');
  const box = (name: string) => page.locator('.machine').filter({ has: page.getByText(name, { exact: true }) }).locator('pre');
  const commands = (await box('Commands').innerText()).split('\n');
  const values = (await box('The files of this form').innerText()).split('\n').filter((line) => line.startsWith('sha384-'));
  expect(values.length).toBeGreaterThan(10);
  expect(commands).toHaveLength(values.length);
  const printed = await Promise.all(commands.map(async (command) => (await run('sh', ['-c', command])).stdout.trim()));
  expect(printed.map((value) => `sha384-${value}`)).toEqual(values);
});

test('where the key is made, a line leads to it, and back again nothing is lost', async ({ form, page }) => {
  await form.walkTo('key', ORDER);
  const line = page.getByRole('main').locator('.trust');
  await expect(line).toContainText('Only the request, your contacts and your log-in leave this browser');
  await line.getByRole('link').click();
  await expect(page).toHaveURL(/#\/privacy$/);
  await expect(page.getByRole('main')).toContainText('It was made by this browser, which remembers it');
  await expect(page.getByRole('main')).toContainText('BEGIN CERTIFICATE REQUEST');
  await expect(page.getByRole('main')).not.toContainText('PRIVATE KEY');
  await page.goBack();
  await form.key.isReady();
  await page.goForward();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(TITLE);
  await page.reload();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(TITLE);
  await page.getByRole('button', { name: 'Back to the order' }).click();
  await form.key.isReady();
});

test('it opens by its address, says what cannot be promised, and is nobody’s secret', async ({ form, page }) => {
  await form.open('#/privacy');
  const main = page.getByRole('main');
  await expect(main).toContainText('No private key has been made yet.');
  await expect(main).toContainText('A browser extension');
  await expect(main).toContainText('Whoever serves this page can change it');
  expect(await main.innerText()).not.toMatch(/zero.knowledge|military|unbreakable|100 ?%/i);
  await page.getByRole('contentinfo').getByRole('link', { name: 'Private keys in this browser' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Private keys in this browser');
});

test('neither the session nor the password is on it', async ({ form, page }) => {
  await form.walkTo('contacts', ORDER);
  const session = await page.evaluate(() => document.documentElement.innerHTML);
  expect(session).not.toContain(DEMO.password);
  await form.contacts.knowsCode();
  await page.getByRole('contentinfo').getByRole('link', { name: TITLE }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(TITLE);
  const text = await page.getByRole('main').innerText();
  expect(text).toContain('auth=••••');
  expect(text).not.toMatch(/auth=[^•]/);
  expect(text).not.toContain(DEMO.password);
});
