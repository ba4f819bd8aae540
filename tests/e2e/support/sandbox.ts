// One sandbox billing system: a real process with a database of its own, started, killed and started again by a test.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { SANDBOX, SITE } from './paths.ts';

/** A stored order as `GET /sandbox/orders` gives it; amounts in cents. */
export interface StoredOrder {
  id: number;
  csr: string;
  crt_type: string;
  subject: Record<
    'country' | 'state' | 'locality' | 'organization' | 'organizational_unit' | 'common_name' | 'email',
    string
  >;
  names: string[];
  approvers: string[];
  contacts: Record<'adm' | 'tech', Record<'fname' | 'lname' | 'jtitle' | 'email' | 'phone', string>>;
  organization: Record<string, string> | null;
  package: number;
  period: number;
  certificate: string | null;
  state: string;
  promocode: string | null;
  billorder: number;
  price: {
    currency: string;
    setup_minor: number;
    full_minor: number;
    discount_minor: number;
    tax_minor: number;
    total_minor: number;
  };
  payments: { id: number; amount_minor: number; currency: string; status: number; method: number }[];
  approver_method: string;
  /** What the installation's own fields were answered. */
  answers: Record<string, string>;
  /** Where it lies in the new cart. */
  cart?: string;
}

/** A switch of the sandbox for a fault of real installations; its README lists them. */
export interface Fault {
  fault: string;
  func?: string;
  button?: string;
  submits?: boolean;
  skip?: number;
  times?: number;
  millis?: number;
  text?: string;
  skip_polls?: number;
}

export interface SandboxOptions {
  /** The folder of the site. */
  site?: string;
  /** Keep the database in a file, so that it outlives the process. */
  onDisk?: boolean;
  /** Seconds per change of state of a certificate. */
  issueAfter?: number;
  /** Which installation it stands for. */
  profile?: 'standard' | 'other';
  /** So many further customers, `load001` and so on. */
  customers?: number;
  /** Faults that are on from the start. */
  faults?: Fault[];
  /** Another origin that the site's policy lets its pages call. */
  connectSrc?: string;
}

export class Sandbox {
  private child: ChildProcess | null = null;
  private address = '127.0.0.1:0';

  private constructor(
    private readonly folder: string,
    private readonly options: SandboxOptions,
  ) {}

  /** Starts one on a free port. */
  static async start(options: SandboxOptions = {}): Promise<Sandbox> {
    const sandbox = new Sandbox(await mkdtemp(join(tmpdir(), 'cert-order-e2e-')), options);
    await sandbox.up();
    return sandbox;
  }

  /** `http://127.0.0.1:PORT` */
  get url(): string {
    return `http://${this.address}`;
  }

  /** Starts the process, the second time on the port it had. */
  async up(): Promise<void> {
    const { site = SITE, onDisk = false, issueAfter = 0, profile = 'standard', customers = 0 } = this.options;
    const database = onDisk ? join(this.folder, 'sandbox.db') : ':memory:';
    const args = [
      '--listen',
      this.address,
      '--site',
      site,
      '--database',
      database,
      '--issue-after',
      String(issueAfter),
      '--profile',
      profile,
      '--customers',
      String(customers),
      ...(this.options.faults ?? []).flatMap((fault) => ['--fault', JSON.stringify(fault)]),
      ...(this.options.connectSrc ? ['--connect-src', this.options.connectSrc] : []),
    ];
    const child = spawn(SANDBOX, args, { stdio: ['ignore', 'pipe', 'pipe'] });
    this.child = child;
    child.stderr.resume();
    const failed = once(child, 'error').then(([error]) => Promise.reject(error));
    const exited = once(child, 'exit').then(([code]) => Promise.reject(new Error(`the sandbox ended with ${code}`)));
    const announced = once(createInterface(child.stdout), 'line');
    const [line] = await Promise.race([announced, failed, exited]);
    exited.catch(() => {});
    failed.catch(() => {});
    const address = /http:\/\/([\d.]+:\d+)\//.exec(String(line))?.[1];
    if (!address) throw new Error(`the sandbox does not say where it listens: ${line}`);
    this.address = address;
  }

  /** Ends the process at once, as a power cut would. */
  async kill(): Promise<void> {
    const child = this.child;
    this.child = null;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const exited = once(child, 'exit');
    child.kill('SIGKILL');
    await exited;
  }

  /** Ends the process and removes its files. */
  async stop(): Promise<void> {
    await this.kill();
    await rm(this.folder, { recursive: true, force: true });
  }

  get isUp(): boolean {
    return this.child !== null;
  }

  orders(): Promise<StoredOrder[]> {
    return this.get('orders');
  }

  /** A customer's balance in cents, the demo customer's if none is named. */
  async balance(name = 'demo'): Promise<number> {
    const all = await this.get<{ login: string; balance_minor: number }[]>('balance');
    return all.find(({ login }) => login === name)?.balance_minor ?? NaN;
  }

  /** Switches these faults on and all others off. */
  async faults(faults: Fault[]): Promise<void> {
    await this.ask('faults', { method: 'POST', body: JSON.stringify({ faults }) });
  }

  /** How often each fault has bitten that is on. */
  async bitten(): Promise<number[]> {
    const { faults } = await this.get<{ faults: { bitten: number }[] }>('faults');
    return faults.map(({ bitten }) => bitten);
  }

  /** How many private keys the sandbox saw. */
  async violations(): Promise<number> {
    return (await this.get<{ count: number }>('violations')).count;
  }

  /** The test CA's own certificate in PEM. */
  async authority(): Promise<string> {
    return (await this.ask('ca.pem')).text();
  }

  /** Ends all sessions, as if an hour had passed. */
  async expireSessions(): Promise<void> {
    await this.ask('session/expire', { method: 'POST' });
  }

  /** Certificates change their state after this long from now on. */
  async issueAfter(ms: number): Promise<void> {
    await this.ask('timer', { method: 'POST', body: JSON.stringify({ issue_after_ms: ms }) });
  }

  private async get<T>(path: string): Promise<T> {
    return (await this.ask(path)).json() as Promise<T>;
  }

  private async ask(path: string, init?: RequestInit): Promise<Response> {
    const response = await fetch(`${this.url}/sandbox/${path}`, init);
    if (!response.ok) throw new Error(`/sandbox/${path} answered ${response.status}`);
    return response;
  }
}
