//! The box for a country: an editable combobox with a list (WAI-ARIA Authoring Practices), which finds a country by its code and by
//! its name in every language of the form. What is typed and is no country stays as it is typed.
//!
//! Its list is of no interest to the rest of the page, so that the box keeps it up to date by itself.
use std::cell::{Cell, OnceCell, RefCell};
use std::rc::Rc;

use web_sys::Event;

use super::{errors, field as text_field};
use crate::browser::html::{El, View, all, el, text, value_of};
use crate::browser::ports::intl::CountryNames;
use crate::browser::ports::js::get;
use crate::browser::ui::{Ui, speech};
use crate::domain::country::CountryCode;
use crate::domain::country_search::Countries;
use crate::domain::lang::Lang;
use crate::wizard::field::Field;
use crate::wizard::message::Msg;
use crate::words::{Speech, Text};

/// What the box does now.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
struct State {
    is_open: bool,
    /// The text is being typed: it is shown as it is, and the list is what fits it.
    is_typed: bool,
    /// The line that the arrow keys are at.
    active: Option<usize>,
}

struct Combo {
    ui: Ui,
    field: Field,
    speech: Speech,
    names: CountryNames,
    state: Cell<State>,
    lines: RefCell<Vec<CountryCode>>,
    /// Made when somebody first asks for it: over a thousand names are read from the browser.
    countries: OnceCell<Countries>,
    input: El,
    list: El,
    count: El,
}

/// The box with its label, hint and error.
pub fn country(ui: Ui, field: Field) -> View {
    let error = errors::of(ui, field);
    let label = speech().label(field);
    let combo = Rc::new(Combo::new(ui, field));
    let text = ui.memo(move |model| model.drafts.text(field).to_owned());
    let shown = Rc::clone(&combo);
    let input = combo.input.clone().live_prop("value", move || shown.value(&text.get()));
    let input = text_field::describe(text_field::watched(ui, field, input), field, error);
    combo.listen();
    let list = combo.list.clone().attr("aria-label", &label);
    let whole = el("div", "combo").add(input).add(list).add(combo.count.clone());
    text_field::frame(ui, field, error, text_field::name(field, &label, false), whole).into()
}

impl Combo {
    fn new(ui: Ui, field: Field) -> Self {
        let speech = speech();
        let list_id = format!("{}-list", field.id());
        let input = el("input", "input select")
            .attr("type", "text")
            .attr("role", "combobox")
            .attr("autocomplete", "country")
            .attr("autocapitalize", "none")
            .attr("spellcheck", "false")
            .attr("aria-autocomplete", "list")
            .attr("aria-expanded", "false")
            .attr("aria-controls", &list_id);
        Self {
            ui,
            field,
            names: CountryNames::new(speech.lang().tag()),
            speech,
            state: Cell::default(),
            lines: RefCell::default(),
            countries: OnceCell::new(),
            input,
            list: el("ul", "combo__list").attr("role", "listbox").attr("id", &list_id).attr("hidden", ""),
            count: el("p", "combo__count").attr("role", "status"),
        }
    }

    fn countries(&self) -> &Countries {
        self.countries.get_or_init(|| {
            let own = self.speech.lang();
            let others = Lang::ALL.into_iter().filter(|lang| *lang != own);
            let names: Vec<_> = [own].into_iter().chain(others).map(|lang| CountryNames::new(lang.tag())).collect();
            Countries::new(|code| names.iter().map(|names| names.name(code)).collect())
        })
    }

    /// What was typed or chosen.
    fn text(&self) -> String {
        self.ui.peek(|model| model.drafts.text(self.field).to_owned())
    }

    /// A country as it stands in the box and in the list.
    fn name(&self, code: CountryCode) -> String {
        let name = self.names.name(code);
        self.speech.text(Text::CountryOption { code: code.as_str().to_owned(), name }).into_owned()
    }

    fn value(&self, text: &str) -> String {
        match CountryCode::parse(text) {
            Ok(code) if !self.state.get().is_typed => self.name(code),
            _ => text.to_owned(),
        }
    }

    /// The lines of the list: what fits the text; all of them, while a country stands there.
    fn fitting(&self, state: State) -> Vec<CountryCode> {
        let text = self.text();
        match (state.is_open, !state.is_typed && CountryCode::parse(&text).is_ok()) {
            (false, _) => Vec::new(),
            (true, true) => self.countries().all(),
            (true, false) => self.countries().find(&text),
        }
    }

    fn open(&self, is_typed: bool) {
        self.show(State { is_open: true, is_typed, active: None });
    }

    fn close(&self) {
        self.show(State { is_open: false, active: None, ..self.state.get() });
    }

    fn show(&self, state: State) {
        self.state.set(state);
        let lines = self.fitting(state);
        let line = |code: &CountryCode| {
            let line = el("li", "combo__line").attr("role", "option").attr("id", &self.line_id(*code));
            line.attr("aria-selected", "false").text(&self.name(*code)).into()
        };
        self.list.fill(&all(lines.iter().map(line)));
        self.list.set("hidden", lines.is_empty().then_some(""));
        self.input.set("aria-expanded", Some(if lines.is_empty() { "false" } else { "true" }));
        self.input.set("aria-activedescendant", None);
        let is_none = lines.is_empty() && state.is_open;
        self.count.set("class", Some(if is_none { "combo__count field__hint" } else { "visually-hidden" }));
        let words = match (state.is_open, state.is_typed, lines.len()) {
            (true, true, count) => self.speech.text(Text::CountriesFound(count)),
            _ => "".into(),
        };
        self.count.fill(&text(&words));
        self.lines.replace(lines);
    }

