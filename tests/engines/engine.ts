// The browsers of the machine, each by its own driver, in a home that is thrown away: Chromium, Firefox and WebKitGTK.
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { once } from 'node:events';
import { watch } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../e2e/support/host.ts';
import { CHROMIUM, GECKODRIVER } from '../e2e/support/paths.ts';
import { WebDriver } from '../e2e/support/webdriver.ts';

export const ENGINES = ['chromium', 'firefox', 'webkit'] as const;
export type EngineName = (typeof ENGINES)[number];

const CHROMEDRIVER = process.env.CHROMEDRIVER ?? 'chromedriver';
const WEBKIT_DRIVER = process.env.WEBKIT_DRIVER ?? 'WebKitWebDriver';
/** Debian's small browser around WebKitGTK. */
const ARCHITECTURE = process.arch === 'arm64' ? 'aarch64' : 'x86_64';
const MINI_BROWSER = process.env.MINI_BROWSER ?? `/usr/lib/${ARCHITECTURE}-linux-gnu/webkit2gtk-4.1/MiniBrowser`;

/** Commands and capabilities of an engine whose driver listens on `port`, with a home of its own. */
function setUp(name: EngineName, port: number, home: string): { command: string[]; capabilities: Record<string, unknown> } {
  const downloads = join(home, 'Downloads');
  if (name === 'chromium') {
    const quiet = ['--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-sync'];
    const args = ['--headless', '--no-sandbox', ...quiet, '--disable-component-update', `--user-data-dir=${home}/profile`];
    const prefs = { 'download.default_directory': downloads, 'download.prompt_for_download': false };
    const options = { ...(CHROMIUM ? { binary: CHROMIUM } : {}), args, prefs };
    return { command: [CHROMEDRIVER, `--port=${port}`], capabilities: { 'goog:chromeOptions': options } };
  }
  if (name === 'firefox') {
    const prefs = { 'browser.download.folderList': 2, 'browser.download.dir': downloads, 'dom.disable_beforeunload': true };
    return {
      command: [GECKODRIVER, '--port', String(port)],
      capabilities: { 'moz:firefoxOptions': { args: ['-headless'], prefs } },
    };
  }
  const options = { binary: MINI_BROWSER, args: ['--automation'] };
  // It has no mode without a screen. Each has one of its own: two windows on one screen would take the keyboard from each other.
  const command = ['xvfb-run', '--auto-servernum', WEBKIT_DRIVER, `--port=${port}`];
  return { command, capabilities: { 'webkitgtk:browserOptions': options } };
}

export class Engine extends WebDriver {
  private constructor(
    readonly name: EngineName,
    driver: ChildProcess,
    address: string,
    private readonly home: string,
  ) {
    super(driver, address);
  }

