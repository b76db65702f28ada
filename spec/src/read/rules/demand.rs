//! Demands: an object with one entry.
//!
//! ```json
//! {"require": "uri"}
//! {"oneOf": {"passthroughBehavior": ["NEVER", "WHEN_NO_MATCH"]}}
//! {"range": {"timeoutInMillis": [50, null]}}
//! {"format": {"requestTemplates[keys]": "contentType"}}
//! {"arn": {"certificateArn": ["acm:us-east-1:certificate/"]}}
//! {"contains": {"format": ["$context.requestId", "$context.extendedRequestId"]}}
//! {"characters": {"basePath": "a-zA-Z0-9._-"}}
//! {"among": {"path": "cacheKeyParameters[]", "of": ["requestParameters[keys]"], "aliases": {"a.": "b."}}}
//! {"unique": {"path": "requestParameters[keys]", "prefixes": ["a.", "b."]}}
//! {"tree": {"nodes": "$resources", "id": "id", "parent": "parentId", "name": "pathPart",
//!           "add": {"parent": "parentId", "name": "pathPart"}, "demand": "uniqueName"}}
//! ```

use super::condition::{Said, format, said, texts};
use super::parts::{arn_kinds, bounds, known_keys, part, patch_parts, paths, texts_of};
use super::path::{Places, Reached};
use crate::read::ast::Simple;
use crate::read::error::{Problems, with_nearest};
use crate::read::intern::{intern, leak};
use crate::read::json::Node;
use crate::rule::{Alias, Condition, Demand, Edit, MemberPath, Step, Tree, TreeDemand};

const DEMANDS: &[&str] = &[
    "require",
    "fill",
    "forbid",
    "requireOneOf",
    "atMostOneOf",
    "oneOf",
    "oneOfAnyCase",
    "noneOf",
    "noneOfAnyCase",
    "range",
    "length",
    "count",
    "format",
    "arn",
    "contains",
    "characters",
    "among",
    "notAmong",
    "unique",
    "template",
    "tree",
];

/// The demand of a rule.
pub(super) fn lower(node: &Node<'_>, places: &Places<'_>, problems: &mut Problems) -> Option<Demand> {
    let entries = node.entries(Some(places.owner), problems);
    let [(word, value)] = entries.as_slice() else {
        problems.shape(&node.site, places.owner, "has a rule that does not make exactly one demand");
        return None;
    };

    let mut one = || places.path(value, problems).map(|(path, _)| path);
    Some(match *word {
        "require" => Demand::Require(one()?),
        "fill" => Demand::NonEmpty(one()?),
        "forbid" => Demand::Forbid(one()?),
        "template" => Demand::Template(one()?),
        "requireOneOf" => Demand::RequireOneOf(paths(value, places, problems)?),
        "atMostOneOf" => Demand::AtMostOneOf(paths(value, places, problems)?),
        "oneOf" | "oneOfAnyCase" | "noneOf" | "noneOfAnyCase" => listed(word, value, places, problems)?,
        "range" | "length" | "count" => bounded(word, value, places, problems)?,
        "format" => {
            let (path, reached, name) = single(value, places, problems)?;
            Demand::Format { path, format: format(&name, &reached, places, problems)? }
        }
        "arn" => {
            let (path, _, kinds) = single(value, places, problems)?;
            Demand::Arn { path, kinds: arn_kinds(&kinds, places, problems)? }
        }
        "contains" => {
            let (path, _, texts) = single(value, places, problems)?;
            Demand::Contains { path, texts: texts_of(&texts, places, problems)? }
        }
        "characters" => {
            let (path, _, allowed) = single(value, places, problems)?;
            Demand::Characters { path, allowed: intern(allowed.text(Some(places.owner), problems)?) }
        }
        "among" | "notAmong" => among(word, value, places, problems)?,
        "unique" => {
            known_keys(value, &["path", "prefixes"], places, problems);
            let (path, _) = places.path(&part(value, "path", places, problems)?, problems)?;
            let prefixes = value.get("prefixes").map(|found| found.items(Some(places.owner), problems));
            let prefixes = prefixes.unwrap_or_default();
            let prefixes: Option<Vec<&'static str>> =
                prefixes.iter().map(|prefix| prefix.text(Some(places.owner), problems).map(intern)).collect();
            Demand::Unique { path, prefixes: prefixes?.leak() }
        }
        "tree" => Demand::Tree(leak(tree(value, places, problems)?)),
        _ => {
            let reason = format!("has a rule with the unknown demand `{word}`");
            problems.shape(&value.site, places.owner, with_nearest(reason, word, DEMANDS.iter().copied()));
            return None;
        }
    })
}

