//! The text of a document while it is written.

/// The column that lines are folded behind.
pub(crate) const WIDTH: usize = 80;

/// Text on its way out.
#[derive(Debug, Default)]
pub(crate) struct Emitter {
    /// What is written so far.
    pub(crate) out: String,
    /// The characters on the last line.
    pub(crate) column: usize,
}

impl Emitter {
    /// Writes as it is.
    pub(crate) fn put(&mut self, text: &str) {
        self.out.push_str(text);
        match text.rsplit_once('\n') {
            Some((_, last)) => self.column = last.chars().count(),
            None => self.column += text.chars().count(),
        }
    }

    /// Starts a line.
    pub(crate) fn line(&mut self, indent: usize) {
        self.put("\n");
        self.put(&" ".repeat(indent));
    }
}
