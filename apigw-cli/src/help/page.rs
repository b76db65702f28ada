//! A page of the manual as a document, which becomes text for a terminal or a man page.

/// A page.
#[derive(Debug, Clone, Default)]
pub(crate) struct Page {
    /// The name of its man page: `apigw-spec`.
    pub(crate) name: String,
    /// What it is about, in one line.
    pub(crate) about: String,
    /// The sections after the name, in order.
    pub(crate) sections: Vec<Section>,
}

/// A section under a heading.
#[derive(Debug, Clone)]
pub(crate) struct Section {
    /// The heading, in capitals.
    pub(crate) title: &'static str,
    /// What stands under it.
    pub(crate) blocks: Vec<Block>,
}

/// A part of a section.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Block {
    /// A paragraph; what stands between backticks is code.
    Text(String),
    /// Lines that are printed as they are.
    Code(String),
    /// One point of a list.
    Point(String),
    /// Something with a name, and its description.
    Item(String, Vec<Block>),
}

impl Block {
    /// A paragraph.
    pub(crate) fn text(text: impl Into<String>) -> Self {
        Self::Text(text.into())
    }

    /// A heading and the lines below it, as syntax is shown.
    pub(crate) fn titled(title: &str, code: impl Into<String>) -> [Self; 2] {
        [Self::text(format!("{title}:")), Self::Code(code.into())]
    }
}

impl Page {
    /// Adds a section, unless it is empty.
    pub(crate) fn add(&mut self, title: &'static str, blocks: Vec<Block>) {
        if !blocks.is_empty() {
            self.sections.push(Section { title, blocks });
        }
    }
}

/// The blocks of a string of the overlay: paragraphs, points that begin with `* `, and code between lines of three
/// backticks.
pub(crate) fn blocks(text: &str) -> Vec<Block> {
    let mut blocks = Vec::new();
    let mut lines = text.lines();
    let mut open: Option<Block> = None;
    while let Some(line) = lines.next() {
        if line.starts_with("```") {
            blocks.extend(open.take());
            let code: Vec<&str> = lines.by_ref().take_while(|line| !line.starts_with("```")).collect();
            blocks.push(Block::Code(code.join("\n")));
        } else if let Some(point) = line.strip_prefix("* ") {
            blocks.extend(open.replace(Block::Point(point.to_owned())));
        } else if line.trim().is_empty() {
            blocks.extend(open.take());
        } else if let Some(Block::Text(text) | Block::Point(text)) = &mut open {
            text.push(' ');
            text.push_str(line.trim());
        } else {
            open = Some(Block::text(line));
        }
    }
    blocks.extend(open);
    blocks
}

/// The first sentence of a string, without its full stop.
pub(crate) fn first_sentence(text: &str) -> &str {
    let line = text.lines().next().unwrap_or_default();
    line.split_once(". ").map_or(line, |(first, _)| first).trim_end_matches('.')
}

/// The parts of a paragraph: whether each is code, and its text.
pub(crate) fn spans(text: &str) -> impl Iterator<Item = (bool, &str)> {
    text.split('`').enumerate().map(|(index, part)| (index % 2 == 1, part)).filter(|(_, part)| !part.is_empty())
}

#[cfg(test)]
mod tests {
    use super::{Block, blocks, first_sentence, spans};

    #[test]
    fn texts_of_the_overlay_have_their_parts() {
        let text = "One\ntwo.\n\n* a `b`\n  c\n* d\n\n```sh\nx  y\n\n```\nEnd.";
        let expected = [
            Block::text("One two."),
            Block::Point("a `b` c".to_owned()),
            Block::Point("d".to_owned()),
            Block::Code("x  y\n".to_owned()),
            Block::text("End."),
        ];
        assert_eq!(blocks(text), expected);
        assert_eq!(blocks(""), []);
        assert_eq!(blocks("```\nnever closed"), [Block::Code("never closed".to_owned())]);
    }

    #[test]
    fn sentences_end_at_full_stops() {
        assert_eq!(first_sentence("One, e.g.this. Two."), "One, e.g.this");
        assert_eq!(first_sentence("One.\n\nTwo."), "One");
    }

    #[test]
    fn code_stands_between_backticks() {
        assert_eq!(spans("a `b` c").collect::<Vec<_>>(), [(false, "a "), (true, "b"), (false, " c")]);
        assert_eq!(spans("`b`").collect::<Vec<_>>(), [(true, "b")]);
    }
}
