//! The tables of a specification as tokens: the constants that a program holds.
//!
//! [`Quote`] spells [`shapes`] and [`rules`]; the files here use [`names`](crate::names) only.

mod rules;
mod shapes;

pub(crate) use shapes::Quote;
