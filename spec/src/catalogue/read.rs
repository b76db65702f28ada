//! The file of the catalogue, read.

use std::collections::HashMap;

use serde_json::{Map, Value};

use super::entry::{KnownError, Surface};
use super::known::Catalogue;
use super::pattern::TextPattern;

/// Reads a catalogue. A problem names the entry.
pub(super) fn read(text: &str) -> Result<Catalogue, String> {
    let file: Value = serde_json::from_str(text).map_err(|error| error.to_string())?;
    let list = file.get("errors").and_then(Value::as_array).ok_or("expected a list `errors`")?;
    let errors: Vec<KnownError> = list.iter().map(error).collect::<Result<_, _>>()?;

    let mut frequencies: HashMap<String, usize> = HashMap::new();
    for error in &errors {
        let mut all: Vec<String> = error.patterns.iter().flat_map(|pattern| pattern.words.iter().cloned()).collect();
        all.sort_unstable();
        all.dedup();
        for word in all {
            *frequencies.entry(word).or_default() += 1;
        }
    }
    let operations = errors.iter().flat_map(|error| &error.operations).map(|name| name.to_lowercase()).collect();
    Ok(Catalogue { errors, frequencies, operations })
}

fn error(value: &Value) -> Result<KnownError, String> {
    let map = value.as_object().ok_or("expected an object in `errors`")?;
    let id = string(map, "id").ok_or("expected an `id`")?;
    let missing = |name: &str| format!("{id}: expected `{name}`");
    let surface = string(map, "surface").and_then(|word| Surface::from_word(&word));
    let texts = strings(map, "texts");
    if texts.is_empty() {
        return Err(missing("texts"));
    }

    Ok(KnownError {
        surface: surface.ok_or_else(|| missing("surface"))?,
        code: string(map, "code"),
        status: map.get("status").and_then(Value::as_u64).and_then(|status| u16::try_from(status).ok()),
        operations: strings(map, "operations"),
        cause: string(map, "cause").ok_or_else(|| missing("cause"))?,
        cure: string(map, "cure").ok_or_else(|| missing("cure"))?,
        rules: strings(map, "rules"),
        evidence: strings(map, "evidence"),
        patterns: texts.iter().map(|text| TextPattern::new(text)).collect(),
        texts,
        id,
    })
}

fn string(map: &Map<String, Value>, name: &str) -> Option<String> {
    map.get(name).and_then(Value::as_str).map(str::to_owned)
}

fn strings(map: &Map<String, Value>, name: &str) -> Vec<String> {
    let items = map.get(name).and_then(Value::as_array).into_iter().flatten();
    items.filter_map(Value::as_str).map(str::to_owned).collect()
}
