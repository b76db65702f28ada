//! Names in messages as Rust spells them.

use apigw_spec::violation::Naming;

use super::syntax::rust_name;

/// The spelling of Rust: `integration_http_method`.
#[derive(Debug, Clone, Copy, Default)]
pub struct RustNaming;

impl Naming for RustNaming {
    fn member(&self, name: &str) -> String {
        rust_name(name)
    }
}
