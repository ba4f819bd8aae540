//! Values of the state that are passed on only when they differ. Type-erased inside: one memo's machinery for all types
//! instead of one for each saves some 3 kB of wasm a type.
use std::any::Any;
use std::marker::PhantomData;
use std::sync::Arc;

use leptos::prelude::*;

use crate::wizard::model::Model;

/// A value derived from the state, cheap to copy into closures.
pub struct Watched<T> {
    memo: Memo<Erased>,
    of: PhantomData<fn() -> T>,
}

impl<T> Clone for Watched<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Watched<T> {}

impl<T: Clone + 'static> Watched<T> {
    /// Derives from `model` by `read`, which gives a value of type `T`.
    pub(super) fn new(model: RwSignal<Model>, read: Box<dyn Fn(&Model) -> Erased + Send + Sync>) -> Self {
        Self { memo: memo(model, read), of: PhantomData }
    }

    /// The value; what calls this is run again when the value differs.
    pub fn get(self) -> T {
        self.memo.get().value()
    }

    /// The value, without being run again.
    pub fn get_untracked(self) -> T {
        self.memo.get_untracked().value()
    }
}

fn memo(model: RwSignal<Model>, read: Box<dyn Fn(&Model) -> Erased + Send + Sync>) -> Memo<Erased> {
    Memo::new(move |_| model.with(|model| read(model)))
}

/// A value of any type that can tell whether it equals another one of its type.
#[derive(Clone)]
pub(super) struct Erased {
    value: Arc<dyn Any + Send + Sync>,
    same: fn(&dyn Any, &dyn Any) -> bool,
}

impl Erased {
    pub(super) fn new<T: PartialEq + Send + Sync + 'static>(value: T) -> Self {
        Self { value: Arc::new(value), same: |a, b| a.downcast_ref::<T>() == b.downcast_ref::<T>() }
    }

    /// # Panics
    /// Never: a [`Watched`] is only made with values of its own type.
    fn value<T: Clone + 'static>(&self) -> T {
        match self.value.downcast_ref::<T>() {
            Some(value) => value.clone(),
            None => unreachable!("a watched value keeps its type"),
        }
    }
}

impl PartialEq for Erased {
    fn eq(&self, other: &Self) -> bool {
        (self.same)(&*self.value, &*other.value)
    }
}
