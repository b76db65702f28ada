//! One event: a method with its integration.

use crate::openapi::{MethodEntry, operation, proxy};
use crate::read::{SourceNode, SourceSpan};

/// The integrations by the words of the framework, with those of the service.
const INTEGRATIONS: [(&str, &str); 9] = [
    ("lambda-proxy", "aws_proxy"),
    ("lambda_proxy", "aws_proxy"),
    ("aws-proxy", "aws_proxy"),
    ("aws_proxy", "aws_proxy"),
    ("lambda", "aws"),
    ("aws", "aws"),
    ("http", "http"),
    ("http-proxy", "http_proxy"),
    ("http_proxy", "http_proxy"),
];
/// The integration that answers without a call.
const MOCK: &str = "mock";
/// The content type of templates that name none.
const CONTENT_TYPE: &str = "application/json";

type EventEntry<'t> = (SourceNode<'t>, SourceNode<'t>);

/// The path and the method of an event, as far as they are known: `GET /pets`, or an object.
pub(super) fn method<'t>(event: &SourceNode<'t>) -> Option<(SourceNode<'t>, MethodEntry<'t>)> {
    if let Some(text) = event.text() {
        let (verb, path) = text.trim().split_once(' ')?;
        let verb = SourceNode::string(verb, event.span());
        return Some((path_of(path, event)?, MethodEntry::new(&verb, proxy(event.span()))?));
    }
    let (path, verb) = (event.get("path")?, event.get("method")?);
    let verb = if verb.text() == Some("*") { SourceNode::string("any", verb.span()) } else { verb.clone() };
    Some((path_of(path.text()?, path)?, MethodEntry::new(&verb, called(event, verb.span()))?))
}

/// A path with its first slash, from a part of a scalar; nothing if the framework fills in a part. Its place is that of
/// the path, with the character before it where there is no slash.
fn path_of<'t>(path: &str, scalar: &SourceNode<'_>) -> Option<SourceNode<'t>> {
    let (path, text) = (path.trim().trim_start_matches('/'), scalar.text()?);
    let quote = usize::from(scalar.span().end - scalar.span().start == text.len() + 2);
    let start = scalar.span().start + quote + text.rfind(path)?;
    let span = SourceSpan { start: start.saturating_sub(1), end: start + path.len() };
    (!path.contains("${")).then(|| SourceNode::string(&format!("/{path}"), span))
}

fn entry<'t>(key: &str, value: SourceNode<'t>) -> EventEntry<'t> {
    (SourceNode::string(key, value.span()), value)
}

/// The operation of an event that says more than path and method.
fn called<'t>(event: &SourceNode<'t>, span: SourceSpan) -> SourceNode<'t> {
    let Some(wanted) = event.get("integration") else { return proxy(span) };
    let word = wanted.text().unwrap_or_default().to_ascii_lowercase();
    let known = INTEGRATIONS.iter().find(|(known, _)| *known == word).map(|(_, kind)| *kind);
    let Some(kind) = known.or((word == MOCK).then_some(MOCK)) else {
        return operation(Vec::new(), SourceNode::opaque(wanted.span()));
    };
    if kind == "aws_proxy" {
        return proxy(span);
    }

    let mut integration = vec![entry("type", SourceNode::string(kind, wanted.span()))];
    let request = |key: &str| event.get("request").and_then(|request| request.get(key));
    match kind {
        MOCK => {}
        "aws" => {
            integration.push(entry("httpMethod", SourceNode::string("POST", span)));
            integration.push(entry("uri", SourceNode::opaque(span)));
        }
        _ => {
            let verb = request("method").or_else(|| event.get("method"));
            integration.extend(verb.map(|verb| entry("httpMethod", upper(verb))));
            integration.push(entry("uri", request("uri").cloned().unwrap_or_else(|| SourceNode::opaque(span))));
        }
    }
    integration.extend(request("template").map(|template| entry("requestTemplates", templates(template))));
    integration.extend(request("passThrough").map(|word| entry("passthroughBehavior", word.clone())));

    let mut responses = Vec::new();
    if let Some(response) = event.get("response").filter(|response| response.is_map()) {
        responses = self::responses(response);
        let answers = responses.iter().map(|response| (response.pattern.clone(), response.integration()));
        integration.push(entry("responses", SourceNode::map(answers.collect(), span)));
    }
    let declared = responses.iter().filter_map(|response| Some((response.status.clone()?, response.declared())));
    let declared = entry("responses", SourceNode::map(declared.collect(), span));
    operation(vec![declared], SourceNode::map(integration, wanted.span()))
}

