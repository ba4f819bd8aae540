import type { Order } from '../support/orders.ts';
import { StepPage } from './step.ts';

export class OrganizationPage extends StepPage {
  readonly slug = 'organization';
  readonly title = 'Organization name';

  async fill({ organization }: Order): Promise<void> {
    await this.page.getByLabel('Name', { exact: true }).fill(organization.name);
    await this.page.getByLabel('Country').selectOption(organization.country);
    await this.page.getByLabel('Province/state').fill(organization.state);
    await this.page.getByLabel('City').fill(organization.city);
    await this.page.getByLabel('ZIP code').fill(organization.postcode);
    await this.page.getByLabel('Address', { exact: true }).fill(organization.address);
    await this.page.getByLabel('Phone number').fill(organization.phone);
  }
}
