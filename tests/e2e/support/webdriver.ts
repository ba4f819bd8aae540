// A browser by WebDriver (https://www.w3.org/TR/webdriver2/): what Chromium, Firefox and WebKit have in common.
import type { ChildProcess } from 'node:child_process';

/** So long the page may take to show what is waited for. */
export const PATIENCE_MS = 20_000;

export class WebDriver {
  protected session = '';

  constructor(
    protected readonly driver: ChildProcess,
    private readonly address: string,
  ) {}

  protected async call<T>(method: string, path: string, body?: object): Promise<T> {
    const response = await fetch(`${this.address}${path}`, {
      method,
      ...(body ? { body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } } : {}),
    });
    const { value } = (await response.json()) as { value: T & { error?: string; message?: string } };
    if (!response.ok) throw new Error(`${method} ${path.replace(this.session, '…')}: ${value.error} ${value.message}`);
    return value;
  }

  /** Opens a browser with these capabilities. */
  protected async begin(alwaysMatch: Record<string, unknown>): Promise<void> {
    const capabilities = { alwaysMatch };
    const { sessionId } = await this.call<{ sessionId: string }>('POST', '/session', { capabilities });
    this.session = `/session/${sessionId}`;
    await this.call('POST', `${this.session}/timeouts`, { script: PATIENCE_MS + 5_000 });
  }

  /** Makes the window so large, in CSS pixels. */
  async resize(width: number, height: number): Promise<void> {
    await this.call('POST', `${this.session}/window/rect`, { width, height });
  }

  /** Closes the browser. */
  async close(): Promise<void> {
    await this.call('DELETE', this.session);
    this.session = '';
  }

  async open(url: string): Promise<void> {
    await this.call('POST', `${this.session}/url`, { url });
  }

  async reload(): Promise<void> {
    await this.call('POST', `${this.session}/refresh`, {});
  }

  /** Opens another tab and goes there; gives the way back. */
  async openTab(url: string): Promise<() => Promise<void>> {
    const before = await this.call<string>('GET', `${this.session}/window`);
    const { handle } = await this.call<{ handle: string }>('POST', `${this.session}/window/new`, { type: 'tab' });
    const go = (handle: string) => this.call<void>('POST', `${this.session}/window`, { handle });
    await go(handle);
    await this.open(url);
    return () => go(before);
  }

  /** Runs a function beside the page: it sees what the page shows and stores, but can change none of its script. */
  async run<T, A extends unknown[]>(work: (...args: A) => Promise<T> | T, ...args: A): Promise<T> {
    const script = `const done = arguments[arguments.length - 1];
      const args = [...arguments].slice(0, -1);
      Promise.resolve((${work.toString()})(...args)).then((value) => done({ value }), (error) => done({ error: String(error) }));`;
    const end = await this.call<{ value?: T; error?: string }>('POST', `${this.session}/execute/async`, {
      script,
      args,
    });
    if (end.error) throw new Error(end.error);
    return end.value as T;
  }

  /** Waits until the page's main part, or another one, shows this. */
  async shows(text: string, part = 'main'): Promise<void> {
    await this.run(
      (text: string, part: string, patience: number) =>
        new Promise<void>((resolve, reject) => {
          const isThere = () => document.querySelector<HTMLElement>(part)?.innerText.includes(text);
          const look = () => {
            if (!isThere()) return;
            watch.disconnect();
            resolve();
          };
          const watch = new MutationObserver(look);
          watch.observe(document, { subtree: true, childList: true, characterData: true, attributes: true });
          setTimeout(() => reject(new Error(`"${text}" is not shown, but: ${document.body.innerText}`)), patience);
          look();
        }),
      text,
      part,
      PATIENCE_MS,
    );
  }

  /** Types into the field with this id, as a customer's keys would. */
  async fill(id: string, text: string): Promise<void> {
    const found = await this.element(`[id='${id}']`);
    await this.call('POST', `${this.session}/element/${found}/clear`, {});
    await this.call('POST', `${this.session}/element/${found}/value`, { text });
  }

  /** Chooses the option with this value. */
  async choose(id: string, value: string): Promise<void> {
    await this.click(`[id='${id}'] option[value='${value}']`);
  }

  async click(selector: string): Promise<void> {
    await this.tap(await this.element(selector));
  }

  /** Presses the first button with exactly these words; with `part`, in an element of that class which holds those words. */
  async press(words: string, part?: { is: string; holds: string }): Promise<void> {
    const within = part ? `//*[contains(@class, '${part.is}')][.//*[normalize-space(.)='${part.holds}']]` : '';
    await this.tap(await this.element(`${within}//*[self::button or self::summary][normalize-space(.)='${words}']`, 'xpath'));
  }

  /** Presses the first label that holds these words. */
  async tick(words: string): Promise<void> {
    await this.tap(await this.element(`//label[contains(normalize-space(.), '${words}')]`, 'xpath'));
  }

  /** Presses what was found. */
  protected async tap(element: string): Promise<void> {
    await this.call('POST', `${this.session}/element/${element}/click`, {});
  }

  protected async element(value: string, using: 'css selector' | 'xpath' = 'css selector'): Promise<string> {
    const found = await this.call<Record<string, string>>('POST', `${this.session}/element`, { using, value });
    return Object.values(found)[0]!;
  }
}
