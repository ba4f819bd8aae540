//! Whether a button of the mouse is down. A field that is left because something else is pressed is judged after that: the page
//! must not move between press and release, or the click would hit something else.
use std::cell::{Cell, RefCell};
use std::rc::Rc;

use gloo_timers::callback::Timeout;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;

/// What waits for the release.
type Waiting = Rc<RefCell<Vec<Box<dyn FnOnce()>>>>;

/// The mouse, or a finger that stands for it.
#[derive(Clone, Default)]
pub struct Pointer {
    is_down: Rc<Cell<bool>>,
    waiting: Waiting,
}

impl Pointer {
    /// Looks at the whole window: what is pressed may be let go anywhere.
    pub fn watch(&self) {
        let Some(window) = web_sys::window() else { return };
        let listen = |event: &str, is_down: bool| {
            let this = self.clone();
            let note = Closure::<dyn Fn()>::new(move || this.note(is_down)).into_js_value();
            let _ = window.add_event_listener_with_callback_and_bool(event, note.unchecked_ref(), true);
        };
        listen("mousedown", true);
        listen("mouseup", false);
        // What is dragged ends without a release.
        listen("dragend", false);
    }

    fn note(&self, is_down: bool) {
        self.is_down.set(is_down);
        // A press whose release was not seen is over too.
        let waiting = self.waiting.take();
        // The click comes right after the release.
        Timeout::new(0, move || waiting.into_iter().for_each(|run| run())).forget();
    }

    /// Runs `run` now; while something is pressed, after the click.
    pub fn settled(&self, run: impl FnOnce() + 'static) {
        if self.is_down.get() {
            self.waiting.borrow_mut().push(Box::new(run));
        } else {
            run();
        }
    }
}
