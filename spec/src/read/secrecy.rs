//! How much of the value of a member may be shown: Smithy's `sensitive`, and the trait of ours for parts of a value.

use super::ast::{AstMember, Body, Model, Traits};
use super::error::Problems;
use super::json::Node;
use super::traits::{SECRET, SENSITIVE};
use crate::secrecy::Secrecy;

/// The words of the trait.
const WORDS: [(&str, Secrecy); 3] =
    [("whole", Secrecy::Whole), ("expression", Secrecy::Expression), ("url", Secrecy::Url)];

/// What a member, its shape, or what a list or map of it holds is marked with.
pub(super) fn of(member: &AstMember, model: &Model, problems: &mut Problems) -> Secrecy {
    /// Lists and maps cannot contain themselves, and models do not nest more of them.
    const DEPTH: usize = 8;
    let marked = |traits: &Traits| traits.contains_key(SENSITIVE);
    if let Some(found) = member.traits.get(SECRET) {
        return stated(&found.node(), &member.id, problems).unwrap_or(Secrecy::Whole);
    }
    let mut member = member;
    for _ in 0..DEPTH {
        if marked(&member.traits) {
            return Secrecy::Whole;
        }
        let Some(shape) = model.shapes.get(&member.reference.target) else { return Secrecy::Public };
        if marked(&shape.traits) {
            return Secrecy::Whole;
        }
        member = match &shape.body {
            Body::List(item) => item,
            Body::Map(key, _) if marked(&key.traits) => return Secrecy::Whole,
            Body::Map(_, value) => value,
            _ => return Secrecy::Public,
        };
    }
    Secrecy::Public
}

/// What a word means.
pub(super) fn stated(node: &Node<'_>, owner: &str, problems: &mut Problems) -> Option<Secrecy> {
    let text = node.text(Some(owner), problems)?;
    let found = WORDS.iter().find(|(word, _)| *word == text).map(|(_, secrecy)| *secrecy);
    if found.is_none() {
        let words = WORDS.map(|(word, _)| format!("`{word}`")).join(" or ");
        problems.shape(&node.site, owner, format!("is secret as `{text}`; write {words}"));
    }
    found
}
