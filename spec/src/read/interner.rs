//! Interns a resolved specification: tables that refer to each other and live as long as the process. Only a specification
//! without problems gets here, so that a file that is rejected leaves nothing behind but its rules.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use super::lower::resolved::{
    ResolvedBinding, ResolvedHandling, ResolvedMatcher, ResolvedMember, ResolvedOperation, ResolvedPart,
    ResolvedService, ResolvedShape, ResolvedSpec, ResolvedStructure, ResolvedTest, ResolvedText, ResolvedValues,
    ResolvedWaiter,
};
use super::lower::simple::lower_prelude;
use crate::binding::Binding;
use crate::operation::{Handling, Operation, Pagination, Service};
use crate::shape::{Kind, Member, Shape, Structure, Target, Text, Values};
use crate::spec::{Notes, Spec};
use crate::waiter::{Acceptor, AnswerMatcher, PathTest, Waiter};

/// The input of an operation that takes none.
static UNIT: Shape = Shape { id: super::ast::UNIT, kind: Kind::Structure(Structure::EMPTY) };

/// Interns a specification in which every name is known to resolve.
pub(super) fn intern(mut resolved: ResolvedSpec) -> Spec {
    let reached = reached(&mut resolved);
    let mut interner = Interner::default();
    for id in &reached {
        let slot: &'static OnceLock<Shape> = Box::leak(Box::default());
        interner.slots.insert(id.clone(), slot);
    }

    let mut shapes = Vec::new();
    for (id, slot) in interner.slots.clone() {
        let Some(shape) = resolved.shapes.get(&id) else { continue };
        let kind = interner.kind(shape);
        let id = interner.text(&id);
        shapes.push(slot.get_or_init(|| Shape { id, kind }));
    }

    let service = interner.service(&resolved.service);
    let mut operations: Vec<&'static Operation> = Vec::new();
    let mut operation_ids = Vec::new();
    let mut waiters: Vec<&'static Waiter> = Vec::new();
    for (name, operation) in &resolved.operations {
        operation_ids.push(interner.text(&operation.id));
        operations.push(Box::leak(Box::new(interner.operation(name, operation, service))));
        let own = operation.waiters.iter().map(|waiter| &*Box::leak(Box::new(interner.waiter(name, waiter))));
        waiters.extend(own);
    }

    Spec {
        service,
        service_id: interner.text(&resolved.service.id),
        operations: operations.leak(),
        operation_ids: operation_ids.leak(),
        waiters: waiters.leak(),
        shapes: shapes.leak(),
        documentation: interner.notes(&resolved.documentation),
        deprecations: interner.notes(&resolved.deprecations),
    }
}

/// The shapes that the operations reach. Shapes of Smithy itself are added to the specification on the way.
fn reached(resolved: &mut ResolvedSpec) -> Vec<String> {
    let mut waiting: Vec<String> = Vec::new();
    for operation in resolved.operations.values() {
        waiting.extend(operation.input.iter().chain(&operation.output).chain(&operation.errors).cloned());
    }
    let mut reached = std::collections::BTreeSet::new();

    while let Some(id) = waiting.pop() {
        if reached.contains(&id) {
            continue;
        }
        if !resolved.shapes.contains_key(&id) {
            let Some(shape) = lower_prelude(&id) else { continue };
            resolved.shapes.insert(id.clone(), shape);
        }
        match resolved.shapes.get(&id) {
            Some(ResolvedShape::List(item)) => waiting.push(item.target.clone()),
            Some(ResolvedShape::Map(key, value)) => waiting.extend([key.clone(), value.target.clone()]),
            Some(ResolvedShape::Structure(structure) | ResolvedShape::Union(structure)) => {
                waiting.extend(structure.members.iter().map(|member| member.target.clone()));
            }
            Some(ResolvedShape::Plain(_) | ResolvedShape::Text(_)) | None => {}
        }
        reached.insert(id);
    }

    reached.into_iter().collect()
}

#[derive(Default)]
struct Interner {
    slots: BTreeMap<String, &'static OnceLock<Shape>>,
    texts: BTreeMap<String, &'static str>,
}

