//! Files that are written whole or not at all.

use std::fs::{self, OpenOptions};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

/// Writes a file. Another reader finds the former content or the new one, and a failure leaves the former one. A link at
/// the path is replaced, not followed.
pub(crate) fn write(path: &Path, content: &[u8]) -> io::Result<()> {
    let (unfinished, mut file) = beside(path)?;
    let written = file.write_all(content).and_then(|()| file.sync_all());
    drop(file);
    written.and_then(|()| fs::rename(&unfinished, path)).inspect_err(|_| _ = fs::remove_file(&unfinished))
}

/// Writes a file that the user names for output. What is no regular file, such as a terminal, a pipe or `/dev/null`, is
/// written to; the file that a link leads to is replaced, and keeps its permissions.
pub(crate) fn write_output(path: &Path, content: &[u8]) -> io::Result<()> {
    let target = match fs::metadata(path) {
        Ok(found) if !found.is_file() => return fs::write(path, content),
        Ok(found) => Some((fs::canonicalize(path)?, found.permissions())),
        Err(error) if error.kind() == io::ErrorKind::NotFound => None,
        Err(error) => return Err(error),
    };
    let Some((path, permissions)) = target else {
        // A link that leads nowhere yet is followed, as any program does.
        return if fs::symlink_metadata(path).is_ok() { fs::write(path, content) } else { write(path, content) };
    };
    if permissions.readonly() {
        // Whoever protects a file means it, whatever its folder allows.
        drop(OpenOptions::new().write(true).open(&path)?);
    }

    // A folder that takes no new file, or a file system that is nearly full, leaves the file itself.
    let Ok((unfinished, mut file)) = beside(&path) else { return fs::write(&path, content) };
    let written =
        file.write_all(content).and_then(|()| file.set_permissions(permissions)).and_then(|()| file.sync_all());
    drop(file);
    written.and_then(|()| fs::rename(&unfinished, &path)).inspect_err(|_| _ = fs::remove_file(&unfinished))
}

/// A new file in the folder of another.
fn beside(path: &Path) -> io::Result<(PathBuf, fs::File)> {
    let name = path.file_name().ok_or(io::ErrorKind::InvalidFilename)?.to_string_lossy();
    let mut short: String = name.chars().take(100).collect();
    short.insert(0, '.');
    let unfinished = path.with_file_name(format!("{short}.{}.tmp", std::process::id()));
    let file = OpenOptions::new().write(true).create_new(true).open(&unfinished)?;
    Ok((unfinished, file))
}
