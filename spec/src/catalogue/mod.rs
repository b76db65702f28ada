//! What API Gateway says when something fails, why, and what to type: one catalogue, read from
//! `models/api-gateway.errors.json` when it is first asked for.
//!
//! The texts of rules and of refused patches are texts of the catalogue; a test compares them. So the sentences of
//! [`violation`](crate::violation), `apigw explain`, the hint on an answer and the help say the same.
//!
//! ```
//! use apigw_spec::catalogue::catalogue;
//!
//! let known = catalogue()?.recognize(r#"{"message":"Missing Authentication Token"}"#);
//! assert_eq!(known[0].error.id, "response-missing-token");
//! # Ok::<(), String>(())
//! ```

mod entry;
mod known;
mod lookup;
mod pattern;
mod read;
mod said;

use std::sync::OnceLock;

pub use entry::{Certainty, KnownError, Recognized, Surface};
pub use known::Catalogue;

/// The text of the file.
const ERRORS: &str = include_str!("../../models/api-gateway.errors.json");

/// The catalogue, read once for the life of the process.
///
/// # Errors
///
/// The file is tested with the crate, so that only a damaged copy of it has problems.
pub fn catalogue() -> Result<&'static Catalogue, String> {
    static CATALOGUE: OnceLock<Result<Catalogue, String>> = OnceLock::new();
    CATALOGUE.get_or_init(|| read::read(ERRORS)).as_ref().map_err(Clone::clone)
}
