//! The value of an option before its conversion.

use apigw_cli_text::word::Word;

/// The words of one option.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum RawValue {
    /// One word.
    Word(Word),
    /// The words of a list.
    Words(Vec<Word>),
    /// A flag: `--x` or `--no-x`.
    Flag(bool),
}

impl RawValue {
    /// The words; a flag has none.
    pub(crate) fn words(&self) -> &[Word] {
        match self {
            Self::Word(word) => std::slice::from_ref(word),
            Self::Words(words) => words,
            Self::Flag(_) => &[],
        }
    }

    /// Whether the text of all words is known.
    pub(crate) fn is_known(&self) -> bool {
        self.words().iter().all(Word::is_known)
    }
}
