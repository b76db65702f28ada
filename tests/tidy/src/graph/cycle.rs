//! Files that use each other in a circle. May import: `edges`.

use std::collections::BTreeSet;

use super::edges::Edge;

/// The sets of files that can all reach each other, each of two files or more.
pub(super) fn rings(files: usize, edges: &[Edge]) -> Vec<BTreeSet<usize>> {
    let reach: Vec<_> = (0..files).map(|start| reachable(start, edges)).collect();
    let mut rings: Vec<BTreeSet<usize>> = Vec::new();
    for file in 0..files {
        if !reach[file].contains(&file) || rings.iter().any(|ring| ring.contains(&file)) {
            continue;
        }
        rings.push(reach[file].iter().copied().filter(|other| reach[*other].contains(&file)).collect());
    }
    rings
}

/// What can be reached from a file, itself only if a circle leads back.
fn reachable(start: usize, edges: &[Edge]) -> BTreeSet<usize> {
    let mut found = BTreeSet::new();
    let mut next = vec![start];
    while let Some(file) = next.pop() {
        let targets = edges.iter().filter(|edge| edge.from == file).map(|edge| edge.to);
        next.extend(targets.filter(|target| found.insert(*target)));
    }
    found
}
