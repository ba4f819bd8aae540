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
import { WebDriver } from './webdriver.ts';

export class Firefox extends WebDriver {
  private constructor(
    driver: ChildProcess,
    address: string,
    private readonly profile: string,
    /** Where it puts what it downloads. */
    readonly downloads: string,
  ) {
    super(driver, address);
  }

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
    await this.begin({ 'moz:firefoxOptions': options });
  }

  /** Ends everything. */
  async remove(): Promise<void> {
    if (this.session) await this.close().catch(() => {});
    this.driver.kill();
    await once(this.driver, 'exit');
    for (const folder of [this.profile, this.downloads])
      await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }

  /** Which of these octets lie in the files of the profile, by their names. */
  filesHold(needles: Record<string, Buffer>): Promise<string[]> {
    return filesHold(this.profile, needles);
  }
}
