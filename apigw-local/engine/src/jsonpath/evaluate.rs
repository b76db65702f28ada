//! Walks a document along a path.

use std::cmp::Ordering;
use std::rc::Rc;

use super::compare::{Incomparable, compare};
use super::error::PathError;
use super::path::{Comparison, Filter, Operand, Path, Step};
use crate::java::display::push_text;
use crate::java::failure::JavaFailure;
use crate::java::value::{List, Map, Value};

/// How many steps a walk may take.
const MAX_STEPS: usize = 1_000_000;

/// Why a walk ends early.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Miss {
    /// There is nothing there. A wildcard continues with its next element, a condition does not hold.
    NotFound,
    /// The step does not fit what is there: the whole path has no value.
    Invalid,
    /// Java throws.
    Thrown(String),
}

type Walked<T> = Result<T, Miss>;

/// The value at a path, or the values.
pub(super) fn evaluate(path: &Path, document: &Value) -> Result<Value, PathError> {
    if matches!(path.steps.last(), Some(Step::Scan)) {
        return Err(PathError::Thrown("the path ends with a search; name what is searched for".to_owned()));
    }
    let mut walk = Walk { root: document, steps: 0 };
    walk.value(path, document).map_err(|miss| match miss {
        Miss::NotFound | Miss::Invalid => PathError::Nothing,
        Miss::Thrown(message) => PathError::Thrown(message),
    })
}

struct Walk<'d> {
    root: &'d Value,
    steps: usize,
}

/// A path and the place in it.
#[derive(Clone, Copy)]
struct At<'p> {
    path: &'p Path,
    step: usize,
}

impl<'p> At<'p> {
    fn next(self) -> Self {
        Self { step: self.step + 1, ..self }
    }

    fn current(self) -> Option<&'p Step> {
        self.path.steps.get(self.step)
    }

    fn is_last(self) -> bool {
        self.step + 1 >= self.path.steps.len()
    }

    /// Whether nothing before the step leads to more than one place, which, as in Jayway, is found out by looking at
    /// everything from the step before.
    fn is_upstream_definite(self) -> bool {
        self.current().is_some_and(Step::is_definite) && self.path.is_definite_from(self.step.saturating_sub(1))
    }
}

