// openssl, and GnuTLS where it comes to encrypted keys, as the judges of requests, keys and certificates.
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Runs openssl on files with these contents; `{name}` in an argument stands for the file's path. Gives both outputs. */
function openssl(args: string[], files: Record<string, string>): Promise<{ stdout: string; stderr: string }> {
  return judge('openssl', args, files);
}

async function judge(
  program: string,
  args: string[],
  files: Record<string, string>,
): Promise<{ stdout: string; stderr: string }> {
  const folder = await mkdtemp(join(tmpdir(), 'cert-order-openssl-'));
  try {
    for (const [name, content] of Object.entries(files)) await writeFile(join(folder, name), content);
    return await run(
      program,
      args.map((arg) => arg.replace(/^\{(.+)\}$/, (_, name: string) => join(folder, name))),
    );
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Whether the request's signature is by its own key. */
export async function requestVerifies(csr: string): Promise<boolean> {
  const { stdout, stderr } = await openssl(['req', '-verify', '-noout', '-in', '{csr}'], { csr });
  return /verify OK/i.test(stdout + stderr);
}

/** The subject in RFC 2253 order reversed, as it stands in the request: `C=US,ST=…,CN=…`. */
export async function requestSubject(csr: string): Promise<string> {
  const { stdout } = await openssl(['req', '-noout', '-subject', '-nameopt', 'sep_comma_plus,utf8', '-in', '{csr}'], {
    csr,
  });
  return stdout.trim().replace(/^subject=\s*/, '');
}

/** The DNS names of the request's subjectAltName. */
export async function requestNames(csr: string): Promise<string[]> {
  const { stdout } = await openssl(['req', '-noout', '-text', '-in', '{csr}'], { csr });
  return [...stdout.matchAll(/DNS:([^\s,]+)/g)].flatMap((match) => match[1] ?? []);
}

export async function publicKeyOfRequest(csr: string): Promise<string> {
  return (await openssl(['req', '-noout', '-pubkey', '-in', '{csr}'], { csr })).stdout;
}

/** The public half of a private key, by the passphrase of an encrypted one. */
export async function publicKeyOfKey(key: string, passphrase = ''): Promise<string> {
  const args = ['pkey', '-pubout', '-in', '{key}', '-passin', `pass:${passphrase}`];
  return (await openssl(args, { key })).stdout;
}

/** As {@link publicKeyOfKey}, by GnuTLS. */
export async function publicKeyByCerttool(key: string, passphrase: string): Promise<string> {
  const args = ['--load-privkey', '{key}', '--pubkey-info', '--password', passphrase];
  return (await judge('certtool', args, { key })).stdout.replace(/^(?!-----BEGIN)[^]*?(?=-----BEGIN)/, '');
}

export async function publicKeyOfCertificate(certificate: string): Promise<string> {
  return (await openssl(['x509', '-noout', '-pubkey', '-in', '{certificate}'], { certificate })).stdout;
}

/** Whether the certificate was issued by the authority and is valid now. */
export async function certificateVerifies(certificate: string, authority: string): Promise<boolean> {
  const { stdout } = await openssl(['verify', '-CAfile', '{authority}', '{certificate}'], { certificate, authority });
  return /: OK$/m.test(stdout);
}

/** SHA-256 of a public key's SubjectPublicKeyInfo, as `AB:CD:…`. */
export function fingerprint(publicKeyPem: string): string {
  const spki = Buffer.from(publicKeyPem.replace(/-----[^-]+-----|\s/g, ''), 'base64');
  const hex = createHash('sha256').update(spki).digest('hex').toUpperCase();
  return hex.match(/../g)?.join(':') ?? '';
}

/** A new private key; P-256 unless the options of `openssl genpkey` say otherwise. */
export async function makeKey(...options: string[]): Promise<string> {
  const p256 = ['-algorithm', 'EC', '-pkeyopt', 'ec_paramgen_curve:P-256'];
  return (await openssl(['genpkey', ...(options.length > 0 ? options : p256)], {})).stdout;
}

/** A request by this key, as `openssl req -new` makes it with these further options. */
export async function makeRequest(key: string, subject: string, ...options: string[]): Promise<string> {
  return (await openssl(['req', '-new', '-key', '{key}', '-subj', subject, ...options], { key })).stdout;
}

/** The bytes inside PEM armour. */
export function derOf(pem: string): Buffer {
  return Buffer.from(pem.replace(/-----[^-]+-----|\s/g, ''), 'base64');
}
