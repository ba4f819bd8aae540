// An OV certificate: the step "organization", a setup fee, and two contacts.
import { BEN, PACKAGES, anOrder } from '../support/orders.ts';
import { expect, test } from '../support/test.ts';

test('an OV order asks for the organization, shows the setup fee and stores both', async ({ form, page, sandbox }) => {
  const order = anOrder({ package: PACKAGES.ov, months: 6, code: 'OVONLY', tech: BEN });
  await form.walkTo('organization', order);
  await expect(page.getByRole('navigation', { name: 'Steps' }).getByRole('listitem')).toHaveCount(9);
  await form.walkOn('organization', 'review', order);
  const { setup_minor, total_minor } = (await sandbox.orders())[0]!.price;
  expect(setup_minor).toBe(20_00);
  await expect(form.review.figure('Setup fee')).toHaveText('€20.00');
  await expect(form.review.figure('Total')).toHaveText(`€${(total_minor / 100).toFixed(2)}`);

  await form.pay();
  await form.done.isIssued();
  const [stored, ...others] = await sandbox.orders();
  expect(others).toEqual([]);
  expect(stored!.payments.map(({ amount_minor }) => amount_minor)).toEqual([total_minor]);
  const { phone, ...organization } = order.organization;
  expect(stored!.organization).toMatchObject(organization);
  expect(stored!.organization?.phone?.replace(/\D/g, '')).toBe(phone.replace(/\D/g, ''));
  expect(stored!.contacts.tech).toMatchObject({ fname: BEN.firstName, lname: BEN.lastName, email: BEN.email });
});
