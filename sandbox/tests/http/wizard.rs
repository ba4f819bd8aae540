//! The wizard's forms: what they list, what they carry, and when they are not available.

use serde_json::Value;

use crate::support::{GERMANY, Order, Shop, error, text};

fn options<'a>(form: &'a Value, name: &str) -> Vec<&'a Value> {
    let lists = form["slist"].as_array().unwrap();
    let list = lists.iter().find(|list| list["$name"] == name).unwrap();
    list["val"].as_array().unwrap().iter().collect()
}

fn control<'a>(form: &'a Value, name: &str, tag: &str) -> &'a Value {
    let fields = form["metadata"]["form"]["page"][0]["field"].as_array().unwrap();
    let field = fields.iter().find(|field| field["$name"] == name).unwrap();
    &field[tag][0]
}

fn has_field(form: &Value, name: &str) -> bool {
    let fields = form["metadata"]["form"]["page"][0]["field"].as_array().unwrap();
    fields.iter().any(|field| field["$name"] == name)
}

#[test]
fn the_public_catalogue_needs_no_session() {
    let shop = Shop::open();
    let query = "/billmgr?func=pricelist.export&itemtype=certificate&out=json";
    let doc = shop.json(query)["doc"].take();
    let packages = doc["pricelist"].as_array().unwrap();
    let ids: Vec<String> = packages.iter().map(|package| text(&package["id"])).collect();
    assert_eq!(ids, ["101", "102", "103", "104", "105", "106"]);
    let single = &packages[0];
    assert_eq!(single["itemtype_info"]["intname"]["$"], "certificate");
    assert_eq!(single["price"]["$currency"], "EUR");
    assert_eq!(single["price"]["period"][0]["$cost"], "9.0000");
    assert_eq!(single["price"]["period"][1]["$length"], "12");
    assert!(single["addon"].is_null());
    let addon = &packages[2]["addon"][0];
    let parts = ["intname", "addontype", "addonlimit", "addonmax"].map(|n| text(&addon[n]));
    assert_eq!(parts, ["altname", "2", "3", "20"]);
    assert_eq!(addon["price"]["period"][1]["$cost"], "9.0000");
    assert_eq!(packages[3]["price"]["period"][0]["$setup"], "20.0000");

    let one = shop.json(&format!("{query}&pricelist=104"))["doc"].take();
    assert_eq!(one["pricelist"].as_array().unwrap().len(), 1);
    let other = shop.json("/billmgr?func=pricelist.export&project=2&out=json");
    assert!(other["doc"].get("pricelist").is_none(), "another provider sells nothing here: {other}");
    let none = shop.json("/billmgr?func=pricelist.export&itemtype=vds&out=json");
    assert!(none["doc"]["pricelist"].is_null());
}

#[test]
fn the_first_step_lists_packages_and_leads_to_the_second() {
    let shop = Shop::open();
    for func in ["certificate.order", "certificate.order.pricelist"] {
        let form = shop.call(func, &[("period", "6"), ("sv_field", "period")]);
        assert_eq!(form["list"][0]["$name"], "tariflist");
        let first = &form["list"][0]["elem"][0];
        assert_eq!(text(&first["price"]), "9.00 EUR");
        assert_eq!(text(&first["order_available"]), "on");
        assert_eq!(options(&form, "period").len(), 2);
    }
    let next = [("sok", "ok"), ("snext", "ok"), ("pricelist", "103"), ("period", "12")];
    let form = shop.call("certificate.order", &next);
    assert_eq!(form["$func"], "certificate.order.csr");
    assert!(has_field(&form, "altname_input"));
    let wrong = [("sok", "ok"), ("pricelist", "103"), ("period", "24")];
    assert_eq!(error(&shop.call("certificate.order", &wrong)), ("value", "period"));
    let wrong = [("sok", "ok"), ("pricelist", "1"), ("period", "12")];
    assert_eq!(error(&shop.call("certificate.order", &wrong)), ("value", "pricelist"));
}

