// What every answer of the site carries, whichever server sends it.

/** Names that end in the hash of their content, as scripts/finish-dist.mjs gives them. */
export const HASHED = '-[0-9a-f]{16}\\.[a-z]+$';
/** Scripts that pages of other origins load: they alone may be read there. */
export const FOR_OTHERS = '/embed(-[0-9a-f]{16})?\\.js$';

/** A name with a hash never changes; everything else is asked for anew each time. */
export const CACHE = { hashed: 'public, max-age=31536000, immutable', other: 'no-cache' };

/** What the form never uses, so that nothing in it can. The clipboard takes requests and keys out by the customer's press. */
const PERMISSIONS = {
  camera: '()',
  'display-capture': '()',
  geolocation: '()',
  microphone: '()',
  payment: '()',
  usb: '()',
  'clipboard-write': '(self)',
};

/** The Content Security Policy: the billing system among what may be called, the operator's pages around it. */
export function contentSecurityPolicy({ billingOrigin, embeddingOrigins }) {
  const ancestors = embeddingOrigins.length > 0 ? embeddingOrigins.join(' ') : "'none'";
  return [
    "default-src 'none'",
    "script-src 'self' 'wasm-unsafe-eval'",
    "style-src 'self'",
    ["connect-src 'self'", ...(billingOrigin ? [billingOrigin] : [])].join(' '),
    "img-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    `frame-ancestors ${ancestors}`,
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join('; ');
}

/** For this host alone: nothing is known of the others below its name, which `includeSubDomains` would bind too. */
const HSTS = ['Strict-Transport-Security', 'max-age=63072000'];
const NOSNIFF = ['X-Content-Type-Options', 'nosniff'];
// Some installations check the referrer of their cookie's calls.
const REFERRER = ['Referrer-Policy', 'same-origin'];

/** Headers of every file, but for `Cache-Control` and `Cross-Origin-Resource-Policy`, which depend on its name. */
export function siteHeaders(config) {
  return [
    ['Content-Security-Policy', contentSecurityPolicy(config)],
    ['Cross-Origin-Opener-Policy', 'same-origin'],
    ['Permissions-Policy', Object.entries(PERMISSIONS).map(([name, who]) => `${name}=${who}`).join(', ')],
    REFERRER,
    HSTS,
    NOSNIFF,
  ];
}

/**
 * Headers of what the panel answers through the proxy. It lies on the origin that keeps drafts and keys: whatever it is, it must
 * not run there.
 */
export const PROXY_HEADERS = [
  ['Content-Security-Policy', "default-src 'none'; sandbox"],
  ['Content-Type', 'text/plain; charset=utf-8'],
  ['Cache-Control', 'no-store'],
  ['Cross-Origin-Resource-Policy', 'same-origin'],
  REFERRER,
  HSTS,
  NOSNIFF,
];

/** What the panel may send that must not come through. */
export const HIDDEN = ['Set-Cookie', 'Location', 'Refresh', 'Link', 'Access-Control-Allow-Origin'];
