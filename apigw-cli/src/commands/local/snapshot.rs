//! `apigw local snapshot` and `restore`: what a store has, as a file.

use std::fs;
use std::path::{Path, PathBuf};

use apigw_cli_text::python::os_error::describe;
use apigw_local::{Local, Settings, StoreError};

use crate::failure::Failure;
use crate::syntax::globals::Globals;
use crate::terminal::{replace, stdout};
use crate::transport::local_store;

/// Writes what a store has: that of a file, or of a service that runs.
pub(super) fn take(file: &str, data: Option<&str>, globals: &Globals) -> Result<(), Failure> {
    let (store, snapshot) = match &globals.endpoint_url {
        Some(url) if data.is_none() => (url.clone(), Local::snapshot_of(url).map_err(failure)?),
        Some(_) => return Err(Failure::parameters("--data and --endpoint-url name two stores; leave one out")),
        None => {
            let path = path(data, globals)?;
            if !path.exists() {
                let name = path.display();
                let problem =
                    format!("there is no store `{name}`; name one with --data, or a service with --endpoint-url");
                return Err(Failure::general(problem));
            }
            let local = Local::open(&path, Settings::default()).map_err(failure)?;
            (path.display().to_string(), local.snapshot().map_err(failure)?)
        }
    };

    let written = replace::write_private(Path::new(file), format!("{snapshot}\n").as_bytes());
    written.map_err(|error| Failure::general(format!("cannot write `{file}`: {}", describe(&error, file))))?;
    stdout::print_error(&format!("apigw: `{file}` has what `{store}` had\n"));
    Ok(())
}

/// Makes a store from what a snapshot has.
pub(super) fn restore(file: &str, data: Option<&str>, overwrites: bool, globals: &Globals) -> Result<(), Failure> {
    let path = path(data, globals)?;
    let snapshot = fs::read_to_string(file);
    let snapshot =
        snapshot.map_err(|error| Failure::general(format!("cannot read `{file}`: {}", describe(&error, file))))?;
    let name = path.display();
    Local::restore(&path, &snapshot, overwrites).map_err(|error| match error {
        StoreError::NotEmpty { .. } => {
            Failure::general(format!("the store `{name}` is not empty; name another file, or add --overwrite"))
        }
        StoreError::InUse { .. } => {
            Failure::general(format!("another process has the store `{name}` open; end it, then restore again"))
        }
        other => Failure::general(format!("`{file}` cannot be restored: {other}")),
    })?;
    stdout::print_error(&format!("apigw: the store `{name}` has what `{file}` has\n"));
    Ok(())
}

/// The file of the store.
fn path(data: Option<&str>, globals: &Globals) -> Result<PathBuf, Failure> {
    local_store::path(data.or(globals.local.as_deref()).unwrap_or_default())
}

fn failure(error: StoreError) -> Failure {
    match error {
        StoreError::InUse { path } => Failure::general(format!(
            "another process has the store `{}` open; end it, or give its URL with --endpoint-url",
            path.display()
        )),
        other => Failure::general(other.to_string()),
    }
}
