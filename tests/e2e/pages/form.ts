// The whole form: one object per page, and the way from the first to the last.
import { type Page, expect } from '@playwright/test';
import { type Order, asksOrganization } from '../support/orders.ts';
import { ContactsPage } from './contacts.ts';
import { DonePage } from './done.ts';
import { KeyPage } from './key.ts';
import { LogInPage } from './log-in.ts';
import { OrganizationPage } from './organization.ts';
import { PackagePage } from './package.ts';
import { QuestionsPage } from './questions.ts';
import { RequestPage } from './request.ts';
import { ReviewPage } from './review.ts';
import { SubjectPage } from './subject.ts';
import { ValidationPage } from './validation.ts';

export type StepName =
  | 'package'
  | 'request'
  | 'subject'
  | 'key'
  | 'contacts'
  | 'questions'
  | 'organization'
  | 'validation'
  | 'review'
  | 'done';

export class Form {
  readonly package: PackagePage;
  readonly request: RequestPage;
  readonly subject: SubjectPage;
  readonly key: KeyPage;
  readonly logIn: LogInPage;
  readonly contacts: ContactsPage;
  readonly questions: QuestionsPage;
  readonly organization: OrganizationPage;
  readonly validation: ValidationPage;
  readonly review: ReviewPage;
  readonly done: DonePage;

  constructor(readonly page: Page) {
    this.package = new PackagePage(page);
    this.request = new RequestPage(page);
    this.subject = new SubjectPage(page);
    this.key = new KeyPage(page);
    this.logIn = new LogInPage(page);
    this.contacts = new ContactsPage(page);
    this.questions = new QuestionsPage(page);
    this.organization = new OrganizationPage(page);
    this.validation = new ValidationPage(page);
    this.review = new ReviewPage(page);
    this.done = new DonePage(page);
  }

  async open(hash = ''): Promise<void> {
    await this.page.goto(`./${hash}`);
  }

  /** The pages of an order: "organization" only where the package asks for it, "questions" where there are answers. */
  static stepsOf(order: Order): StepName[] {
    const all: StepName[] = [
      'package',
      'request',
      'subject',
      'key',
      'contacts',
      'questions',
      'organization',
      'validation',
      'review',
      'done',
    ];
    const isLeftOut = (step: StepName) =>
      (step === 'organization' && !asksOrganization(order)) ||
      (step === 'questions' && Object.keys(order.answers).length === 0);
    return all.filter((step) => !isLeftOut(step));
  }

  /** Opens the form and goes on until `step` is shown, every page before it filled in and complete. */
  async walkTo(step: StepName, order: Order): Promise<void> {
    await this.open();
    await this.walkOn('package', step, order);
  }

  /** From `from`, which is shown, to `to`. */
  async walkOn(from: StepName, to: StepName, order: Order): Promise<void> {
    const steps = Form.stepsOf(order);
    for (const step of steps.slice(steps.indexOf(from), steps.indexOf(to))) await this.complete(step, order);
    if (to === 'key') await this.key.isReady();
    else if (to === 'review') await this.review.isQuoted();
    else if (to === 'contacts') await this.contacts.isShown();
    else await this[to].isShown();
  }

  /** Fills in the page `step`, which is about to be shown, and presses its button. */
  async complete(step: StepName, order: Order): Promise<void> {
    if (step === 'review') return this.pay();
    await this.fill(step, order);
    await this[step].continue();
    // The log-in stands in the place of the contacts.
    if (step === 'key') await this.logIn.logIn();
  }

  /** Fills in the page `step`. */
  async fill(step: StepName, order: Order): Promise<void> {
    if (step === 'key') await this.key.isReady();
    else await this[step].isShown();
    if (step === 'key') await this.key.save();
    else if (step !== 'request' && step !== 'review' && step !== 'done') await this[step].fill(order);
  }

  async pay(): Promise<void> {
    await this.review.isQuoted();
    await this.review.orderButton.click();
  }

  /** Presses a button, and again the one of the same name in the dialog that asks. */
  async confirm(name: string): Promise<void> {
    await this.page.getByRole('button', { name, exact: true }).click();
    await this.page.getByRole('dialog').getByRole('button', { name, exact: true }).click();
  }

  /** The customer is logged in. */
  async knowsCustomer(): Promise<void> {
    await expect(this.page.getByText('Ordering as Dana Demo')).toBeVisible();
  }
}
