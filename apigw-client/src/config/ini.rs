//! The syntax of AWS's configuration files: sections of settings, and settings nested one level deep.
//!
//! It is the dialect of the AWS CLI: `#` and `;` start a comment only at the start of a line, `=` or `:`
//! separates, indented lines continue a value, and a value that begins on the next line holds nested settings.

use std::collections::BTreeSet;
use std::fmt;

/// A section: its header and its settings in the order of the file.
///
/// ```
/// use apigw_client::ini::parse;
///
/// let text = "[services local]\nmode = test\napi_gateway =\n  endpoint_url = http://localhost:4566\n";
/// let sections = parse(text).unwrap();
/// assert_eq!(sections[0].header, "services local");
/// assert_eq!(sections[0].get("mode"), Some("test"));
/// assert_eq!(sections[0].nested("api_gateway", "endpoint_url"), Some("http://localhost:4566"));
/// ```
#[derive(Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct Section {
    /// What stands between the brackets.
    pub header: String,
    settings: Vec<(String, Setting)>,
}

#[derive(Clone, PartialEq, Eq)]
enum Setting {
    Text(String),
    Nested(Vec<(String, String)>),
}

/// A line that cannot be parsed. Its content is not kept, since it may hold a secret.
///
/// ```
/// let error = apigw_client::ini::parse("[default]\nregion\n").unwrap_err();
/// assert_eq!(error.line, 2);
/// assert_eq!(error.reason, "not a setting; write `name = value`");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct SyntaxError {
    /// The line, counted from one.
    pub line: usize,
    /// The reason, and what to do.
    pub reason: &'static str,
}

impl fmt::Debug for Section {
    /// Prints only the header: settings can be secrets.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Section").field(&self.header).finish()
    }
}

impl Section {
    /// The value of a setting. Names are in lower case.
    pub fn get(&self, name: &str) -> Option<&str> {
        self.settings.iter().find_map(|(known, setting)| match setting {
            Setting::Text(text) if known == name => Some(text.as_str()),
            _ => None,
        })
    }

    /// The value of a setting that is nested in another.
    pub fn nested(&self, outer: &str, name: &str) -> Option<&str> {
        let nested = self.settings.iter().find_map(|(known, setting)| match setting {
            Setting::Nested(nested) if known == outer => Some(nested),
            _ => None,
        })?;
        nested.iter().rev().find(|(known, _)| known == name).map(|(_, text)| text.as_str())
    }
}

/// Parses a whole file. Of two names that differ only in case the second is a duplicate.
///
/// ```
/// use apigw_client::ini::parse;
///
/// let sections = parse("[default]\nRegion = eu-west-1\n# comment\n[profile test]\nregion = us-east-1\n").unwrap();
/// assert_eq!(sections[0].get("region"), Some("eu-west-1"));
/// assert_eq!(sections[1].header, "profile test");
/// assert_eq!(parse("[default]\nregion = a\nREGION = b\n").unwrap_err().line, 3);
/// ```
///
/// # Errors
///
/// The first line that cannot be parsed.
pub fn parse(text: &str) -> Result<Vec<Section>, SyntaxError> {
    read(text, Reader::default())
}

/// Parses a whole file without nested settings: a value that begins on the next line is a value of several lines.
///
/// ```
/// let sections = apigw_client::ini::parse_flat("[toplevel]\nlong =\n  !f() {\n  }; f\n").unwrap();
/// assert_eq!(sections[0].get("long"), Some("\n!f() {\n}; f"));
/// ```
///
/// # Errors
///
/// The first line that cannot be parsed.
pub fn parse_flat(text: &str) -> Result<Vec<Section>, SyntaxError> {
    read(text, Reader { is_flat: true, ..Reader::default() })
}

fn read(text: &str, mut reader: Reader) -> Result<Vec<Section>, SyntaxError> {
    for (index, line) in text.trim_start_matches('\u{feff}').lines().enumerate() {
        reader.line(line).map_err(|reason| SyntaxError { line: index + 1, reason })?;
    }
    reader.end_value().map_err(|reason| SyntaxError { line: text.lines().count(), reason })?;
    Ok(reader.sections)
}

#[derive(Default)]
struct Reader {
    /// Whether settings are never nested.
    is_flat: bool,
    sections: Vec<Section>,
    /// The headers of the sections.
    headers: BTreeSet<String>,
    /// The names of the settings in the last section.
    names: BTreeSet<String>,
    /// The setting whose value may continue on the next line.
    open: Option<(String, Vec<String>)>,
    /// The indentation of the line that opened it, in characters.
    indent: usize,
}

impl Reader {
    fn line(&mut self, line: &str) -> Result<(), &'static str> {
        let text = line.trim();
        if text.starts_with(['#', ';']) {
            return Ok(());
        }
        if text.is_empty() {
            if let Some((_, lines)) = &mut self.open {
                lines.push(String::new());
            }
            return Ok(());
        }

