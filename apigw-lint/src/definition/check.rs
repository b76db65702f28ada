//! Checks a definition by the rules of the requests that make it.

use apigw_spec::api::check_api;
use apigw_spec::path::ValuePath;
use apigw_spec::secrecy::{REDACTED, Secrecy};
use apigw_spec::violation::{Focus, Naming};
use apigw_spec::{Context, ToValue as _, Violation, check as check_request};

use super::api::{ApiDefinition, EntryKind};
use super::fix::fixes;
use super::part::{DefinitionPart, PlacedPart};
use super::shapes::Shapes;
use crate::finding::FileFinding;
use crate::read::{SourceSpan, place_in_scalar};

/// Checks a definition that stands in `source`.
pub(crate) fn check(api: &ApiDefinition, shapes: &Shapes, source: &str, naming: &dyn Naming) -> Vec<FileFinding> {
    let Some(inner) = &api.inner else { return check_in(api, shapes, source, naming) };
    let mut found = check_in(api, shapes, &inner.text, naming);
    for finding in &mut found {
        let (start, length) = (finding.span.start, finding.span.end - finding.span.start);
        finding.span = place_in_scalar(source, inner.span, &inner.text, start, length).unwrap_or(inner.span);
    }
    found
}

fn check_in(api: &ApiDefinition, shapes: &Shapes, source: &str, naming: &dyn Naming) -> Vec<FileFinding> {
    let report = Reporter { entry: api.entry, shapes, source, naming };
    let mut found = Vec::new();
    let contexts: Vec<Context<'_>> =
        api.parts.iter().map(|(name, part)| Context { name, value: part.to_value() }).collect();

    // What is checked of all resources at once is what is deployed.
    let is_checked = |shape: &&apigw_spec::Shape| {
        let rebuild = shape.structure().rules.rebuild;
        rebuild.is_some_and(|rebuild| api.is_deployable || !rebuild.visit.is_empty())
    };
    let requests: Vec<_> = shapes.requests.iter().copied().filter(is_checked).collect();
    for finding in check_api(&requests, &contexts) {
        let root = finding.path.context.and_then(|name| api.parts.iter().find(|(part, _)| *part == name));
        let Some((_, root)) = root.or(api.parts.first()) else { continue };
        found.push(report.finding(finding.violation, finding.part, root, &finding.path));
    }

    for request in &api.requests {
        let (Some(shape), Some(members)) = (shapes.input(&request.operation), request.input.members()) else {
            continue;
        };
        for violation in check_request(shape, members) {
            let path = violation.path.clone();
            found.push(report.finding(violation, request.label.clone(), &request.input, &path));
        }
    }
    found
}

struct Reporter<'c> {
    entry: EntryKind,
    shapes: &'c Shapes,
    source: &'c str,
    naming: &'c dyn Naming,
}

impl Reporter<'_> {
    fn finding(&self, mut violation: Violation, part: String, root: &DefinitionPart, path: &ValuePath) -> FileFinding {
        if self.entry == EntryKind::Import {
            violation.severity = self.shapes.import_severity(violation.rule).min(violation.severity);
        }
        let place = PlacedPart::find(root, path);
        let span = self.span(&violation, &place);
        let fixes = if place.is_complete { fixes(&violation, place.part, self.source) } else { Vec::new() };
        let message = violation.render(self.naming);
        // Of a whole secret even the length can be wrong, which says nothing of it.
        let is_secret = violation.secrecy == Some(Secrecy::Whole) || message.contains(REDACTED);
        FileFinding { span, rule: violation.rule, severity: violation.severity, part, message, fixes, is_secret }
    }

    /// The narrowest place of a violation.
    fn span(&self, violation: &Violation, place: &PlacedPart<'_>) -> SourceSpan {
        let key = place.key.filter(|_| violation.focus == Focus::Key || !place.is_complete);
        let whole = key.unwrap_or(place.part.span());
        let text = place.part.known_text().filter(|_| place.is_complete && violation.focus == Focus::Value);
        match (violation.span, text) {
            (Some((offset, length)), Some(text)) if offset > 0 || length > 0 => {
                let length = length.max(usize::from(offset < text.len()));
                place_in_scalar(self.source, whole, text, offset, length).unwrap_or(whole)
            }
            _ => self.first_line(whole),
        }
    }

    /// The part of a span that is on its first line, if it is more than a scalar.
    fn first_line(&self, span: SourceSpan) -> SourceSpan {
        let text = span.of(self.source);
        let length = text.find('\n').map_or(text.len(), |at| text.get(..at).unwrap_or("").trim_end().len());
        SourceSpan { start: span.start, end: span.start + length }
    }
}
