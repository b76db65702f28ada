//! A list with an index of its items, for rules that look for some of them again and again.

use std::cell::RefCell;
use std::collections::HashMap;
use std::hash::{BuildHasher as _, Hash as _, Hasher as _, RandomState};
use std::rc::Rc;

use crate::rule::Step;
use crate::value::{ListQuery, Members, Sequence, Value, is_in_braces};

/// A list with an index of its items. A table of it is made when the first query of its kind is asked.
pub(super) struct IndexedList<'l> {
    list: &'l dyn Sequence,
    tables: RefCell<Vec<Rc<Table>>>,
    /// What makes the hashes of strings.
    state: RandomState,
}

/// Where the items are that queries of one kind ask for. Large lists have many tables, so they hold no strings.
struct Table {
    members: Vec<Step>,
    in_braces: Option<Step>,
    /// The first item with each hash of its strings.
    first: HashMap<u64, u32>,
    /// For each item the next one with the same hash; of the last one itself.
    next: Vec<u32>,
}

impl<'l> IndexedList<'l> {
    /// An index of a list; nothing if the list is too long for one.
    pub(super) fn new(list: &'l dyn Sequence) -> Option<Self> {
        u32::try_from(Sequence::len(list)).ok()?;
        Some(Self { list, tables: RefCell::default(), state: RandomState::new() })
    }

    /// The table for a query. It is not borrowed from the others, so that who visits items may ask for more.
    fn table(&self, query: &ListQuery<'_>) -> Rc<Table> {
        let mut tables = self.tables.borrow_mut();
        if let Some(known) = tables.iter().find(|table| table.is_for(query)) {
            return Rc::clone(known);
        }
        let table = Rc::new(Table::new(self.list, query, &self.state));
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
        let Some(hash) = hash(&self.state, query.members.iter().map(|(_, text)| Some(*text))) else { return false };
        let after = |at: &u32| {
            let next = usize::try_from(*at).ok().and_then(|at| table.next.get(at)).copied();
            next.filter(|next| next != at)
        };
        let found = std::iter::successors(table.first.get(&hash).copied(), after);
        for index in found.filter_map(|at| usize::try_from(at).ok()) {
            // Others can have the same hash.
            let item = Sequence::get(self.list, index);
            if query.members.iter().all(|(member, wanted)| text(item, *member) == Some(*wanted)) {
                visit(index);
            }
        }
        true
    }
}

impl Table {
    fn new(list: &dyn Sequence, query: &ListQuery<'_>, state: &RandomState) -> Self {
        let members: Vec<Step> = query.members.iter().map(|(member, _)| *member).collect();
        let length = Sequence::len(list);
        let mut first = HashMap::with_capacity(length);
        let mut next: Vec<u32> = (0..).take(length).collect();
        // From the end, so that each item follows the ones before it.
        for (index, next) in next.iter_mut().enumerate().rev() {
            let item = Sequence::get(list, index);
            let is_wanted = query.in_braces.is_none_or(|member| text(item, member).is_some_and(is_in_braces));
            let hash = hash(state, members.iter().map(|member| text(item, *member))).filter(|_| is_wanted);
            *next = hash.and_then(|hash| first.insert(hash, *next)).unwrap_or(*next);
        }
        Self { members, in_braces: query.in_braces, first, next }
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

/// The hash of some strings; nothing if one of them is not known.
fn hash<'k>(state: &RandomState, texts: impl Iterator<Item = Option<&'k str>>) -> Option<u64> {
    let mut hasher = state.build_hasher();
    for text in texts {
        text?.hash(&mut hasher);
    }
    Some(hasher.finish())
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::IndexedList;
    use crate::rule::Step;
    use crate::value::{ListQuery, Members, Sequence, ToValue, Value};

    /// A structure of strings.
    struct Item(BTreeMap<&'static str, &'static str>);

    impl Members for Item {
        fn member(&self, _index: usize, name: &str) -> Value<'_> {
            self.0.get(name).map_or(Value::Absent, |text| Value::Text(text))
        }
    }

    impl ToValue for Item {
        fn to_value(&self) -> Value<'_> {
            Value::Structure(self)
        }
    }

    #[test]
    fn the_items_with_some_strings_are_found_in_their_order() {
        let item = |parent, name| Item(BTreeMap::from([("parent", parent), ("name", name)]));
        let mut items = vec![item("a", "b"), item("ab", ""), item("a", "{b}"), item("a", "b"), item("", "ab")];
        items.push(Item(BTreeMap::from([("parent", "a")])));
        let list = IndexedList::new(&items).expect("a short list");
        let [parent, name] = [("parent", 0), ("name", 1)].map(|(name, index)| Step::Member { name, index });
        let found = |members: &[(Step, &str)], in_braces| {
            let mut found = Vec::new();
            assert!(list.find(&ListQuery { members, in_braces }, &mut |index| found.push(index)));
            found
        };

        assert_eq!(found(&[(parent, "a"), (name, "b")], None), [0, 3]);
        assert_eq!(found(&[(parent, "ab"), (name, "")], None), [1]);
        assert_eq!(found(&[(parent, "a")], None), [0, 2, 3, 5]);
        assert_eq!(found(&[(parent, "a")], Some(name)), [2]);
        assert_eq!(found(&[(name, "c")], None), [0_usize; 0]);
        assert_eq!(Sequence::len(&list), 6);
    }
}
