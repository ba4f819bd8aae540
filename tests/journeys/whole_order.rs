//! From the first page to the receipt.
use cert_order::request::algorithm::KeyType;
use cert_order::request::read;
use cert_order::wizard::field::{Field, OrgField};
use cert_order::wizard::message::Msg;
use cert_order::wizard::step::Step;

use crate::support::browser::pem;
use crate::support::shop::{DV, MULTI};
use crate::support::steps::DOMAIN;
use crate::support::visit::{Visit, configured};

#[test]
fn a_domain_validated_order_is_paid_once_whatever_the_key_type() {
    for key_type in [KeyType::Rsa2048, KeyType::P256] {
        let mut visit = Visit::with(configured(key_type));
        visit.reach_review();
        assert_eq!(visit.total(), 1_500);
        visit.send(Msg::Order);
        assert_eq!(visit.place(), Step::Done);
        assert_eq!(visit.shop.payments, [1_500]);
        assert_eq!(visit.shop.certificates[0].domain, DOMAIN);
        assert_eq!(visit.order().unwrap().payment_id.as_deref(), Some("77"));
        assert_eq!(visit.order().unwrap().intent.billorder, "12");
        assert!(!visit.browser.holds_lock);
    }
}

#[test]
fn what_is_ordered_is_what_was_typed_with_the_request_of_our_key() {
    let mut visit = Visit::new();
    visit.reach_done();
    let order = visit.shop.last("param");
    for (field, value) in [
        ("pricelist", DV),
        ("period", "12"),
        ("crt_type", "exist"),
        ("CN", DOMAIN),
        ("field_country", "41"),
        ("O", "Example & Sons"),
        ("csr", visit.csr()),
        ("adm_fname", "Ann"),
        ("tech_email", "ann@example.org"),
        ("adm_phone", "+1 (202) 5550175"),
        ("approver_email_1", "admin@example.com"),
        ("datacenter", "3"),
    ] {
        assert_eq!(order.field(field), Some(value), "{field}");
    }
    let public_key = read::request_public_key(visit.csr()).unwrap();
    assert_eq!(public_key, visit.browser.made[0].1.subject_public_key_info());
    assert_eq!(visit.shop.last("pay").field("amount"), Some("15.00"));
    assert_eq!(visit.shop.last("pay").field("clicked_button"), Some("fromsubaccount"));
}

#[test]
fn a_promotion_code_is_applied_to_the_cart_and_the_reduced_total_is_paid() {
    let mut visit = Visit::new();
    visit.enter(Field::PromotionCode, "WELCOME10");
    visit.reach_review();
    assert_eq!(visit.total(), 1_350);
    assert_eq!(visit.quote().unwrap().code_refused, None);
    visit.send(Msg::Order);
    assert_eq!(visit.shop.payments, [1_350]);
}

#[test]
fn a_refused_promotion_code_is_told_and_the_full_total_can_be_paid() {
    for code in ["NOPE", "OVONLY"] {
        let mut visit = Visit::new();
        visit.enter(Field::PromotionCode, code);
        visit.reach_review();
        assert!(visit.quote().unwrap().code_refused.is_some(), "{code}");
        assert!(visit.shop.payments.is_empty());
        visit.send(Msg::Order);
        assert_eq!(visit.shop.payments, [1_500], "{code}");
    }
}

#[test]
fn an_organization_is_asked_where_the_product_needs_it_and_starts_as_the_subject_says() {
    let mut visit = Visit::new();
    visit.reach_organization();
    assert_eq!(visit.model.drafts.text(Field::Org(OrgField::Name)), "Example & Sons");
    visit.enter(Field::Org(OrgField::Name), "Example and Sons Ltd");
    visit.enter_organization();
    visit.go_on();
    visit.approve("webmaster@example.com");
    visit.send(Msg::Order);
    assert_eq!(visit.shop.payments, [11_900]);
    let order = visit.shop.last("param");
    for (field, value) in [
        ("org_name", "Example and Sons Ltd"),
        ("org_country", "41"),
        ("org_state", "New York"),
        ("org_phone", "+1 (202) 5550175"),
        ("O", "Example & Sons"),
    ] {
        assert_eq!(order.field(field), Some(value), "{field}");
    }
    assert_eq!(order.field("org_postcode"), None);
}

#[test]
fn each_further_name_has_a_mailbox_of_its_own() {
    let mut visit = Visit::new();
    visit.choose(MULTI);
    visit.enter(Field::FurtherNames, "www.example.com shop.example.org");
    visit.name(DOMAIN);
    visit.save_key();
    visit.log_in();
    visit.enter_contacts();
    visit.go_on();
    for (i, address) in ["admin@example.com", "webmaster@www.example.com", "admin@shop.example.org"].iter().enumerate()
    {
        visit.enter(Field::Approver(u8::try_from(i).unwrap()), address);
    }
    visit.go_on();
    assert_eq!(visit.place(), Step::Review);
    let order = visit.shop.last("param");
    assert_eq!(order.field("altname"), Some("www.example.com shop.example.org"));
    assert_eq!(order.field("approver_email_2"), Some("webmaster@www.example.com"));
    assert_eq!(order.field("approver_email_3"), Some("admin@shop.example.org"));
}

#[test]
fn the_key_that_is_shown_copied_and_downloaded_is_the_key_of_the_request() {
    let mut visit = Visit::new();
    visit.reach_key();
    visit.send(Msg::ShowKey);
    let file = pem(&visit.browser.made[0].1);
    assert_eq!(visit.model.revealed.as_ref(), Some(&file));
    visit.time_passes(60_000);
    assert_eq!(visit.model.revealed, None);
    visit.send(Msg::ShowKey);
    visit.send(Msg::HideKey);
    assert_eq!(visit.model.revealed, None);
    visit.send(Msg::CopyKey);
    visit.save_key();
    let (name, text) = &visit.browser.key_files[0];
    assert!(name.starts_with("example.com.") && name.ends_with(".key.pem"), "{name}");
    assert_eq!(text, &file);
    assert_eq!(visit.browser.kept[0].0, visit.browser.made[0].0);
}

#[test]
fn the_receipt_names_order_key_and_request() {
    let mut visit = Visit::new();
    visit.reach_done();
    visit.send(Msg::DownloadReceipt);
    let (name, text) = visit.browser.downloads.last().unwrap();
    assert_eq!(name, "receipt-12.json");
    let receipt: serde_json::Value = serde_json::from_str(text).unwrap();
    assert_eq!(receipt["order"], "12");
    assert_eq!(receipt["payment"], "77");
    assert_eq!(receipt["total"], "15.00");
    assert_eq!(receipt["customer"], "demo");
    assert_eq!(receipt["names"], serde_json::json!([DOMAIN]));
    assert_eq!(receipt["request"], visit.csr());
    assert_eq!(receipt["public_key_sha256"], visit.key().fingerprint.to_text());
}

#[test]
fn another_order_begins_with_an_empty_form_and_the_same_customer() {
    let mut visit = Visit::new();
    visit.reach_done();
    visit.send(Msg::StartOver);
    assert_eq!(visit.place(), Step::Package);
    assert!(visit.model.session_id().is_some() && visit.browser.draft.is_none());
    visit.reach_key();
    visit.save_key();
    visit.enter_contacts();
    visit.go_on();
    visit.approve("admin@example.com");
    visit.send(Msg::Order);
    assert_eq!(visit.shop.payments, [1_500, 1_500]);
}
