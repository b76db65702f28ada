//! What is wrong with a document, and what is left out of it, in the words of AWS.

use apigw_lint::DocumentNote;
use apigw_model::server::ErrorReply;

use crate::refusal::{Answer, refusal};

/// What an import has found.
#[derive(Debug, Default)]
pub(super) struct ImportFindings {
    warnings: Vec<String>,
    errors: Vec<String>,
}

impl ImportFindings {
    /// Begins with what the reader of the document has left out. Segments of a base path go in front of paths.
    pub(super) fn new(notes: &[DocumentNote], base: &[&str]) -> Self {
        let base: String = base.iter().flat_map(|segment| ["/", segment]).collect();
        Self { warnings: notes.iter().filter_map(|note| warning(note, &base)).collect(), errors: Vec::new() }
    }

    /// Adds an error about a part: the text of the part, with the text of the single call in it.
    pub(super) fn add_error(&mut self, id: &str, holes: &[(&str, &str)], error: &ErrorReply) {
        let mut all = vec![("error", error.message.as_deref().unwrap_or_default())];
        all.extend_from_slice(holes);
        self.errors.extend(refusal(id, &all).message);
    }

    /// The warnings, unless there are errors, or warnings are to be errors.
    pub(super) fn into_warnings(self, fails_on_warnings: bool) -> Answer<Vec<String>> {
        let lines = |texts: &[String]| texts.iter().flat_map(|text| ["\n\t", text.as_str()]).collect::<String>();
        if !self.errors.is_empty() {
            let mut errors = lines(&self.errors);
            if !self.warnings.is_empty() {
                errors.push_str("\nAdditionally, these warnings were found:");
                errors.push_str(&lines(&self.warnings));
            }
            return Err(refusal("import-errors", &[("errors", &errors)]));
        }
        if fails_on_warnings && !self.warnings.is_empty() {
            return Err(refusal("import-warnings", &[("warnings", &lines(&self.warnings))]));
        }
        Ok(self.warnings)
    }
}

/// What AWS says about something that is left out.
fn warning(note: &DocumentNote, base: &str) -> Option<String> {
    let reply = match note {
        DocumentNote::UnknownModel { model } => refusal("import-model-reference", &[("model", model)]),
        DocumentNote::UnsupportedModel { kind, status, operation } => {
            refusal("import-response-model-type", &[("type", kind), ("status", status), ("operation", operation)])
        }
        DocumentNote::UnsupportedRequest { operation } => {
            refusal("import-request-model-type", &[("operation", operation)])
        }
        DocumentNote::DefaultResponse { operation } => refusal("import-default-response", &[("operation", operation)]),
        DocumentNote::IntegrationType { kind, operation } => {
            refusal("import-integration-type", &[("type", kind), ("operation", operation)])
        }
        DocumentNote::Mistyped { member, property, path, method, value } => refusal(
            "import-value-mistyped",
            &[
                ("member", *member),
                ("property", property),
                ("path", &format!("{base}{path}")),
                ("method", method),
                ("value", value),
            ],
        ),
        _ => return None,
    };
    reply.message
}

#[cfg(test)]
mod tests {
    use apigw_lint::DocumentNote;
    use apigw_model::server::ErrorReply;

    use super::ImportFindings;

    #[test]
    fn errors_and_warnings_are_listed_together() {
        let notes = [DocumentNote::UnknownModel { model: "Pet".to_owned() }];
        let warnings = "Reference to model 'Pet' not found. Ignoring.";
        assert_eq!(ImportFindings::new(&notes, &[]).into_warnings(false), Ok(vec![warnings.to_owned()]));
        let error = ImportFindings::new(&notes, &[]).into_warnings(true).expect_err("warnings");
        assert_eq!(error.message, Some(format!("Warnings found during import:\n\t{warnings}")));

        let mut findings = ImportFindings::new(&notes, &[]);
        let single = ErrorReply::new("BadRequestException", "No");
        findings.add_error("import-put-integration", &[("method", "GET"), ("path", "/")], &single);
        let expected = format!(
            "Errors found during import:\n\tUnable to put integration on 'GET' for resource at path '/': No\nAdditionally, these warnings were found:\n\t{warnings}"
        );
        assert_eq!(findings.into_warnings(false).expect_err("errors").message, Some(expected));
    }
}
