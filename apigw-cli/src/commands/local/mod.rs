//! `apigw local`: the service and the APIs that are deployed on it, on this machine.

mod apis;
mod service;
mod snapshot;

use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::time::Duration;

use apigw_local::{Local, Running, Settings};

use crate::failure::Failure;
use crate::syntax::extra_args::{LocalAction, LocalArgs};
use crate::syntax::globals::Globals;
use crate::terminal::stdout;
use apis::ServedFile;
pub(super) use service::{functions, message, warn};

/// The port that other services of this kind have.
const PORT: u16 = 4566;

/// How often files are looked at.
const PAUSE: Duration = Duration::from_millis(300);

/// Serves, or copies a store.
pub(super) fn run(action: &LocalAction, globals: &Globals) -> Result<(), Failure> {
    match action {
        LocalAction::Serve(args) => serve(args),
        LocalAction::Snapshot { file, data } => snapshot::take(file, data.as_deref(), globals),
        LocalAction::Restore { file, data, overwrites } => {
            snapshot::restore(file, data.as_deref(), *overwrites, globals)
        }
    }
}

/// Serves until the process ends.
fn serve(args: &LocalArgs) -> Result<(), Failure> {
    let address = address(args)?;
    let local = open(args)?;
    let mut files = args.apis.iter().map(|name| ServedFile::read(&local, name)).collect::<Result<Vec<_>, _>>()?;
    let running =
        local.listen(address).map_err(|error| Failure::general(format!("cannot listen on {address}: {error}")))?;
    if !running.address().ip().is_loopback() {
        stdout::print_error(&format!(
            "apigw: warning: everyone who reaches {} can call and change everything; leave out --host to serve this machine \
             alone\n",
            running.address()
        ));
    }

    stdout::print(&format!("{}\n", running.url()));
    stdout::print_report(&format!("{}  the console\n", running.console_url()));
    print_stages(&running, &files);
    loop {
        std::thread::sleep(PAUSE);
        if !args.watches {
            continue;
        }
        for file in files.iter_mut().filter(|file| file.has_changed()) {
            match file.read_again(running.local()) {
                Ok(()) => stdout::print_error(&format!("apigw: `{}` is read again\n", file.name())),
                Err(failure) => stdout::print_error(&format!(
                    "apigw: warning: {}; what was served before stays\n",
                    failure.message().unwrap_or_default()
                )),
            }
        }
    }
}

fn address(args: &LocalArgs) -> Result<SocketAddr, Failure> {
    let host = match args.host.as_deref() {
        None | Some("localhost") => IpAddr::V4(Ipv4Addr::LOCALHOST),
        Some(host) => {
            let wrong = || Failure::option("--host", format!("`{host}` is no IP address; use 127.0.0.1 or 0.0.0.0"));
            host.parse().map_err(|_| wrong())?
        }
    };
    Ok(SocketAddr::from((host, number("--port", args.port.as_deref())?.unwrap_or(PORT))))
}

/// The number that an option gives.
fn number<T: std::str::FromStr>(option: &str, text: Option<&str>) -> Result<Option<T>, Failure> {
    let read = |text: &str| {
        text.parse().map_err(|_| Failure::option(option, format!("`{text}` is no number that it can have")))
    };
    text.map(read).transpose()
}

fn open(args: &LocalArgs) -> Result<Local, Failure> {
    let mut settings = Settings::default();
    settings.seed = number("--seed", args.seed.as_deref())?;
    settings.functions = functions(&args.functions)?;
    settings.on_problem = warn;
    match &args.data {
        Some(path) => Local::open(path, settings).map_err(|error| Failure::general(error.to_string())),
        None => Ok(Local::with(settings)),
    }
}

/// Prints the URL of each stage.
fn print_stages(running: &Running, files: &[ServedFile]) {
    for stage in running.local().stages() {
        let file = files.iter().find(|file| file.has_api(&stage.api));
        let note = file.map(|file| format!(", from `{}`", file.name())).unwrap_or_default();
        let url = running.invoke_url(&stage.api, &stage.stage);
        stdout::print_report(&format!("{url}  {} (stage {}{note})\n", stage.name, stage.stage));
    }
}
