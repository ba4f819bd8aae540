// A reload on every page comes back to the same page with everything typed; a key that is not in hand is never ordered.
import type { Page } from '@playwright/test';
import { Form } from '../pages/form.ts';
import { BEN, DEMO, PACKAGES, TRIAL, anOrder } from '../support/orders.ts';
import * as openssl from '../support/openssl.ts';
import { expect, test } from '../support/test.ts';
import { reload, storedDraft, typedOn } from '../support/typed.ts';

const NEEDS_LOG_IN = ['contacts', 'organization', 'validation', 'review', 'done'];

test('a reload on every page shows the same page with everything typed, and the same key', async ({ form, page }) => {
  test.slow();
  const order = anOrder({
    package: PACKAGES.ov,
    code: 'WELCOME10',
    tech: BEN,
    companyUnit: 'Web',
    email: 'office@example.com',
  });
  await form.open();
  for (const step of Form.stepsOf(order)) {
    await test.step(step, async () => {
      const key = step === 'key' ? (await form.key.isReady(), await form.key.download()) : null;
      if (step === 'review') await form.review.isQuoted();
      await form.fill(step, order);
      const before = await typedOn(page);
      await reload(page);
      if (NEEDS_LOG_IN.includes(step)) await form.logIn.logIn();
      await form[step].isShown();
      await expect.poll(() => typedOn(page)).toEqual(before);
      if (key) expect((await form.key.download()).text).toBe(key.text);
      if (step === 'review') await form.pay();
      else if (step !== 'done') await form[step].continue();
      if (step === 'key') await form.logIn.logIn();
    });
  }
  await form.done.isIssued();
  await reload(page);
  await form.logIn.logIn();
  await form.done.isIssued();
});

test('the draft holds neither the private key nor the password', async ({ form, page }) => {
  const order = anOrder();
  await form.walkTo('key', order);
  const { text } = await form.key.save();
  await form.key.continue();
  await form.logIn.logIn();
  await form.contacts.isShown();
  await form.contacts.fill(order);
  const draft = await storedDraft(page);
  expect(draft).toContain('ann@example.com');
  expect(draft).not.toContain(DEMO.password);
  expect(draft).not.toContain('PRIVATE KEY');
  for (const line of text.split('\n').filter((line) => line && !line.startsWith('-----')))
    expect(draft).not.toContain(line);
  expect(await storesLeftBy(page)).toEqual({ cookies: '', local: 0, session: 0 });
});

test('a key that is neither kept nor in a file is made anew after a reload, and the old request is never ordered', async ({
  form,
  page,
  sandbox,
}) => {
  const order = anOrder();
  await form.walkTo('key', order);
  await form.key.keep.uncheck();
  await expect(page.getByText('It is not saved in this browser.')).toBeVisible();
  const old = await form.key.fingerprint.textContent();
  await form.key.continue();
  await form.logIn.logIn();
  await form.contacts.isShown();
  await form.contacts.fill(order);
  await reload(page);

  await form.key.isReady();
  await expect(page.getByText('The private key of the earlier request is not in this browser any more')).toBeVisible();
  const fresh = await form.key.fingerprint.textContent();
  expect(fresh).not.toBe(old);
  await form.walkOn('key', 'done', order);
  const orders = await sandbox.orders();
  expect(orders).toHaveLength(1);
  expect(openssl.fingerprint(await openssl.publicKeyOfRequest(orders[0]!.csr))).toBe(fresh);
});

test('a key that is only in the file goes on after a reload, and the certificate is for it', async ({
  form,
  page,
  sandbox,
}) => {
  const order = anOrder();
  await form.walkTo('key', order);
  await form.key.keep.uncheck();
  const { text } = await form.key.save();
  await reload(page);
  await form.key.isReady();
  await expect(
    page.getByText('The private key is not in this browser. You have it in the file.'),
  ).toBeVisible();
  await form.key.continue();
  await form.logIn.logIn();
  await form.walkOn('contacts', 'done', order);
  await form.done.isIssued();
  const [stored] = await sandbox.orders();
  expect(await openssl.publicKeyOfRequest(stored!.csr)).toBe(await openssl.publicKeyOfKey(text));
});

test('someone else who logs in does not see what was begun', async ({ form, page }) => {
  const order = anOrder();
  await form.walkTo('contacts', order);
  await form.contacts.fill(order);
  await reload(page);
  await form.logIn.logIn(TRIAL.name, TRIAL.password);
  await form.package.isShown();
  await expect(
    page.getByText('You logged in as someone else, so the order that was begun here has been removed from this page.'),
  ).toBeVisible();
  await expect(form.package.package(order.package)).not.toBeChecked();
  await expect.poll(() => storedDraft(page)).not.toContain('ann@example.com');
});

test('a browser that stores nothing for the page is told about, and can still order', async ({
  form,
  page,
  sandbox,
}) => {
  await page.addInitScript(() => Object.defineProperty(globalThis, 'indexedDB', { value: undefined }));
  await form.walkTo('key', anOrder());
  await expect(page.getByText('This browser stores nothing for this page.')).toBeVisible();
  await expect(page.getByText('Remembered by this browser')).toHaveCount(0);
  await form.walkOn('key', 'done', anOrder());
  expect(await sandbox.orders()).toHaveLength(1);
});

test('a cleared box takes the kept key out of this browser', async ({ form, page }) => {
  await form.walkTo('key', anOrder());
  await expect.poll(() => keptKeys(page)).toBe(1);
  await form.key.keep.uncheck();
  await expect.poll(() => keptKeys(page)).toBe(0);
  await form.key.keep.check();
  await expect(page.getByText('Remembered by this browser')).toBeVisible();
  await form.confirm('Forget everything on this device');
  await form.package.isShown();
  await expect.poll(() => keptKeys(page)).toBe(0);
  await expect.poll(() => storedDraft(page)).toBe('');
});

/** How many private keys this browser keeps. */
function keptKeys(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const opening = indexedDB.open('cert-order');
    await new Promise((resolve) => (opening.onsuccess = resolve));
    const counting = opening.result.transaction('keys', 'readonly').objectStore('keys').count();
    await new Promise((resolve) => (counting.onsuccess = resolve));
    opening.result.close();
    return counting.result;
  });
}

/** What other kinds of storage hold. */
function storesLeftBy(page: Page): Promise<{ cookies: string; local: number; session: number }> {
  return page.evaluate(() => ({
    cookies: document.cookie,
    local: localStorage.length,
    session: sessionStorage.length,
  }));
}
