// Several names: what they cost, www beside the domain, and one choice of a mailbox for names that share it.
import { flaws } from '../support/flaws.ts';
import { PACKAGES, anOrder } from '../support/orders.ts';
import * as openssl from '../support/openssl.ts';
import { expect, test } from '../support/test.ts';


test('further names are counted and priced, and www goes in and out by a box', async ({ form, page, sandbox }) => {
  const furtherNames = ['shop.example.com', 'example.org'];
  const order = anOrder({ package: PACKAGES.dvMulti, months: 6, furtherNames: ['shop.example.com'] });
  await form.walkTo('subject', order);
  await form.subject.fill(order);
  await expect(form.subject.namesCounted).toHaveText('3 names included, you have 2.');
  await expect(page.getByText('Included in the price.')).toBeVisible();
  await form.subject.furtherNames.fill(furtherNames.join('\n'));
  await expect(page.getByText('One further name: €5.00.')).toBeVisible();
  await form.subject.www.check();
  await expect(form.subject.furtherNames).toHaveValue('shop.example.com\nexample.org\nwww.example.com');
  await expect(form.subject.namesCounted).toHaveText('3 names included, you have 4: 1 further name at €5.00.');
  expect(await flaws(page)).toEqual([]);
  await form.subject.www.uncheck();
  await expect(form.subject.furtherNames).toHaveValue('shop.example.com\nexample.org');
  await form.subject.www.check();
  await form.subject.continue();

  await form.walkOn('key', 'validation', order);
  await expect(page.getByRole('complementary')).toContainText('The billing system says: Total amount: 40.80 EUR');
  await form.validation.approver('example.com').selectOption('webmaster@example.com');
  for (const name of ['shop.example.com', 'www.example.com'])
    await expect(form.validation.approver(name), 'one choice for a domain').toHaveValue('webmaster@example.com');
  await expect(form.validation.approver('example.org'), 'but not for another').toHaveValue('');
  await form.validation.adminEverywhere.click();
  await expect(form.validation.approver('example.com')).toHaveValue('admin@example.com');
  await expect(form.validation.approver('example.org')).toHaveValue('admin@example.org');
  await expect(page.getByText('An admin@ address is chosen for every name.')).toBeVisible();
  expect(await flaws(page)).toEqual([]);
  await form.validation.approver('www.example.com').selectOption('webmaster@www.example.com');
  await form.validation.continue();

  await form.pay();
  await form.done.isIssued();
  const [stored, ...others] = await sandbox.orders();
  expect(others).toEqual([]);
  const names = ['example.com', ...furtherNames, 'www.example.com'];
  expect(stored).toMatchObject({
    names,
    approvers: ['admin@example.com', 'admin@example.com', 'admin@example.org', 'webmaster@www.example.com'],
  });
  expect(stored!.price).toMatchObject({ full_minor: 34_00, total_minor: 40_80 });
  expect(await openssl.requestNames(stored!.csr)).toEqual(names);
});
