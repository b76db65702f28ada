//! Where the grammar needs more than the next token.
//!
//! As in Velocity, most questions look at two or three tokens and take what they see for an answer; only whether a
//! bracket opens a range is found out for certain.

use super::stream::{Parsed, Parser};
use crate::velocity::lexer::Kind;

/// Whether a value may begin with a token.
fn begins_value(kind: Kind) -> bool {
    matches!(
        kind,
        Kind::String
            | Kind::Integer
            | Kind::Float
            | Kind::True
            | Kind::False
            | Kind::BracketOpen
            | Kind::CurlyOpen
            | Kind::Identifier
            | Kind::ReferenceOpen
    )
}

impl Parser<'_> {
    /// Whether a reference follows.
    pub(super) fn is_at_reference(&mut self) -> Parsed<bool> {
        Ok(match self.peek(1)? {
            Kind::Identifier => {
                self.peek(2)?;
                true
            }
            Kind::ReferenceOpen => self.peek(2)? == Kind::Identifier,
            _ => false,
        })
    }

    /// Whether another argument of a directive follows.
    pub(super) fn is_at_argument(&mut self) -> Parsed<bool> {
        let argument = |kind| begins_value(kind) || kind == Kind::Word;
        Ok(match self.peek(1)? {
            Kind::Space => {
                let second = self.peek(2)?;
                second == Kind::Comma || argument(second)
            }
            Kind::Comma => {
                let second = self.peek(2)?;
                second == Kind::Space || argument(second)
            }
            Kind::Identifier | Kind::ReferenceOpen => self.is_at_reference()?,
            Kind::BracketOpen => self.is_list_after_bracket(2)?,
            Kind::CurlyOpen => self.is_map_after_brace(2)?,
            first => argument(first),
        })
    }

    /// Whether a brace opens a map with entries.
    pub(super) fn is_at_entry(&mut self) -> Parsed<bool> {
        Ok(match self.peek(1)? {
            Kind::Space => begins_value(self.peek(2)?),
            Kind::String | Kind::Integer | Kind::Float | Kind::True | Kind::False => {
                matches!(self.peek(2)?, Kind::Space | Kind::Colon)
            }
            Kind::Identifier => {
                matches!(self.peek(2)?, Kind::IndexOpen | Kind::Dot | Kind::Space | Kind::Colon)
            }
            Kind::ReferenceOpen => self.peek(2)? == Kind::Identifier,
            Kind::BracketOpen => self.is_list_after_bracket(2)?,
            Kind::CurlyOpen => self.is_map_after_brace(2)?,
            _ => false,
        })
    }

    fn is_list_after_bracket(&mut self, ahead: usize) -> Parsed<bool> {
        let kind = self.peek(ahead)?;
        Ok(begins_value(kind) || matches!(kind, Kind::Space | Kind::BracketClose))
    }

    fn is_map_after_brace(&mut self, ahead: usize) -> Parsed<bool> {
        let kind = self.peek(ahead)?;
        Ok(begins_value(kind) || matches!(kind, Kind::Space | Kind::CurlyClose | Kind::ReferenceClose))
    }

    /// Whether a member of a reference follows.
    pub(super) fn is_at_member(&mut self) -> Parsed<bool> {
        Ok(self.peek(1)? == Kind::Dot && self.peek(2)? == Kind::Identifier)
    }

    /// Whether the member is a method.
    pub(super) fn is_at_method(&mut self) -> Parsed<bool> {
        if self.peek(1)? != Kind::Identifier || self.peek(2)? != Kind::ParenOpen {
            return Ok(false);
        }
        let third = self.peek(3)?;
        Ok(begins_value(third) || matches!(third, Kind::Space | Kind::ArgumentsClose))
    }

    /// Whether a negation follows.
    pub(super) fn is_at_not(&mut self) -> Parsed<bool> {
        Ok(match self.peek(1)? {
            Kind::Space => self.peek(2)? == Kind::Not,
            Kind::Not => {
                let second = self.peek(2)?;
                begins_value(second) || matches!(second, Kind::Space | Kind::Not | Kind::ParenOpen)
            }
            _ => false,
        })
    }

    /// Whether a range follows, up to its dots.
    pub(super) fn is_at_range(&mut self) -> Parsed<bool> {
        let next = self.position() + 1;
        Ok(self.scan_range_start(next)?.is_some())
    }

    fn scan(&mut self, at: usize, kind: Kind) -> Parsed<Option<usize>> {
        Ok((self.look(at)? == kind).then_some(at + 1))
    }

    fn skip_space(&mut self, at: usize) -> Parsed<usize> {
        Ok(self.scan(at, Kind::Space)?.unwrap_or(at))
    }

    fn scan_bound(&mut self, at: usize) -> Parsed<Option<usize>> {
        let at = self.skip_space(at)?;
        let bound = match self.scan_reference(at)? {
            Some(after) => Some(after),
            None => self.scan(at, Kind::Integer)?,
        };
        match bound {
            Some(after) => self.skip_space(after).map(Some),
            None => Ok(None),
        }
    }

    fn scan_range_start(&mut self, at: usize) -> Parsed<Option<usize>> {
        let Some(at) = self.scan(at, Kind::BracketOpen)? else { return Ok(None) };
        let Some(at) = self.scan_bound(at)? else { return Ok(None) };
        self.scan(at, Kind::DoubleDot)
    }

    fn scan_range(&mut self, at: usize) -> Parsed<Option<usize>> {
        let Some(at) = self.scan_range_start(at)? else { return Ok(None) };
        let Some(at) = self.scan_bound(at)? else { return Ok(None) };
        self.scan(at, Kind::BracketClose)
    }

    fn scan_reference(&mut self, at: usize) -> Parsed<Option<usize>> {
        self.deeper(|this| {
            if let Some(at) = this.scan(at, Kind::Identifier)? {
                return this.scan_members(at).map(Some);
            }
            let Some(at) = this.scan(at, Kind::ReferenceOpen)? else { return Ok(None) };
            let Some(at) = this.scan(at, Kind::Identifier)? else { return Ok(None) };
            let at = this.scan_members(at)?;
            this.scan(at, Kind::ReferenceClose)
        })
    }

    fn scan_members(&mut self, at: usize) -> Parsed<usize> {
        let mut at = self.scan_indexes(at)?;
        loop {
            let Some(name) = self.scan(at, Kind::Dot)? else { return Ok(at) };
            let after = match self.scan_method(name)? {
                Some(after) => Some(after),
                None => self.scan(name, Kind::Identifier)?,
            };
            let Some(after) = after else { return Ok(at) };
            at = self.scan_indexes(after)?;
        }
    }

    fn scan_indexes(&mut self, mut at: usize) -> Parsed<usize> {
        while let Some(after) = self.scan_index(at)? {
            at = after;
        }
        Ok(at)
    }

    fn scan_index(&mut self, at: usize) -> Parsed<Option<usize>> {
        let Some(at) = self.scan(at, Kind::IndexOpen)? else { return Ok(None) };
        let at = self.skip_space(at)?;
        let kind = self.look(at)?;
        let after = if matches!(kind, Kind::String | Kind::Integer | Kind::True | Kind::False) {
            Some(at + 1)
        } else {
            self.scan_reference(at)?
        };
        let Some(after) = after else { return Ok(None) };
        let after = self.skip_space(after)?;
        self.scan(after, Kind::IndexClose)
    }

    fn scan_method(&mut self, at: usize) -> Parsed<Option<usize>> {
        let Some(at) = self.scan(at, Kind::Identifier)? else { return Ok(None) };
        let Some(at) = self.scan(at, Kind::ParenOpen)? else { return Ok(None) };
        let after = self.scan_values(at)?.unwrap_or(at);
        self.scan(after, Kind::ArgumentsClose)
    }

    fn scan_values(&mut self, at: usize) -> Parsed<Option<usize>> {
        let Some(mut at) = self.scan_value(at)? else { return Ok(None) };
        while let Some(next) = self.scan(at, Kind::Comma)? {
            let Some(after) = self.scan_value(next)? else { break };
            at = after;
        }
        Ok(Some(at))
    }

    fn scan_value(&mut self, at: usize) -> Parsed<Option<usize>> {
        let at = self.skip_space(at)?;
        let after = match self.look(at)? {
            Kind::String | Kind::Integer | Kind::Float | Kind::True | Kind::False => Some(at + 1),
            Kind::BracketOpen => match self.deeper(|this| this.scan_range(at))? {
                Some(after) => Some(after),
                None => self.deeper(|this| this.scan_list(at))?,
            },
            Kind::CurlyOpen => self.deeper(|this| this.scan_map(at))?,
            _ => self.scan_reference(at)?,
        };
        match after {
            Some(after) => self.skip_space(after).map(Some),
            None => Ok(None),
        }
    }

    fn scan_list(&mut self, at: usize) -> Parsed<Option<usize>> {
        let Some(at) = self.scan(at, Kind::BracketOpen)? else { return Ok(None) };
        let after = self.scan_values(at)?.unwrap_or(at);
        self.scan(after, Kind::BracketClose)
    }

    fn scan_map(&mut self, at: usize) -> Parsed<Option<usize>> {
        let Some(start) = self.scan(at, Kind::CurlyOpen)? else { return Ok(None) };
        let at = match self.scan_entries(start)? {
            Some(after) => after,
            None => self.skip_space(start)?,
        };
        match self.scan(at, Kind::CurlyClose)? {
            Some(after) => Ok(Some(after)),
            None => self.scan(at, Kind::ReferenceClose),
        }
    }

    fn scan_entries(&mut self, at: usize) -> Parsed<Option<usize>> {
        let Some(mut at) = self.scan_entry(at)? else { return Ok(None) };
        while let Some(next) = self.scan(at, Kind::Comma)? {
            let Some(after) = self.scan_entry(next)? else { break };
            at = after;
        }
        Ok(Some(at))
    }

    fn scan_entry(&mut self, at: usize) -> Parsed<Option<usize>> {
        let Some(at) = self.scan_value(at)? else { return Ok(None) };
        let Some(at) = self.scan(at, Kind::Colon)? else { return Ok(None) };
        self.scan_value(at)
    }
}
