// A key that takes too long can be given up; what comes of it later is dropped.
import { holdFirstKey } from '../support/held-key.ts';
import { KEY_TYPES, anOrder } from '../support/orders.ts';
import { expect, test } from '../support/test.ts';

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
