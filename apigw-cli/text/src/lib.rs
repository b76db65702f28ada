//! Text in, text out: the parsers and printers of the `apigw` command.
//!
#![doc = include_str!("../README.md")]

pub mod argparse;
pub mod base64;
pub mod document;
pub mod encoding;
pub mod format;
pub mod jmespath;
pub mod json;
pub mod python;
pub mod shell_quote;
pub mod shorthand;
pub mod table;
pub mod tsv;
pub mod unprintable;
pub mod visible;
mod width;
pub mod word;
pub mod yaml;
