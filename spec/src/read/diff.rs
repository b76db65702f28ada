//! What changed between two generations of a specification.
