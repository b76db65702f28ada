//! Checks Amazon API Gateway definitions where they are kept: in OpenAPI documents, in
//! CloudFormation and SAM templates, and in the configurations and plans of
//! Terraform.
//!
//! ```text
//! file ─► read (YAML, JSON and HCL; every scalar, key and value with its place)
//!      ─► openapi, cloudformation, terraform (the parts of an API, with their places)
//!      ─► definition (requests of the service, seen through those places) ─► check ─► findings
//! ```
//!
//! The rules are those of [`apigw_spec`]; nothing here decides what is valid. A value that is not known, or a part of a
//! string that is not known, is never held against a definition. Where nothing is recorded about imports, a rule warns.
//!
//! ```
//! let text = r#"{"openapi": "3.0.1", "info": {}, "paths": {"/pets": {"get": {
//!     "x-amazon-apigateway-integration": {"type": "http_proxy", "httpMethod": "GET", "uri": "example.com"}
//! }}}}"#;
//! let report = apigw_lint::lint(text).map_err(|error| error.to_string())?;
//! let finding = report.findings.first().ok_or("a finding")?;
//! assert_eq!((finding.rule, finding.span.of(text)), ("integration-uri-is-url", "\"example.com\""));
//! # Ok::<(), String>(())
//! ```

mod apis;
mod beside;
mod cloudformation;
mod definition;
mod edit;
mod editor;
mod finding;
mod format;
mod import;
mod linter;
mod openapi;
mod read;
mod serverless;
mod stack;
mod suppress;
mod terraform;
mod text;

pub use apis::{FileApi, IntegrationCheck, IntegrationMistake, UnknownValue, read_apis};
pub use beside::{FilesBeside, IncludedFile};
pub use edit::{FileEdit, FileFix};
pub use editor::{EditorCompletion, EditorHover, completions, hover};
pub use finding::FileFinding;
pub use format::DefinitionFormat;
pub use import::{DocumentNote, ImportDocument, import_enforces, read_import};
pub use linter::{FileReport, Linter, lint};
pub use read::{ReadError, SourceSpan};
pub use suppress::UNUSED_SUPPRESSION;

#[cfg(doctest)]
#[doc = include_str!("../README.md")]
mod readme {}
