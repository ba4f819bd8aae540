import { type Locator, expect } from '@playwright/test';
import type { Order, Person } from '../support/orders.ts';
import { StepPage } from './step.ts';

export class ContactsPage extends StepPage {
  readonly slug = 'contacts';
  readonly title = 'Contact information';

  get admin(): Locator {
    return this.page.getByRole('group', { name: 'Administrative contact' });
  }

  get tech(): Locator {
    return this.page.getByRole('group', { name: 'Technical support' });
  }

  get techIsAdmin(): Locator {
    return this.page.getByLabel('Use the Administrative contact');
  }

  /** The order's form has come, and with it the code of the country. */
  async knowsCode(): Promise<void> {
    await expect(this.admin.getByText('For US: +1.')).toBeVisible();
  }

  async fillPerson(group: Locator, person: Person): Promise<void> {
    await group.getByLabel('First name').fill(person.firstName);
    await group.getByLabel('Last name').fill(person.lastName);
    await group.getByLabel('Job title').fill(person.jobTitle);
    await group.getByLabel('Email').fill(person.email);
    await group.getByLabel('Phone number').fill(person.phone);
  }

  async fill({ admin, tech }: Order): Promise<void> {
    await this.fillPerson(this.admin, admin);
    await this.techIsAdmin.setChecked(!tech);
    if (tech) await this.fillPerson(this.tech, tech);
  }
}
