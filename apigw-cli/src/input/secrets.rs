//! Values as messages may show them: without what the specification marks as secret.

use std::collections::BTreeSet;
use std::sync::OnceLock;

use apigw_cli_text::document::{Document, Map};
use apigw_cli_text::python::json::{self, Maps};
use apigw_spec::rule::PatchTable;
use apigw_spec::secrecy::{REDACTED, Secrecy};
use apigw_spec::{Kind, Member, Shape, Target};

use crate::failure::Failure;
use crate::syntax::operation::option;

/// How deep values are looked into: structures of a model can contain themselves.
const MAX_DEPTH: usize = 16;

/// The value of a member of `input` as it may be shown.
pub(crate) fn shown(input: &'static Shape, member: &'static Member, value: &Document) -> Document {
    let table = table(input, member);
    Show { secrecy: member.secrecy, table }.value(value, member.target, MAX_DEPTH)
}

/// An input as it may be shown.
pub(crate) fn shown_input(input: &'static Shape, value: &Document) -> Document {
    Show::default().value(value, Target::to(input), MAX_DEPTH)
}

/// The text of an input document as it may be shown.
pub(crate) fn shown_text(input: &'static Shape, text: &str) -> String {
    let Ok(value) = json::read(text, Maps::Plain) else { return veiled(text) };
    match shown_input(input, &value) {
        shown if shown == value => text.to_owned(),
        shown => apigw_cli_text::json::spaced(&shown),
    }
}

/// What is wrong with the value of an option as it may be shown. Messages of parsers repeat the value, as those of the AWS
/// CLI do; of one that is or holds a whole secret they show the form.
pub(crate) fn failure(failure: Failure, input: &'static Shape, member: &'static Member) -> Failure {
    match failure {
        Failure::OptionValue { option, problem } if is_hidden(input, member, &problem) => {
            Failure::OptionValue { option, problem: formed(&problem) }
        }
        other => other,
    }
}

/// Whether text of a value, which cannot be read, is or holds a whole secret.
fn is_hidden(input: &'static Shape, member: &'static Member, text: &str) -> bool {
    match table(input, member) {
        Some(table) => table.rows.iter().filter(|row| row.secrecy == Secrecy::Whole).any(|row| {
            let known = row.path.split_once('{').map_or(row.path, |(known, _)| known);
            text.contains(known.trim_end_matches('/'))
        }),
        None => {
            member.secrecy == Secrecy::Whole || holds(member.target, &|secrecy| secrecy == Secrecy::Whole, MAX_DEPTH)
        }
    }
}

/// Whether a value of the member can be or hold a secret.
pub(crate) fn can_hide(input: &'static Shape, member: &'static Member) -> bool {
    table(input, member).is_some() || member.secrecy.hides() || holds(member.target, &Secrecy::hides, MAX_DEPTH)
}

/// The line of a script without the values of options that can be or hold secrets, of which the form is left. A value
/// ends where the next option begins.
pub(crate) fn without_values(line: &str) -> String {
    static OPTIONS: OnceLock<BTreeSet<String>> = OnceLock::new();
    let options = OPTIONS.get_or_init(|| {
        let inputs = ["--cli-input-json", "--cli-input-yaml"].map(str::to_owned);
        let members = apigw_model::OPERATIONS.iter().flat_map(|operation| {
            let input = operation.input.shape();
            let secret = input.members().iter().filter(move |member| can_hide(input, member));
            secret.map(move |member| option(operation, member))
        });
        members.chain(inputs).collect()
    });

    let mut out = String::with_capacity(line.len());
    let mut is_value = false;
    for (index, part) in line.split("--").enumerate() {
        if index > 0 {
            out.push_str("--");
            let name = part.split(|c: char| !c.is_ascii_alphanumeric() && c != '-').next().unwrap_or_default();
            let is_option = line.get(..out.len() - 2).is_some_and(|before| before.ends_with([' ', '\t', '\'', '"']));
            if is_option {
                is_value = options.contains(&format!("--{name}"));
                let (name, rest) = part.split_at(name.len());
                out.push_str(name);
                out.push_str(&if is_value { veiled(rest) } else { rest.to_owned() });
                continue;
            }
        }
        out.push_str(&if is_value { veiled(part) } else { part.to_owned() });
    }
    out
}

fn holds(target: Target, is_secret: &dyn Fn(Secrecy) -> bool, depth: usize) -> bool {
    let Some(depth) = depth.checked_sub(1) else { return false };
    match target.shape().kind {
        Kind::List(item) => holds(item, is_secret, depth),
        Kind::Map { value, .. } => holds(value, is_secret, depth),
        Kind::Structure(structure) | Kind::Union(structure) => {
            structure.members.iter().any(|member| is_secret(member.secrecy) || holds(member.target, is_secret, depth))
        }
        _ => false,
    }
}

