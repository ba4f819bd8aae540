//! Starts the sandbox and keeps it running until it is told to stop.

mod args;

use std::io::{self, Write as _};
use std::net::SocketAddr;
use std::process::ExitCode;

use args::Command;
use sandbox::{Config, DEMO_LOGIN, DEMO_PASSWORD, app, serve};
use tokio::net::TcpListener;
use tokio::signal::unix::{SignalKind, signal};

fn main() -> ExitCode {
    let outcome = match args::parse(std::env::args().skip(1)) {
        Ok(Command::Help) => write!(io::stdout(), "{}", args::USAGE).map_err(|e| e.to_string()),
        Ok(Command::Run(listen, config)) => run(listen, &config),
        Err(reason) => Err(format!("{reason} (see --help)")),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(reason) => {
            // With standard error closed the exit code still tells.
            let _ = writeln!(io::stderr(), "sandbox: {reason}");
            ExitCode::FAILURE
        }
    }
}

fn run(listen: SocketAddr, config: &Config) -> Result<(), String> {
    let runtime = tokio::runtime::Runtime::new().map_err(|error| error.to_string())?;
    runtime.block_on(async {
        let listener = TcpListener::bind(listen).await.map_err(|error| bind_error(listen, &error))?;
        let app = app(config)?;
        let address = listener.local_addr().map_err(|error| error.to_string())?;
        // Before the announcement: whoever reads it may stop the server at once.
        let stop = stop_signal().map_err(|error| error.to_string())?;
        announce(address).map_err(|error| error.to_string())?;
        serve(listener, app, stop).await.map_err(|error| error.to_string())
    })
}

fn bind_error(listen: SocketAddr, error: &io::Error) -> String {
    if error.kind() == io::ErrorKind::AddrInUse {
        return format!("{listen} is taken by another program; choose another with --listen");
    }
    format!("cannot listen on {listen}: {error}")
}

fn announce(address: SocketAddr) -> io::Result<()> {
    let mut out = io::stdout();
    writeln!(out, "Sandbox on http://{address}/ (log in as {DEMO_LOGIN} / {DEMO_PASSWORD})")?;
    out.flush()
}

/// Resolves on SIGTERM or ctrl-c.
fn stop_signal() -> io::Result<impl Future<Output = ()> + Send + 'static> {
    let mut terminate = signal(SignalKind::terminate())?;
    let mut interrupt = signal(SignalKind::interrupt())?;
    Ok(async move {
        tokio::select! {
            _ = terminate.recv() => {}
            _ = interrupt.recv() => {}
        }
    })
}
