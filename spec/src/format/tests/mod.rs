//! The grammars: tables of what is accepted and refused, and properties that hold for every text.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "in a test, a failing unwrap is the failure")]

mod beginnings;
mod expressions;
mod properties;
mod short_texts;
mod templates;
mod uris;

use crate::format::Format;

pub(crate) fn accepts(name: &str, texts: &[&str]) {
    let format = Format::from_name(name).unwrap();
    for text in texts {
        assert_eq!(format.check(text), Ok(()), "{name} has to accept {text:?}");
    }
}

/// Every refused text, with the byte offset of its error.
pub(crate) fn refuses(name: &str, texts: &[(&str, usize)]) {
    let format = Format::from_name(name).unwrap();
    for (text, offset) in texts {
        let error = format.check(text).expect_err(&format!("{name} has to refuse {text:?}"));
        assert_eq!(error.offset, *offset, "{name} on {text:?}: {error}");
        let helps =
            error.message.contains("; ") || error.message.contains(" must have ") || error.message.ends_with('?');
        assert!(helps, "{error}");
    }
}

#[test]
fn names_and_formats_correspond() {
    assert_eq!(Format::ALL.len(), Format::NAMES.len());
    for (format, name) in Format::ALL.iter().zip(Format::NAMES) {
        assert_eq!(format.name(), *name);
        assert_eq!(Format::from_name(name), Some(*format));
    }
    assert_eq!(Format::from_name("HttpUrl"), None);
}
