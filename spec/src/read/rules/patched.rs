//! The member that a patch path changes, and what the rules of the input that creates it say of it alone.

use super::one_rule::lower_rule;
use super::parts::{CONTEXT, RULES, slots};
use super::path::{Listed, Places, Reached};
use super::{condition, demand};
use crate::read::ast::{AstShape, Body, Simple};
use crate::read::error::Problems;
use crate::read::intern::intern;
use crate::read::json::Node;
use crate::read::secrecy;
use crate::read::traits::DATE;
use crate::rule::{Demand, MemberPath, PatchedKind, PatchedMember, Root, Rule, Step};
use crate::secrecy::Secrecy;

/// The member that `Shape$a.b` names. A row is `named` if the last part of its path is the user's: an entry or an item
/// then.
pub(super) fn lower(
    node: &Node<'_>,
    named: bool,
    places: &Places<'_>,
    problems: &mut Problems,
) -> Option<PatchedMember> {
    let text = node.text(Some(places.owner), problems)?;
    let model = places.model;
    let found = text.split_once('$').and_then(|(id, path)| Some((model.shapes.get(id)?, path)));
    let Some((shape, path)) = found else {
        let reason = format!("has a row for the unknown member `{text}`; write `namespace#Shape$member`");
        problems.shape(&node.site, places.owner, reason);
        return None;
    };

    let mut elsewhere = Problems::default();
    let contexts = shape.traits.get(CONTEXT);
    let contexts = contexts.map(|found| slots(&found.node(), &shape.id, model, &mut elsewhere)).unwrap_or_default();
    let home = Places { model, owner: &shape.id, item: None, contexts: &contexts };
    let (path, reached) = home.path_text(path, &node.site, problems)?;
    let is_way = path.root == Root::This && path.steps.iter().all(|step| step.member_name().is_some());
    let Some(kind) = kind(&reached, named, &home).filter(|_| is_way) else {
        problems.shape(&node.site, places.owner, format!("has a row for `{text}`, which no text can be the value of"));
        return None;
    };

    let (enumeration, values) = match (home.listed(&reached), &reached) {
        (Listed::Modeled(values), Reached::Shape { id, .. }) => {
            let name = id.rsplit_once('#').map_or(id.as_str(), |(_, name)| name);
            (intern(name), values.iter().map(|value| intern(value)).collect())
        }
        _ => ("", Vec::new()),
    };
    let date = model.shapes.values().find_map(|shape| shape.traits.get(DATE)?.value.as_str());
    let dated = date.filter(|_| !values.is_empty()).map(intern);
    let rules = rules(shape, &home, path.steps, &mut elsewhere);
    Some(PatchedMember { steps: path.steps, kind, enumeration, values: values.leak(), dated, rules: rules.leak() })
}

/// How much may be shown of the member that `Shape$a.b` names. What is wrong with the text is reported elsewhere.
pub(super) fn secrecy(node: &Node<'_>, places: &Places<'_>, problems: &mut Problems) -> Secrecy {
    let found = node.value.as_str().and_then(|text| text.split_once('$'));
    let Some((id, path)) = found else { return Secrecy::Public };
    let mut id = id;
    for name in path.split('.') {
        let body = places.model.shapes.get(id).map(|shape| &shape.body);
        let Some(Body::Structure(members) | Body::Union(members)) = body else { break };
        let Some(member) = members.iter().find(|member| member.name == name) else { break };
        let secrecy = secrecy::of(member, places.model, problems);
        if secrecy.hides() {
            return secrecy;
        }
        id = &member.reference.target;
    }
    Secrecy::Public
}

fn kind(reached: &Reached, named: bool, places: &Places<'_>) -> Option<PatchedKind> {
    let Reached::Shape { id, .. } = reached else { return None };
    match (places.model.shapes.get(id).map(|shape| &shape.body), named) {
        (Some(Body::List(_)), true) => return Some(PatchedKind::NamedItem),
        (Some(Body::List(_)), false) => return Some(PatchedKind::Item),
        (Some(Body::Map(..)), true) => return Some(PatchedKind::Entry),
        _ => {}
    }
    Some(match places.simple(reached)? {
        Simple::String => PatchedKind::Text,
        Simple::Boolean => PatchedKind::Boolean,
        Simple::Integer | Simple::Long => PatchedKind::Integer,
        Simple::Double => PatchedKind::Number,
        _ => return None,
    })
}

/// The rules of a shape that a value of the member decides alone. What is wrong with them is reported with the shape.
fn rules(shape: &AstShape, places: &Places<'_>, steps: &[Step], problems: &mut Problems) -> Vec<Rule> {
    let Some(found) = shape.traits.get(RULES) else { return Vec::new() };
    let items = found.node().items(Some(&shape.id), problems);
    let lowered = items.iter().filter_map(|node| {
        let id = node.value.get("id")?.as_str()?;
        lower_rule(node, id, places, problems)
    });
    lowered.filter(|rule| is_about(rule, steps)).collect()
}

fn is_about(rule: &Rule, steps: &[Step]) -> bool {
    let mut own = true;
    let mut note = |path: &MemberPath| own &= path.root == Root::This && path.steps.starts_with(steps);
    condition::every_path(&rule.when, &mut note);
    demand::needed_paths(&rule.demand, &mut note);
    let by_value = matches!(
        rule.demand,
        Demand::OneOf { .. }
            | Demand::NoneOf { .. }
            | Demand::Range { .. }
            | Demand::Length { .. }
            | Demand::Format { .. }
            | Demand::Arn { .. }
            | Demand::Contains { .. }
            | Demand::Characters { .. }
            | Demand::Template(_)
    );
    own && by_value && rule.each.is_none() && rule.contexts.is_empty()
}
