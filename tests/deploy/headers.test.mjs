// The samples in deploy/: what scripts/headers writes for the shipped config.json, what they promise, what must never be there.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { contentSecurityPolicy } from '../../scripts/deploy/policy.mjs';
import { readConfig } from '../../scripts/deploy/settings.mjs';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const SAMPLES = ['Caddyfile', 'Caddyfile-cors', '_headers', 'nginx-cors.conf', 'nginx.conf'];

/** Runs scripts/headers for this file; gives what it wrote by name, or what it said. */
function written(config, ...flags) {
  const folder = mkdtempSync(join(tmpdir(), 'cert-order-headers-'));
  try {
    const file = join(folder, 'config.json');
    writeFileSync(file, typeof config === 'string' ? config : JSON.stringify(config));
    const out = join(folder, 'out');
    execFileSync(join(ROOT, 'scripts/headers'), [...flags, '--out', out, file], { stdio: ['ignore', 'pipe', 'pipe'] });
    return Object.fromEntries(readdirSync(out).map((name) => [name, readFileSync(join(out, name), 'utf8')]));
  } catch (error) {
    return { refused: String(error.stderr).trim() };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const samples = () => Object.fromEntries(SAMPLES.map((name) => [name, readFileSync(join(ROOT, 'deploy', name), 'utf8')]));

test('the samples are what the shipped config.json gives', () => {
  assert.deepEqual(readdirSync(join(ROOT, 'deploy')).sort(), SAMPLES);
  assert.deepEqual(samples(), written(readFileSync(join(ROOT, 'public/config.json'), 'utf8')));
});

test('the policy names what the config names, in each of the three', () => {
  for (const [config, connect, ancestors] of [
    [{ billing_url: '/billmgr' }, "'self'", "'none'"],
    [{ billing_url: 'https://billing.example.com:1500/billmgr' }, "'self' https://billing.example.com:1500", "'none'"],
    [
      { billing_url: '/billmgr', embedding_origins: ['https://a.example', 'https://b.example:1500'] },
      "'self'",
      'https://a.example https://b.example:1500',
    ],
  ]) {
    const policy = contentSecurityPolicy(readConfig(JSON.stringify(config)));
    const directives = Object.fromEntries(policy.split('; ').map((part) => part.split(/ (.*)/).slice(0, 2)));
    assert.equal(directives['connect-src'], connect);
    assert.equal(directives['frame-ancestors'], ancestors);
    const files = written(config);
    for (const name of ['nginx.conf', 'Caddyfile', '_headers']) {
      assert.ok(files[name].includes(policy), `${name} has another policy`);
      const told = files[name].match(/frame-ancestors [^;]*/g);
      assert.deepEqual([...new Set(told)], [`frame-ancestors ${ancestors}`], name);
    }
  }
});

test('a config that would be dangerous in a file or a header is refused with a sentence', () => {
  const own = { billing_url: '/billmgr' };
  for (const [config, flags, said] of [
    ['{', [], /config\.json is not JSON/],
    ['[]', [], /must be an object/],
    [{}, [], /billing_url must be an address/],
    [{ billing_url: '/b; return 200' }, [], /billing_url must be/],
    [{ billing_url: '/b\n}' }, [], /billing_url must be/],
    [{ billing_url: 'https://b.example/x"; script-src *' }, [], /billing_url must be/],
    [{ billing_url: 'http://billing.example.com/billmgr' }, [], /billing_url must be/],
    [{ billing_url: 'https://*/billmgr' }, [], /billing_url must be/],
    [{ billing_url: 'https://user@billing.example.com/billmgr' }, [], /billing_url must be/],
    [{ ...own, embedding_origins: 'https://a.example' }, [], /embedding_origins must be a list/],
    [{ ...own, embedding_origins: ['*'] }, [], /embedding_origins\[0\] must be an origin/],
    [{ ...own, embedding_origins: ["https://a.example; script-src 'unsafe-inline'"] }, [], /embedding_origins\[0\] must be/],
    [{ billing_url: 'https://b.example/billmgr', log_in: 'cookie' }, [], /billing_url must be a path/],
    [own, ['--origin', 'https://order.example.com/'], /--origin must be an origin/],
    [own, ['--origin', 'https://order.example.com {\n'], /--origin must be an origin/],
    [own, ['--panel', 'https://panel.example.com'], /--panel must be an address/],
    [own, ['--path', '/a b/'], /--path must be/],
    [own, ['--path', '/../'], /--path must be/],
    [own, ['--root', '/var/www; }'], /--root must be a folder/],
    [own, ['--backend', 'http://10.0.0.1'], /--backend must be an origin/],
  ]) {
    const { refused } = written(config, ...flags);
    assert.match(refused ?? 'it was taken', said, JSON.stringify([config, flags]));
  }
});

test('the proxy is there for a path, and nowhere else', () => {
  const proxied = (config) => {
    const files = written(config);
    return [/proxy_pass/.test(files['nginx.conf']), /reverse_proxy/.test(files.Caddyfile)];
  };
  assert.deepEqual(proxied({ billing_url: '/billmgr' }), [true, true]);
  assert.deepEqual(proxied({ billing_url: 'https://billing.example.com/billmgr' }), [false, false]);
  // On the panel's own origin its server answers already, and the cookie has to come through.
  assert.deepEqual(proxied({ billing_url: '/billmgr', log_in: 'cookie' }), [false, false]);
});

test('what must never be in a sample is not there', () => {
  const many = [
    samples(),
    written({ billing_url: 'https://billing.example.com/billmgr', embedding_origins: ['https://a.example'] }),
    written({ billing_url: '/my/billmgr' }, '--path', '/shop/order/'),
    written({ billing_url: '/billmgr', log_in: 'cookie' }),
  ];
  for (const files of many) {
    for (const [name, whole] of Object.entries(files)) {
      const text = whole.replace(/^\s*#.*$/gm, '');
      for (const never of [
        /Allow-Credentials/i,
        /unsafe-inline|'unsafe-eval'|unsafe-hashes/,
        /includeSubDomains|preload/,
        /proxy_ssl_verify off|tls_insecure_skip_verify/,
        /proxy_pass_header|header_down \+/,
        /\$http_cookie|\$cookie_|\{http\.request\.cookie/,
        /script-src[^;]*(\*|https:)/,
        /frame-ancestors[^;]*\*/,
        /access_log (?!off)/,
        /autoindex|browse/,
        /-Content-Security-Policy|hide_header Content-Security-Policy;(?![\s\S]*add_header Content-Security-Policy)/,
      ]) {
        assert.doesNotMatch(text, never, name);
      }
      // Anybody may read only what other pages load, and nobody is let in by saying who they are.
      const everybody = [...text.matchAll(/^.*Access-Control-Allow-Origin:? "?\*.*$/gm)].map(([line]) => line.trim());
      assert.ok(everybody.length <= (name === '_headers' ? 2 : 1), `${name}: ${everybody}`);
      assert.doesNotMatch(text, /Access-Control-Allow-Origin[^\n]*(\$http_origin|\{header\.|\{http\.request)/i, name);
      if (name.endsWith('cors') || name.endsWith('cors.conf')) {
        assert.equal(everybody.length, 0, name);
        assert.match(text, /Vary/, name);
      }
    }
  }
});