  static async start(name: EngineName): Promise<Engine> {
    const home = await mkdtemp(join(tmpdir(), `cert-order-${name}-`));
    await mkdir(join(home, 'Downloads'));
    // WebKitGTK asks the desktop where downloads go.
    await mkdir(join(home, '.config'));
    await writeFile(join(home, '.config/user-dirs.dirs'), 'XDG_DOWNLOAD_DIR="$HOME/Downloads"\n');
    const port = await freePort();
    const { command, capabilities } = setUp(name, port, home);
    const env = {
      ...process.env,
      HOME: home,
      XDG_CONFIG_HOME: join(home, '.config'),
      XDG_DATA_HOME: join(home, '.local'),
      XDG_CACHE_HOME: join(home, '.cache'),
      // Root has no other way to run it.
      ...(process.getuid?.() === 0 ? { WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1' } : {}),
    };
    const [program, ...args] = command;
    // A group of its own: what the driver started ends with it.
    const driver = spawn(program!, args, { stdio: 'ignore', env, detached: true });
    const engine = new Engine(name, driver, `http://127.0.0.1:${port}`, home);
    await engine.listens(driver, port);
    await engine.begin(capabilities);
    await engine.resize(1280, 1000);
    return engine;
  }

  private async listens(driver: ChildProcess, port: number): Promise<void> {
    let failure: Error | undefined;
    driver.once('error', (error) => (failure = error));
    for (;;) {
      if (failure) throw failure;
      if (driver.exitCode !== null) throw new Error(`the driver of ${this.name} ended with ${driver.exitCode}`);
      const isThere = await fetch(`http://127.0.0.1:${port}/status`).then(({ ok }) => ok, () => false);
      if (isThere) return;
      await new Promise((resolve) => setImmediate(resolve));
    }
  }

  /** As any browser's; WebKit's driver cannot press an option, so that the page is told of the choice as by a press. */
  override async choose(id: string, value: string): Promise<void> {
    if (this.name !== 'webkit') return super.choose(id, value);
    await this.run(
      (id: string, value: string) => {
        const select = document.getElementById(id) as HTMLSelectElement;
        select.value = value;
        if (select.value !== value) throw new Error(`${id} does not offer ${value}`);
        for (const name of ['input', 'change']) select.dispatchEvent(new Event(name, { bubbles: true }));
      },
      id,
      value,
    );
  }

  /** Puts a text of several lines into a field as a paste does; WebKit's driver types no line ends. */
  async paste(id: string, text: string): Promise<void> {
    await this.click(`[id='${id}']`);
    await this.run((text: string) => void document.execCommand('insertText', false, text), text);
  }

  /** As any browser's; WebKit's driver does not scroll far enough to what lies behind the bar at the foot. */
  protected override async tap(element: string): Promise<void> {
    if (this.name === 'webkit') {
      const reference = { 'element-6066-11e4-a52e-4f735466cecf': element } as unknown as Element;
      await this.run((element: Element) => element.scrollIntoView({ block: 'center', behavior: 'instant' }), reference);
    }
    await super.tap(element);
  }

  /** As any browser's, until the text is there: WebKit's driver answers while keys are still on their way. */
  override async fill(id: string, text: string): Promise<void> {
    await super.fill(id, text);
    const typed = await this.run(
      (id: string, text: string, patience: number) =>
        new Promise<string>((resolve) => {
          const field = document.getElementById(id) as HTMLInputElement;
          const look = () => field.value === text && resolve(text);
          document.addEventListener('input', look);
          // What stands there then is told by the error.
          setTimeout(() => {
            const { activeElement: at } = document;
            resolve(`${field.value}, with the focus on ${at?.tagName} ${at?.id}, ${field.isConnected ? 'here' : 'gone'}, ${document.hasFocus()}`);
          }, patience);
          look();
        }),
      id,
      text,
      5_000,
    );
    if (typed !== text) throw new Error(`${this.name} typed "${typed}" into ${id} instead of "${text}"`);
  }

  /** Chooses a file with this content. */
  async upload(id: string, name: string, content: string): Promise<void> {
    const path = join(this.home, name);
    await writeFile(path, content);
    await this.call('POST', `${this.session}/element/${await this.element(`[id='${id}']`)}/value`, { text: path });
  }

  /** Closes browser and driver, and removes its home. */
  async end(): Promise<void> {
    if (this.session) await this.close().catch(() => {});
    const ended = this.driver.exitCode === null ? once(this.driver, 'exit') : null;
    try {
      process.kill(-this.driver.pid!, 'SIGTERM');
    } catch {
      // It has ended by itself.
    }
    await ended;
    await rm(this.home, { recursive: true, force: true, maxRetries: 10 });
  }

  /** What `press` downloads, by the end of its name: browsers write it under other names first. */
  async downloadBy(wanted: RegExp, press: () => Promise<void>): Promise<{ name: string; text: string }> {
    const folder = join(this.home, 'Downloads');
    const isPart = (name: string) => /\.(part|crdownload|wkdownload)$/.test(name);
    const stop = new AbortController();
    const timer = setTimeout(() => stop.abort(), 20_000);
    const found = new Promise<string>((resolve, reject) => {
      const look = async () => {
        const names = await readdir(folder);
        const name = names.find((name) => wanted.test(name));
        if (names.some(isPart) || !name) return;
        if ((await readFile(join(folder, name))).length > 0) resolve(name);
      };
      const watcher = watch(folder, { signal: stop.signal }, () => void look().catch(reject));
      stop.signal.addEventListener('abort', () => reject(new Error(`${this.name} downloaded nothing`)));
      watcher.on('error', () => {});
    });
    await press();
    const name = await found;
    clearTimeout(timer);
    stop.abort();
    return { name, text: await readFile(join(folder, name), 'utf8') };
  }
}
