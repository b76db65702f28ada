//! The options of all commands, in the order in which the AWS CLI declares them, then those that it does not have.

use apigw_cli_text::argparse::{Check, Flag, Found, Positional, Takes, sort_checked};
use apigw_cli_text::format::Format;
use apigw_cli_text::jmespath::Query;
use apigw_cli_text::python::number;
use apigw_cli_text::word::Word;

use crate::failure::Failure;
use crate::syntax::catalog;
use crate::syntax::choices::{BinaryFormat, Color, ErrorFormat, ReportFormat};

/// The values of the options; what is not given is unset.
#[derive(Debug, Clone, Default)]
#[expect(clippy::struct_excessive_bools, reason = "each is a flag of the command line")]
pub(crate) struct Globals {
    /// Trace to standard error.
    pub(crate) is_debug: bool,
    /// The base URL of the service.
    pub(crate) endpoint_url: Option<String>,
    /// Disable certificate verification.
    pub(crate) skips_tls_verification: bool,
    /// Make one request only.
    pub(crate) is_single_page: bool,
    /// The output format.
    pub(crate) output: Option<Format>,
    /// The part of the result to print.
    pub(crate) query: Option<Query>,
    /// The profile of the configuration files.
    pub(crate) profile: Option<String>,
    /// The region.
    pub(crate) region: Option<String>,
    /// Colours in tables.
    pub(crate) color: Option<Color>,
    /// Send the request unsigned.
    pub(crate) is_unsigned: bool,
    /// A file of certificates to trust.
    pub(crate) ca_bundle: Option<String>,
    /// Seconds to wait for a reply; 0 for no limit.
    pub(crate) read_timeout: Option<u64>,
    /// Seconds to wait for a connection; 0 for no limit.
    pub(crate) connect_timeout: Option<u64>,
    /// Whether blobs are base64.
    pub(crate) binary_format: Option<BinaryFormat>,
    /// Never page the output.
    pub(crate) is_unpaged: bool,
    /// The format of errors.
    pub(crate) error_format: Option<ErrorFormat>,
    /// Print the request instead of sending it.
    pub(crate) is_dry_run: bool,
    /// The format of findings.
    pub(crate) findings: Option<ReportFormat>,
    /// Rules that may be violated.
    pub(crate) allowed_rules: Vec<String>,
    /// Do not check the rules.
    pub(crate) skips_rules: bool,
    /// Files of objects around the request.
    pub(crate) given: Vec<String>,
    /// Read the objects around the request before it is sent.
    pub(crate) is_preflight: bool,
    /// Do not send a request again that may have been executed.
    pub(crate) avoids_unknown: bool,
    /// The file of a store on this machine that answers in the place of the service; empty for that of the user.
    pub(crate) local: Option<String>,
    /// Print the version and exit.
    pub(crate) is_version: bool,
}

