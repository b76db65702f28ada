//! The output buffer of the YAML writer.

/// The column beyond which lines are folded.
pub(crate) const WIDTH: usize = 80;

/// The output, and the column it has reached.
#[derive(Debug, Default)]
pub(crate) struct Emitter {
    /// What is written so far.
    pub(crate) out: String,
    /// The characters on the last line.
    pub(crate) column: usize,
}

impl Emitter {
    /// Writes characters unchanged.
    pub(crate) fn put(&mut self, text: &str) {
        self.out.push_str(text);
        match text.rsplit_once('\n') {
            Some((_, last)) => self.column = last.chars().count(),
            None => self.column += text.chars().count(),
        }
    }

    /// Starts a new line.
    pub(crate) fn line(&mut self, indent: usize) {
        self.put("\n");
        self.put(&" ".repeat(indent));
    }
}
