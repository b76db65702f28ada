//! Templates, run on values that are not known.

use super::automaton::{Possibilities, TooMany};
use crate::velocity::tree::{Block, Node, TemplateTree};

/// So many outputs of one template are looked at.
const MAX_OUTPUTS: usize = 64;
/// So many bytes of known text are looked at, and so many characters are shown before a break.
const MAX_TEXT: usize = 64 * 1024;
const EXCERPT: usize = 20;

/// How a template breaks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Broken {
    /// At a character, with what is before it.
    At(String),
    /// At its end, which is this.
    End(String),
}

/// What is known of a walk.
#[derive(Debug)]
struct Walk<'t> {
    tree: &'t TemplateTree,
    /// So much more text is looked at.
    left: usize,
    /// Where nothing was possible any more.
    at: Option<String>,
    /// The text since the last reference or loop.
    tail: String,
}

/// How a template that starts as JSON does breaks, if it does so whatever its references print.
pub(super) fn breaks_json(tree: &TemplateTree, block: Block) -> Option<Broken> {
    let first = tree.nodes(block).iter().find(|node| !prints_nothing(node));
    let Some(Node::Text(first)) = first else { return None };
    if !tree.text(*first).trim_start().starts_with(['{', '[']) || !is_followed(tree, block) {
        return None;
    }
    let mut walk = Walk { tree, left: MAX_TEXT, at: None, tail: String::new() };
    let end = walk.follow(block, Possibilities::start()).ok()?;
    if end.can_end() {
        return None;
    }
    let at = walk.at.filter(|_| end.is_empty());
    Some(at.map_or_else(|| Broken::End(excerpt(&walk.tail)), Broken::At))
}

/// All that a template can print; nothing if it prints a reference, or ends early.
pub(super) fn outputs(tree: &TemplateTree, block: Block) -> Option<Vec<String>> {
    let mut outputs = vec![String::new()];
    for node in tree.nodes(block) {
        match node {
            Node::Text(text) => outputs.iter_mut().for_each(|output| output.push_str(tree.text(*text))),
            Node::If(branches) => {
                let (mut found, branches) = (Vec::new(), tree.branches(*branches));
                for branch in branches {
                    found.extend(self::outputs(tree, branch.body)?);
                }
                if branches.last().is_none_or(|branch| branch.condition.is_some()) {
                    found.push(String::new());
                }
                let joined = outputs.iter().flat_map(|start| found.iter().map(move |end| format!("{start}{end}")));
                outputs = joined.take(MAX_OUTPUTS + 1).collect();
            }
            node if prints_nothing(node) => {}
            _ => return None,
        }
        if outputs.len() > MAX_OUTPUTS {
            return None;
        }
    }
    Some(outputs)
}

fn prints_nothing(node: &Node) -> bool {
    matches!(node, Node::Set(..) | Node::Define(..))
}

/// Whether what is rendered is all of the template: nothing in it ends it early.
fn is_followed(tree: &TemplateTree, block: Block) -> bool {
    tree.nodes(block).iter().all(|node| match node {
        Node::If(branches) => tree.branches(*branches).iter().all(|branch| is_followed(tree, branch.body)),
        Node::Foreach(at) => tree.foreach(*at).is_none_or(|foreach| is_followed(tree, foreach.body)),
        Node::Break(_) | Node::Stop(_) | Node::Resource(..) => false,
        _ => true,
    })
}

impl Walk<'_> {
    fn follow(&mut self, block: Block, mut possible: Possibilities) -> Result<Possibilities, TooMany> {
        let tree = self.tree;

        for node in tree.nodes(block) {
            possible = match node {
                Node::Text(text) => self.read(tree.text(*text), possible)?,
                Node::If(branches) => {
                    let (mut ends, branches) = (Possibilities::none(), tree.branches(*branches));
                    for branch in branches {
                        ends = ends.or(self.follow(branch.body, possible.clone())?)?;
                    }
                    let has_else = branches.last().is_some_and(|branch| branch.condition.is_none());
                    if has_else { ends } else { ends.or(possible)? }
                }
                // What a loop prints need not be known, and what a reference prints is not.
                Node::Reference(_) | Node::Foreach(_) => {
                    self.tail.clear();
                    Possibilities::any()
                }
                _ => possible,
            };
            if possible.is_empty() {
                return Ok(possible);
            }
        }
        Ok(possible)
    }

    fn read(&mut self, text: &str, mut possible: Possibilities) -> Result<Possibilities, TooMany> {
        self.left = self.left.checked_sub(text.len()).ok_or(TooMany)?;
        for (index, c) in text.char_indices() {
            possible = possible.read(c)?;
            if possible.is_empty() {
                self.at = Some(excerpt(text.get(..index + c.len_utf8()).unwrap_or(text)));
                break;
            }
        }
        self.tail.push_str(text);
        Ok(possible)
    }
}

/// The end of a string, on one line.
fn excerpt(text: &str) -> String {
    let start = text.char_indices().rev().nth(EXCERPT - 1).map_or(0, |(start, _)| start);
    text.get(start..).unwrap_or(text).trim().replace(['\n', '\r'], "⏎")
}
