//! JSONPath, as Jayway's library has it: API Gateway's own dialect, which is not that of RFC 9535.
//!
//! A path that can only lead to one place gives the value there, or fails; any other gives a list, which may be empty.
//!
//! May import: `java`.

mod compare;
mod compile;
mod evaluate;
mod filter;
mod path;

pub(crate) use evaluate::evaluate;
pub(crate) use path::Path;

use crate::java::value::Value;

/// Why a path gives nothing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum PathError {
    /// There is nothing at the path, or it is no path: the value is null.
    Nothing,
    /// Comparing fails in Java with an exception that nobody catches.
    Thrown(String),
}

/// The value at a path.
pub(crate) fn read(path: &str, document: &Value) -> Result<Value, PathError> {
    let path = compile::compile(path).map_err(|_| PathError::Nothing)?;
    evaluate(&path, document)
}
