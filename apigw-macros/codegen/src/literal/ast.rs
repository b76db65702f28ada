//! The values of a macro call: literals are known, every other expression is opaque.
//!
//! [`check`](apigw_spec::check()) treats them like a live structure. Each node keeps its span, so that a violation's
//! path leads back to the user's tokens.

use apigw_spec::Shape;
use apigw_spec::path::{Segment, ValuePath};
use apigw_spec::value::{Entries, Members, Sequence, ToValue, Value};
use apigw_spec::violation::Focus;
use proc_macro2::{Ident, Span, TokenStream};

use super::allow::Allow;

/// One value.
pub(crate) struct Literal {
    /// The user's tokens of an expression that is passed on as it is.
    pub(crate) tokens: TokenStream,
    /// Where the value is.
    pub(crate) span: Span,
    /// What is known of it.
    pub(crate) kind: LiteralKind,
    /// The file that it is read from, if it stands in one.
    pub(crate) file: Option<IncludedFile>,
    /// Whether its type is left to the place where it stands, as that of `value.into()` is.
    pub(crate) is_inferred: bool,
}

impl Literal {
    /// A value that stands in the call.
    pub(crate) fn new(tokens: TokenStream, span: Span, kind: LiteralKind) -> Self {
        Self { tokens, span, kind, file: None, is_inferred: false }
    }

    /// A value of which nothing is known.
    pub(crate) fn opaque(tokens: TokenStream, span: Span) -> Self {
        Self::new(tokens, span, LiteralKind::Opaque)
    }
}

/// What is known of a value.
pub(crate) enum LiteralKind {
    Opaque,
    Boolean(bool),
    Integer(i64),
    Double(f64),
    Text(String),
    Bytes(Vec<u8>),
    List(LiteralItems),
    Map(LiteralEntries),
    Structure(Fields),
}

/// A file that a call names.
pub(crate) enum IncludedFile {
    /// It was read. The path is as the compiler would show it.
    Read(String),
    /// It cannot be read, and why.
    Unreadable(String),
}

/// The items of a list.
pub(crate) struct LiteralItems(pub(crate) Vec<Literal>);

/// The entries of a map, by key.
pub(crate) struct LiteralEntries(pub(crate) Vec<(Literal, Literal)>);

/// The members of a structure.
#[derive(Default)]
pub(crate) struct Fields {
    /// The members in the order of the call.
    pub(crate) members: Vec<Field>,
    /// The expression after `..`, from which members that are not named come.
    pub(crate) base: Option<TokenStream>,
    /// `Default::default()` after `..`: members that are not named are absent.
    pub(crate) default: Option<TokenStream>,
    /// Whether only one member can be given: the structure is a union.
    pub(crate) is_union: bool,
}

/// One member of a structure.
pub(crate) struct Field {
    /// The setter, at the user's token.
    pub(crate) setter: Ident,
    /// The shape of the value.
    pub(crate) shape: &'static Shape,
    /// The position in the shape.
    pub(crate) index: usize,
    /// The name in the model.
    pub(crate) name: &'static str,
    /// The value.
    pub(crate) value: Literal,
    /// The rules that may be broken here.
    pub(crate) allows: Vec<Allow>,
    /// Whether the member is left out of the expansion, because what is wrong with it was reported.
    pub(crate) omit: bool,
    /// Whether the value is an `Option`.
    pub(crate) is_optional: bool,
    /// The `#[cfg(…)]` of the member.
    pub(crate) cfgs: TokenStream,
}

impl Field {
    /// The value as far as it surely is what is sent: under a condition, it may be missing.
    fn seen(&self) -> Value<'_> {
        if self.cfgs.is_empty() { self.value.to_value() } else { Value::Opaque }
    }
}

impl Fields {
    /// The member that a path begins with.
    pub(crate) fn first(&self, segments: &[Segment]) -> Option<&Field> {
        let Some(Segment::Member(name)) = segments.first() else { return None };
        self.find(|field| field.name == *name)
    }

    /// A member: the one that is sent in any case, if another one is under a condition.
    fn find(&self, is_wanted: impl Fn(&Field) -> bool) -> Option<&Field> {
        let wanted = || self.members.iter().filter(|field| is_wanted(field));
        wanted().find(|field| field.cfgs.is_empty()).or_else(|| wanted().next())
    }

    /// The value that a path leads to, or its key, if the call gives it.
    pub(crate) fn at(&self, segments: &[Segment], focus: Focus) -> Option<&Literal> {
        let (_, rest) = segments.split_first()?;
        self.first(segments)?.value.at(rest, focus)
    }

    /// The span of the value that a path leads to.
    pub(crate) fn span(&self, segments: &[Segment], focus: Focus) -> Option<Span> {
        self.at(segments, focus).map(|literal| literal.span)
    }

    /// The members that are sent in any case.
    pub(crate) fn unconditional(&self) -> impl Iterator<Item = &Field> {
        self.members.iter().filter(|field| field.cfgs.is_empty())
    }

    /// The string that a path leads to, as a list of one.
    pub(crate) fn in_brackets(&self, segments: &[Segment]) -> Option<String> {
        let value = self.at(segments, Focus::Value)?;
        let LiteralKind::Text(text) = &value.kind else { return None };
        // The name of a listed value is as good as the value.
        let is_name = value.span.source_text().as_deref() == Some(text);
        Some(if is_name { format!("[{text}]") } else { format!("[{text:?}]") })
    }

