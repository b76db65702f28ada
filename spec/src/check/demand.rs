//! Whether the demand of a rule is surely broken, and by what.

use std::borrow::Cow;
use std::collections::HashMap;

use super::bounds::{is_above, is_below};
use super::condition::{contains, filled, given};
use super::partial;
use super::rule_check::{RuleCheck, text_of};
use super::scope::{Checker, Origin, Scope};
use super::text_kinds;
use super::walk::{items, same, walk};
use crate::format::{Format, FormatError, velocity};
use crate::path::PathNode;
use crate::rule::{Alias, Demand, MemberPath, Rule, Truth};
use crate::suggest;
use crate::value::{ListQuery, Sequence, Value, shown};
use crate::violation::Problem;

/// From how many strings on those that are to differ are kept.
const MANY: usize = 16;

impl<'v> Checker<'v> {
    /// Checks the demand of a rule whose condition holds.
    pub(super) fn demand(&mut self, rule: &'static Rule, scope: &Scope<'v>, origin: Origin<'_>) {
        let mut check = RuleCheck { rule, scope, origin, found: &mut self.found };
        match &rule.demand {
            Demand::Require(path) => check.given(path, given, Truth::False, |_| Problem::Missing),
            Demand::NonEmpty(path) => check.given(path, filled, Truth::False, |value| match value {
                Value::Absent => Problem::Missing,
                _ => Problem::Empty,
            }),
            Demand::Forbid(path) => check.given(path, given, Truth::True, |_| Problem::Forbidden),
            Demand::RequireOneOf(paths) => check.one_of_members(paths),
            Demand::AtMostOneOf(paths) => check.at_most_one(paths),
            Demand::OneOf { path, values, ignore_case } => check.listed(path, values, *ignore_case),
            Demand::NoneOf { path, values, ignore_case } => check.unlisted(path, values, *ignore_case),
            Demand::Range { path, min, max } => check.range(path, *min, *max),
            Demand::Length { path, min, max } => check.length(path, *min, *max),
            Demand::Count { path, min, max } => check.count(path, *min, *max),
            Demand::Format { path, format } => check.format(path, *format),
            Demand::Arn { path, kinds } => check.parsed(path, |text| text_kinds::arn(text, kinds)),
            Demand::Contains { path, texts } => check.parsed(path, |text| text_kinds::contains(text, texts)),
            Demand::Characters { path, allowed } => check.parsed(path, |text| text_kinds::characters(text, allowed)),
            Demand::In { path, of, aliases, ignore_case } => check.among(path, of, aliases, *ignore_case),
            Demand::NotIn { path, of } => check.not_among(path, of),
            Demand::Unique { path, prefixes } => check.unique(path, prefixes),
            Demand::Template(path) => check.template(path),
            Demand::Tree(tree) => check.tree(tree),
        }
    }
}

