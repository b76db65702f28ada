//! Calls checked by the parser, the validation and the rules of the command itself, as far as their words are known.

use apigw_cli_text::argparse::{UsageError, UsageErrorKind};
use apigw_cli_text::document::Map;
use apigw_cli_text::shell_quote::Shell;
use apigw_cli_text::word::Word;
use apigw_spec::partition::is_aws_url;
use apigw_spec::value::ToValue as _;
use apigw_spec::{Context, Member, Operation};

use super::finding::{COMMAND_LINE, LOST_QUOTES, LintFinding, PARAMETER};
use super::invocation::{Invocation, Program};
use super::made::{Made, MadeObject};
use super::partial::{Partial, names_file};
use super::text::Position;
use crate::check::finding::Finding;
use crate::check::{findings, fix, lost_quotes, unknown_options, validation};
use crate::failure::Failure;
use crate::input::value::{InputNode, InputValue};
use crate::input::{input_file, secrets};
use crate::syntax::catalog;
use crate::syntax::globals::{self, GlobalReading, Globals};
use crate::syntax::operation::{self, OperationArgs, ParsedOperation, Reading};
use crate::syntax::paging::check_paging;
use crate::syntax::raw::RawValue;

/// The shell of scripts that name none.
pub(super) const SHELL: Shell = Shell::Posix("sh");

/// What the check of a call came to.
pub(super) struct CheckedInvocation {
    /// The findings, also those of allowed rules.
    pub(super) found: Vec<LintFinding>,
    /// The rules that the call itself allows to be violated.
    pub(super) allowed: Vec<String>,
    /// What is called.
    pub(super) operation: Option<&'static Operation>,
    /// What the call makes, as far as it is known.
    pub(super) made: Option<MadeObject>,
}

/// Checks one call, with what earlier calls of the script made.
pub(super) fn check(call: Invocation, shell: Shell, around: &Made) -> CheckedInvocation {
    let name = call.name().to_owned();
    let may_have_more = call.may_have_more;
    let operation = catalog::find(&name);
    let (allowed, found) = (Vec::new(), Vec::new());
    let mut checker = Checker { call, shell, operation, around, made: None, may_have_more, allowed, found };

    match operation {
        Some(operation) => checker.operation(operation),
        None if name == catalog::HELP => {}
        None => {
            if let Err(error) = catalog::check_operation(&name) {
                checker.report(COMMAND_LINE, checker.call.operation_position(), &error.into());
            }
        }
    }
    let Checker { found, allowed, operation, made, .. } = checker;
    CheckedInvocation { found, allowed, operation, made }
}

/// The members that the options and input files of a call give.
#[derive(Default)]
struct Members {
    /// Those whose value is known.
    known: Map,
    /// All of them, as the rules see them.
    nodes: Vec<(String, InputNode)>,
}

impl Members {
    fn add(&mut self, name: &str, partial: Partial) {
        self.nodes.push((name.to_owned(), partial.node));
        if let Some(value) = partial.known {
            self.known.insert(name, value);
        }
    }

    fn contains(&self, name: &str) -> bool {
        self.nodes.iter().any(|(given, _)| given == name)
    }
}

struct Checker<'m> {
    call: Invocation,
    /// What earlier calls made, and what this one makes.
    around: &'m Made,
    made: Option<MadeObject>,
    /// The shell that the script is for.
    shell: Shell,
    operation: Option<&'static Operation>,
    /// Whether there can be more words than the script shows.
    may_have_more: bool,
    /// The rules that the call itself allows to be violated.
    allowed: Vec<String>,
    found: Vec<LintFinding>,
}