#[test]
fn the_request_form_lists_kinds_and_countries_and_carries_the_rest() {
    let shop = Shop::open();
    let chosen = [("pricelist", "101"), ("period", "12"), ("project", "1")];
    let form = shop.call("certificate.order.csr", &chosen);
    let kinds: Vec<&Value> = options(&form, "crt_type").iter().map(|o| &o["$key"]).collect();
    assert_eq!(kinds, ["generate", "exist"]);
    let countries = options(&form, "field_country");
    assert_eq!(countries.len(), 249);
    let germany = countries.iter().find(|c| c["$key"] == GERMANY).unwrap();
    assert_eq!(germany["$"], "Germany");
    assert_eq!(germany["$image"], "/manimg/common/flag/DE.png");
    assert_eq!(control(&form, "CN", "input")["$required"], "yes");
    assert!(control(&form, "OU", "input")["$required"].is_null());
    assert_eq!(control(&form, "project", "input")["$type"], "hidden");
    assert_eq!(text(&form["project"]), "1");
    assert!(!has_field(&form, "altname_input"));
    assert!(!has_field(&form, "auth"));
}

#[test]
fn a_pasted_request_fills_the_subject() {
    let shop = Shop::open();
    let csr = Order::dv("shop.example");
    let sent =
        [("pricelist", "101"), ("period", "12"), ("crt_type", "exist"), ("sv_field", "csr"), ("csr", csr.get("csr"))];
    let form = shop.call("certificate.order.csr", &sent);
    let values = ["CN", "O", "field_country"].map(|name| text(&form[name]));
    assert_eq!(values, ["shop.example", "Example GmbH", GERMANY]);
}

#[test]
fn the_last_form_lists_approvers_of_every_name() {
    let shop = Shop::open();
    let order = Order::new("103", &["a.example", "www.b.example"]);
    let form = shop.send("certificate.order.param", &order);
    assert_eq!(options(&form, "approver_email_1").len(), 5);
    assert_eq!(options(&form, "approver_email_2").len(), 10);
    assert!(!has_field(&form, "approver_email_3"));
    let deep = shop.send("certificate.order.param", &Order::dv("a.b.shop.example"));
    assert_eq!(options(&deep, "approver_email_1").len(), 15, "each domain above the name has its five");
    let russia = options(&form, "adm_phone_country").into_iter().find(|option| option["$key"] == "182").unwrap();
    assert_eq!((&russia["$phonecode"], &russia["$phoneformat"]), (&"7".into(), &"(999) 9999999".into()));
    assert!(!has_field(&form, "org_phone_country"));
    assert!(!has_field(&form, "org_name"));
    assert_eq!(control(&form, "adm_email", "input")["$check"], "email");
    assert_eq!(control(&form, "CN", "input")["$type"], "hidden");
    assert_eq!(form["messages"]["msg"]["adm_fname"], "First name");

    let order = Order::organization("106", "shop.example");
    let form = shop.send("certificate.order.param", &order);
    assert_eq!(options(&form, "org_country").len(), 249);
    assert_eq!(control(&form, "org_name", "input")["$required"], "yes");
    assert!(control(&form, "org_duns", "input")["$required"].is_null());
}

#[test]
fn a_step_without_its_prerequisites_is_not_available() {
    let shop = Shop::open();
    let order = Order::dv("shop.example");
    for (step, field, value) in [
        ("certificate.order.csr", "pricelist", ""),
        ("certificate.order.csr", "pricelist", "1"),
        ("certificate.order.csr", "period", "24"),
        ("certificate.order.param", "pricelist", "x"),
        ("certificate.order.param", "period", ""),
        ("certificate.order.param", "csr", ""),
        ("certificate.order.param", "CN", " "),
    ] {
        for sok in ["", "ok"] {
            let sent = order.clone().set(field, value).set("sok", sok);
            let answer = shop.send(step, &sent);
            assert_eq!(error(&answer), ("wizard_unavailable", step), "{field}={value}");
        }
    }
}

#[test]
fn the_server_can_make_the_key_but_that_is_counted() {
    let shop = Shop::open();
    let order =
        Order::dv("shop.example").set("crt_type", "generate").set("csr", "").set("sok", "ok").set("snext", "ok");
    let form = shop.send("certificate.order.csr", &order);
    assert!(text(&form["key"]).starts_with("-----BEGIN PRIVATE KEY-----"));
    assert!(text(&form["csr"]).starts_with("-----BEGIN CERTIFICATE REQUEST-----"));
    let report = shop.json("/sandbox/violations");
    assert_eq!(report["count"], 1);
    assert_eq!(report["violations"][0]["what"], "server_generated");
}