/// The path of `{path: value}`, what it reaches, and the value.
fn single<'n>(
    node: &Node<'n>,
    places: &Places<'_>,
    problems: &mut Problems,
) -> Option<(MemberPath, Reached, Node<'n>)> {
    let entries = node.entries(Some(places.owner), problems);
    let [(path, value)] = entries.as_slice() else {
        problems.shape(&node.site, places.owner, "has a rule whose demand does not name exactly one path");
        return None;
    };
    let (path, reached) = places.path_text(path, &value.site, problems)?;
    Some((path, reached, value.clone()))
}

fn listed(word: &str, node: &Node<'_>, places: &Places<'_>, problems: &mut Problems) -> Option<Demand> {
    let (path, reached, values) = single(node, places, problems)?;
    let ignore_case = word.ends_with("AnyCase");
    let items = values.items(Some(places.owner), problems);
    let values = texts(&items, &values.site, &reached, ignore_case, places, problems)?;
    Some(if word.starts_with("none") {
        Demand::NoneOf { path, values, ignore_case }
    } else {
        Demand::OneOf { path, values, ignore_case }
    })
}

fn bounded(word: &str, node: &Node<'_>, places: &Places<'_>, problems: &mut Problems) -> Option<Demand> {
    let (path, reached, value) = single(node, places, problems)?;
    let (min, max) = bounds(&value, places, problems)?;
    let size = |bound: Option<i64>| bound.and_then(|bound| usize::try_from(bound).ok());
    let number = matches!(places.simple(&reached), Some(Simple::Integer | Simple::Long | Simple::Double));
    let fits = match word {
        "range" => number,
        "length" => places.is_text(&reached),
        _ => places.is_collection(&reached),
    };
    if !fits {
        problems.shape(&node.site, places.owner, format!("has a rule that demands a {word} of what has none"));
    }
    Some(match word {
        "range" => Demand::Range { path, min, max },
        "length" => Demand::Length { path, min: size(min), max: size(max) },
        _ => Demand::Count { path, min: size(min), max: size(max) },
    })
}

fn among(word: &str, node: &Node<'_>, places: &Places<'_>, problems: &mut Problems) -> Option<Demand> {
    known_keys(node, &["path", "of", "aliases", "ignoreCase"], places, problems);
    let (path, _) = places.path(&part(node, "path", places, problems)?, problems)?;
    let of = paths(&part(node, "of", places, problems)?, places, problems)?;
    if word == "notAmong" {
        return Some(Demand::NotIn { path, of });
    }
    let mut aliases = Vec::new();
    for (prefix, becomes) in
        node.get("aliases").map(|found| found.entries(Some(places.owner), problems)).into_iter().flatten()
    {
        let becomes = becomes.text(Some(places.owner), problems)?;
        aliases.push(Alias { prefix: intern(prefix), becomes: intern(becomes) });
    }
    let ignore_case = node.get("ignoreCase").is_some_and(|found| found.value.as_bool() == Some(true));
    Some(Demand::In { path, of, aliases: aliases.leak(), ignore_case })
}