impl Checker<'_> {
    fn operation(&mut self, operation: &'static Operation) {
        if self.shell == SHELL {
            self.find_lost_quotes(operation);
        }
        self.call.settle_values(operation);

        let words = self.call.parser_words();
        let is_own = |word: &Word| globals::is_extra(word) || operation::is_extra(word);
        let is_extra = |word: &Word| self.call.program != Program::Apigw && is_own(word);
        if let Some(at) = words.iter().position(is_extra) {
            let word = words.get(at).map(Word::to_string).unwrap_or_default();
            return self.report(COMMAND_LINE, self.call.position(at), &Failure::UnknownOptions(vec![word]));
        }

        let GlobalReading { globals, unknown, rest, .. } = match globals::read(&words) {
            Ok(reading) => reading,
            Err(failure) => return self.report_usage(&failure),
        };
        self.allowed.clone_from(&globals.allowed_rules);
        if globals.is_version {
            return;
        }

        // An endpoint that is not known can be another service's.
        self.call.is_elsewhere |= unknown.contains(&"--endpoint-url");
        match operation::read_partial(operation, &rest) {
            Ok(reading) => self.arguments(reading, operation, &globals),
            Err(failure) => self.report_usage(&failure),
        }
    }

    /// Checks the arguments of the operation.
    fn arguments(&mut self, reading: Reading, operation: &'static Operation, globals: &Globals) {
        let Reading { parsed, mut unknown, missing } = reading;
        self.may_have_more |= self.call.words.iter().any(|word| word.may_split);
        self.may_have_more |= unknown.iter().any(|word| !word.is_known());
        self.may_have_more |= matches!(&parsed, ParsedOperation::Args(args) if may_hide_options(args));

        if !missing.is_empty() && !self.may_have_more {
            return self.report_usage(&UsageError::required(missing).into());
        }
        if self.may_have_more {
            // A bare word can be the value of an option that is not known.
            unknown.retain(|word| word.text().is_some_and(|text| text.starts_with("--")));
        }
        if !unknown.is_empty() {
            self.report_unknown(unknown.into_iter().map(String::from).collect(), operation);
        }
        if let ParsedOperation::Args(args) = parsed {
            self.members(&args, globals);
        }
    }

    /// Checks the members that the options give.
    fn members(&mut self, args: &OperationArgs, globals: &Globals) {
        let operation = args.operation;
        // The file of an API or a case has what the options do not say.
        self.may_have_more |=
            args.offline.as_ref().is_some_and(|offline| offline.api.is_some() || offline.case.is_some());
        if !self.may_have_more
            && let Err(failure) = check_paging(args, globals)
        {
            self.report(COMMAND_LINE, self.call.operation_position(), &failure);
        }

        let mut members = Members::default();
        for (member, raw) in &args.members {
            let partial = self.convert(operation, member, raw);
            members.add(member.name, partial);
        }
        self.add_input(&mut members, args);
        if args.skeleton.is_some() {
            return;
        }

        self.validate(&members, operation);
        if !globals.skips_rules {
            let is_elsewhere = globals.endpoint_url.as_ref().is_some_and(|url| !is_aws_url(url));
            self.rules(args, members, is_elsewhere || self.call.is_elsewhere);
        }
    }

    /// The value of an option; one that cannot be converted is reported.
    fn convert(&mut self, operation: &'static Operation, member: &'static Member, raw: &RawValue) -> Partial {
        let option = operation::option(operation, member);
        Partial::convert(&option, member.target.shape(), raw).unwrap_or_else(|failure| {
            let failure = secrets::failure(failure, operation.input.shape(), member);
            self.report(PARAMETER, self.call.value_position(&option, 0), &failure);
            Partial::unknown()
        })
    }

    /// Adds the members of an input document, if it stands in the script.
    fn add_input(&mut self, members: &mut Members, args: &OperationArgs) {
        let mut input = Map::new();
        for (option, word) in [("--cli-input-json", &args.input_json), ("--cli-input-yaml", &args.input_yaml)] {
            let Some(word) = word else { continue };
            if names_file(word) || !word.is_known() {
                self.may_have_more = true;
            } else if let Err(failure) = input_file::add_members(&mut input, args) {
                self.may_have_more = true;
                self.report(PARAMETER, self.call.value_position(option, 0), &failure);
            }
        }

        for (name, value) in input.into_entries() {
            if !members.contains(&name) {
                let member = args.operation.input.shape().members().iter().find(|member| member.name == name);
                members.add(&name, Partial::known(value, member.map(|member| member.target.shape())));
            }
        }
    }

    /// Reports what the AWS CLI does not send.
    fn validate(&mut self, members: &Members, operation: &'static Operation) {
        let shape = operation.input.shape();
        for member in shape.members() {
            if member.required && !members.contains(member.name) && !self.may_have_more {
                let missing = validation::missing("input", member.name);
                self.report(PARAMETER, self.call.operation_position(), &Failure::parameters(missing));
            }
            let Some(value) = members.known.get(member.name) else { continue };
            let position = self.call.value_position(&operation::option(operation, member), 0);
            for problem in validation::member_problems(member, value) {
                self.report(PARAMETER, position, &Failure::parameters(problem));
            }
        }

        for (name, _) in &members.nodes {
            if shape.members().iter().all(|member| member.name != name) {
                let unknown = validation::unknown("input", name, shape.members());
                let position = self.call.value_position("--cli-input", 0);
                self.report(PARAMETER, position, &Failure::parameters(unknown));
            }
        }
    }

    /// Reports violations of the rules.
    fn rules(&mut self, args: &OperationArgs, members: Members, is_elsewhere: bool) {
        let operation = args.operation;
        let Members { known, nodes } = members;
        let related = self.around.around(&self.call, operation);
        self.made = MadeObject::new(&self.call, operation, &nodes, !self.may_have_more);
        let input = InputValue::partly_known(nodes, operation.input.shape(), self.may_have_more);
        let found = findings::find(operation, &input, &[]);
        if !related.is_empty() {
            self.with_related(operation, &input, &related, &found);
        }
        for finding in &found {
            let violation = &finding.violation;
            let argument = fix::argument(args, &known, violation, &found, self.shell);
            self.found.push(LintFinding {
                position: self.call.violation_position(violation, operation),
                rule: violation.rule,
                operation: operation.name,
                is_error: finding.blocks && !is_elsewhere,
                message: findings::sentence(violation, operation),
                help: argument.map(|words| help(self.shell, &words)),
            });
        }
    }

    /// Reports what shows only with what earlier calls of the script made. It is never more than a warning: in between, the
    /// script may do what cannot be seen.
    fn with_related(
        &mut self,
        operation: &'static Operation,
        input: &InputValue,
        related: &[(&'static str, InputNode)],
        alone: &[Finding],
    ) {
        let contexts: Vec<Context<'_>> =
            related.iter().map(|(name, node)| Context { name, value: node.to_value() }).collect();
        for finding in findings::find(operation, input, &contexts) {
            let violation = finding.violation;
            if alone.iter().any(|known| known.violation == violation) {
                continue;
            }
            let sentence = findings::sentence(&violation, operation);
            self.found.push(LintFinding {
                position: self.call.violation_position(&violation, operation),
                rule: violation.rule,
                operation: operation.name,
                is_error: false,
                message: format!("as an earlier call of this script left it, {sentence}"),
                help: None,
            });
        }
    }

    /// Reports JSON without quotes around it, so that the shell strips the quotes inside, and continues as if the value
    /// were unknown.
    fn find_lost_quotes(&mut self, operation: &'static Operation) {
        let complex = lost_quotes::options(operation);
        let mut at = self.call.operation + 1;
        while let Some(option) = self.call.words.get(at - 1) {
            let name = option.word.to_string();
            let rest = self.call.words.get(at..).unwrap_or_default();
            let raws = rest.iter().map(|word| word.raw.as_str());
            let text = if complex.contains(&name) { lost_quotes::unquoted(raws) } else { None };
            if let (Some((count, json)), Some(first)) = (text, rest.first()) {
                let raws: Vec<&str> = rest.iter().take(count).map(|word| word.raw.as_str()).collect();
                let (raws, json) = lost_quotes::shown(operation, &name, raws.join(" "), json);
                let message = format!("the shell strips the quotes from {raws}, so {name} does not receive valid JSON");
                let is_expanded = json.contains(['$', '`']);
                self.found.push(LintFinding {
                    position: first.position,
                    rule: LOST_QUOTES,
                    operation: operation.name,
                    is_error: true,
                    message,
                    help: Some(if is_expanded { help_expanded(&name, &json) } else { help(self.shell, &[name, json]) }),
                });

                self.call.words.drain(at + 1..at + count);
                if let Some(word) = self.call.words.get_mut(at) {
                    word.word = Word::unknown();
                    word.may_split = false;
                }
            }
            at += 1;
        }
    }

    fn report(&mut self, rule: &'static str, position: Position, failure: &Failure) {
        let Some(message) = failure.message() else { return };
        let lines: Vec<&str> = message.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
        let operation = self.operation.map_or("", |operation| operation.name);
        let message = lines.join(" ");
        self.found.push(LintFinding { position, rule, operation, is_error: true, message, help: None });
    }

    /// Reports a failure at the option that it names.
    fn report_usage(&mut self, failure: &Failure) {
        let position = match failure {
            // A value that is not known may be there.
            Failure::Usage(UsageError { kind: UsageErrorKind::MissingValue, .. }) if self.ends_open() => return,
            Failure::Usage(UsageError { argument: Some(argument), .. }) => self.call.value_position(argument, 0),
            _ => self.call.operation_position(),
        };
        self.report(COMMAND_LINE, position, failure);
    }

    /// Whether there can be more words at the end.
    fn ends_open(&self) -> bool {
        self.call.words.last().is_some_and(|word| word.may_split)
    }

    fn report_unknown(&mut self, words: Vec<String>, operation: &'static Operation) {
        let first = words.iter().find(|word| word.starts_with('-')).or(words.first()).cloned().unwrap_or_default();
        let at = self.call.words.iter().rposition(|word| word.word == *first.as_str());
        let parsed = self.call.parser_words();
        let advice = unknown_options::advice(operation, &parsed, self.call.program == Program::Apigw).into_iter();
        let meant = advice.reduce(|all, next| format!("{all}; {next}"));

        let position = self.call.position(at.unwrap_or(self.call.operation));
        self.report(COMMAND_LINE, position, &Failure::UnknownOptions(words));
        if let Some(finding) = self.found.last_mut() {
            finding.help = meant;
        }
    }
}

fn help(shell: Shell, words: &[String]) -> String {
    format!("write {}", shell.line(words))
}

/// The same for a value that the shell has to expand.
fn help_expanded(option: &str, value: &str) -> String {
    format!("write {option} \"{}\"", value.replace('\\', "\\\\").replace('"', "\\\""))
}

/// Whether a word that is not the value of an option can be an option itself. The first word after an option is its value.
fn may_hide_options(args: &OperationArgs) -> bool {
    let list = |raw: &RawValue| matches!(raw, RawValue::Words(_));
    let words = args.members.iter().filter(|(_, raw)| list(raw)).flat_map(|(_, raw)| raw.words().iter().skip(1));
    words.chain(&args.outfile).any(Word::starts_unknown)
}
