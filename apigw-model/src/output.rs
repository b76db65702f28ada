//! From an answer to a user's structure: which types a field can have, and what is said if an answer does not fit.

use std::collections::BTreeMap;
use std::convert::Infallible;
use std::fmt::{self, Display};
use std::marker::PhantomData;
use std::num::TryFromIntError;
use std::ops::Deref;
use std::rc::Rc;
use std::str::FromStr;
use std::sync::Arc;

use crate::field::{Content, Presence};
use crate::operation::Structured;

/// A member of an answer that a field of the caller's structure cannot take: it is absent, or it does not fit.
///
/// ```
/// use apigw_model::{FromOutput as _, Integration, Output, RestApi};
///
/// #[derive(Output)]
/// #[apigw(structure = RestApi)]
/// struct Named {
///     name: String,
/// }
///
/// let error = Named::from_output(RestApi::builder().build()).err();
/// assert_eq!(error.map(|error| error.member()), Some("name"));
///
/// #[derive(Output)]
/// #[apigw(structure = Integration)]
/// struct Timeout {
///     timeout_in_millis: u16,
/// }
///
/// let error = Timeout::from_output(Integration::builder().timeout_in_millis(70_000).build()).err();
/// assert!(error.is_some_and(|error| !error.is_missing()));
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MemberError {
    structure: &'static str,
    member: &'static str,
    /// Why the value does not fit; nothing if there is no value.
    reason: Option<String>,
}

/// The same type under the name of its most frequent case.
pub type MissingMember = MemberError;

impl MemberError {
    const fn missing(structure: &'static str, member: &'static str) -> Self {
        Self { structure, member, reason: None }
    }

    fn unfit(reason: &dyn Display) -> Self {
        Self { structure: "", member: "", reason: Some(reason.to_string()) }
    }

    /// Names the place, unless it is in a structure further in.
    fn at(self, structure: &'static str, member: &'static str) -> Self {
        if self.member.is_empty() { Self { structure, member, ..self } } else { self }
    }

    /// The member's name in the model.
    pub const fn member(&self) -> &'static str {
        self.member
    }

    /// Whether the answer lacks the member; else its value does not fit into the field.
    pub const fn is_missing(&self) -> bool {
        self.reason.is_none()
    }
}

impl Display for MemberError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { structure, member, reason } = self;
        match reason {
            Some(reason) => write!(f, "`{member}` of the answer's `{structure}` does not fit into its field: {reason}"),
            None => write!(f, "the answer's `{structure}` lacks `{member}`; make the field an `Option` if that may be"),
        }
    }
}

impl std::error::Error for MemberError {}

impl From<Infallible> for MemberError {
    fn from(never: Infallible) -> Self {
        match never {}
    }
}

impl From<TryFromIntError> for MemberError {
    fn from(error: TryFromIntError) -> Self {
        Self::unfit(&error)
    }
}

/// A structure that takes the members it names from an answer; `#[derive(Output)]` implements it.
///
/// ```
/// use apigw_model::{FromOutput as _, Output, RestApi};
///
/// #[derive(Output)]
/// #[apigw(structure = RestApi)]
/// struct Named {
///     name: String,
///     description: Option<String>,
/// }
///
/// let named = Named::from_output(RestApi::builder().name("pets").build())?;
/// assert_eq!((named.name.as_str(), named.description), ("pets", None));
/// # Ok::<(), apigw_model::MemberError>(())
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be taken from an answer",
    label = "not a structure of the model, nor one with `#[derive(Output)]`"
)]
pub trait FromOutput: Sized {
    /// The structure of the model that the members come from.
    type Source;

    /// Takes the members.
    ///
    /// # Errors
    ///
    /// If a member is absent that the structure does not hold as an `Option`, or does not fit into its field.
    fn from_output(source: Self::Source) -> Result<Self, MemberError>;
}

impl<T: Structured> FromOutput for T {
    type Source = Self;

    fn from_output(source: Self) -> Result<Self, MemberError> {
        Ok(source)
    }
}

/// A member's type, as far as it matters how it is taken apart.
#[doc(hidden)]
pub trait Parts {
    /// The type.
    type Value;
}

/// A value without parts.
#[doc(hidden)]
#[derive(Debug)]
pub struct Single<M>(PhantomData<fn() -> M>);

/// A structure.
#[doc(hidden)]
#[derive(Debug)]
pub struct Nested<M>(PhantomData<fn() -> M>);

/// A structure that holds itself.
#[doc(hidden)]
#[derive(Debug)]
pub struct Boxed<D>(PhantomData<fn() -> D>);

/// A list.
#[doc(hidden)]
#[derive(Debug)]
pub struct Items<D>(PhantomData<fn() -> D>);

/// A map.
#[doc(hidden)]
#[derive(Debug)]
pub struct Entries<D>(PhantomData<fn() -> D>);

