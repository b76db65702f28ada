//! What a rule says in general, before anything breaks it: for help, lists and manuals.

use super::naming::{ModelNaming, Naming};
use super::words::{bounds, list, quoted};
use crate::format::Format;
use crate::rule::{
    ArnKind, Condition, Demand, MemberPath, PatchRow, PatchedMember, Root, Rule, Severity, Step, TreeDemand, Truth,
    ValueCheck,
};

/// The value that a rule is about, if it is about one: the structure's own, or the list whose items it checks.
pub fn subject(rule: &Rule) -> Option<MemberPath> {
    let path = demanded(&rule.demand)?;
    match rule.each {
        Some(each) if path.root == Root::This => Some(each),
        _ => Some(path),
    }
}

/// The sentence of a rule: what must be, and when. A clause in lower case without a full stop.
pub fn statement(rule: &Rule, naming: &dyn Naming) -> String {
    let speaker = Speaker { rule, naming };
    let mut text = speaker.demand();
    if let Some(each) = rule.each {
        text = format!("in {}: {text}", speaker.place(&each));
    }
    let when = speaker.circumstances(&rule.when);
    if !when.is_empty() {
        // What a format is can be a long phrase.
        let is_long = matches!(rule.demand, Demand::Format { .. }) && text.contains([',', ':']);
        text.push_str(if is_long { ", when " } else { " when " });
        text.push_str(&list(when.into_iter(), " and "));
    }
    // An insertion needs its second comma only where something follows.
    text.truncate(text.trim_end_matches(',').len());
    text
}

/// What can be done to a path that an update patches, and with which values.
pub fn patch_statement(row: &PatchRow) -> String {
    let ops = row.ops.iter().map(|op| quoted(op.word()));
    let mut text = match row.ops {
        [] => return format!("{}: not supported", quoted(row.path)),
        _ => format!("{}: {}", quoted(row.path), list(ops, ", ")),
    };
    let checks = std::iter::once(row.value).chain(row.also.iter().map(|value| value.check));
    let values: Vec<String> = checks.filter_map(value_statement).collect();
    if !values.is_empty() {
        text.push_str("; the value is ");
        text.push_str(&list(values.into_iter(), ", and "));
    }
    if !row.from.is_empty() {
        text.push_str("; copied from ");
        text.push_str(&list(row.from.iter().map(|path| quoted(path)), " or "));
    }
    text
}

fn value_statement(check: ValueCheck) -> Option<String> {
    Some(match check {
        ValueCheck::Any | ValueCheck::In(_) => return None,
        ValueCheck::NonEmpty => "a value that is not empty".to_owned(),
        ValueCheck::OneOf(values) => any_of(values),
        ValueCheck::Integer { min, max } => format!("a whole number, {}", bounds(min, max)),
        ValueCheck::Number { min, max } => format!("a number, {}", bounds(min, max)),
        ValueCheck::Format(format) => described(format),
        ValueCheck::Contains(texts) => format!("a string that contains {}", any_of(texts)),
        ValueCheck::Arn(kinds) => arn_of(kinds),
        ValueCheck::Member(member) if !member.values.is_empty() => any_of(member.values),
        ValueCheck::Member(PatchedMember { steps, .. }) => {
            let path = MemberPath { root: Root::This, steps };
            format!("as {} when all is made", quoted(&ModelNaming.member_path(&path)))
        }
    })
}

/// The ARNs of some kinds, as a part of a sentence.
pub(super) fn arn_of(kinds: &[ArnKind]) -> String {
    let or_any = |text: &str, name: &str| if text.is_empty() { format!("{{{name}}}") } else { text.to_owned() };
    let pattern = |kind: &ArnKind| {
        let resource = match kind.resource {
            "" => "{resource}".to_owned(),
            beginning => format!("{beginning}{{name}}"),
        };
        quoted(&format!(
            "arn:aws:{}:{}:{{account}}:{resource}",
            or_any(kind.service, "service"),
            or_any(kind.region, "region"),
        ))
    };
    format!("an ARN of the form {}", list(kinds.iter().map(pattern), " or "))
}

/// The one path of a demand.
fn demanded(demand: &Demand) -> Option<MemberPath> {
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
        | Demand::In { path, .. }
        | Demand::NotIn { path, .. }
        | Demand::Unique { path, .. } => Some(*path),
        Demand::RequireOneOf([only]) => Some(*only),
        Demand::RequireOneOf(_) | Demand::AtMostOneOf(_) | Demand::Tree(_) => None,
    }
}

#[derive(Clone, Copy)]
struct Speaker<'a> {
    rule: &'a Rule,
    naming: &'a dyn Naming,
}

