// A key that takes too long can be given up; what comes of it later is dropped.
import { KEY_TYPES, anOrder } from '../support/orders.ts';
import { expect, test } from '../support/test.ts';

declare global {
  interface Window {
    /** Lets the key that is being made be finished. */
    finishKey?: () => void;
  }
}

/** The first key waits until the test lets it go; the others are made as always. */
function holdFirstKey(): void {
  const subtle = crypto.subtle;
  const make = subtle.generateKey.bind(subtle);
  const held = async (...given: Parameters<SubtleCrypto['generateKey']>): Promise<unknown> => {
    Reflect.deleteProperty(subtle, 'generateKey');
    await new Promise<void>((resolve) => (window.finishKey = resolve));
    return make(...given);
  };
  Object.defineProperty(subtle, 'generateKey', { value: held, configurable: true });
}

test('making a key can be cancelled for another type, and the late key is not taken', async ({ form, page }) => {
  await page.addInitScript(holdFirstKey);
  await form.walkTo('subject', anOrder());
  await form.complete('subject', anOrder({ keyType: KEY_TYPES.rsa2048 }));
  await expect(page.getByText('Making your private key (RSA 2048)…')).toBeVisible();
  await page.getByRole('button', { name: 'Cancel' }).click();
  await form.subject.isShown();
  await page.evaluate(() => window.finishKey?.());
  await form.complete('subject', anOrder({ keyType: KEY_TYPES.p256 }));
  await form.key.isReady();
  await expect(page.getByText('Your private key is ready (ECDSA P-256).')).toBeVisible();
  expect((await form.key.download()).text.length).toBeLessThan(400);
});
