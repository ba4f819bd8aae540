// Real web servers with the files that scripts/headers writes: nginx and Caddy, each on a free port of this machine.
import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readFile, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { ROOT, SITE } from './paths.ts';

const run = promisify(execFile);

export type Server = 'nginx' | 'caddy';

/** Debian keeps nginx where only root's PATH leads, and its module for Brotli apart. */
const NGINX = process.env.NGINX ?? '/usr/sbin/nginx';
const BROTLI = process.env.NGINX_BROTLI ?? '/usr/lib/nginx/modules/ngx_http_brotli_static_module.so';
const CADDY = process.env.CADDY ?? 'caddy';

export interface HostOptions {
  config: Record<string, unknown>;
  /** Where the panel answers, if the form calls it through this server. */
  panel?: string;
  /** Below what the form lies: `/`, or a path such as `/shop/order/`. */
  path?: string;
  /** Where to listen, if that was known before. */
  port?: number;
  /** Another folder than the built site. */
  site?: string;
  /** A change to the file that scripts/headers wrote. */
  change?: (text: string) => string;
}

/** A port that nothing listens on. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

/** Waits until something accepts connections there; the process ends before that if it cannot. */
async function accepts(url: string, child: ChildProcess, said: () => string): Promise<void> {
  for (;;) {
    if (child.exitCode !== null) throw new Error(`the server ended with ${child.exitCode}: ${said()}`);
    const answered = await fetch(url, { signal: AbortSignal.timeout(1_000) }).then(() => true, () => false);
    if (answered) return;
    await new Promise((resolve) => setImmediate(resolve));
  }
}

export class Host {
  private constructor(
    private readonly folder: string,
    private readonly child: ChildProcess,
    /** `http://127.0.0.1:PORT` */
    readonly origin: string,
    /** The address of the form. */
    readonly url: string,
  ) {}

  /** Starts the site behind a server. */
  static site(server: Server, options: HostOptions): Promise<Host> {
    return Host.start(server, server === 'nginx' ? 'nginx.conf' : 'Caddyfile', options);
  }

  /** Starts the CORS recipe: a billing system behind a server of its own, which lets the form at `caller` call it. */
  static async billing(server: Server, backend: string, caller: string): Promise<Host> {
    const options = { config: { billing_url: '/billmgr' } };
    return Host.start(server, server === 'nginx' ? 'nginx-cors.conf' : 'Caddyfile-cors', options, { backend, caller });
  }

  private static async start(
    server: Server,
    file: string,
    { config, panel = 'http://127.0.0.1:1/billmgr', path = '/', port, site = SITE, change = (text) => text }: HostOptions,
    cors?: { backend: string; caller: string },
  ): Promise<Host> {
    const folder = await mkdtemp(join(tmpdir(), `cert-order-${server}-`));
    const origin = `http://127.0.0.1:${port ?? (await freePort())}`;
    // The site with the operator's file, which is changed in place and so has no compressed copies of its own.
    await mkdir(join(folder, 'site'));
    for (const name of await readdir(site)) {
      if (!name.startsWith('config.json')) await symlink(join(site, name), join(folder, 'site', name));
    }
    for (const ending of ['.br', '.gz']) await writeFile(join(folder, `site/config.json${ending}`), 'an old copy');
    await writeFile(join(folder, 'site/config.json'), JSON.stringify(config));
    const own = cors
      ? [cors.caller, `${origin}/billmgr`, cors.backend]
      : [origin, panel, 'http://127.0.0.1:1'];
    const flags = ['--origin', own[0]!, '--panel', own[1]!, '--backend', own[2]!, '--path', path];
    const written = ['--root', join(folder, 'site'), '--out', folder, join(folder, 'site/config.json')];
    await run(join(ROOT, 'scripts/headers'), [...flags, ...written]);
    const text = change(await readFile(join(folder, file), 'utf8'));
    // Caddy's administration would listen on a port that others may have.
    await writeFile(join(folder, 'server.conf'), server === 'caddy' ? `{\n\tadmin off\n}\n${text}` : text);
    const child = server === 'nginx' ? await startNginx(folder) : startCaddy(folder);
    let said = '';
    child.stderr!.on('data', (chunk) => (said += chunk));
    const host = new Host(folder, child, origin, `${origin}${path}`);
    await accepts(origin, child, () => said);
    return host;
  }

  async stop(): Promise<void> {
    if (this.child.exitCode === null) {
      const ended = once(this.child, 'exit');
      this.child.kill('SIGTERM');
      await ended;
    }
    await rm(this.folder, { recursive: true, force: true });
  }
}

/** nginx as an administrator runs it, but in a folder of its own. */
async function startNginx(folder: string): Promise<ChildProcess> {
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'];
  for (const name of temporary) await mkdir(join(folder, name));
  const main = `load_module ${BROTLI};
daemon off;
pid ${folder}/nginx.pid;
error_log stderr warn;
worker_processes 1;
${process.getuid?.() === 0 ? 'user root;' : ''}
events {}
http {
    include /etc/nginx/mime.types;
${temporary.map((name) => `    ${name}_temp_path ${folder}/${name};`).join('\n')}
    include ${folder}/server.conf;
}
`;
  await writeFile(join(folder, 'main.conf'), main);
  return spawn(NGINX, ['-e', 'stderr', '-p', folder, '-c', join(folder, 'main.conf')], { stdio: ['ignore', 'ignore', 'pipe'] });
}

function startCaddy(folder: string): ChildProcess {
  // Its own data would land in the home folder.
  const env = { ...process.env, XDG_DATA_HOME: folder, XDG_CONFIG_HOME: folder };
  return spawn(CADDY, ['run', '--adapter', 'caddyfile', '--config', join(folder, 'server.conf')], {
    env,
    cwd: dirname(folder),
    stdio: ['ignore', 'ignore', 'pipe'],
  });
}
