//! The rules for the input of an operation, on the page of the operation.

use apigw_spec::rule::{Evidence, MemberPath, PatchTable, Root, Rule, Severity, Step};
use apigw_spec::violation::{ModelNaming, patch_statement, statement, subject};
use apigw_spec::{Kind, Member, Operation, Shape};

use super::page::Block;
use crate::check::naming::OptionNaming;
use crate::syntax::operation::option;

/// A rule of an operation, in words.
struct RuleText {
    /// The member of the input that it is about, if it is about one.
    member: Option<&'static str>,
    text: String,
}

/// The rules of one operation, in words.
pub(super) struct Rules {
    texts: Vec<RuleText>,
    patch: Option<&'static PatchTable>,
}

impl Rules {
    /// The rules that the input of an operation and the structures inside it are checked against.
    pub(super) fn of(operation: &'static Operation) -> Self {
        let shape = operation.input.shape();
        let structure = shape.structure();
        let naming = OptionNaming(operation);
        let mut texts: Vec<RuleText> = Vec::new();
        for rule in structure.rules.rules {
            texts.push(RuleText {
                member: subject(rule).and_then(first),
                text: sentence(rule, &statement(rule, &naming)),
            });
        }
        for member in structure.members {
            let mut seen = vec![shape.id];
            inside(member.target.shape(), &mut seen, &mut |rule| {
                let place = option(operation, member);
                let text = format!("inside `{place}`: {}", statement(rule, &ModelNaming));
                texts.push(RuleText { member: Some(member.name), text: sentence(rule, &text) });
            });
        }
        Self { texts, patch: structure.rules.patch }
    }

    /// The rules about a member.
    pub(super) fn about(&self, member: &Member) -> Vec<Block> {
        let mut blocks = points("Rules:", self.texts.iter().filter(|text| text.member == Some(member.name)));
        if let Some(table) = self.patch
            && first(table.operations) == Some(member.name)
        {
            blocks.push(Block::text("What can be patched:"));
            blocks.extend(table.rows.iter().map(|row| Block::Point(patch_statement(row))));
        }
        blocks
    }

    /// The rules about the request as a whole, or about related objects.
    pub(super) fn of_request(&self) -> Vec<Block> {
        points("", self.texts.iter().filter(|text| text.member.is_none()))
    }
}

fn points<'a>(title: &str, texts: impl Iterator<Item = &'a RuleText>) -> Vec<Block> {
    let mut blocks: Vec<Block> = texts.map(|text| Block::Point(text.text.clone())).collect();
    if !blocks.is_empty() && !title.is_empty() {
        blocks.insert(0, Block::text(title));
    }
    blocks
}

/// The member at which a path in the input starts.
fn first(path: MemberPath) -> Option<&'static str> {
    if matches!(path.root, Root::Context(_)) { None } else { path.steps.first().and_then(Step::member_name) }
}

/// A rule as one point: its severity, identifier, statement, reason and evidence.
fn sentence(rule: &Rule, statement: &str) -> String {
    let level = if rule.severity == Severity::Error { "error" } else { "warning" };
    let reason = if rule.reason.is_empty() { String::new() } else { format!("; {}", rule.reason) };
    let Evidence { class, .. } = rule.evidence;
    let related = match rule.contexts {
        [] => String::new(),
        contexts => {
            let names: Vec<String> = contexts.iter().map(|name| format!("`{name}`")).collect();
            format!("; checked where {} is known", names.join(" and "))
        }
    };
    format!("{level}[{}]: {statement}{reason} ({}{related})", rule.id, class.word())
}

/// Visits the rules of the structures inside a shape.
fn inside(shape: &'static Shape, seen: &mut Vec<&'static str>, visit: &mut dyn FnMut(&'static Rule)) {
    if seen.contains(&shape.id) {
        return;
    }
    seen.push(shape.id);
    match shape.kind {
        Kind::List(item) => inside(item.shape(), seen, visit),
        Kind::Map { value, .. } => inside(value.shape(), seen, visit),
        Kind::Structure(structure) => {
            structure.rules.rules.iter().for_each(&mut *visit);
            structure.members.iter().for_each(|member| inside(member.target.shape(), seen, visit));
        }
        _ => {}
    }
}
