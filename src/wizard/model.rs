//! Everything the form knows.
use crate::billing::assumed::state_list::State;
use crate::billing::error::BillingError;
use crate::billing::http::{HttpRequest, Pass};
use crate::billing::whoami::User;
use crate::config::Config;
use crate::domain::lang::Lang;
use crate::domain::package::Package;
use crate::domain::problem::Problem;
use crate::domain::secret::Secret;

use super::draft::Drafts;
use super::effect::{Effect, Purpose, Question, QuestionNo};
use super::existing::Existing;
use super::field::Field;
use super::first::Rest;
use super::issue::Watch;
use super::keys::KeyState;
use super::order_form::Discovery;
use super::shelf::Vault;
use super::shown::Shown;
use super::step::Step;
use super::submission::{CartMark, Submission};
use super::suffixes::Suffixes;
use super::transport;

pub use super::trouble::Trouble;

/// How long a call may take before it counts as failed, in milliseconds.
const TIMEOUT_MS: u32 = 30_000;
/// Calls that change something get longer, since their end matters more.
const SUBMIT_TIMEOUT_MS: u32 = 60_000;

/// One thing wrong with one field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FieldError {
    /// Where.
    pub field: Field,
    /// What.
    pub problem: Problem,
}

/// Who is ordering.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Session {
    /// Nobody yet; `ended` when the session ran out under way.
    Guest {
        /// The session ended by itself.
        ended: bool,
    },
    /// Cookie mode: the panel knows nobody here; the customer says when that has changed.
    Nobody,
    /// The password was right, or the cookie is to be asked; who it is has been asked.
    Checking(Pass),
    /// The password was right, and the account wants a one-time code.
    Coding {
        /// The temporary session, good for the code alone.
        id: Pass,
        /// The last code was wrong.
        refused: bool,
    },
    /// A customer.
    In {
        /// Session id: in memory only.
        id: Pass,
        /// Name and address.
        user: User,
    },
    /// A customer who was refused something; whether the session still lives has been asked.
    Doubted {
        /// Session id.
        id: Pass,
        /// Name and address.
        user: User,
    },
}

/// Something read once.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Loading<T> {
    /// Not asked for, or under way.
    Waiting,
    /// Here.
    Ready(T),
    /// Failed.
    Failed(BillingError),
}

/// A question whose answer is awaited.
#[derive(Debug, Clone)]
pub(super) struct Pending {
    number: QuestionNo,
    /// What for.
    pub purpose: Purpose,
    /// The call, where it is one to the billing system.
    pub call: Option<Call>,
}

/// A call whose answer is awaited.
#[derive(Debug, Clone)]
pub(super) struct Call {
    /// What was sent, as far as it may be needed again.
    pub request: HttpRequest,
    /// How often before.
    pub tries: u8,
}

/// The whole state.
#[derive(Debug, Clone)]
#[allow(clippy::struct_excessive_bools, reason = "independent facts, each read by itself")]
pub struct Model {
    /// The operator's choices.
    pub config: Config,
    /// The language of the page, and of what the billing system says in its own words.
    pub lang: Lang,
    /// The page shown.
    pub place: Step,
    /// What has been typed.
    pub drafts: Drafts,
    /// Who is ordering.
    pub session: Session,
    /// User name typed into the log-in.
    pub user_name: String,
    /// Password typed into the log-in.
    pub password: Secret,
    /// One-time code typed into the log-in.
    pub code: Secret,
    /// Whose draft this is: log-in name.
    pub owner: Option<String>,
    /// The packages.
    pub catalogue: Loading<Vec<Package>>,
    /// In which language they were asked for.
    pub(super) catalogue_lang: Lang,
    /// The private key and its request.
    pub key: KeyState,
    /// The request that the customer brings.
    pub existing: Existing,
    /// The names that the browser was asked to read in this life of the page.
    pub(super) names_asked: Vec<String>,
    /// States and provinces of the subject, once the billing system's form is read.
    pub states: Vec<State>,
    /// The list of public suffixes.
    pub suffixes: Suffixes,
    /// The keys that this browser keeps.
    pub vault: Vault,
    /// The private key's text while it is shown.
    pub revealed: Option<Secret>,
    /// The billing system's form for this order.
    pub discovery: Discovery,
    /// Cart, payment, order.
    pub submission: Submission,
    /// The old cart is not there: orders go into the newer one.
    pub has_new_cart: bool,
    /// What is known of our row in the cart, also across a reload.
    pub cart_mark: Option<CartMark>,
    /// The certificate after the order.
    pub watch: Watch,
    /// Pages whose errors are shown.
    pub errors_shown: Vec<Step>,
    /// Which of these errors are said now.
    pub shown: Shown,
    /// Whether the log-in's missing fields are shown.
    pub log_in_tried: bool,
    /// What the billing system said of single fields.
    pub billing_errors: Vec<FieldError>,
    /// A general problem of the page shown.
    pub trouble: Option<Trouble>,
    /// "Continue" goes back to review.
    pub changing: bool,
    /// "Continue" was pressed while the billing system was still being asked.
    pub continue_when_ready: bool,
    /// What was copied last, to say so.
    pub copied: Option<Purpose>,
    /// Whether keys can be made here.
    pub can_make_keys: bool,
    /// Whether drafts and keys can be kept here.
    pub can_store: bool,
    /// What comes after the first page.
    pub rest: Rest,
    /// The order is open in another tab, and this one only waits.
    pub elsewhere: bool,
    /// [`super::message::Msg::Started`] has come.
    pub started: bool,
    pending: Vec<Pending>,
    last_question: QuestionNo,
}

