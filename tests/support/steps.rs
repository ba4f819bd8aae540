//! What a customer does on each page, as one call.
use cert_order::domain::secret::Secret;
use cert_order::wizard::draft::EXISTING;
use cert_order::wizard::field::{ContactField, Field, OrgField, Who};
use cert_order::wizard::keys::{Key, KeyState, RequestState};
use cert_order::wizard::message::Msg;
use cert_order::wizard::model::Trouble;
use cert_order::wizard::payment::Intent;
use cert_order::wizard::step::Step;
use cert_order::wizard::submission::{Order, Quote, Submission};

use super::shop::{DV, OV};
use super::visit::Visit;

/// What most tests order.
pub const DOMAIN: &str = "example.com";

impl Visit {
    /// Page "package", for a year, and page "request".
    pub fn choose(&mut self, package: &str) {
        self.enter(Field::Package, package);
        self.enter(Field::Period, "12");
        self.go_on();
        self.go_on();
    }

    /// Page "request": an existing one is pasted.
    pub fn bring(&mut self, request: &str) {
        self.enter(Field::RequestMethod, EXISTING);
        self.send(Msg::RequestGiven(Secret::new(request.to_owned())));
    }

    /// Page "subject".
    pub fn name(&mut self, domain: &str) {
        self.enter(Field::Domain, domain);
        for (field, text) in [
            (Field::Country, "us"),
            (Field::State, "New York"),
            (Field::City, "Ithaca"),
            (Field::Company, "Example & Sons"),
        ] {
            self.enter(field, text);
        }
        self.go_on();
    }

    /// Page "key": the file is taken, and the customer says so.
    pub fn save_key(&mut self) {
        self.send(Msg::DownloadKey);
        self.enter(Field::KeyAttested, "on");
        self.go_on();
    }

    /// The log-in.
    pub fn log_in_as(&mut self, user: &str, password: &str) {
        self.enter(Field::UserName, user);
        self.send(Msg::PasswordEdited(Secret::new(password.to_owned())));
        self.send(Msg::LogIn);
    }

    /// The log-in of the customer.
    pub fn log_in(&mut self) {
        let (user, password) = (self.customer.user.clone(), self.customer.password.clone());
        self.log_in_as(&user, &password);
    }

    /// Fills page "contacts": technical support is the administrative contact.
    pub fn enter_contacts(&mut self) {
        for (field, text) in
            ContactField::ALL.into_iter().zip(["Ann", "O'Neil", "CTO", "ann@example.org", "+1 202 555 0175"])
        {
            self.enter(Field::Contact(Who::Admin, field), text);
        }
        self.enter(Field::TechIsAdmin, "on");
    }

    /// What the subject does not say already of page "organization".
    pub fn enter_organization(&mut self) {
        self.enter(Field::Org(OrgField::Address), "1 Main Street");
        self.enter(Field::Org(OrgField::Phone), "+1 202 555 0175");
    }

    /// Page "validation".
    pub fn approve(&mut self, address: &str) {
        self.enter(Field::Approver(0), address);
        self.go_on();
    }

    /// As far as page "key", with a request.
    pub fn reach_key(&mut self) {
        self.choose(DV);
        self.name(DOMAIN);
        assert_eq!(self.place(), Step::Key);
    }

    /// As [`Visit::reach_contacts`], wherever the billing system's form leads.
    pub fn reach_contacts_page(&mut self) {
        self.reach_key();
        self.save_key();
        self.log_in();
    }

    /// As far as page "contacts", logged in.
    pub fn reach_contacts(&mut self) {
        self.reach_contacts_page();
        assert_eq!(self.place(), Step::Contacts);
    }

    /// As far as page "organization", which only some packages have.
    pub fn reach_organization(&mut self) {
        self.choose(OV);
        self.name(DOMAIN);
        self.save_key();
        self.log_in();
        self.enter_contacts();
        self.go_on();
        assert_eq!(self.place(), Step::Organization);
    }

    /// As far as page "validation".
    pub fn reach_validation(&mut self) {
        self.reach_contacts();
        self.enter_contacts();
        self.go_on();
        assert_eq!(self.place(), Step::Validation);
    }

    /// As far as page "review", with a quote.
    pub fn reach_review(&mut self) {
        self.reach_validation();
        self.approve("admin@example.com");
        assert_eq!(self.place(), Step::Review);
    }

    /// As far as page "done".
    pub fn reach_done(&mut self) {
        self.reach_review();
        self.send(Msg::Order);
        assert_eq!(self.place(), Step::Done);
    }

    /// The key that was made.
    pub fn key(&self) -> &Key {
        match &self.model.key {
            KeyState::Ready(key) => key,
            other => panic!("there is no key: {other:?}"),
        }
    }

    /// The request that was made.
    pub fn csr(&self) -> &str {
        match &self.key().request {
            RequestState::Made { csr, .. } => csr,
            other => panic!("there is no request: {other:?}"),
        }
    }

    /// What the order costs, once that is known.
    pub fn quote(&self) -> Option<&Quote> {
        match &self.model.submission {
            Submission::Quoted(quote) => Some(quote),
            _ => None,
        }
    }

    /// The total that is shown, in minor units.
    pub fn total(&self) -> i64 {
        let quote = self.quote().unwrap_or_else(|| panic!("there is no quote: {:?}", self.model.submission));
        quote.total.as_ref().unwrap().minor
    }

    /// The placed order.
    pub fn order(&self) -> Option<&Order> {
        match &self.model.submission {
            Submission::Ordered(order) => Some(order),
            _ => None,
        }
    }

    /// What was about to be paid, when its end is unclear.
    pub fn unclear(&self) -> Option<&Intent> {
        match &self.model.submission {
            Submission::Unclear(intent, _) => Some(intent),
            _ => None,
        }
    }

    /// The general problem that is shown.
    pub fn trouble(&self) -> Option<&Trouble> {
        match (&self.model.trouble, &self.model.submission) {
            (Some(trouble), _) | (None, Submission::CartFailed(trouble)) => Some(trouble),
            _ => None,
        }
    }
}
