//! Whether a tree of named nodes can take a new or changed node.

use super::rule_check::RuleCheck;
use super::walk::{find, step, walk};
use crate::rule::{Edit, MemberPath, PatchParts, Step, Tree, TreeDemand};
use crate::value::{ListQuery, Sequence, Value, is_in_braces};
use crate::violation::Problem;

/// How deep a tree may be before a walk to its root is given up.
const MAX_DEPTH: usize = 200;

/// An edited node: its identifier unless it is new, its parent and its name afterwards.
struct TreeNode<'v> {
    id: Option<&'v str>,
    parent: &'v str,
    name: &'v str,
}

impl<'v> RuleCheck<'_, 'v> {
    /// Checks an edit of a tree, if all of the tree can be seen.
    pub(super) fn tree(&mut self, tree: &'static Tree) {
        let Value::List(nodes) = find(&tree.nodes, self.scope) else { return };
        let forest = Forest { nodes, tree };
        match &tree.edit {
            Edit::Add { parent, name } => {
                let (Value::Text(parent), Value::Text(text)) = (find(parent, self.scope), find(name, self.scope))
                else {
                    return;
                };
                if let Some(other) = forest.conflict(&TreeNode { id: None, parent, name: text }) {
                    self.tree_broken(tree, name, None, text, other);
                }
            }
            Edit::Patch { id, operations, parts } => self.patched(&forest, id, operations, *parts),
        }
    }

    fn patched(&mut self, forest: &Forest<'v>, id: &MemberPath, operations: &'static MemberPath, parts: PatchParts) {
        let Value::Text(id) = find(id, self.scope) else { return };
        let Some(before) = forest.by_id(id) else { return };
        let (Value::List(list), tree) = (find(operations, self.scope), forest.tree) else { return };
        let (mut parent, mut name, mut changed) = (text(before, tree.parent), text(before, tree.name), None);

        for index in 0..Sequence::len(list) {
            let operation = Sequence::get(list, index);
            let path = match step(operation, parts.path) {
                Value::Text(path) => path.trim_start_matches('/'),
                Value::Absent | Value::Null => continue,
                // What cannot be seen may move the node elsewhere.
                _ => return,
            };
            let part = match Some(path) {
                path if path == tree.parent.member_name() => &mut parent,
                path if path == tree.name.member_name() => &mut name,
                _ => continue,
            };
            if text(operation, parts.op) != Some("replace") {
                return;
            }
            let Some(value) = text(operation, parts.value) else { return };
            *part = Some(value);
            changed = Some((index, path));
        }

        let Some((index, what)) = changed else { return };
        if matches!(step(before, tree.parent), Value::Absent) {
            if tree.demand == TreeDemand::RootUnchanged {
                self.tree_broken(tree, operations, Some(index), what, "/");
            }
            return;
        }

        let (Some(parent), Some(name)) = (parent, name) else { return };
        if let Some(other) = forest.conflict(&TreeNode { id: Some(id), parent, name }) {
            self.tree_broken(tree, operations, Some(index), name, other);
        }
    }

    fn tree_broken(&mut self, tree: &Tree, at: &MemberPath, index: Option<usize>, text: &str, node: &str) {
        let problem = Problem::Tree { text: text.to_owned(), node: node.to_owned(), demand: tree.demand };
        let (scope, origin) = (self.scope, self.origin);
        walk(at, scope, origin, &mut |place, _| match index {
            Some(index) => self.broken(&place.index(index), problem.clone()),
            None => self.broken(place, problem.clone()),
        });
    }
}

/// The nodes that exist.
struct Forest<'v> {
    nodes: &'v dyn Sequence,
    tree: &'static Tree,
}

impl<'v> Forest<'v> {
    /// The first node, of those whose members are the given strings and for which a member that is named is a variable,
    /// for which something holds.
    fn first(
        &self,
        members: &[(Step, &str)],
        in_braces: Option<Step>,
        is_it: impl Fn(Value<'v>) -> bool,
    ) -> Option<Value<'v>> {
        let (nodes, mut found) = (self.nodes, None);
        let mut look = |index: usize| {
            let node = Sequence::get(nodes, index);
            if found.is_none() && is_it(node) {
                found = Some(node);
            }
        };
        if nodes.find(&ListQuery { members, in_braces }, &mut look) {
            return found;
        }
        let is_wanted = |node: &Value<'v>| {
            members.iter().all(|(member, wanted)| text(*node, *member) == Some(*wanted))
                && in_braces.is_none_or(|member| text(*node, member).is_some_and(is_in_braces))
        };
        let mut all = (0..Sequence::len(nodes)).map(|index| Sequence::get(nodes, index));
        all.find(|node| is_wanted(node) && is_it(*node))
    }

    fn by_id(&self, id: &str) -> Option<Value<'v>> {
        self.first(&[(self.tree.id, id)], None, |_| true)
    }

    /// The node of the tree that the node cannot live with; the root if it has no name.
    fn conflict(&self, node: &TreeNode<'v>) -> Option<&'v str> {
        let tree = self.tree;
        let name_of = |node: Value<'v>| text(node, tree.name);
        let is_other = |other: Value<'v>| node.id.is_none() || text(other, tree.id) != node.id;
        let parent = (tree.parent, node.parent);

        match tree.demand {
            TreeDemand::UniqueName => self
                .first(&[parent, (tree.name, node.name)], None, is_other)
                .map(|_| self.by_id(node.parent).and_then(name_of).unwrap_or("/")),
            TreeDemand::OneVariable if is_in_braces(node.name) => {
                let is_another = |other| is_other(other) && name_of(other).is_some_and(|name| name != node.name);
                self.first(&[parent], Some(tree.name), is_another).and_then(name_of)
            }
            TreeDemand::NoChildOfGreedy => {
                let parent = name_of(self.by_id(node.parent)?)?;
                parent.ends_with("+}").then_some(parent)
            }
            TreeDemand::UniqueVariable if is_in_braces(node.name) => {
                self.ancestors(node).filter_map(name_of).find(|name| *name == node.name)
            }
            TreeDemand::NoCycle => self
                .ancestors(node)
                .any(|ancestor| node.id.is_some() && text(ancestor, tree.id) == node.id)
                .then_some(node.name),
            TreeDemand::OneVariable | TreeDemand::UniqueVariable | TreeDemand::RootUnchanged => None,
        }
    }

    /// The nodes above a node, its parent first.
    fn ancestors(&self, node: &TreeNode<'v>) -> impl Iterator<Item = Value<'v>> {
        let above = |below: &Value<'v>| text(*below, self.tree.parent).and_then(|parent| self.by_id(parent));
        std::iter::successors(self.by_id(node.parent), above).take(MAX_DEPTH)
    }
}

/// The text of a member.
fn text(node: Value<'_>, member: Step) -> Option<&str> {
    if let Value::Text(text) = step(node, member) { Some(text) } else { None }
}
