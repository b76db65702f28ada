//! The values in patch operations: each check of a value has examples, and without the check one of them is judged
//! otherwise.

use apigw_spec::rule::{PatchRow, PatchTable, PatchedMember, Rule, RuleSet, ValueCheck};
use apigw_spec::{Kind, Shape, Structure};
use serde_json::{Map, Value as Json, json};

use crate::examples::expanded;
use crate::patch::{tables, update};
use crate::{cases, judge};

/// A patch operation with what is around it.
struct Example {
    patch: Json,
    context: Map<String, Json>,
    is_fine: bool,
}

impl Example {
    fn path(&self) -> &str {
        self.patch["path"].as_str().expect("a path")
    }

    /// What is found in an update of that shape.
    fn judged(&self, shape: &Shape) -> Vec<(&'static str, String)> {
        let found = judge(shape, &update(shape, &self.patch), &self.context);
        found.iter().map(|violation| (violation.rule, violation.to_string())).collect()
    }
}

/// The examples of one update. In a `copy`, the values are where the value comes from; `null` stands for no value.
fn examples(file: &Json, operation: &str) -> Vec<Example> {
    let mut examples = Vec::new();
    for entry in file[operation].as_array().into_iter().flatten() {
        let op = entry["op"].as_str().unwrap_or("replace");
        let part = if op == "copy" { "from" } else { "value" };
        let context = entry["context"].as_object().cloned().unwrap_or_default();
        for (key, is_fine) in [("fine", true), ("wrong", false)] {
            for value in entry[key].as_array().into_iter().flatten() {
                let mut patch = json!({ "op": op, "path": entry["path"] });
                if !value.is_null() {
                    patch[part] = expanded(value);
                }
                examples.push(Example { patch, context: context.clone(), is_fine });
            }
        }
    }
    examples
}

#[test]
fn values_are_judged_as_the_examples_say() {
    let (file, mut wrong) = (cases("patch-values.json"), Vec::new());
    for (operation, _) in tables() {
        for example in examples(&file, operation.name) {
            let found = example.judged(operation.input.shape());
            if found.len() != usize::from(!example.is_fine) {
                wrong.push(format!("{} {}: {found:?}", operation.name, example.patch));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// A table with one check less, and which.
struct Mutant {
    row: &'static PatchRow,
    missing: String,
    table: &'static PatchTable,
}

#[test]
fn no_check_of_a_value_is_without_an_example() {
    let (file, mut unseen) = (cases("patch-values.json"), Vec::new());
    for (operation, table) in tables() {
        let shape = operation.input.shape();
        let examples = examples(&file, operation.name);
        for mutant in mutants_of(table) {
            let changed = with_table(shape, mutant.table);
            let mut fitting = examples.iter().filter(|example| mutant.row.fits(example.path()));
            if !fitting.any(|example| example.judged(&changed) != example.judged(shape)) {
                unseen.push(format!("{} {}: {}", operation.name, mutant.row.path, mutant.missing));
            }
        }
    }
    assert!(unseen.is_empty(), "add an example to tests/cases/patch-values.json for:\n{}", unseen.join("\n"));
}

fn mutants_of(table: &'static PatchTable) -> Vec<Mutant> {
    let mut mutants = Vec::new();
    for (index, row) in table.rows.iter().enumerate() {
        let mut add = |missing: String, changed: PatchRow| {
            let mut rows = table.rows.to_vec();
            rows[index] = changed;
            let table = PatchTable { rows: rows.leak(), ..*table };
            mutants.push(Mutant { row, missing, table: Box::leak(Box::new(table)) });
        };
        for (missing, value) in weaker(row.value) {
            add(missing, PatchRow { value, ..*row });
        }
        for (at, also) in row.also.iter().enumerate() {
            for (missing, check) in weaker(also.check) {
                let mut list = row.also.to_vec();
                list[at].check = check;
                add(missing, PatchRow { also: list.leak(), ..*row });
            }
        }
        if !row.needs.is_empty() {
            add("needs a value".to_owned(), PatchRow { needs: &[], ..*row });
        }
        if !row.from.is_empty() {
            add(format!("copies from {:?}", row.from), PatchRow { from: &[], ..*row });
        }
    }
    mutants
}

/// The check with one part less, for each part.
fn weaker(check: ValueCheck) -> Vec<(String, ValueCheck)> {
    match check {
        ValueCheck::Any => Vec::new(),
        ValueCheck::Member(member) => {
            let mut weaker = Vec::new();
            if !member.values.is_empty() {
                let less = PatchedMember { values: &[], ..*member };
                weaker.push((member.enumeration.to_owned(), less));
            }
            for rule in member.rules {
                let rules: Vec<Rule> = member.rules.iter().filter(|other| other.id != rule.id).copied().collect();
                weaker.push((rule.id.to_owned(), PatchedMember { rules: rules.leak(), ..*member }));
            }
            weaker.into_iter().map(|(name, less)| (name, ValueCheck::Member(Box::leak(Box::new(less))))).collect()
        }
        other => vec![(format!("{other:?}"), ValueCheck::Any)],
    }
}

/// The shape with another patch table.
fn with_table(shape: &Shape, table: &'static PatchTable) -> Shape {
    let structure = shape.structure();
    let patch = Some(table);
    let rules: &'static RuleSet = Box::leak(Box::new(RuleSet { patch, ..*structure.rules }));
    Shape { id: shape.id, kind: Kind::Structure(Structure { rules, ..structure }) }
}
