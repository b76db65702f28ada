//! The grammars of the strings that API Gateway reads: URLs, ARNs, mapping expressions, templates, patch paths, names.
//!
//! Each grammar is a parser in a file of its own, with a typed result that borrows from the text, prints it back
//! exactly, and says at which byte it went wrong. A string is refused only where the service is known to refuse it or its
//! documentation leaves no room; whatever it may accept, passes.
//!
//! [`Format`] is the closed list of the grammars and of the predicates made from them, by the names that rules use.

pub mod arn;
pub mod authorizer;
pub mod content_type;
mod error;
pub mod http_url;
pub mod integration_uri;
pub mod java_regex;
pub mod json_pointer;
mod list;
pub mod mapping;
pub mod names;
mod partition;
pub mod placeholder;
pub mod resource_path_part;
pub mod role_arn;
mod stack;
pub mod status_code;
mod structured;
pub(crate) mod text;
pub mod velocity;

pub use error::FormatError;
pub use list::Format;
