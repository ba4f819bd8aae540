//! Every field of the wizard, wrong: the error names the field, and nothing is stored.

use rcgen::DnType;

use crate::support::{Order, Shop, error, openssl, request, request_with, text};

const CSR: &str = "certificate.order.csr";
const PARAM: &str = "certificate.order.param";

/// Each change of a good order is refused on both steps with an error on the field.
fn refused(shop: &Shop, cases: Vec<(Order, &str)>) {
    for (number, (order, field)) in cases.into_iter().enumerate() {
        for step in [CSR, PARAM] {
            let answer = shop.send(step, &order.clone().set("sok", "ok"));
            assert_eq!(error(&answer), ("value", field), "case {number} {step}");
        }
    }
    assert_eq!(shop.json("/sandbox/orders"), serde_json::json!([]));
}

#[test]
fn the_subject_is_checked_field_by_field() {
    let shop = Shop::open();
    let good = || Order::dv("shop.example");
    let long = "a".repeat(65);
    let changes = [
        ("crt_type", ""),
        ("crt_type", "other"),
        ("field_country", ""),
        ("field_country", "9999"),
        ("field_country", "DE"),
        ("ST", ""),
        ("ST", "Московская область"),
        ("L", ""),
        ("L", "Berlin\nMitte"),
        ("O", ""),
        ("O", &long),
        ("OU", "<b>"),
        ("emailAddress", "not-an-email"),
    ];
    let cases = changes.map(|(field, value)| (good().set(field, value), field));
    refused(&shop, cases.into());
}

#[test]
fn a_domain_name_must_be_full_and_fit_the_package() {
    let shop = Shop::open();
    let case = |package, name: &str| (Order::new(package, &["a.example"]).set("CN", name), "CN");
    refused(
        &shop,
        vec![
            case("101", "*.shop.example"),
            case("102", "shop.example"),
            case("101", "localhost"),
            case("101", "münchen.example"),
            case("101", "a_b.example"),
            case("101", "192.0.2.1"),
        ],
    );
}

#[test]
fn further_names_need_a_multi_domain_package_and_a_limit() {
    let shop = Shop::open();
    let field = "altname_input";
    let several = || Order::new("103", &["a.example", "b.example"]);
    let many: Vec<String> = (0..20).map(|n| format!("n{n}.example")).collect();
    refused(
        &shop,
        vec![
            (Order::dv("a.example").set(field, "b.example"), field),
            (several().set(field, "b_.example").set("altname", ""), field),
            (several().set(field, "*.b.example").set("altname", ""), field),
            (several().set("altname", "c.example"), field),
            (several().set(field, &many.join(" ")).set("altname", ""), field),
        ],
    );
}

#[test]
fn a_request_must_say_what_the_form_says() {
    let shop = Shop::open();
    let with = |kind, value| {
        let subject = [(DnType::CommonName, "shop.example"), (kind, value)];
        Order::dv("shop.example").set("csr", &request_with(&subject, &["shop.example"]))
    };
    let nameless = request_with(&[(DnType::CountryName, "DE")], &[]);
    refused(
        &shop,
        vec![
            (with(DnType::CountryName, "FR"), "field_country"),
            (with(DnType::StateOrProvinceName, "Bavaria"), "ST"),
            (with(DnType::LocalityName, "Munich"), "L"),
            (with(DnType::OrganizationName, "Other GmbH"), "O"),
            (with(DnType::CommonName, "other.example"), "CN"),
            (Order::dv("shop.example").set("csr", &nameless), "CN"),
            (Order::dv("a.example").set("csr", &request(&["a.example", "b.example"])), "csr"),
        ],
    );
}

#[test]
fn a_request_needs_a_good_key_and_signature() {
    let shop = Shop::open();
    let made = |arguments: &[&str]| {
        let fixed = ["req", "-new", "-nodes", "-subj", "/CN=shop.example", "-keyout", "/dev/null"];
        openssl(&[&fixed, arguments].concat(), "")
    };
    let curve = |name: &str| {
        let curve = format!("ec_paramgen_curve:{name}");
        made(&["-newkey", "ec", "-pkeyopt", &curve])
    };
    for (csr, reason) in [
        ("rubbish".to_owned(), "PEM form"),
        (made(&["-newkey", "rsa:1024"]), "too short"),
        (curve("secp521r1"), "must be RSA, P-256 or P-384"),
        (curve("secp256k1"), "must be RSA, P-256 or P-384"),
        (made(&["-newkey", "ed25519"]), "must be RSA, P-256 or P-384"),
        (made(&["-newkey", "rsa:2048", "-sha1"]), "SHA-256 or SHA-384"),
    ] {
        let order = Order::dv("shop.example").set("csr", &csr).set("sok", "ok");
        let answer = shop.send(CSR, &order);
        assert_eq!(error(&answer), ("value", "csr"), "{csr}");
        let message = text(&answer["error"]["msg"]);
        assert!(message.contains(reason), "{message}");
    }
    let minimal = curve("secp384r1");
    let order = Order::dv("shop.example").set("csr", &minimal).set("sok", "ok");
    assert!(shop.send(CSR, &order)["error"].is_null());
    let empty = Order::dv("shop.example").set("csr", "").set("sok", "ok");
    assert_eq!(error(&shop.send(CSR, &empty)), ("value", "csr"));
}

#[test]
fn a_request_without_common_name_may_name_the_domain_in_its_extension() {
    let shop = Shop::open();
    let csr = request_with(&[(DnType::CountryName, "DE")], &["shop.example"]);
    let order = Order::dv("shop.example").set("csr", &csr).set("sok", "ok");
    assert!(shop.send(CSR, &order)["error"].is_null());
}

#[test]
fn contacts_organization_and_approvers_are_checked_in_form_order() {
    let shop = Shop::open();
    let mut fields: Vec<String> = Vec::new();
    for role in ["adm", "tech"] {
        for field in ["fname", "lname", "jtitle", "email", "phone"] {
            fields.push(format!("{role}_{field}"));
        }
    }
    for field in ["name", "country", "state", "city", "postcode", "address", "phone"] {
        fields.push(format!("org_{field}"));
    }
    fields.push("approver_email_1".to_owned());
    // With everything from a field on empty, that field is the one reported.
    let mut order = Order::organization("104", "shop.example").set("sok", "ok");
    for field in fields.iter().rev() {
        order = order.set(field, "");
        let answer = shop.send(PARAM, &order);
        assert_eq!(error(&answer), ("value", field.as_str()));
    }
}

#[test]
fn emails_phones_and_approvers_need_their_form() {
    let shop = Shop::open();
    let long = "x".repeat(256);
    for (field, value) in [
        ("adm_email", "ada@"),
        ("tech_email", "ada"),
        ("adm_phone", "12-34-56"),
        ("tech_phone", "call me: 1234567"),
        ("adm_fname", "Ada\u{7}"),
        ("adm_lname", &long),
        ("org_country", "9999"),
        ("org_phone", "1"),
        ("adm_phone_country", "182"),
        ("tech_phone_country", "x"),
        ("org_phone_country", "9999"),
        ("approver_email_1", "admin@other.example"),
        ("approver_email_1", "ada@shop.example"),
    ] {
        let order = Order::organization("105", "*.shop.example").set("sok", "ok");
        let answer = shop.send(PARAM, &order.set(field, value));
        assert_eq!(error(&answer), ("value", field), "{field}={value}");
    }
    let two = Order::new("103", &["a.example", "b.example"]);
    let order = two.set("approver_email_2", "admin@a.example").set("sok", "ok");
    assert_eq!(error(&shop.send(PARAM, &order)), ("value", "approver_email_2"));
}
