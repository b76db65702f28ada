//! The arrows between the files of a package. May import: `module`.

use std::collections::BTreeMap;

use super::module::Package;

/// One file uses another.
pub(super) struct Edge {
    /// The file that uses.
    pub(super) from: usize,
    /// The file that is used.
    pub(super) to: usize,
    /// The first line where it does.
    pub(super) line: usize,
}

/// All arrows. A name is followed through re-exports to the file that declares it.
pub(super) fn all(package: &Package) -> Vec<Edge> {
    let mut lines = BTreeMap::new();
    for (from, file) in package.files.iter().enumerate() {
        for reference in &file.references {
            // A module that is brought in is used where a path begins with it.
            if reference.is_import && package.is_module(&reference.module, &reference.path) {
                continue;
            }
            let target = package.file_of(&reference.module, &reference.path).filter(|to| *to != from);
            if let Some(to) = target {
                lines.entry((from, to)).or_insert(reference.line);
            }
        }
    }
    lines.into_iter().map(|((from, to), line)| Edge { from, to, line }).collect()
}
