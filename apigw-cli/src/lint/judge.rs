//! Calls judged by the parser and the rules that the command itself has, as far as their words are known.

use apigw_cli_text::argparse::UsageErrorKind;
use apigw_cli_text::document::{Document, Map};
use apigw_cli_text::shell_quote::Shell;
use apigw_cli_text::unseen::{UNSEEN, is_unseen};
use apigw_spec::partition::is_aws_url;
use apigw_spec::{Member, Operation};

use super::calls::{Call, Program};
use super::text::Place;
use crate::check::{findings, fix, lost_quotes, validation};
use crate::failure::Failure;
use crate::input::{convert, input_file, value};
use crate::syntax::catalog;
use crate::syntax::globals::{self, Globals};
use crate::syntax::operation::{self, Given, OperationArgs, ParsedOperation};
use crate::syntax::paging::check_paging;
use crate::syntax::suggest::meant_option;

/// One thing that is wrong with a call.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Finding {
    /// Where.
    pub(crate) place: Place,
    /// The rule, or the part of the command that found it.
    pub(crate) rule: &'static str,
    /// Whether the call cannot succeed.
    pub(crate) is_error: bool,
    /// What is wrong.
    pub(crate) message: String,
    /// What to write instead.
    pub(crate) help: Option<String>,
}

/// What findings are called that are none of a rule.
const COMMAND_LINE: &str = "command-line";
const PARAMETER: &str = "parameter";
const EATEN_QUOTES: &str = "eaten-quotes";

/// The shell that scripts are for.
const SHELL: Shell = Shell::Posix("sh");

/// Judges one call, but not by the rules that are allowed to be broken.
pub(crate) fn judge(call: &Call, allowed: &[String]) -> Vec<Finding> {
    let Some(word) = call.words.get(call.operation) else { return Vec::new() };
    if word.text == "help" {
        return Vec::new();
    }
    let mut judge = Judge { call: call.clone(), allowed, is_open: call.is_open, found: Vec::new() };
    match catalog::find(&word.text) {
        Some(operation) => judge.operation(operation),
        None => {
            if let Err(failure) = catalog::check_operation(&word.text) {
                judge.tell(COMMAND_LINE, word.place, &failure.into());
            }
        }
    }
    judge.found
}

struct Judge<'a> {
    call: Call,
    allowed: &'a [String],
    /// Whether there can be more words than are seen.
    is_open: bool,
    found: Vec<Finding>,
}

