//! The sentences: what is wrong; what to do; what AWS says.

use super::naming::{ModelNaming, Naming};
use super::problem::{Fact, Focus, Known, Problem, Violation};
use crate::rule::{Fix, TreeDemand, builtin};

impl Violation {
    /// The sentence, with names spelled as `naming` does: what is wrong; what to do; what AWS says.
    pub fn render(&self, naming: &dyn Naming) -> String {
        sentence(self, naming)
    }
}

impl std::fmt::Display for Violation {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.render(&ModelNaming))
    }
}

/// The sentence for a violation.
fn sentence(violation: &Violation, naming: &dyn Naming) -> String {
    let mut text = wrong(violation, naming);
    let when = condition(violation, naming);
    if !when.is_empty() {
        text.push_str(" when ");
        text.push_str(&when);
    }
    if let Some(help) = remedy(violation, naming) {
        text.push_str("; ");
        text.push_str(&help);
    }
    if let Some(message) = violation.message {
        text.push_str(" (AWS: ");
        text.push_str(message);
        text.push(')');
    }
    text
}

/// What a finding with one of the identifiers of [`builtin`](crate::rule::builtin) means, for explaining and listing
/// them beside the rules; nothing for other identifiers.
pub fn about(id: &str) -> Option<&'static str> {
    Some(match id {
        builtin::REQUIRED => "a member that the model requires is missing",
        builtin::ENUM => {
            "a value is not in the enumeration of the model; AWS may support values that this version of the model does not list"
        }
        builtin::LABEL => {
            "a string that becomes a part of the request's path is empty, `.` or `..`, so the request would be for another resource"
        }
        builtin::PATTERN => "a string does not match the pattern of the model",
        builtin::TYPE => "a value does not have the type that the model requires",
        builtin::UNKNOWN_MEMBER => "the model has no member of this name",
        builtin::UNION => {
            "a value that is one of several things has none of the members of the model's union, or several"
        }
        builtin::PATCH_PATH => "the operation does not support this patch path",
        builtin::PATCH_OP => "the patch path does not support this operation",
        builtin::PATCH_VALUE => "the value is not valid for the patch path",
        builtin::PATCH_TARGET => "the value to patch does not exist",
        _ => return None,
    })
}

/// What is wrong, without the circumstances.
fn wrong(violation: &Violation, naming: &dyn Naming) -> String {
    let place = place(violation, naming);
    let must = if violation.is_error() { "must" } else { "should" };

    match &violation.problem {
        Problem::MissingMembers { shape, names } => {
            let plural = if names.len() == 1 { "member" } else { "members" };
            let names = list(names.iter().map(|name| quoted(&naming.member(name))), ", ");
            format!("missing required {plural} of {}: {names}", inside(violation, shape, naming))
        }
        Problem::Union { shape, given, .. } if given.is_empty() => {
            format!("missing the member of the union {}", inside(violation, shape, naming))
        }
        Problem::Union { shape, given, .. } => {
            let given = list(given.iter().map(|name| quoted(&naming.member(name))), " and ");
            format!("the union {} cannot have both {given}", inside(violation, shape, naming))
        }
        Problem::Missing if violation.path.context.is_some() => format!("{place} does not exist"),
        Problem::Missing if violation.is_error() => format!("{place} is required"),
        Problem::Missing => format!("{place} should be set"),
        Problem::Empty => format!("{place} {must} not be empty"),
        Problem::MissingOneOf { members: [only] } => {
            format!("{} is empty", quoted(&naming.member_path(only)))
        }
        Problem::MissingOneOf { members } => {
            format!("one of {} is required", list(members.iter().map(|path| quoted(&naming.member_path(path))), ", "))
        }
        Problem::Forbidden => format!("{place} {must} not be set"),
        Problem::Conflict { other } => {
            format!("{place} {must} not be set together with {}", quoted(&naming.path(other)))
        }
        Problem::UnknownMember { name, shape, .. } => format!("unknown member `{name}` of `{}`", naming.shape(shape)),
        Problem::Type { expected, found } => format!("expected {expected} for {place}, found {found}"),
        Problem::Unlisted { text, shape: Some(shape), .. } => {
            format!("`{text}` is not {} `{shape}`", article(shape))
        }
        Problem::Label { text: "" } => {
            format!("{place} {must} not be empty, because it is a part of the request's path")
        }
        Problem::Label { text } => {
            format!("{place} {must} not be `{text}`, because it is a part of the request's path")
        }
        Problem::Unlisted { text, shape: None, .. } | Problem::Excluded { text } | Problem::Format { text, .. } => {
            cannot_be(violation, text, naming)
        }
        Problem::Pattern { text, pattern, shape } => {
            format!("`{}` does not match `{pattern}`, the pattern of `{shape}`", clipped(text))
        }
        Problem::OutOfRange { text, min, max } => {
            format!("{place} is {text}, but {must} be {}", bounds(*min, *max))
        }
        Problem::Length { length, min, max } => {
            let bounds = bounds(*min, *max);
            format!("{place} has {}, but {must} have {bounds}", counted(*length, "character"))
        }
        Problem::Count { count, min, max } => {
            let noun = if *count == 1 { "entry" } else { "entries" };
            format!("{place} has {count} {noun}, but {must} have {}", bounds(*min, *max))
        }
        Problem::NotIn { text, of, .. } => {
            let others = list(of.iter().map(|path| quoted(&naming.member_path(path))), " or ");
            format!("`{}` is not found in {others}", clipped(text))
        }
        Problem::Taken { text, by } => format!("`{}` is already used by {}", clipped(text), quoted(&naming.path(by))),
        Problem::Repeated { text, other } => format!("`{text}` has the same name as `{other}`"),
        Problem::Template { text } => format!("{place}: {text}"),
        Problem::Tree { text, node, demand } => tree(text, node, *demand),
        patch => patched(patch, &place),
    }
}

