//! Reads YAML 1.2 with the safe types of the AWS CLI's reader: `yes` is a string, `0x10` is 16, dates are dates.

use std::collections::HashMap;

use saphyr_parser::{Event, Parser, ScalarStyle, Tag};

use crate::base64;
use crate::document::{Document, Map};
use crate::python::repr;
use crate::yaml::resolve::resolve;

/// How many values a document may have once aliases are expanded, so that a few lines cannot exhaust the memory.
const MAX_VALUES: usize = 1_000_000;
/// How many bytes their strings may have then.
const MAX_BYTES: usize = 256 << 20;
/// How deep values may be nested.
const MAX_DEPTH: usize = 200;

/// Reads the one document of a file; an empty file is null. `None` if the YAML is malformed.
pub fn read(text: &str) -> Option<Document> {
    let mut reader = YamlReader { events: Parser::new_from_str(text), anchors: HashMap::new(), size: 0, bytes: 0 };
    let mut document = None;
    loop {
        match reader.next()? {
            Event::StreamStart | Event::DocumentEnd | Event::DocumentStart(_) => {}
            Event::StreamEnd => return Some(document.unwrap_or(Document::Null)),
            event if document.is_none() => document = Some(reader.value(event, 0)?),
            _ => return None,
        }
    }
}

struct YamlReader<'t> {
    events: Parser<'t, saphyr_parser::StrInput<'t>>,
    anchors: HashMap<usize, Document>,
    size: usize,
    bytes: usize,
}

impl<'t> YamlReader<'t> {
    fn next(&mut self) -> Option<Event<'t>> {
        let (event, _) = self.events.next()?.ok()?;
        Some(event)
    }

    fn value(&mut self, event: Event<'t>, depth: usize) -> Option<Document> {
        self.size += 1;
        if depth > MAX_DEPTH || self.size > MAX_VALUES {
            return None;
        }
        let (anchor, value) = match event {
            Event::Alias(anchor) => {
                let value = self.anchors.get(&anchor)?;
                self.size += size(value);
                self.bytes = self.bytes.saturating_add(bytes(value));
                if self.size > MAX_VALUES || self.bytes > MAX_BYTES {
                    return None;
                }
                return Some(value.clone());
            }
            Event::Scalar(text, style, anchor, tag) => (anchor, scalar(&text, style, tag.as_deref())?),
            Event::SequenceStart(anchor, _) => (anchor, self.list(depth)?),
            Event::MappingStart(anchor, _) => (anchor, self.map(depth)?),
            _ => return None,
        };
        if anchor > 0 {
            self.anchors.insert(anchor, value.clone());
        }
        Some(value)
    }

    fn list(&mut self, depth: usize) -> Option<Document> {
        let mut items = Vec::new();
        loop {
            match self.next()? {
                Event::SequenceEnd => return Some(Document::List(items)),
                event => items.push(self.value(event, depth + 1)?),
            }
        }
    }

    fn map(&mut self, depth: usize) -> Option<Document> {
        let mut map = Map::new();
        let mut merged = Vec::new();

        loop {
            let event = self.next()?;
            if event == Event::MappingEnd {
                break;
            }
            let is_merge = matches!(&event, Event::Scalar(text, ScalarStyle::Plain, _, None) if text == "<<");
            let key = self.value(event, depth + 1)?;
            let following = self.next()?;
            let value = self.value(following, depth + 1)?;
            if is_merge {
                merged.push(value);
                continue;
            }
            let key = if key.is_scalar() { repr::plain(&key) } else { return None };
            if map.contains(&key) {
                return None;
            }
            map.insert(key, value);
        }

        for source in merged {
            merge(&mut map, source)?;
        }
        Some(Document::Map(map))
    }
}

/// Merges the value of a merge key (`<<`); existing keys win.
fn merge(map: &mut Map, source: Document) -> Option<()> {
    match source {
        Document::Map(source) => {
            for (key, value) in source.into_entries() {
                if !map.contains(&key) {
                    map.insert(key, value);
                }
            }
            Some(())
        }
        Document::List(sources) => sources.into_iter().try_for_each(|source| merge(map, source)),
        _ => None,
    }
}

fn size(value: &Document) -> usize {
    match value {
        Document::List(items) => 1 + items.iter().map(size).sum::<usize>(),
        Document::Map(map) => 1 + map.iter().map(|(_, value)| size(value)).sum::<usize>(),
        _ => 1,
    }
}

