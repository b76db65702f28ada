//! Files that are written whole or not at all.

use std::fs::{self, OpenOptions, Permissions};
use std::io::{self, Seek as _, Write as _};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

/// Writes a file. Another reader finds the former content or the new one, and a failure leaves the former one. A link at
/// the path is replaced, not followed.
pub(crate) fn write(path: &Path, content: &[u8]) -> io::Result<()> {
    let (unfinished, mut file) = beside(path, Readers::All)?;
    let written = file.write_all(content).and_then(|()| file.sync_all());
    drop(file);
    written.and_then(|()| fs::rename(&unfinished, path)).inspect_err(|_| _ = fs::remove_file(&unfinished))
}

/// A file that the user names for output, which is written as its content arrives. A regular file is whole or as it was:
/// the content goes to a file beside it, which takes its place at the end, as well of the file that a link leads to, with
/// its permissions. What is no regular file, such as a terminal, a pipe or `/dev/null`, gets everything at the end.
pub(crate) struct OutputFile {
    path: PathBuf,
    place: Destination,
}

enum Destination {
    /// The new file and its path, with the permissions of the one that it replaces.
    Beside(fs::File, PathBuf, Option<Permissions>),
    /// The content so far.
    Held(Vec<u8>),
}

impl OutputFile {
    /// How many bytes are held in memory for what is no regular file.
    const MAX_HELD: usize = 1 << 30;

    /// Finds out what is there. Nothing at the path changes yet.
    pub(crate) fn open(path: &Path) -> io::Result<Self> {
        Self::open_for(path, Readers::All)
    }

    fn open_for(path: &Path, readers: Readers) -> io::Result<Self> {
        let held = |path: &Path| Ok(Self { path: path.to_owned(), place: Destination::Held(Vec::new()) });
        let (path, permissions) = match fs::metadata(path) {
            Ok(found) if !found.is_file() => return held(path),
            Ok(found) => (fs::canonicalize(path)?, Some(found.permissions())),
            // A link that leads nowhere yet is followed, as any program does.
            Err(error) if error.kind() == io::ErrorKind::NotFound && fs::symlink_metadata(path).is_ok() => {
                return held(path);
            }
            Err(error) if error.kind() == io::ErrorKind::NotFound => (path.to_owned(), None),
            Err(error) => return Err(error),
        };
        if permissions.as_ref().is_some_and(Permissions::readonly) {
            // Whoever protects a file means it, whatever its folder allows.
            drop(OpenOptions::new().write(true).open(&path)?);
        }

        match beside(&path, readers) {
            Ok((unfinished, file)) => {
                *lock() = Some(unfinished.clone());
                Ok(Self { path, place: Destination::Beside(file, unfinished, permissions) })
            }
            // A folder that takes no new file, or a file system that is nearly full, leaves the file itself.
            Err(_) if permissions.is_some() => held(&path),
            Err(error) => Err(error),
        }
    }

    /// Drops the content so far: it comes once more.
    pub(crate) fn restart(&mut self) -> io::Result<()> {
        match &mut self.place {
            Destination::Beside(file, ..) => file.set_len(0).and_then(|()| file.rewind()),
            Destination::Held(content) => {
                content.clear();
                Ok(())
            }
        }
    }

    /// Adds to the content.
    pub(crate) fn write(&mut self, bytes: &[u8]) -> io::Result<()> {
        match &mut self.place {
            Destination::Beside(file, ..) => file.write_all(bytes),
            Destination::Held(content) if content.len().saturating_add(bytes.len()) > Self::MAX_HELD => {
                Err(io::ErrorKind::FileTooLarge.into())
            }
            Destination::Held(content) => {
                content.extend_from_slice(bytes);
                Ok(())
            }
        }
    }

    /// Puts the content in its place.
    pub(crate) fn finish(self) -> io::Result<()> {
        match &self.place {
            Destination::Held(content) => fs::write(&self.path, content),
            Destination::Beside(file, unfinished, permissions) => {
                let permitted = permissions.clone().map_or(Ok(()), |permissions| file.set_permissions(permissions));
                permitted.and_then(|()| file.sync_all())?;
                fs::rename(unfinished, &self.path)?;
                *lock() = None;
                Ok(())
            }
        }
    }
}

impl Drop for OutputFile {
    fn drop(&mut self) {
        abandon();
    }
}

/// Writes a file that the user names for output, see [`OutputFile`].
pub(crate) fn write_output(path: &Path, content: &[u8]) -> io::Result<()> {
    write_for(path, content, Readers::All)
}

/// Writes an output file in which there are secrets: if it is new, only its owner may read it.
#[cfg_attr(not(feature = "local"), expect(dead_code, reason = "only copies of stores hold secrets"))]
pub(crate) fn write_private(path: &Path, content: &[u8]) -> io::Result<()> {
    write_for(path, content, Readers::Owner)
}

fn write_for(path: &Path, content: &[u8], readers: Readers) -> io::Result<()> {
    let mut file = OutputFile::open_for(path, readers)?;
    file.write(content)?;
    file.finish()
}

/// Who may read a new file, where files have permissions.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Readers {
    /// As the system has it for new files.
    All,
    Owner,
}

/// The file beside an output file while it is written.
static UNFINISHED: Mutex<Option<PathBuf>> = Mutex::new(None);

fn lock() -> MutexGuard<'static, Option<PathBuf>> {
    UNFINISHED.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Removes what an output file was to become, for those who end the process.
pub(crate) fn abandon() {
    if let Some(path) = lock().take() {
        let _ = fs::remove_file(path);
    }
}

/// A new file in the folder of another.
fn beside(path: &Path, readers: Readers) -> io::Result<(PathBuf, fs::File)> {
    let name = path.file_name().ok_or(io::ErrorKind::InvalidFilename)?.to_string_lossy();
    let mut short: String = name.chars().take(100).collect();
    short.insert(0, '.');
    let unfinished = path.with_file_name(format!("{short}.{}.tmp", std::process::id()));
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    if readers == Readers::Owner {
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    }
    let file = options.open(&unfinished)?;
    Ok((unfinished, file))
}
