//! Switches for the faults of real installations. They act in a layer around the functions, which know nothing of them.

pub mod adjust;
pub mod cors;
mod fault;
pub mod long;
mod name;
pub mod refuse;
pub mod shape;
pub mod transport;

use std::sync::{Mutex, MutexGuard, PoisonError};

use serde_json::{Value, json};

pub use fault::Fault;
pub use name::Stage;

use crate::wire::params::Params;

/// A switch and what it has done so far.
struct Armed {
    fault: Fault,
    passed: u64,
    bitten: u64,
}

impl Armed {
    /// Whether it bites this call; counts it.
    fn bites(&mut self, stage: Stage, params: &Params) -> bool {
        if !self.fault.name.acts(stage, params) || !self.fault.is_for(params) {
            return false;
        }
        if self.passed < self.fault.skip {
            self.passed += 1;
            return false;
        }
        if self.fault.times.is_some_and(|times| self.bitten >= times) {
            return false;
        }
        self.bitten += 1;
        true
    }
}

/// The faults that are switched on, in the order in which they were given.
pub struct Faults {
    list: Mutex<Vec<Armed>>,
    at_start: Vec<Fault>,
}

impl Faults {
    /// Those that are on at start.
    pub fn new(at_start: Vec<Fault>) -> Self {
        let faults = Self { list: Mutex::default(), at_start };
        faults.restore();
        faults
    }

    /// Switches these on and all others off.
    pub fn replace(&self, faults: Vec<Fault>) {
        *self.lock() = faults.into_iter().map(|fault| Armed { fault, passed: 0, bitten: 0 }).collect();
    }

    /// Back to those that were on at start.
    pub fn restore(&self) {
        self.replace(self.at_start.clone());
    }

    /// All faults that bite this call at `stage`.
    pub fn all(&self, stage: Stage, params: &Params) -> Vec<Fault> {
        let mut list = self.lock();
        list.iter_mut().filter_map(|armed| armed.bites(stage, params).then(|| armed.fault.clone())).collect()
    }

    /// The first fault that bites this call at `stage`; those after it wait for another call.
    pub fn first(&self, stage: Stage, params: &Params) -> Option<Fault> {
        let mut list = self.lock();
        list.iter_mut().find_map(|armed| armed.bites(stage, params).then(|| armed.fault.clone()))
    }

    /// The list as JSON.
    pub fn report(&self) -> Value {
        let list = self.lock();
        let faults: Vec<Value> = list.iter().map(|armed| armed.fault.to_json(armed.bitten)).collect();
        json!({"faults": faults})
    }

    fn lock(&self) -> MutexGuard<'_, Vec<Armed>> {
        // Nothing under this lock can leave the list half changed.
        self.list.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Reads `{"faults": […]}`.
///
/// # Errors
///
/// A sentence that says what is wrong with it.
pub fn read_list(body: &[u8]) -> Result<Vec<Fault>, String> {
    let body: Option<Value> = serde_json::from_slice(body).ok();
    let list = body.as_ref().and_then(|body| body.get("faults")?.as_array());
    let list = list.ok_or("send {\"faults\": [{\"fault\": \"NAME\", …}, …]}")?;
    list.iter().map(Fault::read).collect()
}

#[cfg(test)]
mod tests {
    use super::name::Name;
    use super::*;

    #[test]
    fn a_switch_skips_and_then_bites_as_often_as_it_is_told() {
        let faults = Faults::new(vec![Fault::parse(r#"{"fault":"html","skip":2,"times":2}"#).unwrap()]);
        let call = Params::parse("func=whoami", b"");
        let bitten: Vec<bool> = (0..6).map(|_| faults.first(Stage::Before, &call).is_some()).collect();
        assert_eq!(bitten, [false, false, true, true, false, false]);
        assert_eq!(faults.report()["faults"][0]["bitten"], 2);
        faults.restore();
        assert_eq!(faults.report()["faults"][0]["bitten"], 0);
    }

    #[test]
    fn of_several_in_the_place_of_an_answer_one_bites() {
        let both =
            ["html", "forbidden"].map(|name| Fault::parse(&format!(r#"{{"fault":"{name}","times":1}}"#)).unwrap());
        let faults = Faults::new(both.to_vec());
        let call = Params::parse("func=whoami", b"");
        let names: Vec<Name> = (0..3).filter_map(|_| faults.first(Stage::Before, &call)).map(|f| f.name).collect();
        assert_eq!(names, [Name::Html, Name::Forbidden]);
    }
}
