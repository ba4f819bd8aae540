// The private keys that this browser keeps: none, locked, open, each deed with its words.
import { expect } from '../support/test.ts';
import { KeysPage } from '../pages/keys.ts';
import { OTHER_PASSPHRASE, PASSPHRASE, anOrder } from '../support/orders.ts';
import { reload } from '../support/typed.ts';
import { type Tour, type Visit, inDialog } from './tour.ts';

async function opensVault(keys: KeysPage, { page, look }: Visit): Promise<void> {
  await look('kept keys, remembered');
  await keys.unlock('short');
  await expect(page.locator('.error-summary')).toBeVisible();
  await look('kept keys, with errors');
  await keys.unlock(PASSPHRASE);
  await keys.says('The vault is open');
  await page.getByText('Change the passphrase').first().click();
  await look('kept keys, open');
  await inDialog(page, keys.button('Delete example.com'), () => look('the dialog "Delete"'));
  await keys.button('Rename example.com').click();
  await expect(page.getByLabel('Name of this key')).toBeVisible();
  await look('kept keys, a name being changed');
  await keys.import('hello', OTHER_PASSPHRASE);
  await keys.says('That file is no export of this page');
  await look('kept keys, a file refused');
}

async function go(visit: Visit): Promise<void> {
  const { form, page, look } = visit;
  const keys = new KeysPage(page);
  await keys.open();
  await expect(keys.vaultPassphrase).toBeVisible();
  await look('kept keys, none');
  await page.goto('about:blank');
  await form.walkTo('key', anOrder());
  await page.getByRole('link', { name: 'Private keys in this browser' }).click();
  await keys.isShown();
  await opensVault(keys, visit);
  await keys.button('Close the vault').click();
  await keys.says('The vault is closed');
  await look('kept keys, locked');
  await page.getByRole('button', { name: /Back to the order/ }).click();
  await form.key.isShown();
  await look('key, in the vault');
  await reload(page);
  await expect(page.getByText('The private key is in the vault. Open it')).toBeVisible();
  await form.key.unlock(OTHER_PASSPHRASE);
  await expect(form.key.errors).toBeVisible();
  await look('key, locked, with an error');
}

export const KEYS_TOUR: Tour = { name: 'the kept keys', options: {}, go };
