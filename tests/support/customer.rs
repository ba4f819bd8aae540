//! A customer who does what the page asks for.
use cert_order::wizard::draft::{EXISTING, GENERATE};
use cert_order::wizard::field::Field;
use cert_order::wizard::message::Msg;
use cert_order::wizard::model::Loading;
use cert_order::wizard::reconcile::SearchState;
use cert_order::wizard::session;
use cert_order::wizard::step::Step;
use cert_order::wizard::submission::Submission;

use super::requests;
use super::shop::DV;
use super::steps::DOMAIN;
use super::visit::Visit;

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
            return self.log_in();
        }
        match (self.place(), &self.model.submission) {
            (Step::Package, _) if matches!(self.model.catalogue, Loading::Failed(_)) => self.send(Msg::Retry),
            (Step::Package, _) => {
                if self.model.drafts.text(Field::PromotionCode).len() > 64 {
                    self.enter(Field::PromotionCode, "");
                }
                self.choose(DV);
            }
            (Step::Request, _) => {
                self.enter(Field::RequestMethod, GENERATE);
                if self.model.drafts.text(Field::RequestMethod) == EXISTING {
                    self.bring(&requests::of(&[DOMAIN], "US"));
                }
                self.go_on();
            }
            (Step::Subject, _) => {
                for field in [Field::FurtherNames, Field::CompanyUnit, Field::SubjectEmail, Field::KeyType] {
                    self.enter(field, "");
                }
                self.name(DOMAIN);
            }
            (Step::Key, _) => self.save_key(),
            (Step::Contacts, _) => {
                self.enter_contacts();
                self.go_on();
            }
            (Step::Validation, _) => self.approve("admin@example.com"),
            (_, Submission::Quoted(_)) => {
                self.send(Msg::DownloadKey);
                self.enter(Field::KeyAttested, "on");
                self.send(Msg::Order);
            }
            (_, Submission::CartFailed(_)) => self.send(Msg::Retry),
            (_, Submission::Unclear(_, search)) => match search.state {
                SearchState::NotFound => self.send(Msg::TryAgain),
                SearchState::Failed(_) => self.send(Msg::LookAgain),
                _ => self.time_passes(60_000),
            },
            _ => self.go_on(),
        }
    }
}
