//! The commands that the AWS CLI does not have. Parser, help, man pages and completions follow from this table.

use super::choices::{CompletionShell, FileReportFormat, ListFormat, ReportFormat};
use super::extra_args::{CheckApiArgs, ExplainArgs, ExtraArgs, LintArgs, LintFixes, RenderArgs};
use super::extra_command::{Argument, Count, ExtraCommand, ExtraOption, Form, OptionValue, ValueKind};
use super::local_forms::{LOCAL, RESTORE, SNAPSHOT, TRY};
use super::spec_forms::{CHECK, DIFF, EXPAND, IMPORT};

const LIST_FORMAT: ExtraOption = ExtraOption::new(
    "--format",
    OptionValue::One(ValueKind::Choice(ListFormat::WORDS)),
    "The output format; `text` by default.",
);

const REPORT_FORMAT: ExtraOption = ExtraOption::new(
    "--format",
    OptionValue::One(ValueKind::Choice(ReportFormat::WORDS)),
    "The output format; `text` by default.",
);

const ALLOW: ExtraOption = ExtraOption {
    is_global: true,
    ..ExtraOption::new(
        "--allow",
        OptionValue::One(ValueKind::Rule),
        "The identifier of a rule that may be violated. Can be repeated.",
    )
};

const DENY_WARNINGS: ExtraOption =
    ExtraOption::new("--deny-warnings", OptionValue::Flag, "Exits with status 1 if there are warnings.");

const fn one(name: &'static str, value: ValueKind) -> Argument {
    Argument { name, value, count: Count::One }
}

const fn many(name: &'static str, value: ValueKind) -> Argument {
    Argument { name, value, count: Count::Many }
}

/// All of them.
pub(crate) static EXTRA_COMMANDS: [ExtraCommand; 14] = [
    ExtraCommand {
        name: "spec",
        about: "import, check, compare and expand specification files",
        forms: &[IMPORT, CHECK, DIFF, EXPAND],
        notes: "FILE, OLD and NEW can be `builtin`, the specification that is built into this command.",
    },
    ExtraCommand {
        name: "explain",
        about: "explain a rule, or an error of AWS and how to fix it",
        forms: &[EXPLAIN],
        notes: "The error can be a message with or without its details, a line of an execution log, the body or a header of a \
                response. Without RULE or ERROR, standard input is read; of a log, each known line is explained once.",
    },
    ExtraCommand {
        name: "rules",
        about: "list the rules that requests are checked against",
        forms: &[RULES],
        notes: "",
    },
    ExtraCommand {
        name: "operations",
        about: "list the operations of the service with their HTTP requests",
        forms: &[OPERATIONS],
        notes: "With WORD, only operations are listed whose name or path contains every WORD.",
    },
    ExtraCommand {
        name: "check-api",
        about: "check a whole API, from files or as it is at the service",
        forms: &[CHECK_API],
        notes: "FILE is what the `get-…` command of a list printed (resources with embedded methods, models, authorizers and \
                so on), or an object with such lists by name; NAME=FILE says which it is where the content does not tell. \
                What is not given is not checked. With `--rest-api-id`, the parts are read with read-only calls. The exit \
                status is 1 if there are errors.",
    },
    ExtraCommand {
        name: "render",
        about: "render a mapping template as API Gateway does, without AWS",
        forms: &[RENDER],
        notes: "TEMPLATE and the file of the body can be `-`, standard input. JSON for `--params` has the members `path`, \
                `querystring` and `header`. The exit status is not 0 if API Gateway would answer with status 500.",
    },
    ExtraCommand {
        name: "try",
        about: "run a call for real on a store in memory, and call the method that it is about",
        forms: &[TRY],
        notes: "The API, the resource and the method that the call names are made first if they are not there, which is said on \
                standard error. After a call on a method, the method gets the responses that it lacks, and is invoked. \
                Nothing is kept; `apigw --local` keeps a store.",
    },
    ExtraCommand {
        name: "local",
        about: "serve API Gateway on this machine: its operations and the APIs that are deployed",
        forms: &[LOCAL, SNAPSHOT, RESTORE],
        notes: "Tools of AWS take the URL that is printed as `--endpoint-url`; a deployed stage is called at the URL that is \
                printed for it, or at `http://API.execute-api.localhost:PORT/STAGE/`. APIs of `--api` are deployed \
                to the stage that `StageName` of a SAM template gives, `Prod` if SAM makes the API of events, or else to `local`. Services of AWS that integrations use are called where \
                `AWS_ENDPOINT_URL_…` says. The console is at `/_apigw/` of the URL. A snapshot is a JSON document with all that \
                a store has, also the values of API keys.",
    },
    ExtraCommand {
        name: "schema",
        about: "print a JSON Schema of the input of an operation",
        forms: &[SCHEMA],
        notes: "",
    },
    ExtraCommand {
        name: "man",
        about: "write the man pages of all commands to a folder",
        forms: &[MAN],
        notes: "Then `man -l FOLDER/apigw.1` shows a page. If the folder is `man1` in a directory of `MANPATH`, `man apigw` \
                finds it.",
    },
    ExtraCommand {
        name: "completions",
        about: "print a script that completes command lines in a shell",
        forms: &[COMPLETIONS],
        notes: "For bash, add `source <(apigw completions bash)` to `~/.bashrc`; for zsh, add the same with `zsh` to \
                `~/.zshrc`, after `compinit`; for fish, add `apigw completions fish | source` to `config.fish`; for \
                PowerShell, add `apigw completions powershell | Out-String | Invoke-Expression` to the profile. Completion \
                does not use the network.",
    },
    ExtraCommand {
        name: "lint",
        about: "check APIs in OpenAPI, CloudFormation, SAM and Terraform, and calls in scripts",
        forms: &[LINT],
        notes: "PATH is a file or a folder; `.` by default. Definitions are found by content, scripts by name or first line; files \
                that `.gitignore` names are left out. To allow a rule to be broken, write `# apigw: allow(RULE) reason` on \
                the line or alone above it, or `x-apigw-allow: [RULE]` in an object of a document. The file `.apigw.toml` has \
                a section `[lint]` with `allow`, `warn`, `paths`, `region` and `partition`. The exit status is 1 if there \
                are errors, and 2 if a file cannot be read.",
    },
    ExtraCommand {
        name: "lsp",
        about: "serve an editor: findings, completions and fixes while you type",
        forms: &[LSP],
        notes: "The Language Server Protocol over standard input and output. Settings are those of `.apigw.toml` in the folder \
                that the editor works in, or above it.",
    },
    ExtraCommand {
        name: "lint-script",
        about: "check the API Gateway calls in scripts, makefiles and CI files without running them",
        forms: &[LINT_SCRIPT],
        notes: "FILE can be `-`, standard input; its name says what it is: a script of a shell, PowerShell or the command \
                prompt, a makefile, container file, CI file, or a page in Markdown. What is not read is reported. To allow a \
                call to violate a rule, write `# apigw: allow(RULE) reason` on \
                the line of the call, or alone on the line above. The exit status is 1 if there are errors.",
    },
];

