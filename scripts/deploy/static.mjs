// The site on hosts that read a `_headers` file, such as Netlify and Cloudflare Pages.
import { CACHE, siteHeaders } from './policy.mjs';

/** Extensions of the files whose names have a hash. */
const HASHED = ['css', 'js', 'json', 'svg', 'txt', 'wasm'];

/**
 * `_headers`. Such hosts know no regular expressions: a name with a hash is told by its stem. Rules that match add up, so that the
 * default is taken off where another value stands.
 */
export function headersFile(settings, names) {
  const { folder } = settings;
  const rule = (path, headers) => [`${folder}${path}`, ...headers.map(([name, value]) => `  ${name}: ${value}`)].join('\n');
  const stems = [...new Set(names.map((name) => name.replace(/-[0-9a-f]{16}\.([a-z]+)$/, '-*.$1')))].filter(
    (name) => name.includes('*') && HASHED.some((ending) => name.endsWith(`.${ending}`)),
  );
  const parts = [
    '# Written by scripts/headers from config.json: change that, and write it anew.',
    rule('/*', [...siteHeaders(settings), ['Cross-Origin-Resource-Policy', 'same-origin'], ['Cache-Control', CACHE.other]]),
    ...stems.sort().map((stem) => `${folder}/${stem}\n  ! Cache-Control\n  Cache-Control: ${CACHE.hashed}`),
    ...['/embed.js', '/embed-*.js'].map(
      (path) => `${folder}${path}\n  ! Cross-Origin-Resource-Policy\n  Cross-Origin-Resource-Policy: cross-origin\n  Access-Control-Allow-Origin: *`,
    ),
  ];
  return `${parts.join('\n\n')}\n`;
}
