//! The languages of scripts.

use apigw_cli_text::shell_quote::Shell;

use super::text::SourceChar;
use super::word::Lexed;
use super::{batch, lexer, powershell};

/// The language of a script.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Language {
    /// That of `sh` and compatible shells.
    Shell,
    /// PowerShell.
    PowerShell,
    /// That of the command prompt of Windows.
    Batch,
}

/// A script in a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Script {
    pub(super) language: Language,
    pub(super) source: Vec<SourceChar>,
}

/// A part of a file that is not read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Unread {
    /// The line where it begins.
    pub(crate) line: usize,
    /// What it is: `Python`.
    pub(crate) language: String,
}

/// The scripts in a file, and what in it is not read.
#[derive(Debug, Default)]
pub(super) struct Scripts {
    pub(super) scripts: Vec<Script>,
    pub(super) unread: Vec<Unread>,
}

impl Language {
    /// The language that a name means, as the blocks of Markdown and file extensions have it.
    pub(super) fn named(name: &str) -> Option<Self> {
        Some(match name.to_lowercase().as_str() {
            "sh" | "bash" | "shell" | "zsh" | "ksh" | "console" | "shell-session" | "shellsession" | "terminal" => {
                Self::Shell
            }
            "powershell" | "pwsh" | "ps" | "ps1" | "psm1" => Self::PowerShell,
            "cmd" | "bat" | "batch" | "dos" => Self::Batch,
            _ => return None,
        })
    }

    /// The words of a script in the language.
    pub(super) fn lex(self, source: &[SourceChar]) -> Lexed {
        match self {
            Self::Shell => lexer::lex(source),
            Self::PowerShell => powershell::lex(source),
            Self::Batch => batch::lex(source),
        }
    }

    /// The shell that runs it.
    pub(super) const fn shell(self) -> Shell {
        match self {
            Self::Shell => super::checker::SHELL,
            Self::PowerShell => Shell::Pwsh,
            Self::Batch => Shell::Cmd,
        }
    }
}