impl Walk<'_> {
    fn value(&mut self, path: &Path, start: &Value) -> Walked<Value> {
        let mut found = Vec::new();
        self.walk(At { path, step: 0 }, start, &mut found)?;
        if path.is_definite() { found.into_iter().next().ok_or(Miss::NotFound) } else { Ok(Value::json_list(found)) }
    }

    fn walk(&mut self, at: At<'_>, model: &Value, found: &mut Vec<Value>) -> Walked<()> {
        self.steps += 1;
        if self.steps > MAX_STEPS {
            return Err(Miss::Thrown("the path takes too long; name the members on the way".to_owned()));
        }
        let Some(step) = at.current() else {
            found.push(model.clone());
            return Ok(());
        };
        match step {
            Step::Root => self.walk(at.next(), model, found),
            Step::Scan => self.scan(at.next(), model, found),
            Step::Wildcard => self.wildcard(at, model, found),
            Step::Properties(names) => match model {
                Value::Map(map) => self.properties(at, map, names, found),
                _ => Err(Miss::NotFound),
            },
            Step::Filter(filter) => self.filtered(at, filter, model, found),
            _ => match model {
                Value::Null => Err(Miss::NotFound),
                Value::List(list) => self.indexes(at, step, list, found),
                _ => Err(Miss::Invalid),
            },
        }
    }

    fn wildcard(&mut self, at: At<'_>, model: &Value, found: &mut Vec<Value>) -> Walked<()> {
        match model {
            Value::Map(map) => {
                let values: Vec<Value> = map.entries.borrow().values().cloned().collect();
                values.iter().try_for_each(|value| self.walk(at.next(), value, found))
            }
            Value::List(list) => {
                for item in items(list) {
                    match self.walk(at.next(), &item, found) {
                        Err(Miss::NotFound) => {}
                        other => other?,
                    }
                }
                Ok(())
            }
            _ => Ok(()),
        }
    }

    fn properties(&mut self, at: At<'_>, map: &Rc<Map>, names: &[String], found: &mut Vec<Value>) -> Walked<()> {
        if let [name] = names {
            let value = map.entries.borrow().get(name.as_str()).cloned();
            return match value {
                Some(value) => self.walk(at.next(), &value, found),
                None if at.is_last() || at.is_upstream_definite() => Err(Miss::NotFound),
                None => Ok(()),
            };
        }
        if !at.is_last() {
            return Err(Miss::Invalid);
        }
        let entries = map.entries.borrow();
        let present = names
            .iter()
            .filter_map(|name| entries.get(name.as_str()).map(|value| (Value::text(name.as_str()), value.clone())));
        found.push(Value::map(present));
        Ok(())
    }

    fn indexes(&mut self, at: At<'_>, step: &Step, list: &List, found: &mut Vec<Value>) -> Walked<()> {
        let length = i32::try_from(list.items.borrow().len()).unwrap_or(i32::MAX);
        let range = match step {
            Step::Index(index) => return self.index(at, *index, list, found),
            Step::Indexes(indexes) => {
                return indexes.iter().try_for_each(|index| self.index(at, *index, list, found));
            }
            Step::FromEnd(back) => return self.index(at, length.saturating_add(*back), list, found),
            Step::From(from) if *from < 0 => length.saturating_add(*from).max(0)..length,
            Step::From(from) => *from..length,
            Step::To(to) if *to < 0 => 0..length.saturating_add(*to),
            Step::To(to) => 0..length.min(*to),
            Step::Between(from, to) => *from..length.min(*to),
            _ => 0..0,
        };
        if length == 0 {
            return Ok(());
        }
        for index in range {
            self.index(at, index, list, found)?;
        }
        Ok(())
    }

    fn index(&mut self, at: At<'_>, index: i32, list: &List, found: &mut Vec<Value>) -> Walked<()> {
        let item = usize::try_from(index).ok().and_then(|index| list.items.borrow().get(index).cloned());
        self.walk(at.next(), &item.ok_or(Miss::NotFound)?, found)
    }

    fn filtered(&mut self, at: At<'_>, filter: &Filter, model: &Value, found: &mut Vec<Value>) -> Walked<()> {
        match model {
            Value::Map(_) => {
                if self.accepts(filter, model)? {
                    self.walk(at.next(), model, found)?;
                }
                Ok(())
            }
            Value::List(list) => {
                for item in items(list) {
                    if self.accepts(filter, &item)? {
                        self.walk(at.next(), &item, found)?;
                    }
                }
                Ok(())
            }
            _ => Err(Miss::Invalid),
        }
    }

    /// Looks for a step everywhere below a value.
    fn scan(&mut self, at: At<'_>, model: &Value, found: &mut Vec<Value>) -> Walked<()> {
        self.steps += 1;
        match model {
            Value::Map(map) => {
                if self.is_target(at, model)? {
                    self.walk(at, model, found)?;
                }
                let values: Vec<Value> = map.entries.borrow().values().cloned().collect();
                values.iter().try_for_each(|value| self.scan(at, value, found))
            }
            Value::List(list) => {
                let items = items(list);
                if self.is_target(at, model)? {
                    if at.is_last() {
                        self.walk(at, model, found)?;
                    } else {
                        // Jayway continues with the elements here, whatever the step says.
                        items.iter().try_for_each(|item| self.walk(at.next(), item, found))?;
                    }
                }
                items.iter().try_for_each(|item| self.scan(at, item, found))
            }
            _ => Ok(()),
        }
    }

    fn is_target(&mut self, at: At<'_>, model: &Value) -> Walked<bool> {
        Ok(match at.current() {
            Some(Step::Wildcard) => true,
            Some(Step::Properties(names)) => match model {
                Value::Map(map) => names.iter().all(|name| map.entries.borrow().get(name.as_str()).is_some()),
                _ => false,
            },
            Some(Step::Filter(filter)) => self.accepts(filter, model)?,
            None | Some(Step::Root | Step::Scan) => false,
            Some(_) => matches!(model, Value::List(_)),
        })
    }

    fn accepts(&mut self, filter: &Filter, item: &Value) -> Walked<bool> {
        match filter {
            Filter::All(filters) => {
                for filter in filters {
                    if !self.accepts(filter, item)? {
                        return Ok(false);
                    }
                }
                Ok(true)
            }
            Filter::Either(left, right) => Ok(self.accepts(left, item)? || self.accepts(right, item)?),
            Filter::Exists(path, exists) => match self.value(path, item) {
                Ok(value) => Ok((!value.is_null() && has_all_members(path, &value)) == *exists),
                Err(Miss::NotFound) => Ok(!exists),
                Err(other) => Err(other),
            },
            Filter::Comparison(left, comparison, right) => match self.holds(left, *comparison, right, item) {
                Err(Miss::NotFound) => Ok(false),
                other => other,
            },
        }
    }

    fn operand(&mut self, operand: &Operand, item: &Value) -> Walked<Value> {
        match operand {
            Operand::Path(path) => {
                let start = if path.is_from_root { self.root } else { item };
                self.value(path, start)
            }
            Operand::Text(text) => Ok(Value::text(text.as_str())),
            Operand::Pattern(_) => Ok(Value::Null),
        }
    }

    fn holds(&mut self, left: &Operand, comparison: Comparison, right: &Operand, item: &Value) -> Walked<bool> {
        let (found, expected) = (self.operand(left, item)?, self.operand(right, item)?);
        if comparison == Comparison::Matches {
            return matches(left, right, &found, &expected);
        }
        if matches!(left, Operand::Pattern(_)) || matches!(right, Operand::Pattern(_)) {
            return Ok(false);
        }
        let is_order = !matches!(comparison, Comparison::Equal | Comparison::NotEqual);

        if is_order && expected.is_null() != found.is_null() {
            return Ok(false);
        }
        let order = match compare(&expected, &found) {
            Ok(order) => order,
            Err(Incomparable::Classes) => return Ok(false),
            Err(Incomparable::NoNumber(text)) => {
                return Err(Miss::Thrown(format!(
                    "{text:?} is compared with a number but is none; put it in single quotes"
                )));
            }
        };
        Ok(match comparison {
            Comparison::Equal => order == Ordering::Equal,
            Comparison::NotEqual => order != Ordering::Equal,
            Comparison::Greater => order == Ordering::Less,
            Comparison::GreaterEqual => order != Ordering::Greater,
            Comparison::Less => order == Ordering::Greater,
            Comparison::LessEqual | Comparison::Matches => order != Ordering::Less,
        })
    }
}

