//! A map that remembers which of its objects changed, so that only these are written to a file.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Deref;

/// Objects by their keys. Reading is that of a map; what can change an object notes its key.
#[derive(Debug, Clone)]
pub(crate) struct Tracked<T> {
    items: BTreeMap<String, T>,
    changed: BTreeSet<String>,
}

impl<T> Default for Tracked<T> {
    fn default() -> Self {
        Self { items: BTreeMap::new(), changed: BTreeSet::new() }
    }
}

impl<T> Deref for Tracked<T> {
    type Target = BTreeMap<String, T>;

    fn deref(&self) -> &Self::Target {
        &self.items
    }
}

impl<T> Tracked<T> {
    pub(crate) fn insert(&mut self, key: String, item: T) -> Option<T> {
        self.changed.insert(key.clone());
        self.items.insert(key, item)
    }

    pub(crate) fn remove(&mut self, key: &str) -> Option<T> {
        let removed = self.items.remove(key)?;
        self.changed.insert(key.to_owned());
        Some(removed)
    }

    pub(crate) fn get_mut(&mut self, key: &str) -> Option<&mut T> {
        let item = self.items.get_mut(key)?;
        self.changed.insert(key.to_owned());
        Some(item)
    }

    pub(crate) fn values_mut(&mut self) -> impl Iterator<Item = &mut T> {
        self.changed.extend(self.items.keys().cloned());
        self.items.values_mut()
    }

    /// Puts an object in that a file has already.
    pub(super) fn restore(&mut self, key: String, item: T) {
        self.items.insert(key, item);
    }

    /// An object, without a note that it changes.
    pub(super) fn unnoted(&mut self, key: &str) -> Option<&mut T> {
        self.items.get_mut(key)
    }

    /// The keys of the objects that changed or went since the changes were forgotten.
    pub(super) fn changed(&self) -> impl Iterator<Item = &str> {
        self.changed.iter().map(String::as_str)
    }

    /// Forgets the changes; the keys that they were noted by.
    pub(super) fn forget_changes(&mut self) -> BTreeSet<String> {
        std::mem::take(&mut self.changed)
    }
}

#[cfg(test)]
mod tests {
    use super::Tracked;

    #[test]
    fn what_can_change_is_noted() {
        let mut map = Tracked::default();
        map.insert("a".to_owned(), 1);
        map.restore("b".to_owned(), 2);
        map.restore("c".to_owned(), 3);
        assert!(map.get_mut("none").is_none() && map.remove("none").is_none());
        assert_eq!(map.changed().collect::<Vec<_>>(), ["a"]);
        assert_eq!(map.remove("c"), Some(3));
        assert_eq!(map.get("b"), Some(&2));
        assert_eq!(map.changed().collect::<Vec<_>>(), ["a", "c"]);
        map.values_mut().for_each(|value| *value += 1);
        assert_eq!(map.changed().collect::<Vec<_>>(), ["a", "b", "c"]);
        map.forget_changes();
        assert_eq!((map.changed().count(), map.len()), (0, 2));
    }
}
