//! Whether a string is of a kind that a rule describes as data: an ARN, or one with certain contents or characters.

use crate::format::{FormatError, arn, placeholder};
use crate::rule::ArnKind;

/// Whether a string is an ARN of one of some kinds. A string that a stage completes may be one.
pub(super) fn arn(text: &str, kinds: &[ArnKind]) -> Result<(), FormatError> {
    if text.is_empty() || placeholder::has_stage_variable(text) {
        return Ok(());
    }

    let arn = arn::parse(text)?;
    let is_of = |wanted: &str, found: &str| wanted.is_empty() || wanted == found;
    let services = || kinds.iter().filter(|kind| is_of(kind.service, arn.service));
    let regions = || services().filter(|kind| is_of(kind.region, arn.region));
    if regions().any(|kind| arn.resource.starts_with(kind.resource)) {
        return Ok(());
    }

    let at = |field: &str| text.find(field).filter(|_| !field.is_empty()).unwrap_or(0);
    let words = |word: fn(&ArnKind) -> &'static str, kinds: &mut dyn Iterator<Item = &ArnKind>| {
        let words: Vec<String> = kinds.map(|kind| format!("`{}`", word(kind))).collect();
        words.join(" or ")
    };
    Err(if services().next().is_none() {
        let services = words(|kind| kind.service, &mut kinds.iter());
        let message = format!("this is an ARN of `{}`; give one of {services}", arn.service);
        FormatError::new("arn:".len() + arn.partition.len() + 1, message)
    } else if regions().next().is_none() {
        let regions = words(|kind| kind.region, &mut services());
        let message = format!("this is an ARN of the region `{}`; give one of {regions}", arn.region);
        FormatError::new(at(&format!(":{}:", arn.region)) + 1, message)
    } else {
        let resources = words(|kind| kind.resource, &mut regions());
        let message = format!("the resource of this ARN does not begin with {resources}");
        FormatError::new(text.len() - arn.resource.len(), message)
    })
}

/// Whether one of some texts occurs in a string.
pub(super) fn contains(text: &str, texts: &[&str]) -> Result<(), FormatError> {
    if placeholder::has_stage_variable(text) || texts.iter().any(|part| text.contains(part)) {
        return Ok(());
    }
    let parts: Vec<String> = texts.iter().map(|part| format!("`{part}`")).collect();
    Err(FormatError::new(text.len(), format!("{} does not occur in it; add it", parts.join(" or "))))
}

/// Whether a string has only some characters, or none of those after a `^`.
pub(super) fn characters(text: &str, allowed: &str) -> Result<(), FormatError> {
    let excluded = allowed.strip_prefix('^');
    let fits = |c: char| match excluded {
        Some(excluded) => !is_among(c, excluded),
        None => is_among(c, allowed),
    };
    match text.char_indices().find(|&(_, c)| !fits(c)) {
        Some((at, wrong)) if excluded.is_some() => {
            Err(FormatError::new(at, format!("it cannot contain {wrong:?}; leave it out")))
        }
        Some((at, wrong)) => Err(FormatError::new(at, format!("it cannot contain {wrong:?}; use `{allowed}`"))),
        None => Ok(()),
    }
}

/// Whether a character is one of those that a list with ranges names.
fn is_among(c: char, allowed: &str) -> bool {
    let mut rest = allowed.chars();
    while let Some(low) = rest.next() {
        let mut ahead = rest.clone();
        match (ahead.next(), ahead.next()) {
            (Some('-'), Some(high)) => {
                if (low..=high).contains(&c) {
                    return true;
                }
                rest = ahead;
            }
            _ if low == c => return true,
            _ => {}
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::{arn, characters, contains};
    use crate::rule::ArnKind;

    const LOGS: &[ArnKind] = &[
        ArnKind { service: "logs", region: "", resource: "log-group:" },
        ArnKind { service: "firehose", region: "", resource: "deliverystream/amazon-apigateway-" },
    ];

    #[test]
    fn arns_are_of_a_kind() {
        for text in ["", "arn:aws:logs:eu-west-1:1:log-group:x:*", "arn:aws:logs:r:1:${stageVariables.group}"] {
            assert_eq!(arn(text, LOGS), Ok(()), "{text}");
        }
        for (text, offset) in
            [("log-group:x", 0), ("arn:aws:s3:::bucket", 8), ("arn:aws:firehose:us-east-1:1:deliverystream/x", 29)]
        {
            assert_eq!(arn(text, LOGS).map_err(|error| error.offset), Err(offset), "{text}");
        }
        let edge = [ArnKind { service: "acm", region: "us-east-1", resource: "certificate/" }];
        let found = arn("arn:aws:acm:us-west-2:1:certificate/x", &edge);
        assert_eq!(found.map_err(|error| error.offset), Err(12));
    }

    #[test]
    fn texts_occur() {
        assert_eq!(contains("id: $context.requestId", &["$context.requestId"]), Ok(()));
        assert!(contains("hello", &["$context.requestId"]).is_err());
    }

    #[test]
    fn characters_are_listed_and_ranged() {
        assert_eq!(characters("a-Z_9 b", "a-zA-Z0-9_ -"), Ok(()));
        assert_eq!(characters("ab!c", "a-z").map_err(|error| error.offset), Err(2));
        assert_eq!(characters("", "a-z"), Ok(()));
        assert_eq!(characters("a-b", "^/"), Ok(()));
        assert_eq!(characters("a/b", "^/").map_err(|error| error.offset), Err(1));
    }
}
