//! The catalogue itself.

use std::collections::{HashMap, HashSet};

use super::entry::KnownError;

/// Everything that API Gateway is known to say.
#[derive(Debug)]
pub struct Catalogue {
    /// The errors, in the order of the file.
    pub errors: Vec<KnownError>,
    /// How many errors have a word in their texts.
    pub(super) frequencies: HashMap<String, usize>,
    /// The operations that errors name, in lower case.
    pub(super) operations: HashSet<String>,
}

impl Catalogue {
    /// The error with an identifier.
    ///
    /// ```
    /// # use apigw_spec::catalogue::catalogue;
    /// assert!(catalogue()?.error("mapping-value-invalid").is_some());
    /// # Ok::<(), String>(())
    /// ```
    pub fn error(&self, id: &str) -> Option<&KnownError> {
        self.errors.iter().find(|error| error.id == id)
    }
}
