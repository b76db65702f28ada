//! Whether a number is within the bounds of a rule, which are allowed themselves.

/// Bounds are small whole numbers, which a floating point number holds exactly.
#[expect(clippy::cast_precision_loss, reason = "bounds are far below 2^53")]
pub(super) fn is_below(number: f64, least: Option<i64>) -> bool {
    least.is_some_and(|least| number < least as f64)
}

/// See [`is_below`].
#[expect(clippy::cast_precision_loss, reason = "bounds are far below 2^53")]
pub(super) fn is_above(number: f64, most: Option<i64>) -> bool {
    most.is_some_and(|most| number > most as f64)
}
