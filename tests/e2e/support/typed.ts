// What stands in the fields of the page, and what is stored of it.
import type { Page } from '@playwright/test';

/** The values of all controls of the page by id; the password, which a reload must lose, is left out. */
export async function typedOn(page: Page): Promise<Record<string, string | boolean>> {
  const controls = page.getByRole('main').locator('input:not([type=password]), select, textarea');
  return controls.evaluateAll((elements) =>
    Object.fromEntries(
      (elements as HTMLInputElement[]).map((element) => {
        const isBox = element.type === 'checkbox' || element.type === 'radio';
        return [element.id, isBox ? element.checked : element.value];
      }),
    ),
  );
}

/** The stored draft, once all that was written before is on disk: transactions of a store come one after the other. */
export function storedDraft(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const opening = indexedDB.open('cert-order');
    await new Promise((resolve) => (opening.onsuccess = resolve));
    const reading = opening.result.transaction('drafts', 'readonly').objectStore('drafts').get('draft');
    await new Promise((resolve) => (reading.onsuccess = resolve));
    opening.result.close();
    return String(reading.result?.text ?? '');
  });
}

/** Everything that the page's databases hold, as one text: octets are read as text too. */
export function storedTexts(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const done = (request: IDBRequest) => new Promise((resolve) => (request.onsuccess = resolve));
    const texts: string[] = [];
    const add = (value: unknown): void => {
      if (value instanceof ArrayBuffer || ArrayBuffer.isView(value))
        texts.push(new TextDecoder('latin1').decode(value as ArrayBuffer));
      else if (value instanceof CryptoKey) texts.push(value.type);
      else if (value && typeof value === 'object') Object.values(value).forEach(add);
      else texts.push(String(value));
    };
    for (const { name } of await indexedDB.databases()) {
      const opening = indexedDB.open(name!);
      await done(opening);
      const database = opening.result;
      for (const store of database.objectStoreNames) {
        const reading = database.transaction(store, 'readonly').objectStore(store).getAll();
        await done(reading);
        add(reading.result);
      }
      database.close();
    }
    return texts.join('\n');
  });
}

/** Reloads the page as soon as everything typed is stored. */
export async function reload(page: Page): Promise<void> {
  await storedDraft(page);
  await page.reload();
}
