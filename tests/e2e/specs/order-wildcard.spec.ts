// Wildcard packages: what the form offers where the name does not fit, and whole orders of every kind of validation.
import { flaws } from '../support/flaws.ts';
import { DEMO, PACKAGES, anOrder } from '../support/orders.ts';
import * as openssl from '../support/openssl.ts';
import { expect, test } from '../support/test.ts';

const WRONG = 'This package is for names that begin with *. such as *.example.com';

test('a plain domain in a wildcard package becomes a wildcard by one press of a key', async ({ form, page, sandbox }) => {
  const order = anOrder({ package: PACKAGES.dvWildcard });
  await form.walkTo('subject', order);
  await form.subject.fill(order);
  await form.subject.continue();
  await expect(form.subject.errorOf('domain')).toHaveText(WRONG);
  expect(await flaws(page)).toEqual([]);
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.setViewportSize({ width: 360, height: 740 });
  expect(await flaws(page)).toEqual([]);
  const remedy = form.subject.remedy('domain', 'Use *.example.com');
  await remedy.focus();
  await page.keyboard.press('Enter');
  await expect(form.subject.domain).toHaveValue('*.example.com');
  await expect(form.subject.domain).toBeFocused();
  await expect(form.subject.errorOf('domain')).toHaveCount(0);
  await expect(remedy).toHaveCount(0);
  await form.subject.continue();
  await form.walkOn('key', 'done', { ...order, domain: '*.example.com' });
  await form.done.isIssued();
  const [stored, ...others] = await sandbox.orders();
  expect(others).toEqual([]);
  expect(stored).toMatchObject({ names: ['*.example.com'], approvers: ['admin@example.com'], package: 102 });
  expect(await openssl.requestNames(stored!.csr)).toEqual(['*.example.com']);
});

test('a wildcard in a plain package is answered with the package for it and the difference in price', async ({
  form,
  sandbox,
}) => {
  const order = anOrder({ domain: '*.example.com', months: 6 });
  await form.walkTo('subject', order);
  await form.subject.fill(order);
  await form.subject.continue();
  await expect(form.subject.remedy('domain', /./)).toHaveText(['Use example.com', 'Switch to DV wildcard (+€50.00)']);
  await form.subject.remedy('domain', /^Switch to/).click();
  await expect(form.page.getByRole('complementary', { name: 'Your order' })).toContainText('DV wildcard');
  await form.subject.continue();
  await form.walkOn('key', 'done', order);
  await form.done.isIssued();
  expect(await sandbox.orders()).toMatchObject([{ names: ['*.example.com'], package: 102, period: 6 }]);
});

for (const [name, chosen, domain, id] of [
  ['OV wildcard', PACKAGES.ovWildcard, '*.example.com', 105],
  ['EV', PACKAGES.ev, 'example.com', 106],
] as const) {
  test(`an ${name} order goes from the package to the certificate`, async ({ form, sandbox }) => {
    const order = anOrder({ package: chosen, domain, months: 6 });
    await form.walkTo('organization', order);
    await expect(form.organization.page.getByLabel('Phone number')).toHaveValue(order.admin.phone);
    await form.walkOn('organization', 'done', order);
    await form.done.isIssued();
    const [stored, ...others] = await sandbox.orders();
    expect(others).toEqual([]);
    const { phone, ...organization } = order.organization;
    expect(stored).toMatchObject({ names: [domain], package: id, approvers: ['admin@example.com'], organization });
    expect(stored!.organization!.phone).toBe('+1 (415) 555-0100');
    expect(phone).toBe('+1 415 5550100');
    expect(stored!.contacts.adm.phone).toBe('+49 (30) 1234567');
    expect(await sandbox.balance()).toBe(DEMO.balance - stored!.price.total_minor);
  });
}
