//! The module graph of each package: files without cycles, and folders one way, in the order that
//! `.github/ARCHITECTURE.md` gives. May import: the sources of the workspace.

mod cycle;
mod edges;
mod module;
mod order;
mod paths;

use std::collections::BTreeSet;

use crate::none;
use crate::source::{Source, root, sources};
use edges::Edge;
use module::Package;
use order::Order;

/// The guide whose table gives the order of the folders.
const GUIDE: &str = ".github/ARCHITECTURE.md";

/// What is wrong with one package.
struct Findings {
    /// One line for each arrow between files in a cycle.
    cycles: Vec<String>,
    /// How many files are in cycles.
    files_in_cycles: usize,
    /// One line for each arrow against the order, and for each folder that the order does not have.
    order: Vec<String>,
}

/// Checks the files of one package.
fn check(package: &str, sources: &[&Source], order: &Order) -> Findings {
    let package = Package::read(package, sources);
    let edges = edges::all(&package);
    let rings = cycle::rings(package.files.len(), &edges);
    let in_ring = |edge: &&Edge| rings.iter().any(|ring| ring.contains(&edge.from) && ring.contains(&edge.to));
    let arrow = |edge: &Edge| {
        let (from, to) = (&package.files[edge.from], &package.files[edge.to]);
        format!("{}:{}: uses {}", from.path, edge.line, to.path)
    };
    Findings {
        cycles: edges.iter().filter(in_ring).map(arrow).collect(),
        files_in_cycles: rings.iter().map(BTreeSet::len).sum(),
        order: order.findings(&package, &edges),
    }
}

/// The packages of the workspace that the table must have: each with its files.
fn packages() -> Vec<(String, Vec<&'static Source>)> {
    let manifests = sources().iter().filter_map(|source| source.path.strip_suffix("/src/lib.rs"));
    let names = manifests.filter(|name| !name.starts_with("tests"));
    let files = |name: &str| {
        let prefix = format!("{name}/src/");
        sources().iter().filter(|source| source.path.starts_with(&prefix) && !source.is_test()).collect()
    };
    names.map(|name| (name.to_owned(), files(name))).collect()
}

#[test]
fn modules_depend_on_each_other_one_way() {
    let guide = std::fs::read_to_string(root().join(GUIDE)).expect("the guide");
    let mut findings = Vec::new();
    for (package, files) in packages() {
        let order = Order::read(&guide, &package);
        if order.is_empty() && files.len() > 1 {
            findings.push(format!("{GUIDE}: the table has no order for `{package}`"));
            continue;
        }
        let found = check(&package, &files, &order);
        let (cycles, arrows, public) = (found.files_in_cycles, found.order.len(), public_items(&files));
        println!(
            "{package}: {} files, {cycles} in cycles; {arrows} against the order; {public} public items",
            files.len()
        );
        findings.extend(found.cycles.into_iter().chain(found.order));
    }
    none(&findings, &format!("modules depend on each other in a circle, or against the order in {GUIDE}"));
}

/// How many items, fields aside, the files declare with `pub`, which may be more than the package exports.
fn public_items(files: &[&Source]) -> usize {
    let kinds = ["fn", "const", "static", "struct", "enum", "trait", "type", "mod", "use", "async", "union"];
    let lines = files.iter().flat_map(|file| file.text.lines());
    let heads = lines.filter_map(|line| line.trim_start().strip_prefix("pub "));
    heads.filter(|head| head.split(' ').next().is_some_and(|kind| kinds.contains(&kind))).count()
}

/// A package of three folders in the order `upper → middle, beside → lower`.
fn sample(changed: &str, text: &str) -> Findings {
    let files = [
        ("lib.rs", "mod upper; mod middle; mod beside; mod lower;"),
        ("upper.rs", "use crate::middle::Part; fn f() { crate::lower::g(); }"),
        ("middle/mod.rs", "mod part; pub(crate) use part::Part;"),
        ("middle/part.rs", "pub(crate) struct Part;"),
        ("beside.rs", ""),
        ("lower.rs", "pub(crate) fn g() {}"),
    ];
    let files = files.map(|(path, kept)| {
        let text = if path == changed { text } else { kept };
        Source { path: format!("sample/src/{path}"), text: text.to_owned() }
    });
    let table = "| Package | Order |\n|---|---|\n| `sample` | `upper` → `middle`, `beside` → `lower` |\n";
    check("sample", &files.iter().collect::<Vec<_>>(), &Order::read(table, "sample"))
}

#[test]
fn an_arrow_against_the_order_is_found() {
    let right = sample("", "");
    assert_eq!((right.cycles, right.order), (vec![], vec![]));

    let up = sample("lower.rs", "use crate::middle::Part; pub(crate) fn g(_: Part) {}");
    assert_eq!(up.order, ["sample/src/lower.rs:1: uses sample/src/middle/part.rs, against the order"]);
    assert_eq!(up.files_in_cycles, 0);

    let path = sample("lower.rs", "pub(crate) fn g() {\n    println!(\"{}\", crate::beside::f());\n}");
    assert_eq!(path.order, ["sample/src/lower.rs:2: uses sample/src/beside.rs, against the order"]);

    let unknown = sample("lib.rs", "mod upper; mod middle; mod beside; mod lower; mod other { }");
    assert_eq!(unknown.order, Vec::<String>::new(), "a module inside of the root is no folder");
}

#[test]
fn a_cycle_is_found() {
    let ring = sample("middle/part.rs", "use crate::upper::f; pub(crate) struct Part;");
    let arrows = [
        "sample/src/upper.rs:1: uses sample/src/middle/part.rs",
        "sample/src/middle/part.rs:1: uses sample/src/upper.rs",
    ];
    assert_eq!((ring.cycles, ring.files_in_cycles), (arrows.map(ToOwned::to_owned).to_vec(), 2));

    let test = "#[cfg(test)] mod tests { use crate::upper::f; } pub(crate) struct Part;";
    assert_eq!(sample("middle/part.rs", test).files_in_cycles, 0, "tests may use everything");
}
