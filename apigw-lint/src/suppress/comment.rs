//! Suppressions in comments.

use super::suppression::Suppression;
use crate::read::SourceSpan;

/// What begins a comment: of YAML, and of configuration languages.
const MARKS: [&str; 2] = ["#", "//"];

/// The suppressions in the comments of a file. `is_text` says whether a place is part of a string or key.
pub(super) fn suppressions(text: &str, is_text: impl Fn(usize) -> bool) -> Vec<Suppression> {
    let mut found = Vec::new();
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        if let Some((mark, rules)) = rules(line).filter(|(mark, _)| !is_text(start + mark)) {
            let is_alone = line.get(..mark).is_some_and(|before| before.trim().is_empty());
            let next = start + line.len();
            let reach = if is_alone { following_line(text, next) } else { SourceSpan { start, end: next } };
            found.extend(rules.into_iter().map(|(at, rule)| Suppression {
                rule: rule.to_owned(),
                span: SourceSpan { start: start + at, end: start + at + rule.len() },
                reach,
            }));
        }
        start += line.len();
    }
    found
}

/// The first line from a place that is more than a comment.
fn following_line(text: &str, from: usize) -> SourceSpan {
    let mut start = from;
    for line in text.get(from..).unwrap_or_default().split_inclusive('\n') {
        if !MARKS.iter().any(|mark| line.trim_start().starts_with(mark)) {
            return SourceSpan { start, end: start + line.len() };
        }
        start += line.len();
    }
    SourceSpan { start, end: start }
}

/// Where a comment begins on a line, and the rules that it names, each with its place on the line.
fn rules(line: &str) -> Option<(usize, Vec<(usize, &str)>)> {
    let word = line.find("apigw:")?;
    let before = line.get(..word)?.trim_end();
    let mark = MARKS.iter().find_map(|mark| before.strip_suffix(mark).map(|before| before.trim_end_matches('#')))?;
    if mark.ends_with(|c: char| !c.is_whitespace()) {
        return None;
    }

    let after = word + "apigw:".len();
    let rest = line.get(after..)?;
    let open = after + rest.len() - rest.trim_start().strip_prefix("allow(")?.len();
    let inside = line.get(open..)?.split_once(')')?.0;
    let mut at = open;
    let named = inside.split(',').filter_map(|part| {
        let place = at + part.len() - part.trim_start().len();
        at += part.len() + 1;
        (!part.trim().is_empty()).then(|| (place, part.trim()))
    });
    Some((mark.len(), named.collect()))
}

#[cfg(test)]
mod tests {
    use super::rules;

    #[test]
    fn comments_name_rules() {
        assert_eq!(rules("a: 1 # apigw: allow(one) why\n"), Some((5, vec![(20, "one")])));
        assert_eq!(rules("// apigw: allow(one, two)"), Some((0, vec![(16, "one"), (21, "two")])));
        assert_eq!(rules("## apigw: allow(one)"), Some((0, vec![(16, "one")])));
        for other in ["a#apigw: allow(one)", "# apigw: forbid(one)", "apigw: allow(one)", "# apigw: allow(one"] {
            assert_eq!(rules(other), None, "{other}");
        }
    }
}
