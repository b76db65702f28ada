//! The service of a model and the operations that it offers, as they are found in the files.

use super::references;
use crate::read::ast::{AstOperation, AstService, AstShape, Body, Model};
use crate::read::error::{Problems, Site};

/// The service shape of a model.
#[derive(Clone, Copy)]
pub(super) struct FoundService<'m> {
    pub(super) shape: &'m AstShape,
    pub(super) service: &'m AstService,
}

/// An operation that the service offers.
pub(super) struct FoundOperation<'m> {
    pub(super) shape: &'m AstShape,
    pub(super) operation: &'m AstOperation,
    /// The service, whose errors and page members every operation shares.
    pub(super) service: FoundService<'m>,
}

impl<'m> FoundOperation<'m> {
    /// The name without the namespace.
    pub(super) fn name(&self) -> &'m str {
        self.shape.id.split_once('#').map_or(self.shape.id.as_str(), |(_, name)| name)
    }
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

/// The operations that a service offers.
pub(super) fn operations<'m>(
    found: &FoundService<'m>,
    model: &'m Model,
    problems: &mut Problems,
) -> Vec<FoundOperation<'m>> {
    let id = found.shape.id.as_str();
    let mut operations: Vec<FoundOperation<'m>> = Vec::new();
    for reference in &found.service.operations {
        if !references::exists(id, reference, model, problems) {
            continue;
        }
        let Some(shape) = model.shapes.get(&reference.target) else { continue };
        let Body::Operation(operation) = &shape.body else {
            if !matches!(shape.body, Body::Broken) {
                let reason = format!("offers `{}`, which is not an operation", reference.target);
                problems.shape(&reference.site, id, reason);
            }
            continue;
        };
        let next = FoundOperation { shape, operation, service: *found };
        match operations.iter().find(|other| other.name() == next.name()) {
            Some(_) => problems.shape(&reference.site, id, format!("offers two operations named `{}`", next.name())),
            None => operations.push(next),
        }
    }

    operations
}
