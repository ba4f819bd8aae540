// The form's pages by WebDriver: what a customer types and presses from the first page to the last.
import { DEMO, type Order, PASSPHRASE } from '../e2e/support/orders.ts';
import type { Engine } from './engine.ts';

export class Journey {
  constructor(
    private readonly engine: Engine,
    private readonly site: string,
  ) {}

  /**
   * The page with these words has come and has the focus, which the form gives to each new page in the next frame. WebKit's frames
   * are slow without a graphics card, and it types key by key: what is typed before would be lost.
   */
  async comes(words: string): Promise<void> {
    await this.engine.shows(words);
    await this.engine.run(() => new Promise<void>((resolve) => requestAnimationFrame(() => resolve())));
  }

  /** To the choice of the request, for the package whose name begins so. */
  async toRequest(name = 'DV single'): Promise<void> {
    const { engine } = this;
    await engine.open(this.site);
    await engine.shows('Selecting an SSL certificate');
    await engine.shows(name);
    await engine.tick(name);
    await engine.shows('12 months');
    await engine.click("[id='period-12']");
    await engine.press('Continue');
    await this.comes('How do you want to provide the request?');
  }

  /** To the page of the key, with a key of this type. */
  async toKey(order: Order, keyType: string): Promise<void> {
    const { engine } = this;
    await this.toRequest();
    await engine.press('Continue');
    await this.comes('Names of the certificate');
    const { domain, state, city, company, country } = order;
    for (const [id, text] of Object.entries({ domain, state, city, company })) await engine.fill(id, text);
    await engine.fill('country', country);
    await engine.click(`[id='key-type-${keyType}']`);
    await engine.press('Continue');
    await this.comes('Your private key is ready');
  }

  async protect(): Promise<void> {
    await this.engine.fill('vault-passphrase', PASSPHRASE);
    await this.engine.press('Protect with this passphrase');
    await this.engine.shows('In the vault: encrypted with your passphrase');
  }

  /** From the key, or the request, past the log-in. */
  async logIn(): Promise<void> {
    const { engine } = this;
    await this.comes('User name');
    await engine.fill('user-name', DEMO.name);
    await engine.fill('password', DEMO.password);
    await engine.press('Log in');
  }

  /** From the contacts to the end, paid from the balance. */
  async toDone({ admin, approver }: Order): Promise<void> {
    const { engine } = this;
    await this.comes('Administrative contact');
    const { firstName, lastName, jobTitle, email, phone } = admin;
    const person = { 'first-name': firstName, 'last-name': lastName, 'job-title': jobTitle, email, phone };
    for (const [id, text] of Object.entries(person)) await engine.fill(`admin-${id}`, text);
    await engine.click("[id='tech-is-admin']");
    await engine.press('Continue');
    await this.comes('Confirmation email');
    await engine.choose('approver-1', approver);
    await engine.press('Continue');
    await this.comes('Total');
    await engine.click('main form .button--primary');
    // The page compares the issued certificate's key with its own.
    await engine.shows('Your certificate is issued, and it belongs to your private key.');
  }
}
