//! The parts of a target: labels of the path, parameters of the query.

use std::borrow::Cow;

use percent_encoding::percent_decode_str;

/// A part of a target, decoded.
pub(super) fn decoded(text: &str) -> Cow<'_, str> {
    percent_decode_str(text).decode_utf8_lossy()
}

/// A part of a query, decoded: a plus is a blank, as forms have it.
pub(super) fn decoded_parameter(text: &str) -> Cow<'_, str> {
    if text.contains('+') { Cow::Owned(decoded(&text.replace('+', " ")).into_owned()) } else { decoded(text) }
}

/// The parameters of a query, as they are sent.
pub(super) fn pairs(query: &str) -> impl Iterator<Item = (&str, &str)> {
    query.split('&').filter(|pair| !pair.is_empty()).map(|pair| pair.split_once('=').unwrap_or((pair, "")))
}

/// The labels of a path by their names.
pub(super) fn labels(template: &'static str, path: &str) -> Vec<(&'static str, String)> {
    let template: Vec<&'static str> = template.split('?').next().unwrap_or_default().split('/').collect();
    let path: Vec<&str> = path.split('/').collect();
    let spare = path.len().saturating_sub(template.len());
    let mut labels = Vec::new();
    let mut at = 0;
    for segment in template {
        let name = segment.strip_prefix('{').and_then(|segment| segment.strip_suffix('}'));
        // A greedy label takes the segments that no other part of the template takes.
        let greedy = name.and_then(|name| name.strip_suffix('+'));
        let count = if greedy.is_some() { 1 + spare } else { 1 };
        if let (Some(name), Some(segments)) = (greedy.or(name), path.get(at..at + count)) {
            labels.push((name, decoded(&segments.join("/")).into_owned()));
        }
        at += count;
    }
    labels
}

#[cfg(test)]
mod tests {
    use super::labels;

    #[test]
    fn labels_are_found_by_their_place() {
        let found =
            |template, path| labels(template, path).into_iter().map(|(a, b)| format!("{a}={b}")).collect::<Vec<_>>();
        assert_eq!(found("/a/{b}/c/{d}?x=y", "/a/1%2F/c/é"), ["b=1/", "d=é"]);
        assert_eq!(found("/a/{b+}/c/{d}", "/a/1/2/3/c/4"), ["b=1/2/3", "d=4"]);
        assert_eq!(found("/a/{b}", "/a"), [""; 0]);
    }
}