fn patched(problem: &Problem, place: &str) -> String {
    match problem {
        Problem::PatchPath { path, .. } => format!("`{path}` cannot be patched"),
        Problem::PatchOp { op, path, .. } => format!("`{path}` cannot be patched with `{op}`"),
        Problem::PatchFrom { from, path, .. } => format!("`{path}` cannot be copied from `{from}`"),
        Problem::PatchTarget { name, op } => {
            format!("`{name}` does not exist, so there is nothing to {}", op.word())
        }
        _ => format!("{place} has no path"),
    }
}

fn tree(text: &str, node: &str, demand: TreeDemand) -> String {
    match demand {
        TreeDemand::UniqueName => format!("`{node}` already has a child `{text}`"),
        TreeDemand::OneVariable => {
            format!("`{text}` conflicts with its sibling `{node}`: sibling path variables are ambiguous")
        }
        TreeDemand::UniqueVariable => {
            format!("an ancestor has the variable `{node}` already; give this one another name")
        }
        TreeDemand::NoChildOfGreedy => format!("`{node}` matches the rest of the path, so it cannot have a child"),
        TreeDemand::NoCycle => format!("`{node}` cannot be moved below itself"),
        TreeDemand::RootUnchanged => format!("the root cannot change its `{text}`"),
    }
}

/// What to do, if that is known.
fn remedy(violation: &Violation, naming: &dyn Naming) -> Option<String> {
    match violation.fix {
        Some(Fix::Say(text)) => return Some(text.to_owned()),
        Some(Fix::Set { path, value }) => {
            let verb = if violation.problem == Problem::Missing { naming.adding() } else { "set" };
            return Some(format!("{verb} `{}`", naming.assignment(&naming.member_path(&path), value)));
        }
        None => {}
    }

    let place = place(violation, naming);
    Some(match &violation.problem {
        Problem::Union { given, members, .. } if given.is_empty() => {
            let members: Vec<String> = members.iter().map(|name| naming.member(name)).collect();
            let members: Vec<&str> = members.iter().map(String::as_str).collect();
            expected("", &members)
        }
        Problem::Union { .. } => "keep one of them".to_owned(),
        Problem::Missing if violation.path.context.is_none() => format!("add {place}"),
        Problem::Forbidden if violation.reason.is_empty() => format!("remove {place}"),
        Problem::UnknownMember { nearest: Some(nearest), .. } => {
            format!("did you mean {}?", quoted(&naming.member(nearest)))
        }
        Problem::Unlisted { text, listed, shape: Some(_), dated } => {
            let model = dated.map(|date| format!(" by the model of {date}")).unwrap_or_default();
            format!("{}{model}; to send a newer value, {}", expected(text, listed), naming.allowing(violation.rule))
        }
        Problem::Unlisted { text, listed, .. } => expected(text, listed),
        Problem::Label { .. } => "without it the request would be for another resource".to_owned(),
        Problem::Format { error, .. } => error.message.to_string(),
        Problem::NotIn { nearest: Some(nearest), .. } | Problem::PatchPath { nearest: Some(nearest), .. } => {
            format!("did you mean `{nearest}`?")
        }
        Problem::PatchPath { known, .. } if !known.is_empty() => expected("", known),
        Problem::Template { .. } | Problem::Tree { .. } => return None,
        Problem::PatchOp { ops, .. } => {
            format!("use {}", list(ops.iter().map(|op| quoted(op.word())), " or "))
        }
        Problem::PatchFrom { allowed, .. } => {
            format!("copy from {}", list(allowed.iter().map(|path| quoted(path)), " or "))
        }
        _ => return (!violation.reason.is_empty()).then(|| violation.reason.to_owned()),
    })
}

