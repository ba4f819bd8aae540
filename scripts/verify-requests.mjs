// Has `openssl` check the requests that the wasm tests of one browser printed (tests/browser/requests.rs).
//
//   node scripts/verify-requests.mjs BROWSER LOG [--some]     --some: fewer requests than one of each key type will do
//
// Prints a result for each key type and a last line in cargo's form, which `make test` adds up.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';

/** What `openssl req -text` says about the requests of each key type. */
const KEY_TYPES = {
  'rsa-2048': ['Public-Key: (2048 bit)', 'Signature Algorithm: sha256WithRSAEncryption'],
  'rsa-3072': ['Public-Key: (3072 bit)', 'Signature Algorithm: sha256WithRSAEncryption'],
  'rsa-4096': ['Public-Key: (4096 bit)', 'Signature Algorithm: sha256WithRSAEncryption'],
  'p-256': ['NIST CURVE: P-256', 'Signature Algorithm: ecdsa-with-SHA256'],
  'p-384': ['NIST CURVE: P-384', 'Signature Algorithm: ecdsa-with-SHA384'],
};
/** What the form asks for and the request must not carry. */
const KEPT_OUT = ['organizationalUnitName', 'emailAddress', 'email:', 'stay-out', 'must stay out'];

function fail(message) {
  throw new Error(message);
}

/** The output of `openssl` for a request; its complaints count as output, since older releases end well after a failure. */
function openssl(args, pem) {
  const { status, stdout, stderr, error } = spawnSync('openssl', args, { input: pem, encoding: 'utf8' });
  if (error || status !== 0) fail(`openssl ${args.join(' ')}: ${error ?? stderr}`);
  return stdout + stderr;
}

/** The printed requests: key type, expected subject and names, PEM. */
function printedRequests(log) {
  const blocks = log.matchAll(/^=== request of (\S+): begin\n(.*)\n([\s\S]*?)^=== request of \1: end$/gm);
  return new Map([...blocks].map(([, keyType, expected, pem]) => [keyType, { ...JSON.parse(expected), pem }]));
}

/** The subject's attributes in their order: name, encoding, value. */
function attributes(pem) {
  const parsed = openssl(['asn1parse'], pem);
  return [...parsed.matchAll(/:d=5 .*prim: OBJECT +:(.*)\n.*:d=5 .*prim: (\S+) +:(.*)\n/g)]
    .map(([, name, encoding, value]) => [name, encoding, value])
    .filter(([, encoding]) => encoding !== 'OCTET');
}

function same(what, actual, expected) {
  if (isDeepStrictEqual(actual, expected)) return;
  fail(`${what}: ${JSON.stringify(actual)} instead of ${JSON.stringify(expected)}`);
}

/** Throws what is wrong with a request. */
function check(keyType, { pem, subject, names }) {
  if (!openssl(['req', '-verify', '-noout'], pem).includes('verify OK')) fail('the signature does not verify');
  same('subject', attributes(pem), subject);
  const text = openssl(['req', '-noout', '-text', '-nameopt', 'RFC2253'], pem);
  const alternativeNames = text.match(/Subject Alternative Name:.*\n *(.*)/)?.[1];
  same('alternative names', alternativeNames, names.map((name) => `DNS:${name}`).join(', '));
  for (const expected of [...KEY_TYPES[keyType], 'Version: 1 (0x0)']) {
    if (!text.includes(expected)) fail(`"${expected}" is not in ${text}`);
  }
  const all = text + openssl(['asn1parse'], pem);
  for (const out of KEPT_OUT) {
    if (all.includes(out)) fail(`"${out}" is in ${all}`);
  }
}

const [browser, path, some] = process.argv.slice(2);
const requests = printedRequests(readFileSync(path, 'utf8'));
const wanted = some ? [...requests.keys()] : Object.keys(KEY_TYPES);
const problems = new Map();
for (const keyType of wanted) {
  try {
    check(keyType, requests.get(keyType) ?? fail('no such request was printed'));
  } catch (error) {
    problems.set(keyType, error.message);
  }
  console.log(`test openssl accepts the ${keyType} request of ${browser} ... ${problems.has(keyType) ? 'FAILED' : 'ok'}`);
}
for (const [keyType, problem] of problems) console.log(`${keyType}: ${problem}`);
const outcome = problems.size ? 'FAILED' : 'ok';
console.log(`\ntest result: ${outcome}. ${wanted.length - problems.size} passed; ${problems.size} failed`);
process.exitCode = problems.size ? 1 : 0;
