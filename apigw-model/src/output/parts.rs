//! Members taken apart, so that a field can have other collections and structures of the same parts.

use std::collections::BTreeMap;
use std::marker::PhantomData;
use std::rc::Rc;
use std::sync::Arc;

use super::error::MemberError;
use super::from_output::FromOutput;

/// A member's type, as far as it matters how it is taken apart.
#[doc(hidden)]
pub trait MemberParts {
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
pub struct ListOf<D>(PhantomData<fn() -> D>);

/// A map.
#[doc(hidden)]
#[derive(Debug)]
pub struct MapOf<D>(PhantomData<fn() -> D>);

impl<M> MemberParts for Single<M> {
    type Value = M;
}

impl<M> MemberParts for Nested<M> {
    type Value = M;
}

impl<D: MemberParts> MemberParts for Boxed<D> {
    type Value = Box<D::Value>;
}

impl<D: MemberParts> MemberParts for ListOf<D> {
    type Value = Vec<D::Value>;
}

impl<D: MemberParts> MemberParts for MapOf<D> {
    type Value = BTreeMap<String, D::Value>;
}

/// A list or a map.
#[doc(hidden)]
pub trait Collection: MemberParts {}

impl<D: MemberParts> Collection for ListOf<D> {}

impl<D: MemberParts> Collection for MapOf<D> {}

/// A type that a field can have for a member; `Via` is how.
#[doc(hidden)]
#[diagnostic::on_unimplemented(
    message = "a field of type `{Self}` cannot hold this member",
    label = "not a type for this member",
    note = "a field holds the member's own type, or one that `TryFrom` makes of it, with an error that becomes a `MemberError`; collections and structures can be others of the same parts; `#[apigw(parse)]` takes a type with `FromStr`"
)]
pub trait FromMember<D: MemberParts, Via>: Sized {
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

// What fails in these is reported once, of the field: each of their bounds would be an error of its own.
#[diagnostic::do_not_recommend]
impl<T, M> FromMember<Single<M>, ByConversion> for T
where
    T: TryFrom<M>,
    MemberError: From<T::Error>,
{
    fn from_member(value: M) -> Result<Self, MemberError> {
        Ok(T::try_from(value)?)
    }
}

#[diagnostic::do_not_recommend]
impl<T, M> FromMember<Nested<M>, ByConversion> for T
where
    T: FromOutput<Source = M>,
{
    fn from_member(value: M) -> Result<Self, MemberError> {
        T::from_output(value)
    }
}

#[diagnostic::do_not_recommend]
impl<T, D, Via> FromMember<Boxed<D>, ByParts<Via>> for T
where
    D: MemberParts,
    T: FromMember<D, Via>,
{
    fn from_member(value: Box<D::Value>) -> Result<Self, MemberError> {
        T::from_member(*value)
    }
}

#[diagnostic::do_not_recommend]
impl<C, D, Via> FromMember<ListOf<D>, ByParts<Via>> for C
where
    D: MemberParts,
    C: IntoIterator + FromIterator<C::Item>,
    C::Item: FromMember<D, Via>,
{
    fn from_member(value: Vec<D::Value>) -> Result<Self, MemberError> {
        value.into_iter().map(C::Item::from_member).collect()
    }
}

#[diagnostic::do_not_recommend]
impl<C, K, T, D, Via> FromMember<MapOf<D>, ByParts<Via>> for C
where
    D: MemberParts,
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
            fn from_member(value: <$parts as MemberParts>::Value) -> Result<Self, MemberError> {
                T::from_member(value).map(Self::new)
            }
        })*
    };
}

containers! {
    Box of [M] Nested<M>, Rc of [M] Nested<M>, Arc of [M] Nested<M>,
    Box of [D: MemberParts] ListOf<D>, Rc of [D: MemberParts] ListOf<D>, Arc of [D: MemberParts] ListOf<D>,
    Box of [D: MemberParts] MapOf<D>, Rc of [D: MemberParts] MapOf<D>, Arc of [D: MemberParts] MapOf<D>,
}
