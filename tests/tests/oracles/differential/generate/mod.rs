//! Command lines made up from the model: in order at first, then with a few things changed.

mod answer;
mod json;
mod mutate;
mod option;
mod query;
mod shorthand;
mod text;

use apigw_model::OPERATIONS;
use apigw_spec::Operation;
use apigw_spec::case::separated;

use crate::differential::case::Case;
use crate::differential::dice::Dice;
use json::{Json, Names};

/// Files with their content.
pub(crate) type Files = Vec<(String, Vec<u8>)>;

/// A command line in its parts.
pub(crate) struct Line {
    service: String,
    operation: String,
    target: &'static Operation,
    /// The options of the operation, a run of words each.
    options: Vec<Vec<String>>,
    /// Global options, which may stand anywhere.
    globals: Vec<Vec<String>>,
}

/// What a case is mostly about.
#[derive(Clone, Copy)]
enum Theme {
    Call,
    InputFile,
    Skeleton,
    Pages,
    Output,
}

/// The case with a number.
pub(crate) fn case(seed: u64, index: u64) -> Case {
    use Theme::{Call, InputFile, Output, Pages, Skeleton};
    let dice = &mut Dice::new(seed, index);
    let theme = dice.pick(&[Call, Call, Call, Call, InputFile, Skeleton, Pages, Pages, Output, Output, Output]);
    let operation = operation(dice, theme);
    let mut files = Files::new();
    let mut line = line(dice, &mut files, operation, theme);
    decorate(dice, &mut files, &mut line, theme);
    for _ in 0..dice.pick(&[0, 0, 0, 1, 1, 2]) {
        mutate::mutate(dice, &mut line);
    }
    let mut case =
        Case { words: line.words(dice), files, answers: answer::answers(dice, operation), ..Case::default() };
    surroundings(dice, &mut case, theme);
    case
}

fn operation(dice: &mut Dice, theme: Theme) -> &'static Operation {
    loop {
        let operation = dice.pick(OPERATIONS);
        let members = operation.input.shape().members().len();
        let is_fit = match theme {
            Theme::Pages => operation.pagination.is_some(),
            Theme::Output => operation.output.is_some(),
            Theme::InputFile | Theme::Skeleton => !operation.has_streaming_output() || dice.one_in(4),
            // Operations with many members have the more awkward options.
            Theme::Call => members > dice.below(8),
        };
        if is_fit {
            return operation;
        }
    }
}

fn line(dice: &mut Dice, files: &mut Files, operation: &'static Operation, theme: Theme) -> Line {
    let mut options = Vec::new();
    let is_sparse = matches!(theme, Theme::InputFile | Theme::Skeleton);
    for member in operation.input.shape().members() {
        let is_given =
            if member.required { !is_sparse || dice.one_in(3) } else { dice.one_in(if is_sparse { 6 } else { 4 }) };
        // What chooses a page itself makes pagination off, which is a theme of few cases.
        let is_of_pages = operation.pagination.is_some_and(|found| {
            member.name == found.input_token || found.page_size.is_some_and(|size| size == member.name)
        });
        if is_given && (!is_of_pages || dice.one_in(3)) {
            options.push(option::words(dice, files, member));
        }
    }
    if operation.has_streaming_output() && !dice.one_in(12) {
        options.push(vec![dice.pick(&["out.bin", "-", "é", "no/such", "."]).to_owned()]);
    }
    if dice.one_in(2) {
        dice.shuffle(&mut options);
    }
    Line {
        service: "apigateway".to_owned(),
        operation: separated(operation.name, '-'),
        target: operation,
        options,
        globals: Vec::new(),
    }
}

