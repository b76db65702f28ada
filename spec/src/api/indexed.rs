//! A list with an index of its items, for rules that look for some of them again and again.

use std::borrow::Cow;
use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;

use crate::rule::Step;
use crate::value::{ListQuery, Members, Sequence, Value, is_in_braces};

/// What ends the strings of a key that has several.
const END: char = '\0';

/// A list with an index of its items. A table of it is made when the first query of its kind is asked.
pub(super) struct IndexedList<'l> {
    list: &'l dyn Sequence,
    tables: RefCell<Vec<Rc<Table<'l>>>>,
}

/// Where the items are that queries of one kind ask for.
struct Table<'l> {
    members: Vec<Step>,
    in_braces: Option<Step>,
    /// The first item with each key.
    first: HashMap<Cow<'l, str>, usize>,
    /// For each item the next one with the same key.
    next: Vec<Option<usize>>,
}

impl<'l> IndexedList<'l> {
    /// An index of a list.
    pub(super) fn new(list: &'l dyn Sequence) -> Self {
        Self { list, tables: RefCell::default() }
    }

    /// The table for a query. It is not borrowed from the others, so that who visits items may ask for more.
    fn table(&self, query: &ListQuery<'_>) -> Rc<Table<'l>> {
        let mut tables = self.tables.borrow_mut();
        if let Some(known) = tables.iter().find(|table| table.is_for(query)) {
            return Rc::clone(known);
        }
        let table = Rc::new(Table::new(self.list, query));
        tables.push(Rc::clone(&table));
        table
    }
}

impl Sequence for IndexedList<'_> {
    fn len(&self) -> usize {
        Sequence::len(self.list)
    }

    fn get(&self, index: usize) -> Value<'_> {
        Sequence::get(self.list, index)
    }

    fn find(&self, query: &ListQuery<'_>, visit: &mut dyn FnMut(usize)) -> bool {
        let table = self.table(query);
        let Some(key) = key(query.members.iter().map(|(_, text)| Some(*text))) else { return false };
        let first = table.first.get(&key).copied();
        std::iter::successors(first, |index| table.next.get(*index).copied().flatten()).for_each(visit);
        true
    }
}

impl<'l> Table<'l> {
    fn new(list: &'l dyn Sequence, query: &ListQuery<'_>) -> Self {
        let members: Vec<Step> = query.members.iter().map(|(member, _)| *member).collect();
        let length = Sequence::len(list);
        let (mut first, mut next) = (HashMap::with_capacity(length), vec![None; length]);
        // From the end, so that each item follows the ones before it.
        for (index, next) in next.iter_mut().enumerate().rev() {
            let item = Sequence::get(list, index);
            let is_wanted = query.in_braces.is_none_or(|member| text(item, member).is_some_and(is_in_braces));
            let key = key(members.iter().map(|member| text(item, *member))).filter(|_| is_wanted);
            *next = key.and_then(|key| first.insert(key, index));
        }
        Self { members, in_braces: query.in_braces, first, next }
    }

    fn is_for(&self, query: &ListQuery<'_>) -> bool {
        self.in_braces == query.in_braces && self.members.iter().eq(query.members.iter().map(|(member, _)| member))
    }
}

/// The key of some strings; nothing if one of them is not known.
fn key<'k>(texts: impl ExactSizeIterator<Item = Option<&'k str>>) -> Option<Cow<'k, str>> {
    let (mut texts, mut key) = (texts, String::new());
    if texts.len() == 1 {
        return texts.next().flatten().map(Cow::Borrowed);
    }
    for text in texts {
        key.push_str(text?);
        key.push(END);
    }
    Some(Cow::Owned(key))
}

/// The string that a member of an item is.
fn text(item: Value<'_>, member: Step) -> Option<&str> {
    let (Value::Structure(item), Step::Member { name, index }) = (item, member) else { return None };
    match Members::member(item, index, name) {
        Value::Text(text) => Some(text),
        _ => None,
    }
}