/// How many bytes the strings and keys of a value have.
fn bytes(value: &Document) -> usize {
    match value {
        Document::List(items) => items.iter().map(bytes).sum(),
        Document::Map(map) => map.iter().map(|(key, value)| key.len() + bytes(value)).sum(),
        Document::Text(text) => text.len(),
        Document::Bytes(bytes) => bytes.len(),
        _ => 0,
    }
}

fn scalar(text: &str, style: ScalarStyle, tag: Option<&Tag>) -> Option<Document> {
    match tag {
        None if style == ScalarStyle::Plain => Some(resolve(text)),
        None => Some(Document::from(text)),
        Some(tag) if tag.handle == "!" && tag.suffix.is_empty() => Some(Document::from(text)),
        Some(tag) if tag.is_yaml_core_schema() => match tag.suffix.as_str() {
            "str" => Some(Document::from(text)),
            "binary" => base64::decode(text).map(Document::Bytes),
            "float" => match resolve(text) {
                #[expect(clippy::cast_precision_loss, reason = "the document asks for it")]
                Document::Integer(value) => Some(Document::Double(value as f64)),
                value => Some(value),
            },
            "int" | "bool" | "null" | "timestamp" => Some(resolve(text)),
            _ => None,
        },
        Some(_) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::read;
    use crate::python::json::{self, Maps};
    use crate::python::repr;

    fn shown(text: &str) -> Option<String> {
        read(text).map(|value| repr::quoted(&value))
    }

    #[test]
    fn scalars_are_resolved_by_version_1_2() {
        let cases = [
            ("[yes, on, 'true', true, False, ~, null]", "['yes', 'on', 'true', True, False, None, None]"),
            ("[0x10, 0o17, 010, 1_000, +5, -0b11]", "[16, 15, 10, 1000, 5, -3]"),
            ("[1.5, .5, 1e3, -.inf, 1.2.3, 12:30:45]", "[1.5, 0.5, 1000.0, -inf, '1.2.3', '12:30:45']"),
            ("[2020-01-02, '2020-01-02', 2020-1-2]", "[datetime.date(2020, 1, 2), '2020-01-02', '2020-1-2']"),
            ("!!binary aGk=", "b'hi'"),
            ("[!!str 1, !!float 1]", "['1', 1.0]"),
        ];
        for (text, expected) in cases {
            assert_eq!(shown(text).as_deref(), Some(expected), "{text}");
        }
    }

    #[test]
    fn anchors_and_merges_are_followed() {
        let text = "base: &b {x: 1, y: 2}\nmore: {<<: *b, y: 3}\nlist: [*b]\n";
        let expected = "{'base': {'x': 1, 'y': 2}, 'more': {'y': 3, 'x': 1}, 'list': [{'x': 1, 'y': 2}]}";
        assert_eq!(shown(text).as_deref(), Some(expected));
    }

    #[test]
    fn json_is_yaml() {
        let text = "{\"a\": [1, 2.5, \"x\\u00e9\"], \"b\": {}}";
        assert_eq!(read(text), json::read(text, Maps::Plain).ok());
    }

    #[test]
    fn malformed_documents_are_refused() {
        for text in ["a: [", "a: 1\na: 2", "--- 1\n--- 2", "!custom x", "*nowhere", "\t- x: ["] {
            assert_eq!(read(text), None, "{text}");
        }
        assert_eq!(shown("").as_deref(), Some("None"));
    }

    #[test]
    fn aliases_cannot_fill_the_memory() {
        let mut text = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n".to_owned();
        for level in 1..12 {
            let items = vec![format!("*a{}", level - 1); 9].join(", ");
            text = format!("{text}a{level}: &a{level} [{items}]\n");
        }
        assert_eq!(read(&text), None);

        // Few values, each long.
        let long = "x".repeat(1 << 20);
        for text in [
            format!("s: &s \"{long}\"\nl: [{}]", "*s, ".repeat(5000)),
            format!("s: &s {{\"{long}\": 1}}\nl: [{}]", "*s, ".repeat(5000)),
            format!("s: &s !!binary \"{}\"\nl: [{}]", "eHh4".repeat(1 << 18), "*s, ".repeat(5000)),
        ] {
            assert_eq!(read(&text), None);
        }
    }
}
