//! The specification of Amazon API Gateway as data: shapes, HTTP bindings, rules and grammars, and [`check()`], the one
//! evaluator that checks a request at compile time and at run time.
//!
//! The crate has no required dependency, because it is linked into the compiler (through the macros) and into every
//! program that makes a call. Reading specification files is the feature `read`.
//!
//! ```text
//! file ─► read ─► lower ─► Spec ─► select ─► Spec      (feature `read`: the compiler, `apigw spec`)
//!                                     │
//!                    &'static Shape ◄─┘ or a static that `model!` emitted
//!                          │
//!            check(&Shape, &dyn Structure) ─► Vec<Violation>
//! ```

pub mod api;
pub mod binding;
pub mod case;
pub mod check;
pub mod format;
pub mod operation;
pub mod partition;
pub mod path;
pub mod rule;
pub mod secrecy;
pub mod shape;
pub mod suggest;
pub mod value;
pub mod violation;
pub mod waiter;

#[cfg(feature = "read")]
pub mod builtin;
#[cfg(feature = "read")]
pub mod catalogue;
#[cfg(feature = "read")]
pub mod document;
#[cfg(feature = "read")]
pub mod read;
#[cfg(feature = "read")]
pub mod select;
#[cfg(feature = "read")]
pub mod spec;

pub use binding::Binding;
pub use check::{Context, ContextError, check, check_with};
pub use operation::{Auth, Checksum, Handling, Operation, Pagination, Quota, Repeat, Service};
pub use rule::Rule;
pub use shape::{Kind, Member, Shape, Structure, Target};
pub use value::{ToValue, Value};
pub use violation::Violation;
pub use waiter::Waiter;

#[cfg(feature = "read")]
pub use spec::Spec;

#[cfg(doctest)]
#[doc = include_str!("../README.md")]
mod readme {}