impl Speaker<'_> {
    /// The name of a path. Inside the parts that a rule checks one by one, names are the model's.
    fn name(self, path: &MemberPath) -> String {
        let is_inside = self.rule.each.is_some_and(|each| path.root == Root::This && each != *path);
        quoted(&if is_inside { ModelNaming.member_path(path) } else { self.naming.member_path(path) })
    }

    /// One value of a path, as the beginning of a sentence.
    fn place(self, path: &MemberPath) -> String {
        self.reached(path, "every entry of ", "every key of ", "every placeholder in ")
    }

    /// The values of a path, as what others are compared with.
    fn others(self, paths: &[MemberPath]) -> String {
        let word = |path| self.reached(path, "the entries of ", "the keys of ", "the placeholders of ");
        list(paths.iter().map(word), " or ")
    }

    fn reached(self, path: &MemberPath, entries: &str, keys: &str, placeholders: &str) -> String {
        let before = match path.steps.last() {
            Some(Step::Each) => entries,
            Some(Step::Keys) => keys,
            Some(Step::Placeholders) => placeholders,
            _ => "",
        };
        format!("{before}{}", self.name(path))
    }

    fn demand(self) -> String {
        let must = if self.rule.severity == Severity::Error { "must" } else { "should" };
        let place = |path: &MemberPath| self.place(path);

        match &self.rule.demand {
            Demand::Require(path) if matches!(path.root, Root::Context(_)) => format!("{} {must} exist", place(path)),
            Demand::Require(path) | Demand::NonEmpty(path) if must == "should" => {
                format!("{} should be set", place(path))
            }
            Demand::Require(path) => format!("{} is required", place(path)),
            Demand::NonEmpty(path) => format!("{} is required, and not empty,", place(path)),
            Demand::Forbid(path) => format!("{} {must} not be set", place(path)),
            Demand::RequireOneOf([only]) => format!("{} {must} not be empty", place(only)),
            Demand::RequireOneOf(paths) => {
                format!("one of {} is required", list(paths.iter().map(|path| self.name(path)), ", "))
            }
            Demand::AtMostOneOf(paths) => {
                format!("only one of {} {must} be set", list(paths.iter().map(|path| self.name(path)), ", "))
            }
            Demand::OneOf { path, values, ignore_case } => {
                format!("{} {must} be {}{}", place(path), any_of(values), letter_case(*ignore_case))
            }
            Demand::NoneOf { path, values, ignore_case } => {
                format!("{} {must} not be {}{}", place(path), any_of(values), letter_case(*ignore_case))
            }
            Demand::Range { path, min, max } => format!("{} {must} be {}", place(path), bounds(*min, *max)),
            Demand::Length { path, min, max } => {
                format!("{} {must} have {} characters", place(path), bounds(*min, *max))
            }
            Demand::Count { path, min, max } => {
                let noun = if (*min, *max) == (None, Some(1)) || *min == Some(1) { "entry" } else { "entries" };
                format!("{} {must} have {} {noun}", place(path), bounds(*min, *max))
            }
            Demand::Format { path, format } => format!("{} {must} {}", place(path), demanded_form(&described(*format))),
            Demand::Arn { path, kinds } => format!("{} {must} be {}", place(path), arn_of(kinds)),
            Demand::Contains { path, texts } => format!("{} {must} contain {}", place(path), any_of(texts)),
            Demand::Characters { path, allowed } => match allowed.strip_prefix('^') {
                Some(excluded) => format!("{} {must} contain none of the characters {}", place(path), quoted(excluded)),
                None => format!("{} {must} have no other characters than {}", place(path), quoted(allowed)),
            },
            Demand::In { path, of, .. } => format!("{} {must} be one of {}", place(path), self.others(of)),
            Demand::NotIn { path, of } => format!("{} {must} not be one of {}", place(path), self.others(of)),
            Demand::Unique { path, .. } => {
                format!("{} {must} have a unique name", place(path))
            }
            Demand::Template(path) => format!("{} {must} be a template without errors", place(path)),
            Demand::Tree(tree) => tree_demand(tree.demand).to_owned(),
        }
    }

    /// The parts of a condition that say something: not that the value at hand is given, nor that there is an object
    /// around the request, without which the rule says nothing anyway.
    fn circumstances(self, condition: &Condition) -> Vec<String> {
        match condition {
            Condition::Always => Vec::new(),
            Condition::All(all) => all.iter().flat_map(|condition| self.circumstances(condition)).collect(),
            Condition::Present(path) | Condition::Filled(path) if self.goes_without_saying(path) => Vec::new(),
            other => vec![self.circumstance(other, true)],
        }
    }

    fn goes_without_saying(self, path: &MemberPath) -> bool {
        let is_object = matches!(path.root, Root::Context(_)) && path.steps.is_empty();
        is_object || demanded(&self.rule.demand) == Some(*path) && !matches!(self.rule.demand, Demand::NonEmpty(_))
    }

    fn circumstance(self, condition: &Condition, holds: bool) -> String {
        let not = if holds { "" } else { "not " };
        match condition {
            Condition::Always => format!("it is {not}so"),
            Condition::All(parts) | Condition::Any(parts) => {
                let separator = if matches!(condition, Condition::All(_)) == holds { " and " } else { " or " };
                list(parts.iter().map(|part| self.circumstance(part, holds)), separator)
            }
            Condition::Not(inner) => self.circumstance(inner, !holds),
            Condition::Present(path) => format!("{} is {not}set", self.place(path)),
            Condition::Filled(path) => format!("{} is {}empty", self.place(path), if holds { "not " } else { "" }),
            Condition::In { path, values, absent, .. } => {
                let absent = if *absent == Truth::True && holds { " or not set" } else { "" };
                format!("{} is {not}{}{absent}", self.one_of(path), any_of(values))
            }
            Condition::Format { path, format } => {
                let about = described(*format);
                let about = about.split_once(": ").map_or(about.as_str(), |(short, _)| short);
                format!("{} is {not}{about}", self.place(path))
            }
        }
    }

    /// One value of a path, as the beginning of a condition, which needs only one that holds.
    fn one_of(self, path: &MemberPath) -> String {
        self.reached(path, "an entry of ", "a key of ", "a placeholder in ")
    }
}

