// The Public Suffix List's ICANN section, as src/domain/suffix.rs reads it, from the pinned npm package `parse-domain`.
//
//   node scripts/suffixes.mjs           prints it
//   node scripts/suffixes.mjs --judge   prints names, each with its suffix and what was registered, as another package,
//                                       `tldts-icann`, finds them: what tests/suffixes.rs compares with
//
// The list is published under the MPL 2.0 (https://publicsuffix.org/list/).
import { readFileSync } from 'node:fs';
import { domainToASCII, fileURLToPath } from 'node:url';

const SOURCE = new URL('../node_modules/parse-domain/serialized-tries/icann.js', import.meta.url);

/**
 * The rules, such as `co.uk`, `*.ck` and `!www.ck`. In the package they are one text: labels from the last one on, where
 * `>` goes below a label, `<` up again, `,` stays, and `|` begins anew at the top.
 */
function rules() {
  const text = readFileSync(SOURCE, 'utf8').match(/"(.*)"/)?.[1];
  if (!text) throw new Error('parse-domain keeps its list in another form now');
  const found = new Set();
  let above = [];
  for (const [, label, sign] of text.matchAll(/([^<>,|]*)([<>,|]|$)/g)) {
    const rule = [label, ...above].filter(Boolean);
    if (label) found.add(rule.join('.'));
    if (sign === '>') above = rule;
    if (sign === '<') above = above.slice(1);
    if (sign === '|') above = [];
  }
  // What lies above `*` stands in that text only to lead there.
  const isWay = (rule) => rule.includes('.') && found.has(`*.${rule}`);
  return [...found].filter((rule) => !isWay(rule));
}

/** `*` and `!` stay, other labels become A-labels. */
function toAscii(rule) {
  const [, sign, name] = rule.match(/^(!|\*\.|)(.*)$/);
  const ascii = domainToASCII(name);
  if (!/^[a-z0-9.-]+$/.test(ascii)) throw new Error(`${rule} is no rule`);
  return sign + ascii;
}

/** A line for each last label: the label, and the rules below it without it. */
export function suffixes() {
  const lines = new Map();
  for (const rule of rules().map(toAscii).sort()) {
    const labels = rule.split('.');
    const last = labels.pop();
    const below = lines.get(last) ?? [];
    if (labels.length > 0) below.push(labels.join('.'));
    lines.set(last, below);
  }
  const sorted = [...lines].sort(([a], [b]) => (a < b ? -1 : 1));
  return sorted.map(([last, below]) => [last, ...below].join(' ')).join('\n') + '\n';
}

async function judge() {
  const { parse } = await import('tldts-icann');
  const names = new Set(['example.unheardof', 'a.b.example.unheardof']);
  for (const rule of rules().map(toAscii)) {
    const name = rule.replace(/^!/, '').replace(/^\*/, 'any');
    for (const before of ['', 'a.', 'b.a.']) names.add(before + name);
  }
  for (const name of names) {
    const { publicSuffix, domain } = parse(name);
    console.log([name, publicSuffix, domain ?? ''].join(' '));
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  if (process.argv.includes('--judge')) await judge();
  else process.stdout.write(suffixes());
}
