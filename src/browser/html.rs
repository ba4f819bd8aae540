//! Elements, made at once and kept up to date by Leptos's effects.
//!
//! Leptos's `view!` gives every element a type of its own; for this form that came to 120 kB of wasm more than these few
//! functions, in which every element has the same type. There is no text-to-HTML here at all: texts become text nodes.
use leptos::prelude::{Dispose, RenderEffect, StoredValue, on_cleanup};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Document, Element, Event, Node};

use super::ports::{focus, js};

/// A piece of the page: an element, a text, or several of them.
#[derive(Clone)]
pub struct View(Node);

/// An element being made.
#[derive(Clone)]
pub struct El(Element);

fn document() -> Document {
    // A page without a document does not exist; a crash would have nowhere to show.
    web_sys::window().and_then(|window| window.document()).unwrap_or_else(|| JsValue::NULL.unchecked_into())
}

/// An element with a class; an empty class is none.
pub fn el(tag: &'static str, class: &'static str) -> El {
    // Tags are the literals of this crate, so the browser knows them all.
    let element = document().create_element(tag).unwrap_or_else(JsCast::unchecked_into);
    if !class.is_empty() {
        element.set_class_name(class);
    }
    El(element)
}

/// A text.
pub fn text(words: &str) -> View {
    View(document().create_text_node(words).unchecked_into())
}

/// Several pieces after each other.
pub fn all(views: impl IntoIterator<Item = View>) -> View {
    let fragment = document().create_document_fragment();
    for view in views {
        let _ = fragment.append_child(&view.0);
    }
    View(fragment.unchecked_into())
}

/// Nothing.
pub fn nothing() -> View {
    View(document().create_document_fragment().unchecked_into())
}

/// A text that changes.
pub fn live_text(words: impl Fn() -> String + 'static) -> View {
    let node = document().create_text_node("");
    let shown = node.clone();
    effect(Box::new(move || shown.set_data(&words())));
    View(node.unchecked_into())
}

/// A piece that is made anew whenever a value that `make` reads differs.
pub fn live(make: impl Fn() -> View + 'static) -> View {
    live_between(Box::new(make))
}

fn live_between(make: Box<dyn Fn() -> View>) -> View {
    let mark = || -> Node { document().create_comment("").unchecked_into() };
    let (start, end) = (mark(), mark());
    let whole = all([View(start.clone()), View(end.clone())]);
    effect(Box::new(move || {
        let new = make();
        let mut had_focus = false;
        while let Some(old) = start.next_sibling().filter(|old| *old != end) {
            had_focus |= focus::is_in(&old);
            if let Some(parent) = old.parent_node() {
                let _ = parent.remove_child(&old);
            }
        }
        if let Some(parent) = end.parent_node() {
            let _ = parent.insert_before(&new.0, Some(&end));
            if had_focus {
                focus::rescue(&parent);
            }
        }
    }));
    whole
}

/// Runs now, and again when what it reads changes; ends with the piece of the page that it belongs to.
fn effect(run: Box<dyn Fn()>) {
    let effect = RenderEffect::new(move |_| run());
    let effect = StoredValue::new_local(effect);
    on_cleanup(move || effect.dispose());
}

impl El {
    /// An attribute.
    #[must_use]
    pub fn attr(self, name: &'static str, value: &str) -> Self {
        let _ = self.0.set_attribute(name, value);
        self
    }

    /// An attribute that is there only sometimes.
    #[must_use]
    pub fn attr_if(self, name: &'static str, value: Option<&str>) -> Self {
        match value {
            Some(value) => self.attr(name, value),
            None => self,
        }
    }

    /// An attribute that changes; `None` removes it.
    #[must_use]
    pub fn live_attr(self, name: &'static str, value: impl Fn() -> Option<String> + 'static) -> Self {
        self.live_attr_of(name, Box::new(value))
    }

    fn live_attr_of(self, name: &'static str, value: Box<dyn Fn() -> Option<String>>) -> Self {
        let element = self.0.clone();
        effect(Box::new(move || {
            let _ = match value() {
                Some(value) => element.set_attribute(name, &value),
                None => element.remove_attribute(name),
            };
        }));
        self
    }

    /// A property that changes, such as `value` or `checked`.
    #[must_use]
    pub fn live_prop<T: Into<JsValue>>(self, name: &'static str, value: impl Fn() -> T + 'static) -> Self {
        self.live_prop_of(name, Box::new(move || value().into()))
    }

