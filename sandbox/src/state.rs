//! What all requests share: the database, the certificate authority, the issue timer.

use std::sync::atomic::{AtomicI64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use axum::extract::State;
use rusqlite::{Connection, Transaction, TransactionBehavior};

use crate::Config;
use crate::ca::Authority;
use crate::db;
use crate::db::seed::Start;
use crate::faults::Faults;
use crate::faults::long::Operations;
use crate::profile::Profile;
use crate::wire::error::Failure;

/// How a handler gets it.
pub type Sandbox = State<Arc<Shared>>;

/// Shared by all requests. One connection: requests take turns, and each runs in one transaction.
pub struct Shared {
    database: Mutex<Connection>,
    authority: Authority,
    start: Start,
    issue_after_at_start: i64,
    issue_after: AtomicI64,
    faults: Faults,
    operations: Operations,
}

impl Shared {
    /// Opens the database.
    ///
    /// # Errors
    ///
    /// A sentence for the operator.
    pub fn open(config: &Config) -> Result<Self, String> {
        let start = Start { profile: config.profile, customers: config.customers };
        let database = db::open(&config.database, start)?;
        let authority = Authority::load(&database)
            .map_err(|failure| format!("cannot read the certificate authority: {failure:?}"))?;
        let millis = i64::try_from(config.issue_after.as_millis()).unwrap_or(i64::MAX);
        Ok(Self {
            database: Mutex::new(database),
            authority,
            start,
            issue_after_at_start: millis,
            issue_after: AtomicI64::new(millis),
            faults: Faults::new(config.faults.clone()),
            operations: Operations::default(),
        })
    }

    /// Runs `work` in one transaction that is kept only if `work` succeeds.
    ///
    /// # Errors
    ///
    /// What `work` returned, or the database failed.
    pub fn transaction<T>(&self, work: impl FnOnce(&Transaction<'_>) -> Result<T, Failure>) -> Result<T, Failure> {
        let mut database = self.lock();
        let transaction = database.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let result = work(&transaction)?;
        transaction.commit()?;
        Ok(result)
    }

    fn lock(&self) -> MutexGuard<'_, Connection> {
        // A panic rolled its transaction back; the connection is as good as before.
        self.database.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The certificate authority.
    pub const fn authority(&self) -> &Authority {
        &self.authority
    }

    /// What the first day is like.
    pub const fn start(&self) -> Start {
        self.start
    }

    /// Which installation it is.
    pub const fn profile(&self) -> Profile {
        self.start.profile
    }

    /// The faults that are switched on.
    pub const fn faults(&self) -> &Faults {
        &self.faults
    }

    /// Answers that are fetched later.
    pub const fn operations(&self) -> &Operations {
        &self.operations
    }

    /// Time per change of state of a certificate, in milliseconds.
    pub fn issue_after(&self) -> i64 {
        self.issue_after.load(Ordering::Relaxed)
    }

    /// Sets that time.
    pub fn set_issue_after(&self, millis: i64) {
        self.issue_after.store(millis, Ordering::Relaxed);
    }

    /// Sets that time back to what it was at start.
    pub fn restore_issue_after(&self) {
        self.set_issue_after(self.issue_after_at_start);
    }
}
