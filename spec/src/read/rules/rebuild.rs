//! How a whole API leads back to a request, as [`Rebuild`] describes how it is written.

use super::parts::{known_keys, part, slots};
use super::path::{Places, Reached};
use crate::read::ast::{AstMember, AstShape, Body, Model};
use crate::read::error::Problems;
use crate::read::intern::intern;
use crate::read::json::Node;
use crate::rule::{ContextSlot, MemberPath, Rebuild, Root, Step, Visited};

const KEYS: &[&str] = &["roots", "visit", "members", "rest", "label"];

/// Lowers the trait of the request `shape`.
pub(super) fn lower(node: &Node<'_>, shape: &AstShape, model: &Model, problems: &mut Problems) -> Option<Rebuild> {
    let Body::Structure(members) = &shape.body else { return None };
    let owner = shape.id.as_str();
    let bare = Places { model, owner, item: None, contexts: &[] };
    known_keys(node, KEYS, &bare, problems);
    let roots = slots(&part(node, "roots", &bare, problems)?, owner, model, problems);
    let mut known = roots.clone();
    let mut visit = Vec::new();

    for (name, path) in node.get("visit").map(|visit| visit.entries(Some(owner), problems)).unwrap_or_default() {
        let (path, reached) = Places { contexts: &known, ..bare.clone() }.path(&path, problems)?;
        let Reached::Shape { id, .. } = reached else { continue };
        visit.push(Visited { name: intern(name), path });
        known.push(ContextSlot { name: intern(name), shape: intern(&id), item: None, with: &[] });
    }

    let places = Places { contexts: &known, ..bare };
    let rest = node.get("rest").and_then(|rest| rest.text(Some(owner), problems));
    let rest = rest.and_then(|rest| known.iter().find(|slot| slot.name == rest));
    let stated = node.get("members").map(|members| members.entries(Some(owner), problems)).unwrap_or_default();

    for (name, node) in &stated {
        if !members.iter().any(|member| member.name == *name) {
            problems.shape(&node.site, owner, format!("has a graph with the unknown member `{name}`"));
        }
    }

    let mut found = Vec::new();
    for member in members {
        found.push(match stated.iter().find(|(name, _)| *name == member.name) {
            Some((_, node)) => Some(places.path(node, problems)?.0),
            None => rest.and_then(|rest| same(member, rest, model)),
        });
    }

    let label = node.get("label").map(|label| label.items(Some(owner), problems)).unwrap_or_default();
    let label: Option<Vec<MemberPath>> =
        label.iter().map(|node| places.path(node, problems).map(|(path, _)| path)).collect();
    Some(Rebuild { roots: roots.leak(), visit: visit.leak(), members: found.leak(), label: label?.leak() })
}

/// The path to the member of `rest` that has the name of `member`.
fn same(member: &AstMember, rest: &ContextSlot, model: &Model) -> Option<MemberPath> {
    let Body::Structure(members) = &model.shapes.get(rest.shape)?.body else { return None };
    let index = members.iter().position(|other| other.name == member.name)?;
    let steps = vec![Step::Member { name: intern(&member.name), index }].leak();
    Some(MemberPath { root: Root::Context(rest.name), steps })
}
