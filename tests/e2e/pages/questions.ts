import type { Locator } from '@playwright/test';
import type { Order } from '../support/orders.ts';
import { StepPage } from './step.ts';

export class QuestionsPage extends StepPage {
  readonly slug = 'questions';
  readonly title = 'Additional questions';

  /** The control of a question, by how the billing system words it. */
  answer(question: string): Locator {
    return this.page.getByRole('main').getByLabel(question);
  }

  /** Some questions come only when those before them are answered. */
  async fill({ answers }: Order): Promise<void> {
    for (const [question, answer] of Object.entries(answers)) {
      const control = this.answer(question);
      if ((await control.count()) === 0) await this.continue();
      if (typeof answer === 'boolean') await control.setChecked(answer);
      else if (await control.evaluate((element) => element.tagName === 'SELECT')) await control.selectOption(answer);
      else await control.fill(answer);
    }
  }
}
