//! Patch tables.
//!
//! ```json
//! {"operations": "patchOperations",
//!  "refusal": {"severity": "error", "evidence": "documented", "source": "…"},
//!  "otherwise": {"severity": "warning", "evidence": "inferred", "source": "…"},
//!  "rows": [
//!    {"path": "/requestTemplates/{type}", "ops": ["add", "replace"], "value": {"format": "velocityTemplate"},
//!     "refusal": {…}, "current": {"map": "$integration.requestTemplates", "ops": ["remove"], "refusal": {…}}}
//!  ]}
//! ```
//!
//! `where` says what the free parts of paths can be, by their names. A row `needs` a value for some operations, and has
//! `also` other things that the value must be. `{"member": "Shape$a.b"}` is whatever the rules of `Shape` say of its
//! member. `rootless` is the answer to a path that lacks only its first slash.
//!
//! A row is as `secret` as the `member` that its value names, or as it says itself: `whole`, `expression` or `url`.
//!
//! A row without a `refusal` has that of the table. A `value` may have a `refusal` of its own.

use super::condition;
use super::parts::{arn_kinds, bounds, known_keys, optional_text, part, patch_parts, paths, severity, texts_of};
use super::patched;
use super::path::{Places, Reached};
use crate::read::error::Problems;
use crate::read::intern::{intern, leak};
use crate::read::json::Node;
use crate::read::secrecy;
use crate::rule::{Current, MemberPath, PatchOp, PatchRow, PatchSegment, PatchTable, PatchValue, Refusal, ValueCheck};
use crate::secrecy::Secrecy;

/// The patch table of an update.
pub(super) fn lower(node: &Node<'_>, places: &Places<'_>, problems: &mut Problems) -> Option<PatchTable> {
    known_keys(
        node,
        &["operations", "refusal", "otherwise", "pathless", "rootless", "where", "rows"],
        places,
        problems,
    );
    let operations = part(node, "operations", places, problems)?;
    let general = part(node, "refusal", places, problems)?;
    let general = refusal(&general, places, problems)?;
    let otherwise = part(node, "otherwise", places, problems)?;
    let otherwise = refusal(&otherwise, places, problems)?;
    let pathless = match node.get("pathless") {
        Some(found) => refusal(&found, places, problems)?,
        None => otherwise,
    };

    let rootless = match node.get("rootless") {
        Some(found) => refusal(&found, places, problems)?,
        None => otherwise,
    };

    let mut parts = Vec::new();
    for (name, texts) in node.get("where").map(|found| found.entries(Some(places.owner), problems)).unwrap_or_default()
    {
        parts.push((name, texts_of(&texts, places, problems)?));
    }
    let general = General { refusal: general, parts: &parts };

    let rows = part(node, "rows", places, problems)?;
    let mut lowered: Vec<PatchRow> = Vec::new();
    for row in rows.items(Some(places.owner), problems) {
        let Some(next) = lower_row(&row, &general, places, problems) else { continue };
        let twice = |before: &PatchRow| before.path == next.path && before.ops.iter().any(|op| next.ops.contains(op));
        if lowered.iter().any(twice) {
            problems.shape(&row.site, places.owner, format!("has two rows for the same operation on `{}`", next.path));
        }
        lowered.push(next);
    }

    Some(PatchTable {
        operations: places.path(&operations, problems)?.0,
        parts: patch_parts(&operations, places, problems)?,
        rows: lowered.leak(),
        otherwise,
        pathless,
        rootless,
    })
}

/// What the rows of a table have in common.
struct General<'t> {
    refusal: Refusal,
    /// What the free parts of paths can be, where only a few texts go.
    parts: &'t [(&'t str, &'static [&'static str])],
}

fn refusal(node: &Node<'_>, places: &Places<'_>, problems: &mut Problems) -> Option<Refusal> {
    known_keys(node, &["severity", "evidence", "source", "aws"], places, problems);
    let (severity, evidence) = severity(node, places, problems)?;
    Some(Refusal { severity, evidence, message: optional_text(node, "aws", places, problems) })
}

fn lower_row(node: &Node<'_>, general: &General<'_>, places: &Places<'_>, problems: &mut Problems) -> Option<PatchRow> {
    known_keys(
        node,
        &["path", "ops", "from", "needs", "value", "also", "refusal", "current", "secret"],
        places,
        problems,
    );
    let owner = Some(places.owner);
    let path = node.required_text("path", owner, problems)?;

    let Some(segments) = segments(path, general.parts) else {
        let reason = format!("has a row for the impossible path `{path}`; begin with `/` and write `{{name}}` whole");
        problems.shape(&node.site.child("path"), places.owner, reason);
        return None;
    };

    let ops = ops(&part(node, "ops", places, problems)?, places, problems)?;
    let refusal = match node.get("refusal") {
        Some(found) => self::refusal(&found, places, problems)?,
        None => general.refusal,
    };

    let from: Vec<&'static str> = match node.get("from") {
        Some(found) => {
            found.items(owner, problems).iter().filter_map(|item| item.text(owner, problems)).map(intern).collect()
        }
        None => Vec::new(),
    };

    let needs = match node.get("needs") {
        Some(found) => self::ops(&found, places, problems)?,
        None => &[],
    };

    let named = matches!(segments.last(), Some(PatchSegment::Any));
    let (value, value_refusal) = match node.get("value") {
        Some(found) => lower_value(&found, named, refusal, places, problems)?,
        None => (ValueCheck::Any, refusal),
    };

    let mut also = Vec::new();
    for value in node.get("also").map(|found| found.items(owner, problems)).unwrap_or_default() {
        let (check, refusal) = lower_value(&value, named, refusal, places, problems)?;
        also.push(PatchValue { check, refusal });
    }

    let current = match node.get("current") {
        Some(found) => Some(lower_current(&found, refusal, places, problems)?),
        None => None,
    };

    let secrecy = match (node.get("secret"), node.get("value").and_then(|value| value.get("member"))) {
        (Some(found), _) => secrecy::stated(&found, places.owner, problems)?,
        (None, Some(member)) => patched::secrecy(&member, places, problems),
        (None, None) => Secrecy::Public,
    };

    let segments: &'static [PatchSegment] = segments.leak();
    let path = intern(&path.replace("+}", "}"));
    Some(PatchRow {
        path,
        segments,
        ops,
        from: from.leak(),
        needs,
        value,
        refusal,
        value_refusal,
        also: also.leak(),
        current,
        secrecy,
    })
}

