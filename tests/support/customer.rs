//! A customer who does what the page asks for.
use cert_order::billing::form::Control;
use cert_order::billing::http::Pass;
use cert_order::domain::secret::Secret;
use cert_order::wizard::draft::{EXISTING, GENERATE};
use cert_order::wizard::field::Field;
use cert_order::wizard::message::Msg;
use cert_order::wizard::model::{Loading, Model, Session};
use cert_order::wizard::questions;
use cert_order::wizard::reconcile::SearchState;
use cert_order::wizard::session;
use cert_order::wizard::step::Step;
use cert_order::wizard::steps::review;
use cert_order::wizard::submission::Submission;

use super::requests;
use super::shop::{CODE, DV, PASSWORD, SESSION, USER};
use super::steps::DOMAIN;
use super::visit::Visit;

/// Who orders, and what.
#[derive(Debug, Clone)]
pub struct Customer {
    /// Name at the log-in.
    pub user: String,
    /// Password.
    pub password: String,
    /// One-time code, for accounts that want one.
    pub code: String,
    /// The package.
    pub package: String,
    /// The certificate's name.
    pub domain: String,
    /// Sessions so far, or what each of them begins with.
    pub sessions: Vec<String>,
}

impl Default for Customer {
    /// The scripted billing system's.
    fn default() -> Self {
        let [user, password, code, package, domain] = [USER, PASSWORD, CODE, DV, DOMAIN].map(str::to_owned);
        Self { user, password, code, package, domain, sessions: vec![SESSION.to_owned()] }
    }
}

impl Customer {
    /// Whatever session the form has now is a secret from now on.
    pub fn learn_session(&mut self, model: &Model) {
        let (Session::Checking(pass) | Session::Coding { id: pass, .. } | Session::In { id: pass, .. }) =
            &model.session
        else {
            return;
        };
        if let Pass::Token(id) = pass
            && !self.sessions.iter().any(|known| id.expose().starts_with(known.as_str()))
        {
            self.sessions.push(id.expose().to_owned());
        }
    }
}

impl Visit {
    /// Goes on until the order is placed; `None` when the page leads nowhere.
    pub fn persist(&mut self) -> Option<()> {
        for _ in 0..60 {
            if self.order().is_some() {
                return Some(());
            }
            self.act();
            // A busy billing system is asked again by itself.
            self.time_passes(2_000);
        }
        None
    }

    /// Does the next thing that the page asks for.
    pub fn act(&mut self) {
        if session::is_asked(&self.model) {
            return self.come_in();
        }
        match (self.place(), &self.model.submission) {
            (Step::Package, _) if matches!(self.model.catalogue, Loading::Failed(_)) => self.send(Msg::Retry),
            (Step::Package, _) => {
                if self.model.drafts.text(Field::PromotionCode).len() > 64 {
                    self.enter(Field::PromotionCode, "");
                }
                self.choose(&self.customer.package.clone());
            }
            (Step::Request, _) => {
                self.enter(Field::RequestMethod, GENERATE);
                if self.model.drafts.text(Field::RequestMethod) == EXISTING {
                    self.bring(&requests::of(&[&self.customer.domain], "US"));
                }
                self.go_on();
            }
            // With a package for other names, only another package leads on.
            (Step::Subject, _) if self.model.drafts.text(Field::Package) != self.customer.package => {
                self.enter(Field::Package, &self.customer.package.clone());
                self.enter(Field::Period, "12");
            }
            (Step::Subject, _) => {
                for field in [Field::FurtherNames, Field::CompanyUnit, Field::SubjectEmail, Field::KeyType] {
                    self.enter(field, "");
                }
                self.name(&self.customer.domain.clone());
            }
            (Step::Key, _) => self.save_key(),
            (Step::Contacts, _) => {
                self.enter_contacts();
                self.go_on();
            }
            (Step::Questions, _) => {
                self.answer_questions();
                self.go_on();
            }
            (Step::Validation, _) => self.approve(&format!("admin@{}", self.customer.domain)),
            (_, Submission::Quoted(_)) => self.order_it(),
            (_, Submission::CartFailed(_)) => self.send(Msg::Retry),
            (_, Submission::Unclear(_, search)) => match search.state {
                SearchState::NotFound => self.send(Msg::TryAgain),
                SearchState::Failed(_) => self.send(Msg::LookAgain),
                _ => self.time_passes(60_000),
            },
            _ => self.go_on(),
        }
    }

    fn order_it(&mut self) {
        // Whoever looks into the account sees whether it was ordered already.
        if review::is_gone(&self.model) && self.remote.is_none() && self.shop.payments.is_empty() {
            self.enter(Field::OrderAgain, "on");
        }
        self.send(Msg::DownloadKey);
        self.enter(Field::KeyAttested, "on");
        self.send(Msg::Order);
    }

    /// The log-in, or its second half.
    fn come_in(&mut self) {
        if matches!(self.model.session, Session::Coding { .. }) {
            self.send(Msg::CodeEdited(Secret::new(self.customer.code.clone())));
            self.send(Msg::LogIn);
        } else {
            self.log_in();
        }
    }

    /// Some answer to whatever is asked and not answered yet.
    fn answer_questions(&mut self) {
        let answer = |control, choices: &[(String, String)]| match (control, choices) {
            (_, [.., (key, _)]) => key.clone(),
            (Control::CheckBox, []) => "on".to_owned(),
            _ => "Blue".to_owned(),
        };
        let asked = questions::asked(&self.model).into_iter();
        let asked = asked.filter(|(field, _)| self.model.drafts.text(*field).is_empty());
        let answers: Vec<_> =
            asked.map(|(field, question)| (field, answer(question.control, &question.choices))).collect();
        for (field, text) in answers {
            self.enter(field, &text);
        }
    }
}
