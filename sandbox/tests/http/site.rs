//! The site: headers, types, caching, compression, and nothing outside its folder.

use std::collections::HashMap;
use std::io::{Read as _, Write as _};
use std::net::TcpStream;

use sandbox::{Config, Origin};

use crate::support::{Folder, Shop};

const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; \
    connect-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; \
    require-trusted-types-for 'script'; trusted-types 'none'";

fn shop(name: &str) -> (Shop, Folder) {
    let outer = Folder::new(name);
    let site = outer.0.join("dist");
    std::fs::create_dir_all(&site).unwrap();
    outer.write("secret.txt", "secret");
    outer.write("dist/index.html", "<!doctype html>");
    outer.write("dist/boot.js", "// boot");
    outer.write("dist/app-0123456789abcdef_bg.wasm", "\0asm");
    outer.write("dist/app-0123456789abcdef.js", "// plain");
    outer.write("dist/app-0123456789abcdef.js.br", "compressed");
    let config = Config { site, ..Config::default() };
    (Shop::with(&config), outer)
}

fn headers(shop: &Shop, path: &str) -> (u16, HashMap<String, String>) {
    let answer = shop.get(path);
    let pairs = answer.headers().iter();
    let pairs = pairs.map(|(n, v)| (n.to_string(), v.to_str().unwrap().to_owned()));
    (answer.status().as_u16(), pairs.collect())
}

#[test]
fn every_answer_of_the_site_carries_the_policy() {
    let (shop, _folder) = shop("policy");
    for (path, status) in [("/", 200), ("/boot.js", 200), ("/nothing", 404), ("/a/b.js", 404)] {
        let (seen, headers) = headers(&shop, path);
        assert_eq!(seen, status, "{path}");
        assert_eq!(headers["content-security-policy"], POLICY, "{path}");
        assert_eq!(headers["x-content-type-options"], "nosniff");
        assert_eq!(headers["referrer-policy"], "same-origin");
    }
}

#[test]
fn another_origin_is_allowed_for_calls_alone() {
    let connect_src = Origin::read("http://127.0.0.1:9");
    let shop = Shop::with(&Config { site: "/nonexistent/dist".into(), connect_src, ..Config::default() });
    let (_, headers) = headers(&shop, "/");
    let expected = POLICY.replace("connect-src 'self'", "connect-src 'self' http://127.0.0.1:9");
    assert_eq!(headers["content-security-policy"], expected);
}

#[test]
fn types_are_right_and_only_hashed_names_are_kept() {
    let (shop, _folder) = shop("types");
    let forever = "public, max-age=31536000, immutable";
    for (path, kind, cache) in [
        ("/", "text/html", "no-cache"),
        ("/boot.js", "text/javascript", "no-cache"),
        ("/app-0123456789abcdef.js", "text/javascript", forever),
        ("/app-0123456789abcdef_bg.wasm", "application/wasm", forever),
        ("/gone-0123456789abcdef.js", "", "no-cache"),
    ] {
        let (_, headers) = headers(&shop, path);
        assert_eq!(headers["cache-control"], cache, "{path}");
        let seen = headers.get("content-type").map_or("", String::as_str);
        assert!(seen.starts_with(kind), "{path}: {seen}");
    }
}

#[test]
fn a_compressed_file_is_sent_to_those_who_read_it() {
    let (shop, _folder) = shop("brotli");
    let url = shop.url("/app-0123456789abcdef.js");
    let request = |accept: &str| {
        let request = shop.agent.get(&url).header("Accept-Encoding", accept);
        let mut answer = request.call().unwrap();
        let encoding = answer.headers().get("content-encoding").cloned();
        let body = answer.body_mut().read_to_string().unwrap();
        (encoding.map(|e| e.to_str().unwrap().to_owned()), body)
    };
    let (encoding, body) = request("gzip, br");
    assert_eq!((encoding.as_deref(), body.as_str()), (Some("br"), "compressed"));
    let (encoding, body) = request("gzip");
    assert_eq!((encoding, body.as_str()), (None, "// plain"));
}

#[test]
fn no_path_leads_out_of_the_folder() {
    let (shop, _folder) = shop("traversal");
    for path in [
        "/../secret.txt",
        "/%2e%2e/secret.txt",
        "/..%2fsecret.txt",
        "/x/../../secret.txt",
        "/..%5csecret.txt",
        "//secret.txt",
    ] {
        let mut stream = TcpStream::connect(shop.sandbox.address()).unwrap();
        let request = format!("GET {path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
        stream.write_all(request.as_bytes()).unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        assert!(answer.starts_with("HTTP/1.1 404"), "{path}: {answer}");
        assert!(!answer.ends_with("secret"));
    }
}

#[test]
fn without_a_site_the_page_says_what_to_do() {
    let config = Config { site: "/nonexistent/dist".into(), ..Config::default() };
    let shop = Shop::with(&config);
    let mut answer = shop.get("/");
    assert_eq!(answer.headers()["content-security-policy"], POLICY);
    let body = answer.body_mut().read_to_string().unwrap();
    assert!(body.contains("make dist"));
    assert_eq!(shop.get("/boot.js").status(), 404);
}

#[test]
fn the_panel_and_its_answers_run_nothing() {
    let (shop, _folder) = shop("panel");
    for (path, kind) in [("/billmgr", "text/html"), ("/billmgr?out=json&func=whoami", "application/json")] {
        let (status, headers) = headers(&shop, path);
        assert_eq!(status, 200);
        assert!(headers["content-type"].starts_with(kind));
        assert_eq!(headers["content-security-policy"], "default-src 'none'; sandbox");
        assert_eq!(headers["cache-control"], "no-store");
    }
}
