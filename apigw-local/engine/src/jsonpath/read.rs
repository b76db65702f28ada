//! Reading a value at a path.

use super::compile::compile;
use super::error::PathError;
use super::evaluate::evaluate;
use crate::java::value::Value;

/// The value at a path.
pub(crate) fn read(path: &str, document: &Value) -> Result<Value, PathError> {
    let path = compile(path).map_err(|_| PathError::Nothing)?;
    evaluate(&path, document)
}
