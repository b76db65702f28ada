//! A crate outside the workspace, which cargo builds with the libraries that the tests were built with: what is built
//! again, and what is not, is for cargo to decide. May import: `compiler`.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::compiler::Compiler;

/// A crate, made anew.
pub(crate) struct SmallCrate {
    folder: PathBuf,
}

/// What cargo says of a crate.
pub(crate) struct Said {
    /// Whether it was successful.
    pub(crate) is_accepted: bool,
    /// Its messages, each in one line where the compiler has a short form.
    pub(crate) text: String,
}

impl SmallCrate {
    /// A crate with the files, whose paths are below its folder.
    pub(crate) fn new(name: &str, edition: &str, files: &[(&str, &str)]) -> Self {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("small-crates").join(name);
        let _ = fs::remove_dir_all(&folder);
        let small = Self { folder };
        let manifest = format!(
            "[workspace]\n\n[package]\nname = \"{name}\"\nversion = \"0.1.0\"\nedition = \"{edition}\"\n\
             description = \"A test.\"\nlicense = \"MIT\"\nrepository = \"https://example.com\"\nreadme = \"README.md\"\n\
             keywords = [\"test\"]\ncategories = [\"web-programming\"]\n"
        );
        small.write("Cargo.toml", &manifest);
        for (file, text) in files {
            small.write(file, text);
        }
        small
    }

    /// The folder that a path names, as the system names it.
    pub(crate) fn path(&self, file: &str) -> PathBuf {
        self.folder.join(file)
    }

    /// Writes a file.
    pub(crate) fn write(&self, file: &str, text: &str) {
        let path = self.path(file);
        let made = path.parent().map_or(Ok(()), fs::create_dir_all);
        made.and_then(|()| fs::write(&path, text)).unwrap_or_else(|error| panic!("`{}`: {error}", path.display()));
    }

    /// `cargo check`.
    pub(crate) fn check(&self) -> Said {
        self.cargo(&["check"])
    }

    /// A command of cargo that compiles the crate.
    pub(crate) fn cargo(&self, command: &[&str]) -> Said {
        let mut cargo = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
        // What describes the package of the tests is not about this one.
        let is_foreign = |name: &str| name == "OUT_DIR" || name == "RUSTFLAGS" || name.starts_with("CARGO_");
        for (name, _) in std::env::vars_os().filter(|(name, _)| name.to_str().is_some_and(is_foreign)) {
            if name != "CARGO_HOME" {
                cargo.env_remove(name);
            }
        }
        cargo.current_dir(&self.folder).args(command).args(["--offline", "--quiet", "--message-format=short"]);
        cargo.env("CARGO_TARGET_DIR", self.path("target"));
        cargo.env("CARGO_ENCODED_RUSTFLAGS", Compiler::get().libraries().join("\u{1f}"));
        let output = cargo.output().unwrap_or_else(|error| panic!("cannot run cargo: {error}"));
        Said {
            is_accepted: output.status.success(),
            text: String::from_utf8_lossy(&output.stderr).into_owned() + &String::from_utf8_lossy(&output.stdout),
        }
    }
}

impl Said {
    /// Fails unless cargo refused the crate with all of `parts` in its words.
    pub(crate) fn expect_refused(&self, parts: &[&str]) {
        assert!(!self.is_accepted, "cargo accepts the crate; expected {parts:?}: {}", self.text);
        for part in parts {
            assert!(self.text.contains(part), "`{part}` is not in: {}", self.text);
        }
    }

    /// Fails unless cargo accepted the crate without a word.
    pub(crate) fn expect_silence(&self) {
        assert!(self.is_accepted && self.text.trim().is_empty(), "{}", self.text);
    }
}
