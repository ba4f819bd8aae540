//! A stand-in BILLmanager: the parts of the billing system that a certificate order uses, over real HTTP with a
//! real database, a test certificate authority, and a guard that refuses every private key.

mod billmgr;
mod ca;
mod clock;
mod control;
mod csr;
mod db;
mod faults;
mod functions;
mod guard;
mod log;
mod money;
mod names;
mod order;
mod password;
mod profile;
mod server;
mod site;
mod state;
mod token;
mod wire;

use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::middleware::from_fn_with_state;

pub use db::Location;
pub use db::seed::{DEMO_LOGIN, DEMO_PASSWORD};
pub use faults::Fault;
pub use profile::Profile;
pub use server::{Sandbox, serve};
pub use site::Origin;

/// How a sandbox is set up.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Config {
    /// Folder of the built site; it need not exist.
    pub site: PathBuf,
    /// Where the tables live.
    pub database: Location,
    /// Time per change of state of an ordered certificate; zero issues at once.
    pub issue_after: Duration,
    /// Which installation it stands for.
    pub profile: Profile,
    /// Further customers, `load001` and so on, for many callers at once.
    pub customers: usize,
    /// Faults that are on from the start.
    pub faults: Vec<Fault>,
    /// Another origin that the site's policy lets its pages call.
    pub connect_src: Option<Origin>,
}

impl Default for Config {
    /// The site in `dist`, a database in memory, certificates issued at once: what tests want.
    fn default() -> Self {
        Self {
            site: PathBuf::from("dist"),
            database: Location::Memory,
            issue_after: Duration::ZERO,
            profile: Profile::Standard,
            customers: 0,
            faults: Vec::new(),
            connect_src: None,
        }
    }
}

/// The whole application. Serve it with connect info of type `SocketAddr`: without the peer's address
/// `/sandbox/*` answers nobody.
///
/// # Errors
///
/// A sentence for the operator: the database cannot be used.
pub fn app(config: &Config) -> Result<Router, String> {
    let shared = Arc::new(state::Shared::open(config)?);
    Ok(Router::new()
        .merge(billmgr::routes(&shared))
        .nest("/sandbox", control::routes())
        .with_state(Arc::clone(&shared))
        .fallback_service(site::service(config.site.clone(), config.connect_src.as_ref()))
        .layer(from_fn_with_state(shared, guard::watch)))
}
