//! A whole order, from logging in to a certificate that `openssl` accepts.

use sandbox::{Config, Location};
use serde_json::{Value, json};

use crate::support::{Folder, Order, Shop, body, error, openssl, text};

/// Walks the wizard as a client does, pays, and returns the certificate's id and the stored order.
fn buy(shop: &Shop, order: &Order, total: &str) -> (String, Value) {
    let next = order.clone().set("sok", "ok").set("snext", "ok");
    let form = shop.send("certificate.order.csr", &next);
    assert_eq!(form["$func"], "certificate.order.param", "{form}");
    assert_eq!(text(&form["csr"]), order.get("csr").trim());
    assert!(form["key"].is_null());

    let preview = shop.send("certificate.order.param", order);
    let expected = format!("Total amount: {total} EUR");
    assert_eq!(text(&preview["orderinfo"]), expected);

    let bill = shop.put_into_cart(order);
    let cart = shop.call("basket", &[]);
    assert_eq!(text(&cart["billorder"]), bill);
    assert_eq!(text(&cart["total_sum"]), total);
    let paid = shop.pay(&bill, total);
    assert_eq!(paid["ok"]["$"], "func=order", "{paid}");

    let list = shop.call("certificate", &[]);
    let id = text(&list["elem"][0]["id"]);
    let stored = shop.json("/sandbox/orders");
    (id, stored.as_array().unwrap().last().unwrap().clone())
}

fn check_with_openssl(shop: &Shop, id: &str, csr: &str, names: &[&str]) {
    let files = shop.call("certificate.file", &[("elid", id)]);
    let folder = Folder::new("leaf");
    let leaf = folder.write("leaf.pem", text(&files["crt"]));
    let root = folder.write("root.pem", text(&files["ca"]));
    openssl(&["verify", "-purpose", "sslserver", "-CAfile", &root, &leaf], "");
    let public = openssl(&["x509", "-in", &leaf, "-noout", "-pubkey"], "");
    assert_eq!(public, openssl(&["req", "-noout", "-pubkey"], csr));
    for name in names {
        let checked = openssl(&["x509", "-in", &leaf, "-noout", "-checkhost", name], "");
        assert!(checked.contains("does match"), "{checked}");
    }
    let subject = openssl(&["x509", "-in", &leaf, "-noout", "-subject"], "");
    assert!(subject.contains("O = Example GmbH"), "{subject}");
    assert_eq!(body(shop.get("/sandbox/ca.pem")), text(&files["ca"]));
}

#[test]
fn a_p256_order_is_paid_from_the_balance_and_issued() {
    let shop = Shop::open();
    let order = Order::dv("shop.example");
    let (id, stored) = buy(&shop, &order, "18.00");
    check_with_openssl(&shop, &id, order.get("csr"), &["shop.example"]);

    assert_eq!(shop.balance(), "482.00");
    assert_eq!(stored["state"], "paid");
    assert_eq!(stored["names"], json!(["shop.example"]));
    assert_eq!(stored["approvers"], json!(["admin@shop.example"]));
    assert_eq!(stored["contacts"]["tech"]["lname"], "Lovelace");
    assert_eq!(stored["subject"]["country"], "DE");
    assert_eq!(stored["organization"], Value::Null);
    assert_eq!(stored["payments"][0]["amount_minor"], 1800);
    assert_eq!(stored["payments"][0]["status"], 4);
    assert_eq!(stored["csr"].as_str().unwrap().trim(), order.get("csr").trim());
    assert_eq!(shop.violations(), 0);
}

#[test]
fn an_rsa_request_made_by_openssl_is_certified() {
    let shop = Shop::open();
    let folder = Folder::new("rsa");
    let key = folder.0.join("key.pem");
    let subject = "/C=DE/ST=Berlin/L=Berlin/O=Example GmbH/CN=rsa.example";
    let csr = openssl(
        &[
            "req",
            "-new",
            "-newkey",
            "rsa:2048",
            "-nodes",
            "-sha256",
            "-subj",
            subject,
            "-keyout",
            key.to_str().unwrap(),
        ],
        "",
    );
    let order = Order::dv("rsa.example").set("csr", &csr);
    let (id, _) = buy(&shop, &order, "18.00");
    check_with_openssl(&shop, &id, &csr, &["rsa.example"]);
}

