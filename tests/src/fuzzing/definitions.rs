//! Doors of what reads definitions of APIs: the linter, its fixes, and editors.

use apigw_lint::Linter;

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
        for finding in report.findings {
            assert!(text.get(finding.span.start..finding.span.end).is_some(), "{finding:?}");
        }
    }
}

/// The text of a file, whose fixes are applied: what they give is still read.
pub(super) fn fixes(data: &[u8]) {
    let Some(text) = text(data) else { return };
    let linter = Linter::new();
    let Ok(fixed) = linter.fixed(text, |_| true) else { return };
    let again = linter.lint(&fixed);
    assert!(again.is_ok(), "{:?} after fixes: {fixed:?}", again.err());
}

/// The text of a file in an editor; the first two bytes are the place of the cursor.
pub(super) fn editor(data: &[u8]) {
    let [high, low, rest @ ..] = data else { return };
    let Some(text) = text(rest) else { return };
    // A place behind the end, and one within a character, come too.
    let offset = usize::from(u16::from_be_bytes([*high, *low]));
    if let Some(hover) = apigw_lint::hover(text, offset) {
        assert!(text.get(hover.span.start..hover.span.end).is_some(), "{hover:?}");
    }
    let _ = apigw_lint::completions(text, offset);
}
