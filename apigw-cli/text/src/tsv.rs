//! Tab-separated text: one line per row, scalars sorted by key, nested values after them under their key.

use crate::document::{Document, Map};
use crate::python::repr;
use crate::unprintable::{Unprintable, no_object};

/// The lines of a value.
pub fn lines(value: &Document) -> Result<String, Unprintable> {
    let mut out = String::new();
    match write_value(&mut out, value, None, None) {
        Ok(()) => Ok(out),
        Err(problem) => Err(Unprintable { text: out, problem }),
    }
}

fn write_value(out: &mut String, value: &Document, key: Option<&str>, columns: Option<&[&str]>) -> Result<(), String> {
    match value {
        Document::Map(map) => return write_map(out, map, key, columns),
        Document::List(items) => return write_list(out, items, key),
        scalar => write_row(out, &[repr::plain(scalar)]),
    }
    Ok(())
}

fn write_row(out: &mut String, cells: &[String]) {
    out.push_str(&cells.join("\t"));
    out.push('\n');
}

fn write_list(out: &mut String, items: &[Document], key: Option<&str>) -> Result<(), String> {
    if items.iter().any(|item| item.map().is_some()) {
        // A list with one object must hold objects only.
        if let Some(other) = items.iter().find(|item| item.map().is_none()) {
            return Err(no_object(other));
        }
        let columns = columns(items);
        return items.iter().try_for_each(|item| write_value(out, item, key, Some(&columns)));
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
    lists.into_iter().try_for_each(|list| write_value(out, list, key, None))
}

/// The keys with a scalar in at least one of the maps, sorted.
fn columns(items: &[Document]) -> Vec<&str> {
    let entries = items.iter().filter_map(Document::map).flat_map(Map::iter);
    let mut columns: Vec<&str> = entries.filter(|(_, value)| value.is_scalar()).map(|(key, _)| key).collect();
    columns.sort_unstable();
    columns.dedup();
    columns
}

fn write_map(out: &mut String, map: &Map, key: Option<&str>, columns: Option<&[&str]>) -> Result<(), String> {
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
    nested.into_iter().try_for_each(|(key, value)| write_value(out, value, Some(key), None))
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
            let lines = lines(&read(json, Maps::Plain).expect("valid"));
            assert_eq!(lines.ok().as_deref(), Some(expected), "{json}");
        }
    }

    #[test]
    fn a_list_with_an_object_holds_objects_only() {
        let value = read("{\"a\":1,\"l\":[{\"b\":1},null]}", Maps::Plain).expect("valid");
        let unprintable = lines(&value).expect_err("a null among objects");
        assert_eq!(unprintable.text, "1\n");
        assert_eq!(unprintable.problem, "expected an object, found a value of type NoneType");
    }
}
