//! A page as text: plain for files and pipes, with bold and underlined letters for terminals.

use unicode_width::UnicodeWidthStr as _;

use super::page::{Block, Page, spans};

/// How a page is written.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Layout {
    /// The columns that lines are wrapped at.
    pub(crate) width: usize,
    /// Whether names are bold and code is underlined.
    pub(crate) is_styled: bool,
}

/// The indentation of a section, and of the description of an item.
const INDENT: usize = 7;
const STEP: usize = 3;

/// The heading of the values that an option can have.
pub(super) const VALUES: &str = "Possible values:";

/// The text of a page.
pub(crate) fn render(page: &Page, layout: Layout) -> String {
    let mut writer = Writer { layout, out: String::new() };
    writer.heading("NAME");
    writer.paragraph(INDENT, "", &format!("{} - {}", page.name, page.about));
    for section in &page.sections {
        writer.out.push('\n');
        writer.heading(section.title);
        writer.blocks(&section.blocks, INDENT);
    }
    writer.out
}

struct Writer {
    layout: Layout,
    out: String,
}

#[derive(Clone, Copy, PartialEq)]
enum Style {
    Plain,
    Bold,
    Underlined,
}

impl Writer {
    fn heading(&mut self, title: &str) {
        self.put(title, Style::Bold);
        self.out.push('\n');
    }

    fn put(&mut self, text: &str, style: Style) {
        let code = match style {
            Style::Bold if self.layout.is_styled => "1",
            Style::Underlined if self.layout.is_styled => "4",
            _ => return self.out.push_str(text),
        };
        self.out.push_str("\x1b[");
        self.out.push_str(code);
        self.out.push('m');
        self.out.push_str(text);
        self.out.push_str("\x1b[0m");
    }

    fn blocks(&mut self, blocks: &[Block], indent: usize) {
        let mut is_value = false;
        for (index, block) in blocks.iter().enumerate() {
            let follows_item = index > 0;
            if follows_item {
                self.out.push('\n');
            }
            is_value = matches!(block, Block::Point(_)) && (is_value || is_values(blocks, index));
            match block {
                Block::Text(text) => self.paragraph(indent, "", text),
                Block::Point(text) if is_value && !self.layout.is_styled => {
                    self.paragraph(indent, "o ", &unquoted(text));
                }
                Block::Point(text) => self.paragraph(indent, "o ", text),
                Block::Code(code) => self.code(indent + STEP, code),
                Block::Item(head, body) => {
                    self.out.push_str(&" ".repeat(indent));
                    self.put(head, Style::Bold);
                    self.out.push('\n');
                    self.blocks(body, indent + STEP);
                }
            }
        }
    }

    fn code(&mut self, indent: usize, code: &str) {
        for line in code.lines() {
            if !line.is_empty() {
                self.out.push_str(&" ".repeat(indent));
                self.out.push_str(line);
            }
            self.out.push('\n');
        }
    }

    /// Writes a paragraph, wrapped between words, after a mark that its other lines leave room for.
    fn paragraph(&mut self, indent: usize, mark: &str, text: &str) {
        self.out.push_str(&" ".repeat(indent));
        self.out.push_str(mark);
        let indent = indent + mark.len();
        let (mut column, mut is_first) = (indent, true);
        for word in words(text, self.layout.is_styled) {
            let width: usize = word.iter().map(|(_, part)| part.width()).sum();
            if !is_first && column + 1 + width > self.layout.width {
                self.out.push('\n');
                self.out.push_str(&" ".repeat(indent));
                column = indent;
            } else if !is_first {
                self.out.push(' ');
                column += 1;
            }
            for (style, part) in &word {
                self.put(part, *style);
            }
            column += width;
            is_first = false;
        }
        self.out.push('\n');
    }
}

/// Whether the block at a place is the first of the values that an option can have.
fn is_values(blocks: &[Block], index: usize) -> bool {
    let before = index.checked_sub(1).and_then(|before| blocks.get(before));
    matches!(before, Some(Block::Text(text)) if text == VALUES)
}

/// A point without the backticks of the value that it begins with, as plain pages have it.
fn unquoted(text: &str) -> String {
    let parts = text.strip_prefix('`').and_then(|rest| rest.split_once('`'));
    parts.map_or_else(|| text.to_owned(), |(value, rest)| format!("{value}{rest}"))
}

/// A word, whose letters need not all be of one style.
type StyledWord = Vec<(Style, String)>;

/// The words of a paragraph. Where nothing can be underlined, backticks stay.
fn words(text: &str, is_styled: bool) -> Vec<StyledWord> {
    if !is_styled {
        return text.split_whitespace().map(|word| vec![(Style::Plain, word.to_owned())]).collect();
    }
    let mut words: Vec<StyledWord> = Vec::new();
    let mut continues = false;
    for (is_code, span) in spans(text) {
        let style = if is_code { Style::Underlined } else { Style::Plain };
        continues &= !span.starts_with(char::is_whitespace);
        for word in span.split_whitespace() {
            let part = (style, word.to_owned());
            match words.last_mut() {
                Some(last) if continues => last.push(part),
                _ => words.push(vec![part]),
            }
            continues = false;
        }
        continues = !span.ends_with(char::is_whitespace);
    }
    words
}

#[cfg(test)]
mod tests {
    use super::{Layout, render};
    use crate::help::page::{Block, Page};

    fn page() -> Page {
        let mut page = Page { name: "x".to_owned(), about: "an example".to_owned(), ..Page::default() };
        let body = vec![Block::text("Some `code here`, and more."), Block::Point("one".to_owned())];
        page.add("OPTIONS", vec![Block::Item("--a (string)".to_owned(), body), Block::Code("{\n\n}".to_owned())]);
        page.add("EMPTY", Vec::new());
        page
    }

    #[test]
    fn a_page_is_laid_out() {
        let expected = "NAME\n       x - an example\n\nOPTIONS\n       --a (string)\n          Some `code\n          here`, and\n          \
                        more.\n\n          o one\n\n          {\n\n          }\n";
        assert_eq!(render(&page(), Layout { width: 21, is_styled: false }), expected);
    }

    #[test]
    fn values_stand_in_quotes_only_within_sentences() {
        let mut page = page();
        let points = ["`A`", "`B`: as `A`"].map(|text| Block::Point(text.to_owned()));
        let values = std::iter::once(Block::text("Possible values:")).chain(points.clone());
        page.add("VALUES", values.chain([Block::text("Or:")]).chain(points).collect());
        let text = |is_styled| render(&page, Layout { width: 80, is_styled });
        let (plain, styled) = (text(false), text(true));
        assert!(
            plain.ends_with("o A\n\n       o B: as `A`\n\n       Or:\n\n       o `A`\n\n       o `B`: as `A`\n"),
            "{plain}"
        );
        assert!(styled.contains("o \x1b[4mB\x1b[0m: as \x1b[4mA\x1b[0m\n"), "{styled}");
    }

    #[test]
    fn a_terminal_shows_styles() {
        let text = render(&page(), Layout { width: 80, is_styled: true });
        assert!(text.starts_with("\x1b[1mNAME\x1b[0m\n"), "{text:?}");
        assert!(text.contains("Some \x1b[4mcode\x1b[0m \x1b[4mhere\x1b[0m, and more.\n"), "{text:?}");
        assert!(text.contains("\x1b[1m--a (string)\x1b[0m"), "{text:?}");
    }
}
