//! The file that keeps a store. What was written when a call is answered stays, whenever the process ends.

use std::fmt;
use std::io;
use std::iter::once;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use redb::{
    Database, DatabaseError, ReadableDatabase as _, ReadableTable as _, ReadableTableMetadata as _, TableDefinition,
};

use super::journal::RecordChange;
use super::state::State;

/// The records by their keys.
const RECORDS: TableDefinition<'_, &str, &[u8]> = TableDefinition::new("records");

/// How long to wait for a process that has the file open: commands are short.
const PATIENCE: Duration = Duration::from_secs(5);

/// How long to wait between two attempts.
const PAUSE: Duration = Duration::from_millis(10);

/// Why the file of a store cannot be used.
///
/// ```
/// use apigw_local::{Local, Settings, StoreError};
///
/// let folder = std::env::temp_dir();
/// assert!(matches!(Local::open(&folder, Settings::default()), Err(StoreError::Unusable { .. })));
/// ```
#[derive(Debug)]
#[non_exhaustive]
pub enum StoreError {
    /// Another process has it open.
    InUse {
        /// The file.
        path: PathBuf,
    },
    /// A snapshot would take the place of what it has.
    NotEmpty {
        /// The file.
        path: PathBuf,
    },
    /// A snapshot is none.
    NoSnapshot {
        /// What is wrong.
        reason: String,
    },
    /// What it has has no form as a document.
    Unwritable {
        /// What is wrong.
        reason: String,
    },
    /// No service gives its store there.
    Unreachable {
        /// Where.
        url: String,
        /// What is wrong.
        reason: String,
    },
    /// It cannot be opened, read or written, or is no store.
    Unusable {
        /// The file.
        path: PathBuf,
        /// What is wrong.
        reason: String,
    },
}

impl fmt::Display for StoreError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::InUse { path } => write!(
                f,
                "another process has the store `{}` open; end it, or send calls to it with --endpoint-url",
                path.display()
            ),
            Self::NotEmpty { path } => write!(
                f,
                "the store `{}` is not empty; name another file, or let the snapshot take the place of what it has",
                path.display()
            ),
            Self::NoSnapshot { reason } => {
                write!(f, "this is no snapshot of a store: {reason}; make one with `apigw local snapshot`")
            }
            Self::Unwritable { reason } => {
                write!(f, "the store has no form as a document: {reason}; report this, with the call that made it so")
            }
            Self::Unreachable { url, reason } => {
                write!(f, "the store at `{url}` cannot be read: {reason}; give the URL that `apigw local` printed")
            }
            Self::Unusable { path, reason } => {
                write!(f, "the store `{}` cannot be used: {reason}; name another file", path.display())
            }
        }
    }
}

impl std::error::Error for StoreError {}

/// An open file.
pub(crate) struct Disk {
    path: PathBuf,
    database: Database,
}

impl fmt::Debug for Disk {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Disk").field("path", &self.path).finish_non_exhaustive()
    }
}

impl Disk {
    /// Opens a file, or makes it. Its folders are made too.
    pub(crate) fn open(path: &Path) -> Result<Self, StoreError> {
        let unusable = |reason: &dyn fmt::Display| unusable(path, reason);
        if !path.exists() {
            create(path).map_err(|error| unusable(&error))?;
        }
        let start = Instant::now();
        loop {
            match Database::open(path) {
                Ok(database) => return Ok(Self { path: path.to_owned(), database }),
                Err(DatabaseError::DatabaseAlreadyOpen) if start.elapsed() < PATIENCE => std::thread::sleep(PAUSE),
                Err(DatabaseError::DatabaseAlreadyOpen) => return Err(StoreError::InUse { path: path.to_owned() }),
                Err(error) => return Err(unusable(&error)),
            }
        }
    }

    /// Puts everything that the file has into a state.
    pub(crate) fn load(&self, state: &mut State) -> Result<(), StoreError> {
        let read = || -> Result<Vec<(String, Vec<u8>)>, redb::Error> {
            let transaction = self.database.begin_read()?;
            let table = match transaction.open_table(RECORDS) {
                Ok(table) => table,
                Err(redb::TableError::TableDoesNotExist(_)) => return Ok(Vec::new()),
                Err(error) => return Err(error.into()),
            };
            let mut records = Vec::new();
            for entry in table.iter()? {
                let (key, record) = entry?;
                records.push((key.value().to_owned(), record.value().to_owned()));
            }
            Ok(records)
        };
        for (key, record) in read().map_err(|error| unusable(&self.path, &error))? {
            // A later version may keep more, for which there is no place here. What is wrong would quote the record, in
            // which there may be secrets.
            let restored = serde_json::from_slice(&record).and_then(|record| state.restore(&key, record));
            restored.map_err(|_| unusable(&self.path, &format_args!("its record `{key}` is wrong")))?;
        }
        Ok(())
    }

    /// Puts a state in the place of what the file has. What it has stays if it has something and `overwrites` is not set.
    pub(crate) fn replace(&self, state: &State, overwrites: bool) -> Result<(), StoreError> {
        let is_empty = || -> Result<bool, redb::Error> {
            match self.database.begin_read()?.open_table(RECORDS) {
                Ok(table) => Ok(table.is_empty()?),
                Err(redb::TableError::TableDoesNotExist(_)) => Ok(true),
                Err(error) => Err(error.into()),
            }
        };
        if !overwrites && !is_empty().map_err(|error| unusable(&self.path, &error))? {
            return Err(StoreError::NotEmpty { path: self.path.clone() });
        }
        let records = state.records().map_err(|error| unusable(&self.path, &error))?;
        let puts = records.into_iter().map(|(key, record)| RecordChange::Put(key, record));
        let changes: Vec<RecordChange> = once(RecordChange::RemoveAll(String::new())).chain(puts).collect();
        self.write(&changes)
    }

    /// Writes changes, all or none of them.
    pub(crate) fn write(&self, changes: &[RecordChange]) -> Result<(), StoreError> {
        let write = || -> Result<(), redb::Error> {
            let transaction = self.database.begin_write()?;
            let mut table = transaction.open_table(RECORDS)?;
            for change in changes {
                match change {
                    RecordChange::Put(key, record) => drop(table.insert(key.as_str(), record.to_string().as_bytes())?),
                    RecordChange::Remove(key) => drop(table.remove(key.as_str())?),
                    RecordChange::RemoveAll(start) => {
                        table.retain_in(start.as_str().., |key, _| !key.starts_with(start.as_str()))?;
                    }
                }
            }
            drop(table);
            transaction.commit()?;
            Ok(())
        };
        write().map_err(|error| unusable(&self.path, &error))
    }
}

fn unusable(path: &Path, reason: &dyn fmt::Display) -> StoreError {
    StoreError::Unusable { path: path.to_owned(), reason: reason.to_string() }
}

/// Makes an empty file beside, and gives it its name when it is whole: whoever opens it finds all of it or nothing.
fn create(path: &Path) -> io::Result<()> {
    if let Some(folder) = path.parent() {
        std::fs::create_dir_all(folder)?;
    }
    let mut name = path.as_os_str().to_owned();
    name.push(format!(".new-{}", std::process::id()));
    let new = PathBuf::from(name);
    drop(Database::create(&new).map_err(io::Error::other)?);
    match std::fs::hard_link(&new, path) {
        Ok(()) => std::fs::remove_file(&new),
        // Another process was quicker.
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => std::fs::remove_file(&new),
        // Not every file system has links.
        Err(_) => std::fs::rename(&new, path),
    }
}
