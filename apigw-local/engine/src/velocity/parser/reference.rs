//! References: names, members, and what stands before their dollar sign.

use super::stream::{Parsed, Parser, Span};
use crate::velocity::lexer::Kind;
use crate::velocity::tree::{Accessor, Expression, ListRange, Reference, TextPart, place};

impl<'a> Parser<'a> {
    /// Reads a reference, and says which tokens it is made of.
    pub(super) fn reference(&mut self) -> Parsed<(u32, Span)> {
        self.deeper(Self::reference_within)
    }

    fn reference_within(&mut self) -> Parsed<(u32, Span)> {
        self.peek(1)?;
        let first = self.position() + 1;
        let offset = self.token(first).start;
        let formal = self.eat(Kind::ReferenceOpen)?;
        self.expect(Kind::Identifier, "the name of a variable")?;
        let begin = self.begin::<Accessor>();
        self.indexes()?;
        while self.is_at_member()? {
            self.expect(Kind::Dot, "a dot")?;
            let step = if self.is_at_method()? { self.method()? } else { self.property()? };
            self.push(step);
            self.indexes()?;
        }

        if formal {
            self.expect(Kind::ReferenceClose, "the closing brace of the reference")?;
        }
        let steps = self.end::<Accessor>(begin);
        let span = Span { first, last: self.position() };
        let head = self.head(span);
        let at = self.build.tree.references.len();
        self.build.tree.references.push(Reference { steps, offset: place(offset), ..head });
        Ok((place(at), span))
    }

    fn property(&mut self) -> Parsed<Accessor> {
        let name = self.expect(Kind::Identifier, "the name of a member")?;
        Ok(Accessor::Property(self.source_of(name)))
    }

    fn method(&mut self) -> Parsed<Accessor> {
        let name = self.expect(Kind::Identifier, "the name of a method")?;
        let name = self.source_of(name);
        self.expect(Kind::ParenOpen, "an opening parenthesis")?;
        let arguments = if self.peek(1)? == Kind::ArgumentsClose {
            ListRange::default()
        } else {
            let first = self.value()?.0;
            if self.peek(1)? == Kind::Comma { self.more_arguments(first)? } else { self.single(first) }
        };
        self.expect(Kind::ArgumentsClose, "a closing parenthesis")?;
        Ok(Accessor::Method(name, arguments))
    }

    fn more_arguments(&mut self, first: Expression) -> Parsed<ListRange> {
        let begin = self.begin::<Expression>();
        self.push(first);
        while self.eat(Kind::Comma)? {
            let argument = self.value()?.0;
            self.push(argument);
        }
        Ok(self.end::<Expression>(begin))
    }

    fn indexes(&mut self) -> Parsed<()> {
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
            self.push(Accessor::Index(index));
        }
        Ok(())
    }

    /// Reads what stands before the name. Backslashes and further dollar signs are cut off the token, as Velocity does:
    /// what is printed as source is printed without them.
    fn head(&mut self, span: Span) -> Reference {
        let (image, start) = (self.image(span.first), self.token(span.first).start);
        if let [b'$', b'a'..=b'z' | b'A'..=b'Z' | b'_', ..] = image.as_bytes() {
            return self.plain_head(span, image.get(1..).unwrap_or(""), start);
        }
        let has_slash = image.bytes().any(|byte| byte == b'\\');
        if has_slash && let Some(at) = image.find("\\!") {
            return self.slash_bang(image, at);
        }
        let slashes = if has_slash { image.len() - image.trim_start_matches('\\').len() } else { 0 };
        let dollar = image.bytes().skip(slashes).rposition(|byte| byte == b'$').unwrap_or(0);
        self.cut(span.first, slashes + dollar);
        let is_escaped = slashes % 2 == 1;
        let slash_part = self.part(start..start + slashes / 2);
        let prefix = self.part(start + slashes..start + slashes + dollar);
        let mut source = self.literal(span);
        let image = self.image(span.first);
        let name = self.image(span.first + 1);

        let (root, is_bare) = if let Some(quiet) = image.strip_prefix("$!") {
            if !is_escaped {
                source = TextPart::default();
            }
            (if quiet.starts_with('{') { name } else { quiet }, false)
        } else if image == "${" {
            (name, false)
        } else if let Some(plain) = image.strip_prefix('$') {
            (plain, false)
        } else {
            (image, true)
        };
        Reference {
            root: self.source_at(root, span),
            variable: self.build.tree.names.slot(root),
            steps: ListRange::default(),
            is_bare,
            is_escaped,
            has_value: true,
            slashes: slash_part,
            prefix,
            source,
            offset: 0,
        }
    }

    /// The head of `$name`, before which nothing stands.
    fn plain_head(&mut self, span: Span, name: &str, start: usize) -> Reference {
        Reference {
            root: self.part(start + 1..start + 1 + name.len()),
            variable: self.build.tree.names.slot(name),
            steps: ListRange::default(),
            is_bare: false,
            is_escaped: false,
            has_value: true,
            slashes: TextPart::default(),
            prefix: TextPart::default(),
            source: self.literal(span),
            offset: 0,
        }
    }

    /// `$\!name` is no reference: one backslash is taken out, and the rest has no value.
    fn slash_bang(&mut self, image: &str, slash: usize) -> Reference {
        let dollar = image.find('$').unwrap_or(0);
        let after = image.get(dollar..).unwrap_or("");
        let start = dollar + after.find('\\').unwrap_or(slash.saturating_sub(dollar));
        let run = image.get(start..).unwrap_or("");
        let count = run.len() - run.trim_start_matches('\\').len();
        let kept = image.get(..start + count.saturating_sub(1)).unwrap_or("");
        let root = format!("{kept}{}", image.get(start + count..).unwrap_or(""));
        let source = self.build.extra(&root);
        Reference {
            root: source,
            variable: self.build.tree.names.slot(&root),
            steps: ListRange::default(),
            is_bare: false,
            is_escaped: false,
            has_value: false,
            slashes: TextPart::default(),
            prefix: TextPart::default(),
            source,
            offset: 0,
        }
    }

    /// The part of the text that a token is.
    pub(super) fn source_of(&self, token: usize) -> TextPart {
        let token = self.token(token);
        self.part(token.start..token.end)
    }

    /// The part of the text that the name of a reference is: the end of one of its first two tokens.
    fn source_at(&self, name: &'a str, span: Span) -> TextPart {
        let first = self.token(span.first);
        let is_second = !self.image(span.first).ends_with(name);
        let end = if is_second { self.token(span.first + 1).end } else { first.end };
        self.part(end.saturating_sub(name.len())..end)
    }
}
