// The site as nginx 1.18 and later serve it, and the CORS recipe for a billing system behind nginx.
import { CACHE, FOR_OTHERS, HASHED, HIDDEN, PROXY_HEADERS, siteHeaders } from './policy.mjs';
import { folderOf } from './settings.mjs';

const add = (indent) => ([name, value]) => `${indent}add_header ${name} "${value}" always;`;

/** Where the server listens: on the machine itself without TLS, for trying things out. */
function listen(origin) {
  const { protocol, host, hostname } = new URL(origin);
  if (protocol === 'http:') return `    listen ${host};\n    server_name ${hostname};`;
  return `    listen 443 ssl http2;
    listen [::]:443 ssl http2;
    server_name ${hostname};
    ssl_certificate /etc/ssl/private/${hostname}.pem;
    ssl_certificate_key /etc/ssl/private/${hostname}.key;`;
}

/** What passes calls on to the panel: `to` is the panel's address of it. */
function proxy(method, to, panel) {
  return `        if ($request_method != ${method}) {
            return 405;
        }
        client_max_body_size 256k;
        proxy_pass ${to};
        proxy_http_version 1.1;
        proxy_set_header Host ${new URL(panel.origin).host};
        proxy_set_header Connection "";
        proxy_ssl_server_name on;
        proxy_ssl_verify on;
        proxy_ssl_trusted_certificate /etc/ssl/certs/ca-certificates.crt;
        # The form's session is in the body: no cookie goes to the panel, and none comes from it.
        proxy_set_header Cookie "";
        proxy_set_header Authorization "";
${[...HIDDEN, ...PROXY_HEADERS.map(([name]) => name)].map((name) => `        proxy_hide_header ${name};`).join('\n')}
        # nginx cannot refuse an answer for its type. It names every one plain text, and the policy would keep a page that is
        # shown all the same from running or reading anything.
${PROXY_HEADERS.map(add('        ')).join('\n')}`;
}

function proxies({ billingPath, isCookie, panel }) {
  if (isCookie) return '    # Cookie mode: the form lies on the panel\'s own origin, whose server answers the calls already.\n';
  if (!billingPath) return '';
  return `
    # The billing system on the form's own origin. Nothing else of the panel may be here: this origin has the customers' drafts
    # and keys.
    location = ${billingPath} {
${proxy('POST', `${panel.origin}${panel.path}`, panel)}
    }

    # Links by which the panel answers long operations.
    location ^~ ${folderOf(billingPath)}long/ {
${proxy('GET', `${panel.origin}${folderOf(panel.path)}long/`, panel)}
    }
`;
}

/** The whole file, to be included where `server` blocks stand. */
export function nginx(settings) {
  const { origin, folder, root } = settings;
  const files = folder === '' ? 'location /' : `location ${folder}/`;
  return `# Written by scripts/headers from config.json: change that, and write it anew.

# Names with a hash never change; errors are never kept.
map "$status $uri" $cert_order_cache {
    default "${CACHE.other}";
    "~^(200|206|304) .*${HASHED}" "${CACHE.hashed}";
}
# Only what other pages load may be read there.
map $uri $cert_order_resource {
    default "same-origin";
    "~${FOR_OTHERS}" "cross-origin";
}
map $uri $cert_order_readers {
    default "";
    "~${FOR_OTHERS}" "*";
}

server {
${listen(origin)}
    server_tokens off;
    # What is in an address is nobody's secret, but who came from where need not be kept.
    access_log off;

    # A location with headers of its own would lose all of these, so that those of the files have none.
${siteHeaders(settings).map(add('    ')).join('\n')}
    add_header Cross-Origin-Resource-Policy $cert_order_resource always;
    add_header Access-Control-Allow-Origin $cert_order_readers always;
    add_header Cache-Control $cert_order_cache always;

    ${files} {
        ${folder === '' ? 'root' : 'alias'} ${root}${folder === '' ? '' : '/'};
        index index.html;
        # The compressed copies beside the files. Brotli takes a module: Debian's libnginx-mod-http-brotli-static.
        gzip_static on;
        brotli_static on;

        # Changed in place, its compressed copies would be old.
        location ~ /config\\.json$ {
            ${folder === '' ? 'root' : 'alias'} ${folder === '' ? root : `${root}/config.json`};
            gzip_static off;
            brotli_static off;
        }
    }
${proxies(settings)}}
`;
}

/** For the billing system's own server, where the form calls it from another origin. */
export function nginxCors({ origin, panel, backend }) {
  return `# Written by scripts/headers: lets the form at ${origin} call this billing system, and nobody else.
# For the server block of ${new URL(panel.origin).hostname}; the map stands outside of it.

map $http_origin $cert_order_caller {
    default "";
    "${origin}" "${origin}";
}

server {
${listen(panel.origin)}

    location ${folderOf(panel.path)} {
        # The panel itself.
        proxy_pass ${backend};
        proxy_set_header Host $host;
        # Without credentials: the form's session is in the body. Its calls are simple ones, so that browsers ask nothing first.
        proxy_hide_header Access-Control-Allow-Origin;
        add_header Access-Control-Allow-Origin $cert_order_caller always;
        add_header Vary Origin always;
    }
}
`;
}
