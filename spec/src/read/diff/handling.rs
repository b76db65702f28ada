//! Compares what is done to requests beyond their members.

use crate::operation::{Auth, Handling};

/// What changed, as clauses about the operation.
pub(super) fn compare(old: &Handling, new: &Handling) -> Vec<String> {
    let mut details = Vec::new();
    if old.host_prefix != new.host_prefix {
        let prefix = |prefix: Option<&str>| prefix.map_or("no prefix".to_owned(), |prefix| format!("`{prefix}`"));
        details.push(format!("has {} before the host, had {}", prefix(new.host_prefix), prefix(old.host_prefix)));
    }
    if old.auth != new.auth {
        details.push(format!("is {}, was {}", way(new.auth), way(old.auth)));
    }
    if old.token != new.token {
        let token = |token: Option<&str>| token.map_or("nothing".to_owned(), |token| format!("`{token}`"));
        details.push(format!("is identified by {}, was by {}", token(new.token), token(old.token)));
    }

    if old.media_type != new.media_type {
        let word =
            |media_type: Option<&str>| media_type.map_or("no media type".to_owned(), |found| format!("`{found}`"));
        details.push(format!("has a body of {}, was {}", word(new.media_type), word(old.media_type)));
    }

    let switches = [
        ("has an unsigned body", old.unsigned_payload, new.unsigned_payload),
        ("has a checksum", old.checksum.is_some(), new.checksum.is_some()),
        ("has a compressed body", old.compressed, new.compressed),
    ];
    for (what, was, is) in switches {
        match (was, is) {
            (false, true) => details.push(format!("{what} now")),
            (true, false) => details.push(format!("no longer {what}")),
            _ => {}
        }
    }
    details
}

/// How a request proves who makes it.
fn way(auth: Auth) -> &'static str {
    match auth {
        Auth::SigV4 => "signed",
        Auth::Bearer => "sent with a bearer token",
        Auth::None => "not signed",
    }
}
