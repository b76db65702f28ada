//! Completions: members, listed values, and the beginnings of mapping expressions.

use apigw_spec::rule::{Demand, MemberPath, Step};
use apigw_spec::shape::Kind;

use super::path::{DocumentPath, MARK, find, marked, word};
use super::place::MemberPlace;
use super::{documentation, scheme};
use crate::definition::Shapes;
use crate::read::{SourceSpan, read};

/// What can stand at a place.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct EditorCompletion {
    /// What is written.
    pub text: String,
    /// What it replaces.
    pub span: SourceSpan,
    /// Whether it is a key of the document.
    pub is_key: bool,
    /// What is said of it.
    pub documentation: Option<&'static str>,
}

/// What can stand at an offset of a document, which need not be complete there.
///
/// ```
/// let text = "openapi: 3.0.1\npaths:\n  /:\n    get:\n      x-amazon-apigateway-integration:\n        type: MO";
/// let texts: Vec<_> = apigw_lint::completions(text, text.len()).into_iter().map(|found| found.text).collect();
/// assert!(texts.contains(&"MOCK".to_owned()));
/// ```
pub fn completions(text: &str, offset: usize) -> Vec<EditorCompletion> {
    let Some(span) = word(text, offset) else { return Vec::new() };
    let found = marked(text, span).into_iter().flatten().find_map(|text| at_mark(&text));
    let complete = |(text, is_key, documentation)| EditorCompletion { text, span, is_key, documentation };
    found.into_iter().flatten().map(complete).collect()
}

type Completable = Vec<(String, bool, Option<&'static str>)>;

/// What can stand in the place of the mark; nothing if the document cannot be read.
fn at_mark(text: &str) -> Option<Completable> {
    let root = read(text).ok()?;
    let shapes = Shapes::builtin();
    let path = find(&root, &|node| node.text().is_some_and(|text| text.contains(MARK)))?;
    let place = MemberPlace::find(&root, &path, shapes)?;
    let is_key = path.key.is_some();
    if place.is_named_by_author() {
        return Some(Vec::new());
    }
    if is_key && matches!(place.shape.kind, Kind::Structure(_)) {
        return Some(keys(&place, &path));
    }

    let values = values(&place).into_iter().map(|(value, documentation)| (value, is_key, documentation));
    let step = if is_key { Step::Keys } else { Step::Each };
    let is_inside = place.depth > 0 || is_key;
    let beginnings = expressions(&place, &step).filter(|_| is_inside).map(|text| (text.to_owned(), is_key, None));
    Some(if is_key { beginnings.collect() } else { values.chain(beginnings).collect() })
}

/// The keys that an object can have besides those that it has.
fn keys(place: &MemberPlace, path: &DocumentPath) -> Completable {
    let members = place.shape.members().iter().map(|member| {
        let is_outer = place.member.is_none();
        let key = place.key_of(member);
        // The key of the same name can be another member's, which is not hidden.
        let is_hidden = is_outer && place.member_of(&key).is_some_and(|member| scheme::is_hidden(member.name));
        (key, is_hidden, documentation::member(place.shape, member))
    });
    let inside = place.keys_inside().map(|key| (key.to_owned(), false, None));
    let mut found: Completable = Vec::new();
    for (key, is_hidden, documentation) in members.chain(inside) {
        let is_known = path.siblings.contains(&key) || found.iter().any(|(known, ..)| *known == key);
        if !is_hidden && !is_known {
            found.push((key, true, documentation));
        }
    }
    found
}

/// The values that are listed for the member at a place, each with what is said of it.
pub(super) fn values(place: &MemberPlace) -> Vec<(String, Option<&'static str>)> {
    let listed: Vec<&'static str> = match place.shape.kind {
        Kind::Boolean => vec!["true", "false"],
        Kind::String(text) => match (text.values.listed(), place.member) {
            (Some(listed), _) => listed.to_vec(),
            (None, Some((owner, member))) if place.depth == 0 => {
                let rules = place.rules(owner, member.name);
                // What is demanded in some cases only is no list of all values.
                let lists = rules.filter_map(|rule| match rule.demand {
                    Demand::OneOf { values, .. } => Some(values),
                    _ => None,
                });
                lists.max_by_key(|values| values.len()).map(<[_]>::to_vec).unwrap_or_default()
            }
            _ => Vec::new(),
        },
        _ => Vec::new(),
    };
    listed.into_iter().map(|value| (value.to_owned(), documentation::part(place.shape, value))).collect()
}

/// The beginnings of the expressions that the keys or values of a map can be.
fn expressions(place: &MemberPlace, step: &Step) -> impl Iterator<Item = &'static str> {
    let (owner, name) = place.member.map_or((place.input, ""), |(owner, member)| (owner, member.name));
    let is_about = move |path: &MemberPath| path.last_member() == Some(name);
    let is_keys = *step == Step::Keys;
    let formats = place.rules(owner, name).filter_map(move |rule| match rule.demand {
        Demand::Format { path, format } if is_about(&path) => {
            let has = |wanted: &Step| path.steps.last() == Some(wanted);
            (if is_keys { has(&Step::Keys) } else { has(&Step::Each) }).then_some(format)
        }
        _ => None,
    });
    formats.flat_map(|format| scheme::expressions(format.name()))
}