impl Judge<'_> {
    fn operation(&mut self, operation: &'static Operation) {
        self.find_eaten_quotes(operation);
        let words = self.call.texts();
        let foreign = words.iter().position(|word| self.call.program != Program::Own && globals::is_extra(word));
        if let Some(at) = foreign {
            let word = words.get(at).cloned().unwrap_or_default();
            return self.tell(COMMAND_LINE, self.call.place(at), &Failure::UnknownOptions(vec![word]));
        }
        let (globals, rest) = match globals::read(&words) {
            Ok((globals, _, rest)) => (globals, rest),
            Err(failure) => return self.tell_usage(&failure),
        };
        if globals.is_version {
            return;
        }
        match self.read(operation, &rest) {
            Ok(Some(call)) => self.members(&call, &globals),
            Ok(None) => {}
            Err(failure) => self.tell_usage(&failure),
        }
    }

    /// Reads the options, and tells those that mean nothing.
    fn read(&mut self, operation: &'static Operation, words: &[String]) -> Result<Option<Box<OperationArgs>>, Failure> {
        let (request, unknown) = operation::read_known(operation, words, false)?;
        self.is_open |= self.call.words.iter().any(|word| word.is_many) || unknown.iter().any(|word| is_unseen(word));
        self.is_open |= matches!(&request, ParsedOperation::Args(call) if may_hide_options(call));
        let (request, mut unknown) = operation::read_known(operation, words, !self.is_open)?;
        if self.is_open {
            // What stands bare can be the value of an option that is not seen.
            unknown.retain(|word| word.starts_with("--") && !is_unseen(word));
        }
        if !unknown.is_empty() {
            self.tell_unknown(unknown, operation);
        }
        Ok(match request {
            ParsedOperation::Help => None,
            ParsedOperation::Args(call) => Some(call),
        })
    }

    /// Judges the members that the options give.
    fn members(&mut self, call: &OperationArgs, globals: &Globals) {
        let operation = call.operation;
        if !self.is_open
            && let Err(failure) = check_paging(call, globals)
        {
            self.tell(COMMAND_LINE, self.call.place(self.call.operation), &failure);
        }
        let mut members = Map::new();
        for (member, given) in &call.members {
            let value = self.convert(operation, member, given);
            members.insert(member.name, value);
        }
        self.add_input(&mut members, call);
        if call.skeleton.is_some() {
            return;
        }
        self.validate(&members, operation);
        if !globals.skips_rules {
            let is_elsewhere = globals.endpoint_url.as_ref().is_some_and(|url| !is_aws_url(url));
            self.rules(call, &members, globals, is_elsewhere || self.call.is_elsewhere);
        }
    }

    /// The value of an option. What cannot be converted is told, unless a part of it is not known.
    fn convert(&mut self, operation: &'static Operation, member: &'static Member, given: &Given) -> Document {
        let words = match given {
            Given::Word(word) => std::slice::from_ref(word),
            Given::Words(words) => words.as_slice(),
            Given::Flag(_) => &[],
        };
        let unseen = Document::Text(UNSEEN.to_string());
        if words.iter().any(|word| names_file(word)) {
            return unseen;
        }
        let option = operation::option(operation, member);
        match convert::convert(&option, member.target.shape(), given.clone()) {
            Ok(value) => value,
            Err(failure) => {
                if !words.iter().any(|word| is_unseen(word)) {
                    self.tell(PARAMETER, self.call.place_of(&option, 0), &failure);
                }
                unseen
            }
        }
    }

    /// Adds what an input document gives, if it stands in the script.
    fn add_input(&mut self, members: &mut Map, call: &OperationArgs) {
        let texts = [("--cli-input-json", &call.input_json), ("--cli-input-yaml", &call.input_yaml)];
        for (option, text) in texts {
            let Some(text) = text else { continue };
            if names_file(text) || is_unseen(text) {
                self.is_open = true;
            } else if let Err(failure) = input_file::add_members(members, call) {
                self.is_open = true;
                self.tell(PARAMETER, self.call.place_of(option, 0), &failure);
            }
        }
    }

    /// Tells what the AWS CLI does not send.
    fn validate(&mut self, members: &Map, operation: &'static Operation) {
        let shape = operation.input.shape();
        for member in shape.members() {
            let option = operation::option(operation, member);
            let Some(value) = members.get(member.name) else {
                if member.required && !self.is_open {
                    let missing = format!("Missing required parameter in input: \"{}\"", member.name);
                    self.tell(PARAMETER, self.call.place(self.call.operation), &Failure::parameters(missing));
                }
                continue;
            };
            let place = self.call.place_of(&option, 0);
            for problem in validation::member_problems(member, value) {
                self.tell(PARAMETER, place, &Failure::parameters(problem));
            }
        }
        for (name, _) in members.iter() {
            if shape.members().iter().all(|member| member.name != name) && !is_unseen(name) {
                let unknown = format!("Unknown parameter in input: \"{name}\"");
                self.tell(PARAMETER, self.call.place_of("--cli-input", 0), &Failure::parameters(unknown));
            }
        }
    }

    /// Tells what the rules find.
    fn rules(&mut self, call: &OperationArgs, members: &Map, globals: &Globals, is_elsewhere: bool) {
        let operation = call.operation;
        let request = value::InputValue::partly_known(members, operation.input.shape(), self.is_open);
        for found in findings::find(operation, &request, globals) {
            let violation = found.violation;
            if self.allowed.iter().any(|rule| rule == violation.rule) {
                continue;
            }
            let argument = fix::argument(call, members, &violation, SHELL);
            self.found.push(Finding {
                place: self.call.place_of_violation(&violation, operation),
                rule: violation.rule,
                is_error: found.blocks && !is_elsewhere,
                message: findings::sentence(&violation, operation),
                help: argument.filter(|words| !words.iter().any(|word| is_unseen(word))).map(|words| help(&words)),
            });
        }
    }

    /// Tells JSON that stands in the script without quotes around it, so that the shell takes those inside, and goes
    /// on as if it were not known.
    fn find_eaten_quotes(&mut self, operation: &'static Operation) {
        let complex = lost_quotes::options(operation);
        let mut at = self.call.operation + 1;
        while let Some(option) = self.call.words.get(at - 1) {
            let name = option.text.clone();
            let rest = self.call.words.get(at..).unwrap_or_default();
            let text =
                if complex.contains(&name) { lost_quotes::unquoted(rest.iter().map(|word| &*word.raw)) } else { None };
            if let (Some((count, json)), Some(first)) = (text, rest.first().cloned()) {
                let texts: Vec<&str> = rest.iter().take(count).map(|word| word.raw.as_str()).collect();
                let message = format!("the shell takes the quotes out of {}, so {name} gets no JSON", texts.join(" "));
                self.found.push(Finding {
                    place: first.place,
                    rule: EATEN_QUOTES,
                    is_error: true,
                    message,
                    help: Some(if json.contains(['$', '`']) {
                        help_expanded(&name, &json)
                    } else {
                        help(&[name, json])
                    }),
                });
                self.call.words.drain(at + 1..at + count);
                if let Some(word) = self.call.words.get_mut(at) {
                    word.text = UNSEEN.to_string();
                    word.is_many = false;
                }
            }
            at += 1;
        }
    }

    fn tell(&mut self, rule: &'static str, place: Place, failure: &Failure) {
        let Some(message) = failure.message() else { return };
        let lines: Vec<&str> = message.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
        self.found.push(Finding { place, rule, is_error: true, message: lines.join(" "), help: None });
    }

    /// Tells a failure at the option that it names, unless what fails is not known.
    fn tell_usage(&mut self, failure: &Failure) {
        let Failure::Usage(error) = failure else {
            return self.tell(COMMAND_LINE, self.call.place(self.call.operation), failure);
        };
        // A value that is not seen may be there.
        let may_be_there = self.call.words.last().is_some_and(|word| word.is_many);
        if is_unseen(&error.to_string()) || may_be_there && error.kind == UsageErrorKind::MissingValue {
            return;
        }
        let place = match &error.argument {
            Some(argument) => self.call.place_of(argument, 0),
            None => self.call.place(self.call.operation),
        };
        self.tell(COMMAND_LINE, place, failure);
    }

    fn tell_unknown(&mut self, words: Vec<String>, operation: &'static Operation) {
        let first = words.iter().find(|word| word.starts_with('-')).or(words.first()).cloned().unwrap_or_default();
        let at = self.call.words.iter().rposition(|word| word.text == first);
        let name = first.split('=').next().filter(|name| name.starts_with("--"));
        let meant = name.and_then(|name| meant_option(operation, name, self.call.program == Program::Own));
        let help = meant.map(|meant| format!("did you mean {meant}?"));
        self.tell(COMMAND_LINE, self.call.place(at.unwrap_or(self.call.operation)), &Failure::UnknownOptions(words));
        if let Some(finding) = self.found.last_mut() {
            finding.help = help;
        }
    }
}

fn help(words: &[String]) -> String {
    format!("write {}", SHELL.line(words))
}

/// The same for a value that the shell has to expand.
fn help_expanded(option: &str, value: &str) -> String {
    format!("write {option} \"{}\"", value.replace('\\', "\\\\").replace('"', "\\\""))
}

/// Whether a word that is not the one value of an option can be an option itself.
fn may_hide_options(call: &OperationArgs) -> bool {
    let may_be_one = |word: &String| word.starts_with(UNSEEN);
    let lists =
        call.members.iter().filter_map(|(_, given)| if let Given::Words(words) = given { Some(words) } else { None });
    lists.flatten().chain(&call.outfile).any(may_be_one)
}

/// Whether a value comes from a file, which may be another one when the script runs.
fn names_file(word: &str) -> bool {
    word.contains("file://") || word.contains("fileb://")
}

/// The name of the operation that a call is of.
pub(crate) fn operation_name(call: &Call) -> &'static str {
    let word = call.words.get(call.operation);
    word.and_then(|word| catalog::find(&word.text)).map_or("", |operation| operation.name)
}