    /// The members on the way of a path that allow rules, outermost first.
    pub(crate) fn allows_along(&self, path: &ValuePath) -> Vec<&Allow> {
        let mut found = Vec::new();
        let mut fields = Some(self);
        let mut segments = path.segments.iter();
        while let (Some(here), Some(Segment::Member(name))) = (fields, segments.next()) {
            let Some(field) = here.find(|field| field.name == *name) else { break };
            found.extend(&field.allows);
            fields = field.value.fields_below(&mut segments);
        }
        found
    }

    /// Every allow in the structure.
    pub(crate) fn allows(&self) -> Vec<&Allow> {
        let each = self.members.iter();
        each.flat_map(|field| field.allows.iter().chain(field.value.allows())).collect()
    }
}

impl Literal {
    /// The text that is known, which bytes can be too.
    pub(crate) fn text(&self) -> Option<&str> {
        match &self.kind {
            LiteralKind::Text(text) => Some(text),
            LiteralKind::Bytes(bytes) => std::str::from_utf8(bytes).ok(),
            _ => None,
        }
    }

    /// Calls `visit` with the value and every value in it that is sent in any case.
    pub(crate) fn each(&self, visit: &mut dyn FnMut(&Self)) {
        visit(self);
        match &self.kind {
            LiteralKind::Structure(fields) => fields.unconditional().for_each(|field| field.value.each(visit)),
            LiteralKind::List(items) => items.0.iter().for_each(|item| item.each(visit)),
            LiteralKind::Map(entries) => entries.0.iter().for_each(|(_, value)| value.each(visit)),
            _ => {}
        }
    }

    fn at(&self, segments: &[Segment], focus: Focus) -> Option<&Self> {
        let Some((segment, rest)) = segments.split_first() else { return Some(self) };
        match (&self.kind, segment) {
            (LiteralKind::Structure(fields), Segment::Member(_)) => fields.at(segments, focus),
            (LiteralKind::List(items), Segment::Index(index)) => <[Self]>::get(&items.0, *index)?.at(rest, focus),
            (LiteralKind::Map(entries), Segment::Key(key)) => {
                let named = |(name, _): &&(Self, Self)| matches!(&name.kind, LiteralKind::Text(text) if text == key);
                let (name, value) = entries.0.iter().find(named)?;
                if rest.is_empty() && focus == Focus::Key { Some(name) } else { value.at(rest, focus) }
            }
            _ => None,
        }
    }

    /// The structure that the value is, or that the next segments lead to through lists.
    fn fields_below<'p>(&self, segments: &mut impl Iterator<Item = &'p Segment>) -> Option<&Fields> {
        let mut here = self;
        loop {
            match &here.kind {
                LiteralKind::Structure(fields) => return Some(fields),
                LiteralKind::List(items) => {
                    let Some(Segment::Index(index)) = segments.next() else { return None };
                    here = <[Self]>::get(&items.0, *index)?;
                }
                _ => return None,
            }
        }
    }

    /// Every allow in the value.
    fn allows(&self) -> Vec<&Allow> {
        match &self.kind {
            LiteralKind::Structure(fields) => fields.allows(),
            LiteralKind::List(items) => items.0.iter().flat_map(Self::allows).collect(),
            LiteralKind::Map(entries) => entries.0.iter().flat_map(|(_, value)| value.allows()).collect(),
            _ => Vec::new(),
        }
    }
}

impl ToValue for Literal {
    fn to_value(&self) -> Value<'_> {
        match &self.kind {
            LiteralKind::Opaque => Value::Opaque,
            LiteralKind::Boolean(value) => Value::Boolean(*value),
            LiteralKind::Integer(value) => Value::Integer(*value),
            LiteralKind::Double(value) => Value::Double(*value),
            LiteralKind::Text(text) => Value::Text(text),
            LiteralKind::Bytes(bytes) => Value::Blob(bytes),
            LiteralKind::List(items) => Value::List(items),
            LiteralKind::Map(entries) => Value::Map(entries),
            LiteralKind::Structure(fields) => Value::Structure(fields),
        }
    }
}

impl Sequence for LiteralItems {
    fn len(&self) -> usize {
        self.0.len()
    }

    fn get(&self, index: usize) -> Value<'_> {
        <[Literal]>::get(&self.0, index).map_or(Value::Absent, ToValue::to_value)
    }
}

impl Entries for LiteralEntries {
    fn len(&self) -> usize {
        self.0.len()
    }

    fn visit<'a>(&'a self, visit: &mut dyn FnMut(Value<'a>, Value<'a>)) {
        for (key, value) in &self.0 {
            visit(key.to_value(), value.to_value());
        }
    }

    fn get(&self, key: &str) -> Value<'_> {
        let found = self.0.iter().find(|(name, _)| matches!(&name.kind, LiteralKind::Text(text) if text == key));
        match found {
            Some((_, value)) => value.to_value(),
            None if self.is_complete() => Value::Absent,
            None => Value::Opaque,
        }
    }

    fn is_complete(&self) -> bool {
        self.0.iter().all(|(name, _)| matches!(name.kind, LiteralKind::Text(_)))
    }
}

impl Members for Fields {
    fn member(&self, index: usize, _name: &str) -> Value<'_> {
        match self.find(|field| field.index == index) {
            Some(field) => field.seen(),
            None if self.base.is_some() => Value::Opaque,
            None => Value::Absent,
        }
    }
}
