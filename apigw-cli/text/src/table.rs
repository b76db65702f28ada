//! Tables: one section for each nested key, turned on its side if it is wider than the terminal.

use crate::document::{Document, Map};
use crate::python::repr;
use crate::unprintable::{Unprintable, no_object};
use crate::width::columns as width_of;

/// How a table is drawn.
#[derive(Debug, Clone, Copy)]
pub struct Style {
    /// The width of the terminal.
    pub width: usize,
    /// Whether to use colors.
    pub has_color: bool,
}

/// Draws the table of a value under a title; nothing for an empty value.
pub fn draw(title: &str, value: &Document, style: Style) -> Result<String, Unprintable> {
    let mut table = Table { sections: Vec::new() };
    table.add(Some(title), value, 0).map_err(|problem| Unprintable { text: String::new(), problem })?;
    if table.sections.is_empty() {
        return Ok(String::new());
    }
    let mut width = table.width();
    if width > style.width {
        table.sections.iter_mut().for_each(TableSection::turn);
        width = table.width();
    }

    let mut out = format!("{}\n", "-".repeat(width));
    for section in &table.sections {
        section.draw(&mut out, width, style);
    }
    Ok(out)
}

#[derive(Default)]
struct TableSection {
    title: String,
    headers: Vec<String>,
    rows: Vec<Vec<String>>,
    /// How many cells a row has, once there is one or its headers.
    breadth: Option<usize>,
    indent: usize,
}

struct Table {
    sections: Vec<TableSection>,
}

impl Table {
    /// Adds the sections of a value; an empty one has none.
    fn add(&mut self, title: Option<&str>, value: &Document, indent: usize) -> Result<(), String> {
        let is_empty = match value {
            Document::Null | Document::Boolean(false) | Document::Integer(0) => true,
            Document::Double(number) => *number == 0.0,
            Document::Text(text) => text.is_empty(),
            Document::Bytes(bytes) => bytes.is_empty(),
            Document::List(items) => items.is_empty(),
            Document::Map(map) => map.is_empty(),
            Document::Boolean(true) | Document::Integer(_) | Document::Date(_) => false,
        };

        if is_empty {
            return Ok(());
        }

        if let Some(title) = title {
            self.section(title, indent);
        }
        match value {
            Document::List(items) if items.first().is_some_and(|item| item.map().is_some()) => {
                self.add_maps(items, title.unwrap_or_default(), indent)?;
            }
            Document::List(items) => {
                for item in items {
                    match item {
                        Document::List(cells) if cells.iter().all(Document::is_scalar) => self.row(cells)?,
                        // A map among other values is a row of its keys.
                        Document::Map(map) => self.text_row(map.iter().map(|(key, _)| key.to_owned()).collect())?,
                        Document::List(_) => self.add(None, item, 0)?,
                        scalar => self.row(std::slice::from_ref(scalar))?,
                    }
                }
            }
            Document::Map(map) => self.add_map(map, indent)?,
            _ => {}
        }
        Ok(())
    }

    fn section(&mut self, title: &str, indent: usize) {
        self.sections.push(TableSection { title: title.to_owned(), indent, ..TableSection::default() });
    }

    fn row(&mut self, cells: &[Document]) -> Result<(), String> {
        self.text_row(cells.iter().map(repr::plain).collect())
    }

    fn text_row(&mut self, cells: Vec<String>) -> Result<(), String> {
        let Some(section) = self.sections.last_mut() else { return Ok(()) };
        let breadth = *section.breadth.get_or_insert(cells.len());
        if cells.len() != breadth {
            return Err(format!("Row should have {breadth} elements, instead it has {}", cells.len()));
        }
        section.rows.push(cells);
        Ok(())
    }

    fn headers(&mut self, headers: &[&str]) {
        if let Some(section) = self.sections.last_mut() {
            section.headers = headers.iter().map(|header| (*header).to_owned()).collect();
            section.breadth.get_or_insert(headers.len());
        }
    }

    /// Adds one map: a row under headers, or two cells where there is only one scalar.
    fn add_map(&mut self, map: &Map, indent: usize) -> Result<(), String> {
        let (scalars, nested): (Vec<_>, Vec<_>) = map.sorted().into_iter().partition(|(_, value)| value.is_scalar());
        match scalars.as_slice() {
            [] => {}
            [(key, value)] => self.text_row(vec![(*key).to_owned(), repr::plain(value)])?,
            several => {
                let headers: Vec<&str> = several.iter().map(|(key, _)| *key).collect();
                self.headers(&headers);
                self.text_row(several.iter().map(|(_, value)| repr::plain(value)).collect())?;
            }
        }
        nested.into_iter().try_for_each(|(key, value)| self.add(Some(key), value, indent + 1))
    }

    /// Adds the maps of a list: rows of one section, or a section each if they have nested values.
    fn add_maps(&mut self, items: &[Document], title: &str, indent: usize) -> Result<(), String> {
        if let Some(other) = items.iter().find(|item| item.map().is_none()) {
            return Err(no_object(other));
        }

        let keys = |is_wanted: fn(&Document) -> bool| {
            let entries = items.iter().filter_map(Document::map).flat_map(Map::iter);
            let mut keys: Vec<&str> = entries.filter(|(_, value)| is_wanted(value)).map(|(key, _)| key).collect();
            keys.sort_unstable();
            keys.dedup();
            keys
        };
        let (headers, nested) = (keys(Document::is_scalar), keys(|value| !value.is_scalar()));

        self.headers(&headers);
        for (index, map) in items.iter().filter_map(Document::map).enumerate() {
            if index > 0 && !nested.is_empty() {
                self.section(title, indent);
                self.headers(&headers);
            }
            let cell = |header: &&str| map.get(header).map_or_else(String::new, repr::plain);
            self.text_row(headers.iter().map(cell).collect())?;
            for key in &nested {
                if let Some(value) = map.get(key) {
                    self.add(Some(key), value, indent + 1)?;
                }
            }
        }

        Ok(())
    }

