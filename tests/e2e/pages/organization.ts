import type { Locator } from '@playwright/test';
import type { Order } from '../support/orders.ts';
import { StepPage } from './step.ts';

export class OrganizationPage extends StepPage {
  readonly slug = 'organization';
  readonly title = 'Organization name';

  get country(): Locator {
    return this.page.getByRole('combobox', { name: 'Country' });
  }

  async fill({ organization }: Order): Promise<void> {
    await this.page.getByLabel('Name', { exact: true }).fill(organization.name);
    await this.chooseCountry(this.country, organization.country);
    await this.page.getByLabel('Province/state').fill(organization.state);
    await this.page.getByLabel('City').fill(organization.city);
    await this.fillMore(this.page.getByLabel(/^ZIP code/), organization.postcode);
    await this.page.getByLabel('Address', { exact: true }).fill(organization.address);
    await this.page.getByLabel('Phone number').fill(organization.phone);
  }
}
