//! A list with an index of its items, for rules that look for some of them again and again.

use std::cell::RefCell;
use std::collections::HashMap;

use crate::rule::Step;
use crate::value::{ListQuery, Members, Sequence, Value, is_in_braces};

/// What ends the strings of a key.
const END: char = '\0';

/// A list with an index of its items. A table of it is made when the first query of its kind is asked.
pub(super) struct IndexedList<'l> {
    list: &'l dyn Sequence,
    tables: RefCell<Vec<Table>>,
}

/// Where the items are that queries of one kind ask for.
struct Table {
    members: Vec<Step>,
    in_braces: Option<Step>,
    positions: HashMap<String, Vec<usize>>,
}

impl<'l> IndexedList<'l> {
    /// An index of a list.
    pub(super) fn new(list: &'l dyn Sequence) -> Self {
        Self { list, tables: RefCell::default() }
    }
}

impl Sequence for IndexedList<'_> {
    fn len(&self) -> usize {
        Sequence::len(self.list)
    }

    fn get(&self, index: usize) -> Value<'_> {
        Sequence::get(self.list, index)
    }

    fn positions(&self, query: &ListQuery<'_>) -> Option<Vec<usize>> {
        let mut tables = self.tables.borrow_mut();
        let known = tables.iter().position(|table| table.is_for(query));
        let at = known.unwrap_or(tables.len());
        if known.is_none() {
            tables.push(Table::new(self.list, query));
        }
        let key: String = query.members.iter().flat_map(|(_, text)| text.chars().chain([END])).collect();
        Some(tables.get(at)?.positions.get(&key).cloned().unwrap_or_default())
    }
}

impl Table {
    fn new(list: &dyn Sequence, query: &ListQuery<'_>) -> Self {
        let members: Vec<Step> = query.members.iter().map(|(member, _)| *member).collect();
        let mut positions: HashMap<String, Vec<usize>> = HashMap::new();
        for index in 0..Sequence::len(list) {
            let item = Sequence::get(list, index);
            let is_wanted = query.in_braces.is_none_or(|member| text(item, member).is_some_and(is_in_braces));
            let mut key = String::new();
            let is_known = members.iter().all(|member| {
                let found = text(item, *member);
                key.extend(found.into_iter().flat_map(|text| text.chars().chain([END])));
                found.is_some()
            });
            if is_wanted && is_known {
                positions.entry(key).or_default().push(index);
            }
        }
        Self { members, in_braces: query.in_braces, positions }
    }

    fn is_for(&self, query: &ListQuery<'_>) -> bool {
        self.in_braces == query.in_braces && self.members.iter().eq(query.members.iter().map(|(member, _)| member))
    }
}

/// The string that a member of an item is.
fn text(item: Value<'_>, member: Step) -> Option<&str> {
    let (Value::Structure(item), Step::Member { name, index }) = (item, member) else { return None };
    match Members::member(item, index, name) {
        Value::Text(text) => Some(text),
        _ => None,
    }
}