#[test]
fn a_wildcard_and_a_multi_domain_order_carry_all_their_names() {
    let shop = Shop::open();
    let wildcard = Order::new("102", &["*.shop.example"]);
    let (id, _) = buy(&shop, &wildcard, "118.80");
    check_with_openssl(&shop, &id, wildcard.get("csr"), &["any.shop.example"]);

    let names = ["a.example", "b.example", "c.example", "www.d.example"];
    let several = Order::new("103", &names);
    // 49.00 for three names, 9.00 for the fourth, 20 % tax.
    let (id, stored) = buy(&shop, &several, "69.60");
    check_with_openssl(&shop, &id, several.get("csr"), &names);
    assert_eq!(stored["names"], json!(names));
}

#[test]
fn an_ov_order_stores_its_organization_and_charges_the_setup_fee() {
    let shop = Shop::open();
    let order = Order::organization("104", "shop.example");
    let (_, stored) = buy(&shop, &order, "166.80");
    assert_eq!(stored["organization"]["postcode"], "10115");
    assert_eq!(stored["organization"]["country"], "DE");
    assert_eq!(stored["price"]["setup_minor"], 2000);
    assert_eq!(stored["price"]["full_minor"], 13_900);
}

/// `item_status` and `service_status` of the only certificate.
fn state(shop: &Shop) -> [String; 2] {
    let row = shop.call("certificate", &[])["elem"][0].take();
    ["item_status", "service_status"].map(|name| text(&row[name]))
}

fn set_timer(shop: &Shop, hours: i64) {
    let body = json!({"issue_after_ms": hours * 60 * 60 * 1000}).to_string();
    assert_eq!(shop.control("/sandbox/timer", &body), 200);
}

#[test]
fn a_certificate_goes_from_ordered_to_issued_and_never_back() {
    let folder = Folder::new("timer");
    let file = folder.0.join("sandbox.db");
    let config = Config { database: Location::File(file.clone()), ..Config::default() };
    let shop = Shop::with(&config);
    set_timer(&shop, 4);
    let (id, _) = buy(&shop, &Order::dv("shop.example"), "18.00");
    assert_eq!(state(&shop), ["1", "1"]);
    let early = shop.call("certificate.file", &[("elid", &id)]);
    assert_eq!(error(&early), ("missed", "certificate"));

    // Instead of waiting, the payment is moved into the past, four hours each time.
    let database = rusqlite::Connection::open(file).unwrap();
    for expected in [["5", "3"], ["5", "4"], ["2", "5"]] {
        let hours = "UPDATE certificate SET paid_at = paid_at - 4 * 3600000";
        database.execute(hours, []).unwrap();
        assert_eq!(state(&shop), expected);
        set_timer(&shop, 1000);
        assert_eq!(state(&shop), expected, "a slower timer must not turn it back");
        set_timer(&shop, 4);
    }
    let certificate = || text(&shop.call("certificate.file", &[("elid", &id)])["crt"]);
    assert!(certificate().contains("BEGIN CERTIFICATE"));
    assert_eq!(certificate(), certificate(), "it is signed once");
}

#[test]
fn the_certificate_list_is_paged() {
    let shop = Shop::open();
    for name in ["a.example", "b.example", "c.example"] {
        let bill = shop.put_into_cart(&Order::dv(name));
        shop.pay(&bill, "18.00");
    }
    let page = |number| shop.call("certificate", &[("p_cnt", "2"), ("p_num", number)]);
    let names = |doc: &Value| -> Vec<String> {
        let rows = doc["elem"].as_array().cloned().unwrap_or_default();
        rows.iter().map(|row| text(&row["CN"])).collect()
    };
    let first = page("1");
    assert_eq!(names(&first), ["c.example", "b.example"]);
    assert_eq!(text(&first["p_elems"]), "3");
    assert_eq!(names(&page("2")), ["a.example"]);
    assert!(page("3")["elem"].is_null());
}
