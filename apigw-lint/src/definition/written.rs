//! How values are written in a file: the source of a scalar that is to have another text.

use crate::read::SourceSpan;

/// A string in double quotes, which JSON and YAML read alike.
pub(super) fn quoted(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}

/// The source of a scalar that is to be `new` and is `old` now, written as it is. Nothing if the scalar is not written in
/// one of the ways in which its text can be distinguished from its source.
pub(super) fn rewritten(source: &str, span: SourceSpan, old: &str, new: &str) -> Option<String> {
    let raw = span.of(source);
    let inside = |quote: char| raw.strip_prefix(quote)?.strip_suffix(quote);
    if inside('"').is_some() {
        let read: Option<String> = serde_json::from_str(raw).ok();
        return (read? == old).then(|| quoted(new));
    }
    if let Some(inner) = inside('\'') {
        let text = if new.contains('\'') { quoted(new) } else { format!("'{new}'") };
        return (inner.replace("''", "'") == old).then_some(text);
    }
    (raw == old).then(|| if is_plain(new) { new.to_owned() } else { quoted(new) })
}

/// Whether a string needs no quotes in YAML, wherever it stands, and is a string without them.
fn is_plain(text: &str) -> bool {
    let is_word = |c: char| c.is_ascii_alphanumeric() || "_-./:".contains(c);
    text.starts_with(|c: char| c.is_ascii_alphabetic())
        && !text.ends_with(':')
        && text.chars().all(is_word)
        && !["true", "false", "yes", "no", "on", "off", "null", "y", "n"].contains(&text.to_ascii_lowercase().as_str())
}

/// The source of a string with the functions of a template, that is to be `new` instead, and what it replaces. `shown` is
/// the string as the file has it.
pub(super) fn substituted(source: &str, span: SourceSpan, shown: &str, new: &str) -> Option<(SourceSpan, String)> {
    let raw = span.of(source);
    let before = source.get(..span.start)?;
    let tag = |name: &str| before.trim_end().strip_suffix(name).map(str::len);
    if tag("!Sub").is_some() {
        // Braces need quotes, except where they stand without already.
        let is_plain = raw == shown && raw.contains('{');
        return Some((span, if is_plain { new.to_owned() } else { quoted(new) }));
    }
    if let Some(start) = tag("!GetAtt") {
        return Some((SourceSpan { start, end: span.end }, format!("!Sub {}", quoted(new))));
    }

    let is_function = |raw: &str| raw.starts_with("Fn::GetAtt") || raw.starts_with("Fn::Sub");
    let inner = raw.strip_prefix('{').map(|inner| inner.trim_start().trim_start_matches(['"', '\'']));
    match inner {
        Some(inner) if is_function(inner) => Some((span, format!("{{\"Fn::Sub\": {}}}", quoted(new)))),
        None if is_function(raw.trim_start_matches(['"', '\''])) => Some((span, format!("Fn::Sub: {}", quoted(new)))),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::{SourceSpan, rewritten, substituted};

    #[test]
    fn scalars_keep_the_way_they_are_written_in() {
        let write = |raw: &str, old: &str, new: &str| rewritten(raw, SourceSpan { start: 0, end: raw.len() }, old, new);
        assert_eq!(write("pet", "pet", "'pet'").as_deref(), Some("\"'pet'\""));
        assert_eq!(write("\"pet\"", "pet", "'pet'").as_deref(), Some("\"'pet'\""));
        assert_eq!(write("'pet'", "pet", "'pet'").as_deref(), Some("\"'pet'\""));
        assert_eq!(write("'MOC'", "MOC", "MOCK").as_deref(), Some("'MOCK'"));
        assert_eq!(write("MOC", "MOC", "MOCK").as_deref(), Some("MOCK"));
        assert_eq!(write("x", "x", "no").as_deref(), Some("\"no\""));
        assert_eq!(write("|\n  pet", "pet\n", "'pet'"), None);
    }

    #[test]
    fn functions_become_substitutions() {
        let write = |source: &str, raw: &str| {
            let start = source.find(raw).expect("the value");
            substituted(source, SourceSpan { start, end: start + raw.len() }, "${F.Arn}", "a/${F.Arn}/b")
                .map(|(span, text)| format!("{}{text}{}", &source[..span.start], &source[span.end..]))
        };
        assert_eq!(write("Uri: !GetAtt F.Arn\n", "F.Arn").as_deref(), Some("Uri: !Sub \"a/${F.Arn}/b\"\n"));
        assert_eq!(write("Uri: !Sub ${F.Arn}\n", "${F.Arn}").as_deref(), Some("Uri: !Sub a/${F.Arn}/b\n"));
        let json = "{\"Uri\": {\"Fn::GetAtt\": [\"F\", \"Arn\"]}}";
        let expected = "{\"Uri\": {\"Fn::Sub\": \"a/${F.Arn}/b\"}}";
        assert_eq!(write(json, "{\"Fn::GetAtt\": [\"F\", \"Arn\"]}").as_deref(), Some(expected));
        assert_eq!(write("Uri: ${F.Arn}\n", "${F.Arn}"), None);
    }
}
