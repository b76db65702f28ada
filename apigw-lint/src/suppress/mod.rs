//! Suppressions: what a file says about the rules that it may break.
//!
//! `# apigw: allow(RULE) reason` stands on the line of a finding or alone on a line above it. Objects name rules for all
//! that is in them: documents with the key `x-apigw-allow`, templates with `apigw: {allow: …}` in `Metadata`.

mod apply;
mod comment;
mod entry;
mod suppression;

pub use apply::UNUSED_SUPPRESSION;
pub(crate) use apply::apply;
