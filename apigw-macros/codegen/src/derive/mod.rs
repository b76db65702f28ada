//! The derives: a structure of the user, paired with a structure of the specification.

mod attributes;
mod input;
mod output;
mod respan;
mod subject;

pub(crate) use input::input;
pub(crate) use output::output;
