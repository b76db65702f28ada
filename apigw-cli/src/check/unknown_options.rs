//! What a user meant by an option that an operation does not have: another spelling, a part of the value of another
//! option, a patch, or the name that another tool has for it.

use apigw_cli_text::argparse::Takes;
use apigw_cli_text::word::Word;
use apigw_spec::rule::{PatchOp, PatchRow, PatchSegment};
use apigw_spec::{Kind, Member, Operation};

use crate::syntax::operation::{self, option};
use crate::syntax::suggest::meant_option;

/// An option that is not known, with its value if it has one.
struct Unknown<'w> {
    name: &'w str,
    value: Option<&'w str>,
}

/// What to type instead of each option among the words that an operation does not have, in the order of the words.
/// `has_extra` says whether options that the AWS CLI lacks may be proposed.
pub(crate) fn advice(operation: &'static Operation, words: &[Word], has_extra: bool) -> Vec<String> {
    let options = operation::options(operation);
    let mut advice = Vec::new();
    for (index, word) in words.iter().enumerate() {
        let Some(text) = word.text() else { continue };
        if text == "--" {
            break;
        }

        let next = words.get(index + 1).and_then(Word::text).filter(|next| !next.starts_with('-'));
        let unknown = match text.split_once('=') {
            Some((name, value)) => Unknown { name, value: Some(value) },
            None => Unknown { name: text, value: next },
        };
        let is_flag = options.iter().any(|(name, takes)| name == text && *takes == Takes::Nothing);
        if is_flag && let Some(value) = next.filter(|value| matches!(*value, "true" | "false")) {
            advice.push(of_flag(text, value));
        } else if unknown.name.starts_with("--") {
            advice.extend(of_option(operation, &unknown, has_extra));
        }
    }
    advice
}

fn of_flag(name: &str, value: &str) -> String {
    let positive = name.strip_prefix("--no-").map_or_else(|| name.to_owned(), |rest| format!("--{rest}"));
    let negative = positive.replacen("--", "--no-", 1);
    let meant = if (value == "true") == (name == positive) { &positive } else { &negative };
    format!("{name} takes no value; write {meant}")
}

fn of_option(operation: &'static Operation, unknown: &Unknown<'_>, has_extra: bool) -> Option<String> {
    let names = operation::option_names(operation);
    let is_known = |name: &String| name.starts_with(unknown.name);
    if names.iter().any(is_known)
        || crate::syntax::globals::described().any(|known| known.name.starts_with(unknown.name))
    {
        return None;
    }

    let name = unknown.name;
    let instead = |meant: String| format!("there is no option {name}; did you mean {meant}?");
    let nearest = || meant_option(operation, name, has_extra).map(instead);
    let inside = || inside(operation, unknown).map(|argument| format!("there is no option {name}; write {argument}"));
    let patch = || patch(operation, unknown).map(|argument| format!("there is no option {name}; write {argument}"));
    let short = || names.iter().find(|known| is_short_for(name, known)).cloned().map(instead);
    inside().or_else(patch).or_else(nearest).or_else(short)
}

/// The words of an option's name.
fn parts(name: &str) -> Vec<&str> {
    name.trim_start_matches('-').split('-').collect()
}

/// Whether a name is a shorter one of an option: words are left out or abbreviated (`--patch-ops`, `--api-id`).
fn is_short_for(name: &str, option: &str) -> bool {
    let abbreviates = |short: &str, long: &str| {
        let mut rest = long.chars();
        short.chars().next() == long.chars().next() && short.chars().all(|c| rest.any(|known| known == c))
    };
    let (short, long) = (parts(name), parts(option));
    let mut rest = long.iter();
    // One word alone is a part of many names.
    short.len() > 1 && short.iter().all(|word| rest.any(|known| abbreviates(word, known)))
}

/// The argument that gives a member of a structure, whose name is used as an option.
fn inside(operation: &'static Operation, unknown: &Unknown<'_>) -> Option<String> {
    let wanted = unknown.name.trim_start_matches('-');
    for member in operation.input.shape().members() {
        let Kind::Structure(structure) = member.target.shape().kind else { continue };
        let option = option(operation, member);
        let prefix = format!("{}-", option.trim_start_matches('-'));
        let rest = wanted.strip_prefix(&prefix);
        let is_meant = |inner: &&Member| {
            let name = apigw_spec::case::separated(inner.name, '-');
            Some(name.as_str()) == rest || name == wanted
        };
        let value = unknown.value.unwrap_or("VALUE");
        if let Some(inner) = structure.members.iter().find(is_meant) {
            return Some(format!("{option} {}={value}", inner.name));
        }
        if rest.is_some() {
            let all: Vec<String> = structure.members.iter().map(|inner| format!("{}=VALUE", inner.name)).collect();
            return Some(format!("{option} {}", all.join(",")));
        }
    }
    None
}

/// The patch operation that sets what the option would.
fn patch(operation: &'static Operation, unknown: &Unknown<'_>) -> Option<String> {
    let structure = operation.input.shape().structure();
    let table = structure.rules.patch?;
    let (_, list) = structure.member(table.operations.last_member()?)?;
    let wanted = unknown.name.trim_start_matches('-');

    let names = |row: &PatchRow| -> Vec<String> {
        let literal = row.segments.iter().filter_map(|segment| match segment {
            PatchSegment::Literal(text) => Some(apigw_spec::case::separated(text, '-')),
            _ => None,
        });
        literal.collect()
    };
    let is_all = |row: &&PatchRow| names(row).join("-") == wanted;
    let is_last = |row: &&PatchRow| names(row).last().is_some_and(|last| last == wanted);
    let is_first = |row: &&PatchRow| names(row).first().is_some_and(|first| wanted.starts_with(&format!("{first}-")));
    let sets = |row: &&PatchRow| row.ops.iter().any(|op| matches!(op, PatchOp::Replace | PatchOp::Add));
    let rows = || table.rows.iter().filter(sets);
    let row = rows().find(is_all).or_else(|| rows().find(is_last)).or_else(|| rows().find(is_first))?;

    let op = if row.ops.contains(&PatchOp::Replace) { PatchOp::Replace } else { *row.ops.first()? };
    let value = unknown.value.filter(|value| !value.contains(',') && !value.contains('=')).unwrap_or("VALUE");
    Some(format!("{} op={},path={},value={value}", option(operation, list), op.word(), row.path))
}
