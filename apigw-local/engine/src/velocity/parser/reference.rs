//! References: names, members, and what stands before their dollar sign.

use super::stream::{Parsed, Parser, Span};
use crate::velocity::lexer::Kind;
use crate::velocity::tree::{Accessor, Reference};

/// What the first token of a reference says about it.
#[derive(Debug, Default)]
struct ReferenceHead {
    root: String,
    is_bare: bool,
    is_escaped: bool,
    has_value: bool,
    slashes: String,
    prefix: String,
    source: String,
}

impl Parser<'_> {
    /// Reads a reference, and says which tokens it is made of.
    pub(super) fn reference(&mut self) -> Parsed<(Reference, Span)> {
        self.deeper(Self::reference_within)
    }

    fn reference_within(&mut self) -> Parsed<(Reference, Span)> {
        self.peek(1)?;
        let first = self.position() + 1;
        let offset = self.token(first).start;
        let formal = self.eat(Kind::ReferenceOpen)?;
        self.expect(Kind::Identifier, "the name of a variable")?;
        let mut steps = Vec::new();
        self.indexes(&mut steps)?;
        while self.is_at_member()? {
            self.expect(Kind::Dot, "a dot")?;
            let step = if self.is_at_method()? { self.method()? } else { self.property()? };
            steps.push(step);
            self.indexes(&mut steps)?;
        }

        if formal {
            self.expect(Kind::ReferenceClose, "the closing brace of the reference")?;
        }
        let span = Span { first, last: self.position() };
        let head = self.head(span);
        let reference = Reference {
            root: head.root.into(),
            steps,
            is_bare: head.is_bare,
            is_escaped: head.is_escaped,
            has_value: head.has_value,
            slashes: head.slashes.into(),
            prefix: head.prefix.into(),
            source: head.source.into(),
            offset,
        };
        Ok((reference, span))
    }

    fn property(&mut self) -> Parsed<Accessor> {
        let name = self.expect(Kind::Identifier, "the name of a member")?;
        Ok(Accessor::Property(self.image(name).into()))
    }

    fn method(&mut self) -> Parsed<Accessor> {
        let name = self.expect(Kind::Identifier, "the name of a method")?;
        let name = self.image(name).into();
        self.expect(Kind::ParenOpen, "an opening parenthesis")?;
        let mut arguments = Vec::new();
        if self.peek(1)? != Kind::ArgumentsClose {
            arguments.push(self.value()?.0);
            while self.eat(Kind::Comma)? {
                arguments.push(self.value()?.0);
            }
        }
        self.expect(Kind::ArgumentsClose, "a closing parenthesis")?;
        Ok(Accessor::Method(name, arguments))
    }

    fn indexes(&mut self, steps: &mut Vec<Accessor>) -> Parsed<()> {
        while self.eat(Kind::IndexOpen)? {
            self.eat(Kind::Space)?;
            let (index, _) = match self.peek(1)? {
                Kind::String | Kind::Integer | Kind::True | Kind::False | Kind::Identifier | Kind::ReferenceOpen => {
                    self.simple_value()?
                }
                _ => return Err(self.unexpected("a string, an integer or a reference as index")),
            };
            self.eat(Kind::Space)?;
            self.expect(Kind::IndexClose, "a closing bracket")?;
            steps.push(Accessor::Index(index));
        }
        Ok(())
    }

    /// Reads what stands before the name. Backslashes and further dollar signs are cut off the token, as Velocity does:
    /// what is printed as source is printed without them.
    fn head(&mut self, span: Span) -> ReferenceHead {
        let image = self.image(span.first);
        if let Some(at) = image.find("\\!") {
            return slash_bang(image, at);
        }
        let mut head = ReferenceHead { has_value: true, ..ReferenceHead::default() };
        let slashes = image.len() - image.trim_start_matches('\\').len();
        head.is_escaped = slashes % 2 == 1;
        head.slashes = "\\".repeat(slashes / 2);
        self.cut(span.first, slashes);
        if let Some(at) = self.image(span.first).rfind('$') {
            self.image(span.first).get(..at).unwrap_or("").clone_into(&mut head.prefix);
            self.cut(span.first, at);
        }
        head.source = self.literal(span);
        let image = self.image(span.first);
        let name = self.image(span.first + 1);

        if let Some(quiet) = image.strip_prefix("$!") {
            if !head.is_escaped {
                head.source.clear();
            }
            let root = if quiet.starts_with('{') { name } else { quiet };
            root.clone_into(&mut head.root);
        } else if image == "${" {
            name.clone_into(&mut head.root);
        } else if let Some(plain) = image.strip_prefix('$') {
            plain.clone_into(&mut head.root);
        } else {
            image.clone_into(&mut head.root);
            head.is_bare = true;
        }
        head
    }
}

/// `$\!name` is no reference: one backslash is taken out, and the rest has no value.
fn slash_bang(image: &str, slash: usize) -> ReferenceHead {
    let dollar = image.find('$').unwrap_or(0);
    let after = image.get(dollar..).unwrap_or("");
    let start = dollar + after.find('\\').unwrap_or(slash.saturating_sub(dollar));
    let run = image.get(start..).unwrap_or("");
    let count = run.len() - run.trim_start_matches('\\').len();
    let kept = image.get(..start + count.saturating_sub(1)).unwrap_or("");
    let root = format!("{kept}{}", image.get(start + count..).unwrap_or(""));
    ReferenceHead { source: root.clone(), root, ..ReferenceHead::default() }
}
