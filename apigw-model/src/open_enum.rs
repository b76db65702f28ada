//! Open enumerations: the service may know values that the model does not list yet.

use std::fmt;

/// The text of an enumeration's value that the model does not list.
///
/// It can only be made by parsing, which prefers the listed values, so it never holds the text of one of them.
///
/// ```
/// use apigw_model::{IntegrationType, OpenEnum as _};
///
/// let value: IntegrationType = "NEW".into();
/// assert!(matches!(&value, IntegrationType::Unknown(unknown) if unknown.as_str() == "NEW"));
/// assert_eq!(value.as_str(), "NEW");
/// ```
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct UnknownValue(Box<str>);

impl UnknownValue {
    /// The text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for UnknownValue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.0, f)
    }
}

/// An enumeration that keeps values it does not know.
///
/// ```
/// use apigw_model::{IntegrationType, OpenEnum as _};
///
/// assert!(IntegrationType::ALL.contains(&IntegrationType::HttpProxy));
/// assert_eq!(IntegrationType::HttpProxy.as_str(), "HTTP_PROXY");
/// ```
pub trait OpenEnum: Clone + 'static {
    /// Every value that the model lists, in its order.
    const ALL: &'static [Self];
    /// The text of the value.
    fn as_str(&self) -> &str;
    #[doc(hidden)]
    fn unknown(value: UnknownValue) -> Self;
}

/// The value with this text: a listed one if there is one.
#[doc(hidden)]
pub fn from_text<E: OpenEnum>(text: &str) -> E {
    let known = E::ALL.iter().find(|value| value.as_str() == text);
    known.cloned().unwrap_or_else(|| E::unknown(UnknownValue(text.into())))
}
