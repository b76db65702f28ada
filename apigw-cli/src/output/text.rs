//! Tab-separated text: one line per row, scalars sorted by key, nested things after them under their key.

use crate::document::{Document, Map};
use crate::python::repr;

/// The lines of a value.
pub(crate) fn lines(value: &Document) -> String {
    let mut out = String::new();
    write_value(&mut out, value, None, None);
    out
}

fn write_value(out: &mut String, value: &Document, key: Option<&str>, columns: Option<&[&str]>) {
    match value {
        Document::Map(map) => write_map(out, map, key, columns),
        Document::List(items) => write_list(out, items, key),
        scalar => write_row(out, &[repr::plain(scalar)]),
    }
}

fn write_row(out: &mut String, cells: &[String]) {
    out.push_str(&cells.join("\t"));
    out.push('\n');
}

fn write_list(out: &mut String, items: &[Document], key: Option<&str>) {
    if items.iter().any(|item| item.map().is_some()) {
        let columns = columns(items);
        for item in items {
            write_value(out, item, key, Some(&columns));
        }
        return;
    }
    let (scalars, lists): (Vec<_>, Vec<_>) = items.iter().partition(|item| item.is_scalar());
    match key {
        _ if scalars.is_empty() => {}
        Some(key) => {
            for scalar in scalars {
                write_row(out, &[key.to_uppercase(), repr::plain(scalar)]);
            }
        }
        None => write_row(out, &scalars.into_iter().map(repr::plain).collect::<Vec<_>>()),
    }
    for list in lists {
        write_value(out, list, key, None);
    }
}

/// The keys under which any of the maps has a scalar, sorted.
fn columns(items: &[Document]) -> Vec<&str> {
    let entries = items.iter().filter_map(Document::map).flat_map(Map::iter);
    let mut columns: Vec<&str> = entries.filter(|(_, value)| value.is_scalar()).map(|(key, _)| key).collect();
    columns.sort_unstable();
    columns.dedup();
    columns
}

fn write_map(out: &mut String, map: &Map, key: Option<&str>, columns: Option<&[&str]>) {
    let mut cells = Vec::new();
    let mut nested = Vec::new();
    if let Some(columns) = columns {
        cells.extend(columns.iter().map(|column| map.get(column).map_or_else(String::new, repr::plain)));
        nested.extend(map.sorted().into_iter().filter(|(key, _)| !columns.contains(key)));
    } else {
        for (key, value) in map.sorted() {
            if value.is_scalar() {
                cells.push(repr::plain(value));
            } else {
                nested.push((key, value));
            }
        }
    }
    if !cells.is_empty() {
        if let Some(key) = key {
            cells.insert(0, key.to_uppercase());
        }
        write_row(out, &cells);
    }
    for (key, value) in nested {
        write_value(out, value, Some(key), None);
    }
}

#[cfg(test)]
mod tests {
    use super::lines;
    use crate::python::json::{Maps, read};

    #[test]
    fn nested_things_are_prefixed_by_their_key() {
        let cases = [
            ("{\"b\":1,\"a\":null,\"t\":{\"x\":true},\"l\":[1,2]}", "None\t1\nL\t1\nL\t2\nT\tTrue\n"),
            ("[{\"a\":1,\"c\":{\"z\":1}},{\"b\":2}]", "1\t\nC\t1\n\t2\n"),
            ("[1,\"x\",[2,3]]", "1\tx\n2\t3\n"),
            ("[]", ""),
            ("{}", ""),
            ("1.50", "1.5\n"),
        ];
        for (json, expected) in cases {
            assert_eq!(lines(&read(json, Maps::Plain).expect("valid")), expected, "{json}");
        }
    }
}