    fn live_prop_of(self, name: &'static str, value: Box<dyn Fn() -> JsValue>) -> Self {
        let element = self.0.clone();
        effect(Box::new(move || {
            let value = value();
            // Writing the same value again would move the caret of a field that is being typed into.
            if js::get(&element, name).is_ok_and(|old| old != value) {
                let _ = js_sys::Reflect::set(&element, &name.into(), &value);
            }
        }));
        self
    }

    /// An attribute that is set when `on`, and that only the customer takes away.
    #[must_use]
    pub fn live_on(self, name: &'static str, on: impl Fn() -> bool + 'static) -> Self {
        let element = self.0.clone();
        effect(Box::new(move || {
            if on() {
                let _ = element.set_attribute(name, "");
            }
        }));
        self
    }

    /// The class `name` is there while `on`.
    #[must_use]
    pub fn live_class(self, name: &'static str, on: impl Fn() -> bool + 'static) -> Self {
        let list = self.0.class_list();
        effect(Box::new(move || {
            let _ = list.toggle_with_force(name, on());
        }));
        self
    }

    /// What happens on `event`.
    #[must_use]
    pub fn on(self, event: &'static str, listener: impl Fn(Event) + 'static) -> Self {
        let listener = Closure::<dyn Fn(Event)>::new(listener).into_js_value();
        let _ = self.0.add_event_listener_with_callback(event, listener.unchecked_ref());
        self
    }

    /// Content.
    #[must_use]
    pub fn add(self, view: impl Into<View>) -> Self {
        let _ = self.0.append_child(&view.into().0);
        self
    }

    /// Content where there is some.
    #[must_use]
    pub fn add_some(self, view: Option<impl Into<View>>) -> Self {
        match view {
            Some(view) => self.add(view),
            None => self,
        }
    }

    /// A text.
    #[must_use]
    pub fn text(self, words: &str) -> Self {
        self.add(text(words))
    }
}

/// What a part that keeps itself up to date does to its elements.
impl El {
    /// Sets an attribute, or removes it.
    pub fn set(&self, name: &'static str, value: Option<&str>) {
        let _ = match value {
            Some(value) => self.0.set_attribute(name, value),
            None => self.0.remove_attribute(name),
        };
    }

    /// Sets the text of a box, unless it stands there already: that would move the caret.
    pub fn set_value(&self, text: &str) {
        if js::get(&self.0, "value").is_ok_and(|old| old != text) {
            let _ = js_sys::Reflect::set(&self.0, &"value".into(), &text.into());
        }
    }

    /// Selects the text of a box.
    pub fn select(&self) {
        let _ = js::call(&self.0, "select", &[]);
    }

    /// Puts `content` in the place of everything in it.
    pub fn fill(&self, content: &View) {
        self.0.set_text_content(None);
        let _ = self.0.append_child(&content.0);
    }

    /// The first element inside that `selector` finds.
    pub fn find(&self, selector: &str) -> Option<Self> {
        self.0.query_selector(selector).ok().flatten().map(Self)
    }

    /// Scrolls as far as is needed to see it.
    pub fn reveal(&self) {
        let _ = js::call(&self.0, "scrollIntoView", &[js::object(&[("block", "nearest".into())]).into()]);
    }

    /// The place of the child that an event is about.
    pub fn child_of(&self, event: &Event) -> Option<usize> {
        let target = event.target()?.dyn_into::<Node>().ok()?;
        let mut child = self.0.first_element_child();
        let mut at = 0;
        while let Some(now) = child {
            if now.contains(Some(&target)) {
                return Some(at);
            }
            child = now.next_element_sibling();
            at += 1;
        }
        None
    }
}

impl From<El> for View {
    fn from(element: El) -> Self {
        Self(element.0.unchecked_into())
    }
}

impl View {
    /// The node, to be put into the page.
    pub fn node(&self) -> &Node {
        &self.0
    }
}

/// The text of the field that an event is about.
pub fn value_of(event: &Event) -> String {
    let target: JsValue = event.target().into();
    js::get(&target, "value").ok().and_then(|value| value.as_string()).unwrap_or_default()
}

/// Empties the field that an event is about.
pub fn clear(event: &Event) {
    let target: JsValue = event.target().into();
    let _ = js_sys::Reflect::set(&target, &"value".into(), &"".into());
}

/// Whether the box that an event is about is ticked.
pub fn is_checked(event: &Event) -> bool {
    let target: JsValue = event.target().into();
    js::get(&target, "checked").is_ok_and(|checked| checked.is_truthy())
}
