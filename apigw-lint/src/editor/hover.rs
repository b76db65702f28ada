//! What a member is: its documentation, its values and its rules.

use apigw_spec::violation::{ModelNaming, statement};

use super::documentation;
use super::path::{DocumentPath, PathStep, find};
use super::place::MemberPlace;
use crate::definition::Shapes;
use crate::read::{SourceSpan, read};

/// How many rules are shown.
const MAX_RULES: usize = 12;

/// What an editor shows of a token.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct EditorHover {
    /// The token.
    pub span: SourceSpan,
    /// What is shown, in Markdown.
    pub markdown: String,
}

/// What the member of the service is whose key or value is at an offset of a document.
///
/// ```
/// let text = "openapi: 3.0.1\npaths: {/: {get: {x-amazon-apigateway-integration: {type: MOCK}}}}\n";
/// let at = text.find("type").unwrap_or(0);
/// assert!(apigw_lint::hover(text, at).is_some_and(|hover| hover.markdown.starts_with("**type**")));
/// assert_eq!(apigw_lint::hover(text, 0), None);
/// ```
pub fn hover(text: &str, offset: usize) -> Option<EditorHover> {
    let root = read(text).ok()?;
    let shapes = Shapes::builtin();
    let path = find(&root, &|node| node.span().start <= offset && offset <= node.span().end)?;
    let span = path.span;

    // A key is shown as its value is.
    let path = match path.key.clone() {
        Some(key) => DocumentPath { steps: path.steps.iter().cloned().chain([PathStep::Key(key)]).collect(), ..path },
        None => path,
    };
    let place = MemberPlace::find(&root, &path, shapes)?;
    let (owner, member) = place.member?;
    let mut lines = vec![format!("**{}**", member.name)];
    lines.extend(documentation::member(owner, member).map(str::to_owned));
    let values = super::complete::values(&place).into_iter().map(|(value, _)| format!("`{value}`"));
    let values: Vec<_> = values.collect();
    if !values.is_empty() {
        lines.push(format!("Values: {}", values.join(", ")));
    }
    let rules = place.rules(owner, member.name).take(MAX_RULES);
    let rules: Vec<_> = rules.map(|rule| format!("- {} (`{}`)", statement(rule, &ModelNaming), rule.id)).collect();
    if !rules.is_empty() {
        lines.push(format!("Rules:\n{}", rules.join("\n")));
    }
    Some(EditorHover { span, markdown: lines.join("\n\n") })
}