        let indent = line.chars().take_while(|c| c.is_whitespace()).count();
        if indent > self.indent
            && let Some((_, lines)) = &mut self.open
        {
            lines.push(text.to_owned());
            return Ok(());
        }

        self.end_value()?;
        self.indent = indent;
        match text.strip_prefix('[').and_then(|rest| rest.rsplit_once(']')) {
            Some((header, _)) if !header.is_empty() => self.section(header),
            None if text.starts_with('[') && !text.contains(['=', ':']) => {
                Err("the section header is not closed; add `]`")
            }
            _ => self.setting(text),
        }
    }

    fn section(&mut self, header: &str) -> Result<(), &'static str> {
        self.names.clear();
        if !self.headers.insert(header.to_owned()) {
            return Err("duplicate section; merge the two");
        }
        self.sections.push(Section { header: header.to_owned(), settings: Vec::new() });
        Ok(())
    }

    fn setting(&mut self, text: &str) -> Result<(), &'static str> {
        if self.sections.is_empty() {
            return Err("setting outside of a section; add a header such as `[default]` above it");
        }
        let (name, value) = text.split_once(['=', ':']).ok_or("not a setting; write `name = value`")?;
        let name = name.trim().to_lowercase();
        if name.is_empty() {
            return Err("setting without a name; write `name = value`");
        }
        self.open = Some((name, vec![value.trim().to_owned()]));
        Ok(())
    }

    fn end_value(&mut self) -> Result<(), &'static str> {
        let (Some((name, lines)), Some(section)) = (self.open.take(), self.sections.last_mut()) else { return Ok(()) };
        if !self.names.insert(name.clone()) {
            return Err("the setting above is a duplicate; remove one of the two");
        }
        let text = lines.join("\n");
        let text = text.trim_end();
        let is_nested = text.starts_with('\n') && !self.is_flat;
        let setting = if is_nested { Setting::Nested(nested(text)?) } else { Setting::Text(text.to_owned()) };
        section.settings.push((name, setting));
        Ok(())
    }
}

fn nested(text: &str) -> Result<Vec<(String, String)>, &'static str> {
    let mut settings = Vec::new();
    for line in text.lines().filter(|line| !line.is_empty()) {
        let (name, value) = line.split_once('=').ok_or("a nested line above is not a setting; write `name = value`")?;
        settings.push((name.trim().to_owned(), value.trim().to_owned()));
    }
    Ok(settings)
}

#[cfg(test)]
mod tests {
    use super::{parse, parse_flat};

    #[test]
    fn sections_settings_comments_and_nesting() {
        let text = "# comment\n[default]\nRegion = eu-west-1\n; comment\nkey: a = b # kept\nempty =\n\n\
                    [services local]\napi_gateway =\n  endpoint_url = http://localhost:1/p\n\n  other = 1\nlast = 2\n";
        let sections = parse(text).unwrap();
        assert_eq!(sections[0].header, "default");
        assert_eq!(sections[0].get("region"), Some("eu-west-1"));
        assert_eq!(sections[0].get("key"), Some("a = b # kept"));
        assert_eq!(sections[0].get("empty"), Some(""));
        assert_eq!(sections[1].nested("api_gateway", "endpoint_url"), Some("http://localhost:1/p"));
        assert_eq!(sections[1].nested("api_gateway", "other"), Some("1"));
        assert_eq!(sections[1].get("last"), Some("2"));
        assert_eq!(sections[1].get("api_gateway"), None);
    }

    #[test]
    fn without_nesting_values_keep_their_lines() {
        let sections = parse_flat("[toplevel]\nlong =\n  !f() {\n    x\n  }; f\n").unwrap();
        assert_eq!(sections[0].get("long"), Some("\n!f() {\nx\n}; f"));
    }

    #[test]
    fn continued_values_are_joined() {
        let sections = parse("[a]\nk = 1\n  2\n\n  3\nl = 4").unwrap();
        assert_eq!(sections[0].get("k"), Some("1\n2\n\n3"));
        assert_eq!(sections[0].get("l"), Some("4"));
    }

    #[test]
    fn mistakes_are_located_and_not_quoted() {
        for (text, line) in [
            ("secret", 1),
            ("[a]\n[secret", 2),
            ("[a]\nsecret", 2),
            ("[a]\nx=1\n[a]", 3),
            ("[a]\nx=1\nx=2\n", 3),
            ("[a]\n=1", 2),
            ("[a]\nx =\n  nested\n", 3),
        ] {
            let error = parse(text).map(|_| ()).unwrap_err();
            assert_eq!(error.line, line, "{text}");
            assert!(!error.reason.contains("secret"));
        }
    }
}
