//! The objects around a request.

use crate::rule::ContextSlot;
use crate::suggest;
use crate::value::Value;

/// An object around a request that its rules can take into account.
///
/// Rules know these objects by the names in [`RuleSet::contexts`](crate::rule::RuleSet::contexts) of the request's
/// shape, which also tell the shape that each must have; a name that they do not know changes nothing, see
/// [`Context::fit`].
#[derive(Debug, Clone, Copy)]
pub struct Context<'a> {
    /// The name that rules know the object by (`method`).
    pub name: &'a str,
    /// What is known of it: [`Value::Absent`] if it surely does not exist. A context that is not given is opaque.
    pub value: Value<'a>,
}

/// Why an object cannot stand around a request.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum ContextError {
    /// No rule knows an object of the name.
    Unknown {
        /// The name.
        name: String,
        /// The known name that is nearest to it.
        nearest: Option<&'static str>,
        /// The names that are known.
        known: Vec<&'static str>,
    },
    /// Rules know an object of that name, but of another shape.
    Shape {
        /// The name.
        name: String,
        /// The shape that the object has to have, by its name without the namespace.
        expected: &'static str,
        /// The shape that it has.
        found: String,
    },
    /// The object is only a page of a longer list.
    Page {
        /// The name.
        name: String,
    },
}

impl Context<'_> {
    /// Whether rules that know the objects of `slots` know one of this name, and of this shape if it is given; `shape` is
    /// the identifier of a structure, or of the items of a list.
    ///
    /// # Errors
    ///
    /// If not, with the names that are known.
    pub fn fit(name: &str, shape: Option<&str>, slots: &[ContextSlot]) -> Result<(), ContextError> {
        let Some(slot) = slots.iter().find(|slot| slot.name == name) else {
            let known: Vec<_> = slots.iter().map(|slot| slot.name).collect();
            let nearest = suggest::nearest(name, known.iter().copied());
            return Err(ContextError::Unknown { name: name.to_owned(), nearest, known });
        };
        let expected = slot.item.unwrap_or(slot.shape);
        match shape {
            Some(found) if found != expected => {
                let found = bare(found).to_owned();
                Err(ContextError::Shape { name: name.to_owned(), expected: bare(expected), found })
            }
            _ => Ok(()),
        }
    }
}

/// The name of a shape without its namespace.
fn bare(id: &str) -> &str {
    id.rsplit_once('#').map_or(id, |(_, name)| name)
}

impl std::fmt::Display for ContextError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Unknown { name, nearest: Some(nearest), .. } => {
                write!(f, "no rule knows an object `{name}`; did you mean `{nearest}`?")
            }
            Self::Unknown { name, known, .. } if known.is_empty() => {
                write!(f, "no rule knows an object `{name}`; the rules look at nothing but the request")
            }
            Self::Unknown { name, known, .. } => {
                let known: Vec<String> = known.iter().map(|name| format!("`{name}`")).collect();
                write!(f, "no rule knows an object `{name}`; expected {}", known.join(" or "))
            }
            Self::Shape { name, expected, found } => {
                write!(f, "`{name}` is a `{found}`; the rules expect a `{expected}` by that name")
            }
            Self::Page { name } => write!(f, "`{name}` is a page of a longer list; read all pages"),
        }
    }
}

impl std::error::Error for ContextError {}
