//! A folder of its own for each run of the command, with a home that holds no settings.

use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::{fs, io};

/// The folder, removed at the end.
#[derive(Debug)]
pub struct CommandFolder {
    root: PathBuf,
}

impl CommandFolder {
    /// Makes an empty one.
    ///
    /// # Panics
    ///
    /// If the disk does not let it be made.
    pub fn new() -> Self {
        static COUNT: AtomicUsize = AtomicUsize::new(0);
        let count = COUNT.fetch_add(1, Ordering::Relaxed);
        let root = std::env::temp_dir().join(format!("apigw-command-{}-{count}", std::process::id()));
        let made = ["home", "work"].iter().try_for_each(|name| fs::create_dir_all(root.join(name)));
        made.unwrap_or_else(|error| panic!("cannot make `{}`: {error}", root.display()));
        Self { root }
    }

    /// Where the command runs.
    pub fn path(&self) -> PathBuf {
        self.root.join("work")
    }

    /// Writes a file to where the command runs, with the folders above it.
    ///
    /// # Panics
    ///
    /// If the disk does not let it be written.
    pub fn write(&self, name: &str, content: impl AsRef<[u8]>) {
        let path = self.path().join(name);
        let folder = path.parent().map_or(Ok(()), fs::create_dir_all);
        let written = folder.and_then(|()| fs::write(&path, content));
        written.unwrap_or_else(|error| panic!("cannot write `{}`: {error}", path.display()));
    }

    /// The files there that are not among the given, with their content.
    ///
    /// # Panics
    ///
    /// If the disk does not let them be read.
    pub fn files_besides(&self, given: impl Fn(&str) -> bool) -> Vec<(String, Vec<u8>)> {
        let read = |path: &Path| -> io::Result<Vec<(String, Vec<u8>)>> {
            let mut found = Vec::new();
            for entry in fs::read_dir(path)? {
                let entry = entry?;
                let name = entry.file_name().to_string_lossy().into_owned();
                if entry.file_type()?.is_file() && !given(&name) {
                    found.push((name, fs::read(entry.path())?));
                }
            }
            found.sort();
            Ok(found)
        };
        let path = self.path();
        read(&path).unwrap_or_else(|error| panic!("cannot read `{}`: {error}", path.display()))
    }

    /// The command under the name of the one that it replaces, whose messages have that name.
    #[cfg(unix)]
    pub fn command_as_aws(&self) -> Command {
        crate::command::as_aws(self.command())
    }

    /// The command, to be run here; it knows nothing but where its home is.
    pub fn command(&self) -> Command {
        let mut command = crate::command::apigw();
        command.current_dir(self.path()).env("HOME", self.root.join("home"));
        command
    }

    /// Runs a line of a shell here, in which `apigw` is the command.
    ///
    /// # Panics
    ///
    /// If there is no shell.
    pub fn in_shell(&self, line: &str) -> Outcome {
        let mut shell = Command::new("sh");
        shell.current_dir(self.path()).env_clear().env("HOME", self.root.join("home")).env("PATH", search_path());
        outcome(shell.args(["-c", line]))
    }
}

impl Default for CommandFolder {
    fn default() -> Self {
        Self::new()
    }
}

impl Drop for CommandFolder {
    fn drop(&mut self) {
        _ = fs::remove_dir_all(&self.root);
    }
}

/// The folders in which programs are looked for, that of the command first.
pub fn search_path() -> std::ffi::OsString {
    let own = crate::command::path().parent().map(Path::to_owned);
    let others = std::env::var_os("PATH").unwrap_or_default();
    let folders = own.into_iter().chain(std::env::split_paths(&others));
    std::env::join_paths(folders).unwrap_or(others)
}

/// What a run of the command came to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outcome {
    /// The exit status; `None` if a signal ended it.
    pub exit: Option<i32>,
    /// What it printed.
    pub stdout: String,
    /// What it told.
    pub stderr: String,
}

/// Runs a command to its end, without anything on its standard input.
///
/// # Panics
///
/// If it cannot be run.
pub fn outcome(command: &mut Command) -> Outcome {
    let output = command.stdin(Stdio::null()).output();
    let output = output.unwrap_or_else(|error| panic!("cannot run {command:?}: {error}"));
    let Output { status, stdout, stderr } = output;
    let text = |bytes: Vec<u8>| String::from_utf8_lossy(&bytes).into_owned();
    Outcome { exit: status.code(), stdout: text(stdout), stderr: text(stderr) }
}
