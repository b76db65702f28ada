//! `apply` statements: traits that overlays add to shapes and members, and the enumerations that they refine strings
//! into.

use std::collections::BTreeMap;

use super::ast::{Apply, AstMember, AstReference, AstShape, Body, Model, Simple, Trait, Traits, prelude};
use super::error::{Problems, with_nearest};
use super::traits::{DOCUMENTATION, ENUM, PATTERN, REFINE_ENUM};

/// Carries out every `apply` statement. Refinements come first, so that other statements can name their shapes.
pub(super) fn apply(model: &mut Model, problems: &mut Problems) {
    let mut applies = std::mem::take(&mut model.applies);
    for statement in &mut applies {
        let Some(refinement) = statement.traits.remove(REFINE_ENUM) else { continue };
        let added = Traits::from([(REFINE_ENUM.to_owned(), refinement)]);
        let part = Apply { target: statement.target.clone(), site: statement.site.clone(), traits: added };
        add(&part, model, problems);
    }
    refine(model, problems);
    for statement in &applies {
        add(statement, model, problems);
    }
}

/// Adds the traits of one statement to its target.
fn add(statement: &Apply, model: &mut Model, problems: &mut Problems) {
    let id = &statement.target;
    let (shape, member) = id.split_once('$').map_or((id.as_str(), None), |(shape, member)| (shape, Some(member)));
    let Some(found) = model.shapes.get_mut(shape) else {
        let reason = format!("the file applies traits to the unknown shape `{shape}`");
        problems.file(&statement.site, with_nearest(reason, shape, model.shapes.keys().map(String::as_str)));
        return;
    };
    let traits = match member {
        None => &mut found.traits,
        Some(_) if matches!(found.body, Body::Broken) => return,
        Some(name) => match found_member(found, name) {
            Ok(traits) => traits,
            Err(reason) => return problems.shape(&statement.site, shape, reason),
        },
    };
    for (name, value) in &statement.traits {
        add_trait(id, name, value, traits, problems);
    }
}

fn found_member<'s>(shape: &'s mut AstShape, name: &str) -> Result<&'s mut Traits, String> {
    let mut members = members_mut(&mut shape.body);
    match members.iter().position(|member| member.name == name) {
        Some(index) => Ok(&mut members.swap_remove(index).traits),
        None => {
            let names = members.iter().map(|member| member.name.as_str());
            Err(with_nearest(format!("has no member `{name}`"), name, names))
        }
    }
}

fn members_mut(body: &mut Body) -> Vec<&mut AstMember> {
    match body {
        Body::Structure(members) | Body::Union(members) | Body::Enum(members) => members.iter_mut().collect(),
        Body::List(member) => vec![member],
        Body::Map(key, value) => vec![key, value],
        _ => Vec::new(),
    }
}

/// Adds one trait. Documentation of a later file replaces an earlier one, and so does a pattern: models are imprecise
/// about where theirs begin and end. Of anything else there is one.
fn add_trait(id: &str, name: &str, value: &Trait, traits: &mut Traits, problems: &mut Problems) {
    let conflict =
        ![DOCUMENTATION, PATTERN].contains(&name) && traits.get(name).is_some_and(|before| before.value != value.value);
    if conflict {
        problems.shape(&value.site, id, format!("is given `{name}` twice with different values"));
    } else {
        traits.insert(name.to_owned(), value.clone());
    }
}

/// An enumeration that members are refined into: its values and what asked for it first.
struct Refinement {
    values: Vec<String>,
    asked_by: String,
}

/// Gives every member with a refinement its enumeration as target.
fn refine(model: &mut Model, problems: &mut Problems) {
    let mut refinements: BTreeMap<String, Refinement> = BTreeMap::new();
    let mut targets: Vec<(String, String, String)> = Vec::new();
    for shape in model.shapes.values() {
        let Body::Structure(members) = &shape.body else { continue };
        for member in members {
            let Some(found) = member.traits.get(REFINE_ENUM) else { continue };
            let Some((name, values)) = refinement(member, found, model, problems) else { continue };
            let namespace = shape.id.split_once('#').map_or("", |(namespace, _)| namespace);
            let id = format!("{namespace}#{name}");
            let known = refinements.entry(id.clone());
            let known = known.or_insert_with(|| Refinement { values: values.clone(), asked_by: member.id.clone() });
            if known.values == values {
                targets.push((shape.id.clone(), member.name.clone(), id));
            } else {
                let reason = format!("refines into `{id}` with other values than `{}`", known.asked_by);
                problems.shape(&found.site, &member.id, reason);
            }
        }
    }
    retarget(targets, model);
    define(refinements, model, problems);
}

/// The name and values of a refinement.
fn refinement(
    member: &AstMember,
    found: &Trait,
    model: &Model,
    problems: &mut Problems,
) -> Option<(String, Vec<String>)> {
    let id = Some(member.id.as_str());
    let node = found.node();
    let name = node.required_text("name", id, problems)?;
    if name.contains(['#', '$']) || name.contains(char::is_whitespace) {
        problems.shape(&node.site.child("name"), &member.id, format!("refines into the impossible name `{name}`"));
        return None;
    }

    let items = node.get("values").map(|values| values.items(id, problems)).unwrap_or_default();
    let values: Vec<String> = items.iter().filter_map(|item| item.text(id, problems)).map(str::to_owned).collect();
    if values.is_empty() {
        problems.shape(&node.site, &member.id, "refines into an enumeration without `values`");
        return None;
    }

    if values.iter().enumerate().any(|(index, value)| value.is_empty() || values.iter().take(index).any(|v| v == value))
    {
        problems.shape(&node.site.child("values"), &member.id, "refines into values that are empty or repeated");
        return None;
    }

    if is_open_string(&member.reference, model) {
        Some((name.to_owned(), values))
    } else {
        let reason = format!("is refined into an enumeration, but `{}` is not a plain string", member.reference.target);
        problems.shape(&found.site, &member.id, reason);
        None
    }
}

fn is_open_string(reference: &AstReference, model: &Model) -> bool {
    match model.shapes.get(&reference.target) {
        Some(shape) => matches!(shape.body, Body::Simple(Simple::String)) && !shape.traits.contains_key(ENUM),
        None => prelude(&reference.target) == Some(Simple::String),
    }
}

fn retarget(targets: Vec<(String, String, String)>, model: &mut Model) {
    for (shape, member, target) in targets {
        let Some(shape) = model.shapes.get_mut(&shape) else { continue };
        for found in members_mut(&mut shape.body) {
            if found.name == member {
                target.clone_into(&mut found.reference.target);
            }
        }
    }
}

fn define(refinements: BTreeMap<String, Refinement>, model: &mut Model, problems: &mut Problems) {
    for (id, Refinement { values, asked_by }) in refinements {
        let site =
            asked_by.split_once('$').and_then(|(shape, _)| model.shapes.get(shape)).map(|shape| shape.site.clone());
        let Some(site) = site else { continue };
        if model.shapes.contains_key(&id) {
            problems.shape(&site, &asked_by, format!("refines into `{id}`, which the model defines itself"));
            continue;
        }
        model.shapes.insert(id.clone(), AstShape { id, site, body: Body::Refined(values), traits: Traits::new() });
    }
}
