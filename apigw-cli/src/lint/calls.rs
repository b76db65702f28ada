//! The calls of API Gateway among the commands of a script.

use apigw_cli_text::unseen::{UNSEEN, is_unseen};

use super::lexer::Word;
use crate::syntax::{catalog, globals};

/// A call: the words after the program.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Call {
    /// The words, without those that stand before the operation and can be several or none.
    pub(crate) words: Vec<Word>,
    /// Where the operation is among them.
    pub(crate) operation: usize,
    /// The program.
    pub(crate) program: Program,
    /// Whether there can be more words than are seen.
    pub(crate) is_open: bool,
    /// Whether the call goes to a service of somebody's own.
    pub(crate) is_elsewhere: bool,
}

/// What is called.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Program {
    /// The AWS CLI.
    Aws,
    /// The AWS CLI with the endpoint of an emulator.
    AwsLocal,
    /// This command.
    Own,
}

/// Commands that run the command after them, which may have options and numbers of their own.
const RUNNERS: [&str; 18] = [
    "builtin",
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

/// The call that a command is, if it is one.
pub(crate) fn find(words: &[Word]) -> Option<Call> {
    let mut is_open = false;
    let mut is_elsewhere = false;
    let mut runner: Option<&str> = None;
    let mut is_after_option = false;
    let mut at = 0;
    let program = loop {
        let word = words.get(at)?;
        at += 1;
        let assigned = assigned(word);
        if let Some(program) = program(word, words.get(at)) {
            is_open |= word.is_many;
            break program;
        }
        if let Some(name) = assigned {
            is_elsewhere |= name.starts_with("AWS_ENDPOINT_URL");
        } else if runner.is_none() && RESERVED.contains(&word.raw.as_str()) {
            // What follows is a command as well.
        } else if runner.is_none() && word.raw == "function" {
            at += 1;
        } else if RUNNERS.contains(&word.text.as_str()) {
            runner = Some(&word.text);
        } else {
            // Between a runner and what it runs stand its options, their values and numbers.
            let is_option = word.text.starts_with('-');
            let is_value = is_after_option || word.text.starts_with(|c: char| c.is_ascii_digit() || c == UNSEEN);
            let is_passed = is_option || is_value || runner == Some("aws-vault");
            runner.filter(|_| is_passed)?;
        }
        is_after_option = runner.is_some() && word.text.starts_with('-');
    };
    let mut call = Call { words: words.get(at..)?.to_vec(), operation: 0, program, is_open, is_elsewhere };
    if runner == Some("xargs") {
        call.take_more(replaced(words.get(..at).unwrap_or_default()));
    }
    call.is_elsewhere |= program == Program::AwsLocal;
    call.find_operation()
}

/// What `xargs` replaces by words that it reads: `{}`, or what `-I` says.
fn replaced(before: &[Word]) -> &str {
    let at = before.iter().rposition(|word| word.text.starts_with("-I"));
    let said = at.and_then(|at| match before.get(at)?.text.strip_prefix("-I") {
        Some("") => before.get(at + 1).map(|word| word.text.as_str()),
        said => said,
    });
    said.filter(|said| !said.is_empty()).unwrap_or("{}")
}

/// The variable that a word assigns to.
fn assigned(word: &Word) -> Option<&str> {
    let (name, _) = word.raw.split_once('=')?;
    let name = name.trim_end_matches('+');
    let is_name = name.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_')
        && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '_');
    is_name.then_some(name)
}

/// The program that a word names. A variable is one if the service follows it.
fn program(word: &Word, next: Option<&Word>) -> Option<Program> {
    let is_before_service = || next.is_some_and(|next| next.text == catalog::SERVICE);
    if is_unseen(&word.text) {
        let is_alone = word.text.chars().all(|c| c == UNSEEN);
        return (is_alone && is_before_service()).then_some(Program::Aws);
    }
    match word.text.rsplit(['/', '\\']).next().unwrap_or_default() {
        "aws" | "aws.exe" => Some(Program::Aws),
        "awslocal" => Some(Program::AwsLocal),
        "apigw" | "apigw.exe" => Some(Program::Own),
        _ => None,
    }
}

impl Call {
    /// Makes room for the words that `xargs` adds, at the end or in the place of a text.
    fn take_more(&mut self, replaced: &str) {
        self.is_open = true;
        for word in &mut self.words {
            if word.text.contains(replaced) {
                word.text = word.text.replace(replaced, &UNSEEN.to_string());
            }
        }
        if let Some(last) = self.words.last() {
            self.words.push(Word { text: UNSEEN.to_string(), is_many: true, ..last.clone() });
        }
    }

    /// Finds the service and the operation, and drops words before it that may be none or global options.
    fn find_operation(mut self) -> Option<Self> {
        let mut needs_service = self.program != Program::Own;
        let mut is_hidden = false;
        let mut at = 0;
        loop {
            let word = self.words.get(at)?;
            let is_option = word.text.starts_with('-');
            if is_option && !is_unseen(&word.text) {
                at += if globals::takes_value(&word.text) { 2 } else { 1 };
            } else if word.is_many {
                self.words.remove(at);
                self.is_open = true;
                is_hidden = !needs_service;
            } else if is_unseen(&word.text) {
                return None;
            } else if word.text == catalog::SERVICE {
                needs_service = false;
                self.words.remove(at);
            } else {
                self.operation = at;
                // This command's own commands are not judged, nor words after what may hold the operation itself.
                let is_own = self.program == Program::Own && catalog::is_extra(&word.text);
                let is_known = !is_hidden || catalog::find(&word.text).is_some();
                return (!needs_service && !is_own && is_known).then_some(self);
            }
        }
    }

    /// The texts of the words.
    pub(crate) fn texts(&self) -> Vec<String> {
        self.words.iter().map(|word| word.text.clone()).collect()
    }
}