/// `{name}` is a segment of the user's choice, `{name+}` one or more.
fn segments(path: &str, parts: &[(&str, &'static [&'static str])]) -> Option<Vec<PatchSegment>> {
    let free = |name: &str| match (name.strip_suffix('+'), parts.iter().find(|(part, _)| *part == name)) {
        (Some(name), _) => (!name.is_empty()).then_some(PatchSegment::Several),
        (None, Some((_, texts))) => Some(PatchSegment::OneOf(texts)),
        (None, None) => (!name.is_empty()).then_some(PatchSegment::Any),
    };
    let segment = |text: &str| match text.strip_prefix('{') {
        Some(name) => name.strip_suffix('}').and_then(free),
        None => (!text.is_empty()).then(|| PatchSegment::Literal(intern(text))),
    };
    let segments: Option<Vec<PatchSegment>> = path.strip_prefix('/')?.split('/').map(segment).collect();
    segments.filter(|segments| segments.iter().filter(|segment| **segment == PatchSegment::Several).count() < 2)
}

fn ops(node: &Node<'_>, places: &Places<'_>, problems: &mut Problems) -> Option<&'static [PatchOp]> {
    let mut ops = Vec::new();
    for item in node.items(Some(places.owner), problems) {
        let word = item.text(Some(places.owner), problems)?;
        let Some(op) = PatchOp::from_word(word) else {
            problems.shape(&item.site, places.owner, format!("has a row with the unknown operation `{word}`"));
            return None;
        };
        ops.push(op);
    }
    Some(ops.leak())
}

/// `"filled"`, `{"oneOf": […]}`, `{"integer": […]}`, `{"number": […]}`, `{"format": …}`, `{"among": […]}`,
/// `{"contains": […]}`, `{"arn": […]}` or `{"member": …}`, each with or without a `refusal`. A row is `named` if the last
/// part of its path is the user's.
fn lower_value(
    node: &Node<'_>,
    named: bool,
    general: Refusal,
    places: &Places<'_>,
    problems: &mut Problems,
) -> Option<(ValueCheck, Refusal)> {
    let refusal = match node.get("refusal") {
        Some(found) => self::refusal(&found, places, problems)?,
        None => general,
    };

    if node.value.get("filled").is_some() || node.value.as_str() == Some("filled") {
        return Some((ValueCheck::NonEmpty, refusal));
    }
    known_keys(
        node,
        &["oneOf", "integer", "number", "format", "among", "contains", "arn", "member", "refusal"],
        places,
        problems,
    );

    let check = if let Some(found) = node.get("oneOf") {
        let items = found.items(Some(places.owner), problems);
        ValueCheck::OneOf(condition::texts(&items, &found.site, &Reached::Text, false, places, problems)?)
    } else if let Some(found) = node.get("integer") {
        let (min, max) = bounds(&found, places, problems)?;
        ValueCheck::Integer { min, max }
    } else if let Some(found) = node.get("number") {
        let (min, max) = bounds(&found, places, problems)?;
        ValueCheck::Number { min, max }
    } else if let Some(found) = node.get("format") {
        ValueCheck::Format(condition::format(&found, &Reached::Text, places, problems)?)
    } else if let Some(found) = node.get("among") {
        ValueCheck::In(paths(&found, places, problems)?)
    } else if let Some(found) = node.get("contains") {
        ValueCheck::Contains(texts_of(&found, places, problems)?)
    } else if let Some(found) = node.get("arn") {
        ValueCheck::Arn(arn_kinds(&found, places, problems)?)
    } else if let Some(found) = node.get("member") {
        ValueCheck::Member(leak(patched::lower(&found, named, places, problems)?))
    } else {
        problems.shape(&node.site, places.owner, "has a row whose `value` says nothing");
        return None;
    };

    Some((check, refusal))
}

fn lower_current(node: &Node<'_>, general: Refusal, places: &Places<'_>, problems: &mut Problems) -> Option<Current> {
    known_keys(node, &["map", "ops", "refusal"], places, problems);
    let (map, reached): (MemberPath, Reached) = places.path(&part(node, "map", places, problems)?, problems)?;
    if !places.is_collection(&reached) {
        problems.shape(&node.site.child("map"), places.owner, "has a row whose `map` is none");
    }
    let refusal = match node.get("refusal") {
        Some(found) => self::refusal(&found, places, problems)?,
        None => general,
    };
    Some(Current { map, ops: ops(&part(node, "ops", places, problems)?, places, problems)?, refusal })
}
