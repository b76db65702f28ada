//! Errors of the operating system.

use super::repr;

/// The message for an error of the operating system: `[Errno 2] No such file or directory: 'nope'`.
pub fn describe(error: &std::io::Error, path: &str) -> String {
    let text = describe_alone(error);
    if error.raw_os_error().is_some() { format!("{text}: {}", repr::text(path)) } else { text }
}

/// The same without a path, for files that are already open.
pub fn describe_alone(error: &std::io::Error) -> String {
    let text = error.to_string();
    let Some(code) = error.raw_os_error() else { return text };
    format!("[Errno {code}] {}", text.split(" (os error").next().unwrap_or_default())
}
