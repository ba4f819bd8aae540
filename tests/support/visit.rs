//! A visit to the form: messages go through `update`, and a browser played natively answers its effects, one after the
//! other. There is no clock: a wait ends when the test says that time passes.
use std::collections::VecDeque;

use cert_order::billing::http::{HttpRequest, Reply};
use cert_order::config::{self, Config};
use cert_order::request::algorithm::KeyType;
use cert_order::wizard::effect::{Effect, Question, QuestionNo};
use cert_order::wizard::field::Field;
use cert_order::wizard::first;
use cert_order::wizard::message::{Answer, Msg, Start, StoredDraft};
use cert_order::wizard::model::Model;
use cert_order::wizard::step::Step;
use cert_order::wizard::update::update;

use super::audit;
use super::browser::Browser;
use super::customer::Customer;
use super::shop::Shop;

/// When the first page starts: some day, in milliseconds since 1970.
const START_MS: u64 = 1_790_000_000_000;

/// Whoever sends more messages than this by one press turns in circles.
const CIRCLE: usize = 2_000;

/// A billing system that takes a call and replies, or leaves it unanswered.
pub type Remote = Box<dyn FnMut(&HttpRequest) -> Option<Reply>>;

/// One customer's page, with the browser and the billing system around it.
pub struct Visit {
    /// The form.
    pub model: Model,
    /// The billing system.
    pub shop: Shop,
    /// Another billing system in its place, over a real connection.
    pub remote: Option<Remote>,
    /// The browser.
    pub browser: Browser,
    /// Who sits before it.
    pub customer: Customer,
    /// Milliseconds since 1970.
    pub now_ms: u64,
    /// Questions that nobody answers, for want of a port or by script.
    pub unanswered: Vec<(QuestionNo, Question)>,
    /// Answers that have not arrived yet.
    pub late: Vec<Msg>,
    /// How many messages the first page took by itself.
    pub taken_by_first: usize,
    waits: Vec<(u64, QuestionNo, Question)>,
    last_question: QuestionNo,
    queue: VecDeque<Msg>,
}

