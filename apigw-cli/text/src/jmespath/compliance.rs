//! The public compliance suite of `JMESPath`, every case of it; see `tests/jmespath/README.md`.

use std::fs;
use std::path::Path;

use super::Query;
use crate::document::{Document, Map};
use crate::json;
use crate::python::json::{Maps, read};

/// A case with the value that its group searches.
struct Case {
    place: String,
    given: Document,
    said: Map,
}

impl Case {
    fn expression(&self) -> &str {
        self.said.get("expression").and_then(Document::text).expect("an expression")
    }

    fn outcome(&self) -> Result<Document, String> {
        Query::compile(self.expression())?.search(&self.given)
    }

    /// What differs from what the case demands: a result, an error, or no more than that there is none.
    fn difference(&self) -> Option<String> {
        let outcome = self.outcome();
        let is_right = match (self.said.get("result"), self.said.get("error"), &outcome) {
            (Some(wanted), None, Ok(found)) => is_same(wanted, found),
            (None, Some(_), Err(_)) => true,
            (None, None, Ok(_)) => self.said.contains("bench"),
            _ => false,
        };
        let shown = |value: &Document| json::compact(value);
        (!is_right).then(|| {
            let wanted = self.said.get("result").or_else(|| self.said.get("error")).map(shown);
            let found = outcome.as_ref().map(shown);
            format!("{}: {}\n    wanted {wanted:?}\n    found  {found:?}", self.place, self.expression())
        })
    }
}

/// Equality of JSON: keys have no order, and a number has one value however it is written.
#[expect(clippy::cast_precision_loss, clippy::float_cmp, reason = "the numbers of the suite are small and exact")]
fn is_same(left: &Document, right: &Document) -> bool {
    match (left, right) {
        (Document::List(left), Document::List(right)) => {
            left.len() == right.len() && left.iter().zip(right).all(|(left, right)| is_same(left, right))
        }
        (Document::Map(left), Document::Map(right)) => {
            let has_same = |(key, left): (&str, &Document)| right.get(key).is_some_and(|right| is_same(left, right));
            left.iter().count() == right.iter().count() && left.iter().all(has_same)
        }
        (Document::Integer(whole), Document::Double(real)) | (Document::Double(real), Document::Integer(whole)) => {
            *whole as f64 == *real
        }
        _ => left == right,
    }
}

fn cases() -> Vec<Case> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/jmespath");
    let mut cases = Vec::new();
    let entries = fs::read_dir(&folder).expect("the suite");
    for path in entries
        .map(|entry| entry.expect("a file").path())
        .filter(|path| path.extension().is_some_and(|end| end == "json"))
    {
        let name = path.file_name().and_then(|name| name.to_str()).expect("a name").to_owned();
        let text = fs::read_to_string(&path).expect("text");
        let Ok(Document::List(groups)) = read(&text, Maps::Plain) else { panic!("{name} is no JSON array") };
        for (number, group) in groups.iter().filter_map(Document::map).enumerate() {
            let given = group.get("given").expect("a value to search");
            let Some(Document::List(list)) = group.get("cases") else { panic!("{name}: group {number} has no cases") };
            cases.extend(list.iter().filter_map(Document::map).map(|case| Case {
                place: format!("{name}, group {number}"),
                given: given.clone(),
                said: case.clone(),
            }));
        }
    }
    cases
}

#[test]
fn every_case_of_the_suite_has_its_result() {
    let cases = cases();
    assert!(cases.len() > 850, "only {} cases were found", cases.len());
    let differences: Vec<String> = cases.iter().filter_map(Case::difference).collect();
    assert!(differences.is_empty(), "{} of {} differ:\n  {}", differences.len(), cases.len(), differences.join("\n  "));
}
