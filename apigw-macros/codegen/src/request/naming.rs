//! Names in messages as Rust spells them.

use apigw_spec::violation::Naming;

use super::syntax::rust_name;

/// The spelling of Rust: `integration_http_method`.
pub(crate) struct RustNaming;

impl Naming for RustNaming {
    fn member(&self, name: &str) -> String {
        rust_name(name)
    }
}
