//! The beginnings of strings: whatever has a format begins so that it can still have it.

use crate::format::Format;

/// Every string in a JSON text, read without a parser.
fn strings(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut rest = text;
    while let Some(start) = rest.find('"') {
        let after = &rest[start + 1..];
        let mut escaped = false;
        let end = after.find(|c| {
            let is_end = c == '"' && !escaped;
            escaped = c == '\\' && !escaped;
            is_end
        });
        let Some(end) = end else { break };
        found.push(after[..end].replace("\\\"", "\""));
        rest = &after[end + 1..];
    }
    found.sort();
    found.dedup();
    found
}

#[test]
fn what_has_a_format_can_have_it_from_its_first_character_on() {
    let root = concat!(env!("CARGO_MANIFEST_DIR"), "/../tests/cases/");
    let read = |name| std::fs::read_to_string(format!("{root}{name}")).unwrap_or_default();
    let mut checked = 0;
    for text in strings(&(read("rule-examples.json") + &read("accepts.json") + &read("rules.json"))) {
        for format in Format::ALL.iter().filter(|format| format.can_check_partly() && format.accepts(&text)) {
            for at in (0..=text.len()).filter(|at| text.is_char_boundary(*at)) {
                let beginning = &text[..at];
                assert!(format.check_beginning(beginning).is_ok(), "{format:?} {text:?} cut at {at}");
                checked += 1;
            }
        }
    }
    assert!(checked > 1000, "only {checked} beginnings");
}

#[test]
fn what_no_end_makes_right_is_refused() {
    for (format, text) in [
        (Format::HttpUrl, "arn:"),
        (Format::HttpUrl, "https://a b/"),
        (Format::Arn, "https:"),
        (Format::IntegrationUri, "arn:aws:lambda:us-east-1:111111111111:function:f"),
        (Format::ProxyIntegrationUri, "arn:aws:apigateway:us-east-1:sqs:path/"),
        (Format::MethodRequestSource, "*"),
        (Format::MethodRequestSource, "method.request.headers."),
        (Format::IntegrationResponseSource, "method.request."),
        (Format::ResourcePathPart, "{a}-"),
        (Format::ModelName, "a-"),
        (Format::StatusCode, "a"),
    ] {
        assert!(format.check_beginning(text).is_err(), "{format:?} {text}");
    }
}
