// Another installation: its own questions, a choice of ways to check the names, and troubles mended in the customer area.
import { configured } from '../support/site.ts';
import { expect } from '../support/test.ts';
import { OTHER_ANSWERS, anOrder } from '../support/orders.ts';
import type { Tour, Visit } from './tour.ts';

const ORDER = anOrder({ method: 'DNS', answers: OTHER_ANSWERS });

async function answersQuestions({ form, look }: Visit): Promise<void> {
  await form.questions.isShown();
  await look('questions, as it opens');
  await form.questions.continue();
  await expect(form.questions.errors).toBeVisible();
  await look('questions, with an error');
  await form.fill('questions', { ...ORDER, answers: { 'Project note': 'Shop', 'Server software': 'nginx' } });
  await form.questions.continue();
  await expect(form.questions.errors).toBeVisible();
  await look('questions, all of them with an error');
  await form.complete('questions', ORDER);
}

async function choosesWay({ form, look }: Visit): Promise<void> {
  await form.validation.isShown();
  await form.validation.method('DNS').waitFor();
  await look('validation, a choice of ways');
  await form.validation.method('E-mail').check();
  await form.validation.continue();
  await expect(form.validation.errors).toBeVisible();
  await look('validation, by mail, with errors');
  await form.complete('validation', ORDER);
  await form.review.isQuoted();
}

async function go(visit: Visit): Promise<void> {
  const { form, page, context, sandbox, look } = visit;
  await configured(context, {
    operator: 'Example Hosting',
    links: { panel: 'https://panel.example.com/', terms: 'https://example.com/terms' },
  });
  await form.walkTo('key', ORDER);
  await form.fill('key', ORDER);
  await form.key.continue();
  await sandbox.faults([{ fault: 'captcha', times: 1 }, { fault: 'payer_incomplete', times: 1 }]);
  await form.logIn.logIn();
  await expect(form.contacts.panelLink).toBeVisible();
  await look('log-in, refused with a way out');
  await form.logIn.logIn();
  await form.complete('contacts', ORDER);
  await answersQuestions(visit);
  await choosesWay(visit);
  await form.pay();
  await expect(form.review.panelLink).toBeVisible();
  await look('review, the payer is not complete');
  await sandbox.faults([{ fault: 'limit', func: 'basket', times: 1 }]);
  await page.reload();
  await form.logIn.logIn();
  await expect(form.review.panelLink).toBeVisible();
  await look('review, a limit is reached');
  await sandbox.faults([]);
  await form.review.tryAgain.click();
  await form.pay();
  await form.done.machine('DNS record').waitFor();
  await look('done, with the record');
}

export const OTHER_TOUR: Tour = {
  name: 'another installation',
  options: { profile: 'other', issueAfter: 3_600 },
  go,
};