/// Values that are converted after the command line has been parsed.
#[derive(Default)]
struct Texts {
    query: Option<String>,
    read_timeout: Option<String>,
    connect_timeout: Option<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum GlobalKey {
    Debug,
    EndpointUrl,
    NoVerifySsl,
    NoPaginate,
    Output,
    Query,
    Profile,
    Region,
    Version,
    Color,
    NoSignRequest,
    CaBundle,
    ReadTimeout,
    ConnectTimeout,
    BinaryFormat,
    NoPager,
    AutoPrompt,
    NoAutoPrompt,
    ErrorFormat,
    DryRun,
    Findings,
    Allow,
    NoValidate,
    Given,
    Preflight,
    NoRetryUnknown,
    Local,
}

const TEXT: Takes = Takes::One(Check::Text);

const TABLE: &[(&str, GlobalKey, Takes)] = &[
    ("--debug", GlobalKey::Debug, Takes::Nothing),
    ("--endpoint-url", GlobalKey::EndpointUrl, TEXT),
    ("--no-verify-ssl", GlobalKey::NoVerifySsl, Takes::Nothing),
    ("--no-paginate", GlobalKey::NoPaginate, Takes::Nothing),
    ("--output", GlobalKey::Output, Takes::One(Check::Choice(Format::NAMES))),
    ("--query", GlobalKey::Query, TEXT),
    ("--profile", GlobalKey::Profile, TEXT),
    ("--region", GlobalKey::Region, TEXT),
    ("--version", GlobalKey::Version, Takes::Stop),
    ("--color", GlobalKey::Color, Takes::One(Check::Choice(Color::WORDS))),
    ("--no-sign-request", GlobalKey::NoSignRequest, Takes::Nothing),
    ("--ca-bundle", GlobalKey::CaBundle, TEXT),
    ("--cli-read-timeout", GlobalKey::ReadTimeout, TEXT),
    ("--cli-connect-timeout", GlobalKey::ConnectTimeout, TEXT),
    ("--cli-binary-format", GlobalKey::BinaryFormat, Takes::One(Check::Choice(BinaryFormat::WORDS))),
    ("--no-cli-pager", GlobalKey::NoPager, Takes::Nothing),
    ("--cli-auto-prompt", GlobalKey::AutoPrompt, Takes::Nothing),
    ("--no-cli-auto-prompt", GlobalKey::NoAutoPrompt, Takes::Nothing),
    ("--cli-error-format", GlobalKey::ErrorFormat, Takes::One(Check::Choice(ErrorFormat::WORDS))),
];

/// The options that the AWS CLI does not have.
const EXTRA: &[(&str, GlobalKey, Takes)] = &[
    ("--dry-run", GlobalKey::DryRun, Takes::Nothing),
    ("--findings", GlobalKey::Findings, Takes::One(Check::Choice(ReportFormat::WORDS))),
    ("--allow", GlobalKey::Allow, TEXT),
    ("--no-validate", GlobalKey::NoValidate, Takes::Nothing),
    ("--given", GlobalKey::Given, TEXT),
    ("--preflight", GlobalKey::Preflight, Takes::Nothing),
    ("--no-retry-unknown", GlobalKey::NoRetryUnknown, Takes::Nothing),
    ("--local", GlobalKey::Local, Takes::Attached),
];

/// An option, for help and completion.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Described {
    /// The name with its dashes.
    pub(crate) name: &'static str,
    /// The words that may follow.
    pub(crate) takes: Takes,
    /// The values that it can have, if they are listed.
    pub(crate) choices: &'static [&'static str],
    /// Whether the AWS CLI does not have it.
    pub(crate) is_extra: bool,
}

impl Described {
    /// The name of the type of the value.
    pub(crate) fn kind(&self) -> &'static str {
        match self.takes {
            Takes::Nothing | Takes::Stop => "boolean",
            Takes::One(Check::Integer) | Takes::OneOrNone(Check::Integer) => "integer",
            _ => "string",
        }
    }

    /// Whether the option can be repeated.
    pub(crate) fn is_repeated(&self) -> bool {
        EXTRA.iter().any(|(name, key, _)| *name == self.name && matches!(key, GlobalKey::Allow | GlobalKey::Given))
    }

    /// The option with a placeholder for its value.
    pub(crate) fn usage(&self) -> String {
        match self.takes {
            Takes::Attached => format!("{}[=<value>]", self.name),
            _ if self.kind() == "boolean" => self.name.to_owned(),
            _ => format!("{} <value>", self.name),
        }
    }
}

/// All options, for help and completion.
pub(crate) fn described() -> impl Iterator<Item = Described> {
    let described = |(name, _, takes): &(&'static str, GlobalKey, Takes), is_extra| {
        let choices = if let Takes::One(Check::Choice(choices)) = takes { *choices } else { &[] };
        Described { name, takes: *takes, choices, is_extra }
    };
    let theirs = TABLE.iter().map(move |row| described(row, false));
    theirs.chain(EXTRA.iter().map(move |row| described(row, true)))
}

