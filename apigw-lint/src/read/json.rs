//! Reads JSON.

use std::borrow::Cow;

use jsonc_parser::{CollectOptions, ParseOptions, parse_to_ast};

use super::error::ReadError;
use super::limits::Budget;
use super::node::{NodeContent, ScalarForm, SourceNode};
use super::span::SourceSpan;
use super::tokens::{JsonToken, JsonTokens};

/// Reads the one value of a file.
pub(super) fn read(text: &str) -> Result<SourceNode<'_>, ReadError> {
    let mut tree =
        JsonTree { tokens: JsonTokens::new(text), budget: Budget::default(), items: Vec::new(), entries: Vec::new() };
    tree.document().map_err(|stop| match stop {
        JsonStop::Limit(error) => error,
        JsonStop::Unread(span) => problem(text, span),
    })
}

/// Why a string is not read.
enum JsonStop {
    /// It is more than is read.
    Limit(ReadError),
    /// It is no JSON; what is wrong is found out by those who report it.
    Unread(SourceSpan),
}

/// The tree of a file, made of its tokens at once: a file can have a million of them.
struct JsonTree<'t> {
    tokens: JsonTokens<'t>,
    budget: Budget,
    /// The items and entries of the lists and maps that are not at their end yet, the outermost first. A list or map takes
    /// its own at once, into memory of just their size; what these lists had room for stays with them until the end, which
    /// is for the outermost as much again.
    items: Vec<SourceNode<'t>>,
    entries: Vec<(SourceNode<'t>, SourceNode<'t>)>,
}

impl<'t> JsonTree<'t> {
    fn document(&mut self) -> Result<SourceNode<'t>, JsonStop> {
        let token = self.next()?;
        let node = self.value(token, 0)?;
        if self.tokens.is_at_end() { Ok(node) } else { Err(self.unread()) }
    }

    fn next(&mut self) -> Result<JsonToken<'t>, JsonStop> {
        self.tokens.next().ok_or_else(|| self.unread())
    }

    fn unread(&self) -> JsonStop {
        JsonStop::Unread(self.tokens.span())
    }

    /// The value that begins with a token.
    fn value(&mut self, token: JsonToken<'t>, depth: usize) -> Result<SourceNode<'t>, JsonStop> {
        let span = self.tokens.span();
        self.budget.take(1, depth, span).map_err(JsonStop::Limit)?;
        match token {
            JsonToken::Text(text) => Ok(scalar(span, text, ScalarForm::Quoted)),
            JsonToken::Plain(text) => Ok(scalar(span, Cow::Borrowed(text), ScalarForm::Plain)),
            JsonToken::Mark(b'[') => self.list(span.start, depth + 1),
            JsonToken::Mark(b'{') => self.map(span.start, depth + 1),
            JsonToken::Mark(_) => Err(JsonStop::Unread(span)),
        }
    }

    fn list(&mut self, start: usize, depth: usize) -> Result<SourceNode<'t>, JsonStop> {
        let first = self.items.len();
        let mut token = self.next()?;
        if token != JsonToken::Mark(b']') {
            loop {
                let item = self.value(token, depth)?;
                self.items.push(item);
                if self.is_last(b']')? {
                    break;
                }
                token = self.next()?;
            }
        }
        let span = SourceSpan { start, end: self.tokens.span().end };
        Ok(SourceNode::new(span, NodeContent::List(self.items.split_off(first))))
    }

    fn map(&mut self, start: usize, depth: usize) -> Result<SourceNode<'t>, JsonStop> {
        let first = self.entries.len();
        let mut token = self.next()?;
        if token != JsonToken::Mark(b'}') {
            loop {
                let span = self.tokens.span();
                let JsonToken::Text(key) = token else { return Err(JsonStop::Unread(span)) };
                self.budget.take(1, depth, span).map_err(JsonStop::Limit)?;
                if self.next()? != JsonToken::Mark(b':') {
                    return Err(self.unread());
                }
                let token_of_value = self.next()?;
                let value = self.value(token_of_value, depth)?;
                self.entries.push((scalar(span, key, ScalarForm::Quoted), value));
                if self.is_last(b'}')? {
                    break;
                }
                token = self.next()?;
            }
        }
        let span = SourceSpan { start, end: self.tokens.span().end };
        Ok(SourceNode::new(span, NodeContent::Map(self.entries.split_off(first))))
    }

    /// Whether a list or map ends here, or another item follows a comma.
    fn is_last(&mut self, end: u8) -> Result<bool, JsonStop> {
        match self.next()? {
            JsonToken::Mark(mark) if mark == end => Ok(true),
            JsonToken::Mark(b',') => Ok(false),
            _ => Err(self.unread()),
        }
    }
}

fn scalar(span: SourceSpan, text: Cow<'_, str>, style: ScalarForm) -> SourceNode<'_> {
    SourceNode::new(span, NodeContent::Scalar { text, style })
}

/// What is wrong with a string that is no JSON, in the words of the parser.
fn problem(text: &str, span: SourceSpan) -> ReadError {
    let strict = ParseOptions {
        allow_comments: false,
        allow_loose_object_property_names: false,
        allow_trailing_commas: false,
        allow_missing_commas: false,
        allow_single_quoted_strings: false,
        allow_hexadecimal_numbers: false,
        allow_unary_plus_numbers: false,
        allow_bare_decimal_point_numbers: false,
        allow_extended_string_escapes: false,
        allow_non_finite_numbers: false,
    };
    match parse_to_ast(text, &CollectOptions::default(), &strict) {
        Err(error) => {
            let (range, kind) = (error.range(), error.kind().to_string().to_lowercase());
            ReadError::new(SourceSpan { start: range.start, end: range.end }, format!("invalid JSON: {kind}"))
        }
        Ok(_) => ReadError::new(span, "invalid JSON: the document ends here or should"),
    }
}