impl<'v> RuleCheck<'_, 'v> {
    fn one_of_members(&mut self, paths: &'static [MemberPath]) {
        let mut result = Truth::False;
        for path in paths {
            self.each(path, |_, _, value| result = result.or(filled(value)));
        }
        if result == Truth::False {
            self.broken(self.origin.this, Problem::MissingOneOf { members: paths });
        }
    }

    fn at_most_one(&mut self, paths: &'static [MemberPath]) {
        let mut first = None;
        for path in paths {
            self.each(path, |check, place, value| {
                if given(value) != Truth::True {
                    return;
                }
                match &first {
                    None => first = Some(place.path()),
                    Some(other) => check.broken(place, Problem::Conflict { other: other.clone() }),
                }
            });
        }
    }

    fn listed(&mut self, path: &MemberPath, values: &'static [&'static str], ignore_case: bool) {
        self.each(path, |check, place, value| {
            let text = match value {
                Value::Partial(parts) if values.iter().any(|value| partial::may_be(parts, value, ignore_case)) => {
                    return;
                }
                Value::Partial(parts) => shown(parts),
                value => match text_of(value) {
                    Some(text) if !contains(values, text, ignore_case) => text.to_owned(),
                    _ => return,
                },
            };
            check.broken(place, Problem::Unlisted { text, listed: values, shape: None, dated: None });
        });
    }

    fn unlisted(&mut self, path: &MemberPath, values: &'static [&'static str], ignore_case: bool) {
        self.texts(path, |check, place, text| {
            if contains(values, text, ignore_case) {
                check.broken(place, Problem::Excluded { text: text.to_owned() });
            }
        });
    }

    fn range(&mut self, path: &MemberPath, min: Option<i64>, max: Option<i64>) {
        self.each(path, |check, place, value| {
            let text = match value {
                Value::Integer(number) if min.is_some_and(|l| number < l) || max.is_some_and(|m| number > m) => {
                    number.to_string()
                }
                Value::Double(number) if is_below(number, min) || is_above(number, max) => number.to_string(),
                _ => return,
            };
            check.broken(place, Problem::OutOfRange { text, min, max });
        });
    }

    fn length(&mut self, path: &MemberPath, min: Option<usize>, max: Option<usize>) {
        self.texts(path, |check, place, text| {
            // Most strings are decided by their bytes: a character has one to four of them.
            let sure = max.is_none_or(|max| text.len() <= max) && min.is_none_or(|min| text.len() / 4 >= min);
            let length = if sure { return } else { text.chars().count() };
            if outside(length, min, max) {
                check.broken(place, Problem::Length { length, min, max });
            }
        });
    }

    fn count(&mut self, path: &MemberPath, min: Option<usize>, max: Option<usize>) {
        self.each(path, |check, place, value| {
            let (count, complete) = match value {
                Value::List(list) => (Sequence::len(list), true),
                Value::Map(map) => (map.len(), map.is_complete()),
                _ => return,
            };
            if outside(count, min.filter(|_| complete), max) {
                check.broken(place, Problem::Count { count, min, max });
            }
        });
    }

    fn format(&mut self, path: &MemberPath, format: Format) {
        self.each(path, |check, place, value| match value {
            Value::Partial(parts) => {
                if let Err(error) = partial::check(format, parts) {
                    check.broken(place, Problem::Format { text: shown(parts), error });
                }
            }
            value => check.parsed_value(place, value, |text| format.check(text)),
        });
    }

    fn parsed(&mut self, path: &MemberPath, parse: impl Fn(&str) -> Result<(), FormatError>) {
        self.each(path, |check, place, value| check.parsed_value(place, value, &parse));
    }

    fn parsed_value(
        &mut self,
        place: &PathNode<'_>,
        value: Value<'v>,
        parse: impl Fn(&str) -> Result<(), FormatError>,
    ) {
        if let Some(text) = text_of(value)
            && let Err(error) = parse(text)
        {
            self.broken(place, Problem::Format { text: text.to_owned(), error });
        }
    }

    fn among(&mut self, path: &MemberPath, of: &'static [MemberPath], aliases: &'static [Alias], ignore_case: bool) {
        self.texts(path, |check, place, text| {
            let Some(wanted) = Wanted::new(text, aliases) else { return };
            let is_known = |others| check.is_indexed(others, || wanted.to_string().into()) == Some(true);
            if !ignore_case && of.iter().any(is_known) {
                return;
            }
            let mut result = Truth::False;
            for others in of {
                check.each(others, |_, _, value| result = result.or(wanted.is(value, ignore_case)));
                if result == Truth::True {
                    return;
                }
            }
            if result == Truth::False {
                let text = wanted.to_string();
                let nearest = check.nearest(&text, of);
                check.broken(place, Problem::NotIn { text, of, nearest });
            }
        });
    }

    /// Whether a string is among others, if an index of these tells.
    fn is_indexed<'t>(&self, others: &MemberPath, text: impl FnOnce() -> Cow<'t, str>) -> Option<bool> {
        let (list, member) = items(others, self.scope)?;
        let mut is_there = false;
        let query = ListQuery { members: &[(member, &text())], in_braces: None };
        list.find(&query, &mut |_| is_there = true).then_some(is_there)
    }

    fn nearest(&mut self, wanted: &str, of: &'static [MemberPath]) -> Option<String> {
        let mut known: Vec<&str> = Vec::new();
        for others in of {
            self.texts(others, |_, _, text| known.push(text));
        }
        suggest::nearest(wanted, known).map(str::to_owned)
    }

    fn not_among(&mut self, path: &MemberPath, of: &'static [MemberPath]) {
        self.texts(path, |check, place, text| {
            let mut taken = None;
            for others in of {
                if check.is_indexed(others, || text.into()) == Some(false) {
                    continue;
                }
                check.each(others, |_, place, value| {
                    if taken.is_none() && text_of(value) == Some(text) {
                        taken = Some(place.path());
                    }
                });
            }
            if let Some(by) = taken {
                check.broken(place, Problem::Taken { text: text.to_owned(), by });
            }
        });
    }

    fn unique(&mut self, path: &MemberPath, prefixes: &[&str]) {
        let tail = |text: &'v str| match prefixes {
            [] => Some(text),
            prefixes => prefixes.iter().find_map(|prefix| text.strip_prefix(prefix)),
        };
        // The strings before each are visited again as long as they are few, and kept from then on.
        let (mut index, scope, origin) = (0_usize, self.scope, self.origin);
        let mut kept: Option<HashMap<&str, &str>> = None;
        self.texts(path, |check, place, text| {
            let before = index;
            index += 1;
            let Some(wanted) = tail(text) else { return };

            if kept.is_none() && before >= MANY {
                let mut first = HashMap::new();
                each_before(path, scope, origin, before, |other| {
                    tail(other).map(|tail| first.entry(tail).or_insert(other));
                });
                kept = Some(first);
            }
            let mut same = None;
            match &mut kept {
                Some(kept) => {
                    same = kept.get(wanted).copied();
                    kept.entry(wanted).or_insert(text);
                }
                None => each_before(path, scope, origin, before, |other| {
                    if same.is_none() && tail(other) == Some(wanted) {
                        same = Some(other);
                    }
                }),
            }
            if let Some(other) = same {
                check.broken(place, Problem::Repeated { text: text.to_owned(), other: other.to_owned() });
            }
        });
    }

    fn template(&mut self, path: &MemberPath) {
        self.texts(path, |check, place, text| {
            if !text.contains(['#', '$']) {
                return;
            }
            for finding in velocity::findings(text) {
                let part = place.part(finding.offset, finding.length);
                check.broken(&part, Problem::Template { text: finding.message.to_string() });
            }
        });
    }
}

