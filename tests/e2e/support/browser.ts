// A browser of its own process and profile, to be killed and started again: the profile outlives it, as on a customer's machine.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, type LaunchOptions, chromium } from '@playwright/test';
import { Form } from '../pages/form.ts';
import { Egress } from './egress.ts';
import { PolicyWatch } from './policy.ts';
import { filesHold } from './profile.ts';
import type { Sandbox } from './sandbox.ts';
import type { Wire } from './wire.ts';

/**
 * Whom Chromium itself calls in a profile that is kept: no such host for it. What a page sends there is seen all the same, and its
 * policy is in the way.
 */
const MAKERS_HOSTS = ['update.googleapis.com', 'accounts.google.com', 'passwordsleakcheck-pa.googleapis.com'];

const NO_MAKER = MAKERS_HOSTS.map((host) => `MAP ${host} ~NOTFOUND`).join();

/** One run of the browser. */
interface Run {
  context: BrowserContext;
  form: Form;
  egress: Egress;
  policy: PolicyWatch;
}

export class OwnBrowser {
  private readonly runs: Run[] = [];

  private constructor(
    private readonly profile: string,
    private readonly launch: LaunchOptions,
    private readonly sandbox: Sandbox,
    private readonly wire: Wire,
  ) {}

  /** One that has never been started. */
  static async install(launch: LaunchOptions, sandbox: Sandbox, wire: Wire): Promise<OwnBrowser> {
    return new OwnBrowser(await mkdtemp(join(tmpdir(), 'cert-order-browser-')), launch, sandbox, wire);
  }

  /** Starts it; gives the form in its first page. `prepare` comes before the page has loaded anything. */
  async start(prepare: (context: BrowserContext) => Promise<void> = async () => {}): Promise<Form> {
    const context = await chromium.launchPersistentContext(this.profile, {
      ...this.launch,
      args: [...(this.launch.args ?? []), `--host-resolver-rules=${NO_MAKER}`],
      baseURL: `${this.sandbox.url}/`,
      proxy: { server: this.wire.address, bypass: MAKERS_HOSTS.join() },
      locale: 'en-US',
    });
    const egress = await Egress.watch(context, this.wire, this.sandbox);
    const policy = await PolicyWatch.begin(context);
    await prepare(context);
    const form = new Form(await context.newPage());
    this.runs.push({ context, form, egress, policy });
    return form;
  }

  /** Ends the browser's process at once: no page can save or send anything more. */
  async kill(): Promise<void> {
    const { context } = this.runs.at(-1)!;
    const session = await context.browser()!.newBrowserCDPSession();
    const { processInfo } = await session.send('SystemInfo.getProcessInfo');
    const { id } = processInfo.find(({ type }) => type === 'browser')!;
    const closed = context.waitForEvent('close', { timeout: 10_000 });
    process.kill(id, 'SIGKILL');
    await closed;
  }

  /** Which of these octets lie in the files of the profile, by their names. */
  filesHold(needles: Record<string, Buffer>): Promise<string[]> {
    return filesHold(this.profile, needles);
  }

  /** The private keys that its pages have made or downloaded: PKCS #8. */
  get madeKeys(): Buffer[] {
    return this.runs.flatMap(({ egress }) => egress.madeKeys);
  }

  /** Closes it, as customers do. */
  async close(): Promise<void> {
    await this.runs.at(-1)!.context.close();
  }

  /** Closes it and removes the profile; gives what left it that should not have, and what its pages complained of. */
  async findings(): Promise<string[]> {
    const { context, form } = this.runs.at(-1)!;
    await form.page.goto('about:blank');
    const found = this.runs.flatMap(({ policy }) => policy.findings());
    for (const { egress } of this.runs) found.push(...(await egress.findings()));
    await context.close();
    return found;
  }

  /** Removes it. */
  async remove(): Promise<void> {
    for (const { context } of this.runs) await context.close().catch(() => {});
    await rm(this.profile, { recursive: true, force: true, maxRetries: 5 });
  }
}
