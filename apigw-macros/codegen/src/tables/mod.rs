//! The tables of a specification as tokens: the constants that a program holds.
//!
//! [`Quote`] spells [`shapes`] and [`rules`], [`waiter_table`] waiters; the files here use [`names`](crate::names) only.

mod rules;
mod shapes;
mod waiters;

pub(crate) use shapes::Quote;
pub(crate) use waiters::waiter_table;
