//! Strings that a tool fills in before a definition is deployed: `${name}`, `{{ name }}`, `<name>`, `$Name`.

use apigw_spec::value::TextPart;

/// What only the service itself fills in.
const OF_SERVICE: [&str; 4] = ["stageVariables", "context", "default", "input"];

/// The keys of JSON Schema that begin with a dollar sign.
const SCHEMA_KEYS: [&str; 4] = ["defs", "id", "ref", "schema"];

/// The sample of a region, which no file is likely to hold.
pub(crate) const SAMPLE_REGION: &str = "xx-region-0";
/// The region of a deployment.
pub(super) const REGION: (&str, &str) = ("AWS::Region", SAMPLE_REGION);
/// The partition of a deployment.
pub(super) const PARTITION: (&str, &str) = ("AWS::Partition", "aws");

/// Pseudo parameters of CloudFormation, each with a sample.
const PSEUDO: [(&str, &str); 4] =
    [REGION, PARTITION, ("AWS::AccountId", "000000000000"), ("AWS::URLSuffix", "amazonaws.com")];

/// The parts of a string, if a tool fills in some of them. `${stageVariables.name}` stays: the service itself fills it
/// in.
pub(crate) fn template_parts(text: &str) -> Option<Vec<TextPart>> {
    if !text.bytes().any(|byte| matches!(byte, b'$' | b'{' | b'<')) {
        return None;
    }

    // The text from `start` on is looked at from `at` on; nothing is closed behind the last braces.
    let last = ["}", "}}"].map(|close| text.rfind(close).unwrap_or(0));
    let (mut parts, mut start, mut at) = (Vec::new(), 0, 0);
    while let Some(found) = text.get(at..)?.find(['$', '{', '<']) {
        at += found;
        let Some(length) = hole(text.get(at..)?, last.map(|last| at < last)) else {
            at += 1;
            continue;
        };
        parts.extend(known(text.get(start..at)?));
        start = at + length;
        parts.push(part(text.get(at..start)?));
        at = start;
    }
    if parts.is_empty() {
        return None;
    }
    parts.extend(known(text.get(start..)?));
    Some(parts)
}

/// A part that nothing is put in the place of, unless it is empty.
fn known(text: &str) -> Option<TextPart> {
    (!text.is_empty()).then(|| TextPart::Known(text.to_owned()))
}

/// What is known of a part that is filled in, by the text that stands for it: `${AWS::Region}` is a region.
pub(crate) fn part(shown: &str) -> TextPart {
    let name = shown.trim_start_matches("${").trim_end_matches('}');
    let sample = PSEUDO.iter().find(|(pseudo, _)| *pseudo == name).map(|(_, sample)| (*sample).to_owned());
    let shown = shown.to_owned();
    match sample {
        Some(sample) => TextPart::Like { sample, shown },
        None => TextPart::Unknown { shown },
    }
}

/// Whether a string is a name that something is put in the place of: `LAMBDA_ARN`. Only where the service has no such names
/// itself.
pub(crate) fn is_placeholder(text: &str) -> bool {
    let is_capital = |c: char| c.is_ascii_uppercase() || c.is_ascii_digit() || c == '_';
    text.contains('_') && text.starts_with(|c: char| c.is_ascii_uppercase() || c == '_') && text.chars().all(is_capital)
}

/// Whether a string is a name that a program has for a function: `MessagesHandler`.
pub(super) fn is_handler_name(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_uppercase())
        && text.contains(|c: char| c.is_ascii_lowercase())
        && text.chars().all(|c| c.is_ascii_alphanumeric())
}

/// The length of the part to be filled in that a string begins with; whether one brace and two braces are in it.
fn hole(text: &str, [has_brace, has_braces]: [bool; 2]) -> Option<usize> {
    let until = |close: &str| text.find(close).map(|at| at + close.len());
    let is_ours = |name: &str| OF_SERVICE.iter().any(|word| name.starts_with(word));
    let word = |rest: &str| rest.find(|c: char| !c.is_ascii_alphanumeric() && c != '_').unwrap_or(rest.len());

    if let Some(name) = text.strip_prefix("${") {
        return if is_ours(name) || !has_brace { None } else { until("}") };
    }
    if let Some(name) = text.strip_prefix('$') {
        let length = word(name);
        // Keys of JSON Schema.
        let (key, rest) = name.split_at(length);
        if rest.starts_with('"') && SCHEMA_KEYS.contains(&key) {
            return None;
        }
        return (length > 0 && name.starts_with(|c: char| c.is_ascii_alphabetic()) && !is_ours(name))
            .then_some(1 + length);
    }
    if text.starts_with("{{") {
        return if has_braces { until("}}") } else { None };
    }
    if let Some(name) = text.strip_prefix('<') {
        let is_end = |c: char| !(c.is_alphanumeric() || matches!(c, '_' | '-' | ' ' | '.' | ':'));
        let close = name.find(is_end).filter(|close| *close > 0)?;
        return name.get(close..)?.starts_with('>').then_some(close + 2);
    }
    None
}

#[cfg(test)]
mod tests {
    use apigw_spec::value::{TextPart, shown};

    use super::template_parts;

    #[test]
    fn parts_that_a_tool_fills_in_are_found() {
        for text in ["${x}", "a${x}b", "{{ x }}", "a<account-id>b", "$LambdaArn", "${x}${AWS::Region}"] {
            let parts = template_parts(text).unwrap_or_default();
            assert_eq!(shown(&parts), text);
            assert!(parts.iter().any(|part| !matches!(part, TextPart::Known(_))), "{text}");
        }
    }

    #[test]
    fn what_the_service_fills_in_stays() {
        for text in [
            "${stageVariables.x}",
            "$context.x",
            "$stageVariables.x",
            "{id}",
            "'a < b'",
            "$default",
            "x$",
            "'*'",
            r##"{"$ref": "#/a"}"##,
        ] {
            assert_eq!(template_parts(text), None, "{text}");
        }
    }
}