impl<M> Parts for Single<M> {
    type Value = M;
}

impl<M> Parts for Nested<M> {
    type Value = M;
}

impl<D: Parts> Parts for Boxed<D> {
    type Value = Box<D::Value>;
}

impl<D: Parts> Parts for Items<D> {
    type Value = Vec<D::Value>;
}

impl<D: Parts> Parts for Entries<D> {
    type Value = BTreeMap<String, D::Value>;
}

/// A list or a map.
#[doc(hidden)]
pub trait Collection: Parts {}

impl<D: Parts> Collection for Items<D> {}

impl<D: Parts> Collection for Entries<D> {}

/// A type that a field can have for a member; `Via` is how.
#[doc(hidden)]
#[diagnostic::on_unimplemented(
    message = "a field of type `{Self}` cannot hold this member",
    label = "not a type for this member",
    note = "a field holds the member's own type, or one that `TryFrom` makes of it; collections and structures can be others of the same parts; `#[apigw(parse)]` takes a type with `FromStr`"
)]
pub trait FromMember<D: Parts, Via>: Sized {
    /// Makes the content of a field.
    fn from_member(value: D::Value) -> Result<Self, MemberError>;
}

/// By `TryFrom`.
#[doc(hidden)]
#[derive(Debug)]
pub enum ByConversion {}

/// By the parts.
#[doc(hidden)]
#[derive(Debug)]
pub struct ByParts<Via>(PhantomData<fn() -> Via>);

/// In a container.
#[doc(hidden)]
#[derive(Debug)]
pub struct InContainer<Via>(PhantomData<fn() -> Via>);

impl<T, M> FromMember<Single<M>, ByConversion> for T
where
    T: TryFrom<M>,
    MemberError: From<T::Error>,
{
    fn from_member(value: M) -> Result<Self, MemberError> {
        Ok(T::try_from(value)?)
    }
}

impl<T: FromOutput> FromMember<Nested<T::Source>, ByConversion> for T {
    fn from_member(value: T::Source) -> Result<Self, MemberError> {
        T::from_output(value)
    }
}

impl<T, D, Via> FromMember<Boxed<D>, ByParts<Via>> for T
where
    D: Parts,
    T: FromMember<D, Via>,
{
    fn from_member(value: Box<D::Value>) -> Result<Self, MemberError> {
        T::from_member(*value)
    }
}

impl<C, D, Via> FromMember<Items<D>, ByParts<Via>> for C
where
    D: Parts,
    C: IntoIterator + FromIterator<C::Item>,
    C::Item: FromMember<D, Via>,
{
    fn from_member(value: Vec<D::Value>) -> Result<Self, MemberError> {
        value.into_iter().map(C::Item::from_member).collect()
    }
}

impl<C, K, T, D, Via> FromMember<Entries<D>, ByParts<Via>> for C
where
    D: Parts,
    C: IntoIterator<Item = (K, T)> + FromIterator<(K, T)>,
    K: From<String>,
    T: FromMember<D, Via>,
{
    fn from_member(value: BTreeMap<String, D::Value>) -> Result<Self, MemberError> {
        value.into_iter().map(|(key, value)| Ok((K::from(key), T::from_member(value)?))).collect()
    }
}

/// Containers of what is taken by its parts; those of scalars have `From`.
macro_rules! containers {
    ($($container:ident of [$($generics:tt)*] $parts:ty),* $(,)?) => {
        $(impl<T, Via, $($generics)*> FromMember<$parts, InContainer<Via>> for $container<T>
        where
            T: FromMember<$parts, Via>,
        {
            fn from_member(value: <$parts as Parts>::Value) -> Result<Self, MemberError> {
                T::from_member(value).map(Self::new)
            }
        })*
    };
}

containers! {
    Box of [M] Nested<M>, Rc of [M] Nested<M>, Arc of [M] Nested<M>,
    Box of [D: Parts] Items<D>, Rc of [D: Parts] Items<D>, Arc of [D: Parts] Items<D>,
    Box of [D: Parts] Entries<D>, Rc of [D: Parts] Entries<D>, Arc of [D: Parts] Entries<D>,
}

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
pub const fn parts<D: Parts>(_: &Option<D::Value>) -> PhantomData<fn() -> D> {
    PhantomData
}

/// The same for a member that is required.
#[doc(hidden)]
pub const fn required_parts<D: Parts>(_: &D::Value) -> PhantomData<fn() -> D> {
    PhantomData
}

impl<P: Presence, G> Content<P, G> {
    /// The way of a member with these parts.
    pub const fn __apigw_route<D: Parts>(&self, _: PhantomData<fn() -> D>) -> Route<P, G, D> {
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

impl<P: Presence, G, D: Parts> RouteByParts<P, G, D> {
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