/// Adds the options that a theme is about.
fn decorate(dice: &mut Dice, files: &mut Files, line: &mut Line, theme: Theme) {
    let option = |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect::<Vec<_>>();
    match theme {
        Theme::Call | Theme::Output => {}
        Theme::InputFile => {
            let shape = line.target.input.shape();
            let mut document = if dice.one_in(12) {
                json::any(dice, 2)
            } else {
                json::members(dice, shape.members(), Names::Model, 4)
            };
            // Version 1 goes on to further pages although the file has chosen one.
            if let (Json::Object(entries), Some(pages)) = (&mut document, line.target.pagination) {
                entries
                    .retain(|(name, _)| name != pages.input_token && pages.page_size.is_none_or(|size| name != size));
            }
            let text = json::written(dice, &document);
            let text = option::perhaps_filed(dice, files, text);
            line.options.push(if dice.one_in(12) {
                vec![format!("--cli-input-json={text}")]
            } else {
                vec!["--cli-input-json".to_owned(), text]
            });
        }
        Theme::Skeleton => line.options.push(option(match dice.below(9) {
            0..=2 => &["--generate-cli-skeleton"],
            3 => &["--generate-cli-skeleton", "input"],
            4 => &["--generate-cli-skeleton=input"],
            5 => &["--generate-cli-skeleton", "inpt"],
            _ => &["--generate-cli-skeleton", "output"],
        })),
        Theme::Pages => {
            for _ in 0..dice.below(3) {
                let count = dice.pick(&["1", "2", "3", "5", "100", "0", "-1", "x", "1_0"]);
                let token = dice.pick(&[
                    "p1",
                    "p___1",
                    "",
                    "eyJwb3NpdGlvbiI6ICJwMiIsICJib3RvX3RydW5jYXRlX2Ftb3VudCI6IDF9",
                    "e30=",
                ]);
                let words: Vec<&str> = match dice.below(5) {
                    0 | 1 => vec!["--max-items", count],
                    2 => vec!["--page-size", count],
                    3 => vec!["--starting-token", token],
                    _ => vec!["--no-paginate"],
                };
                line.options.push(option(&words));
            }
        }
    }
    if matches!(theme, Theme::Output) || dice.one_in(8) {
        if !dice.one_in(3) {
            line.globals.push(option(&["--output", dice.pick(&["json", "text", "table", "text", "table"])]));
        }
        if dice.one_in(12) {
            line.globals.push(option(&["--output", "table", "--color", "on"]));
        }
        if !dice.one_in(3) {
            line.globals.push(vec!["--query".to_owned(), query::expression(dice, line.target)]);
        }
    }
}

impl Line {
    /// The words, with the global options anywhere among them.
    fn words(self, dice: &mut Dice) -> Vec<String> {
        let mut parts: Vec<Vec<String>> = [self.service, self.operation].map(|word| vec![word]).into();
        parts.extend(self.options);
        for global in self.globals {
            // Between an option and a word of its value nothing else may stand, but between options all may.
            let at = dice.below(parts.len() + 1);
            parts.insert(at, global);
        }
        parts.concat()
    }
}

fn surroundings(dice: &mut Dice, case: &mut Case, theme: Theme) {
    let mut settings = vec!["cli_binary_format = raw-in-base64-out"];
    // Without it version 1 prints timestamps as they came and version 2 does not.
    settings.push(dice.pick(&["cli_timestamp_format = none", "cli_timestamp_format = iso8601"]));
    if dice.one_in(12) {
        settings.push(dice.pick(&["output = text", "output = table", "region = eu-west-3"]));
    }
    case.configuration = format!("[default]\n{}\n", settings.join("\n"));
    match dice.below(40) {
        0 => case.unset.push("AWS_DEFAULT_REGION"),
        1 => case.unset.push("AWS_ACCESS_KEY_ID"),
        2 => case.unset.extend(["AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"]),
        3 => case.environment.push(("AWS_DEFAULT_OUTPUT", dice.pick(&["text", "table", "zzz"]))),
        4 => case.environment.push(("AWS_SESSION_TOKEN", "TOKEN/+=")),
        // Version 1 asks for the profile before it reads an input file and prints a skeleton, version 2 does not.
        5 if !matches!(theme, Theme::InputFile | Theme::Skeleton) => case.environment.push(("AWS_PROFILE", "nope")),
        _ => {}
    }
    if dice.one_in(3) {
        case.environment.push(("APIGW_VALIDATE", "off"));
    }
}
