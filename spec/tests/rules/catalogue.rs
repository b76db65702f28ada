//! The catalogue of AWS's texts: every rule's text is in it, every entry can be found and looked up.

use std::collections::{BTreeMap, BTreeSet};

use apigw_spec::catalogue::{Catalogue, Certainty, catalogue};
use apigw_spec::rule::{PatchRow, Refusal, Rule, builtin};

use crate::spec;

fn known() -> &'static Catalogue {
    catalogue().unwrap_or_else(|problem| panic!("{problem}"))
}

fn rules() -> Vec<&'static Rule> {
    spec().shapes.iter().flat_map(|shape| shape.structure().rules.rules).collect()
}

/// The answers that patch tables quote.
fn refusals() -> Vec<&'static str> {
    let tables = spec().shapes.iter().filter_map(|shape| shape.structure().rules.patch);
    let rows = |row: &PatchRow| {
        let current = row.current.map(|current| current.refusal);
        [Some(row.refusal), Some(row.value_refusal), current]
    };
    let refusals = tables.flat_map(move |table| {
        table.rows.iter().flat_map(rows).flatten().chain([table.otherwise, table.pathless]).collect::<Vec<Refusal>>()
    });
    refusals.filter_map(|refusal| refusal.message).collect()
}

#[test]
fn every_text_of_a_rule_is_in_the_catalogue() {
    let texts = rules().into_iter().filter_map(|rule| Some((rule.id, rule.message?)));
    let texts: Vec<_> = texts.chain(refusals().into_iter().map(|text| ("a patch table", text))).collect();
    assert!(texts.len() > 150, "{}", texts.len());

    let is_known = |text: &str| {
        let found = known().recognize(text);
        found.first().is_some_and(|found| found.certainty != Certainty::Similar)
    };
    let wrong: Vec<_> = texts.into_iter().filter(|(_, text)| !is_known(text)).collect();
    let advice = "add an entry to spec/models/api-gateway.errors.json, or correct the text of the rule";
    assert!(wrong.is_empty(), "{advice}: {wrong:#?}");
}

#[test]
fn no_entry_contradicts_a_rule() {
    let rules = rules();
    for error in &known().errors {
        for id in &error.rules {
            let of_id: Vec<_> = rules.iter().filter(|rule| rule.id == id).collect();
            assert!(!of_id.is_empty() || builtin::ALL.contains(&id.as_str()), "{}: no rule {id}", error.id);
            for rule in of_id {
                let quoted = known().prevented(rule.id, rule.message);
                let quoted = quoted.map(|error| error.id.as_str());
                assert_eq!(quoted, Some(error.id.as_str()), "{id} quotes {:?}", rule.message);
            }
        }
    }
}

/// A run-time failure that a rule warns of is one that people see somewhere.
#[test]
fn every_finding_without_a_rule_is_explained() {
    for id in [builtin::ENUM, builtin::PATTERN, builtin::TYPE, builtin::REQUIRED] {
        assert!(known().prevented(id, None).is_some(), "{id}");
    }
}

#[test]
fn every_text_finds_its_entry_first() {
    let mut wrong = Vec::new();
    for error in &known().errors {
        for text in &error.texts {
            let found = known().recognize(text);
            let first = found.first().map(|found| found.error.id.as_str());
            if first != Some(error.id.as_str()) {
                wrong.push(format!("`{text}` of {} finds {first:?}", error.id));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn entries_are_complete() {
    let (mut ids, mut files) = (BTreeSet::new(), BTreeMap::new());
    for error in &known().errors {
        let id = &error.id;
        assert!(ids.insert(id), "{id} is there twice");
        assert!(error.operations.iter().all(|name| spec().operation(name).is_some()), "{id}: {:?}", error.operations);
        assert!(!error.evidence.is_empty(), "{id} has no evidence");
        for source in &error.evidence {
            let is_page = source.starts_with("https://") && !source.contains(char::is_whitespace);
            assert!(is_page || crate::sources::recorded(source, &mut files).is_some(), "{id}: `{source}`");
        }
        for text in [error.in_general().cause(), error.in_general().cure()] {
            assert!(!text.ends_with(['.', ' ']) && !text.is_empty(), "{id}: {text}");
        }
    }
    assert!(ids.len() > 200, "{}", ids.len());
}