/// The nearest of the listed strings, or all of them.
fn expected(text: &str, listed: &[&str]) -> String {
    let all = || {
        let (last, rest) = listed.split_last().map_or(("", listed), |(last, rest)| (*last, rest));
        match rest {
            [] => format!("expected `{last}`"),
            rest => format!("expected {} or `{last}`", list(rest.iter().map(|value| quoted(value)), ", ")),
        }
    };
    // Another number is another version, not another spelling: the nearest can be the weakest.
    let digits = |text: &str| text.chars().filter(char::is_ascii_digit).collect::<String>();
    let spelled = listed.iter().copied().filter(|value| digits(value) == digits(text));
    match crate::suggest::nearest(text, spelled) {
        Some(nearest) if listed.len() > 8 => format!("did you mean `{nearest}`?"),
        _ => all(),
    }
}

/// The circumstances, joined. What is known of the
/// value at fault, and that there is an object around the request, goes without saying.
fn condition(violation: &Violation, naming: &dyn Naming) -> String {
    let about_itself = matches!(violation.problem, Problem::Template { .. } | Problem::Tree { .. });
    let telling = violation.when.iter().filter(|fact| match fact.known {
        _ if about_itself || fact.path == violation.path => false,
        Known::Given => fact.path.context.is_none(),
        Known::Is(_) | Known::Missing => true,
    });
    let word = |fact: &Fact| {
        let path = quoted(&naming.path(&fact.path));
        match &fact.known {
            Known::Is(text) => format!("{path} is `{}`", clipped(text)),
            Known::Given => format!("{path} is set"),
            Known::Missing => format!("{path} is not set"),
        }
    };
    list(telling.map(word), " and ")
}

fn place(violation: &Violation, naming: &dyn Naming) -> String {
    let path = naming.path(&violation.path);
    if path.is_empty() { "the request".to_owned() } else { quoted(&path) }
}

/// The map whose key is at fault.
fn holder(violation: &Violation, naming: &dyn Naming) -> String {
    let mut path = violation.path.clone();
    path.segments.pop();
    quoted(&naming.path(&path))
}

/// What holds for a string: as a value, or as the key of a map.
fn cannot_be(violation: &Violation, text: &str, naming: &dyn Naming) -> String {
    let word = if violation.is_error() { "cannot" } else { "should not" };
    match violation.focus {
        Focus::Key => format!("`{}` {word} be a key of {}", clipped(text), holder(violation, naming)),
        Focus::Value => format!("{} {word} be `{}`", place(violation, naming), clipped(text)),
    }
}

/// The shape, or the member that holds the structure.
fn inside(violation: &Violation, shape: &str, naming: &dyn Naming) -> String {
    let path = naming.path(&violation.path);
    if path.is_empty() { quoted(&naming.shape(shape)) } else { quoted(&path) }
}

pub(super) fn bounds<T: std::fmt::Display>(min: Option<T>, max: Option<T>) -> String {
    match (min, max) {
        (Some(min), Some(max)) => format!("from {min} to {max}"),
        (Some(min), None) => format!("at least {min}"),
        (None, Some(max)) => format!("at most {max}"),
        (None, None) => "anything".to_owned(),
    }
}

fn counted(count: usize, noun: &str) -> String {
    if count == 1 { format!("1 {noun}") } else { format!("{count} {noun}s") }
}

fn article(noun: &str) -> &'static str {
    if noun.starts_with(['A', 'E', 'I', 'O', 'U']) { "an" } else { "a" }
}

pub(super) fn quoted(text: &str) -> String {
    format!("`{text}`")
}

pub(super) fn list(items: impl Iterator<Item = String>, separator: &str) -> String {
    items.collect::<Vec<_>>().join(separator)
}

/// A string short enough to be quoted on one line.
fn clipped(text: &str) -> String {
    const MAX_LEN: usize = 120;
    let line: String = text.chars().take(MAX_LEN).map(|c| if c.is_control() { ' ' } else { c }).collect();
    if text.chars().nth(MAX_LEN).is_some() { format!("{line}…") } else { line }
}
