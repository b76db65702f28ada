//! Snapshots: a store as a document, and stores from documents.

use std::path::Path;
use std::time::Duration;

use apigw_engine::BackendError;
use apigw_engine::http::Request;

use crate::gateway::Outside;
use crate::local::{Local, state};
use crate::settings::Settings;
use crate::store::{Disk, StoreError};

/// Where a service gives its store.
const ADDRESS: &str = "/_apigw/store";

/// How long it may take to give it.
const PATIENCE: Duration = Duration::from_mins(1);

impl Local {
    /// Everything that the store has, values of API keys among it, as a JSON document.
    ///
    /// ```
    /// use apigw_local::{Local, Settings};
    ///
    /// let local = Local::new();
    /// local.surround("1234123412", None, None).map_err(|error| error.to_string())?;
    /// let again = Local::from_snapshot(&local.snapshot()?, Settings::default())?;
    /// assert_eq!(again.snapshot()?, local.snapshot()?);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// If an object has no form as JSON, which none of this crate lacks.
    pub fn snapshot(&self) -> Result<String, StoreError> {
        let document = self.0.with(|state| state.to_document());
        let document = document.map_err(|error| StoreError::Unwritable { reason: error.to_string() })?;
        Ok(format!("{document:#}"))
    }

    /// A service with what a snapshot has, in memory. The account and the region are those of the snapshot. So is what
    /// comes next in the sequence of a seed, if the store that the snapshot is of has one; otherwise the seed is that of
    /// the settings.
    ///
    /// # Errors
    ///
    /// If the document is no snapshot.
    pub fn from_snapshot(snapshot: &str, settings: Settings) -> Result<Self, StoreError> {
        let mut state = state(&settings);
        state.read_document(snapshot)?;
        Ok(Self::of(state, None, settings))
    }

    /// Puts what a snapshot has into a file, which is made if it is not there. What the file has stays, unless `overwrites`
    /// says otherwise. All is written or nothing.
    ///
    /// # Errors
    ///
    /// If the document is no snapshot, another process has the file open, it is not empty, or cannot be used.
    pub fn restore(path: impl AsRef<Path>, snapshot: &str, overwrites: bool) -> Result<(), StoreError> {
        let mut state = state(&Settings::default());
        state.read_document(snapshot)?;
        Disk::open(path.as_ref())?.replace(&state, overwrites)
    }

    /// The snapshot of a service that listens at a URL.
    ///
    /// ```
    /// use apigw_local::Local;
    ///
    /// let running = Local::start()?;
    /// assert_eq!(Local::snapshot_of(&running.url())?, running.local().snapshot()?);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// If nothing answers there, or no service of this crate.
    pub fn snapshot_of(url: &str) -> Result<String, StoreError> {
        let failed = |reason: String| StoreError::Unreachable { url: url.to_owned(), reason };
        let address = format!("{}{ADDRESS}", url.trim_end_matches('/'));
        let answer = Outside::default().send(&address, &Request::new("GET", ADDRESS), PATIENCE);
        let answer = answer.map_err(|error| match error {
            BackendError::Timeout => failed("it does not answer in time".to_owned()),
            BackendError::Unreachable => failed("nothing answers".to_owned()),
        })?;
        if answer.status != 200 {
            return Err(failed(format!("the answer has status {}", answer.status)));
        }

        let snapshot = answer.text();
        match state(&Settings::default()).read_document(&snapshot) {
            Ok(()) => Ok(snapshot),
            Err(StoreError::NoSnapshot { reason }) => {
                Err(failed(format!("no service of this program answers: {reason}")))
            }
            Err(error) => Err(error),
        }
    }
}
