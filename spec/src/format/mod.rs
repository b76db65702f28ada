//! The grammars of the strings that API Gateway reads: URLs, ARNs, mapping expressions, templates, patch paths, names.
//!
//! Each grammar is a parser in a file of its own, with a typed result that borrows from the text, prints it back
//! exactly, and says at which byte it went wrong. A string is refused only where the service is known to refuse it or its
//! documentation leaves no room; whatever it may accept, passes.
//!
//! [`Format`] is the closed list of the grammars and of the predicates made from them, by the names that rules use.

pub(crate) mod arn;
mod authorizer;
mod beginning;
mod content_type;
mod documents;
mod error;
mod http_url;
mod integration_uri;
mod java_regex;
mod json;
mod json_pointer;
mod list;
pub mod mapping;
mod names;
mod partition;
pub(crate) mod placeholder;
mod resource_path_part;
mod role_arn;
mod stack;
mod status_code;
mod structured;
pub(crate) mod text;
pub(crate) mod velocity;

pub use error::FormatError;
pub use list::Format;

#[cfg(test)]
mod tests;
