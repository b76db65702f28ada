//! What a field of a user's structure is, found out by the compiler: macros see only how its type is written, and
//! `Option` can be behind an alias or a macro's parameter.
//!
//! Each step is a method of a type that says nothing else, and where a special case does not apply, the type
//! dereferences to one that has the general case.

#![allow(clippy::unused_self, reason = "the compiler chooses a method by the type of `self`")]

use std::marker::PhantomData;
use std::ops::Deref;
use std::rc::Rc;
use std::sync::Arc;

/// The type of a field.
#[doc(hidden)]
#[derive(Debug)]
pub struct FieldType<F>(PhantomData<fn() -> F>);

/// The type of a field that is no `Option`.
#[doc(hidden)]
#[derive(Debug)]
pub struct PlainField<F>(PhantomData<fn() -> F>);

/// A field whose content is `G`, and which may be absent if `P` says so.
#[doc(hidden)]
#[derive(Debug)]
pub struct Content<P, G>(PhantomData<fn() -> (P, G)>);

/// A content that is in no container.
#[doc(hidden)]
#[derive(Debug)]
pub struct PlainContent<P, G>(PhantomData<fn() -> (P, G)>);

/// Whether a field may be absent.
#[doc(hidden)]
pub trait Presence {
    /// A field with a content.
    type Of<G>;
    /// The field of a content that is there.
    fn given<G>(content: G) -> Self::Of<G>;
    /// The field without a content, if that is possible.
    fn absent<G>() -> Option<Self::Of<G>>;
    /// The content, if it is there.
    fn option<G>(field: Self::Of<G>) -> Option<G>;
}

/// Fields that are an `Option`.
#[doc(hidden)]
#[derive(Debug)]
pub enum OptionalField {}

/// Fields that always have a content.
#[doc(hidden)]
#[derive(Debug)]
pub enum FilledField {}

impl Presence for OptionalField {
    type Of<G> = Option<G>;

    fn given<G>(content: G) -> Option<G> {
        Some(content)
    }

    fn absent<G>() -> Option<Option<G>> {
        Some(None)
    }

    fn option<G>(field: Option<G>) -> Option<G> {
        field
    }
}

impl Presence for FilledField {
    type Of<G> = G;

    fn given<G>(content: G) -> G {
        content
    }

    fn absent<G>() -> Option<G> {
        None
    }

    fn option<G>(field: G) -> Option<G> {
        Some(field)
    }
}

/// What a required member can be taken from.
#[doc(hidden)]
#[diagnostic::on_unimplemented(
    message = "this member is required, so its field cannot be an `Option`",
    label = "an `Option`; give the value itself"
)]
pub trait AlwaysGiven: Presence {
    /// The content.
    fn content<G>(field: Self::Of<G>) -> G;
}

impl AlwaysGiven for FilledField {
    fn content<G>(field: G) -> G {
        field
    }
}

impl<F> FieldType<F> {
    /// The type.
    pub const fn new() -> Self {
        Self(PhantomData)
    }

    /// The type of a value.
    pub const fn of(_: &F) -> Self {
        Self(PhantomData)
    }
}

impl<F> Default for FieldType<F> {
    fn default() -> Self {
        Self::new()
    }
}

impl<G> FieldType<Option<G>> {
    /// Whether the field may be absent.
    pub const fn __apigw_presence(&self) -> Content<OptionalField, G> {
        Content(PhantomData)
    }
}

impl<F> Deref for FieldType<F> {
    type Target = PlainField<F>;

    fn deref(&self) -> &Self::Target {
        &PlainField(PhantomData)
    }
}

impl<F> PlainField<F> {
    /// Whether the field may be absent.
    pub const fn __apigw_presence(&self) -> Content<FilledField, F> {
        Content(PhantomData)
    }
}

impl<P, G> Deref for Content<P, G> {
    type Target = PlainContent<P, G>;

    fn deref(&self) -> &Self::Target {
        &PlainContent(PhantomData)
    }
}

/// The methods by which a member is filled: with the content out of its container, if there is one.
macro_rules! contents {
    ($([$($bound:tt)*] $owner:ty => $content:ty: |$value:ident| $take:expr;)*) => {
        $(impl<P: Presence, $($bound)*> $owner {
            /// What a member that may be absent is set to.
            pub fn __apigw_option(&self, field: P::Of<contents!(@held $owner)>) -> Option<$content> {
                P::option(field).map(|$value| $take)
            }

            /// What a member that is required is set to.
            pub fn __apigw_value(&self, field: P::Of<contents!(@held $owner)>) -> $content
            where
                P: AlwaysGiven,
            {
                let $value = P::content(field);
                $take
            }
        })*
    };
    (@held $owner:ty) => { <$owner as Held>::Content };
}

/// What a field holds.
#[doc(hidden)]
pub trait Held {
    /// The type of it.
    type Content;
}

impl<P, G> Held for Content<P, G> {
    type Content = G;
}

impl<P, G> Held for PlainContent<P, G> {
    type Content = G;
}

contents! {
    [G] Content<P, Box<G>> => G: |value| *value;
    [G: Clone] Content<P, Rc<G>> => G: |value| Rc::unwrap_or_clone(value);
    [G: Clone] Content<P, Arc<G>> => G: |value| Arc::unwrap_or_clone(value);
    [] Content<P, Rc<str>> => String: |value| String::from(&*value);
    [] Content<P, Arc<str>> => String: |value| String::from(&*value);
    [G] PlainContent<P, G> => G: |value| value;
}
