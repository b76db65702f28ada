//! Whether a number is within the bounds of a rule, which are allowed themselves.

/// Bounds are small whole numbers, which a floating point number holds exactly.
#[expect(clippy::cast_precision_loss, reason = "bounds are far below 2^53")]
pub(super) fn is_below(number: f64, min: Option<i64>) -> bool {
    min.is_some_and(|min| number < min as f64)
}

/// See [`is_below`].
#[expect(clippy::cast_precision_loss, reason = "bounds are far below 2^53")]
pub(super) fn is_above(number: f64, max: Option<i64>) -> bool {
    max.is_some_and(|max| number > max as f64)
}
