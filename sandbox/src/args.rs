//! The command line.

use std::net::SocketAddr;
use std::path::PathBuf;
use std::time::Duration;

use sandbox::{Config, Fault, Location, Origin, Profile};

/// What `--help` prints.
pub const USAGE: &str = "\
A stand-in BILLmanager for trying and testing cert-order.

Usage: sandbox [OPTIONS]

  --listen ADDRESS:PORT   where to listen (127.0.0.1:8080)
  --site FOLDER           the built site (dist)
  --database FILE         the SQLite file, or :memory: (sandbox.db)
  --issue-after SECONDS   time per change of state of a certificate, 0 for at once (4)
  --profile NAME          which installation: standard, or other with other ids and further fields (standard)
  --customers N           so many further customers: load001, load002 ... (0)
  --fault JSON            a fault from the start, such as {\"fault\":\"latency\",\"millis\":500}; repeatable
  --connect-src ORIGIN    another origin that the site's policy lets its pages call
  --help                  this text
";

/// What the command line asks for.
#[derive(Debug, PartialEq, Eq)]
pub enum Command {
    /// Listen there, set up so.
    Run(SocketAddr, Config),
    /// Print the usage.
    Help,
}

/// Reads the arguments after the program's name.
///
/// # Errors
///
/// A sentence that names the argument that is wrong.
pub fn parse(arguments: impl IntoIterator<Item = String>) -> Result<Command, String> {
    let mut arguments = arguments.into_iter();
    let mut listen = SocketAddr::from(([127, 0, 0, 1], 8080));
    let mut config = Config {
        site: PathBuf::from("dist"),
        database: Location::File(PathBuf::from("sandbox.db")),
        issue_after: Duration::from_secs(4),
        ..Config::default()
    };
    while let Some(name) = arguments.next() {
        if matches!(name.as_str(), "--help" | "-h") {
            return Ok(Command::Help);
        }
        let value = arguments.next();
        let value = value.ok_or_else(|| format!("{name} needs a value, or is unknown"))?;
        match name.as_str() {
            "--listen" => {
                listen = value.parse().map_err(|_| format!("--listen needs ADDRESS:PORT, not {value}"))?;
            }
            "--site" => config.site = PathBuf::from(value),
            "--database" if value == ":memory:" => config.database = Location::Memory,
            "--database" => config.database = Location::File(PathBuf::from(value)),
            "--issue-after" => config.issue_after = seconds(&value)?,
            "--profile" => {
                let profile = Profile::read(&value);
                config.profile = profile.ok_or_else(|| format!("--profile needs standard or other, not {value}"))?;
            }
            "--customers" => {
                config.customers = value.parse().map_err(|_| format!("--customers needs a number, not {value}"))?;
            }
            "--fault" => {
                config.faults.push(Fault::parse(&value).map_err(|reason| format!("--fault: {reason}"))?);
            }
            "--connect-src" => {
                let origin = Origin::read(&value);
                config.connect_src =
                    Some(origin.ok_or_else(|| format!("--connect-src needs SCHEME://HOST:PORT, not {value}"))?);
            }
            _ => return Err(format!("unknown argument {name}")),
        }
    }
    Ok(Command::Run(listen, config))
}

fn seconds(text: &str) -> Result<Duration, String> {
    let seconds: Option<f64> = text.parse().ok();
    seconds
        .and_then(|seconds| Duration::try_from_secs_f64(seconds).ok())
        .ok_or_else(|| format!("--issue-after needs seconds, not {text}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parsed(line: &str) -> Result<Command, String> {
        parse(line.split_whitespace().map(str::to_owned))
    }

    #[test]
    fn without_arguments_it_listens_on_loopback_only() {
        let Ok(Command::Run(listen, config)) = parsed("") else {
            panic!("no run");
        };
        assert_eq!(listen.to_string(), "127.0.0.1:8080");
        assert_eq!(config.issue_after, Duration::from_secs(4));
    }

    #[test]
    fn every_argument_is_taken() {
        let fault = r#"{"fault":"html","times":1}"#;
        let line = format!(
            "--listen 127.0.0.2:9000 --site out --database :memory: --issue-after 0.5 --profile other --customers 3 --fault {fault} --connect-src http://127.0.0.1:9001"
        );
        let expected = Config {
            site: PathBuf::from("out"),
            database: Location::Memory,
            issue_after: Duration::from_millis(500),
            profile: Profile::Other,
            customers: 3,
            faults: vec![Fault::parse(fault).unwrap()],
            connect_src: Origin::read("http://127.0.0.1:9001"),
        };
        let listen = SocketAddr::from(([127, 0, 0, 2], 9000));
        assert_eq!(parsed(&line), Ok(Command::Run(listen, expected)));
        assert_eq!(parsed("--help"), Ok(Command::Help));
    }

    #[test]
    fn a_wrong_argument_is_named() {
        for (line, part) in [
            ("--listen 8080", "--listen"),
            ("--issue-after -1", "--issue-after"),
            ("--issue-after soon", "--issue-after"),
            ("--site", "--site"),
            ("--port 1", "--port"),
            ("--fault html", "--fault"),
            ("--profile vendor", "--profile"),
            ("--customers many", "--customers"),
            ("--connect-src *", "--connect-src"),
            (r#"--fault {"fault":"flood"}"#, "known are one_as_object"),
        ] {
            let reason = parsed(line).unwrap_err();
            assert!(reason.contains(part), "{reason}");
        }
    }
}
