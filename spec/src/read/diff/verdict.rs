//! All changes between two generations, with a verdict in one line.

use std::collections::BTreeMap;
use std::fmt;

use super::change::{Action, Breaks, Change, Side, Subject};

/// What changed between two generations, in the order in which it is best read.
///
/// Printed, it is the [`verdict`](Self::verdict) and one line for each change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diff {
    /// The changes: requests before answers, and by name.
    pub changes: Vec<Change>,
}

impl fmt::Display for Diff {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.verdict())?;
        for (side, heading) in [(Side::Request, "requests"), (Side::Answer, "answers")] {
            let mut changes = self.changes.iter().filter(|change| change.side == side).peekable();
            if changes.peek().is_some() {
                write!(f, "\n{heading}:")?;
            }
            for change in changes {
                write!(f, "\n  {change}")?;
            }
        }
        Ok(())
    }
}

impl Diff {
    /// The callers that the changes break, taken together.
    pub fn breaks(&self) -> Breaks {
        self.changes.iter().fold(Breaks::NONE, |all, change| all.and(change.breaks))
    }

    /// The changes in one line: `2 optional members and 1 enum added; compatible`.
    ///
    /// What callers send is counted, because that is what they write. Of what they receive, only changes that break
    /// a caller are counted, unless nothing else changed: an answer that says more is read as before.
    pub fn verdict(&self) -> String {
        if self.changes.is_empty() {
            return "nothing changed".to_owned();
        }
        let mut counted = self.count(|side, breaks| side == Side::Request || breaks.any());
        let mut place = "";
        if counted.is_empty() {
            counted = self.count(|_, _| true);
            place = " to answers";
        }
        let parts: Vec<String> = [Action::Added, Action::Removed, Action::Changed]
            .into_iter()
            .filter_map(|action| Some((action, counted.get(&action)?)))
            .map(|(action, subjects)| format!("{} {}{place}", enumerate(subjects), action.word()))
            .collect();
        format!("{}; {}", parts.join(", "), self.breaks())
    }

    fn count(&self, counts: impl Fn(Side, Breaks) -> bool) -> BTreeMap<Action, BTreeMap<Subject, usize>> {
        let mut counted: BTreeMap<Action, BTreeMap<Subject, usize>> = BTreeMap::new();
        for change in self.changes.iter().filter(|change| counts(change.side, change.breaks)) {
            *counted.entry(change.action).or_default().entry(change.subject).or_default() += 1;
        }
        counted
    }
}

/// "2 optional members and 1 enum".
fn enumerate(subjects: &BTreeMap<Subject, usize>) -> String {
    let counted: Vec<String> = subjects.iter().map(|(subject, n)| format!("{n} {}", subject.noun(*n))).collect();
    match counted.as_slice() {
        [] => String::new(),
        [one] => one.clone(),
        [first @ .., last] => format!("{} and {last}", first.join(", ")),
    }
}
