// What lies in the files of the browser's profile after a key came into the vault, read past the browser.
import type { Page } from '@playwright/test';
import { OwnBrowser } from '../support/browser.ts';
import { PASSPHRASE, anOrder } from '../support/orders.ts';
import { expect, unguarded as test } from '../support/test.ts';
import { storedDraft } from '../support/typed.ts';

/** The octets of a private key that its public half does not hold, and the forms in which they could be written. */
function forms(pkcs8: Buffer): Record<string, Buffer> {
  // RSA's secret numbers come after the modulus, an elliptic key's secret number stands before the point.
  const secret = pkcs8.length > 300 ? pkcs8.subarray(pkcs8.length - 400, pkcs8.length - 360) : pkcs8.subarray(36, 68);
  return {
    'secret octets': secret,
    'PKCS #8': pkcs8,
    'PKCS #8 in base64': Buffer.from(pkcs8.toString('base64')),
    'secret octets in UTF-16': Buffer.from(secret.toString('base64'), 'utf16le'),
  };
}

/** The AES key by which the browser has wrapped a key that is only remembered. */
function keyOfTheCopy(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const name = (await caches.keys()).find((name) => name.startsWith('cert-order-key-'));
    const response = await caches.match('octets', { cacheName: name! });
    return btoa(String.fromCharCode(...new Uint8Array(await response!.arrayBuffer())));
  });
}

for (const keyType of ['ECDSA P-256', 'RSA 2048']) {
  test(`of a ${keyType} key in the vault nothing lies in the profile, nor what opens the copy before`, async ({
    launchOptions,
    sandbox,
    wire,
  }) => {
    test.slow();
    const browser = await OwnBrowser.install(launchOptions, sandbox, wire);
    try {
      const form = await browser.start();
      await form.walkTo('key', anOrder({ keyType }));
      const copy = { 'the key of the copy': Buffer.from(await keyOfTheCopy(form.page), 'base64') };
      const [pkcs8] = browser.madeKeys;
      const needles = { ...forms(pkcs8!), passphrase: Buffer.from(PASSPHRASE) };
      // The search sees what it looks for.
      expect(await browser.filesHold(copy)).toEqual(Object.keys(copy));
      await form.key.protect(PASSPHRASE);
      await storedDraft(form.page);
      expect(await browser.filesHold({ ...needles, ...copy })).toEqual([]);
      await browser.kill();
      expect(await browser.filesHold({ ...needles, ...copy })).toEqual([]);
      const again = await browser.start();
      await again.open('#/keys');
      await expect(again.page.getByRole('main')).toContainText('In the vault, encrypted with your passphrase');
      await browser.close();
      expect(await browser.filesHold({ ...needles, ...copy })).toEqual([]);
    } finally {
      await browser.remove();
    }
  });
}

test('a key that were stored in clear would be found in the profile', async ({ launchOptions, sandbox, wire }) => {
  const browser = await OwnBrowser.install(launchOptions, sandbox, wire);
  try {
    const form = await browser.start();
    await form.walkTo('key', anOrder());
    const [pkcs8] = browser.madeKeys;
    await form.page.evaluate(async (text) => {
      const opening = indexedDB.open('cert-order');
      await new Promise((resolve) => (opening.onsuccess = resolve));
      const writing = opening.result.transaction('drafts', 'readwrite', { durability: 'strict' });
      writing.objectStore('drafts').put(Uint8Array.from(atob(text), (c) => c.charCodeAt(0)), 'planted');
      await new Promise((resolve) => (writing.oncomplete = resolve));
      opening.result.close();
    }, pkcs8!.toString('base64'));
    expect(await browser.filesHold(forms(pkcs8!))).toContain('PKCS #8');
  } finally {
    await browser.remove();
  }
});
