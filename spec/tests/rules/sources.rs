//! The evidence of every rule points to something that a reader can look up.

use std::collections::BTreeMap;

use apigw_spec::builtin;
use serde_json::Value as Json;

/// A rule or refusal: its severity, evidence, source and what AWS answers.
struct Claim<'a> {
    evidence: &'a str,
    source: &'a str,
    aws: Option<&'a str>,
}

/// Every object of the rules file that names a source.
fn claims<'a>(json: &'a Json, found: &mut Vec<Claim<'a>>) {
    if let Some(source) = json["source"].as_str() {
        let evidence = json["evidence"].as_str().expect("a source belongs to a class of evidence");
        found.push(Claim { evidence, source, aws: json["aws"].as_str() });
    }

    match json {
        Json::Object(members) => members.values().for_each(|value| claims(value, found)),
        Json::Array(items) => items.iter().for_each(|value| claims(value, found)),
        _ => {}
    }
}

/// The case that `tests/cases/FILE.json#ID` names.
pub(crate) fn recorded<'a>(source: &str, files: &'a mut BTreeMap<String, Json>) -> Option<&'a Json> {
    let (file, id) = source.strip_prefix("tests/cases/")?.split_once('#')?;
    let file = files.entry(file.to_owned()).or_insert_with(|| crate::cases(file));
    file["cases"].as_array()?.iter().find(|case| case["id"] == id)
}

/// Whether the words of `part` are found in `text`, in this order: a message names what differs from call to call.
fn has_words(text: &str, part: &str) -> bool {
    let mut rest = text;
    let mut words = part.split(' ').map(|word| word.trim_end_matches([',', '.']));
    words.all(|word| match rest.split_once(word) {
        Some((_, after)) => {
            rest = after;
            true
        }
        None => false,
    })
}

#[test]
fn a_source_is_a_public_page_or_a_recorded_case() {
    let rules: Json = serde_json::from_str(builtin::RULES).expect("the rules are JSON");
    let mut found = Vec::new();
    claims(&rules, &mut found);
    assert!(found.len() > 300, "{} sources", found.len());

    let mut files = BTreeMap::new();
    let mut wrong = Vec::new();
    for Claim { evidence, source, aws } in found {
        let is_page = source.starts_with("https://") && !source.contains(char::is_whitespace);
        let case = recorded(source, &mut files);
        if !is_page && case.is_none() {
            wrong.push(format!("`{source}` is neither a page nor a recorded case"));
        }

        let answer = case.and_then(|case| case["message"].as_str());
        if let (Some(answer), Some(aws), "observed") = (answer, aws, evidence)
            && !has_words(answer, aws)
        {
            wrong.push(format!("`{source}` records `{answer}`, not `{aws}`"));
        }
    }

    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