/// Whether a value that was found has every member that the end of its path names: a filter asks for all of them, and a
/// path elsewhere takes those that there are.
fn has_all_members(path: &Path, value: &Value) -> bool {
    match (path.steps.last(), value) {
        (Some(Step::Properties(names)), Value::Map(map)) if names.len() > 1 => {
            let entries = map.entries.borrow();
            names.iter().all(|name| entries.get(name.as_str()).is_some())
        }
        _ => true,
    }
}

fn matches(left: &Operand, right: &Operand, found: &Value, expected: &Value) -> Walked<bool> {
    let (pattern, target) = match (left, right) {
        (Operand::Pattern(pattern), _) => (pattern, expected),
        (_, Operand::Pattern(pattern)) => (pattern, found),
        _ => return Err(Miss::Thrown("`=~` needs a regular expression; write `/…/`".to_owned())),
    };
    if target.is_null() {
        return Ok(false);
    }
    let mut text = String::new();
    let thrown = |_: JavaFailure| Miss::Thrown("the regular expression takes too long; simplify it".to_owned());
    push_text(target, &mut text, &mut |_, _| Ok(())).map_err(thrown)?;
    pattern.is_match(&text).map_err(thrown)
}

fn items(list: &List) -> Vec<Value> {
    list.items.borrow().clone()
}