    fn width(&self) -> usize {
        self.sections.iter().map(TableSection::width).max().unwrap_or_default()
    }
}

/// The space around the content of a cell.
const PADDING: usize = 4;

impl TableSection {
    /// The width of the widest content of each column.
    fn contents(&self) -> Vec<usize> {
        let mut widths: Vec<usize> = Vec::new();
        for row in std::iter::once(&self.headers).chain(&self.rows).filter(|row| !row.is_empty()) {
            widths.resize(widths.len().max(row.len()), 0);
            for (width, cell) in widths.iter_mut().zip(row) {
                *width = (*width).max(width_of(cell));
            }
        }
        widths
    }

    fn width(&self) -> usize {
        let columns: usize = self.contents().iter().map(|width| width + PADDING).sum();
        let title = width_of(&self.title);
        columns.max(title) + 2 + 2 * self.indent
    }

    /// Turns a section of one row into a column of headers and a column of values.
    fn turn(&mut self) {
        if let [row] = self.rows.as_slice()
            && !self.headers.is_empty()
        {
            let pairs = self.headers.iter().zip(row).map(|(header, cell)| vec![header.clone(), cell.clone()]).collect();
            self.rows = pairs;
            self.headers.clear();
        }
    }

    /// The widths of the columns, stretched or squeezed to fill the whole.
    #[expect(
        clippy::cast_precision_loss,
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "widths of strings are small"
    )]
    fn columns(&self, whole: usize) -> Vec<usize> {
        let natural: Vec<usize> = self.contents().iter().map(|width| width + PADDING).collect();
        let total: usize = natural.iter().sum();
        let scale = whole as f64 / total.max(1) as f64;
        let mut widths: Vec<usize> =
            natural.iter().map(|width| (scale * *width as f64).round_ties_even() as usize).collect();

        if widths.is_empty() {
            return widths;
        }

        let mut sum: usize = widths.iter().sum();
        while sum > whole && widths.iter().any(|width| *width > 0) {
            for width in widths.iter_mut().filter(|width| **width > 0) {
                *width -= 1;
                sum -= 1;
                if sum == whole {
                    break;
                }
            }
        }

        while sum < whole {
            for width in widths.iter_mut().rev() {
                *width += 1;
                sum += 1;
                if sum == whole {
                    break;
                }
            }
        }
        widths
    }

    fn draw(&self, out: &mut String, whole: usize, style: Style) {
        let edge = if style.has_color { "\u{1b}[2m\u{1b}[33m|\u{1b}[0m" } else { "|" }.repeat(self.indent);
        let width = whole.saturating_sub(2 * self.indent);
        let mut line = |text: &str| {
            out.push_str(&edge);
            out.push_str(text);
            out.push_str(&edge);
            out.push('\n');
        };

        if !self.title.is_empty() {
            line(&centered(&self.title, width, "|"));
            if self.headers.is_empty() && self.rows.is_empty() {
                line(&format!("+{}+", "-".repeat(width.saturating_sub(2))));
            }
        }

        let columns = self.columns(width);
        let rule = rule(&columns);
        if !self.headers.is_empty() {
            line(&rule);
            line(&cells(&self.headers, &columns, centered));
        }

        if !self.rows.is_empty() && !columns.is_empty() {
            line(&rule);
            for row in &self.rows {
                let draw = if style.has_color { bright } else { aligned };
                line(&cells(row, &columns, draw));
            }
            line(&rule);
        }
    }
}

fn cells(row: &[String], columns: &[usize], draw: fn(&str, usize, &str) -> String) -> String {
    let edges = std::iter::once("|").chain(std::iter::repeat(""));
    row.iter().zip(columns).zip(edges).map(|((cell, width), edge)| draw(cell, *width, edge)).collect()
}

fn rule(columns: &[usize]) -> String {
    let mut rule = String::from("+");
    for (index, width) in columns.iter().enumerate() {
        rule.push_str(&"-".repeat(width.saturating_sub(if index == 0 { 2 } else { 1 })));
        rule.push('+');
    }
    rule
}

/// Centers a string in `width` columns, edges included.
fn centered(text: &str, width: usize, left: &str) -> String {
    let size = width_of(text);
    // In a cell too narrow for its content the padding is uneven, as in the AWS CLI.
    let lacking = (size / 2 + 1).saturating_sub(width / 2);
    let before = (width / 2).saturating_sub(size / 2 + 1);
    let after = (width + lacking).saturating_sub(1 + left.len() + before + size);
    format!("{left}{}{text}{}|", " ".repeat(before), " ".repeat(after))
}

fn aligned(text: &str, width: usize, left: &str) -> String {
    align(text, text, width, left)
}

/// As [`aligned`], in the color of a value.
fn bright(text: &str, width: usize, left: &str) -> String {
    align(text, &format!("\u{1b}[1m\u{1b}[34m{text}\u{1b}[0m"), width, left)
}

/// Aligns a string left in `width` columns, indented by two if there is room.
fn align(text: &str, shown: &str, width: usize, left: &str) -> String {
    let size = width_of(text);
    let padding = if size + 2 + left.len() < width { 2 } else { 0 };
    let after = width.saturating_sub(left.len() + padding + size + 1);
    format!("{left}{}{shown}{}|", " ".repeat(padding), " ".repeat(after))
}
