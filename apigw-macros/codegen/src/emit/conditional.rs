//! The rules of a structure that a builder can let the compiler check: those that hang on a listed value of one member
//! and demand or forbid another member.
//!
//! Which members these are follows from the rules alone; what to say, from checking a value that breaks the rule.

use apigw_spec::rule::{Condition, Demand, MemberPath, Root, Rule, Severity, Step};
use apigw_spec::shape::Values;
use apigw_spec::value::{Members, Value};
use apigw_spec::violation::{Naming, RustNaming};
use apigw_spec::{Kind, Shape};

/// One member that is required or forbidden, depending on the value of another.
pub(crate) struct Conditional {
    /// The position of the member whose value decides.
    pub(crate) discriminant: usize,
    /// The position of the member that is required or forbidden.
    pub(crate) member: usize,
    /// Whether it is required; else it is forbidden.
    pub(crate) required: bool,
    /// The values that decide so, each with what to say.
    pub(crate) cases: Vec<(&'static str, String)>,
}

/// The conditionals of a structure, in the order of its rules.
pub(crate) fn conditionals(shape: &Shape) -> Vec<Conditional> {
    let rules = shape.structure().rules.rules.iter();
    let mut found: Vec<Conditional> = Vec::new();
    for conditional in rules.filter_map(|rule| conditional(shape, rule)) {
        let same = found.iter_mut().find(|other| {
            (other.discriminant, other.member, other.required)
                == (conditional.discriminant, conditional.member, conditional.required)
        });
        match same {
            Some(other) => {
                let new = conditional.cases.into_iter();
                let new: Vec<_> =
                    new.filter(|(value, _)| !other.cases.iter().any(|(known, _)| known == value)).collect();
                other.cases.extend(new);
            }
            None => found.push(conditional),
        }
    }
    found
}

fn conditional(shape: &Shape, rule: &'static Rule) -> Option<Conditional> {
    let Condition::In { path, values, .. } = rule.when else { return None };
    if rule.severity != Severity::Error || rule.each.is_some() {
        return None;
    }
    let discriminant = member(&path)?;
    let (target, required) = match rule.demand {
        Demand::Require(path) | Demand::NonEmpty(path) => (member(&path)?, true),
        Demand::Forbid(path) => (member(&path)?, false),
        _ => return None,
    };
    let listed = listed(shape, discriminant)?;
    let values = values.iter().copied().filter(|value| listed.contains(value));
    let cases = values.filter_map(|value| {
        let attempt =
            Attempt { discriminant, value, member: target, given: (!required).then(|| plausible(shape, target)) };
        let violations = apigw_spec::check(shape, &attempt);
        let violation = violations.into_iter().find(|violation| violation.rule == rule.id)?;
        Some((value, violation.render(&SetterNaming)))
    });
    let cases: Vec<_> = cases.collect();
    (!cases.is_empty()).then_some(Conditional { discriminant, member: target, required, cases })
}

/// The position of the member that a path leads to, if it leads no further.
fn member(path: &MemberPath) -> Option<usize> {
    match (path.root, path.steps) {
        (Root::This, [Step::Member { index, .. }]) => Some(*index),
        _ => None,
    }
}

/// The values that the model lists for a member.
pub(crate) fn listed(shape: &Shape, index: usize) -> Option<&'static [&'static str]> {
    match shape.members().get(index)?.target.shape().kind {
        Kind::String(text) => match text.values {
            Values::Modeled(values) => Some(values),
            Values::Open | Values::Documented(_) => None,
        },
        _ => None,
    }
}

/// A value of a member's kind.
fn plausible(shape: &Shape, index: usize) -> Value<'static> {
    match shape.members().get(index).map(|member| member.target.shape().kind) {
        Some(Kind::Boolean) => Value::Boolean(true),
        Some(Kind::Integer | Kind::Long) => Value::Integer(1),
        Some(Kind::Structure(_)) => Value::Structure(&Nothing),
        _ => Value::Text("x"),
    }
}

/// The spelling of Rust, for a builder: what gives a member is a call.
struct SetterNaming;

impl Naming for SetterNaming {
    fn member(&self, name: &str) -> String {
        RustNaming.member(name)
    }

    fn assignment(&self, member: &str, value: &str) -> String {
        format!(".{member}({value:?})")
    }

    fn adding(&self) -> &'static str {
        "call"
    }
}

/// A value that breaks a rule: one member decides, another is given or absent, and nothing else can be seen.
struct Attempt {
    discriminant: usize,
    value: &'static str,
    member: usize,
    given: Option<Value<'static>>,
}

impl Members for Attempt {
    fn member(&self, index: usize, _name: &str) -> Value<'_> {
        if index == self.discriminant {
            Value::Text(self.value)
        } else if index == self.member {
            self.given.unwrap_or(Value::Absent)
        } else {
            Value::Opaque
        }
    }
}

/// A structure of which nothing is known.
struct Nothing;

impl Members for Nothing {
    fn member(&self, _index: usize, _name: &str) -> Value<'_> {
        Value::Opaque
    }
}
