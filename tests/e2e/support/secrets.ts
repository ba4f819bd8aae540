// The forms in which a private key could leave: every secret number of the key (d, p, q, dp, dq, qi), as raw bytes, hex, base64
// and base64url at each alignment. A JWK holds them in base64url, PEM and DER in between other bytes. Only the secret
// numbers count: PKCS #8 also holds the public key, which is meant to go out.
import { createPrivateKey } from 'node:crypto';

/** A form to look for. */
export interface Needle {
  form: string;
  text: string;
  /** Which texts to look in: as sent, without white space, or lower case without separators. */
  within: 'raw' | 'packed' | 'hex';
}

/** So many characters of base64 are never there by chance. */
const WINDOW = 40;
const SECRET_MEMBERS = ['d', 'p', 'q', 'dp', 'dq', 'qi'] as const;

/** All forms of one private key, given as PKCS #8. */
export function needlesOf(pkcs8: Buffer): Needle[] {
  const jwk = createPrivateKey({ key: pkcs8, format: 'der', type: 'pkcs8' }).export({ format: 'jwk' });
  return SECRET_MEMBERS.flatMap((member) => {
    const value = jwk[member];
    return value ? formsOf(member, Buffer.from(value, 'base64url')) : [];
  });
}

function formsOf(member: string, secret: Buffer): Needle[] {
  const hex = windows(secret.toString('hex')).map((text) => ({
    form: `${member} in hex`,
    text,
    within: 'hex' as const,
  }));
  const raw = { form: `${member} as bytes`, text: secret.subarray(0, 30).toString('latin1'), within: 'raw' as const };
  // Base64 at the three places a byte can have in its group of three.
  const encoded = [0, 1, 2].flatMap((skip) => {
    const whole = secret.subarray(skip, skip + Math.floor((secret.length - skip) / 3) * 3);
    return (['base64', 'base64url'] as const).flatMap((form) =>
      windows(whole.toString(form)).map((text) => ({ form: `${member} in ${form}`, text, within: 'packed' as const })),
    );
  });
  return [...hex, raw, ...encoded];
}

/** Overlapping pieces of {@link WINDOW} characters: 60 characters of a secret in a row always hold a whole one. */
function windows(text: string): string[] {
  const last = Math.max(0, text.length - WINDOW);
  const starts = Array.from({ length: Math.ceil(last / 20) + 1 }, (_, i) => Math.min(i * 20, last));
  return starts.map((start) => text.slice(start, start + WINDOW));
}

/** A text as sent, percent-decoded (twice, for a URL within a URL) and form-decoded. */
function decodings(text: string): string[] {
  const once = decodePercent(text);
  return [...new Set([text, once, decodePercent(once), decodePercent(text.replaceAll('+', ' '))])];
}

function decodePercent(text: string): string {
  return text.replace(/(%[0-9a-f]{2})+/gi, (escaped) =>
    Buffer.from(escaped.replaceAll('%', ''), 'hex').toString('latin1'),
  );
}

/** The forms of private keys found in `text`, without the key material itself. */
export function leaksIn(text: string, needles: Needle[]): string[] {
  const found = new Set<string>();
  for (const decoded of decodings(text)) {
    if (/-----BEGIN[A-Z ]*PRIVATE KEY-----/.test(decoded)) found.add('a PEM private key');
    // Line ends of PEM come as themselves, or as \n and \r within JSON.
    const packed = decoded.replace(/\s|\\[nrt]/g, '');
    const views = { raw: decoded, packed, hex: packed.replace(/[:,-]|0x/g, '').toLowerCase() };
    for (const { form, text: needle, within } of needles) if (views[within].includes(needle)) found.add(form);
  }
  return [...found];
}
