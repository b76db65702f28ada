//! The door of what reads definitions of APIs: the linter, its fixes, and editors.

use apigw_lint::{FileFinding, Linter, completions, hover};

use super::text;

/// The text of a file, which has what makes a linter read it.
pub(super) fn definition(data: &[u8]) {
    let Some(text) = text(data) else { return };
    for text in [
        text.to_owned(),
        format!("{text}\n# x-amazon-apigateway-"),
        format!("resource \"aws_api_gateway_method\" \"m\" {{\n{text}\n}}\n"),
    ] {
        let Ok(report) = apigw_lint::lint(&text) else { continue };
        for finding in &report.findings {
            assert!(text.get(finding.span.start..finding.span.end).is_some(), "{finding:?}");
        }
        fix(&text, &report.findings);
        edit(&text);
    }
}

/// Applies all fixes: what they give is still read.
fn fix(text: &str, findings: &[FileFinding]) {
    if findings.iter().all(|finding| finding.fixes.is_empty()) {
        return;
    }
    let linter = Linter::new();
    let fixed = linter.fixed(text, |_| true).expect("what was read before");
    let again = linter.lint(&fixed);
    assert!(again.is_ok(), "{:?} after fixes: {fixed:?}", again.err());
}

/// Asks as an editor does, with the cursor at a place that the text decides: within a character and behind the end too.
fn edit(text: &str) {
    let sum: usize = text.bytes().map(usize::from).sum();
    let offset = sum % (text.len() + 2);
    if let Some(hover) = hover(text, offset) {
        assert!(text.get(hover.span.start..hover.span.end).is_some(), "{hover:?}");
    }
    let _ = completions(text, offset);
}