fn tree(node: &Node<'_>, places: &Places<'_>, problems: &mut Problems) -> Option<Tree> {
    known_keys(node, &["nodes", "id", "parent", "name", "add", "patch", "demand"], places, problems);
    let owner = Some(places.owner);
    let nodes = places.path(&part(node, "nodes", places, problems)?, problems)?.0;
    let prefix = node.required_text("nodes", owner, problems)?;

    let mut member = |key: &str| -> Option<Step> {
        let name = node.required_text(key, owner, problems)?;
        let site = node.site.child(key);
        places.path_text(&format!("{prefix}[].{name}"), &site, problems)?.0.steps.last().copied()
    };

    let (id, parent, name) = (member("id")?, member("parent")?, member("name")?);
    let edit = match (node.get("add"), node.get("patch")) {
        (Some(add), None) => Edit::Add {
            parent: places.path(&part(&add, "parent", places, problems)?, problems)?.0,
            name: places.path(&part(&add, "name", places, problems)?, problems)?.0,
        },
        (None, Some(patch)) => Edit::Patch {
            id: places.path(&part(&patch, "id", places, problems)?, problems)?.0,
            operations: places.path(&part(&patch, "operations", places, problems)?, problems)?.0,
            parts: patch_parts(&part(&patch, "operations", places, problems)?, places, problems)?,
        },
        _ => {
            problems.shape(&node.site, places.owner, "has a rule about a tree with neither `add` nor `patch`");
            return None;
        }
    };

    let demand = match node.required_text("demand", owner, problems)? {
        "uniqueName" => TreeDemand::UniqueName,
        "oneVariable" => TreeDemand::OneVariable,
        "uniqueVariable" => TreeDemand::UniqueVariable,
        "noChildOfGreedy" => TreeDemand::NoChildOfGreedy,
        "noCycle" => TreeDemand::NoCycle,
        "rootUnchanged" => TreeDemand::RootUnchanged,
        other => {
            problems.shape(
                &node.site.child("demand"),
                places.owner,
                format!("has the unknown demand `{other}` of a tree"),
            );
            return None;
        }
    };

    Some(Tree { nodes, id, parent, name, edit, demand })
}

/// Reports a demand that its own condition decides.
pub(super) fn contradicts(
    demand: &Demand,
    when: &Condition,
    node: &Node<'_>,
    places: &Places<'_>,
    problems: &mut Problems,
) {
    let idle = said(when).iter().any(|fact| match (demand, fact) {
        (Demand::Require(path), Said::Given(other, true) | Said::Within(other, _))
        | (Demand::Forbid(path), Said::Given(other, false)) => path == other,
        (Demand::OneOf { path, values, .. }, Said::Within(other, within)) => {
            path == other && within.iter().all(|value| values.contains(value))
        }
        _ => false,
    });
    if idle {
        problems.shape(&node.site, places.owner, "has a rule whose demand always holds when its condition does");
    }
}

/// The paths that must be seen for a demand to be broken.
pub(super) fn needed_paths(demand: &Demand, note: &mut dyn FnMut(&MemberPath)) {
    match demand {
        Demand::Require(path)
        | Demand::NonEmpty(path)
        | Demand::Forbid(path)
        | Demand::Template(path)
        | Demand::OneOf { path, .. }
        | Demand::NoneOf { path, .. }
        | Demand::Range { path, .. }
        | Demand::Length { path, .. }
        | Demand::Count { path, .. }
        | Demand::Format { path, .. }
        | Demand::Arn { path, .. }
        | Demand::Contains { path, .. }
        | Demand::Characters { path, .. }
        | Demand::Unique { path, .. } => note(path),
        Demand::In { path, of, .. } => {
            note(path);
            of.iter().for_each(note);
        }
        // One of the others is enough to find a string taken, so only what all of them need is needed.
        Demand::NotIn { path, of } => {
            note(path);
            if let [only] = of {
                note(only);
            }
        }
        Demand::Tree(tree) => note(&tree.nodes),
        Demand::RequireOneOf(paths) => paths.iter().for_each(note),
        Demand::AtMostOneOf(_) => {}
    }
}
