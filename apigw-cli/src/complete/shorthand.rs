//! Keys and values inside the shorthand of a structure: `op=replace,path=/uri`.

use apigw_spec::rule::{PatchOp, PatchTable, Step, ValueCheck};
use apigw_spec::{Kind, Member, Operation, Shape};

use super::candidate::Candidate;

/// Candidates for a structure in shorthand.
pub(super) fn of(
    operation: &'static Operation,
    member: &'static Member,
    structure: &'static Shape,
    current: &str,
) -> Vec<Candidate> {
    // JSON is not completed.
    if structure.members().is_empty() || current.starts_with(['{', '[']) {
        return Vec::new();
    }
    let split = current.rfind(',').map_or(0, |comma| comma + 1);
    let (before, last) = current.split_at_checked(split).unwrap_or((current, ""));
    let given: Vec<(&str, &str)> = before.split(',').filter_map(|pair| pair.split_once('=')).collect();
    let Some((key, _)) = last.split_once('=') else {
        let is_new = |name: &str| !given.iter().any(|(key, _)| *key == name);
        let keys = structure.members().iter().map(|member| member.name).filter(|name| is_new(name));
        return keys.map(|key| Candidate::new(format!("{before}{key}="))).collect();
    };
    let patch = operation.input.shape().structure().rules.patch;
    let patch = patch.filter(|table| table.operations.steps.first().and_then(Step::member_name) == Some(member.name));
    let patched = patch.and_then(|table| of_patch(table, key, &given));
    let values = patched.unwrap_or_else(|| of_key(structure, key));
    values.into_iter().map(|value| Candidate::new(format!("{before}{key}={value}"))).collect()
}

fn of_key(structure: &'static Shape, key: &str) -> Vec<String> {
    let Some((_, member)) = structure.structure().member(key) else { return Vec::new() };
    let shape = match member.target.shape().kind {
        // A list of one value is written as that value.
        Kind::List(item) => item.shape(),
        _ => member.target.shape(),
    };
    match shape.kind {
        Kind::Boolean => vec!["true".to_owned(), "false".to_owned()],
        Kind::String(text) => text.values.listed().unwrap_or_default().iter().map(ToString::to_string).collect(),
        _ => Vec::new(),
    }
}

/// The values for a part of a patch operation, if the table of the update lists any.
fn of_patch(table: &PatchTable, key: &str, given: &[(&str, &str)]) -> Option<Vec<String>> {
    let is = |step: &Step, name: &str| step.member_name() == Some(name);
    let given_value = |step: &Step| given.iter().find(|(name, _)| is(step, name)).map(|(_, value)| *value);
    let op = given_value(&table.parts.op).and_then(PatchOp::from_word);
    let path = given_value(&table.parts.path);
    let rows = table.rows.iter().filter(|row| op.is_none_or(|op| row.ops.contains(&op)) && !row.ops.is_empty());
    let rows = rows.filter(|row| path.is_none_or(|path| row.fits(path)));

    if is(&table.parts.op, key) {
        let ops: Vec<PatchOp> = rows.flat_map(|row| row.ops).copied().collect();
        return Some(PatchOp::ALL.iter().filter(|op| ops.contains(op)).map(|op| op.word().to_owned()).collect());
    }
    if is(&table.parts.path, key) {
        // A path ends where the user has to choose a name.
        let mut paths: Vec<String> =
            rows.map(|row| row.path.split('{').next().unwrap_or_default().to_owned()).collect();
        paths.dedup();
        return Some(paths);
    }
    if is(&table.parts.value, key) && path.is_some() {
        let values = rows.filter_map(|row| match row.value {
            ValueCheck::OneOf(values) => Some(values),
            ValueCheck::Member(member) => Some(member.values),
            _ => None,
        });
        return Some(values.flat_map(|values| values.iter().map(ToString::to_string)).collect());
    }
    None
}
