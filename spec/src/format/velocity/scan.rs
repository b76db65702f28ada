//! Reading a template without keeping it.

use super::build::{Build, Head, Opening, Part};
use super::finding::Finding;
use super::members::{self, Named};

/// Keeps of a template only what most templates are asked for.
#[derive(Debug, Default)]
pub(super) struct Scan {
    /// Whether the template may have a finding. Without this it has none; with it, only the tree can tell, since a
    /// variable of the service may be given another value, and brackets may be readable in another way.
    pub(super) doubtful: bool,
    /// A string that is looked for everywhere but in comments, and whether it was found.
    pub(super) wanted: Option<&'static str>,
    pub(super) found: bool,
    /// Whether a reference is printed.
    pub(super) prints: bool,
}

/// The first members of a reference.
#[derive(Debug, Default)]
pub(super) struct First<'a> {
    count: usize,
    one: Option<Named<'a>>,
    two: Option<Named<'a>>,
}

impl<'a> First<'a> {
    fn add(&mut self, named: Option<Named<'a>>) {
        match self.count {
            0 => self.one = named,
            1 => self.two = named,
            _ => {}
        }
        self.count += 1;
    }
}

impl Scan {
    fn look(&mut self, source: &str) {
        if let Some(wanted) = self.wanted {
            self.found = self.found || source.contains(wanted);
        }
    }
}

impl<'a> Build<'a> for Scan {
    type Reference = ();
    type References = ();
    type Members = First<'a>;
    type Expression = ();
    type List = ();

    fn property(&mut self, members: &mut First<'a>, name: &'a str, offset: usize) {
        members.add(Some(Named { name, offset }));
    }

    fn method(&mut self, members: &mut First<'a>, name: &'a str, offset: usize, _arguments: ()) {
        members.add(Some(Named { name, offset }));
    }

    fn index(&mut self, members: &mut First<'a>, _index: ()) {
        members.add(None);
    }

    fn reference(&mut self, head: Head<'a>, members: First<'a>) {
        let known = head.unclosed.is_none() && members::unknown(head.name, members.one, members.two).is_none();
        self.doubtful = self.doubtful || !known;
    }

    fn within(&mut self, _references: &mut (), _reference: ()) {}

    fn expression(&mut self, _part: Part<'a, Self>) {}

    fn push(&mut self, _list: &mut (), _expression: ()) {}

    fn text(&mut self, _offset: usize, source: &'a str) {
        self.look(source);
    }

    fn comment(&mut self, _offset: usize, _source: &'a str) {}

    fn printed(&mut self, _offset: usize, source: &'a str, _reference: ()) {
        self.prints = true;
        self.look(source);
    }

    fn directive(&mut self, _opening: Opening, source: &'a str, _arguments: ()) {
        self.look(source);
    }

    fn finding(&mut self, _finding: impl FnOnce() -> Finding) {
        self.doubtful = true;
    }
}