impl Interner {
    /// Interns a string; equal strings are stored once.
    fn text(&mut self, text: &str) -> &'static str {
        if let Some(kept) = self.texts.get(text) {
            return kept;
        }
        let kept: &'static str = text.to_owned().leak();
        self.texts.insert(text.to_owned(), kept);
        kept
    }

    fn target(&self, id: &str) -> Target {
        self.slots.get(id).map_or(Target::to(&UNIT), |slot| Target::late(slot))
    }

    fn part(&self, part: &ResolvedPart) -> Target {
        let target = self.target(&part.target);
        if part.nullable { target.or_null() } else { target }
    }

    fn optional_target(&self, id: Option<&String>) -> Option<Target> {
        id.map(|id| self.target(id))
    }

    fn kind(&mut self, shape: &ResolvedShape) -> Kind {
        match shape {
            ResolvedShape::Plain(kind) => *kind,
            ResolvedShape::Text(text) => Kind::String(self.content(text)),
            ResolvedShape::List(item) => Kind::List(self.part(item)),
            ResolvedShape::Map(key, value) => Kind::Map { key: self.target(key), value: self.part(value) },
            ResolvedShape::Union(union) => Kind::Union(self.structure(union)),
            ResolvedShape::Structure(structure) => Kind::Structure(self.structure(structure)),
        }
    }

    fn content(&mut self, text: &ResolvedText) -> Text {
        let values = match &text.values {
            None => Values::Open,
            Some(ResolvedValues::Modeled(values)) => Values::Modeled(self.values(values)),
            Some(ResolvedValues::Documented(values)) => Values::Documented(self.values(values)),
        };
        let mut optional = |found: &Option<String>| found.as_deref().map(|found| self.text(found));
        Text { values, pattern: optional(&text.pattern), dated: optional(&text.dated) }
    }

    fn values(&mut self, values: &[String]) -> &'static [&'static str] {
        values.iter().map(|value| self.text(value)).collect::<Vec<_>>().leak()
    }

    fn structure(&mut self, structure: &ResolvedStructure) -> Structure {
        let members: Vec<Member> = structure.members.iter().map(|member| self.member(member)).collect();
        Structure { members: members.leak(), rules: structure.rules, error: structure.error }
    }

    fn member(&mut self, member: &ResolvedMember) -> Member {
        let binding = match &member.binding {
            ResolvedBinding::Body => Binding::Body,
            ResolvedBinding::Label => Binding::Label,
            ResolvedBinding::Query(name) => Binding::Query(self.text(name)),
            ResolvedBinding::QueryMap => Binding::QueryMap,
            ResolvedBinding::Header(name) => Binding::Header(self.text(name)),
            ResolvedBinding::EncodedHeader(name) => Binding::EncodedHeader(self.text(name)),
            ResolvedBinding::PrefixHeaders(prefix) => Binding::PrefixHeaders(self.text(prefix)),
            ResolvedBinding::Payload => Binding::Payload,
            ResolvedBinding::Events => Binding::Events,
            ResolvedBinding::EventHeader => Binding::EventHeader,
            ResolvedBinding::EventPayload => Binding::EventPayload,
            ResolvedBinding::StatusCode => Binding::StatusCode,
        };
        Member {
            name: self.text(&member.name),
            wire_name: self.text(&member.wire_name),
            target: self.target(&member.target),
            required: member.required,
            binding,
            secrecy: member.secrecy,
        }
    }

    fn service(&mut self, service: &ResolvedService) -> &'static Service {
        Box::leak(Box::new(Service {
            sdk_id: self.text(&service.sdk_id),
            version: self.text(&service.version),
            title: self.text(&service.title),
            signing_name: self.text(&service.signing_name),
            endpoint_prefix: self.text(&service.endpoint_prefix),
            quota: service.quota,
        }))
    }

    fn operation(&mut self, name: &str, operation: &ResolvedOperation, service: &'static Service) -> Operation {
        let pagination = operation.pagination.as_ref().map(|pagination| Pagination {
            input_token: self.text(&pagination.input_token),
            output_token: self.text(&pagination.output_token),
            items: self.text(&pagination.items),
            page_size: pagination.page_size.as_deref().map(|member| self.text(member)),
        });
        Operation {
            name: self.text(name),
            service,
            method: self.text(&operation.method),
            uri: self.text(&operation.uri),
            status: operation.status,
            input: self.optional_target(operation.input.as_ref()).unwrap_or(Target::to(&UNIT)),
            output: self.optional_target(operation.output.as_ref()),
            errors: operation.errors.iter().map(|id| self.target(id)).collect::<Vec<_>>().leak(),
            pagination,
            quota: operation.quota,
            handling: self.handling(&operation.handling),
            repeat: operation.repeat,
        }
    }

    fn waiter(&mut self, operation: &str, waiter: &ResolvedWaiter) -> Waiter {
        let mut acceptors = Vec::new();
        for (state, matcher) in &waiter.acceptors {
            let matcher = match matcher {
                ResolvedMatcher::Success(success) => AnswerMatcher::Success(*success),
                ResolvedMatcher::ErrorType(code) => AnswerMatcher::ErrorType(self.text(code)),
                ResolvedMatcher::Status(status) => AnswerMatcher::Status(*status),
                ResolvedMatcher::Output(test) => AnswerMatcher::Output(self.test(test)),
                ResolvedMatcher::InputOutput(test) => AnswerMatcher::InputOutput(self.test(test)),
            };
            acceptors.push(Acceptor { state: *state, matcher });
        }
        Waiter {
            name: self.text(&waiter.name),
            operation: self.text(operation),
            min_delay: waiter.min_delay,
            max_delay: waiter.max_delay,
            max_attempts: waiter.max_attempts,
            acceptors: acceptors.leak(),
        }
    }

    fn test(&mut self, test: &ResolvedTest) -> PathTest {
        PathTest { path: self.text(&test.path), comparator: test.comparator, expected: self.text(&test.expected) }
    }

    fn handling(&mut self, handling: &ResolvedHandling) -> Handling {
        let mut optional = |found: &Option<String>| found.as_deref().map(|found| self.text(found));
        Handling {
            host_prefix: optional(&handling.host_prefix),
            token: optional(&handling.token),
            auth: handling.auth,
            unsigned_payload: handling.unsigned_payload,
            checksum: handling.checksum,
            compressed: handling.compressed,
            media_type: optional(&handling.media_type),
        }
    }

    fn notes(&mut self, notes: &BTreeMap<String, String>) -> Notes {
        Notes(notes.iter().map(|(id, text)| (self.text(id), self.text(text))).collect::<Vec<_>>().leak())
    }
}
