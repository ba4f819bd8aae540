// What the samples are made of: config.json, and what it cannot know of the host. Every value ends in a configuration file
// or a header, so that each is taken only in a shape that cannot begin anything else there.

const ORIGIN = /^https:\/\/[a-z0-9.-]+(:[0-9]{1,5})?$/;
const LOCAL = /^http:\/\/(127\.0\.0\.1|localhost|\[::1\])(:[0-9]{1,5})?$/;
const PATH = /^(\/(?!\.\.?(\/|$))[A-Za-z0-9._~-]+)+$/;

/** Something the operator has to change. */
export class SettingError extends Error {}

const isOrigin = (text) => typeof text === 'string' && (ORIGIN.test(text) || LOCAL.test(text));

function origin(name, text) {
  if (!isOrigin(text)) throw new SettingError(`${name} must be an origin such as https://panel.example.com, not ${JSON.stringify(text)}.`);
  return text;
}

/** Origin and path of an address without anything behind them. */
function address(name, text) {
  const at = typeof text === 'string' ? text.indexOf('/', text.indexOf('://') + 3) : -1;
  const parts = at > 8 ? { origin: text.slice(0, at), path: text.slice(at) } : { origin: text, path: '' };
  if (!isOrigin(parts.origin) || !PATH.test(parts.path)) {
    throw new SettingError(`${name} must be an address such as https://panel.example.com/billmgr, not ${JSON.stringify(text)}.`);
  }
  return parts;
}

/** The text of config.json as what the samples need of it. */
export function readConfig(text) {
  let config;
  try {
    config = JSON.parse(text);
  } catch (error) {
    throw new SettingError(`config.json is not JSON: ${error.message}.`);
  }
  if (typeof config !== 'object' || config === null || Array.isArray(config)) throw new SettingError('config.json must be an object.');
  const { billing_url: billing, embedding_origins: embedding = [], log_in: logIn } = config;
  if (!Array.isArray(embedding)) throw new SettingError('embedding_origins must be a list.');
  const embeddingOrigins = embedding.map((text, i) => origin(`embedding_origins[${i}]`, text));
  const isOwn = typeof billing === 'string' && PATH.test(billing);
  const elsewhere = isOwn ? null : address('billing_url', billing);
  if (logIn === 'cookie' && elsewhere) throw new SettingError('billing_url must be a path, since log_in is cookie.');
  return {
    embeddingOrigins,
    /** Where /billmgr is called on the form's own origin. */
    billingPath: isOwn ? billing : null,
    billingOrigin: elsewhere?.origin ?? null,
    billingAddress: elsewhere,
    isCookie: logIn === 'cookie',
  };
}

/** Everything that a sample says: where the form is, where its files lie, and where the panel is. */
export function settings(configText, { origin: own, path, root, panel, backend }) {
  const config = readConfig(configText);
  const folder = path === '/' ? '' : path.replace(/\/$/, '');
  if (folder !== '' && !PATH.test(folder)) throw new SettingError(`--path must be / or a path such as /order/, not ${JSON.stringify(path)}.`);
  if (!PATH.test(root)) throw new SettingError(`--root must be a folder such as /var/www/cert-order, not ${JSON.stringify(root)}.`);
  return {
    ...config,
    origin: origin('--origin', own),
    folder,
    root,
    /** The panel's own address of what is called. */
    panel: config.billingAddress ?? address('--panel', panel),
    /** What the billing system's own web server passes calls on to. */
    backend: origin('--backend', backend),
  };
}

/** The folder of an address's path, `/` at its end: links to long operations lie in it. */
export const folderOf = (path) => path.slice(0, path.lastIndexOf('/') + 1);
