//! What can follow in JSON of which only parts are known.

/// A bracket that is open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Open {
    Object,
    Array,
}

/// What is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Mode {
    /// A value has to follow; the first of an array need not.
    Value(bool),
    /// A name has to follow; the first of an object need not.
    Name(bool),
    /// A colon has to follow.
    Colon,
    /// A value is complete.
    After,
    /// Within a string, which may be a name.
    Text(bool),
    /// After a backslash in a string.
    Escape(bool),
    /// Within a number or a word.
    Scalar,
}

/// One possibility of where a reader is.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Possibility {
    mode: Mode,
    /// The open brackets that are known, the innermost at the end.
    open: Vec<Open>,
    /// Whether others may be open around them.
    has_more: bool,
}

/// All possibilities of where a reader of JSON is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Possibilities(Vec<Possibility>);

/// So many possibilities, and so many brackets, are followed.
const LIMIT: usize = 200;

/// There are too many possibilities to follow.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct TooMany;

impl Possibilities {
    /// Nothing is possible.
    pub(super) fn none() -> Self {
        Self(Vec::new())
    }

    /// At the beginning of a document that is an object or an array.
    pub(super) fn start() -> Self {
        Self(vec![Possibility { mode: Mode::After, open: Vec::new(), has_more: false }])
    }

    /// After something that nothing is known of.
    pub(super) fn any() -> Self {
        use Mode::{After, Colon, Escape, Name, Scalar, Text, Value};

        let within = |open, mode| Possibility { mode, open: vec![open], has_more: true };
        let of_object = [Name(false), Name(true), Colon, Text(true), Escape(true)];
        let of_both = [Value(false), After, Text(false), Escape(false), Scalar];
        let mut found = Self::start();
        found.0.extend(of_object.map(|mode| within(Open::Object, mode)));
        found.0.extend(of_both.map(|mode| within(Open::Object, mode)));
        found.0.extend(of_both.map(|mode| within(Open::Array, mode)));
        found.0.push(within(Open::Array, Value(true)));
        found
    }

    /// Whether nothing is possible.
    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether the document can be complete.
    pub(super) fn can_end(&self) -> bool {
        self.0.iter().any(|at| at.open.is_empty() && at.mode == Mode::After)
    }

    /// Those of both.
    pub(super) fn or(mut self, other: Self) -> Result<Self, TooMany> {
        for possibility in other.0 {
            self.add(possibility)?;
        }
        Ok(self)
    }

    /// After a character.
    pub(super) fn read(&self, c: char) -> Result<Self, TooMany> {
        let mut next = Self(Vec::new());
        for possibility in &self.0 {
            possibility.read(c, &mut next)?;
        }
        Ok(next)
    }

    fn add(&mut self, possibility: Possibility) -> Result<(), TooMany> {
        if self.0.len() > LIMIT || possibility.open.len() > LIMIT {
            return Err(TooMany);
        }
        if !self.0.contains(&possibility) {
            self.0.push(possibility);
        }
        Ok(())
    }
}

impl Possibility {
    fn read(&self, c: char, next: &mut Possibilities) -> Result<(), TooMany> {
        let is_blank = matches!(c, ' ' | '\t' | '\n' | '\r');
        let to = |mode| Self { mode, ..self.clone() };
        match (self.mode, c) {
            (Mode::Text(_) | Mode::Escape(_), _) => next.add(to(self.mode_in_text(c))),
            (Mode::Scalar, c) if c.is_ascii_alphanumeric() || matches!(c, '+' | '-' | '.') => next.add(self.clone()),
            (Mode::Scalar, c) => to(Mode::After).read(c, next),
            _ if is_blank => next.add(self.clone()),
            (Mode::Value(true), ']') | (Mode::Name(true), '}') | (Mode::After, '}' | ']') => self.close(c, next),
            (Mode::Value(_), '"') => next.add(to(Mode::Text(false))),
            (Mode::Value(_), '{' | '[') => next.add(self.opened(c)),
            (Mode::Value(_), '-' | '0'..='9' | 't' | 'f' | 'n') => next.add(to(Mode::Scalar)),
            (Mode::Name(_), '"') => next.add(to(Mode::Text(true))),
            (Mode::Colon, ':') => next.add(to(Mode::Value(false))),
            (Mode::After, ',') => match self.open.last() {
                Some(Open::Object) => next.add(to(Mode::Name(false))),
                Some(Open::Array) => next.add(to(Mode::Value(false))),
                None => Ok(()),
            },
            // Documents may follow one another.
            (Mode::After, '{' | '[') if self.open.is_empty() => next.add(self.opened(c)),
            _ => Ok(()),
        }
    }

    fn mode_in_text(&self, c: char) -> Mode {
        match (self.mode, c) {
            (Mode::Text(is_name), '\\') => Mode::Escape(is_name),
            (Mode::Text(true), '"') => Mode::Colon,
            (Mode::Text(false), '"') => Mode::After,
            (Mode::Escape(is_name), _) => Mode::Text(is_name),
            (mode, _) => mode,
        }
    }

    fn opened(&self, c: char) -> Self {
        let mut opened = self.clone();
        opened.open.push(if c == '{' { Open::Object } else { Open::Array });
        opened.mode = if c == '{' { Mode::Name(true) } else { Mode::Value(true) };
        opened
    }

    fn close(&self, c: char, next: &mut Possibilities) -> Result<(), TooMany> {
        let wanted = if c == '}' { Open::Object } else { Open::Array };
        let mut closed = Self { mode: Mode::After, ..self.clone() };
        if closed.open.pop() != Some(wanted) {
            return Ok(());
        }
        if closed.open.is_empty() && closed.has_more {
            for open in [Open::Object, Open::Array] {
                next.add(Self { open: vec![open], ..closed.clone() })?;
            }
            closed.has_more = false;
        }
        next.add(closed)
    }
}