/// Whether a word is a global option that takes the word after it.
pub(crate) fn takes_value(word: &str) -> bool {
    let exact = TABLE.iter().chain(EXTRA).find(|(name, ..)| *name == word);
    let mut longer = TABLE.iter().filter(|(name, ..)| word.len() > 2 && name.starts_with(word));
    let found = exact.or_else(|| longer.next().filter(|_| longer.next().is_none()));
    found.is_some_and(|(.., takes)| matches!(takes, Takes::One(_)))
}

/// Whether a word is an option that the AWS CLI does not have.
pub(crate) fn is_extra(word: &Word) -> bool {
    let name = word.split_once('=').map(|(name, _)| name).or_else(|| word.text());
    EXTRA.iter().any(|(extra, ..)| name == Some(extra))
}

/// What the first stage found.
#[derive(Debug, Clone, Default)]
pub(crate) struct GlobalReading {
    /// The values of the global options, as far as they are known.
    pub(crate) globals: Globals,
    /// The global options with a value that is not known.
    pub(crate) unknown: Vec<&'static str>,
    /// The command; empty if only the version is asked for.
    pub(crate) command: String,
    /// The words that the stage does not know.
    pub(crate) rest: Vec<Word>,
}

/// Runs the first stage: reads the global options and the command's name from anywhere among the words.
pub(crate) fn read(words: &[Word]) -> Result<GlobalReading, Failure> {
    let flag = |(name, key, takes): &(&'static str, GlobalKey, Takes), has_prefixes| Flag {
        name: (*name).to_owned(),
        key: (*name, *key),
        takes: *takes,
        is_required: false,
        has_prefixes,
    };
    let theirs = TABLE.iter().map(|row| flag(row, true));
    let flags: Vec<_> = theirs.chain(EXTRA.iter().map(|row| flag(row, false))).collect();
    let command = Positional { name: "command", is_required: true };
    let found = sort_checked(&flags, &[command], words, catalog::check)?;

    let is_unknown = |values: &[Word]| values.iter().any(|value| !value.is_known());
    let unknown = found.options.iter().filter(|(_, values)| is_unknown(values)).map(|((name, _), _)| *name).collect();
    let globals = Globals::new(&found)?;
    let command = found.positionals.into_iter().next().flatten().map(String::from).unwrap_or_default();
    Ok(GlobalReading { globals, unknown, command, rest: found.rest })
}