/// The one with this name.
pub(crate) fn named(name: &str) -> Option<&'static ExtraCommand> {
    EXTRA_COMMANDS.iter().find(|command| command.name == name)
}

const EXPLAIN: Form = Form {
    action: None,
    options: &[
        LIST_FORMAT,
        ExtraOption::new(
            "--file",
            OptionValue::One(ValueKind::File),
            "The file of the error or log; `-` is standard input.",
        ),
        ExtraOption::new("--all", OptionValue::Flag, "Prints every explanation, the most specific first."),
    ],
    arguments: &[Argument { name: "rule|error", value: ValueKind::Rule, count: Count::Any }],
    read: |parsed| {
        ExtraArgs::Explain(ExplainArgs {
            // The text of an error need not be quoted.
            asked: parsed.arguments("rule|error").join(" "),
            file: parsed.option("--file").map(str::to_owned),
            lists_all: parsed.has("--all"),
            format: list_format(parsed.option("--format")),
        })
    },
};

const RULES: Form = Form {
    action: None,
    options: &[LIST_FORMAT],
    arguments: &[Argument { name: "operation", value: ValueKind::Operation, count: Count::Optional }],
    read: |parsed| ExtraArgs::Rules {
        operation: parsed.arguments("operation").pop(),
        format: list_format(parsed.option("--format")),
    },
};

const OPERATIONS: Form = Form {
    action: None,
    options: &[LIST_FORMAT],
    arguments: &[Argument { name: "word", value: ValueKind::Identifier, count: Count::Any }],
    read: |parsed| ExtraArgs::Operations {
        words: parsed.arguments("word"),
        format: list_format(parsed.option("--format")),
    },
};

const CHECK_API: Form = Form {
    action: None,
    options: &[
        ExtraOption::new("--rest-api-id", OptionValue::One(ValueKind::Identifier), "The API, read from the service."),
        REPORT_FORMAT,
        ALLOW,
        DENY_WARNINGS,
    ],
    arguments: &[Argument { name: "file", value: ValueKind::File, count: Count::Any }],
    read: |parsed| {
        ExtraArgs::CheckApi(CheckApiArgs {
            files: parsed.arguments("file"),
            api: parsed.option("--rest-api-id").map(str::to_owned),
            format: parsed.option("--format").and_then(ReportFormat::named).unwrap_or(ReportFormat::Text),
            denies_warnings: parsed.has("--deny-warnings"),
        })
    },
};

