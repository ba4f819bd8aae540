// Compares a deployed site with a manifest, from outside, as a customer's browser would load it.
//
//   node scripts/verify-site.mjs --url https://order.example.com/ [--manifest dist/manifest.json]
//
// Each file is asked for plain, with gzip and with Brotli, since a server may keep another copy for each. Ends with 0 when the site is
// the one that was published, 1 when it is not, 2 when it could not be looked at.
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { hashes } from './manifest.mjs';

const CODINGS = ['identity', 'gzip', 'br'];
/** A server that sends nothing for so long is taken for one that does not answer. */
const PATIENCE_MS = 30_000;
/** No file of the form is a tenth of that. */
const MOST_BYTES = 10_000_000;

class CannotLook extends Error {}

function readManifest(path) {
  let value;
  try {
    value = JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    throw new CannotLook(`the manifest ${path} cannot be read: ${error.message}`);
  }
  const isFile = (file) => typeof file?.path === 'string' && /^sha384-/.test(file.integrity) && Number.isInteger(file.bytes);
  if (value?.format !== 1 || !Array.isArray(value.files) || value.files.length === 0 || !value.files.every(isFile)) {
    throw new CannotLook(`${path} is no manifest of this form`);
  }
  return value;
}

/** The body of an answer, refused when it grows beyond measure. */
async function bodyOf(response) {
  const chunks = [];
  let bytes = 0;
  for await (const chunk of response.body ?? []) {
    bytes += chunk.length;
    if (bytes > MOST_BYTES) throw new Error('it does not end');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** What the site answers for a file. A redirect is no answer: what lies elsewhere is not this site. */
async function ask(url, coding) {
  const headers = { 'Accept-Encoding': coding };
  const response = await fetch(url, { headers, redirect: 'manual', signal: AbortSignal.timeout(PATIENCE_MS) });
  return { status: response.status, headers: response.headers, body: await bodyOf(response) };
}

const why = (error) => error.cause?.code ?? error.cause?.message ?? error.message;

/** What is wrong with the headers of a file: nothing is, or sentences. */
function wrongHeaders(path, headers) {
  const policy = headers.get('content-security-policy') ?? '';
  const wrong = [];
  for (const part of ["default-src 'none'", "script-src 'self' 'wasm-unsafe-eval'", "require-trusted-types-for 'script'", 'frame-ancestors ']) {
    if (!policy.split('; ').some((directive) => directive === part || (part.endsWith(' ') && directive.startsWith(part)))) {
      wrong.push(`the policy lacks ${part.trim()}`);
    }
  }
  if (/'unsafe-inline'|'unsafe-eval'/.test(policy)) wrong.push('the policy allows unsafe script');
  if (headers.get('x-content-type-options') !== 'nosniff') wrong.push('nosniff is missing');
  const isKept = /max-age=[1-9]/.test(headers.get('cache-control') ?? '');
  if (isKept && !/-[0-9a-f]{16}\.[a-z]+$/.test(path)) wrong.push('it is kept by caches, and may then be an old one');
  return wrong;
}

/** Scripts and style sheets of the page that the manifest does not name. */
function strangers(html, known) {
  const named = [...html.matchAll(/<(?:script|link|img|iframe|object|embed)\b[^>]*?\b(?:src|href|data)\s*=\s*["']?([^"'\s>]+)/gi)];
  return named.map(([, name]) => name).filter((name) => !known.has(name.replace(/^\.\//, '')));
}

/** Everything that is wrong with one file. */
async function check(site, file, known) {
  const url = new URL(file.path === 'index.html' ? '.' : file.path, site);
  const wrong = new Set();
  for (const coding of CODINGS) {
    let answer;
    try {
      answer = await ask(url, coding);
    } catch (error) {
      wrong.add(`it cannot be had (${why(error)})`);
      continue;
    }
    if (answer.status !== 200) {
      wrong.add(`the server answers with status ${answer.status}`);
      continue;
    }
    for (const sentence of wrongHeaders(file.path, answer.headers)) wrong.add(sentence);
    if (file.operator) {
      try {
        JSON.parse(answer.body.toString('utf8'));
      } catch {
        wrong.add('it is not JSON');
      }
    } else if (hashes(answer.body).integrity !== file.integrity) {
      wrong.add(`${coding === 'identity' ? 'its content' : `its copy for ${coding}`} is another one (${answer.body.length} bytes)`);
    }
    if (file.path === 'index.html') {
      for (const name of strangers(answer.body.toString('utf8'), known)) wrong.add(`it loads ${name}, which is none of the form`);
    }
  }
  return [...wrong];
}

async function main() {
  const { values } = parseArgs({ options: { url: { type: 'string' }, manifest: { type: 'string', default: 'dist/manifest.json' } } });
  if (!values.url || !URL.canParse(values.url)) throw new CannotLook('usage: verify-site.mjs --url https://order.example.com/ [--manifest FILE]');
  const site = new URL(values.url.endsWith('/') ? values.url : `${values.url}/`);
  const { files, source } = readManifest(values.manifest);
  await ask(site, 'identity').catch((error) => {
    throw new CannotLook(`${site} does not answer (${why(error)})`);
  });
  const known = new Set(files.map(({ path }) => path));
  let failed = 0;
  for (const file of files) {
    const wrong = await check(site, file, known);
    failed += wrong.length > 0 ? 1 : 0;
    const good = file.operator ? 'the operator’s, not compared' : file.checked ? 'as published' : 'as published; browsers do not check it';
    console.log(`${wrong.length > 0 ? 'WRONG' : 'ok   '} ${file.path}: ${wrong.length > 0 ? wrong.join('; ') : good}`);
  }
  const from = source?.commit ? ` from commit ${source.commit}${source.modified ? ' with changes' : ''}` : '';
  console.log(failed > 0 ? `${failed} of ${files.length} files are not as published${from}.` : `All ${files.length} files are as published${from}.`);
  process.exitCode = failed > 0 ? 1 : 0;
}

main().catch((error) => {
  if (!(error instanceof CannotLook) && error.code !== 'ERR_PARSE_ARGS_UNKNOWN_OPTION') throw error;
  console.error(`verify-site: ${error.message}`);
  process.exitCode = 2;
});
