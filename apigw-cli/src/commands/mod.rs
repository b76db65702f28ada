//! Commands that the AWS CLI does not have.

pub(crate) mod call;
mod completions;
mod dry_run;
mod explain;
mod lint_script;
mod man;
mod schema;
mod skeleton;
mod spec;

use apigw_cli_text::argparse::{Check, Flag, Found, Positional, Takes, sort};

use crate::failure::Failure;
use crate::syntax::globals::Globals;
use crate::terminal::stdout;

/// One of them.
#[derive(Debug)]
pub(crate) struct OwnCommand {
    /// The name.
    pub(crate) name: &'static str,
    /// What it is for: a phrase in lower case without a full stop.
    pub(crate) about: &'static str,
    /// How it is called, a form a line, and after an empty line what there is to know. Completion reads the forms: words
    /// in capitals stand for values, and what stands between `|` can be chosen from.
    pub(crate) usage: &'static str,
    run: fn(&[String], &Globals) -> Result<(), Failure>,
}

/// All of them.
pub(crate) static COMMANDS: [OwnCommand; 7] = [
    OwnCommand {
        name: "spec",
        about: "import, check, compare and expand specification files",
        usage: "apigw spec import [--from botocore|smithy] [--paginators FILE] [--output-file FILE] FILE\n       \
         apigw spec check FILE...\n       \
         apigw spec diff [--exit-code] OLD NEW [--operations NAME...]\n       \
         apigw spec expand [--spec FILE] NAME...\n\n\
         FILE, OLD and NEW can be `builtin`, the specification that comes with the command.",
        run: |words, _| spec::run(words),
    },
    OwnCommand {
        name: "explain",
        about: "say what a rule demands, or what an error of AWS means and how to mend it",
        usage: "apigw explain [--format text|json] RULE | ERROR TEXT",
        run: |words, _| explain::explain(words),
    },
    OwnCommand {
        name: "rules",
        about: "list the rules that requests are judged by",
        usage: "apigw rules [--format text|json] [OPERATION]",
        run: |words, _| explain::list(words),
    },
    OwnCommand {
        name: "schema",
        about: "print a JSON Schema of the input of an operation",
        usage: "apigw schema OPERATION",
        run: |words, _| schema::run(words),
    },
    OwnCommand {
        name: "man",
        about: "write the man pages of all commands into a folder",
        usage: "apigw man FOLDER\n\n\
         Then `man -l FOLDER/apigw.1` shows one; in `man1` below a folder of `MANPATH`, `man apigw` finds it.",
        run: |words, _| man::run(words),
    },
    OwnCommand {
        name: "completions",
        about: "print a script that completes command lines in a shell",
        usage: "apigw completions bash|zsh|fish|powershell\n\n\
         For bash, put `source <(apigw completions bash)` into `~/.bashrc`; for zsh, the same with `zsh` into `~/.zshrc`, \
         after `compinit`; for fish, `apigw completions fish | source` into `config.fish`; for PowerShell, \
         `apigw completions powershell | Out-String | Invoke-Expression` into the profile. Nothing is asked of the \
         network.",
        run: |words, _| completions::run(words),
    },
    OwnCommand {
        name: "lint-script",
        about: "find calls in scripts, makefiles and CI files, and judge them without running them",
        usage: "apigw lint-script [--format text|json|sarif] [--allow RULE] [--deny-warnings] FILE...\n\n\
         FILE can be `-`, standard input. `# apigw: allow(RULE) reason` on the line of a call, or alone on the line above, \
         lets it pass. The exit status is 1 if there are errors.",
        run: lint_script::run,
    },
];

/// The one with this name.
pub(crate) fn named(name: &str) -> Option<&'static OwnCommand> {
    COMMANDS.iter().find(|own| own.name == name)
}

/// Runs one of them. Their failures are told in this command's own name, since no script knows them otherwise.
pub(crate) fn run(own: &OwnCommand, words: &[String], globals: &Globals) -> Result<(), Failure> {
    (own.run)(words, globals).map_err(|failure| {
        let usage = format!("\n\nusage: {}", own.usage);
        let message = match &failure {
            Failure::Usage(error) => format!("{}{usage}", error.to_string().trim_end()),
            Failure::UnknownOptions(words) => format!("unknown options: {}{usage}", words.join(", ")),
            _ => match failure.message() {
                Some(message) => message,
                None => return failure,
            },
        };
        stdout::print_error(&format!("apigw: {message}\n"));
        Failure::AlreadyReported(failure.status())
    })
}

/// An option of one of these commands.
fn flag(name: &'static str, takes: Takes) -> Flag<&'static str> {
    Flag { name: name.to_owned(), key: name, takes, is_required: false, has_prefixes: true }
}

/// An option that takes one word.
fn valued(name: &'static str) -> Flag<&'static str> {
    flag(name, Takes::One(Check::Text))
}

/// Sorts the words of one of these commands; those that mean nothing are a failure.
fn read(
    flags: &[Flag<&'static str>],
    positionals: &[Positional],
    words: &[String],
) -> Result<Found<&'static str>, Failure> {
    let found = sort(flags, positionals, words)?;
    let is_option = |word: &&String| word.starts_with("--");
    if found.rest.iter().any(|word| is_option(&word)) {
        return Err(Failure::UnknownOptions(found.rest));
    }
    Ok(found)
}

/// The last value of an option.
fn value<'f>(found: &'f Found<&'static str>, name: &str) -> Option<&'f str> {
    let values = found.options.iter().rev().find(|(key, _)| *key == name).map(|(_, values)| values);
    values.and_then(|values| values.first()).map(String::as_str)
}
