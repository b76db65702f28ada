//! The tools, and the variables by which the tests find them. May import: `tools`.

use std::env;
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use crate::tools::{self, Source, Tool};

/// Where tools are, and what tests are run with.
pub(crate) struct Environment {
    root: PathBuf,
    tools: PathBuf,
    variables: Vec<(&'static str, OsString)>,
}

/// Python packages that are being installed.
pub(crate) struct Installation {
    pip: Child,
    wanted: String,
    stamp: PathBuf,
}

impl Installation {
    /// Waits until the packages are installed.
    pub(crate) fn finish(mut self) -> Result<(), String> {
        let is_installed = self.pip.wait().is_ok_and(|status| status.success());
        if !is_installed {
            return Err("cannot install the packages of `.ci/requirements.txt`; see what pip says above".to_owned());
        }
        fs::write(&self.stamp, self.wanted).map_err(|error| format!("{}: {error}", self.stamp.display()))
    }
}

impl Environment {
    /// The environment of this checkout.
    pub(crate) fn find() -> Result<Self, String> {
        let root =
            Path::new(env!("CARGO_MANIFEST_DIR")).ancestors().nth(2).ok_or("no workspace around `cargo verify`")?;
        let build = env::var_os("CARGO_TARGET_DIR").map_or_else(|| root.join("target"), |build| root.join(build));
        let tools = build.join("verify");
        fs::create_dir_all(&tools).map_err(|error| format!("cannot make `{}`: {error}", tools.display()))?;

        let path = env::var_os("PATH").unwrap_or_default();
        let own = ["venv/bin", "site/bin"].map(|folder| tools.join(folder));
        let folders = own.into_iter().chain(env::split_paths(&path));
        let path = env::join_paths(folders).map_err(|error| format!("cannot extend PATH: {error}"))?;
        let mut variables = vec![("PATH", path), ("APIGW_REQUIRE_TOOLS", "1".into())];

        let beside = root.join("../shared/cases");
        if env::var_os("APIGW_CASES_DIR").is_none() && beside.is_dir() {
            variables.push(("APIGW_CASES_DIR", beside.into()));
        }
        if tools.join("site").is_dir() {
            variables.push(("PYTHONPATH", tools.join("site").into()));
        }
        Ok(Self { root: root.to_owned(), tools, variables })
    }

    /// A command in the workspace that finds the tools.
    pub(crate) fn command(&self, program: impl Into<OsString>) -> Command {
        let mut command = Command::new(program.into());
        command.current_dir(&self.root).envs(self.variables.iter().map(|(name, value)| (name, value)));
        command
    }

    fn is_installed(&self, tool: &Tool) -> bool {
        let [program, arguments @ ..] = tool.command else { return false };
        let mut command = self.command(program);
        command.args(arguments).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
        command.status().is_ok_and(|status| status.success())
    }

    fn missing(&self) -> impl Iterator<Item = &'static Tool> {
        tools::ALL.into_iter().filter(|tool| !self.is_installed(tool))
    }

    /// Installs the missing Debian packages, or says how.
    pub(crate) fn install_debian_packages(&self) -> Result<(), String> {
        let packages = self.missing().filter_map(|tool| match tool.source {
            Source::Debian(package) => Some(package),
            Source::PyPI | Source::Rust(_) => None,
        });
        let packages: Vec<_> = packages.collect();
        if packages.is_empty() {
            return Ok(());
        }

        let wanted = packages.join(" ");
        println!("      missing: {wanted}");
        // As the super-user, or as one who may become it without a password.
        let become_root: &[&[&str]] = &[&["env"], &["sudo", "-n"]];
        let runs = |prefix: &[&str], words: &[&str]| {
            let [program, arguments @ ..] = prefix else { return false };
            let mut command = self.command(*program);
            command.args(arguments).args(words).stdin(Stdio::null()).stdout(Stdio::null());
            command.env("DEBIAN_FRONTEND", "noninteractive").status().is_ok_and(|status| status.success())
        };
        let install = [&["apt-get", "install", "-qqy", "--no-install-recommends"], &packages[..]].concat();
        let is_installed = become_root.iter().any(|prefix| {
            // The lists of packages may be old, and are not always needed.
            runs(prefix, &install) || runs(prefix, &["apt-get", "update", "-qq"]) && runs(prefix, &install)
        });
        if is_installed {
            return Ok(());
        }
        Err(format!("cannot install Debian packages; run `sudo apt-get install {wanted}` and try again"))
    }

    /// Starts to install the Python packages that `.ci/requirements.txt` lists, unless they are there.
    pub(crate) fn install_python_packages(&mut self) -> Result<Option<Installation>, String> {
        let requirements = self.root.join(".ci/requirements.txt");
        let wanted =
            fs::read_to_string(&requirements).map_err(|error| format!("{}: {error}", requirements.display()))?;
        let stamp = self.tools.join("requirements.txt");
        let is_python = |tool: &&Tool| tool.source == Source::PyPI;
        if fs::read_to_string(&stamp).is_ok_and(|installed| installed == wanted)
            && !self.missing().any(|tool| is_python(&tool))
        {
            return Ok(None);
        }

        let venv = self.tools.join("venv");
        let made = self.command("python3").args(["-m", "venv"]).arg(&venv).stdout(Stdio::null()).status();
        let mut pip = if made.is_ok_and(|status| status.success()) {
            self.command(venv.join("bin/pip"))
        } else {
            // Debian has `venv` in a package of its own.
            let _ = fs::remove_dir_all(&venv);
            let site = self.tools.join("site");
            self.variables.push(("PYTHONPATH", site.clone().into()));
            let mut pip = self.command("python3");
            pip.args(["-m", "pip"]).env("PIP_TARGET", site).env("PIP_UPGRADE", "1");
            pip
        };
        pip.args(["install", "--quiet", "--disable-pip-version-check", "--requirement"]).arg(&requirements);
        let pip = pip.stdin(Stdio::null()).spawn().map_err(|error| format!("cannot run pip: {error}"))?;
        Ok(Some(Installation { pip, wanted, stamp }))
    }

    /// Fails if a tool is still missing.
    pub(crate) fn check(&self) -> Result<(), String> {
        let advice = |tool: &Tool| match tool.source {
            Source::Debian(package) => format!("`{}` (Debian package `{package}`)", tool.name),
            Source::PyPI => format!("`{}` (PyPI)", tool.name),
            Source::Rust(version) => format!("`{}` (run with RUSTUP_TOOLCHAIN={version})", tool.name),
        };
        let missing: Vec<_> = self.missing().map(advice).collect();
        if missing.is_empty() { Ok(()) } else { Err(format!("not installed: {}", missing.join(", "))) }
    }
}
