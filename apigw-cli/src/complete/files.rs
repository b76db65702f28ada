//! Names of files.

use std::fs;

use super::candidate::Candidate;

/// The files whose path begins with `path`, after `scheme`. Folders end in a slash. Hidden files are listed only after a
/// dot.
pub(super) fn named(scheme: &str, path: &str) -> Vec<Candidate> {
    let start = path.rfind('/').map_or(0, |slash| slash + 1);
    let (folder, name) = path.split_at_checked(start).unwrap_or((path, ""));
    let place = match (folder, folder.strip_prefix("~/").zip(std::env::home_dir())) {
        ("", _) => ".".into(),
        (_, Some((rest, home))) => home.join(rest),
        (folder, None) => folder.into(),
    };
    let entries = fs::read_dir(place).into_iter().flatten().flatten();
    let found = entries.filter_map(|entry| {
        let file = entry.file_name().into_string().ok()?;
        let is_shown = file.starts_with(name) && (!file.starts_with('.') || name.starts_with('.'));
        let slash = if entry.path().is_dir() { "/" } else { "" };
        // A line stands for one candidate.
        let is_line = !file.contains(char::is_control);
        (is_shown && is_line).then(|| format!("{scheme}{folder}{file}{slash}"))
    });
    let mut found: Vec<String> = found.collect();
    found.sort_unstable();
    found.into_iter().map(Candidate::new).collect()
}
