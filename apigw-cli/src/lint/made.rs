//! What the calls of a script make, as far as later calls of it can rely on that: an object belongs to a later call if both
//! name it with the same words.

use apigw_spec::{Binding, Operation, Shape};

use super::invocation::Invocation;
use super::word::ShellWord;
use crate::input::value::InputNode;
use crate::syntax::operation::option;

/// The objects that exist while the script runs.
#[derive(Debug, Default)]
pub(super) struct Made(Vec<MadeObject>);

/// An object that a call makes.
#[derive(Debug, Clone)]
pub(super) struct MadeObject {
    shape: &'static Shape,
    /// What names it: members of the request, as the script has them.
    labels: Vec<(&'static str, String)>,
    node: InputNode,
}

impl MadeObject {
    /// What a call makes of its members; `is_whole` says whether the script shows all of them.
    pub(super) fn new(
        call: &Invocation,
        operation: &'static Operation,
        members: &[(String, InputNode)],
        is_whole: bool,
    ) -> Option<Self> {
        let shape = operation.output?.shape();
        if operation.method != "PUT" || !is_whole {
            return None;
        }
        let labels = labels(call, operation)?;
        let request = operation.input.shape().members();
        let known = |name: &str| members.iter().find(|(given, _)| given == name).map(|(_, node)| node.clone());
        let entries = shape.members().iter().filter_map(|member| {
            let is_given = request.iter().any(|given| given.name == member.name);
            let node = if is_given { known(member.name) } else { Some(InputNode::Unknown) };
            Some((member.name.to_owned(), node?))
        });
        Some(Self { shape, labels, node: InputNode::structure(entries.collect()) })
    }
}

impl Made {
    /// The objects around a call, by the names that its rules know them by.
    pub(super) fn around(&self, call: &Invocation, operation: &'static Operation) -> Vec<(&'static str, InputNode)> {
        let Some(own) = labels(call, operation) else { return Vec::new() };
        let slots = operation.input.shape().structure().rules.contexts.iter();
        let found = slots.filter_map(|slot| {
            let is_meant =
                |made: &&MadeObject| made.shape.id == slot.shape && made.labels.iter().all(|label| own.contains(label));
            Some((slot.name, self.0.iter().rev().find(is_meant)?.node.clone()))
        });
        found.collect()
    }

    /// Notes what a call does: what it changes is not known any more, what it makes is.
    pub(super) fn note(&mut self, call: &Invocation, operation: &'static Operation, made: Option<MadeObject>) {
        if operation.method == "GET" {
            return;
        }
        let own = labels(call, operation);
        let changed = operation.output.map(|output| output.shape().id);
        self.0.retain(|known| {
            let is_named = own.as_ref().is_none_or(|own| known.labels.iter().all(|label| own.contains(label)));
            let is_part = changed.is_some_and(|changed| changed != known.shape.id);
            !is_named || is_part
        });
        self.0.extend(made);
    }

    /// Forgets what is named by variables that a command assigns to.
    pub(super) fn forget(&mut self, words: &[ShellWord]) {
        let is_loop = words.first().is_some_and(|word| matches!(word.raw.as_str(), "for" | "read" | "select"));
        for word in words {
            let assigned = word.raw.split_once('=').map(|(name, _)| name.trim_end_matches('+'));
            let name = assigned.or(is_loop.then_some(word.raw.as_str()));
            let name = name.map(|name| name.trim_start_matches('$')).filter(|name| is_name(name));
            if let Some(name) = name {
                self.0.retain(|made| !made.labels.iter().any(|(_, text)| uses(text, name)));
            }
        }
    }
}

fn is_name(text: &str) -> bool {
    !text.is_empty() && text.chars().all(|c| c.is_ascii_alphanumeric() || c == '_')
}

/// Whether a word expands a variable.
fn uses(text: &str, name: &str) -> bool {
    text.match_indices(name).any(|(at, _)| {
        let before = text.get(..at).and_then(|before| before.chars().next_back());
        let after = text.get(at + name.len()..).and_then(|after| after.chars().next());
        matches!(before, Some('$' | '{' | '%' | '!')) && !after.is_some_and(|c| c.is_ascii_alphanumeric() || c == '_')
    })
}

/// What names the object of a call, as the script has it; nothing if that is not the same everywhere.
fn labels(call: &Invocation, operation: &'static Operation) -> Option<Vec<(&'static str, String)>> {
    let members = operation.input.shape().members().iter().filter(|member| member.binding == Binding::Label);
    members.map(|member| Some((member.name, raw(call, &option(operation, member))?))).collect()
}

/// The value of an option without its quotes, if it stands for the same wherever it is written.
fn raw(call: &Invocation, option: &str) -> Option<String> {
    let at = call.words.iter().rposition(|word| word.word.head().split('=').next() == Some(option))?;
    let word = call.words.get(at)?;
    let text = match word.raw.split_once('=') {
        Some((_, value)) => value,
        None => call.words.get(at + 1)?.raw.as_str(),
    };
    let text = text.trim_matches(['"', '\'']).replace("${", "$").replace('}', "");
    let is_positional =
        text.split('$').skip(1).any(|name| !name.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_'));
    let varies = is_positional || text.contains(['(', '`', '%', '*', '<', '[']);
    (!varies && !text.is_empty()).then_some(text)
}
