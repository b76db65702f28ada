//! Values that name a file: `file://` for text, `fileb://` for bytes.

use apigw_cli_text::document::Document;
use apigw_cli_text::encoding;
use apigw_cli_text::python::os_error::describe;
use apigw_cli_text::visible;

use crate::input::bounded;

/// The content of the file that a value names, or `None` if it names none. The error is the complete message.
pub(crate) fn load(value: &str) -> Result<Option<Document>, String> {
    let (path, is_text) = match (value.strip_prefix("file://"), value.strip_prefix("fileb://")) {
        (Some(path), _) => (path, true),
        (None, Some(path)) => (path, false),
        (None, None) => return Ok(None),
    };
    let path = expand_variables(&expand_home(path));
    let bytes = bounded::read(&path)
        .map_err(|error| format!("Unable to load paramfile {}: {}", visible::name(value), describe(&error, &path)))?;
    if !is_text {
        return Ok(Some(Document::Bytes(bytes)));
    }
    let encoding = std::env::var("AWS_CLI_FILE_ENCODING").unwrap_or_default();
    let text = encoding::decode(bytes, &encoding)?.ok_or_else(|| {
        format!(
            "Unable to load paramfile ({}), text contents could not be decoded.  If this is a binary file, please \
             use the fileb:// prefix instead of the file:// prefix.",
            visible::name(&path)
        )
    })?;
    Ok(Some(Document::Text(text.replace("\r\n", "\n").replace('\r', "\n"))))
}

/// Replaces a leading `~` by the home directory.
fn expand_home(path: &str) -> String {
    let Some(rest) = path.strip_prefix('~').filter(|rest| rest.is_empty() || rest.starts_with('/')) else {
        return path.to_owned();
    };
    match std::env::var("HOME") {
        Ok(home) if !home.is_empty() => {
            let joined = format!("{}{rest}", home.trim_end_matches('/'));
            if joined.is_empty() { "/".to_owned() } else { joined }
        }
        _ => path.to_owned(),
    }
}

/// Replaces `$NAME` and `${NAME}` by the value of the variable, if it is set.
fn expand_variables(path: &str) -> String {
    let mut out = String::with_capacity(path.len());
    let mut rest = path;
    while let Some((before, after)) = rest.split_once('$') {
        out.push_str(before);
        let (name, length) = variable(after);
        match std::env::var(name) {
            Ok(value) if !name.is_empty() => {
                out.push_str(&value);
                rest = after.get(length..).unwrap_or_default();
            }
            _ => {
                out.push('$');
                rest = after;
            }
        }
    }
    out.push_str(rest);
    out
}

/// The variable name after a `$`, and the length of its notation.
fn variable(text: &str) -> (&str, usize) {
    if let Some((name, _)) = text.strip_prefix('{').and_then(|text| text.split_once('}')) {
        return (name, name.len() + 2);
    }
    let end = text.find(|c: char| !c.is_ascii_alphanumeric() && c != '_').unwrap_or(text.len());
    (text.get(..end).unwrap_or_default(), end)
}

#[cfg(test)]
mod tests {
    use super::{expand_home, expand_variables, load};

    #[test]
    fn unset_variables_are_kept() {
        let home = std::env::var("HOME").unwrap_or_default();
        assert_eq!(expand_variables("$HOME/x${HOME}y"), format!("{home}/x{home}y"));
        assert_eq!(expand_variables("a$APIGW_UNSET/$/${}${x"), "a$APIGW_UNSET/$/${}${x");
        assert_eq!(expand_home("~x/y"), "~x/y");
    }

    #[test]
    fn only_the_prefixes_name_files() {
        assert_eq!(load("FILE://x"), Ok(None));
        let error = "Unable to load paramfile fileb://nope: [Errno 2] No such file or directory: 'nope'";
        assert_eq!(load("fileb://nope"), Err(error.to_owned()));
    }
}
