//! What the tests of this package share: where files are, and the reading of recorded answers.

use std::path::PathBuf;

/// The path of a file of this package.
pub fn path(relative: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(relative)
}

/// The text of a file of this package.
///
/// # Panics
///
/// If the file cannot be read: a test cannot go on without it.
#[expect(clippy::panic, reason = "a test cannot go on without its data")]
pub fn text(relative: &str) -> String {
    std::fs::read_to_string(path(relative)).unwrap_or_else(|error| panic!("cannot read `{relative}`: {error}"))
}

/// A JSON file of this package.
///
/// # Panics
///
/// If the file cannot be read or is no JSON.
#[expect(clippy::panic, reason = "a test cannot go on without its data")]
pub fn json(relative: &str) -> serde_json::Value {
    serde_json::from_str(&text(relative)).unwrap_or_else(|error| panic!("`{relative}` is no JSON: {error}"))
}

/// Whether tests that need an installed tool may be left out. In CI they may not.
pub fn may_skip() -> bool {
    std::env::var_os("CI").is_none_or(|value| value != "true")
}
