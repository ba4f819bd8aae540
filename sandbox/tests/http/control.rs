//! Looking in from outside: reset, timer, balances, and a restart on the same file.

use std::time::Duration;

use sandbox::{Config, Location};
use tokio::net::TcpListener;

use crate::support::{Folder, Order, Shop, agent, body, error, text};

#[test]
fn a_reset_brings_back_the_first_day() {
    let mut shop = Shop::open();
    let root = body(shop.get("/sandbox/ca.pem"));
    let bill = shop.put_into_cart(&Order::dv("shop.example"));
    shop.pay(&bill, "18.00");
    shop.call("certificate", &[("key", "x")]);
    assert_eq!(shop.control("/sandbox/reset", ""), 200);
    assert_eq!(error(&shop.call("whoami", &[])).0, "access");
    assert_eq!(shop.violations(), 0);
    assert_eq!(shop.json("/sandbox/orders"), serde_json::json!([]));
    assert_eq!(shop.json("/sandbox/balance")[0]["balance_minor"], 50_000);
    shop.token = shop.log_in("demo", "demo-password");
    assert_eq!(shop.put_into_cart(&Order::dv("shop.example")), bill);
    let after = body(shop.get("/sandbox/ca.pem"));
    assert_eq!(root, after);
}

#[test]
fn a_peer_without_a_known_address_may_not_look_in() {
    let runtime = tokio::runtime::Runtime::new().unwrap();
    let listener = runtime.block_on(TcpListener::bind("127.0.0.1:0")).unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    let app = sandbox::app(&Config::default()).unwrap();
    runtime.spawn(async { axum::serve(listener, app).await });
    for path in ["orders", "violations", "balance", "ca.pem"] {
        let answer = agent().get(format!("{url}/sandbox/{path}")).call();
        assert_eq!(answer.unwrap().status(), 403, "{path}");
    }
    let reset = agent().post(format!("{url}/sandbox/reset")).send("");
    assert_eq!(reset.unwrap().status(), 403);
    let panel = agent().get(format!("{url}/billmgr")).call();
    assert_eq!(panel.unwrap().status(), 200);
}

#[test]
fn the_timer_takes_a_number_from_zero_only() {
    let shop = Shop::open();
    for (body, status) in [
        ("{\"issue_after_ms\": 0}", 200),
        ("{\"issue_after_ms\": -1}", 400),
        ("{\"issue_after_ms\": \"soon\"}", 400),
        ("{}", 400),
        ("", 400),
    ] {
        assert_eq!(shop.control("/sandbox/timer", body), status, "{body}");
    }
}

#[test]
fn a_restart_on_the_same_file_keeps_everything() {
    let folder = Folder::new("restart");
    let config = Config {
        database: Location::File(folder.0.join("sandbox.db")),
        issue_after: Duration::from_hours(1),
        ..Config::default()
    };
    let (root, id, token) = {
        let shop = Shop::with(&config);
        let bill = shop.put_into_cart(&Order::dv("shop.example"));
        shop.pay(&bill, "18.00");
        shop.put_into_cart(&Order::dv("later.example"));
        let id = text(&shop.call("certificate", &[])["elem"][0]["id"]);
        let root = body(shop.get("/sandbox/ca.pem"));
        (root, id, shop.token.clone())
    };
    let at_once = Config { issue_after: Duration::ZERO, ..config.clone() };
    {
        let mut shop = Shop::with(&at_once);
        shop.token = token;
        assert_eq!(shop.balance(), "482.00");
        assert_eq!(text(&shop.call("basket", &[])["total_sum"]), "18.00");
        let file = shop.call("certificate.file", &[("elid", &id)]);
        assert_eq!(text(&file["ca"]), root);
        assert!(text(&file["crt"]).contains("BEGIN CERTIFICATE"));
    }
    // Issued once, it stays issued however slow the timer is.
    let shop = Shop::with(&config);
    let row = shop.call("certificate", &[])["elem"][0].take();
    assert_eq!(text(&row["service_status"]), "5");
}