/// Visits the first `count` strings that a path reaches.
fn each_before<'v>(
    path: &MemberPath,
    scope: &Scope<'v>,
    origin: Origin<'_>,
    count: usize,
    mut visit: impl FnMut(&'v str),
) {
    if count == 0 {
        return;
    }
    let mut index = 0;
    walk(path, scope, origin, &mut |_, value| {
        let Some(text) = text_of(value) else { return };
        if index < count {
            visit(text);
        }
        index += 1;
    });
}

/// A string to be looked for, perhaps under another beginning.
struct Wanted<'a> {
    prefix: &'a str,
    rest: &'a str,
}

impl<'a> Wanted<'a> {
    fn new(text: &'a str, aliases: &'static [Alias]) -> Option<Self> {
        if aliases.is_empty() {
            return Some(Self { prefix: "", rest: text });
        }
        let fitting = aliases.iter().filter_map(|alias| Some((alias, text.strip_prefix(alias.prefix)?)));
        let (alias, rest) = fitting.max_by_key(|(alias, _)| alias.prefix.len())?;
        Some(Self { prefix: alias.becomes, rest })
    }

    fn is(&self, value: Value<'_>, ignore_case: bool) -> Truth {
        let Some(text) = text_of(value) else { return Truth::Unknown };
        let (Some(start), Some(end)) = (text.get(..self.prefix.len()), text.get(self.prefix.len()..)) else {
            return Truth::False;
        };
        let same = |a: &str, b: &str| if ignore_case { a.eq_ignore_ascii_case(b) } else { same(a, b) };
        Truth::from_bool(same(start, self.prefix) && same(end, self.rest))
    }
}

impl std::fmt::Display for Wanted<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}{}", self.prefix, self.rest)
    }
}

fn outside(count: usize, min: Option<usize>, max: Option<usize>) -> bool {
    min.is_some_and(|min| count < min) || max.is_some_and(|max| count > max)
}