/// A verb in capitals; `any` and its like are those of the caller.
fn upper<'t>(verb: &SourceNode<'t>) -> SourceNode<'t> {
    match verb.text() {
        Some(text) if !text.contains("${") && text != "*" => {
            SourceNode::string(&text.to_ascii_uppercase(), verb.span())
        }
        _ => SourceNode::opaque(verb.span()),
    }
}

/// Templates by content types; a string is that of one type.
fn templates<'t>(node: &SourceNode<'t>) -> SourceNode<'t> {
    match node.text() {
        Some(_) if !node.is_null() => SourceNode::map(vec![entry(CONTENT_TYPE, node.clone())], node.span()),
        _ => node.clone(),
    }
}

/// A response, with the pattern that selects it.
struct EventResponse<'t> {
    pattern: SourceNode<'t>,
    /// The status; nothing if the framework chooses it.
    status: Option<SourceNode<'t>>,
    headers: Option<SourceNode<'t>>,
    template: Option<SourceNode<'t>>,
    span: SourceSpan,
}

fn responses<'t>(node: &SourceNode<'t>) -> Vec<EventResponse<'t>> {
    let whole = |key: &str| node.get(key).cloned();
    let Some(codes) = node.get("statusCodes").filter(|codes| codes.is_map()) else {
        let pattern = SourceNode::string("default", node.span());
        let status = Some(SourceNode::string("200", node.span()));
        return vec![EventResponse {
            pattern,
            status,
            headers: whole("headers"),
            template: whole("template"),
            span: node.span(),
        }];
    };

    let response = |(code, response): &EventEntry<'t>| {
        let own = |key: &str| response.get(key).cloned();
        let pattern = own("pattern").filter(|pattern| pattern.text().is_some_and(|text| !text.is_empty()));
        EventResponse {
            pattern: pattern.unwrap_or_else(|| SourceNode::string("default", code.span())),
            status: Some(code.clone()),
            headers: own("headers").or_else(|| whole("headers")),
            template: own("template").or_else(|| whole("template")),
            span: code.span(),
        }
    };
    codes.entries().iter().map(response).collect()
}

impl<'t> EventResponse<'t> {
    /// The headers with the names that a part of the API gives them.
    fn named_headers(&self, start: &str) -> Vec<EventEntry<'t>> {
        let headers = self.headers.iter().flat_map(SourceNode::entries);
        let named = headers.filter_map(|(key, value)| {
            let name = SourceNode::string(&format!("{start}{}", key.text()?), key.span());
            Some((name, value.clone()))
        });
        named.collect()
    }

    fn integration(&self) -> SourceNode<'t> {
        let mut entries = Vec::new();
        entries.extend(self.status.clone().map(|status| entry("statusCode", status)));
        let parameters = self.named_headers("method.response.header.");
        if !parameters.is_empty() {
            entries.push(entry("responseParameters", SourceNode::map(parameters, self.span)));
        }
        entries.extend(self.template.as_ref().map(|template| entry("responseTemplates", templates(template))));
        SourceNode::map(entries, self.span)
    }

    /// What the framework declares of it.
    fn declared(&self) -> SourceNode<'t> {
        let headers = entry("headers", SourceNode::map(self.named_headers(""), self.span));
        SourceNode::map(vec![headers], self.span)
    }
}
