//! What of a value may be shown to people and kept in files: secrets are left out, and what is none stays.

use std::borrow::Cow;

use crate::suggest;

/// What stands for a secret.
pub const REDACTED: &str = "REDACTED";

/// The first words of the expressions that parameter maps take.
const ROOTS: [&str; 4] = ["method", "integration", "context", "stageVariables"];

/// How much of the value of a member may be shown (Smithy `sensitive`, and `apigw.rules#secret`).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Secrecy {
    /// All of it.
    #[default]
    Public,
    /// Nothing.
    Whole,
    /// An expression that says where a value comes from. A static value is not shown, unless it is a word in lower case.
    Expression,
    /// A URL without its user, and without the values in its query.
    Url,
}

impl Secrecy {
    /// Whether some value of the member is not shown as it is.
    pub const fn hides(self) -> bool {
        !matches!(self, Self::Public)
    }

    /// A string as it may be shown.
    ///
    /// ```
    /// use apigw_spec::secrecy::Secrecy;
    ///
    /// assert_eq!(Secrecy::Expression.shown("method.request.header.Accept"), "method.request.header.Accept");
    /// assert_eq!(Secrecy::Expression.shown("'Bearer abc'"), "'REDACTED'");
    /// assert_eq!(Secrecy::Url.shown("https://user:word@host/pets?token=abc"), "https://REDACTED@host/pets?token=REDACTED");
    /// ```
    pub fn shown(self, text: &str) -> Cow<'_, str> {
        match self {
            Self::Whole if !text.is_empty() => Cow::Borrowed(REDACTED),
            Self::Expression if !text.is_empty() && !is_expression(text) => {
                Cow::Owned(if text.starts_with('\'') { format!("'{REDACTED}'") } else { REDACTED.to_owned() })
            }
            Self::Url => url(text),
            _ => Cow::Borrowed(text),
        }
    }

    /// A message about `text` as it may be shown: without what it quotes of the secret.
    pub fn message<'m>(self, text: &str, message: &'m str) -> Cow<'m, str> {
        let shown = self.shown(text);
        if shown == text {
            return Cow::Borrowed(message);
        }

        // A string with backticks would not be one quoted part.
        let message = if text.contains('`') { message.replace(text, &shown) } else { message.to_owned() };
        let mut out = String::with_capacity(message.len());
        for (index, part) in message.split('`').enumerate() {
            if index > 0 {
                out.push('`');
            }
            // What stands between words of the message is its own.
            if index % 2 == 0 {
                out.push_str(part);
                continue;
            }

            let part = part.replace(text, &shown);
            let bare = part.trim_matches(['\'', '"']);
            let is_secret = bare.chars().nth(1).is_some() && text.contains(bare) && !shown.contains(bare);
            match part.strip_prefix('\'').filter(|_| is_secret) {
                Some(_) => out.extend(["'", REDACTED, "'"]),
                None if is_secret => out.push_str(REDACTED),
                None => out.push_str(&part),
            }
        }
        Cow::Owned(out)
    }
}

/// Whether a string is an expression of a parameter map, or nearly one; or a word in lower case such as a media type, which
/// no key or token is.
fn is_expression(text: &str) -> bool {
    const MAX_LEN: usize = 20;
    let word = text.trim_matches(['\'', '"']);
    if word.len() <= MAX_LEN && word.chars().all(|c| c.is_ascii_lowercase() || "*/+-.,".contains(c)) {
        return true;
    }
    let Some((root, rest)) = text.split_once('.') else { return false };
    !rest.is_empty() && suggest::nearest(root.trim_start_matches('$'), ROOTS).is_some()
}

fn url(text: &str) -> Cow<'_, str> {
    let (before, after) = text.split_at(text.find(['?', '#']).unwrap_or(text.len()));
    let user = before.find("://").map(|at| at + 3).and_then(|start| {
        let host = before.get(start..)?.split('/').next()?;
        Some((start, start + host.rfind('@')?))
    });
    if after.is_empty() && user.is_none() {
        return Cow::Borrowed(text);
    }

    let mut out = String::with_capacity(text.len());
    match user.and_then(|(start, end)| Some((before.get(..start)?, before.get(end..)?))) {
        Some((scheme, host)) => out.extend([scheme, REDACTED, host]),
        None => out.push_str(before),
    }
    let mut start = 0;
    for (at, separator) in after.match_indices(['?', '&', '#']) {
        out.push_str(&pair(after.get(start..at).unwrap_or_default()));
        out.push_str(separator);
        start = at + separator.len();
    }
    out.push_str(&pair(after.get(start..).unwrap_or_default()));
    Cow::Owned(out)
}

/// A name and a value of a query. What API Gateway fills in is no secret.
fn pair(text: &str) -> Cow<'_, str> {
    let (name, value) = text.split_once('=').map_or(("", text), |(name, value)| (name, value));
    let is_filled_in = value.ends_with('}') && (value.starts_with('{') || value.starts_with("${"));
    match (value.is_empty() || is_filled_in, text.contains('=')) {
        (true, _) => Cow::Borrowed(text),
        (false, true) => Cow::Owned(format!("{name}={REDACTED}")),
        (false, false) => Cow::Borrowed(REDACTED),
    }
}

#[cfg(test)]
mod tests {
    use super::Secrecy;

    #[test]
    fn what_is_no_secret_is_shown() {
        for text in [
            "",
            "method.request.header.Authorization",
            "metod.request.header.Authorization",
            "$context.requestId",
            "stageVariables.token",
            "context.authorizer.claims.sub",
            "'application/json'",
            "static",
            "'*'",
        ] {
            assert_eq!(Secrecy::Expression.shown(text), text);
        }
        for text in
            ["", "https://host/pets", "https://host/{id}?id={id}&b=${stageVariables.b}&c", "arn:aws:x:y", "?", "a@b"]
        {
            let expected = text.replace("&c", "&REDACTED");
            assert_eq!(Secrecy::Url.shown(text), expected);
        }
        assert_eq!(Secrecy::Public.shown("'Bearer abc'"), "'Bearer abc'");
        assert_eq!(Secrecy::Whole.shown(""), "");
    }

    #[test]
    fn secrets_are_not() {
        for text in ["S3CR3T", "Bearer S3CR3T", "eyJ0.eyJz.S3CR3T", "\"S3CR3T\"", "'S3CR3T", "S3CR3T.x"] {
            let shown = Secrecy::Expression.shown(text);
            assert!(!shown.contains("S3CR3T") && shown.contains("REDACTED"), "{shown}");
        }
        for text in ["h://S3CR3T@host", "h://u:S3CR3T@host/@?S3CR3T#S3CR3T", "/?a=S3CR3T&b=S3CR3T=", "h://a/?S3CR3T"] {
            let shown = Secrecy::Url.shown(text);
            assert!(!shown.contains("S3CR3T") && shown.contains("REDACTED"), "{shown}");
        }
    }

    #[test]
    fn messages_lose_what_they_quote() {
        let message = |text, message| Secrecy::Expression.message(text, message).into_owned();
        assert_eq!(message("S3CR3T", "`S3CR3T` is none; write `'S3CR3T'`"), "`REDACTED` is none; write `'REDACTED'`");
        assert_eq!(message("\"S3CR3T\"", "write `'S3CR3T'`"), "write `'REDACTED'`");
        assert_eq!(message("ab cd", "`cd` and ` ` are wrong"), "`REDACTED` and ` ` are wrong");
        assert_eq!(message("method.request.x.y", "`x` is not a location"), "`x` is not a location");
    }
}
