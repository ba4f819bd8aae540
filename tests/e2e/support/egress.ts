// What left the browser, from before the first page until the end of the test, and what of it must not have.
import { createPrivateKey } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { BrowserContext, Download, Page, WebSocket } from '@playwright/test';
import { DEMO, ONE_TIME_CODE, OTHER_PASSPHRASE, PASSPHRASE, TRIAL } from './orders.ts';
import type { Sandbox } from './sandbox.ts';
import { type Needle, leaksIn, needlesOf } from './secrets.ts';
import type { Wire } from './wire.ts';

/** The passphrases of private keys, which belong nowhere, as they are and as forms and addresses write them. */
const PASSPHRASES = [PASSPHRASE, OTHER_PASSPHRASE].flatMap((text) => [
  text,
  encodeURIComponent(text),
  text.replaceAll(' ', '+'),
]);

/** A part of something that was sent. */
interface Part {
  place: 'url' | 'headers' | 'body';
  text: string;
  /** What it belongs to, for messages. */
  of: string;
  isBillingPost: boolean;
}

/** Records what leaves a browser context. */
export class Egress {
  private readonly keys = new Map<string, Needle[]>();
  private readonly asked = new Set<string>();
  private readonly parts: Part[] = [];
  private readonly pending: Promise<unknown>[] = [];
  /** The site's own, and that of a billing system elsewhere. */
  private readonly origins: Set<string>;

  private constructor(
    private readonly wire: Wire,
    private readonly sandbox: Sandbox,
  ) {
    this.origins = new Set([sandbox.url]);
  }

  /** Begins before the context has a page. */
  static async watch(context: BrowserContext, wire: Wire, sandbox: Sandbox): Promise<Egress> {
    const egress = new Egress(wire, sandbox);
    await context.exposeBinding('__keyWasMade', (_, pkcs8: string) => egress.addKey(Buffer.from(pkcs8, 'base64')));
    await context.addInitScript(reportMadeKeys);
    context.on('request', (request) => {
      // Also those that a test answers itself, which never reach the wire.
      egress.asked.add(request.url());
      egress.note(
        `${request.method()} ${request.url()}`,
        request.url(),
        '',
        request.postDataBuffer()?.toString('latin1') ?? '',
        request.method(),
      );
    });
    context.on('page', (page) => egress.watchPage(page));
    return egress;
  }

  /** The billing system is on this origin too. */
  allow(origin: string): void {
    this.origins.add(origin);
  }

  private watchPage(page: Page): void {
    page.on('websocket', (socket: WebSocket) => {
      const of = `WebSocket ${socket.url()}`;
      this.asked.add(socket.url());
      this.note(of, socket.url(), '', '', 'WEBSOCKET');
      socket.on('framesent', ({ payload }) => this.note(of, '', '', payload.toString('latin1'), 'WEBSOCKET'));
    });
    page.on('download', (download: Download) => this.pending.push(this.readDownload(download)));
  }

  private async readDownload(download: Download): Promise<void> {
    const text = await readFile(await download.path(), 'utf8');
    // An encrypted key was made in a page, which has reported it.
    if (text.includes('-----BEGIN PRIVATE KEY')) this.addKey(createPrivateKey(text).export({ format: 'der', type: 'pkcs8' }));
  }

  /** From now on this key is looked for in everything sent, before and after. */
  addKey(pkcs8: Buffer): void {
    this.keys.set(pkcs8.toString('base64'), needlesOf(pkcs8));
  }

  private note(of: string, url: string, headers: string, body: string, method: string): void {
    const isBillingPost = this.isBillingPost(method, url);
    const add = (place: Part['place'], text: string) =>
      this.parts.push({ place, text, of: of.slice(0, 120), isBillingPost });
    add('url', url);
    add('headers', headers);
    add('body', body);
  }

  private isBillingPost(method: string, url: string): boolean {
    return method === 'POST' && [...this.origins].some((origin) => url === `${origin}/billmgr`);
  }

  /** The private keys that were made or downloaded: PKCS #8. */
  get madeKeys(): Buffer[] {
    return [...this.keys.keys()].map((text) => Buffer.from(text, 'base64'));
  }

