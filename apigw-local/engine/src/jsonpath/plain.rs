//! Paths of members and elements alone, as nearly all are: they are followed while they are read.

/// A step of such a path.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum PlainStep<'p> {
    /// `.name`.
    Member(&'p str),
    /// `[7]`.
    Element(u32),
}

/// The steps of a path.
#[derive(Debug, Clone)]
pub(crate) struct PlainSteps<'p> {
    rest: &'p str,
}

/// The path has steps of other kinds, or is none.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct OtherSteps;

impl<'p> PlainSteps<'p> {
    /// The steps of a path; nothing if it begins like no plain path.
    pub(crate) fn of(path: &'p str) -> Option<Self> {
        path.strip_prefix('$').map(|rest| Self { rest })
    }

    fn step(&mut self) -> Option<PlainStep<'p>> {
        let is_member = self.rest.starts_with('.');
        let accept = if is_member { is_name } else { is_digit };
        let inner = self.rest.strip_prefix(['.', '['])?;
        let (name, rest) = inner.split_at_checked(inner.bytes().take_while(|byte| accept(*byte)).count())?;
        if is_member {
            self.rest = rest;
            return (!name.is_empty()).then_some(PlainStep::Member(name));
        }
        self.rest = rest.strip_prefix(']')?;
        // Nine digits are always an integer.
        (name.len() < 10).then(|| name.parse().ok().map(PlainStep::Element))?
    }
}

impl<'p> Iterator for PlainSteps<'p> {
    type Item = Result<PlainStep<'p>, OtherSteps>;

    fn next(&mut self) -> Option<Self::Item> {
        (!self.rest.is_empty()).then(|| self.step().ok_or(OtherSteps))
    }
}

fn is_name(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-') || !byte.is_ascii()
}

fn is_digit(byte: u8) -> bool {
    byte.is_ascii_digit()
}

#[cfg(test)]
mod tests {
    use super::{OtherSteps, PlainStep, PlainSteps};

    #[test]
    fn only_members_and_elements_are_plain() {
        let steps = |path| PlainSteps::of(path).map(Iterator::collect::<Result<Vec<_>, _>>);
        assert_eq!(steps("$"), Some(Ok(Vec::new())));
        let expected = vec![PlainStep::Member("a-b"), PlainStep::Element(7), PlainStep::Member("é")];
        assert_eq!(steps("$.a-b[7].é"), Some(Ok(expected)));
        for path in [
            "$.",
            "$..a",
            "$.a.",
            "$.*",
            "$[*]",
            "$['a']",
            "$[-1]",
            "$[]",
            "$[1,2]",
            "$[1",
            "$.a b",
            "$ ",
            "$a",
            "$[1234567890]",
        ] {
            assert_eq!(steps(path), Some(Err(OtherSteps)), "{path}");
        }

        assert_eq!(steps("a"), None);
        assert_eq!(steps(" $.a"), None);
    }
}
