//! The values that an option can have.

use apigw_cli_text::argparse::{Check, Takes};
use apigw_client::{Environment, Profiles};
use apigw_spec::{Kind, Member, Operation};

use super::candidate::Candidate;
use super::cursor::{Awaited, Command, CursorContext};
use super::{files, shorthand};
use crate::check::rules_index;
use crate::syntax::catalog;
use crate::syntax::extra_command::{ExtraOption, ValueKind};
use crate::syntax::operation::option;
use crate::syntax::spec_forms::BUILTIN;

/// The values that are known for an option. `current` is what stands at the cursor.
pub(super) fn of(context: &CursorContext, awaited: &Awaited, current: &str) -> Vec<Candidate> {
    for scheme in ["file://", "fileb://"] {
        if let Some(path) = current.strip_prefix(scheme) {
            return files::named(scheme, path);
        }
    }
    if let Takes::One(Check::Choice(choices)) | Takes::OneOrNone(Check::Choice(choices)) = awaited.takes {
        return texts(choices.iter().copied());
    }
    match context.command {
        Some(Command::Operation(operation)) => {
            let mut members = operation.input.shape().members().iter();
            match members.find(|member| option(operation, member) == awaited.name) {
                Some(member) => of_member(operation, member, current),
                None => of_further(context, &awaited.name, current),
            }
        }
        Some(Command::Extra(extra)) => {
            let kind = extra.option(&awaited.name).and_then(ExtraOption::kind);
            kind.map(|kind| of_kind(kind, current)).unwrap_or_default()
        }
        _ => of_further(context, &awaited.name, current),
    }
}

/// The values of a kind.
pub(super) fn of_kind(kind: ValueKind, current: &str) -> Vec<Candidate> {
    match kind {
        ValueKind::File | ValueKind::Folder => files::named("", current),
        ValueKind::Specification => {
            let mut found = vec![Candidate::new(BUILTIN)];
            found.extend(files::named("", current));
            found
        }
        ValueKind::Operation | ValueKind::Call => {
            catalog::operations().into_iter().map(|(name, _)| Candidate::new(name)).collect()
        }
        ValueKind::ModelName => texts(apigw_model::OPERATIONS.iter().map(|operation| operation.name)),
        ValueKind::Rule => rules(None),
        ValueKind::Json | ValueKind::Identifier | ValueKind::Text(_) => Vec::new(),
        ValueKind::Choice(choices) => texts(choices.iter().copied()),
    }
}

/// Candidates without descriptions.
fn texts<'a>(texts: impl Iterator<Item = &'a str>) -> Vec<Candidate> {
    texts.map(Candidate::new).collect()
}

/// The identifiers of the rules, those of one operation or all.
fn rules(operation: Option<&Operation>) -> Vec<Candidate> {
    let entries = rules_index::entries().into_iter();
    let concerns =
        |entry: &rules_index::RuleEntry| operation.is_none_or(|operation| entry.operations.contains(&operation.name));
    entries.filter(concerns).map(|entry| Candidate::with(entry.id, entry.reason)).collect()
}

fn of_member(operation: &'static Operation, member: &'static Member, current: &str) -> Vec<Candidate> {
    let shape = member.target.shape();
    match shape.kind {
        Kind::String(text) => texts(text.values.listed().unwrap_or_default().iter().copied()),
        Kind::Blob => texts(["fileb://"].into_iter()),
        Kind::Structure(_) => shorthand::of(operation, member, shape, current),
        Kind::List(item) => match item.shape().kind {
            Kind::String(text) => texts(text.values.listed().unwrap_or_default().iter().copied()),
            _ => shorthand::of(operation, member, item.shape(), current),
        },
        Kind::Map { .. } => texts(["file://"].into_iter()),
        _ => Vec::new(),
    }
}

fn of_further(context: &CursorContext, name: &str, current: &str) -> Vec<Candidate> {
    match name {
        "--profile" => profiles().map(|profiles| texts(profiles.names())).unwrap_or_default(),
        "--region" => regions(),
        "--ca-bundle" => files::named("", current),
        "--allow" => match context.command {
            Some(Command::Operation(operation)) => rules(Some(operation)),
            _ => rules(None),
        },
        "--cli-input-json" | "--cli-input-yaml" => texts(["file://"].into_iter()),
        _ => Vec::new(),
    }
}

fn profiles() -> Option<Profiles> {
    Profiles::read(&Environment::process()).ok()
}

/// The regions in the configuration files. Only the network knows all regions.
fn regions() -> Vec<Candidate> {
    let Some(profiles) = profiles() else { return Vec::new() };
    let environment = Environment::process();
    let region = |name: &str| profiles.select(Some(name), &environment).ok()?.get("region").map(str::to_owned);
    let mut regions: Vec<String> = profiles.names().filter_map(region).collect();
    regions.sort_unstable();
    regions.dedup();
    regions.into_iter().map(Candidate::new).collect()
}
