//! The typed arguments of the commands that the AWS CLI does not have.

use super::choices::{CompletionShell, FileReportFormat, ListFormat, ModelFormat, ReportFormat};

/// What one of these commands is asked to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum ExtraArgs {
    /// Check a whole API.
    CheckApi(CheckApiArgs),
    /// Print a completion script.
    Completions {
        /// The shell.
        shell: CompletionShell,
    },
    /// Explain a rule or an error of AWS.
    Explain(ExplainArgs),
    /// Check the definitions in files and folders.
    Lint(LintArgs),
    /// Check the calls in scripts.
    LintScript {
        /// The files; `-` is standard input.
        files: Vec<String>,
        /// The output format.
        format: ReportFormat,
        /// Whether warnings fail too.
        denies_warnings: bool,
    },
    /// Serve the service on this machine, or copy its store.
    Local(LocalAction),
    /// Serve an editor.
    Lsp,
    /// Write the man pages.
    Man {
        /// The folder to write to.
        folder: String,
    },
    /// List the operations.
    Operations {
        /// Words that the name or the path of an operation must contain.
        words: Vec<String>,
        /// The output format.
        format: ListFormat,
    },
    /// Render a mapping template.
    Render(RenderArgs),
    /// List the rules.
    Rules {
        /// The operation whose rules are listed, or all.
        operation: Option<String>,
        /// The output format.
        format: ListFormat,
    },
    /// Print the JSON Schema of an operation's input.
    Schema {
        /// The operation.
        operation: String,
    },
    /// Work on specification files.
    Spec(SpecAction),
    /// Run a call on a store in memory.
    Try {
        /// What stands for functions: `NAME=URL` or `NAME=COMMAND`.
        functions: Vec<String>,
        /// The words of the call.
        call: Vec<String>,
    },
}

/// What `apigw check-api` is asked to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct CheckApiArgs {
    /// The files of its parts, as `get-…` printed them.
    pub(crate) files: Vec<String>,
    /// The identifier of the API at the service.
    pub(crate) api: Option<String>,
    /// The output format.
    pub(crate) format: ReportFormat,
    /// Whether warnings fail too.
    pub(crate) denies_warnings: bool,
}

/// What `apigw explain` is asked to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct ExplainArgs {
    /// The identifier of a rule, or the text of an error; empty if it is in a file.
    pub(crate) asked: String,
    /// The file of the text; `-` is standard input.
    pub(crate) file: Option<String>,
    /// Whether every explanation is printed, and not only the most specific.
    pub(crate) lists_all: bool,
    /// The output format.
    pub(crate) format: ListFormat,
}

/// What `apigw lint` is asked to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct LintArgs {
    /// The files and folders.
    pub(crate) paths: Vec<String>,
    /// The output format.
    pub(crate) format: FileReportFormat,
    /// Whether warnings fail too.
    pub(crate) denies_warnings: bool,
    /// Whether files are named that define nothing.
    pub(crate) is_verbose: bool,
    /// What becomes of fixes that are certain.
    pub(crate) fixes: LintFixes,
    /// The file of findings that do not count.
    pub(crate) baseline: Option<String>,
    /// The file of such findings that is written.
    pub(crate) new_baseline: Option<String>,
}

/// What `apigw lint` does with fixes that are certain.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum LintFixes {
    /// Nothing.
    Ignore,
    /// It shows what they would change.
    Show,
    /// It writes them to the files.
    Write,
}

/// What `apigw local` is asked to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum LocalAction {
    /// Serve.
    Serve(LocalArgs),
    /// Write what a store has to a file.
    Snapshot {
        /// The file to write.
        file: String,
        /// The file that keeps the store.
        data: Option<String>,
    },
    /// Make a store from what such a file has.
    Restore {
        /// The file to read.
        file: String,
        /// The file that keeps the store.
        data: Option<String>,
        /// Whether what the store has may be lost.
        overwrites: bool,
    },
}

/// How `apigw local` serves.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct LocalArgs {
    /// The port.
    pub(crate) port: Option<String>,
    /// The address to listen on.
    pub(crate) host: Option<String>,
    /// The files whose APIs are served.
    pub(crate) apis: Vec<String>,
    /// Whether files are read again when they change.
    pub(crate) watches: bool,
    /// What stands for functions: `NAME=URL` or `NAME=COMMAND`.
    pub(crate) functions: Vec<String>,
    /// The file that keeps the store.
    pub(crate) data: Option<String>,
    /// What identifiers and moments follow from.
    pub(crate) seed: Option<String>,
}

/// What `apigw render` is asked to do.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct RenderArgs {
    /// The file of the template; `-` is standard input.
    pub(crate) template: String,
    /// The file of the body; `-` is standard input.
    pub(crate) body: Option<String>,
    /// The parameters of the request, as JSON.
    pub(crate) params: Option<String>,
    /// `$context`, as JSON.
    pub(crate) context: Option<String>,
    /// The stage variables, as JSON.
    pub(crate) stage_variables: Option<String>,
    /// Whether each step is printed.
    pub(crate) traces: bool,
    /// Whether files are rendered again when they change.
    pub(crate) watches: bool,
}

/// What `apigw spec` is asked to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum SpecAction {
    /// Check that files make one specification.
    Check {
        /// A model and its overlays.
        files: Vec<String>,
    },
    /// Compare two specifications.
    Diff {
        /// The old one.
        old: String,
        /// The new one.
        new: String,
        /// The operations to compare; empty for all.
        operations: Vec<String>,
        /// Whether a breaking change fails.
        fails_on_breaking: bool,
    },
    /// Print the code that the macros generate.
    Expand {
        /// The specification.
        spec: String,
        /// Operations and shapes.
        names: Vec<String>,
    },
    /// Convert a published model to the normal form.
    Import {
        /// The model.
        file: Option<String>,
        /// The service whose model botocore has, instead of a file.
        service: Option<String>,
        /// Its format, if the caller states it.
        format: Option<ModelFormat>,
        /// The pagination file of botocore.
        paginators: Option<String>,
        /// The file of botocore with the waiters.
        waiters: Option<String>,
        /// Where to write the result, or standard output.
        output: Option<String>,
    },
}
