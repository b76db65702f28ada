//! Frames that are whole, in parts, cut, damaged or made up.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "these are tests")]

use aws_smithy_types::event_stream::{Header, HeaderValue, Message};
use bytes::{Bytes, BytesMut};
use proptest::prelude::*;

use super::{BadFrame, Frames, MAX_FRAME, write};

fn message(text: &str) -> Message {
    let header = |name, text: &str| Header::new(name, HeaderValue::String(text.to_owned().into()));
    Message::new(text.as_bytes().to_vec()).add_header(header(":event-type", "chunk")).add_header(header("a", text))
}

fn written(messages: &[Message]) -> BytesMut {
    let mut out = BytesMut::new();
    for message in messages {
        write(message, &mut out).unwrap();
    }
    out
}

/// All frames of bytes that come in parts of a size, and what ends them.
fn read(bytes: &[u8], part: usize) -> (Vec<Message>, Option<BadFrame>) {
    let (mut frames, mut read) = (Frames::default(), Vec::new());
    for part in bytes.chunks(part) {
        frames.push(Bytes::copy_from_slice(part));
        loop {
            match frames.next() {
                Ok(Some(message)) => read.push(message),
                Ok(None) => break,
                Err(error) => return (read, Some(error)),
            }
        }
    }
    (read, frames.last().err())
}

#[test]
fn frames_are_the_same_in_parts_of_any_size() {
    let messages = [message("one"), message(""), message(&"long ".repeat(100))];
    let bytes = written(&messages);
    for part in [1, 7, 12, 13, 100, bytes.len()] {
        assert_eq!(read(&bytes, part), (messages.to_vec(), None), "{part}");
    }
}

#[test]
fn a_frame_that_is_cut_anywhere_is_an_error() {
    let bytes = written(&[message("one"), message("two")]);
    let first = written(&[message("one")]).len();
    for end in 1..bytes.len() {
        let (read, error) = read(&bytes[..end], 9);
        assert_eq!(read.len(), usize::from(end >= first), "{end}");
        assert_eq!(error, (end != first).then_some(BadFrame::Cut), "{end}");
    }
}

#[test]
fn any_changed_bit_is_an_error() {
    let bytes = written(&[message("one")]);
    for bit in 0..bytes.len() * 8 {
        let mut changed = bytes.clone();
        changed[bit / 8] ^= 1 << (bit % 8);
        let (read, error) = read(&changed, 1000);
        assert!(read.is_empty() && error.is_some(), "{bit}");
        assert_eq!(matches!(error, Some(BadFrame::Prelude)), bit < 96, "{bit}: {error:?}");
    }
}

#[test]
fn sizes_that_no_frame_may_have_are_not_waited_for() {
    let beginning = |size: u32| {
        let mut bytes = [size.to_be_bytes(), [0; 4]].concat();
        bytes.extend(crc32fast::hash(&bytes).to_be_bytes());
        read(&bytes, 12).1
    };
    let most = u32::try_from(MAX_FRAME).unwrap();
    assert_eq!(beginning(most), Some(BadFrame::Cut));
    assert_eq!(beginning(most + 1), Some(BadFrame::TooLarge(MAX_FRAME + 1)));
    assert_eq!(beginning(15), Some(BadFrame::Prelude));
    assert_eq!(beginning(u32::MAX), Some(BadFrame::TooLarge(0xffff_ffff)));
}

#[test]
fn a_header_that_is_too_long_is_not_written() {
    assert!(write(&message(&"x".repeat(40_000)), &mut BytesMut::new()).is_err());
}

/// Bytes with checksums that fit them, so that what is between is read.
fn with_checksums(mut content: Vec<u8>, headers: u32) -> Vec<u8> {
    let size = u32::try_from(content.len() + 16).unwrap();
    let mut bytes = [size.to_be_bytes(), headers.to_be_bytes()].concat();
    bytes.extend(crc32fast::hash(&bytes).to_be_bytes());
    bytes.append(&mut content);
    bytes.extend(crc32fast::hash(&bytes).to_be_bytes());
    bytes
}

proptest! {
    #[test]
    fn no_bytes_panic(bytes: Vec<u8>, part in 1..20_usize) {
        _ = read(&bytes, part);
    }

    #[test]
    fn no_headers_panic(content: Vec<u8>, headers in 0..200_u32) {
        let bytes = with_checksums(content, headers);
        _ = read(&bytes, 50);
    }

    #[test]
    fn no_changed_header_panics(at: prop::sample::Index, byte: u8) {
        let bytes = written(&[message("header")]);
        let mut content = bytes[12..bytes.len() - 4].to_vec();
        let headers = u32::try_from(content.len() - 6).unwrap();
        let at = at.index(content.len());
        content[at] = byte;
        _ = read(&with_checksums(content, headers), 50);
    }

    #[test]
    fn what_was_written_is_read(payload: Vec<u8>, name in "[a-z]{1,20}", number: i64, part in 1..50_usize) {
        let message = Message::new(payload).add_header(Header::new(name, HeaderValue::Int64(number)));
        prop_assert_eq!(read(&written(std::slice::from_ref(&message)), part), (vec![message], None));
    }
}
