// What was said once is not asked again: it stands there, says where it comes from, and can be taken back.
import { ANN, PACKAGES, anOrder } from '../support/orders.ts';
import { expect, test } from '../support/test.ts';
import { reload } from '../support/typed.ts';
import { calls, whileHeld } from '../tours/tour.ts';

test('a code that comes late waits for the field to be left, and a whole number pasted behind it counts alone', async ({
  form,
  page,
  wire,
}) => {
  const phone = form.contacts.admin.getByLabel('Phone number');
  await whileHeld(
    wire,
    calls('certificate.order.csr'),
    () => form.walkTo('contacts', anOrder()),
    () => phone.focus(),
  );
  await form.contacts.knowsCode();
  await expect(phone).toHaveValue('');
  await phone.blur();
  await expect(phone).toHaveValue('+1 ');
  await phone.focus();
  await phone.press('End');
  await page.keyboard.insertText(ANN.phone);
  await expect(phone).toHaveValue(ANN.phone);
});

test('contacts and organization begin with what was said, and give it up for good', async ({ form, page, sandbox }) => {
  const order = anOrder({ package: PACKAGES.ov });
  await form.walkTo('contacts', order);
  const { contacts, organization } = form;
  await form.knowsCustomer();

  // The country's code.
  const phone = contacts.admin.getByLabel('Phone number');
  await expect(phone).toHaveValue('+1 ');
  await contacts.admin.getByRole('button', { name: 'Remove the country code +1' }).click();
  await expect(phone).toHaveValue('');
  await reload(page);
  await form.logIn.logIn();
  await contacts.knowsCode();
  await expect(phone).toHaveValue('');
  await contacts.admin.getByRole('button', { name: 'Begin with the country code +1' }).click();
  await expect(phone).toHaveValue('+1 ');

  // Technical support: the same person, a copy, or nobody yet.
  await contacts.fill(order);
  await expect(contacts.tech.getByRole('status').filter({ hasText: 'Ann Example' })).toContainText(
    'These details are used: Ann Example, ann@example.com.',
  );
  await contacts.techIsAdmin.uncheck();
  const first = contacts.tech.getByLabel('First name');
  await expect(first).toHaveValue(ANN.firstName);
  await expect(contacts.tech.getByText('Taken from the administrative contact:')).toContainText('First name, Last name');
  await first.fill('Ben');
  await contacts.tech.getByRole('button', { name: 'Clear these' }).click();
  await expect(contacts.tech.getByLabel('Last name')).toHaveValue('');
  await expect(first, 'what was typed stays').toHaveValue('Ben');
  await contacts.tech.getByRole('button', { name: 'Fill in again' }).click();
  await expect(contacts.tech.getByLabel('Last name')).toHaveValue(ANN.lastName);
  await expect(contacts.tech.getByRole('button', { name: 'Clear these' })).toBeFocused();
  await contacts.continue();

  // The organization.
  await organization.isShown();
  const name = page.getByLabel('Name', { exact: true });
  const taken = page.locator('.taken').filter({ hasText: 'Taken from the request:' });
  await expect(taken).toContainText('Name, Country, Province/state, City');
  await expect(name).toHaveValue(order.company);
  await expect(organization.country).toHaveValue('US – United States');
  await expect(page.getByLabel('Phone number')).toHaveValue(ANN.phone);
  await taken.getByRole('button', { name: 'Clear these' }).click();
  await expect(page.getByText('Cleared: Name, Country, Province/state, City.')).toBeVisible();
  for (const field of [name, organization.country, page.getByLabel('Province/state'), page.getByLabel('City')])
    await expect(field).toHaveValue('');
  await expect(page.getByLabel('Phone number'), 'it is from elsewhere').toHaveValue(ANN.phone);
  await reload(page);
  await form.logIn.logIn();
  await expect(name, 'also after a reload').toHaveValue('');
  await page.getByRole('button', { name: 'Fill in again' }).click();
  await expect(organization.country).toHaveValue('US – United States');
  await organization.fill({ ...order, organization: { ...order.organization, name: 'Example Holding' } });
  await organization.continue();

  // The domain's mailboxes are there to choose from.
  await form.validation.isShown();
  await expect(form.validation.approver(order.domain).getByRole('option', { name: 'admin@example.com' })).toHaveCount(1);
  await form.walkOn('validation', 'done', order);
  expect((await sandbox.orders())[0]!.organization).toMatchObject({ name: 'Example Holding', country: 'US' });
});

test.describe('where the billing system lists states', () => {
  test.use({ sandboxOptions: { faults: [{ fault: 'states' }] } });

  test('they are chosen from its list, and what is not in it is said on its page', async ({ form, page, sandbox }) => {
    const order = anOrder({ package: PACKAGES.ov, state: 'Kalifornien' });
    await form.walkTo('subject', order);
    await form.subject.fill(order);
    await form.subject.continue();
    await form.key.isReady();
    await form.key.save();
    await form.key.continue();
    await form.logIn.logIn();
    // The list is known now.
    await form.subject.isShown();
    await expect(form.subject.errors).toBeFocused();
    await expect(form.subject.errorOf('state')).toHaveText('Choose a state or province from the list');
    const state = page.getByRole('combobox', { name: 'State/province' });
    await expect(state.getByRole('option')).toHaveText(['Choose a state or province', 'California', 'New York', 'Texas']);
    await state.selectOption('California');
    await expect(form.subject.errors).toHaveCount(0);
    await form.subject.continue();
    await form.key.isReady();
    await form.key.continue();
    await form.walkOn('contacts', 'organization', order);

    const own = page.getByRole('combobox', { name: 'Province/state' });
    await expect(own, 'as the request says').toHaveValue('California');
    await form.organization.chooseCountry(form.organization.country, 'DE');
    await expect(own.getByRole('option')).toHaveText(['Choose a state or province', 'Bayern', 'Berlin', 'Thüringen']);
    await form.organization.chooseCountry(form.organization.country, 'FR');
    await expect(page.getByRole('textbox', { name: 'Province/state' })).toHaveValue('California');
    await form.organization.chooseCountry(form.organization.country, 'US');
    await own.selectOption('Texas');
    await page.getByLabel('ZIP code').fill('73301');
    await page.getByLabel('Address', { exact: true }).fill('1 Congress Avenue');
    await form.organization.continue();
    await form.walkOn('validation', 'done', order);
    const [stored] = await sandbox.orders();
    expect([stored!.subject.state, stored!.organization!.state]).toEqual(['California', 'Texas']);
  });
});
