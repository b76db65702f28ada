//! A page of help, taken apart: sections, items, and what is said of them.

use crate::command_folder::{CommandFolder, outcome};

/// The indentation of what stands directly in a section.
const INDENT: usize = 7;
const TYPES: [&str; 10] =
    ["boolean", "integer", "long", "double", "timestamp", "blob", "string", "list", "map", "structure"];

/// A page.
#[derive(Debug, Clone)]
pub struct HelpPage {
    /// The sections, each with its title and its lines.
    pub sections: Vec<(String, Vec<String>)>,
}

/// Something with a name: an option or a member.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    /// The line with its name: `--type (string) [required]`.
    pub head: String,
    /// What is said of it, without what is said of its parts: the indentation and the text of each line.
    pub lines: Vec<(usize, String)>,
    /// Its parts.
    pub items: Vec<Item>,
}

impl HelpPage {
    /// The page that words ask for.
    ///
    /// # Panics
    ///
    /// If there is none.
    pub fn of(words: &[&str]) -> Self {
        let shown = outcome(CommandFolder::new().command().args(words));
        assert_eq!((shown.exit, shown.stderr.as_str()), (Some(0), ""), "{words:?}");
        let mut sections: Vec<(String, Vec<String>)> = Vec::new();
        for line in shown.stdout.lines() {
            match sections.last_mut() {
                Some((_, lines)) if line.is_empty() || line.starts_with(' ') => lines.push(line.to_owned()),
                _ => sections.push((line.to_owned(), Vec::new())),
            }
        }
        Self { sections }
    }

    /// The titles of the sections.
    pub fn titles(&self) -> Vec<&str> {
        self.sections.iter().map(|(title, _)| title.as_str()).collect()
    }

    /// The lines of a section.
    ///
    /// # Panics
    ///
    /// If there is no such section.
    pub fn lines(&self, title: &str) -> &[String] {
        let found = self.sections.iter().find(|(known, _)| known == title);
        found.map_or_else(|| panic!("no section {title}"), |(_, lines)| lines)
    }

    /// The items of a section.
    pub fn items(&self, title: &str) -> Vec<Item> {
        let lines = self.lines(title).iter().filter(|line| !line.is_empty());
        let lines: Vec<(usize, &str)> =
            lines.map(|line| (line.len() - line.trim_start().len(), line.trim_start())).collect();
        let start = lines.iter().position(|(indent, text)| *indent == INDENT && is_head(text)).unwrap_or(lines.len());
        items(&lines[start..], INDENT)
    }
}

/// The items that start at an indentation, each with the deeper lines that follow it.
fn items(lines: &[(usize, &str)], indent: usize) -> Vec<Item> {
    let mut found: Vec<Item> = Vec::new();
    let mut rest = lines;
    while let Some(((_, head), after)) = rest.split_first() {
        let end = after.iter().position(|(deeper, _)| *deeper <= indent).unwrap_or(after.len());
        let (body, next) = after.split_at(end);
        let inner = body.iter().position(|(_, text)| is_head(text));
        let (said, parts) = body.split_at(inner.unwrap_or(body.len()));
        let deeper = parts.first().map_or(0, |(deeper, _)| *deeper);
        // What is said after the parts, such as the syntax, belongs to the item again.
        let is_own = |(at, text): &(usize, &str)| *at == deeper && !is_head(text);
        let end = parts.iter().position(is_own).unwrap_or(parts.len());
        let (parts, further) = parts.split_at(end);
        let lines = said.iter().chain(further).map(|(indent, text)| (*indent, (*text).to_owned()));
        found.push(Item { head: (*head).to_owned(), lines: lines.collect(), items: items(parts, deeper) });
        rest = next;
    }
    found
}

/// Whether a line names something: `--x (type)`, `x -> (type)`, `(type)`.
fn is_head(line: &str) -> bool {
    let Some((name, rest)) = line.split_once('(') else { return false };
    let kind = rest.split(')').next().unwrap_or_default();
    let is_named = name.is_empty() || name.ends_with(" -> ") || name.starts_with("--") || name == "outfile ";
    let is_end = rest.ends_with(')') || rest.ends_with("[required]");
    is_named && is_end && TYPES.contains(&kind)
}

impl Item {
    /// What is said of it, in one line.
    pub fn text(&self) -> String {
        let words = self.lines.iter().flat_map(|(_, line)| line.split_whitespace());
        words.collect::<Vec<_>>().join(" ")
    }

    /// What is said of it and of its parts.
    pub fn whole_text(&self) -> String {
        let parts = self.items.iter().map(|item| format!(" {} {}", item.head, item.whole_text()));
        self.text() + &parts.collect::<String>()
    }

    /// The points or the code below a line such as `Possible values:`, without their common indentation.
    pub fn below(&self, title: &str) -> Vec<String> {
        let lines = self.lines.iter().skip_while(|(_, line)| line != title);
        let indent = lines.clone().nth(1).map_or(0, |(indent, _)| *indent);
        let below = lines.skip(1).take_while(|(at, line)| *at >= indent && !line.ends_with(':'));
        below.map(|(at, line)| " ".repeat(at - indent) + line).collect()
    }

    /// The values that the item lists.
    pub fn values(&self) -> Vec<String> {
        let points = self.below("Possible values:").into_iter();
        let value = |line: String| Some(line.strip_prefix("o ")?.split(':').next()?.to_owned());
        points.filter_map(value).collect()
    }

    /// The heads of all parts, each after those that hold it.
    pub fn heads(&self) -> Vec<(String, &Item)> {
        let mut found = vec![(self.head.clone(), self)];
        for item in &self.items {
            found.extend(item.heads().into_iter().map(|(head, item)| (format!("{} / {head}", self.head), item)));
        }
        found
    }
}
