//! The service: its names, and the operations that it offers.

use super::draft::DraftService;
use super::operation::Found;
use super::{operation, references};
use crate::read::ast::{AstService, AstShape, Body, Model};
use crate::read::error::{Problems, Site};
use crate::read::traits::{REST_JSON, SERVICE, SIGV4, TITLE};

/// The service shape of a model.
#[derive(Clone, Copy)]
pub(super) struct FoundService<'m> {
    pub(super) shape: &'m AstShape,
    pub(super) service: &'m AstService,
}

/// The one service of a model.
pub(super) fn find<'m>(model: &'m Model, file: &Site, problems: &mut Problems) -> Option<FoundService<'m>> {
    let mut services = model.shapes.values().filter_map(|shape| match &shape.body {
        Body::Service(service) => Some(FoundService { shape, service }),
        _ => None,
    });
    let Some(first) = services.next() else {
        problems.file(file, "the files define no service");
        return None;
    };
    for other in services {
        let reason = format!("is a second service beside `{}`; read one service at a time", first.shape.id);
        problems.shape(&other.shape.site, &other.shape.id, reason);
    }
    Some(first)
}

/// The facts that every operation shares.
pub(super) fn lower(found: &FoundService<'_>, problems: &mut Problems) -> Option<DraftService> {
    let FoundService { shape, service } = found;
    let id = shape.id.as_str();
    let traits = &shape.traits;
    if !traits.contains_key(REST_JSON) {
        problems.shape(
            &shape.site,
            id,
            format!("lacks the trait `{REST_JSON}`; only restJson1 services are supported"),
        );
    }
    let mut lacks = |name: &str| {
        let missing = !traits.contains_key(name);
        if missing {
            problems.shape(&shape.site, id, format!("lacks the trait `{name}`"));
        }
        missing
    };
    if lacks(SERVICE) | lacks(SIGV4) {
        return None;
    }
    let facts = traits.get(SERVICE)?.node();
    let signing = traits.get(SIGV4)?.node();
    let sdk_id = facts.required_text("sdkId", Some(id), problems);
    let signing_name = signing.required_text("name", Some(id), problems);
    let mut optional = |key| facts.get(key).and_then(|node| node.text(Some(id), problems));
    let endpoint_prefix = optional("endpointPrefix").or(optional("arnNamespace"));
    let title = traits.get(TITLE).and_then(|title| title.node().text(Some(id), problems).map(str::to_owned));
    let quota = operation::quota(shape, problems);
    let (sdk_id, signing_name) = (sdk_id?, signing_name?);
    Some(DraftService {
        id: id.to_owned(),
        sdk_id: sdk_id.to_owned(),
        version: service.version.clone(),
        title: title.unwrap_or_else(|| sdk_id.to_owned()),
        signing_name: signing_name.to_owned(),
        endpoint_prefix: endpoint_prefix.unwrap_or(signing_name).to_owned(),
        quota,
    })
}

/// The operations that a service offers.
pub(super) fn operations<'m>(found: &FoundService<'m>, model: &'m Model, problems: &mut Problems) -> Vec<Found<'m>> {
    let id = found.shape.id.as_str();
    let mut operations: Vec<Found<'m>> = Vec::new();
    for reference in &found.service.operations {
        if !references::exists(id, reference, model, problems) {
            continue;
        }
        let Some(shape) = model.shapes.get(&reference.target) else { continue };
        let Body::Operation(operation) = &shape.body else {
            if !matches!(shape.body, Body::Broken) {
                let reason = format!("offers `{}`, which is no operation", reference.target);
                problems.shape(&reference.site, id, reason);
            }
            continue;
        };
        let next = Found { shape, operation, service: *found };
        match operations.iter().find(|other| other.name() == next.name()) {
            Some(_) => problems.shape(&reference.site, id, format!("offers two operations named `{}`", next.name())),
            None => operations.push(next),
        }
    }
    operations
}
