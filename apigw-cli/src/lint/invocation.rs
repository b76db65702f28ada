//! The calls of API Gateway among the commands of a script.

use apigw_cli_text::word::Word;

use super::word::ShellWord;
use crate::syntax::{catalog, globals};

/// A call: the words after the program.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Invocation {
    /// The words, except those before the operation that can be several or none.
    pub(super) words: Vec<ShellWord>,
    /// The index of the operation among them.
    pub(super) operation: usize,
    /// The program.
    pub(super) program: Program,
    /// Whether there can be more words than the script shows.
    pub(super) may_have_more: bool,
    /// Whether the call goes to another service than AWS's.
    pub(super) is_elsewhere: bool,
}

/// What is called.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Program {
    /// The AWS CLI.
    Aws,
    /// The AWS CLI with the endpoint of an emulator.
    AwsLocal,
    /// This command.
    Apigw,
}

/// Commands that run the command after them. They can have options, values and numbers before it.
const RUNNERS: [&str; 19] = [
    "builtin",
    "call",
    "chronic",
    "command",
    "doas",
    "env",
    "exec",
    "ionice",
    "nice",
    "nohup",
    "setsid",
    "stdbuf",
    "sudo",
    "time",
    "timeout",
    "unbuffer",
    "xargs",
    "aws-vault",
    "winpty",
];

/// Reserved words that a command can follow.
const RESERVED: [&str; 10] = ["!", "{", "if", "then", "elif", "else", "while", "until", "do", "coproc"];

/// The call that a command makes, if it makes one.
pub(super) fn find(words: &[ShellWord]) -> Option<Invocation> {
    let mut may_have_more = false;
    let mut is_elsewhere = false;
    let mut runner: Option<&str> = None;
    let mut is_after_option = false;
    let mut at = 0;
    let program = loop {
        let word = words.get(at)?;
        at += 1;

        let assigned = assigned(word);
        if let Some(program) = program(word, words.get(at)) {
            may_have_more |= word.may_split;
            break program;
        }
        if let Some(name) = assigned {
            is_elsewhere |= name.starts_with("AWS_ENDPOINT_URL");
        } else if runner.is_none() && RESERVED.contains(&word.raw.as_str()) {
            // What follows is a command as well.
        } else if runner.is_none() && word.raw == "function" {
            at += 1;
        } else if let Some(name) = word.word.text().filter(|name| RUNNERS.contains(name)) {
            runner = Some(name);
        } else {
            // Between a runner and what it runs stand its options, their values and numbers.
            let is_option = word.word.starts_with("-");
            let is_number = word.word.head().starts_with(|c: char| c.is_ascii_digit());
            let is_value = is_after_option || is_number || word.word.starts_unknown();
            let is_passed = is_option || is_value || runner == Some("aws-vault");
            runner.filter(|_| is_passed)?;
        }
        is_after_option = runner.is_some() && word.word.starts_with("-");
    };

    let words_after = words.get(at..)?.to_vec();
    let mut call = Invocation { words: words_after, operation: 0, program, may_have_more, is_elsewhere };
    if runner == Some("xargs") {
        call.take_more(replaced(words.get(..at).unwrap_or_default()));
    }
    call.is_elsewhere |= program == Program::AwsLocal;
    call.find_operation()
}

/// What `xargs` replaces by words that it reads: the value of `-I`, or `{}`.
fn replaced(before: &[ShellWord]) -> &str {
    let at = before.iter().rposition(|word| word.word.starts_with("-I"));
    let value = at.and_then(|at| match before.get(at)?.word.text()?.strip_prefix("-I") {
        Some("") => before.get(at + 1)?.word.text(),
        value => value,
    });
    value.filter(|value| !value.is_empty()).unwrap_or("{}")
}

/// The variable that a word assigns to.
fn assigned(word: &ShellWord) -> Option<&str> {
    let (name, _) = word.raw.split_once('=')?;
    let name = name.trim_end_matches('+');
    let is_name = name.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_')
        && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '_');
    is_name.then_some(name)
}

/// The program that a word names. A variable is one if the service follows it.
fn program(word: &ShellWord, next: Option<&ShellWord>) -> Option<Program> {
    let is_before_service = || next.is_some_and(|next| next.word == catalog::SERVICE);
    let Some(text) = word.word.text() else {
        return (word.word.is_unknown() && is_before_service()).then_some(Program::Aws);
    };
    match text.rsplit(['/', '\\']).next().unwrap_or_default() {
        "aws" | "aws.exe" => Some(Program::Aws),
        "awslocal" => Some(Program::AwsLocal),
        "apigw" | "apigw.exe" => Some(Program::Apigw),
        _ => None,
    }
}

impl Invocation {
    /// Adds the words of `xargs`, at the end or instead of a placeholder.
    fn take_more(&mut self, placeholder: &str) {
        self.may_have_more = true;
        for word in &mut self.words {
            word.word = word.word.without(placeholder);
        }
        if let Some(last) = self.words.last() {
            self.words.push(ShellWord { word: Word::unknown(), may_split: true, is_list: true, ..last.clone() });
        }
    }

    /// Finds the service and the operation, and drops words before it that may be none or global options.
    fn find_operation(mut self) -> Option<Self> {
        let mut needs_service = self.program != Program::Apigw;
        let mut is_hidden = false;
        let mut at = 0;
        loop {
            let word = self.words.get(at)?;

            let text = word.word.text();
            if let Some(option) = text.filter(|text| text.starts_with('-')) {
                at += if globals::takes_value(option) { 2 } else { 1 };
            } else if word.may_split {
                self.words.remove(at);
                self.may_have_more = true;
                is_hidden = !needs_service;
            } else if let Some(name) = text {
                if name == catalog::SERVICE {
                    needs_service = false;
                    self.words.remove(at);
                    continue;
                }
                self.operation = at;
                // Extra commands are not checked, nor are words after something that can hold the operation itself.
                let is_extra = self.program == Program::Apigw && catalog::is_extra(name);
                let is_known = !is_hidden || catalog::find(name).is_some();
                return (!needs_service && !is_extra && is_known).then_some(self);
            } else {
                return None;
            }
        }
    }

    /// The name of the operation.
    pub(super) fn name(&self) -> &str {
        self.words.get(self.operation).and_then(|word| word.word.text()).unwrap_or_default()
    }

    /// The words as the argument parser takes them.
    pub(super) fn parser_words(&self) -> Vec<Word> {
        self.words.iter().map(|word| word.word.clone()).collect()
    }
}
