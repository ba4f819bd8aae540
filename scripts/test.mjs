// Runs every check of the project, one stage after the other, and adds up what passed: the logic of `make test`.
//
//   node scripts/test.mjs             what must pass before each change goes in (`make test`)
//   node scripts/test.mjs --all       that, and the suites that take too long for it (`make test-all`)
//   node scripts/test.mjs --quick     what needs neither a browser nor wasm (`make check`)
//
// A lint or a build counts as one; a suite counts its tests. The last line is the total.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const SCRATCH = mkdtempSync(join(tmpdir(), 'cert-order-test-'));
const PLAYWRIGHT_REPORT = join(SCRATCH, 'playwright.json');

/** The results of a suite whose lines read `test result: ok. 12 passed; 0 failed; …`: cargo and wasm-bindgen. */
function countCargo(output) {
  const results = [...output.matchAll(/^test result: .*?(\d+) passed; (\d+) failed;/gm)];
  const sum = (group) => results.reduce((total, result) => total + Number(result[group]), 0);
  return { passed: sum(1), failed: sum(2) };
}

/** The results of Playwright, from its report file. A flaky test failed once, so it counts as failed. */
function countPlaywright() {
  const { stats } = JSON.parse(readFileSync(PLAYWRIGHT_REPORT, 'utf8'));
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky + stats.skipped };
}

/** The results of `node --test` in TAP. */
function countTap(output) {
  const number = (name) => Number(output.match(new RegExp(`^# ${name} (\\d+)$`, 'm'))?.[1]);
  return { passed: number('pass'), failed: number('fail') + number('cancelled') + number('skipped') };
}

const QUICK = [
  { name: 'format', run: 'cargo fmt --all --check' },
  { name: 'clippy', run: 'cargo clippy --locked --workspace --all-targets -- -D warnings' },
  { name: 'native tests', run: 'cargo test --locked --workspace --no-fail-fast', count: countCargo },
];

const TEST = [
  ...QUICK.slice(0, 2),
  { name: 'clippy for wasm', run: 'scripts/wasm-cargo clippy --locked --lib --bins --test browser -- -D warnings' },
  { name: 'types of the end-to-end tests', run: 'npx --no-install tsc -p tests/e2e && npx --no-install tsc -p tests/engines' },
  { name: 'licences and sources', run: 'cargo deny check bans licenses sources' },
  { name: 'advisories', run: 'cargo deny check advisories', mayLackNetwork: /failed to fetch advisory database/ },
  ...QUICK.slice(2),
  { name: 'wasm tests in Chromium', run: 'scripts/wasm-test chromium', count: countCargo },
  { name: 'wasm tests in Firefox', run: 'scripts/wasm-test firefox', count: countCargo },
  {
    // Side by side: each leaves a core idle for most of its time.
    name: 'site, its weight, and sandbox',
    run: 'cargo build --locked --quiet --profile sandbox -p sandbox & make --no-print-directory dist && wait $!',
    neededBelow: true,
  },
  {
    name: 'deployment scripts',
    run: 'node --test --test-reporter=tap tests/deploy/*.test.mjs',
    count: countTap,
  },
  {
    name: 'end to end in Chromium',
    run: 'npx --no-install playwright test -c tests/e2e --reporter=list,json',
    count: countPlaywright,
  },
];

const ALL = [
  ...TEST.slice(0, -1),
  { name: 'every fault at every call', run: 'cargo test --locked --test faults_long', count: countCargo },
  ...TEST.slice(-1).map((stage) => ({ ...stage, run: `LONG=1 ${stage.run}` })),
  { name: 'whole orders in three engines', run: 'scripts/test-engines --reporter=list,json', count: countPlaywright },
  { name: 'two builds, the same bytes', run: 'scripts/verify-dist' },
];

/** Runs a command line through the shell, shows its output as it comes, and gives it back. */
function execute(command) {
  return new Promise((resolve) => {
    const env = { ...process.env, CI: '1', PLAYWRIGHT_JSON_OUTPUT_FILE: PLAYWRIGHT_REPORT };
    const child = spawn(`${command} 2>&1`, { cwd: ROOT, env, shell: '/bin/bash', stdio: ['ignore', 'pipe', 'inherit'] });
    const chunks = [];
    child.stdout.on('data', (chunk) => {
      chunks.push(chunk);
      process.stdout.write(chunk);
    });
    child.on('close', (code) => resolve({ ok: code === 0, output: Buffer.concat(chunks).toString() }));
  });
}

/** A suite that ran no test, or failed without naming a test, has failed. */
function countSuite(stage, { ok, output }) {
  let counted = { passed: 0, failed: 0 };
  try {
    counted = stage.count(output);
  } catch (error) {
    console.log(`${stage.name}: its results cannot be read: ${error.message}`);
  }
  const silentFailure = (!ok && counted.failed === 0) || counted.passed + counted.failed === 0;
  return silentFailure ? { ...counted, failed: counted.failed + 1 } : counted;
}

/** Runs a stage; gives its name, time and numbers. */
async function runStage(stage) {
  const start = Date.now();
  console.log(`\n=== ${stage.name}: ${stage.run}`);
  const result = await execute(stage.run);
  const seconds = Math.round((Date.now() - start) / 1000);
  if (!result.ok && stage.mayLackNetwork?.test(result.output)) {
    console.log(`${stage.name}: skipped, the database could not be fetched`);
    return { name: stage.name, seconds, passed: 0, failed: 0, note: 'skipped, no network' };
  }
  const counted = stage.count ? countSuite(stage, result) : { passed: Number(result.ok), failed: Number(!result.ok) };
  return { name: stage.name, seconds, ...counted };
}

async function runAll(stages) {
  const results = [];
  let blockedBy = null;
  for (const stage of stages) {
    if (blockedBy) {
      results.push({ name: stage.name, seconds: 0, passed: 0, failed: 1, note: `not run, since "${blockedBy}" failed` });
      continue;
    }
    const result = await runStage(stage);
    results.push(result);
    if (stage.neededBelow && result.failed > 0) blockedBy = stage.name;
  }
  return results;
}

function report(results) {
  console.log('\n=== stages');
  for (const { name, seconds, passed, failed, note } of results) {
    const numbers = note ?? `${passed} passed, ${failed} failed`;
    console.log(`${name.padEnd(30)}${String(seconds).padStart(6)} s   ${numbers}`);
  }
  const sum = (key) => results.reduce((total, result) => total + result[key], 0);
  console.log(`\n${sum('passed')} passed, ${sum('failed')} failed`);
  return sum('failed') === 0;
}

const stages = process.argv.includes('--quick') ? QUICK : process.argv.includes('--all') ? ALL : TEST;
const results = await runAll(stages);
rmSync(SCRATCH, { recursive: true, force: true });
process.exitCode = report(results) ? 0 : 1;