  /** How many private keys were made or downloaded. */
  get keyCount(): number {
    return this.keys.size;
  }

  /** Everything sent so far that should not have been, in words; empty when all is well. */
  async findings(): Promise<string[]> {
    await Promise.all(this.pending);
    const all = [...this.parts];
    for (const { method, url, headers, body } of this.wire.sent) {
      const isBillingPost = this.isBillingPost(method, url);
      const of = `${method} ${url}`.slice(0, 120);
      const texts = { url, headers, body: body.toString('latin1') };
      for (const place of ['url', 'headers', 'body'] as const)
        all.push({ place, text: texts[place], of, isBillingPost });
    }
    return [
      ...new Set([
        ...this.foreign(),
        ...this.leakedKeys(all),
        ...this.leakedSecrets(all),
        ...(await this.seenBySandbox()),
      ]),
    ];
  }

  /** Requests to another origin than the site's and the billing system's. */
  private foreign(): string[] {
    const tunnels = this.wire.sent.map(({ url }) => url.replace(/^tunnel:/, 'http:'));
    const urls = [...this.asked, ...tunnels].map((url) => url.replace(/^ws(s?):/, 'http$1:'));
    const outside = urls.filter((url) => /^https?:/.test(url) && !this.origins.has(new URL(url).origin));
    return outside.map((url) => `a request to another origin: ${new URL(url).origin}`);
  }

  private leakedKeys(parts: Part[]): string[] {
    const needles = [...this.keys.values()].flat();
    return parts.flatMap(({ place, text, of }) =>
      leaksIn(text, needles).map((form) => `${form} in the ${place} of ${of}`),
    );
  }

  /** Password and session ids anywhere but in the body of a POST to the billing system; passphrases anywhere. */
  private leakedSecrets(parts: Part[]): string[] {
    const secrets = [DEMO.password, TRIAL.password, ONE_TIME_CODE, ...this.sessions()];
    const outside = parts.filter(({ place, isBillingPost }) => !(place === 'body' && isBillingPost));
    const holding = outside.filter(({ text }) => secrets.some((secret) => text.includes(secret)));
    const passphrases = parts.filter(({ text }) => PASSPHRASES.some((form) => text.includes(form)));
    return [
      ...holding.map(({ place, of }) => `a password or session id in the ${place} of ${of}`),
      ...passphrases.map(({ place, of }) => `a passphrase in the ${place} of ${of}`),
    ];
  }

  /** The session ids that the billing system gave out. */
  private sessions(): string[] {
    const bodies = this.wire.received.filter(({ url }) => url.endsWith('/billmgr')).map(({ body }) => body.toString());
    return bodies.flatMap((body) =>
      [...body.matchAll(/"auth":\s*\{[^}]*"\$id":\s*"([^"]+)"/g)].flatMap((match) => match[1] ?? []),
    );
  }

  private async seenBySandbox(): Promise<string[]> {
    const count = this.sandbox.isUp ? await this.sandbox.violations() : 0;
    return count > 0 ? [`the sandbox saw ${count} private keys`] : [];
  }
}

/** In the page: reports every private key it makes, whether it is downloaded or not. Changes nothing the page can see. */
function reportMadeKeys(): void {
  // The empty document before the first page is no secure context and has none.
  if (!('SubtleCrypto' in globalThis)) return;
  const { generateKey, exportKey } = SubtleCrypto.prototype;
  SubtleCrypto.prototype.generateKey = function (this: SubtleCrypto, ...args: Parameters<typeof generateKey>) {
    const made = generateKey.apply(this, args) as Promise<CryptoKey | CryptoKeyPair>;
    const report = async (pair: CryptoKey | CryptoKeyPair) => {
      if (!('privateKey' in pair) || !pair.privateKey.extractable) return;
      const pkcs8 = new Uint8Array((await exportKey.call(this, 'pkcs8', pair.privateKey)) as ArrayBuffer);
      const tell = (globalThis as unknown as { __keyWasMade: (text: string) => void }).__keyWasMade;
      tell(btoa(String.fromCharCode(...pkcs8)));
    };
    void made.then(report, () => {});
    return made;
  } as typeof generateKey;
}
