// The system's Firefox by WebDriver (https://www.w3.org/TR/webdriver2/), in a profile that outlives it. Playwright drives only a
// Firefox of its own making; what customers have is this one.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { GECKODRIVER } from './paths.ts';
import { filesHold } from './profile.ts';

/** So long the page may take to show what is waited for. */
const PATIENCE_MS = 20_000;

export class Firefox {
  private session = '';

  private constructor(
    private readonly driver: ChildProcess,
    private readonly address: string,
    private readonly profile: string,
    /** Where it puts what it downloads. */
    readonly downloads: string,
  ) {}

  /** Starts the driver; {@link Firefox.start} starts the browser. */
  static async install(): Promise<Firefox> {
    const [profile, downloads] = await Promise.all(
      ['profile', 'downloads'].map((name) => mkdtemp(join(tmpdir(), `cert-order-firefox-${name}-`))),
    );
    const driver = spawn(GECKODRIVER, ['--port', '0'], { stdio: ['ignore', 'pipe', 'ignore'] });
    // Nothing is awaited in between: a line that comes before it is asked for is lost.
    for await (const line of createInterface({ input: driver.stdout! })) {
      const port = /Listening on [^:]+:(\d+)/.exec(line)?.[1];
      if (port) return new Firefox(driver, `http://127.0.0.1:${port}`, profile!, downloads!);
    }
    throw new Error('geckodriver does not listen');
  }

  private async call<T>(method: string, path: string, body?: object): Promise<T> {
    const response = await fetch(`${this.address}${path}`, {
      method,
      ...(body ? { body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } } : {}),
    });
    const { value } = (await response.json()) as { value: T & { message?: string } };
    if (!response.ok) throw new Error(`${method} ${path.replace(this.session, '…')}: ${value.message}`);
    return value;
  }

  /** Starts the browser in its profile, with these settings besides. */
  async start(settings: Record<string, number | boolean> = {}): Promise<void> {
    const prefs = {
      ...settings,
      'browser.download.folderList': 2,
      'browser.download.dir': this.downloads,
      'browser.download.alwaysOpenPanel': false,
      // The page asks before it is left with a key that is not safe; Chromium's tests have that.
      'dom.disable_beforeunload': true,
    };
    const options = { args: ['-headless', '-profile', this.profile], prefs };
    const capabilities = { alwaysMatch: { 'moz:firefoxOptions': options } };
    const { sessionId } = await this.call<{ sessionId: string }>('POST', '/session', { capabilities });
    this.session = `/session/${sessionId}`;
    await this.call('POST', `${this.session}/timeouts`, { script: PATIENCE_MS + 5_000 });
  }

  /** Closes the browser; its profile stays. */
  async close(): Promise<void> {
    await this.call('DELETE', this.session);
    this.session = '';
  }

  /** Ends everything. */
  async remove(): Promise<void> {
    if (this.session) await this.close().catch(() => {});
    this.driver.kill();
    await once(this.driver, 'exit');
    for (const folder of [this.profile, this.downloads])
      await rm(folder, { recursive: true, force: true, maxRetries: 5 });
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

  /** Waits until the page's main part shows this. */
  async shows(text: string): Promise<void> {
    await this.run(
      (text: string, patience: number) =>
        new Promise<void>((resolve, reject) => {
          const isThere = () => document.querySelector('main')?.innerText.includes(text);
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
    await this.call('POST', `${this.session}/element/${await this.element(selector)}/click`, {});
  }

  /** Presses the button with exactly these words, wherever it is. */
  async press(words: string): Promise<void> {
    const using = 'xpath';
    const value = `//*[self::button or self::summary][normalize-space(.)='${words}']`;
    const found = await this.call<Record<string, string>>('POST', `${this.session}/element`, { using, value });
    await this.call('POST', `${this.session}/element/${Object.values(found)[0]}/click`, {});
  }

  private async element(value: string): Promise<string> {
    const found = await this.call<Record<string, string>>('POST', `${this.session}/element`, {
      using: 'css selector',
      value,
    });
    return Object.values(found)[0]!;
  }

  /** Which of these octets lie in the files of the profile, by their names. */
  filesHold(needles: Record<string, Buffer>): Promise<string[]> {
    return filesHold(this.profile, needles);
  }
}
