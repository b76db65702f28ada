//! The APIs of a stack.

use std::collections::{BTreeMap, HashMap};

use apigw_spec::rule::{MemberPath, Rebuild, Root, Step};

use super::identity::Stack;
use super::object::ApiObject;
use super::path::add_paths;
use super::request::ResourceRequest;
use super::table;
use crate::definition::{ApiDefinition, DefinitionPart, EntryKind, PartFields, Shapes, lists_with_built_in};
use crate::read::SourceSpan;

impl Stack<'_, '_> {
    /// What the resources of a stack define: its APIs, requests that belong to none, and the documents within it.
    pub(crate) fn definitions(&self, shapes: &'static Shapes) -> Vec<ApiDefinition> {
        let stack = self;
        let api = table::word(&["api"]).unwrap_or_default();
        let (mut alone, mut imported) = (ApiDefinition::new(EntryKind::Calls), ApiDefinition::new(EntryKind::Import));
        let (mut groups, mut positions) = (Vec::<ApiGroup<'_, '_>>::new(), HashMap::new());
        for resource in stack.resources {
            let Some(mut request) = ResourceRequest::new(stack, resource, shapes) else { continue };
            if resource.is_imported {
                imported.add_request(request.operation.name, &*resource.label, request.input());
                continue;
            }
            if resource.is_conditional {
                request.forget_names();
            }

            match request.identity(stack, api) {
                Some(identity) => {
                    let at = *positions.entry(identity.clone()).or_insert(groups.len());
                    match groups.get_mut(at) {
                        Some(group) => group.requests.push(request),
                        None => groups.push(ApiGroup { identity, requests: vec![request] }),
                    }
                }
                None => alone.add_request(request.operation.name, &*resource.label, request.input()),
            }
        }

        let is_scattered = alone.requests.iter().any(|request| shapes.is_part(&request.operation));
        let mut found: Vec<_> = groups.into_iter().map(|group| group.definition(stack, shapes, is_scattered)).collect();
        found.extend([alone, imported]);
        found.extend(self.bodies(shapes));
        found
    }
}

/// The requests that make one API.
struct ApiGroup<'s, 't> {
    identity: String,
    requests: Vec<ResourceRequest<'s, 't>>,
}

impl<'s, 't> ApiGroup<'s, 't> {
    /// The API. If parts are scattered, some of its parts are among those that belong to no known API.
    fn definition(mut self, stack: &Stack<'s, 't>, shapes: &'static Shapes, is_scattered: bool) -> ApiDefinition {
        // From outside in: what parts are put into comes first.
        self.requests.sort_by_key(|request| {
            let visited = graph(request).map(|graph| graph.visit).unwrap_or_default();
            visited.iter().map(|visited| 1 + visited.path.steps.len()).sum::<usize>()
        });

        let mut parts = ApiParts::default();
        for (index, request) in self.requests.iter().enumerate() {
            let Some(graph) = graph(request) else {
                parts.alone.push(index);
                parts.add_to_list(stack, request);
                continue;
            };
            parts.is_deployed |= graph.visit.is_empty();
            parts.place(stack, graph, request, index);
        }

        let mut api = ApiDefinition::new(EntryKind::Calls);
        parts.alone.sort_unstable();
        for request in parts.alone.iter().filter_map(|index| self.requests.get(*index)) {
            api.add_request(request.operation.name, &*request.resource.label, request.input());
        }
        let is_open = is_scattered || parts.is_scattered || stack.is_shared(&self.identity);
        api.is_deployable = parts.is_deployed && !is_open;
        api.resource = Some(stack.owner(&self.identity).map_or(self.identity, |owner| owner.name.clone()));
        parts.finish(stack, shapes, is_open, &mut api);
        api
    }
}

fn graph(request: &ResourceRequest<'_, '_>) -> Option<&'static Rebuild> {
    request.operation.input.shape().structure().rules.rebuild
}

/// The lists by which an API is given.
#[derive(Debug, Default)]
struct ApiParts {
    roots: BTreeMap<&'static str, PartList>,
    /// The requests that are checked alone, by their positions.
    alone: Vec<usize>,
    /// Whether a part has no known place.
    is_scattered: bool,
    is_deployed: bool,
}

/// A list of parts.
#[derive(Debug, Default)]
struct PartList {
    objects: Vec<ApiObject>,
    /// The first object with an identity, by its position.
    positions: HashMap<String, usize>,
}

impl PartList {
    fn push(&mut self, object: ApiObject) {
        self.positions.entry(object.identity.clone()).or_insert(self.objects.len());
        self.objects.push(object);
    }

    /// The object with an identity, which is made if there is none.
    fn named(&mut self, identity: &str, new: impl FnOnce() -> ApiObject) -> Option<&mut ApiObject> {
        if !self.positions.contains_key(identity) {
            self.push(new());
        }
        self.positions.get(identity).and_then(|at| self.objects.get_mut(*at))
    }
}

