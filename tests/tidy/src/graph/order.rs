//! The order of a package's folders, as the guide's table gives it. May import: `cycle`, `edges`, `module`.

use std::collections::{BTreeMap, BTreeSet};

use super::cycle;
use super::edges::Edge;
use super::module::Package;

/// The levels of a package, the highest first: a module may use those of lower levels.
pub(super) struct Order {
    levels: BTreeMap<String, usize>,
}

impl Order {
    /// Reads the row of a package: `` | `package` | `highest` → `beside`, `each other` → `lowest` | ``.
    pub(super) fn read(guide: &str, package: &str) -> Self {
        let cell = format!("`{package}`");
        let rows = guide.lines().map(|line| line.split('|').map(str::trim).collect::<Vec<_>>());
        let row = rows.filter(|cells| cells.get(1) == Some(&cell.as_str())).find_map(|cells| cells.get(2).copied());
        let levels = row.unwrap_or_default().split('→').enumerate();
        let names = levels.flat_map(|(level, names)| {
            let names = names.split(',').map(|name| name.trim().trim_matches('`'));
            names.filter(|name| !name.is_empty()).map(move |name| (name.to_owned(), level))
        });
        Self { levels: names.collect() }
    }

    /// Whether the table does not have the package.
    pub(super) fn is_empty(&self) -> bool {
        self.levels.is_empty()
    }

    /// The arrows against the order, circles of folders on one level, and what only one of the table and the package has.
    pub(super) fn findings(&self, package: &Package, edges: &[Edge]) -> Vec<String> {
        let folder = |file: usize| package.files[file].module.first();
        let folders: BTreeSet<_> = (0..package.files.len()).filter_map(folder).collect();
        let unknown = folders.iter().filter(|name| !self.levels.contains_key(**name));
        let gone = self.levels.keys().filter(|name| !folders.contains(name));
        let mut findings: Vec<_> = unknown.map(|name| format!("`{name}` is not in the table")).collect();
        findings.extend(gone.map(|name| format!("`{name}` is in the table, but not in the package")));
        let position = |name: &String| folders.iter().position(|other| *other == name);
        let mut beside = Vec::new();
        for edge in edges {
            let (Some(from), Some(to)) = (folder(edge.from), folder(edge.to)) else { continue };
            let (Some(above), Some(below)) = (self.levels.get(from), self.levels.get(to)) else { continue };
            if above > below {
                findings.push(arrow(package, edge, "against the order"));
            }
            if let (Some(from), Some(to), true) = (position(from), position(to), above == below && from != to) {
                beside.push((edge, Edge { from, to, line: edge.line }));
            }
        }
        let between: Vec<_> = beside.iter().map(|(_, edge)| Edge { ..*edge }).collect();
        let rings = cycle::rings(folders.len(), &between);
        for (edge, between) in beside {
            if rings.iter().any(|ring| ring.contains(&between.from) && ring.contains(&between.to)) {
                findings.push(arrow(package, edge, "and is used by it"));
            }
        }
        findings
    }
}

fn arrow(package: &Package, edge: &Edge, why: &str) -> String {
    let (from, to) = (&package.files[edge.from], &package.files[edge.to]);
    format!("{}:{}: uses {}, {why}", from.path, edge.line, to.path)
}