const RENDER: Form = Form {
    action: None,
    options: &[
        ExtraOption::new("--body", OptionValue::One(ValueKind::File), "The file of the body; `{}` by default."),
        ExtraOption::new("--params", OptionValue::One(ValueKind::Json), "The parameters of the request."),
        ExtraOption::new("--context", OptionValue::One(ValueKind::Json), "The variables of `$context`."),
        ExtraOption::new("--stage-variables", OptionValue::One(ValueKind::Json), "The variables of the stage."),
        ExtraOption::new(
            "--trace",
            OptionValue::Flag,
            "Prints each step to standard error: what references give, what is set, which branches are taken.",
        ),
        ExtraOption::new("--watch", OptionValue::Flag, "Renders again whenever the template or the body changes."),
    ],
    arguments: &[one("template", ValueKind::File)],
    read: |parsed| {
        let option = |name| parsed.option(name).map(str::to_owned);
        ExtraArgs::Render(RenderArgs {
            template: parsed.argument("template"),
            body: option("--body"),
            params: option("--params"),
            context: option("--context"),
            stage_variables: option("--stage-variables"),
            traces: parsed.has("--trace"),
            watches: parsed.has("--watch"),
        })
    },
};

const SCHEMA: Form = Form {
    action: None,
    options: &[],
    arguments: &[one("operation", ValueKind::Operation)],
    read: |parsed| ExtraArgs::Schema { operation: parsed.argument("operation") },
};

const MAN: Form = Form {
    action: None,
    options: &[],
    arguments: &[one("folder", ValueKind::Folder)],
    read: |parsed| ExtraArgs::Man { folder: parsed.argument("folder") },
};

const COMPLETIONS: Form = Form {
    action: None,
    options: &[],
    arguments: &[one("shell", ValueKind::Choice(CompletionShell::WORDS))],
    read: |parsed| ExtraArgs::Completions {
        shell: CompletionShell::named(&parsed.argument("shell")).unwrap_or(CompletionShell::Bash),
    },
};

const LINT: Form = Form {
    action: None,
    options: &[
        ExtraOption::new(
            "--format",
            OptionValue::One(ValueKind::Choice(FileReportFormat::WORDS)),
            "The output format; `text` by default.",
        ),
        ALLOW,
        DENY_WARNINGS,
        ExtraOption::new("--verbose", OptionValue::Flag, "Names the format of each file that is read."),
        ExtraOption::new("--fix", OptionValue::Flag, "Fixes in the files what has one certain fix."),
        ExtraOption::new(
            "--diff",
            OptionValue::Flag,
            "Prints what `--fix` would change as a patch, in the place of a report, and changes nothing.",
        ),
        ExtraOption::new(
            "--baseline",
            OptionValue::One(ValueKind::File),
            "A file of earlier findings, which are not reported again.",
        ),
        ExtraOption::new(
            "--write-baseline",
            OptionValue::One(ValueKind::File),
            "Writes all findings to a file for `--baseline`, and reports none.",
        ),
    ],
    arguments: &[Argument { name: "path", value: ValueKind::File, count: Count::Any }],
    read: |parsed| {
        ExtraArgs::Lint(LintArgs {
            paths: parsed.arguments("path"),
            format: parsed.option("--format").and_then(FileReportFormat::named).unwrap_or(FileReportFormat::Text),
            denies_warnings: parsed.has("--deny-warnings"),
            is_verbose: parsed.has("--verbose"),
            fixes: match (parsed.has("--diff"), parsed.has("--fix")) {
                (true, _) => LintFixes::Show,
                (false, true) => LintFixes::Write,
                (false, false) => LintFixes::Ignore,
            },
            baseline: parsed.option("--baseline").map(str::to_owned),
            new_baseline: parsed.option("--write-baseline").map(str::to_owned),
        })
    },
};

const LSP: Form = Form { action: None, options: &[], arguments: &[], read: |_| ExtraArgs::Lsp };

const LINT_SCRIPT: Form = Form {
    action: None,
    options: &[REPORT_FORMAT, ALLOW, DENY_WARNINGS],
    arguments: &[many("file", ValueKind::File)],
    read: |parsed| ExtraArgs::LintScript {
        files: parsed.arguments("file"),
        format: parsed.option("--format").and_then(ReportFormat::named).unwrap_or(ReportFormat::Text),
        denies_warnings: parsed.has("--deny-warnings"),
    },
};

fn list_format(word: Option<&str>) -> ListFormat {
    word.and_then(ListFormat::named).unwrap_or(ListFormat::Text)
}