impl Model {
    /// A form nobody has touched.
    pub fn new(config: Config) -> Self {
        Self {
            config,
            lang: Lang::En,
            place: Step::Package,
            drafts: Drafts::default(),
            session: Session::Guest { ended: false },
            user_name: String::new(),
            password: Secret::default(),
            code: Secret::default(),
            owner: None,
            catalogue: Loading::Waiting,
            catalogue_lang: Lang::En,
            key: KeyState::None,
            existing: Existing::default(),
            names_asked: Vec::new(),
            states: Vec::new(),
            suffixes: Suffixes::None,
            vault: Vault::default(),
            revealed: None,
            discovery: Discovery::None,
            submission: Submission::Idle,
            has_new_cart: false,
            cart_mark: None,
            watch: Watch::default(),
            errors_shown: Vec::new(),
            shown: Shown::default(),
            log_in_tried: false,
            billing_errors: Vec::new(),
            trouble: None,
            changing: false,
            continue_when_ready: false,
            copied: None,
            can_make_keys: true,
            can_store: true,
            rest: Rest::Unasked,
            elsewhere: false,
            started: false,
            pending: Vec::new(),
            last_question: 0,
        }
    }

    /// Forgets the order but not the customer: what is typed, the key's handle, the cart.
    pub fn start_over(&mut self) {
        let fresh = Self::new(self.config.clone());
        let old = std::mem::replace(self, fresh);
        // Whoever was being asked about must log in again, since the answer is no longer awaited.
        if !matches!(old.session, Session::Checking(_)) {
            self.session = old.session;
        }
        self.lang = old.lang;
        self.catalogue = old.catalogue;
        self.catalogue_lang = old.catalogue_lang;
        self.suffixes = old.suffixes;
        self.owner = old.owner;
        self.can_make_keys = old.can_make_keys;
        self.drafts.request.is_existing = !old.can_make_keys;
        self.can_store = old.can_store;
        self.has_new_cart = old.has_new_cart;
        self.started = old.started;
        self.rest = old.rest;
        self.vault.shelf = old.vault.shelf;
        self.vault.storage = old.vault.storage;
        self.last_question = old.last_question;
    }

    /// The errors of `step` are shown from now on.
    pub fn show_errors(&mut self, step: Step) {
        self.shown.tried();
        if !self.errors_shown.contains(&step) {
            self.errors_shown.push(step);
        }
    }

    /// Asks the browser; an older question of the same purpose is void from now on.
    pub fn ask(&mut self, out: &mut Vec<Effect>, purpose: Purpose, question: Question) {
        self.ask_for(out, purpose, question, None);
    }

    fn ask_for(&mut self, out: &mut Vec<Effect>, purpose: Purpose, question: Question, call: Option<Call>) {
        self.cancel(purpose);
        self.last_question += 1;
        self.pending.push(Pending { number: self.last_question, purpose, call });
        out.push(Effect::Ask { number: self.last_question, question });
    }

    /// Asks the billing system.
    pub fn post(&mut self, out: &mut Vec<Effect>, purpose: Purpose, request: HttpRequest) {
        self.post_again(out, purpose, request, 0, 0);
    }

    /// As [`Model::post`] after so many milliseconds, having tried so often before.
    pub(super) fn post_again(
        &mut self,
        out: &mut Vec<Effect>,
        purpose: Purpose,
        request: HttpRequest,
        after_ms: u32,
        tries: u8,
    ) {
        let changes = matches!(purpose, Purpose::CartAdd | Purpose::CartRemove | Purpose::CartCode | Purpose::Pay);
        let timeout_ms = if changes { SUBMIT_TIMEOUT_MS } else { TIMEOUT_MS };
        // What is never sent again is not kept: a password goes out once.
        let kept = if transport::is_repeatable(purpose) { request.clone() } else { request.bare() };
        let call = Some(Call { request: kept, tries });
        self.ask_for(out, purpose, Question::Http { request, timeout_ms, after_ms }, call);
    }

    /// The answer to this purpose's question is no longer wanted.
    pub fn cancel(&mut self, purpose: Purpose) {
        self.pending.retain(|pending| pending.purpose != purpose);
    }

    /// No answer is wanted any more.
    pub fn void_questions(&mut self) {
        self.pending.clear();
    }

    /// Whether the answer to the question with this number is still wanted.
    pub fn is_awaited(&self, number: QuestionNo) -> bool {
        self.pending.iter().any(|pending| pending.number == number)
    }

    /// Whether the question with this number was for `purpose`, and its answer is still wanted.
    pub fn is_asked(&self, number: QuestionNo, purpose: Purpose) -> bool {
        self.pending.iter().any(|pending| pending.number == number && pending.purpose == purpose)
    }

    /// The question with this number, if its answer is still wanted; it is awaited no longer.
    pub(super) fn take_pending(&mut self, number: QuestionNo) -> Option<Pending> {
        let at = self.pending.iter().position(|pending| pending.number == number)?;
        Some(self.pending.swap_remove(at))
    }

    /// Whether an answer for `purpose` is awaited.
    pub fn is_pending(&self, purpose: Purpose) -> bool {
        self.pending.iter().any(|pending| pending.purpose == purpose)
    }

    /// The session of a logged-in customer, in whose name calls may be made.
    pub fn session_id(&self) -> Option<&Pass> {
        match &self.session {
            Session::In { id, .. } => Some(id),
            _ => None,
        }
    }

    /// The customer.
    pub fn user(&self) -> Option<&User> {
        match &self.session {
            Session::In { user, .. } => Some(user),
            _ => None,
        }
    }
}
