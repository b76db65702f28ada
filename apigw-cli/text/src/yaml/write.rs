//! Block YAML with sorted keys, quoted and folded as the AWS CLI's library quotes and folds.

use crate::document::{Document, Map};
use crate::json;
use crate::python::repr;
use crate::yaml::emitter::Emitter;
use crate::yaml::resolve::resolve;
use crate::yaml::scalar::{Analysis, ScalarStyle};

/// Writes a value as block YAML that ends with a line break. A scalar at the top is written as JSON.
pub fn block(value: &Document) -> String {
    let mut emitter = Emitter::default();
    match value {
        Document::List(_) | Document::Map(_) => emitter.top(value),
        scalar => {
            emitter.put(&json::pretty(scalar));
            emitter.put("\n");
        }
    }
    emitter.out
}

/// The longest key that stands before a colon on its line.
const MAX_KEY_LEN: usize = 128;

impl Emitter {
    fn top(&mut self, value: &Document) {
        match value {
            Document::List(items) if !items.is_empty() => self.list(items, 0),
            Document::Map(map) if !map.is_empty() => self.map(map, 0),
            value => {
                self.inline(value, 0);
                self.put("\n");
            }
        }
    }

    /// Writes the items of a list, the first at the current position.
    fn list(&mut self, items: &[Document], indent: usize) {
        for (index, item) in items.iter().enumerate() {
            if index > 0 {
                self.put(&" ".repeat(indent));
            }
            self.put("-");
            match item {
                Document::List(items) if !items.is_empty() => {
                    self.put(" ");
                    self.list(items, indent + 2);
                }
                Document::Map(map) if !map.is_empty() => {
                    self.put(" ");
                    self.map(map, indent + 2);
                }
                value => {
                    self.put(" ");
                    self.inline(value, indent + 2);
                    self.put("\n");
                }
            }
        }
    }

    /// Writes the entries of a map, the first at the current position.
    fn map(&mut self, map: &Map, indent: usize) {
        for (index, (key, value)) in map.sorted().into_iter().enumerate() {
            if index > 0 {
                self.put(&" ".repeat(indent));
            }

            let analysis = Analysis::new(key);
            let is_simple = !key.is_empty() && !analysis.is_multiline && key.chars().count() < MAX_KEY_LEN;
            if is_simple {
                self.text(key, indent + 2, ScalarPosition::Key);
            } else {
                self.put("? ");
                self.text(key, indent + 2, ScalarPosition::Value);
                self.line(indent);
            }

            self.put(":");
            match value {
                Document::List(items) if !items.is_empty() => {
                    self.line(indent);
                    self.list(items, indent);
                }
                Document::Map(map) if !map.is_empty() => {
                    self.line(indent + 2);
                    self.map(map, indent + 2);
                }
                value => {
                    self.put(" ");
                    self.inline(value, indent + 2);
                    self.put("\n");
                }
            }
        }
    }

    /// Writes a value after a dash or a colon; `indent` is that of continuation lines.
    fn inline(&mut self, value: &Document, indent: usize) {
        match value {
            Document::Null => self.put("null"),
            Document::Boolean(value) => self.put(if *value { "true" } else { "false" }),
            Document::Integer(value) => self.put(&value.to_string()),
            Document::Double(value) => self.put(&double(*value)),
            Document::Text(text) => self.text(text, indent, ScalarPosition::Value),
            Document::Bytes(bytes) => self.put(&format!("!!binary {}", apigw_model::blob::to_base64(bytes))),
            Document::Date(date) => self.put(&date.text),
            Document::List(_) => self.put("[]"),
            Document::Map(_) => self.put("{}"),
        }
    }

    fn text(&mut self, text: &str, indent: usize, position: ScalarPosition) {
        let analysis = Analysis::new(text);
        let means_itself = matches!(resolve(text), Document::Text(_)) && !matches!(text, "=" | "<<");
        let folds = position == ScalarPosition::Value;
        match analysis.style(means_itself, folds) {
            ScalarStyle::Plain => self.plain(text, indent, folds),
            ScalarStyle::Single => self.single(text, indent, folds),
            ScalarStyle::Double => self.double(text, indent, folds),
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum ScalarPosition {
    Key,
    Value,
}

fn double(value: f64) -> String {
    if value.is_nan() {
        return ".nan".to_owned();
    }
    if value.is_infinite() {
        return if value > 0.0 { ".inf" } else { "-.inf" }.to_owned();
    }
    let text = repr::double(value);
    if text.contains('.') { text } else { text.replacen('e', ".0e", 1) }
}

#[cfg(test)]
mod tests {
    use super::block;
    use crate::document::Document;
    use crate::python::json::{Maps, read};
    use crate::yaml;

    fn shown(json: &str) -> String {
        block(&read(json, Maps::Plain).expect("valid"))
    }

    #[test]
    fn lists_stand_under_their_key() {
        let json = "{\"b\":[{\"y\":1,\"x\":[]},[1,[2]],\"s\"],\"a\":{\"c\":{}},\"d\":null}";
        let yaml = "a:\n  c: {}\nb:\n- x: []\n  y: 1\n- - 1\n  - - 2\n- s\nd: null\n";
        assert_eq!(shown(json), yaml);
        assert_eq!(shown("\"plain\""), "\"plain\"\n");
        assert_eq!(shown("[]"), "[]\n");
    }

    #[test]
    fn text_is_quoted_where_it_would_mean_something_else() {
        let cases = [
            ("yes", "yes"),
            ("true", "'true'"),
            ("123", "'123'"),
            ("0x1f", "'0x1f'"),
            ("2020-01-01", "'2020-01-01'"),
            ("", "''"),
            ("~", "'~'"),
            ("*/*", "'*/*'"),
            ("it's: x", "'it''s: x'"),
            ("a: b", "'a: b'"),
            ("a:b#c", "a:b#c"),
            ("- x", "'- x'"),
            ("-x", "-x"),
            (" x", "' x'"),
            ("n\u{e4}me \u{2028} <>&/\"\\", "\"n\u{e4}me \\L <>&/\\\"\\\\\""),
            ("😀", "\"\\U0001F600\""),
            ("tab\there", "\"tab\\there\""),
            ("a\nb", "'a\n\n  b'"),
        ];
        for (text, yaml) in cases {
            assert_eq!(block(&Document::List(vec![Document::from(text)])), format!("- {yaml}\n"), "{text:?}");
        }
    }

    #[test]
    fn long_text_is_folded_and_reads_back() {
        let long = "word ".repeat(40);
        for text in [long.trim_end().to_owned(), format!("'{long}"), format!("\t{long}\u{1}"), "x\n y\n\nz".to_owned()]
        {
            let value = Document::List(vec![Document::Text(text)]);
            let yaml = block(&value);
            assert!(yaml.lines().all(|line| line.chars().count() < 90), "{yaml}");
            assert_eq!(yaml::read(&yaml), Some(value), "{yaml}");
        }
    }
}
