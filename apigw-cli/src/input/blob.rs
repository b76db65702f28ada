//! The blobs among the members of an input.

use apigw_cli_text::base64;
use apigw_cli_text::document::{Document, Map};
use apigw_spec::secrecy::Secrecy;
use apigw_spec::{Kind, Operation, Shape};

use crate::failure::Failure;
use crate::syntax::choices::BinaryFormat;

/// Decodes the string of every blob among the members of an input.
pub(crate) fn decode_all_members(
    members: &mut Map,
    operation: &'static Operation,
    format: BinaryFormat,
) -> Result<(), Failure> {
    for member in operation.input.shape().members() {
        if let Some(value) = members.get_mut(member.name) {
            decode_all(value, (member.target.shape(), member.secrecy), format)?;
        }
    }
    Ok(())
}

fn decode_all(
    value: &mut Document,
    (shape, secrecy): (&'static Shape, Secrecy),
    format: BinaryFormat,
) -> Result<(), Failure> {
    match (shape.kind, &mut *value) {
        (Kind::Blob, Document::Text(text)) => {
            let bytes =
                if format == BinaryFormat::Raw { text.as_bytes().to_vec() } else { decode_or_fail(text, secrecy)? };
            *value = Document::Bytes(bytes);
        }
        (Kind::Structure(structure), Document::Map(map)) => {
            for member in structure.members {
                if let Some(value) = map.get_mut(member.name) {
                    decode_all(value, (member.target.shape(), member.secrecy), format)?;
                }
            }
        }
        (Kind::Map { value: target, .. }, Document::Map(map)) => {
            for value in map.values_mut() {
                decode_all(value, (target.shape(), secrecy), format)?;
            }
        }
        (Kind::List(item), Document::List(items)) => {
            for value in items {
                decode_all(value, (item.shape(), secrecy), format)?;
            }
        }
        _ => {}
    }
    Ok(())
}

fn decode_or_fail(text: &str, secrecy: Secrecy) -> Result<Vec<u8>, Failure> {
    if !text.is_ascii() {
        return Err(Failure::general("string argument should contain only ASCII characters"));
    }
    base64::decode(text).ok_or_else(|| Failure::general(format!("Invalid base64: \"{}\"", secrecy.shown(text))))
}
