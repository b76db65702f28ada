//! A page as a man page.

use std::fmt::Write as _;

use roff::{Inline, Roff, bold, roman};

use super::page::{Block, Page, spans};

/// The man page of a page, in the section for commands.
pub(crate) fn render(page: &Page) -> String {
    let mut roff = Roff::new();
    let title = page.name.to_uppercase();
    let source = concat!("apigw\\ ", env!("CARGO_PKG_VERSION"));
    roff.control("TH", [title.as_str(), "1", "", source, "Amazon\\ API\\ Gateway"]);
    // No hyphenation, and no spaces to justify lines.
    roff.control("nh", []).control("ad", ["l"]);
    roff.control("SH", ["NAME"]).text([roman(format!("{} - {}", page.name, page.about.replace('`', "")))]);
    for section in &page.sections {
        roff.control("SH", [section.title]);
        blocks(&mut roff, &section.blocks);
    }
    ascii(&roff.render())
}

/// Escapes other characters, so that every program for man pages reads them, whatever encoding it expects.
fn ascii(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if c.is_ascii() {
            out.push(c);
        } else {
            // Writing to a string cannot fail.
            let _ = write!(out, "\\[u{:04X}]", u32::from(c));
        }
    }
    out
}

fn blocks(roff: &mut Roff, blocks: &[Block]) {
    for (index, block) in blocks.iter().enumerate() {
        match block {
            Block::Text(text) => {
                if index > 0 {
                    roff.control("PP", []);
                }
                roff.text(inlines(text));
            }
            Block::Point(text) => {
                roff.control("IP", ["\\(bu", "2"]).text(inlines(text));
            }
            Block::Code(code) => {
                roff.control("PP", []).control("RS", ["3"]).control("nf", []);
                for line in code.lines() {
                    roff.text([roman(line)]);
                }
                roff.control("fi", []).control("RE", []);
            }
            Block::Item(head, body) => {
                roff.control("PP", []).text([bold(head)]).control("RS", ["3"]);
                self::blocks(roff, body);
                roff.control("RE", []);
            }
        }
    }
}

/// A paragraph on one line, with its code in bold letters.
fn inlines(text: &str) -> Vec<Inline> {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    spans(&text).map(|(is_code, part)| if is_code { bold(part) } else { roman(part) }).collect()
}

#[cfg(test)]
mod tests {
    use super::render;
    use crate::help::page::{Block, Page};

    #[test]
    fn no_text_becomes_a_request() {
        let mut page = Page { name: "apigw-x".to_owned(), about: "an `example`".to_owned(), ..Page::default() };
        let body = vec![Block::text(".hidden `a\\b`"), Block::Code("'quote\n.dot\n\n-x \\n …".to_owned())];
        page.add("OPTIONS", vec![Block::Item("--a (string)".to_owned(), body)]);
        let text = render(&page);
        assert!(text.contains(".TH APIGW-X 1 "), "{text}");
        assert!(text.contains("\napigw\\-x \\- an example\n.SH OPTIONS\n"), "{text}");
        assert!(text.contains("\n\\fB\\-\\-a (string)\\fR\n.RS 3\n\\&.hidden \\fBa\\\\b\\fR\n"), "{text}");
        assert!(text.contains(".nf\n\\*(Aqquote\n\\&.dot\n\n\\-x \\\\n \\[u2026]\n.fi\n"), "{text}");
    }
}
