//! Option values of which parts are unknown, converted as far as they are known.

use apigw_cli_text::document::Document;
use apigw_cli_text::word::Word;
use apigw_spec::Shape;

use crate::failure::Failure;
use crate::input::convert::convert;
use crate::input::value::InputNode;
use crate::syntax::raw::RawValue;

/// A value as far as it is known.
pub(super) struct Partial {
    /// The whole value, if all of it is known.
    pub(super) known: Option<Document>,
    /// The value as the rules see it.
    pub(super) node: InputNode,
}

impl Partial {
    /// A value of which nothing is known.
    pub(super) fn unknown() -> Self {
        Self { known: None, node: InputNode::Unknown }
    }

    /// A value that is known.
    pub(super) fn known(value: Document, shape: Option<&'static Shape>) -> Self {
        let node = InputNode::in_script(&value, shape, None);
        Self { known: Some(value), node }
    }

    /// Converts the words of an option. A value with an unknown part cannot fail.
    pub(super) fn convert(option: &str, shape: &'static Shape, raw: &RawValue) -> Result<Self, Failure> {
        if raw.words().iter().any(names_file) {
            return Ok(Self::unknown());
        }
        if raw.is_known() {
            let value = convert(option, shape, raw.clone())?;
            return Ok(Self::known(value, Some(shape)));
        }

        // The parsers of JSON and shorthand take text. A character that is nowhere in it stands for the unknown parts, and
        // what contains that character afterwards is unknown.
        let Some(stand_in) = absent_char(raw.words()) else { return Ok(Self::unknown()) };
        let text = |word: &Word| Word::from(word.with_stand_in(stand_in));
        let replaced = match raw {
            RawValue::Word(word) => RawValue::Word(text(word)),
            RawValue::Words(words) => RawValue::Words(words.iter().map(text).collect()),
            RawValue::Flag(value) => RawValue::Flag(*value),
        };
        let node = convert(option, shape, replaced)
            .map_or(InputNode::Unknown, |value| InputNode::in_script(&value, Some(shape), Some(stand_in)));
        Ok(Self { known: None, node })
    }
}

/// Whether a value comes from a file, which may be another one when the script runs.
pub(super) fn names_file(word: &Word) -> bool {
    word.contains("file://") || word.contains("fileb://")
}

/// A character for private use that none of the words contains.
fn absent_char(words: &[Word]) -> Option<char> {
    let is_absent = |c: &char| !words.iter().flat_map(Word::known_parts).any(|part| part.contains(*c));
    ('\u{e000}'..='\u{f8ff}').find(is_absent)
}
