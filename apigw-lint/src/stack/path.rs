//! The paths of resources, which the service makes of the path parts on the way to them.

use std::collections::HashMap;

use super::identity::Stack;
use super::object::ApiObject;
use super::table;
use crate::definition::DefinitionPart;

/// The most path parts.
const MAX_SEGMENTS: usize = 64;

/// Adds its path to each resource of an API.
pub(super) fn add_paths(stack: &Stack<'_, '_>, resources: &mut [ApiObject]) {
    let (Some(member), Some(parent), Some(segment)) =
        (table::word(&["path", "member"]), table::word(&["path", "parent"]), table::word(&["path", "segment"]))
    else {
        return;
    };
    let text = |object: &ApiObject, member: &str| object.fields.part(member)?.known_text().map(str::to_owned);
    let links: HashMap<String, (Option<String>, Option<String>)> = resources
        .iter()
        .map(|object| (object.identity.clone(), (text(object, parent), text(object, segment))))
        .collect();

    for object in resources {
        let (mut path, mut at) = (String::new(), object.identity.clone());
        for _ in 0..MAX_SEGMENTS {
            if stack.is_root(&at) {
                break;
            }
            let (parent, segment) = links.get(&at).cloned().unwrap_or_default();
            path.insert_str(0, &format!("/{}", segment.as_deref().unwrap_or("…")));
            let Some(parent) = parent else {
                let start = if segment.is_some() { "/…" } else { "" };
                path.insert_str(0, start);
                break;
            };
            at = parent;
        }
        if path.is_empty() {
            path.push('/');
        }
        object.fields.remove(member);
        object.fields.push(member, object.span, DefinitionPart::text(path, object.span));
    }
}