/// The operator's file, with P-256 as the default: it is quick to make.
pub fn configured(key_type: KeyType) -> Config {
    let text = format!(r#"{{"billing_url": "/billmgr", "default_key_type": "{}"}}"#, key_type.id());
    config::parse(&text).unwrap()
}

/// As [`configured`], where the panel's own cookie is the log-in.
pub fn by_the_panels_cookie() -> Config {
    config::parse(r#"{"billing_url": "/billmgr", "log_in": "cookie", "default_key_type": "p-256"}"#).unwrap()
}

impl Visit {
    /// A first visit.
    pub fn new() -> Self {
        Self::with(configured(KeyType::P256))
    }

    /// A first visit to a form of this operator.
    pub fn with(config: Config) -> Self {
        let mut visit = Self::closed(config);
        visit.start();
        visit
    }

    /// A page that has not started.
    pub fn closed(config: Config) -> Self {
        Self {
            model: Model::new(config),
            shop: Shop::default(),
            remote: None,
            browser: Browser::default(),
            customer: Customer::default(),
            now_ms: START_MS,
            unanswered: Vec::new(),
            late: Vec::new(),
            taken_by_first: 0,
            waits: Vec::new(),
            last_question: 0,
            queue: VecDeque::new(),
        }
    }

    /// The page starts with whatever this browser has stored.
    pub fn start(&mut self) {
        self.start_where(true);
    }

    /// As [`Visit::start`], where the browser can make keys or not.
    pub fn start_where(&mut self, can_make_keys: bool) {
        let start = Start {
            address: self.browser.address,
            draft: self.browser.draft.clone(),
            now_ms: self.now_ms,
            can_make_keys,
            can_store: true,
        };
        self.send(Msg::Started(Box::new(start)));
    }

    /// The page is loaded again: only what is stored survives, and answers under way are lost.
    pub fn reload(&mut self) {
        self.model = Model::new(self.model.config.clone());
        self.browser.close_page();
        self.unanswered.clear();
        self.late.clear();
        self.waits.clear();
        self.last_question = 0;
        self.start();
    }

    /// Takes in `msg` and everything that follows from it.
    pub fn send(&mut self, msg: Msg) {
        self.queue.push_back(msg);
        self.go_through();
    }

    /// Takes in whatever has come.
    fn go_through(&mut self) {
        let mut count = 0;
        while let Some(msg) = self.queue.pop_front() {
            count += 1;
            assert!(count < CIRCLE, "messages go on for ever: {msg:?}");
            let before = self.model.submission.clone();
            let alone = self.first_page_alone(&msg);
            let effects = update(&mut self.model, msg.clone());
            if let Some(alone) = alone {
                assert_eq!(
                    alone,
                    (format!("{:?}", self.model), effects.clone()),
                    "the first page alone, after {msg:?}"
                );
            }
            self.customer.learn_session(&self.model);
            audit::check(&self.model, &msg, &before, &effects, &audit::Secrets::of(&self.browser, &self.customer));
            for effect in effects {
                self.perform(effect);
            }
        }
    }

    /// What the first page by itself makes of `msg`, if it takes it: it must be what the whole form makes of it.
    fn first_page_alone(&mut self, msg: &Msg) -> Option<(String, Vec<Effect>)> {
        let mut model = self.model.clone();
        let effects = first::update(&mut model, msg.clone());
        if effects.is_err() {
            assert_eq!(effects, Err(msg.clone()));
        } else {
            self.taken_by_first += 1;
        }
        effects.ok().map(|effects| (format!("{model:?}"), effects))
    }

    fn perform(&mut self, effect: Effect) {
        match effect {
            Effect::Ask { number, question } => self.ask(number, question),
            Effect::SaveDraft(text) => self.store(text),
            Effect::TakeOver => {
                self.browser.close_page();
                self.start();
            }
            other => self.browser.perform(other),
        }
    }

    fn store(&mut self, text: String) {
        self.browser.draft = Some(StoredDraft { saved_ms: self.now_ms, text });
    }

    fn ask(&mut self, number: QuestionNo, question: Question) {
        // A number that came twice would let a late answer pass for another one.
        assert!(number > self.last_question, "question {number} after {}: {question:?}", self.last_question);
        self.last_question = number;
        match question {
            Question::Http { after_ms: ms @ 1.., .. } | Question::Wait(ms) => {
                self.waits.push((self.now_ms + u64::from(ms), number, question));
            }
            question => self.answer(number, question),
        }
    }

    fn answer(&mut self, number: QuestionNo, question: Question) {
        match question {
            Question::Http { ref request, .. } => {
                let (reply, is_prompt) = match &mut self.remote {
                    Some(remote) => (remote(request), true),
                    None => self.shop.call(request),
                };
                match reply.map(|reply| Msg::Answered(number, Answer::Http(reply))) {
                    Some(msg) if is_prompt => self.queue.push_back(msg),
                    Some(msg) => self.late.push(msg),
                    None => self.unanswered.push((number, question)),
                }
            }
            Question::Wait(_) => self.queue.push_back(Msg::Answered(number, Answer::Done(true))),
            Question::SaveDraft(text) => {
                self.store(text);
                self.queue.push_back(Msg::Answered(number, Answer::Done(true)));
            }
            question => match self.browser.answer(&question) {
                Some(answer) => self.queue.push_back(Msg::Answered(number, answer)),
                None => self.unanswered.push((number, question)),
            },
        }
    }

    /// So much time passes; waits end when they are due.
    pub fn time_passes(&mut self, ms: u64) {
        let end = self.now_ms + ms;
        loop {
            let due = self.waits.iter().map(|(due, ..)| *due).filter(|due| *due <= end).min();
            let Some(due) = due else { break };
            let at = self.waits.iter().position(|(known, ..)| *known == due).unwrap();
            let (_, number, question) = self.waits.remove(at);
            self.now_ms = due;
            // A call that waited goes out now.
            self.answer(number, question);
            self.go_through();
        }
        self.now_ms = end;
    }

    /// The answers that were late arrive.
    pub fn late_answers_arrive(&mut self) {
        for msg in std::mem::take(&mut self.late) {
            self.send(msg);
        }
    }

    /// Types into a field.
    pub fn enter(&mut self, field: Field, text: &str) {
        self.send(Msg::Edited(field, text.to_owned()));
    }

    /// Presses "Continue".
    pub fn go_on(&mut self) {
        self.send(Msg::Continue(self.model.place));
    }

    /// The page shown.
    pub fn place(&self) -> Step {
        self.model.place
    }
}
