// Two tabs of one browser share one draft: only one of them goes on with it, and nothing is written over in silence.
import { Form } from '../pages/form.ts';
import { anOrder } from '../support/orders.ts';
import { expect, test } from '../support/test.ts';
import { storedDraft } from '../support/typed.ts';

const ELSEWHERE = 'This order is open in another tab';

test('a second tab is told, takes over what was typed, and the first one stops', async ({ form, page, context }) => {
  await form.walkTo('subject', anOrder());
  await form.subject.field('city').fill('Ithaca');
  const other = await context.newPage();
  const second = new Form(other);
  await second.open('#/subject');
  await expect(other.getByRole('heading', { level: 1 })).toHaveText(ELSEWHERE);
  await form.subject.field('city').fill('New York');
  await expect.poll(() => storedDraft(page)).toContain('New York');

  await other.getByRole('button', { name: 'Take over here' }).click();
  await second.subject.isShown();
  await expect(second.subject.field('city')).toHaveValue('New York');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(ELSEWHERE);
  await second.subject.field('city').fill('Boston');
  await expect.poll(() => storedDraft(other)).toContain('Boston');

  await page.getByRole('button', { name: 'Take over here' }).click();
  await form.subject.isShown();
  await expect(form.subject.field('city')).toHaveValue('Boston');
  await expect(other.getByRole('heading', { level: 1 })).toHaveText(ELSEWHERE);
});

test('without Web Locks the tab that did not write last is stopped instead of writing over the other', async ({
  form,
  page,
  context,
}) => {
  await context.addInitScript(() => Object.defineProperty(Navigator.prototype, 'locks', { value: undefined }));
  await form.walkTo('subject', anOrder());
  const other = await context.newPage();
  const second = new Form(other);
  await second.open('#/subject');
  await second.subject.isShown();
  await second.subject.field('city').fill('Boston');
  await expect.poll(() => storedDraft(other)).toContain('Boston');
  await form.subject.field('city').fill('New York');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(ELSEWHERE);
  expect(await storedDraft(page)).toContain('Boston');
});

test('what is typed quickly survives a reload at once', async ({ form, page }) => {
  await form.walkTo('subject', anOrder());
  const text = 'A company with quite a long name, typed faster than any disk can write it down';
  await form.subject.field('company').pressSequentially(text);
  await page.reload();
  await form.subject.isShown();
  await expect(form.subject.field('company')).toHaveValue(text);
});