    fn line_id(&self, code: CountryCode) -> String {
        format!("{}-is-{}", self.field.id(), code.as_str())
    }

    fn line_at(&self, at: Option<usize>) -> Option<CountryCode> {
        self.lines.borrow().get(at?).copied()
    }

    /// The arrow keys go to this line, or to none.
    fn go_to(&self, active: Option<usize>) {
        let before = self.state.replace(State { active, ..self.state.get() }).active;
        for (at, is_selected) in [(before, "false"), (active, "true")] {
            if let Some(line) = self.line_at(at).and_then(|code| self.list.find(&format!("#{}", self.line_id(code)))) {
                line.set("aria-selected", Some(is_selected));
                line.reveal();
            }
        }
        let id = self.line_at(active).map(|code| self.line_id(code));
        self.input.set("aria-activedescendant", id.as_deref());
    }

    fn choose(&self, code: CountryCode) {
        self.state.set(State::default());
        self.ui.send(Msg::Edited(self.field, code.as_str().to_owned()));
        self.rest();
    }

    /// As [`Self::choose`], by a press: what was wrong is judged now, though the box keeps the focus.
    fn pick(&self, code: CountryCode) {
        self.choose(code);
        self.ui.send(Msg::Left(self.field));
        self.ui.send(Msg::Entered(self.field));
    }

    /// What is typed is taken for the country that it means without a doubt; else it stays.
    fn settle(&self) {
        let text = self.text();
        let meant = CountryCode::parse(&text).ok().or_else(|| self.countries().meant(&text));
        let is_new = meant.is_some_and(|code| code.as_str() != text);
        match meant.filter(|_| is_new) {
            Some(code) => self.choose(code),
            None => self.rest(),
        }
    }

    /// Nothing is being typed any more.
    fn rest(&self) {
        self.show(State::default());
        self.input.set_value(&self.value(&self.text()));
    }
}

/// What happens to the box.
impl Combo {
    fn listen(self: &Rc<Self>) {
        self.on("input", |combo, event| {
            combo.state.set(State { is_typed: true, ..State::default() });
            combo.ui.send(Msg::Edited(combo.field, value_of(event)));
            combo.open(true);
        });
        // A browser that fills the box in does not give it the focus.
        self.on("change", |combo, _| combo.settle());
        self.on("blur", |combo, _| combo.settle());
        self.on("focus", |combo, _| combo.input.select());
        self.on("click", |combo, _| {
            let State { is_open, is_typed, .. } = combo.state.get();
            if is_open {
                return combo.close();
            }
            combo.open(is_typed);
            if !is_typed {
                combo.input.select();
            }
        });
        self.on("keydown", Self::pressed);
        // The box keeps the focus.
        let list = self.list.clone().on("mousedown", |event| event.prevent_default());
        let this = Rc::clone(self);
        let _ = list.on("click", move |event| {
            let at = this.list.child_of(&event);
            if let Some(code) = this.line_at(at) {
                this.pick(code);
            }
        });
    }

    fn on(self: &Rc<Self>, event: &'static str, run: fn(&Self, &Event)) {
        let this = Rc::clone(self);
        let _ = self.input.clone().on(event, move |event| run(&this, &event));
    }

    fn pressed(&self, event: &Event) {
        let is = |name| get(event, name).is_ok_and(|value| value.is_truthy());
        let key = get(event, "key").ok().and_then(|key| key.as_string()).unwrap_or_default();
        let state = self.state.get();
        let chosen = self.line_at(state.active).filter(|_| state.is_open);
        match (key.as_str(), chosen) {
            _ if is("isComposing") => {}
            ("ArrowDown" | "ArrowUp", _) => {
                event.prevent_default();
                self.arrow(key == "ArrowDown", is("altKey"));
            }
            ("Enter", Some(code)) => {
                event.prevent_default();
                self.pick(code);
            }
            ("Tab", Some(code)) => self.choose(code),
            ("Enter" | "Tab", None) => self.settle(),
            ("Escape", _) if state.is_open => {
                event.prevent_default();
                self.close();
            }
            ("Home" | "End" | "ArrowLeft" | "ArrowRight", _) => self.go_to(None),
            _ => {}
        }
    }

    /// Opens the list at the country that stands there, or goes on in it; with Alt, only opens or closes it.
    fn arrow(&self, is_down: bool, is_alt: bool) {
        let state = self.state.get();
        if is_alt {
            return if is_down { self.open(state.is_typed) } else { self.close() };
        }
        let mut at = state.active;
        if !state.is_open {
            self.open(state.is_typed);
            let text = self.text();
            let own = CountryCode::parse(&text).ok().filter(|_| !state.is_typed);
            let own = own.and_then(|own| self.lines.borrow().iter().position(|code| *code == own));
            if own.is_some() {
                return self.go_to(own);
            }
            at = None;
        }
        let Some(last) = self.lines.borrow().len().checked_sub(1) else { return };
        self.go_to(Some(match (at, is_down) {
            (Some(at), true) if at < last => at + 1,
            (None | Some(_), true) => 0,
            (None | Some(0), false) => last,
            (Some(at), false) => at - 1,
        }));
    }
}
