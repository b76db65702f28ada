//! Operations: their HTTP request, their structures and how they are paged.

use super::found::FoundOperation;
use super::numbers::{quota, status};
use super::resolved::{
    ResolvedBinding, ResolvedOperation, ResolvedPagination, ResolvedShape, ResolvedStructure, Shapes,
};
use super::{handling, references, repeat, uri, waiters};
use crate::read::ast::{AstReference, Body, Model, Trait, UNIT};
use crate::read::error::{Problems, with_nearest};
use crate::read::json::Node;
use crate::read::traits::{ERROR, HTTP, PAGINATED};

/// The operation and its name.
pub(super) fn lower(
    found: &FoundOperation<'_>,
    model: &Model,
    shapes: &Shapes,
    problems: &mut Problems,
) -> Option<(String, ResolvedOperation)> {
    let id = found.shape.id.as_str();
    let input = named(found.operation.input.as_ref());
    let output = named(found.operation.output.as_ref());
    let mut errors = errors(found, model, shapes, problems);
    for error in event_errors(output.as_deref(), model, shapes) {
        if !errors.contains(&error) {
            errors.push(error);
        }
    }
    let Some(http) = found.shape.traits.get(HTTP) else {
        problems.shape(&found.shape.site, id, format!("lacks the trait `{HTTP}`"));
        return None;
    };

    let input_structure = structure(input.as_deref(), shapes);
    let http = read_http(&http.node(), id, input_structure, problems)?;
    let output_structure = structure(output.as_deref(), shapes);
    let pagination = found.shape.traits.get(PAGINATED).and_then(|paged| {
        let defaults = found.service.shape.traits.get(PAGINATED);
        paginated(paged, defaults, id, [input_structure, output_structure], problems)
    });

    let handling = handling::lower(found, input_structure, model, problems);
    let waiters = waiters::lower(found.shape, problems);
    let quota = quota(found.shape, problems);
    let Http { method, uri, status } = http;
    let repeat = repeat::lower(&found.shape.traits, id, &method, handling.token.as_deref(), problems);
    let operation = ResolvedOperation {
        id: id.to_owned(),
        method,
        uri,
        status,
        input,
        output,
        errors,
        pagination,
        quota,
        handling,
        waiters,
        repeat,
    };
    Some((found.name().to_owned(), operation))
}

fn named(reference: Option<&AstReference>) -> Option<String> {
    reference.filter(|reference| reference.target != UNIT).map(|reference| reference.target.clone())
}

fn structure<'s>(id: Option<&str>, shapes: &'s Shapes) -> Option<&'s ResolvedStructure> {
    match shapes.get(id?)? {
        ResolvedShape::Structure(structure) => Some(structure),
        _ => None,
    }
}

/// The errors of an operation, each of which must be a structure that is marked as one.
fn errors(found: &FoundOperation<'_>, model: &Model, shapes: &Shapes, problems: &mut Problems) -> Vec<String> {
    let own = found.operation.errors.iter().map(|reference| (found.shape.id.as_str(), reference));
    let shared = found.service.service.errors.iter().map(|reference| (found.service.shape.id.as_str(), reference));
    let mut errors: Vec<String> = Vec::new();

    for (id, reference) in own.chain(shared) {
        let target = &reference.target;
        if !references::exists(id, reference, model, problems) {
            continue;
        }
        let broken = model.shapes.get(target).is_some_and(|shape| matches!(shape.body, Body::Broken));
        let marked = model.shapes.get(target).is_some_and(|shape| shape.traits.contains_key(ERROR));
        match shapes.get(target) {
            Some(ResolvedShape::Structure(_)) if marked => {
                if !errors.contains(target) {
                    errors.push(target.clone());
                }
            }
            _ if broken => {}
            _ => {
                let reason = format!("names the error `{target}`, which is not a structure with the trait `{ERROR}`");
                problems.shape(&reference.site, id, reason);
            }
        }
    }

    errors
}

/// The errors among the events of an output, which end the stream as errors of the call.
fn event_errors(output: Option<&str>, model: &Model, shapes: &Shapes) -> Vec<String> {
    let members = structure(output, shapes).map(|output| output.members.as_slice()).unwrap_or_default();
    let events = members.iter().find(|member| member.binding == ResolvedBinding::Events);
    let list = events.and_then(|member| shapes.get(&member.target));
    let Some(ResolvedShape::List(event)) = list else { return Vec::new() };
    let Some(ResolvedShape::Union(union)) = shapes.get(&event.target) else { return Vec::new() };
    let targets = union.members.iter().map(|member| &member.target);
    let is_error = |id: &&String| model.shapes.get(*id).is_some_and(|shape| shape.traits.contains_key(ERROR));
    targets.filter(is_error).cloned().collect()
}

struct Http {
    method: String,
    uri: String,
    status: u16,
}

fn read_http(node: &Node<'_>, id: &str, input: Option<&ResolvedStructure>, problems: &mut Problems) -> Option<Http> {
    let method = node.required_text("method", Some(id), problems);
    let uri = node.required_text("uri", Some(id), problems);
    let status = match node.get("code") {
        None => Some(200),
        Some(code) => status(&code, id, problems),
    };
    if let Some(method) = method
        && !method.chars().all(|c| c.is_ascii_uppercase())
    {
        problems.shape(&node.site.child("method"), id, format!("has the impossible HTTP method `{method}`"));
    }
    if let Some(uri) = uri {
        let site = node.site.child("uri");
        match uri::parse(uri) {
            Ok(parts) => uri::check(&parts, input, &site, id, problems),
            Err(reason) => problems.shape(&site, id, reason),
        }
    }
    Some(Http { method: method?.to_owned(), uri: uri?.to_owned(), status: status? })
}

/// How an operation is paged: its own trait, completed by that of the service.
fn paginated(
    own: &Trait,
    defaults: Option<&Trait>,
    id: &str,
    [input, output]: [Option<&ResolvedStructure>; 2],
    problems: &mut Problems,
) -> Option<ResolvedPagination> {
    let node = own.node();
    node.object(Some(id), problems)?;
    let given = |key: &str| node.get(key).or_else(|| defaults?.node().get(key));
    let page_size = given("pageSize").and_then(|found| page_member(&found, id, input, "input", problems));
    let mut needed = |key: &str, structure, of| {
        let Some(found) = given(key) else {
            problems.shape(&own.site, id, format!("is paged but does not name `{key}`"));
            return None;
        };
        page_member(&found, id, structure, of, problems)
    };
    let input_token = needed("inputToken", input, "input");
    let output_token = needed("outputToken", output, "output");
    let items = needed("items", output, "output");
    Some(ResolvedPagination { input_token: input_token?, output_token: output_token?, items: items?, page_size })
}

/// The member that a part of a `paginated` trait names.
fn page_member(
    found: &Node<'_>,
    id: &str,
    structure: Option<&ResolvedStructure>,
    of: &str,
    problems: &mut Problems,
) -> Option<String> {
    let name = found.text(Some(id), problems)?;
    let members = structure.map(|structure| structure.members.as_slice()).unwrap_or_default();
    let names = members.iter().map(|member| member.name.as_str());
    if names.clone().any(|member| member == name) {
        return Some(name.to_owned());
    }
    let reason = format!("is paged by `{name}`, which is not a member of its {of}");
    let reason = if name.contains('.') {
        format!("{reason}; paths are not supported")
    } else {
        with_nearest(reason, name, names)
    };
    problems.shape(&found.site, id, reason);
    None
}
