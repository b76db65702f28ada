//! The variables of a template, by numbers.

use std::collections::HashMap;

/// The number of a variable.
pub(crate) type Slot = u32;

/// The variables that a mapping template finds, and those that loops set. They have the first numbers.
const KNOWN: [&str; 7] = ["input", "util", "context", "stageVariables", "foreach", "velocityCount", "velocityHasNext"];

/// `$input`.
pub(crate) const INPUT: Slot = 0;
/// `$util`.
pub(crate) const UTIL: Slot = 1;
/// `$context`.
pub(crate) const CONTEXT: Slot = 2;
/// `$stageVariables`.
pub(crate) const STAGE_VARIABLES: Slot = 3;
/// `$foreach`.
pub(super) const LOOP: Slot = 4;
/// `$velocityCount`.
pub(super) const COUNT: Slot = 5;
/// `$velocityHasNext`.
pub(super) const HAS_NEXT: Slot = 6;

/// How many names are looked through one after another.
const MAX_FEW: usize = 16;

/// The names of variables.
#[derive(Debug, Default)]
pub(crate) struct VariableNames {
    /// Which of the known variables the template has, a bit each.
    used: u8,
    /// The other names, in the order of their numbers: where they end in the text.
    ends: Vec<u32>,
    text: String,
    /// The numbers by the names, if there are many.
    slots: HashMap<Box<str>, Slot>,
}

impl VariableNames {
    /// The number of a name, which is a new one if there is none.
    pub(super) fn slot(&mut self, name: &str) -> Slot {
        if let Some(known) = known(name) {
            self.used |= 1 << known;
            return known;
        }
        if let Some(slot) = self.find_other(name) {
            return slot;
        }
        let slot = self.count();
        if self.ends.is_empty() {
            self.text.reserve(64);
            self.ends.reserve(8);
        }
        self.text.push_str(name);
        self.ends.push(u32::try_from(self.text.len()).unwrap_or(u32::MAX));
        if self.ends.len() == MAX_FEW {
            self.slots = self.others().zip(FIRST_OTHER..).map(|(name, slot)| (name.into(), slot)).collect();
        } else if self.ends.len() > MAX_FEW {
            self.slots.insert(name.into(), slot);
        }
        slot
    }

    /// The number of a name, if it has one.
    pub(super) fn find(&self, name: &str) -> Option<Slot> {
        known(name).or_else(|| self.find_other(name))
    }

    fn find_other(&self, name: &str) -> Option<Slot> {
        if self.ends.len() >= MAX_FEW {
            return self.slots.get(name).copied();
        }
        self.others().zip(FIRST_OTHER..).find(|(known, _)| *known == name).map(|(_, slot)| slot)
    }

    /// How many numbers there are.
    pub(super) fn count(&self) -> u32 {
        FIRST_OTHER + u32::try_from(self.ends.len()).unwrap_or(0)
    }

    /// The name of a number.
    pub(super) fn name(&self, slot: Slot) -> &str {
        match slot.checked_sub(FIRST_OTHER) {
            Some(other) => self.other(other as usize),
            None => KNOWN.get(slot as usize).copied().unwrap_or(""),
        }
    }

    /// Whether the template has a known variable.
    pub(crate) fn uses(&self, known: Slot) -> bool {
        self.used & (1 << known) != 0
    }

    /// The names in the order of their numbers.
    pub(super) fn all(&self) -> impl Iterator<Item = &str> {
        KNOWN.into_iter().chain(self.others())
    }

    fn others(&self) -> impl Iterator<Item = &str> {
        (0..self.ends.len()).map(|at| self.other(at))
    }

    /// The other name at a place.
    fn other(&self, at: usize) -> &str {
        let end = |at: usize| self.ends.get(at).map(|end| *end as usize);
        let start = at.checked_sub(1).and_then(end).unwrap_or(0);
        end(at).and_then(|end| self.text.get(start..end)).unwrap_or("")
    }
}

const FIRST_OTHER: Slot = 7;

fn known(name: &str) -> Option<Slot> {
    Some(match name {
        "input" => INPUT,
        "util" => UTIL,
        "context" => CONTEXT,
        "stageVariables" => STAGE_VARIABLES,
        "foreach" => LOOP,
        "velocityCount" => COUNT,
        "velocityHasNext" => HAS_NEXT,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::VariableNames;

    #[test]
    fn a_name_keeps_its_number() {
        let mut names = VariableNames::default();
        let texts: Vec<String> = (0..40).map(|number| format!("name{number}")).collect();
        let first: Vec<u32> = texts.iter().map(|name| names.slot(name)).collect();
        let again: Vec<u32> = texts.iter().map(|name| names.slot(name)).collect();
        assert_eq!(first, again);
        assert_eq!(first, (7..47).collect::<Vec<u32>>());
        for (name, slot) in names.all().zip(0..) {
            assert_eq!((names.find(name), names.name(slot)), (Some(slot), name));
        }
        assert_eq!((names.find("none"), names.count(), names.name(47)), (None, 47, ""));
    }
}
