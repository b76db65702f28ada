//! Errors in the words of AWS, from the catalogue of the specification.

use apigw_model::server::ErrorReply;
use apigw_spec::catalogue::{KnownError, catalogue};

/// What an operation gives: its output, or an error of the service.
pub(crate) type Answer<T> = Result<T, ErrorReply>;

/// The error with an identifier of the catalogue, with its holes filled.
pub(crate) fn refusal(id: &str, holes: &[(&str, &str)]) -> ErrorReply {
    match catalogue().ok().and_then(|catalogue| catalogue.error(id)) {
        Some(error) => of(error, holes),
        // The catalogue is tested with the crate that has it.
        None => ErrorReply::new("BadRequestException", id.to_owned()),
    }
}

/// A known error, with the holes of its first text filled. A hole that nothing is known for is left out.
pub(crate) fn of(error: &KnownError, holes: &[(&str, &str)]) -> ErrorReply {
    let text = error.texts.first().map(String::as_str).unwrap_or_default();
    let code = error.code.clone().unwrap_or_else(|| "BadRequestException".to_owned());
    let reply = ErrorReply::new(code, filled(text, holes));
    match error.status {
        Some(status) => reply.with_status(status),
        None => reply,
    }
}

/// A string of the catalogue with its holes filled.
pub(crate) fn filled(text: &str, holes: &[(&str, &str)]) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('{') {
        out.push_str(before);
        let hole =
            after.split_once('}').filter(|(name, _)| !name.is_empty() && name.chars().all(|c| c.is_ascii_lowercase()));
        match hole {
            Some((name, after)) => {
                out.push_str(holes.iter().find(|(known, _)| *known == name).map_or("", |(_, value)| value));
                rest = after;
            }
            None => {
                out.push('{');
                rest = after;
            }
        }
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests {
    use super::{filled, refusal};

    #[test]
    fn holes_are_filled_and_other_braces_stay() {
        assert_eq!(filled("a {x} {1} {y}", &[("x", "1")]), "a 1 {1} ");
        let error = refusal("api-id-unknown", &[("account", "123456789012"), ("api", "a1")]);
        assert_eq!(error.message.as_deref(), Some("Invalid API identifier specified 123456789012:a1"));
        assert_eq!((error.code.as_ref(), error.status), ("NotFoundException", Some(404)));
    }
}
