// The site as Caddy 2 serves it, and the CORS recipe for a billing system behind Caddy.
import { CACHE, FOR_OTHERS, HASHED, HIDDEN, PROXY_HEADERS, siteHeaders } from './policy.mjs';
import { folderOf } from './settings.mjs';

const set = (indent) => ([name, value]) => `${indent}${name} "${value}"`;

function proxy(name, method, matcher, rewrite, panel) {
  return `	handle ${matcher} {
		@${name}_other not method ${method}
		error @${name}_other 405
		request_body {
			max_size 256KB
		}
${rewrite}		reverse_proxy ${panel.origin} {
			header_up Host {upstream_hostport}
			# The form's session is in the body: no cookie goes to the panel, and none comes from it.
			header_up -Cookie
			header_up -Authorization
${HIDDEN.map((header) => `			header_down -${header}`).join('\n')}
			# Whatever comes is named plain text, so that a page of the panel is never one of this origin.
${PROXY_HEADERS.map(set('			header_down ')).join('\n')}
		}
	}
`;
}

function proxies({ billingPath, isCookie, panel }) {
  if (isCookie) return '	# Cookie mode: the form lies on the panel\'s own origin, whose server answers the calls already.\n';
  if (!billingPath) return '';
  const [own, its] = [folderOf(billingPath), folderOf(panel.path)];
  const call = billingPath === panel.path ? '' : `		rewrite * ${panel.path}\n`;
  const long = own === its ? '' : `		uri replace ${own}long/ ${its}long/\n`;
  return `	# The billing system on the form's own origin. Nothing else of the panel may be here: this origin has the customers' drafts
	# and keys.
${proxy('call', 'POST', billingPath, call, panel)}
	# Links by which the panel answers long operations.
${proxy('long', 'GET', `${own}long/*`, long, panel)}
`;
}

/** The whole Caddyfile. */
export function caddy(settings) {
  const { origin, folder, root } = settings;
  const files = folder === '' ? 'handle' : `handle_path ${folder}/*`;
  return `# Written by scripts/headers from config.json: change that, and write it anew.

${origin} {
${proxies(settings)}	${files} {
		root * ${root}
		# Names with a hash never change.
		@hashed path_regexp ${HASHED}
		# Only what other pages load may be read there.
		@for_others path_regexp ${FOR_OTHERS}
		# Changed in place, its compressed copies would be old.
		@config path */config.json
		# In this order: Caddy would put the general after the special.
		route {
			header {
${siteHeaders(settings).map(set('				')).join('\n')}
				Cross-Origin-Resource-Policy "same-origin"
				Cache-Control "${CACHE.other}"
			}
			header @hashed Cache-Control "${CACHE.hashed}"
			header @for_others {
				Cross-Origin-Resource-Policy "cross-origin"
				Access-Control-Allow-Origin "*"
			}
			file_server @config
			file_server {
				precompressed br gzip
			}
		}
	}

	# Apart: what takes a header away makes its whole block come last.
	header -Server

	# Errors are never kept.
	handle_errors {
		header {
${siteHeaders(settings).map(set('			')).join('\n')}
			Cross-Origin-Resource-Policy "same-origin"
			Cache-Control "${CACHE.other}"
		}
		respond "{err.status_code} {err.status_text}"
	}
}
`;
}

/** For the billing system's own server, where the form calls it from another origin. */
export function caddyCors({ origin, panel, backend }) {
  return `# Written by scripts/headers: lets the form at ${origin} call this billing system, and nobody else.

${panel.origin} {
	@cert_order header Origin ${origin}
	# The panel itself.
	reverse_proxy ${backend} {
		header_down -Access-Control-Allow-Origin
	}
	# Without credentials: the form's session is in the body. Its calls are simple ones, so that browsers ask nothing first.
	header +Vary Origin
	header @cert_order Access-Control-Allow-Origin ${origin}
}
`;
}
