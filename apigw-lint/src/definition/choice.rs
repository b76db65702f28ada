//! What is found for single values of a parameter. What is wrong for one of them is certain only for that one.

use std::collections::{BTreeMap, HashSet};

use apigw_spec::rule::Severity;

use super::api::ParameterChoice;
use crate::finding::FileFinding;
use crate::read::SourceSpan;

/// Where something is wrong, and the rule that says so.
type Mistake = (SourceSpan, &'static str);

/// The findings that do not show without a value: those that each value of a parameter leads to, and as warnings those
/// that only some lead to.
pub(crate) fn of_choices(known: &[FileFinding], found: Vec<(ParameterChoice, FileFinding)>) -> Vec<FileFinding> {
    let known: HashSet<Mistake> = known.iter().map(mistake).collect();
    let mut mistakes = BTreeMap::<(String, Mistake), (FileFinding, Vec<ParameterChoice>)>::new();
    for (choice, finding) in found {
        if known.contains(&mistake(&finding)) {
            continue;
        }
        let entry = mistakes.entry((choice.parameter.clone(), mistake(&finding))).or_insert((finding, Vec::new()));
        if !entry.1.contains(&choice) {
            entry.1.push(choice);
        }
    }
    mistakes.into_values().filter_map(|(finding, choices)| conclude(finding, &choices)).collect()
}

fn mistake(finding: &FileFinding) -> Mistake {
    (finding.span, finding.rule)
}

fn conclude(mut finding: FileFinding, choices: &[ParameterChoice]) -> Option<FileFinding> {
    let first = choices.first()?;
    if choices.len() < first.of {
        let values: Vec<_> = choices.iter().map(|choice| format!("`{}`", choice.value)).collect();
        finding.message = format!("if `{}` is {}, {}", first.parameter, values.join(" or "), finding.message);
        finding.severity = Severity::Warning;
        finding.fixes.clear();
    }
    Some(finding)
}