impl Globals {
    fn new(found: &Found<(&'static str, GlobalKey)>) -> Result<Self, Failure> {
        let mut globals = Self::default();
        if found.is_stopped {
            globals.is_version = true;
            return Ok(globals);
        }

        let mut prompts = (false, false);
        let mut texts = Texts::default();
        for ((_, key), values) in &found.options {
            let value = values.first().and_then(Word::text).map(str::to_owned);
            match key {
                GlobalKey::Debug => globals.is_debug = true,
                GlobalKey::EndpointUrl => globals.endpoint_url = value,
                GlobalKey::NoVerifySsl => globals.skips_tls_verification = true,
                GlobalKey::NoPaginate => globals.is_single_page = true,
                GlobalKey::Output => globals.output = value.as_deref().and_then(Format::named),
                GlobalKey::Query => texts.query = value,
                GlobalKey::Profile => globals.profile = value,
                GlobalKey::Region => globals.region = value,
                GlobalKey::Color => globals.color = value.as_deref().and_then(Color::named),
                GlobalKey::NoSignRequest => globals.is_unsigned = true,
                GlobalKey::CaBundle => globals.ca_bundle = value,
                GlobalKey::ReadTimeout => texts.read_timeout = value,
                GlobalKey::ConnectTimeout => texts.connect_timeout = value,
                GlobalKey::BinaryFormat => globals.binary_format = value.as_deref().and_then(BinaryFormat::named),
                GlobalKey::NoPager => globals.is_unpaged = true,
                GlobalKey::AutoPrompt => prompts.0 = true,
                GlobalKey::NoAutoPrompt => prompts.1 = true,
                GlobalKey::ErrorFormat => globals.error_format = value.as_deref().and_then(ErrorFormat::named),
                GlobalKey::DryRun => globals.is_dry_run = true,
                GlobalKey::Findings => globals.findings = value.as_deref().and_then(ReportFormat::named),
                GlobalKey::Allow => globals.allowed_rules.extend(value),
                GlobalKey::NoValidate => globals.skips_rules = true,
                GlobalKey::Given => globals.given.extend(value),
                GlobalKey::Preflight => globals.is_preflight = true,
                GlobalKey::NoRetryUnknown => globals.avoids_unknown = true,
                GlobalKey::Local => globals.local = Some(value.unwrap_or_default()),
                GlobalKey::Version => globals.is_version = true,
            }
        }
        globals.check(prompts, texts)
    }

    /// Checks and converts values, after the command line has been parsed.
    fn check(mut self, prompts: (bool, bool), texts: Texts) -> Result<Self, Failure> {
        if prompts == (true, true) {
            let both = "Both --cli-auto-prompt and --no-cli-auto-prompt cannot be specified at the same time.";
            return Err(Failure::parameters(both));
        }
        if let Some(text) = texts.query {
            let compiled = Query::compile(&text);
            let compiled = compiled.map_err(|problem| format!("Bad value for --query {text}: {problem}"));
            self.query = Some(compiled.map_err(Failure::parameters)?);
        }
        if let Some(url) = &self.endpoint_url
            && !has_scheme(url)
        {
            return Err(Failure::parameters(format!(
                "Bad value for --endpoint-url \"{url}\": scheme is missing.  Must be of the form http://<hostname>/ or \
                 https://<hostname>/"
            )));
        }

        if self.endpoint_url.is_some() && self.local.is_some() {
            return Err(Failure::parameters(
                "--local and --endpoint-url both say where to send the request; leave one out",
            ));
        }
        self.read_timeout = texts.read_timeout.as_deref().map(seconds).transpose()?;
        self.connect_timeout = texts.connect_timeout.as_deref().map(seconds).transpose()?;
        Ok(self)
    }
}

fn seconds(text: &str) -> Result<u64, Failure> {
    let seconds = number::whole(text).map_err(Failure::general)?;
    Ok(u64::try_from(seconds).unwrap_or(0))
}

/// Whether a URL starts with a scheme.
fn has_scheme(url: &str) -> bool {
    let Some((scheme, _)) = url.split_once(':') else { return false };
    let mut chars = scheme.chars();
    chars.next().is_some_and(|c| c.is_ascii_alphabetic())
        && chars.all(|c| c.is_ascii_alphanumeric() || matches!(c, '+' | '-' | '.'))
}

#[cfg(test)]
mod tests {
    use apigw_cli_text::word::Word;

    use super::{GlobalReading, read};

    fn words(option: &str, value: Word) -> [Word; 3] {
        ["get-rest-apis".into(), option.into(), value]
    }

    /// U+FDD0 is a noncharacter, but a character that a user types is known.
    #[test]
    fn what_a_user_types_is_known() {
        let GlobalReading { globals, unknown, .. } = read(&words("--query", "'\u{fdd0}'".into())).expect("a query");
        assert!(globals.query.is_some() && unknown.is_empty());
        for (option, value) in
            [("--query", "\u{fdd0}["), ("--cli-read-timeout", "1\u{fdd0}"), ("--endpoint-url", "\u{fdd0}")]
        {
            assert!(read(&words(option, value.into())).is_err(), "{option}");
        }
    }

    #[test]
    fn unknown_values_are_not_checked() {
        for option in ["--query", "--cli-read-timeout", "--endpoint-url", "--output"] {
            let GlobalReading { unknown, .. } = read(&words(option, Word::unknown())).expect(option);
            assert_eq!(unknown, [option]);
        }
    }
}
