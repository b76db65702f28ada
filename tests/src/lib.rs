//! What the tests of this package share: where files are, and the reading of recorded answers.

pub mod cases;
pub mod clashes;
pub mod command;
pub mod command_folder;
pub mod exchange;
pub mod fuzzing;
pub mod help_page;
pub mod inputs;
pub mod loopback;
pub mod macro_text;
pub mod mutation;
pub mod own;
pub mod radio;
pub mod recording;
pub mod tools;
pub mod trials;

pub mod every;
pub mod typed;
pub mod visit;

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
pub fn text(relative: &str) -> String {
    std::fs::read_to_string(path(relative)).unwrap_or_else(|error| panic!("cannot read `{relative}`: {error}"))
}

/// A JSON file of this package.
///
/// # Panics
///
/// If the file cannot be read or is no JSON.
pub fn json(relative: &str) -> serde_json::Value {
    serde_json::from_str(&text(relative)).unwrap_or_else(|error| panic!("`{relative}` is no JSON: {error}"))
}

/// Whether tests that need an installed tool may be left out. `cargo verify` says that they may not.
pub fn may_skip() -> bool {
    std::env::var_os("APIGW_REQUIRE_TOOLS").is_none()
}

/// Writes a value as JSON, reads it back, and gives the JSON.
///
/// # Panics
///
/// If what is read back is not what was written.
pub fn round_trip<T>(value: &T) -> serde_json::Value
where
    T: serde::Serialize + serde::de::DeserializeOwned + PartialEq + std::fmt::Debug,
{
    let json = serde_json::to_value(value).unwrap_or_else(|error| panic!("cannot write {value:?}: {error}"));
    let back: T = serde_json::from_value(json.clone()).unwrap_or_else(|error| panic!("cannot read {json}: {error}"));
    assert_eq!(&back, value, "read back from {json}");
    json
}

/// Compares a text with the one that is kept in a file of this package; with `APIGW_BLESS=1` it is kept instead.
///
/// # Panics
///
/// If the texts differ. The message names the command that rewrites the file; `target` is the test's.
pub fn bless(relative: &str, text: &str, target: &str) {
    let file = path(relative);
    if std::env::var_os("APIGW_BLESS").is_some_and(|value| value == "1") {
        let folder = file.parent().unwrap_or(&file);
        let written = std::fs::create_dir_all(folder).and_then(|()| std::fs::write(&file, text));
        return written.unwrap_or_else(|error| panic!("cannot write `{relative}`: {error}"));
    }
    let kept = std::fs::read_to_string(&file).unwrap_or_default();
    let differs = kept.lines().zip(text.lines()).position(|(kept, text)| kept != text);
    let line = differs.unwrap_or_else(|| kept.lines().count().min(text.lines().count()));
    if kept != text {
        let command = format!("APIGW_BLESS=1 cargo test -p apigw-tests --test {target}");
        let side = |text: &str| text.lines().nth(line).unwrap_or("(the end)").to_owned();
        let (number, kept, text) = (line + 1, side(&kept), side(text));
        panic!("`tests/{relative}` is stale from line {number} on:\n- {kept}\n+ {text}\nto rewrite it: {command}");
    }
}