impl ApiParts {
    /// Puts what a request makes in its place.
    fn place(&mut self, stack: &Stack<'_, '_>, graph: &'static Rebuild, request: &ResourceRequest<'_, '_>, at: usize) {
        let Some((innermost, outer)) = graph.visit.split_last() else { return self.alone.push(at) };
        let object = made(stack, graph, request, at);
        let Some(((first, inner), object)) = outer.split_first().zip(object.as_ref()) else {
            match (object, innermost.path.root) {
                (Some(object), Root::Context(root)) => {
                    if !table::is_listed("partial", root) {
                        self.alone.push(at);
                    }
                    self.roots.entry(root).or_default().push(object);
                }
                _ => self.leave(at),
            }
            return;
        };

        let link = |level: &str| request.identity(stack, linking(graph, level, request)?);
        let (Root::Context(root), Some(identity)) = (first.path.root, link(first.name)) else { return self.leave(at) };
        let list = self.roots.entry(root).or_default();
        let mut container = list.named(&identity, || referred(&identity, first.name, object.span));
        for level in inner {
            container = container
                .zip(link(level.name))
                .and_then(|(container, identity)| container.find(level.path.steps, &identity));
        }

        let Some(container) = container else { return self.leave(at) };
        match container.find(innermost.path.steps, &object.identity) {
            // Only one of them is ever there, and nothing says which.
            Some(known) => {
                self.alone.extend(known.forget().into_iter().chain([at]));
                self.is_scattered = true;
            }
            None => container.inner.extend(made(stack, graph, request, at).map(|made| (innermost.path.steps, made))),
        }
    }

    /// Leaves a request to be checked alone.
    fn leave(&mut self, at: usize) {
        self.alone.push(at);
        self.is_scattered = true;
    }

    /// Adds what a request makes to a list that rules look at.
    fn add_to_list(&mut self, stack: &Stack<'_, '_>, request: &ResourceRequest<'_, '_>) {
        let Some(list) = table::word(&["lists", request.operation.name]) else { return };
        let identity = stack.own_identity(request.resource);
        let mut object = referred(&identity, list, request.resource.span);
        object.fields = request.fields.clone();
        push_identity(&mut object.fields, list, &identity, object.span);
        self.roots.entry(list).or_default().push(object);
    }

    fn finish(mut self, stack: &Stack<'_, '_>, shapes: &'static Shapes, is_open: bool, api: &mut ApiDefinition) {
        if let Some(resources) = table::word(&["path", "list"]).and_then(|list| self.roots.get_mut(list)) {
            add_paths(stack, &mut resources.objects);
        }
        for name in lists_with_built_in() {
            self.roots.entry(name).or_default();
        }
        for (name, PartList { objects, .. }) in self.roots {
            let Some((name, shape)) = shapes.part(name) else { continue };
            if is_open && !table::is_listed("partial", name) {
                continue;
            }
            let span = objects.first().map(|object| object.span).unwrap_or_default();
            api.add_list(name, objects.into_iter().map(|object| object.into_part(shape, is_open)).collect(), span);
        }
    }
}

/// What a request makes.
fn made(
    stack: &Stack<'_, '_>,
    graph: &'static Rebuild,
    request: &ResourceRequest<'_, '_>,
    at: usize,
) -> Option<ApiObject> {
    let level = graph.visit.last()?.name;
    let mut fields = PartFields::default();
    for (member, path) in request.operation.input.shape().members().iter().zip(graph.members) {
        if let (Some(name), Some(field)) = (within(*path, level), request.fields.field(member.name)) {
            fields.push(name, field.key(), field.part().clone());
        }
    }

    let span = request.resource.span;
    let is_literal = request.name_member().is_some_and(|member| request.is_literal(stack, member));
    let identity = match table::word(&["identities", level]) {
        Some(_) => Some(stack.own_identity(request.resource)),
        None => request.name_member().and_then(|member| request.own(stack, member)),
    };
    let identity = identity.unwrap_or_else(|| request.resource.name.clone());
    push_identity(&mut fields, level, &identity, span);
    Some(ApiObject { identity, is_literal, request: Some(at), fields, span, inner: Vec::new() })
}

/// A part that is only referred to.
fn referred(identity: &str, level: &str, span: SourceSpan) -> ApiObject {
    let mut object = ApiObject::foreign(identity.to_owned(), span);
    push_identity(&mut object.fields, level, identity, span);
    object
}

/// Gives a part the member by which others link to it.
fn push_identity(fields: &mut PartFields, level: &str, identity: &str, span: SourceSpan) {
    if let Some(member) = table::word(&["identities", level]) {
        fields.remove(member);
        fields.push(member, span, DefinitionPart::text(identity, span));
    }
}

/// The member of what is visited at a level that a path leads to.
fn within(path: Option<MemberPath>, level: &str) -> Option<&'static str> {
    match path? {
        MemberPath { root: Root::Context(name), steps: [Step::Member { name: member, .. }] } if name == level => {
            Some(member)
        }
        _ => None,
    }
}

/// The member of a request that says which of the parts at a level it belongs to.
fn linking(graph: &Rebuild, level: &str, request: &ResourceRequest<'_, '_>) -> Option<&'static str> {
    let members = request.operation.input.shape().members();
    members.iter().zip(graph.members).find(|(_, path)| within(**path, level).is_some()).map(|(member, _)| member.name)
}