/// The table that says what the patch operations in a member are for.
fn table(input: &'static Shape, member: &Member) -> Option<&'static PatchTable> {
    input.structure().rules.patch.filter(|table| table.operations.last_member() == Some(member.name))
}

/// The lines after the first, which repeat the value, with the form of the value alone. What the first line quotes is a
/// character.
fn formed(problem: &str) -> String {
    let (first, rest) = problem.split_once('\n').unwrap_or((problem, ""));
    let lines = rest.lines().map(|line| match line.split_once("received: ") {
        Some((label, value)) => format!("{label}received: {}", veiled(value)),
        None => veiled(line),
    });
    std::iter::once(first.to_owned()).chain(lines).collect::<Vec<_>>().join("\n")
}

/// Text of which only the form is left, a byte for each byte.
pub(crate) fn veiled(text: &str) -> String {
    let veil = |c: char| std::iter::repeat_n(if c.is_alphanumeric() || !c.is_ascii() { 'x' } else { c }, c.len_utf8());
    text.chars().flat_map(veil).collect()
}

/// How much is shown.
#[derive(Clone, Copy, Default)]
struct Show {
    secrecy: Secrecy,
    /// What the patch operations in the value are for.
    table: Option<&'static PatchTable>,
}

impl Show {
    fn value(self, value: &Document, target: Target, depth: usize) -> Document {
        let Some(depth) = depth.checked_sub(1) else { return Document::from(REDACTED) };
        match (value, target.shape().kind) {
            (Document::Map(map), Kind::Structure(_) | Kind::Union(_)) if self.secrecy != Secrecy::Whole => {
                Document::Map(self.members(map, target.shape(), depth))
            }
            (Document::Map(map), Kind::Map { value: target, .. }) => map
                .iter()
                .map(|(key, value)| (key.to_owned(), self.value(value, target, depth)))
                .collect::<Map>()
                .into(),
            (Document::List(items), Kind::List(item)) => {
                Document::List(items.iter().map(|value| self.value(value, item, depth)).collect())
            }
            (Document::Text(text), _) => Document::from(&*self.secrecy.shown(text)),
            (_, _) if self.secrecy == Secrecy::Whole => Document::from(REDACTED),
            (value, _) => value.clone(),
        }
    }

    fn members(self, map: &Map, shape: &'static Shape, depth: usize) -> Map {
        let parts = self.table.map(|table| table.parts);
        let path = parts.and_then(|parts| map.get(parts.path.member_name()?)?.text());
        let entry = |(name, value): (&str, &Document)| {
            let Some((_, member)) = shape.structure().member(name) else { return (name.to_owned(), value.clone()) };
            let is_patched = parts.and_then(|parts| parts.value.member_name()) == Some(name);
            let patched = self.table.filter(|_| is_patched).map(|table| table.secrecy(path.unwrap_or_default()));
            let show = Self { secrecy: patched.unwrap_or(member.secrecy), table: table(shape, member) };
            (name.to_owned(), show.value(value, member.target, depth))
        };
        map.iter().map(entry).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::{can_hide, failure, shown_text, without_values};
    use crate::failure::Failure;
    use apigw_spec::{Member, Shape};

    fn member(operation: &str, name: &str) -> (&'static Shape, &'static Member) {
        let operation = apigw_model::OPERATIONS.iter().find(|known| known.name == operation).unwrap();
        let shape = operation.input.shape();
        (shape, shape.structure().member(name).unwrap().1)
    }

    #[test]
    fn secrets_are_found_in_structures_and_patches() {
        let (shape, canary) = member("CreateStage", "canarySettings");
        assert!(can_hide(shape, canary));
        let (shape, name) = member("CreateStage", "stageName");
        assert!(!can_hide(shape, name));
        let text =
            r#"{"stageName": "s", "canarySettings": {"percentTraffic": 5, "stageVariableOverrides": {"k": "S3"}}}"#;
        assert_eq!(shown_text(shape, text), text.replace("S3", "REDACTED"));

        let (shape, patches) = member("UpdateStage", "patchOperations");
        assert!(can_hide(shape, patches));
        let text =
            r#"{"patchOperations": [{"path": "/variables/k", "value": "S3"}, {"path": "/description", "value": "d"}]}"#;
        assert_eq!(shown_text(shape, text), text.replace("S3", "REDACTED"));
    }

    #[test]
    fn lines_of_scripts_keep_what_is_no_secret() {
        for (line, expected) in [
            (
                "aws apigateway create-stage --variables 'k=S3' --stage-name s",
                "aws apigateway create-stage --variables 'x=xx' --stage-name s",
            ),
            ("a '--value' \"S3--x é\" '--name' n", "a '--value' \"xx--x xx\" '--name' n"),
            ("--description a--b -- c", "--description a--b -- c"),
        ] {
            assert_eq!(without_values(line), expected);
        }
    }

    #[test]
    fn messages_show_the_form_of_a_secret() {
        let (shape, variables) = member("CreateStage", "variables");
        let text = "Expected: '=', received: ',' for input:\nk,S3CR3T\n ^";
        let Failure::OptionValue { problem, .. } = failure(Failure::option("--variables", text), shape, variables)
        else {
            panic!()
        };
        assert_eq!(problem, "Expected: '=', received: ',' for input:\nx,xxxxxx\n ^");
        let (shape, name) = member("CreateStage", "stageName");
        assert_eq!(failure(Failure::option("-", "a\nb"), shape, name), Failure::option("-", "a\nb"));

        let (shape, patches) = member("UpdateStage", "patchOperations");
        for (text, is_hidden) in [("x\nop=add,path=/variables/k", true), ("x\nop=add,path=/description", false)] {
            let failure = failure(Failure::option("-", text), shape, patches);
            assert_eq!(failure == Failure::option("-", text), !is_hidden, "{text}");
        }
    }
}
