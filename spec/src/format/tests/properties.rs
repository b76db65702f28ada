//! What holds for every text: it is checked without a panic, what is accepted prints back, and offsets are in the text.

use crate::format::{
    Format, arn, content_type, http_url, integration_uri, java_regex, json_pointer, mapping, names, placeholder,
    resource_path_part, role_arn, status_code, velocity,
};
use proptest::prelude::*;

/// Strings near the grammars: their words and signs in any order, among arbitrary characters.
fn near() -> impl Strategy<Value = String> {
    let word = prop::sample::select(vec![
        "http://",
        "https://",
        "arn:",
        "aws:",
        "apigateway:",
        "lambda:",
        "path/",
        "action/",
        "2015-03-31/",
        "functions/",
        "/invocations",
        "${stageVariables.",
        "{",
        "}",
        "${",
        "$",
        "#",
        "#if(",
        "#end",
        "#else",
        "#foreach(",
        " in ",
        "#set(",
        "=",
        ")",
        "(",
        "[",
        "]",
        "\"",
        "'",
        "\\",
        "$input.",
        "params(",
        "$context",
        ".identity",
        "method.request.",
        "header.",
        "integration.request.",
        "integration.response.",
        "body",
        ".",
        ",",
        ":",
        "/",
        "*",
        "+",
        "?",
        "-",
        "~1",
        "~",
        "é",
        "日",
        "a",
        "1",
        " ",
        "\n",
        "##",
        "#*",
        "*#",
        "#[[",
        "]]#",
        "|",
        "^",
        "gatewayresponse.",
        "context.",
        "@",
        "&&",
        "!",
        "%",
    ]);
    let piece = prop_oneof![9 => word.prop_map(str::to_owned), 1 => any::<char>().prop_map(|c| c.to_string())];
    prop::collection::vec(piece, 0..24).prop_map(|pieces| pieces.concat())
}

fn printed(text: &str) -> Vec<Option<String>> {
    vec![
        http_url::parse(text).ok().map(|v| v.to_string()),
        arn::parse(text).ok().map(|v| v.to_string()),
        integration_uri::parse(text).ok().map(|v| v.to_string()),
        role_arn::parse(text).ok().map(|v| v.to_string()),
        mapping::integration_request_key(text).ok().map(|v| v.to_string()),
        mapping::method_request_parameter(text).ok().map(|v| v.to_string()),
        mapping::method_response_header(text).ok().map(|v| v.to_string()),
        mapping::gateway_response_key(text).ok().map(|v| v.to_string()),
        mapping::method_request_source(text).ok().map(|v| v.to_string()),
        mapping::integration_response_source(text).ok().map(|v| v.to_string()),
        mapping::gateway_response_source(text).ok().map(|v| v.to_string()),
        content_type::parse(text).ok().map(|v| v.to_string()),
        json_pointer::parse(text).ok().map(|v| v.to_string()),
        status_code::parse(text).ok().map(|v| v.to_string()),
        status_code::parse_documented(text).ok().map(|v| v.to_string()),
        java_regex::parse(text).ok().map(|v| v.to_string()),
        resource_path_part::parse(text).ok().map(|v| v.to_string()),
        names::api_stage(text).ok().map(|v| v.to_string()),
        Some(velocity::parse(text).to_string()),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2000, ..ProptestConfig::default() })]

    #[test]
    fn every_text_is_judged_and_accepted_ones_print_back(text in prop_oneof![near(), any::<String>()]) {
        for print in printed(&text).into_iter().flatten() {
            prop_assert_eq!(&print, &text);
        }
        for format in Format::ALL {
            if let Err(error) = format.check(&text) {
                prop_assert!(text.is_char_boundary(error.offset), "{} on {text:?}: {error:?}", format.name());
            }
        }
        let template = velocity::parse(&text);
        prop_assert_eq!(&template.findings, &velocity::findings(&text));
        for format in Format::ALL {
            prop_assert_eq!(format.accepts(&text), format.check(&text).is_ok(), "{}", format.name());
        }
        for finding in template.findings {
            prop_assert!(text.is_char_boundary(finding.offset) && finding.offset + finding.length <= text.len());
        }
        for hole in placeholder::placeholders(&text) {
            prop_assert!(text[hole.offset..].starts_with(hole.name));
        }
    }
}

#[test]
fn deep_nesting_is_survived() {
    for opening in ["(", "[", "{", "#if(", "$a.b(", "!", "$a[", "\"$a.b(", "not ", "((a|", "[^", "${", "#{if}(!("] {
        let text = format!("#set($a = {}", opening.repeat(5_000));
        for format in Format::ALL {
            let _ = format.check(&text);
        }
    }
}