/// What a value must do to have a format: have a form, or be something.
fn demanded_form(about: &str) -> String {
    match about.strip_prefix("a string of ") {
        Some(form) if form.starts_with("the form ") => format!("have {form}"),
        _ => format!("be {about}"),
    }
}

const fn letter_case(is_ignored: bool) -> &'static str {
    if is_ignored { " (in any letter case)" } else { "" }
}

fn any_of(values: &[&str]) -> String {
    let word = |value: &&str| if value.is_empty() { "empty".to_owned() } else { quoted(value) };
    match values.split_last() {
        Some((last, rest)) if !rest.is_empty() => {
            format!("{} or {}", list(rest.iter().map(word), ", "), word(last))
        }
        _ => list(values.iter().map(word), ""),
    }
}

/// What a format is, as a part of a sentence.
pub fn described(format: Format) -> String {
    let about = format.about();
    let mut chars = about.chars();
    let first: String = chars.next().into_iter().flat_map(char::to_lowercase).collect();
    // An abbreviation keeps its letters.
    let about = if chars.as_str().starts_with(char::is_uppercase) { about.to_owned() } else { first + chars.as_str() };
    about.split_once(". ").map_or(about.trim_end_matches('.'), |(first, _)| first).to_owned()
}

const fn tree_demand(demand: TreeDemand) -> &'static str {
    match demand {
        TreeDemand::UniqueName => "no two siblings can have the same name",
        TreeDemand::OneVariable => "at most one of the siblings can be a variable",
        TreeDemand::UniqueVariable => "no resource can have the variable of a resource above it",
        TreeDemand::NoChildOfGreedy => "no resource can be below a greedy variable",
        TreeDemand::NoCycle => "no resource can be moved below itself",
        TreeDemand::RootUnchanged => "the root can be neither renamed nor moved",
    }
}

#[cfg(test)]
#[cfg(feature = "read")]
mod tests {
    use super::{described, statement, subject};
    use crate::builtin;
    use crate::format::Format;
    use crate::rule::Rule;
    use crate::violation::ModelNaming;

    fn rules() -> Vec<&'static Rule> {
        let spec = builtin::without_documentation().expect("the built-in specification reads");
        spec.shapes.iter().flat_map(|shape| shape.structure().rules.rules).collect()
    }

    #[test]
    fn sentences_are_whole() {
        let all = rules();
        assert!(all.len() > 150, "{}", all.len());
        for rule in all {
            let text = statement(rule, &ModelNaming);
            let is_whole = text.contains(" must ") || text.contains(" should ") || text.contains(" can ");
            assert!(is_whole || text.contains(" is required"), "{}: {text}", rule.id);
            assert!(!text.ends_with(['.', ' ', ',']) && !text.contains("  "), "{}: {text}", rule.id);
            assert!(!text.contains("``"), "{}: {text}", rule.id);
        }
    }

    #[test]
    fn a_rule_says_when_it_holds() {
        let said = |id: &str| rules().into_iter().find(|rule| rule.id == id).map(|rule| statement(rule, &ModelNaming));
        for (id, expected) in [
            ("integration-uri-required", "`uri` is required when `type` is `HTTP` or `HTTP_PROXY`"),
            ("integration-timeout-too-short", "`timeoutInMillis` must be at least 50"),
            (
                "integration-timeout-needs-quota",
                "`timeoutInMillis` should be at most 29000 when `responseTransferMode` is `BUFFERED` or not set",
            ),
            ("integration-mock-drops-uri", "`uri` should not be set when `type` is `MOCK`"),
            (
                "integration-cache-key-mapped",
                "every entry of `cacheKeyParameters` must be one of the keys of `requestParameters`",
            ),
        ] {
            assert_eq!(said(id).as_deref(), Some(expected), "{id}");
        }
    }

    #[test]
    fn rules_of_parts_are_about_the_whole() {
        let all = rules();
        let each: Vec<_> = all.iter().filter(|rule| rule.each.is_some()).collect();
        assert!(!each.is_empty());
        for rule in each {
            let subject = subject(rule).map(|path| crate::violation::Naming::member_path(&ModelNaming, &path));
            assert!(subject.is_some(), "{}", rule.id);
        }
    }

    #[test]
    fn formats_are_described() {
        for format in Format::ALL {
            let text = described(*format);
            assert!(text.len() > 5 && !text.contains("..") && !text.ends_with('.'), "{text}");
        }
        assert_eq!(described(Format::JsonPointer), "a patch path");
    }
}
