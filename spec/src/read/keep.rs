//! Gives a draft its life-long form: tables that refer to each other, kept for the life of the process.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use super::lower::draft::{
    Draft, DraftBinding, DraftMember, DraftOperation, DraftService, DraftShape, DraftStructure, DraftText, DraftValues,
};
use super::lower::simple::lower_prelude;
use crate::binding::Binding;
use crate::operation::{Operation, Pagination, Service};
use crate::shape::{Kind, Member, Shape, Structure, Target, Text, Values};
use crate::spec::{Notes, Spec};

/// The input of an operation that takes none.
static UNIT: Shape = Shape { id: super::ast::UNIT, kind: Kind::Structure(Structure::EMPTY) };

/// Keeps a draft in which every name is known to resolve.
pub(super) fn keep(mut draft: Draft) -> Spec {
    let reached = reached(&mut draft);
    let mut keeper = Keeper::default();
    for id in &reached {
        let slot: &'static OnceLock<Shape> = Box::leak(Box::default());
        keeper.slots.insert(id.clone(), slot);
    }
    let mut shapes = Vec::new();
    for (id, slot) in keeper.slots.clone() {
        let Some(shape) = draft.shapes.get(&id) else { continue };
        let kind = keeper.kind(shape);
        let id = keeper.text(&id);
        shapes.push(slot.get_or_init(|| Shape { id, kind }));
    }
    let service = keeper.service(&draft.service);
    let mut operations: Vec<&'static Operation> = Vec::new();
    let mut operation_ids = Vec::new();
    for (name, operation) in &draft.operations {
        operation_ids.push(keeper.text(&operation.id));
        operations.push(Box::leak(Box::new(keeper.operation(name, operation, service))));
    }
    Spec {
        service,
        service_id: keeper.text(&draft.service.id),
        operations: operations.leak(),
        operation_ids: operation_ids.leak(),
        shapes: shapes.leak(),
        documentation: keeper.notes(&draft.documentation),
        deprecations: keeper.notes(&draft.deprecations),
    }
}

/// The shapes that the operations reach. Shapes of Smithy itself are added to the draft on the way.
fn reached(draft: &mut Draft) -> Vec<String> {
    let mut waiting: Vec<String> = Vec::new();
    for operation in draft.operations.values() {
        waiting.extend(operation.input.iter().chain(&operation.output).chain(&operation.errors).cloned());
    }
    let mut reached = std::collections::BTreeSet::new();
    while let Some(id) = waiting.pop() {
        if reached.contains(&id) {
            continue;
        }
        if !draft.shapes.contains_key(&id) {
            let Some(shape) = lower_prelude(&id) else { continue };
            draft.shapes.insert(id.clone(), shape);
        }
        match draft.shapes.get(&id) {
            Some(DraftShape::List(member)) => waiting.push(member.clone()),
            Some(DraftShape::Map(key, value)) => waiting.extend([key.clone(), value.clone()]),
            Some(DraftShape::Structure(structure)) => {
                waiting.extend(structure.members.iter().map(|member| member.target.clone()));
            }
            Some(DraftShape::Plain(_) | DraftShape::Text(_)) | None => {}
        }
        reached.insert(id);
    }
    reached.into_iter().collect()
}

#[derive(Default)]
struct Keeper {
    slots: BTreeMap<String, &'static OnceLock<Shape>>,
    texts: BTreeMap<String, &'static str>,
}

impl Keeper {
    /// Keeps a string; equal strings are kept once.
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

    fn optional_target(&self, id: Option<&String>) -> Option<Target> {
        id.map(|id| self.target(id))
    }

    fn kind(&mut self, shape: &DraftShape) -> Kind {
        match shape {
            DraftShape::Plain(kind) => *kind,
            DraftShape::Text(text) => Kind::String(self.content(text)),
            DraftShape::List(member) => Kind::List(self.target(member)),
            DraftShape::Map(key, value) => Kind::Map { key: self.target(key), value: self.target(value) },
            DraftShape::Structure(structure) => Kind::Structure(self.structure(structure)),
        }
    }

    fn content(&mut self, text: &DraftText) -> Text {
        let values = match &text.values {
            None => Values::Open,
            Some(DraftValues::Modeled(values)) => Values::Modeled(self.values(values)),
            Some(DraftValues::Documented(values)) => Values::Documented(self.values(values)),
        };
        Text { values, pattern: text.pattern.as_deref().map(|pattern| self.text(pattern)) }
    }

    fn values(&mut self, values: &[String]) -> &'static [&'static str] {
        values.iter().map(|value| self.text(value)).collect::<Vec<_>>().leak()
    }

    fn structure(&mut self, structure: &DraftStructure) -> Structure {
        let members: Vec<Member> = structure.members.iter().map(|member| self.member(member)).collect();
        Structure { members: members.leak(), rules: structure.rules, error: structure.error }
    }

    fn member(&mut self, member: &DraftMember) -> Member {
        let binding = match &member.binding {
            DraftBinding::Body => Binding::Body,
            DraftBinding::Label => Binding::Label,
            DraftBinding::Query(name) => Binding::Query(self.text(name)),
            DraftBinding::QueryMap => Binding::QueryMap,
            DraftBinding::Header(name) => Binding::Header(self.text(name)),
            DraftBinding::PrefixHeaders(prefix) => Binding::PrefixHeaders(self.text(prefix)),
            DraftBinding::Payload => Binding::Payload,
            DraftBinding::StatusCode => Binding::StatusCode,
        };
        Member {
            name: self.text(&member.name),
            wire_name: self.text(&member.wire_name),
            target: self.target(&member.target),
            required: member.required,
            binding,
            sensitive: member.sensitive,
        }
    }

    fn service(&mut self, service: &DraftService) -> &'static Service {
        Box::leak(Box::new(Service {
            sdk_id: self.text(&service.sdk_id),
            version: self.text(&service.version),
            title: self.text(&service.title),
            signing_name: self.text(&service.signing_name),
            endpoint_prefix: self.text(&service.endpoint_prefix),
            quota: service.quota,
        }))
    }

    fn operation(&mut self, name: &str, operation: &DraftOperation, service: &'static Service) -> Operation {
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
        }
    }

    fn notes(&mut self, notes: &BTreeMap<String, String>) -> Notes {
        Notes(notes.iter().map(|(id, text)| (self.text(id), self.text(text))).collect::<Vec<_>>().leak())
    }
}
