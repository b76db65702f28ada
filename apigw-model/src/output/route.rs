//! The way of a member into a field, which the compiler finds by the methods that the types have.

#![allow(clippy::unused_self, clippy::type_complexity, reason = "the compiler chooses a method by the type of `self`")]

use std::fmt::Display;
use std::marker::PhantomData;
use std::ops::Deref;
use std::str::FromStr;

use super::error::MemberError;
use super::parts::{Collection, FromMember, MemberParts};
use crate::field::{Content, Presence};

/// How a member gets into a field with the content `G`.
#[doc(hidden)]
#[derive(Debug)]
pub struct Route<P, G, D>(PhantomData<fn() -> (P, G, D)>);

/// The same for a member that is taken by its parts.
#[doc(hidden)]
#[derive(Debug)]
pub struct RouteByParts<P, G, D>(PhantomData<fn() -> (P, G, D)>);

/// The same for a member that is read.
#[doc(hidden)]
#[derive(Debug)]
pub struct Parsing<P, G>(PhantomData<fn() -> (P, G)>);

/// The same for a type that is read by a conversion.
#[doc(hidden)]
#[derive(Debug)]
pub struct ParsingByConversion<P, G>(PhantomData<fn() -> (P, G)>);

/// Says how a member is made of parts; its value says the rest.
#[doc(hidden)]
pub const fn parts<D: MemberParts>(_: &Option<D::Value>) -> PhantomData<fn() -> D> {
    PhantomData
}

/// The same for a member that is required.
#[doc(hidden)]
pub const fn required_parts<D: MemberParts>(_: &D::Value) -> PhantomData<fn() -> D> {
    PhantomData
}

impl<P: Presence, G> Content<P, G> {
    /// The way of a member with these parts.
    pub const fn __apigw_route<D: MemberParts>(&self, _: PhantomData<fn() -> D>) -> Route<P, G, D> {
        Route(PhantomData)
    }

    /// The way of a member that is read.
    pub const fn __apigw_parsing(&self) -> Parsing<P, G> {
        Parsing(PhantomData)
    }
}

/// Takes a member by a conversion of its value.
fn take<P: Presence, G, M>(
    value: Option<M>,
    (structure, member): (&'static str, &'static str),
    convert: impl FnOnce(M) -> Result<G, MemberError>,
) -> Result<P::Of<G>, MemberError> {
    match value {
        Some(value) => convert(value).map(P::given).map_err(|error| error.at(structure, member)),
        None => P::absent().ok_or(MemberError::missing(structure, member)),
    }
}

impl<P: Presence, G, D: Collection> Route<P, G, D>
where
    G: TryFrom<D::Value>,
    MemberError: From<G::Error>,
{
    /// Takes the member as a whole.
    pub fn __apigw_take(
        &self,
        value: Option<D::Value>,
        place: (&'static str, &'static str),
    ) -> Result<P::Of<G>, MemberError> {
        take::<P, _, _>(value, place, |value| Ok(G::try_from(value)?))
    }
}

impl<P, G, D> Deref for Route<P, G, D> {
    type Target = RouteByParts<P, G, D>;

    fn deref(&self) -> &Self::Target {
        &RouteByParts(PhantomData)
    }
}

impl<P: Presence, G, D: MemberParts> RouteByParts<P, G, D> {
    /// Takes the member by its parts.
    pub fn __apigw_take<Via>(
        &self,
        value: Option<D::Value>,
        place: (&'static str, &'static str),
    ) -> Result<P::Of<G>, MemberError>
    where
        G: FromMember<D, Via>,
    {
        take::<P, _, _>(value, place, G::from_member)
    }
}

impl<P: Presence, G: FromStr> Parsing<P, G>
where
    G::Err: Display,
{
    /// Reads the member.
    pub fn __apigw_take<M: Into<String>>(
        &self,
        value: Option<M>,
        place: (&'static str, &'static str),
    ) -> Result<P::Of<G>, MemberError> {
        take::<P, _, _>(value, place, |value| value.into().parse().map_err(|error| MemberError::unfit(&error)))
    }
}

impl<P, G> Deref for Parsing<P, G> {
    type Target = ParsingByConversion<P, G>;

    fn deref(&self) -> &Self::Target {
        &ParsingByConversion(PhantomData)
    }
}

/// A type that a string can be read as.
#[doc(hidden)]
#[diagnostic::on_unimplemented(
    message = "a field of type `{Self}` cannot be parsed",
    label = "has neither `FromStr` nor `TryFrom<&str>` with an error that can be shown"
)]
pub trait ByText: Sized {
    /// Reads a string.
    fn by_text(text: &str) -> Result<Self, MemberError>;
}

impl<G, E: Display> ByText for G
where
    G: for<'a> TryFrom<&'a str, Error = E>,
{
    fn by_text(text: &str) -> Result<Self, MemberError> {
        G::try_from(text).map_err(|error| MemberError::unfit(&error))
    }
}

impl<P: Presence, G> ParsingByConversion<P, G> {
    /// Reads the member.
    pub fn __apigw_take<M: Into<String>>(
        &self,
        value: Option<M>,
        place: (&'static str, &'static str),
    ) -> Result<P::Of<G>, MemberError>
    where
        G: ByText,
    {
        take::<P, _, _>(value, place, |value| G::by_text(&value.into()))
    }
}
