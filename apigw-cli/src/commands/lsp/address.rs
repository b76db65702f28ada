//! The addresses by which editors name files.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};

/// What stands before the path of a file.
const FILE: &str = "file://";
/// What need not be encoded in a path.
const KEPT: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~').remove(b'/').remove(b':');

/// The path of a file; nothing of a document that is no file of this machine.
pub(super) fn path(address: &str) -> Option<String> {
    let rest = address.strip_prefix(FILE)?;
    let path = percent_decode_str(rest).decode_utf8().ok()?.into_owned();
    let path = path.strip_prefix('/').filter(|path| has_drive(path)).map(str::to_owned).unwrap_or(path);
    std::path::Path::new(&path).is_absolute().then_some(path)
}

/// The address of a file.
pub(super) fn of_path(path: &str) -> String {
    let path = path.replace(std::path::MAIN_SEPARATOR, "/");
    let slash = if path.starts_with('/') { "" } else { "/" };
    format!("{FILE}{slash}{}", utf8_percent_encode(&path, KEPT))
}

/// Whether a path begins with the letter of a drive, as on Windows.
fn has_drive(path: &str) -> bool {
    let mut characters = path.chars();
    cfg!(windows) && characters.next().is_some_and(|c| c.is_ascii_alphabetic()) && characters.next() == Some(':')
}

#[cfg(all(test, unix))]
mod tests {
    use super::{of_path, path};

    #[test]
    fn addresses_and_paths_become_each_other() {
        for (address, expected) in [("file:///a/b.yml", "/a/b.yml"), ("file:///a%20b/%C3%A9%3A.yml", "/a b/é:.yml")] {
            assert_eq!(path(address).as_deref(), Some(expected));
            assert_eq!(path(&of_path(expected)).as_deref(), Some(expected));
        }
        for address in ["untitled:Untitled-1", "file://host/a.yml", "https://example.com/a.yml", "file://"] {
            assert_eq!(path(address), None, "{address}");
        }
    }
}
