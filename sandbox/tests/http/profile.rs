//! The other installation: ids and values of its own, fields that no client knows, several ways to confirm a name.

use std::collections::HashSet;

use sandbox::{Config, Location, Profile, Sandbox};
use serde_json::{Value, json};

use crate::support::{Folder, Order, Shop, error, text};

const PARAM: &str = "certificate.order.param";

fn shop() -> Shop {
    Shop::with(&Config { profile: Profile::Other, ..Config::default() })
}

/// An order with what this installation asks beside everything else.
fn order(package: &str, names: &[&str]) -> Order {
    Order::new(package, names)
        .set("crt_type", "own_csr")
        .set("field_country", "5188")
        .set("project_note", "Spring shop")
        .set("server_software", "nginx")
        .set("licence_agreement", "on")
        .set("sok", "ok")
}

fn single() -> Order {
    order("4101", &["shop.example"])
}

fn control(form: &Value, name: &str, tag: &str) -> Value {
    let fields = form["metadata"]["form"]["page"][0]["field"].as_array().unwrap();
    fields.iter().find(|field| field["$name"] == name).unwrap()[tag][0].clone()
}

fn keys(form: &Value, name: &str) -> Vec<String> {
    let lists = form["slist"].as_array().unwrap();
    let list = lists.iter().find(|list| list["$name"] == name).unwrap();
    list["val"].as_array().unwrap().iter().map(|entry| entry["$key"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn no_id_is_that_of_the_standard_installation() {
    let (standard, other) = (Shop::open(), shop());
    let ids = |shop: &Shop, package: &str| {
        let catalogue = shop.call("pricelist.export", &[])["pricelist"].take();
        let packages: Vec<String> = catalogue.as_array().unwrap().iter().map(|entry| text(&entry["id"])).collect();
        let form = shop.call("certificate.order.csr", &[("pricelist", package), ("period", "12")]);
        (packages, keys(&form, "field_country"), keys(&form, "crt_type"), catalogue[0]["price"]["$currency"].clone())
    };
    let (first, second) = (ids(&standard, "101"), ids(&other, "4101"));
    assert_eq!(second.0, ["4101", "4102", "4103", "4104", "4105", "4106"]);
    let countries: HashSet<&String> = first.1.iter().collect();
    assert_eq!(second.1.len(), 249);
    assert!(second.1.iter().all(|id| !countries.contains(id)));
    assert_eq!((first.2[1].as_str(), second.2.join(" ")), ("exist", "generate own_csr".to_owned()));
    assert_eq!(first.3, second.3);
    let standard_values = [("crt_type", "exist"), ("field_country", "188")];
    for (field, value) in standard_values {
        assert_eq!(error(&other.send(PARAM, &single().set(field, value))), ("value", field));
    }
}

#[test]
fn the_forms_say_what_is_asked() {
    let shop = shop();
    let form = shop.send("certificate.order.csr", &single().set("sok", ""));
    let note = json!({"$type": "text", "$name": "project_note", "$required": "yes", "$maxlength": "40"});
    assert_eq!(control(&form, "project_note", "input"), note);
    assert_eq!(form["messages"]["msg"]["project_note"], "Project note");
    // The last form needs nothing of the csr form's own.
    for order in [single(), single().set("project_note", "")] {
        let form = shop.send(PARAM, &order.set("sok", ""));
        assert_eq!(control(&form, "server_software", "select")["$required"], "yes");
        assert_eq!(keys(&form, "server_software"), ["apache", "nginx", "other"]);
        assert_eq!(keys(&form, "autoprolong"), ["null", "12"]);
        assert!(control(&form, "autoprolong", "select")["$required"].is_null());
        assert_eq!(control(&form, "licence_agreement", "input")["$type"], "checkbox");
        assert_eq!(control(&form, "licence_agreement", "input")["$required"], "yes");
        assert!(control(&form, "newsletter", "input")["$required"].is_null());
        assert_eq!(form["messages"]["msg"]["server_software"], "Server software");
    }
}

#[test]
fn the_way_to_confirm_hides_the_addresses_it_does_not_need() {
    let shop = shop();
    let form = shop.send(PARAM, &order("4103", &["a.example", "b.example"]).set("sok", ""));
    assert_eq!(keys(&form, "approver_method"), ["auth_email", "auth_dnstxt", "auth_http"]);
    assert_eq!(text(&form["approver_method"]), "auth_email");
    let rules = control(&form, "approver_method", "select")["if"].take();
    let rule = |method: &str, index: usize| json!({"$value": method, "$hide": format!("approver_email_{index}")});
    let expected = [rule("auth_dnstxt", 1), rule("auth_dnstxt", 2), rule("auth_http", 1), rule("auth_http", 2)];
    assert_eq!(rules, json!(expected));
}

#[test]
fn every_answer_is_checked_in_the_order_of_the_form() {
    let shop = shop();
    let long = "x".repeat(41);
    for (field, value, step) in [
        ("project_note", "", "certificate.order.csr"),
        ("project_note", &long, "certificate.order.csr"),
        ("project_note", "", PARAM),
        ("server_software", "", PARAM),
        ("server_software", "iis", PARAM),
        ("newsletter", "perhaps", PARAM),
        ("licence_agreement", "", PARAM),
        ("licence_agreement", "off", PARAM),
        ("autoprolong", "6", PARAM),
        ("approver_method", "auth_fax", PARAM),
        ("approver_email_1", "", PARAM),
    ] {
        assert_eq!(error(&shop.send(step, &single().set(field, value))), ("value", field), "{field}={value}");
    }
    let (mut wrong, mut seen) = (single(), Vec::new());
    for field in ["approver_method", "server_software", "newsletter", "licence_agreement", "autoprolong"] {
        wrong = wrong.set(field, "wrong");
    }
    for (field, good) in [
        ("approver_method", ""),
        ("server_software", "other"),
        ("newsletter", "off"),
        ("licence_agreement", "on"),
        ("autoprolong", "12"),
    ] {
        seen.push((error(&shop.send(PARAM, &wrong)).1.to_owned(), field));
        wrong = wrong.set(field, good);
    }
    assert!(seen.iter().all(|(reported, topmost)| reported == topmost), "{seen:?}");
    assert_eq!(shop.json("/sandbox/orders"), json!([]));
}

#[test]
fn answers_and_reference_are_stored() {
    let shop = shop();
    let sent = single().set("newsletter", "on").set("autoprolong", "null").set("remoteid", "w-4711");
    shop.put_into_cart(&sent);
    shop.put_into_cart(&single());
    let orders = shop.json("/sandbox/orders");
    let all = json!({"project_note": "Spring shop", "server_software": "nginx", "newsletter": "on",
        "licence_agreement": "on", "autoprolong": "null"});
    assert_eq!((&orders[0]["answers"], &orders[0]["remoteid"]), (&all, &"w-4711".into()));
    let least = json!({"project_note": "Spring shop", "server_software": "nginx", "licence_agreement": "on"});
    assert_eq!((&orders[1]["answers"], &orders[1]["remoteid"]), (&least, &"".into()));
    assert_eq!(orders[0]["approver_method"], "");
}

#[test]
fn the_standard_installation_keeps_the_reference_and_asks_nothing_more() {
    let shop = Shop::open();
    let sent =
        Order::dv("shop.example").set("remoteid", "w-1").set("newsletter", "on").set("approver_method", "auth_http");
    shop.put_into_cart(&sent);
    let order = shop.json("/sandbox/orders")[0].take();
    assert_eq!(
        (&order["answers"], &order["remoteid"], &order["approver_method"]),
        (&json!({}), &"w-1".into(), &"".into())
    );
    assert_eq!(order["approvers"], json!(["admin@shop.example"]));
    let long = Order::dv("shop.example").set("remoteid", &"x".repeat(256)).set("sok", "ok");
    assert_eq!(error(&shop.send(PARAM, &long)), ("value", "remoteid"));
}

#[test]
fn names_are_confirmed_by_mail_record_or_file() {
    let shop = shop();
    let names = ["a.example", "b.example"];
    for (method, by_mail) in [("", true), ("auth_email", true), ("auth_dnstxt", false), ("auth_http", false)] {
        let order = order("4103", &names).set("approver_method", method);
        let without = order.clone().set("approver_email_2", "");
        assert_eq!(error(&shop.send(PARAM, &without)).1, if by_mail { "approver_email_2" } else { "" }, "{method}");
        let sent = if by_mail { order } else { without.set("approver_email_1", "") };
        let placed = shop.send(PARAM, &sent.set("skipbasket", "on"));
        let stored = shop.json("/sandbox/orders").as_array().unwrap().last().unwrap().clone();
        assert_eq!((stored["id"].to_string(), &stored["approver_method"]), (text(&placed["id"]), &method.into()));
        assert_eq!(stored["names"], json!(names), "{method}");
        let approvers = if by_mail { ["admin@a.example", "admin@b.example"] } else { ["", ""] };
        assert_eq!(stored["approvers"], json!(approvers), "{method}");
        let row = shop.call("certificate", &[])["elem"][0].take();
        assert_eq!(text(&row["id"]), text(&placed["id"]));
        let cells = (text(&row["auth_dnstxt_value"]).len(), text(&row["domains_list"]));
        let expected = if method == "auth_dnstxt" { (64, "a.example, b.example") } else { (0, "") };
        assert_eq!((cells.0, cells.1.as_str()), expected, "{method}");
    }
}

#[test]
fn a_name_with_a_star_is_not_confirmed_by_a_file() {
    let shop = shop();
    let star = order("4102", &["*.shop.example"]);
    assert_eq!(
        error(&shop.send(PARAM, &star.clone().set("approver_method", "auth_http"))),
        ("value", "approver_method")
    );
    assert!(shop.send(PARAM, &star.set("approver_method", "auth_dnstxt"))["ok"].is_object());
}

#[test]
fn a_file_of_another_profile_is_refused() {
    let folder = Folder::new("profile");
    let standard = Config { database: Location::File(folder.0.join("sandbox.db")), ..Config::default() };
    drop(Sandbox::start(&standard).unwrap());
    let other = Config { profile: Profile::Other, ..standard.clone() };
    let reason = Sandbox::start(&other).err().unwrap().to_string();
    assert!(reason.contains("profile standard"), "{reason}");
    drop(Sandbox::start(&standard).unwrap());
}
