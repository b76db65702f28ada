//! Text that no author writes: it is reported with a place, or read, within bounds.

use apigw_lint::lint;
use proptest::prelude::*;

/// What makes a text worth reading.
const MARK: &str = "x-amazon-apigateway-integration";

#[test]
fn broken_documents_are_reported_where_they_break() {
    for (text, position) in [
        (format!("openapi: 3.0.1\npaths: {{{MARK}: [\n"), (2, 42)),
        (format!("{{\"openapi\": \"3.0.1\",\n \"{MARK}\" 1}}"), (2, 36)),
        (format!("a: *nowhere # {MARK}\n"), (1, 4)),
    ] {
        let error = lint(&text).expect_err("no document");
        assert_eq!(error.span.position(&text), position, "{error} in {text}");
    }
}

#[test]
fn what_the_readers_of_aws_take_is_read() {
    // Brackets that close left of where they open, and brackets over keys.
    for text in [
        format!(
            "openapi: 3.0.1\npaths:\n  /a:\n    get:\n      {MARK}: {{\"type\": \"mock\",\n      \"httpMethod\": \"GET\"\n  }}\n"
        ),
        format!("openapi: 3.0.1\npaths: {{/a: {{get: {{{MARK}: {{type: mock,\nhttpMethod: GET}}}}}}}}\n"),
    ] {
        assert_eq!(lint(&text).map(|report| report.findings.len()), Ok(0), "{text}");
    }
}

#[test]
fn size_depth_and_aliases_are_bounded() {
    let deep = format!("{{\"{MARK}\": {}", "[".repeat(100_000));
    assert!(lint(&deep).is_err_and(|error| error.message.contains("nested")));
    let deep = format!("{MARK}: {}", "[".repeat(100_000));
    assert!(lint(&deep).is_err());

    let mut bomb = format!("{MARK}: 1\na0: &a0 [x, x, x, x, x, x, x, x, x]\n");
    for level in 1..12 {
        let items = vec![format!("*a{}", level - 1); 9].join(", ");
        bomb = format!("{bomb}a{level}: &a{level} [{items}]\n");
    }
    assert!(lint(&bomb).is_err_and(|error| error.message.contains("values")));
    let loops = format!("{MARK}: &a [*a]\n");
    let error = lint(&loops).expect_err("a loop");
    assert_eq!((error.span.position(&loops), error.message.contains("alias")), ((1, MARK.len() + 7), true), "{error}");

    // Values that are named within each other are kept once for each name.
    let (names, ends) = ((0..150).map(|level| format!("&n{level} [")).collect::<Vec<_>>().concat(), "]".repeat(150));
    let nested = format!("{MARK}: {names}{}{ends}\n", vec!["x"; 10_000].join(", "));
    assert!(lint(&nested).is_err_and(|error| error.message.contains("values")));

    let large = format!("{MARK}: 1\n{}", "# a comment\n".repeat(3_000_000));
    assert!(lint(&large).is_err_and(|error| error.message.contains("32 MB")));
}

#[test]
fn functions_within_functions_are_read() {
    let template = |uri: &str| {
        format!(
            "Resources:\n  M:\n    Type: AWS::ApiGateway::Method\n    Properties:\n      HttpMethod: GETT\n      Integration:\n        \
             Type: HTTP\n        Uri: {uri}\n"
        )
    };
    let deep = |levels: usize| {
        let (open, close) = ("{\"Fn::Join\": [\"\", [\"x\", ".repeat(levels), "]]}".repeat(levels));
        template(&format!("{open}{{\"Fn::Sub\": \"${{A}}\"}}{close}"))
    };
    // The mistake beside the functions is found.
    assert!(lint(&deep(50)).is_ok_and(|report| report.findings.iter().any(|f| f.rule.ends_with("method-known"))));
    assert!(lint(&deep(5_000)).is_err_and(|error| error.span.start > 100));
    let many = template(&format!("!Sub '{}'", "${A}".repeat(100_000)));
    assert!(lint(&many).is_ok_and(|report| report.findings.iter().any(|f| f.rule.ends_with("method-known"))));
}

/// A document of many paths, in the formats of documents.
fn documents(paths: usize) -> [String; 2] {
    let path = |index: usize| {
        format!(
            "  /pets{index:05}/{{id}}:\n    get:\n      parameters: [{{name: id, in: path}}]\n      {MARK}:\n        \
             type: http\n        httpMethod: GET\n        uri: https://example.com/{{id}}\n        requestParameters:\n          \
             integration.request.path.id: method.request.path.id\n"
        )
    };
    let yaml = format!("openapi: 3.0.1\npaths:\n{}", (0..paths).map(path).collect::<String>());
    let integration = format!(
        r#""{MARK}": {{"type": "http", "httpMethod": "GET", "uri": "https://example.com/{{id}}",
        "requestParameters": {{"integration.request.path.id": "method.request.path.id"}}}}"#
    );
    let path = |index: usize| format!(r#""/pets{index:05}/{{id}}": {{"get": {{{integration}}}}}"#);
    let json = (0..paths).map(path).collect::<Vec<_>>().join(",");
    [yaml, format!(r#"{{"openapi": "3.0.1", "paths": {{{json}}}}}"#)]
}

/// Time is not compared, since machines are busy: memory that is asked for is counted, and `apigw-spec` counts how often
/// the graph is looked at.
#[test]
fn a_large_document_takes_memory_by_its_size() {
    let counted = |text: &str| {
        let mut findings = Ok(1);
        let counted = allocation_counter::measure(|| findings = lint(text).map(|report| report.findings.len()));
        assert_eq!(findings, Ok(0));
        (counted.count_total, counted.bytes_total)
    };
    // What is made once for all files is not counted.
    assert!(documents(1).iter().all(|text| lint(text).is_ok()));
    for (small, large) in documents(300).iter().zip(&documents(1200)) {
        let ((few, less), (many, more)) = (counted(small), counted(large));
        assert!(few > 3_000, "{few} allocations for 300 paths");
        assert!(many < few * 9 / 2, "{few} allocations for 300 paths, {many} for 1200");
        assert!(more < less * 9 / 2, "{less} bytes for 300 paths, {more} for 1200");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn nothing_panics(parts in prop::collection::vec(prop::sample::select(vec![
        "openapi: 3.0.1\n", "paths:\n", "  /a/{b}:\n", "    get:\n", "      responses:\n", "        200: ", "{", "}", "[", "]",
        "      x-amazon-apigateway-integration:\n", "        type: ", "mock", "http", "\n", "        uri: ", "é", "\"", "'",
        "https://", "${", "}", "        requestParameters:\n", "          integration.request.path.b: ", "method.request.", "&a ",
        "*a", "!Sub ", "|\n", ">\n", "- ", "\t", "#if(", "        requestTemplates:\n          application/json: ", "\\u00e9", "\u{feff}",
        "security: [{x: []}]", "parameters:\n", "$ref: \"#/paths\"", ",", ": ", "components:\n", "  schemas:\n", "null", "~", "<<: ",
    ]), 0..40)) {
        let text = parts.concat();
        if let Ok(report) = lint(&format!("{text}\n# {MARK}")) {
            for finding in report.findings {
                prop_assert!(text.get(finding.span.start..finding.span.end).is_some(), "{finding:?} in {text:?}");
                prop_assert!(!finding.to_string().is_empty());
            }
        }
    }
}
