//! The line of bash: its words, and the candidates in the form that bash expects.

use super::candidates::candidates;

/// The words of a line, and the one at its end as it is and as it is written.
#[derive(Debug, Default, PartialEq)]
struct Words<'a> {
    before: Vec<String>,
    current: String,
    written: &'a str,
}

/// The candidates for the end of a line, one a line. Bash replaces only what follows the last of its `breaks`.
///
/// Bash inserts what it is given and runs what the line then says, so no candidate may leave its word: it is escaped where
/// no quote is open, and left out where it would need to be escaped within quotes.
pub(super) fn for_bash(line: &str, breaks: &str) -> String {
    let words = split(line);
    // The first word is this command.
    let before = words.before.get(1..).unwrap_or_default();
    let quoting = Quoting::of(words.written);
    let is_break = |c: char| breaks.contains(c) && !c.is_whitespace() && !matches!(c, '\'' | '"');
    // A word in quotes is not broken.
    let is_whole = words.written.starts_with(['\'', '"']);
    let kept = if is_whole { 0 } else { words.current.rfind(is_break).map_or(0, |at| at + 1) };
    let found = candidates(before, &words.current, false).into_iter();
    let shown = found.filter_map(|candidate| Some(quoting.insert(candidate.value.get(kept..)?)? + "\n"));
    shown.collect()
}

/// The quotes around the cursor.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Quoting {
    /// None.
    Bare,
    /// Single quotes, which were opened at the start of the word.
    Single,
    /// Double quotes, which were opened at the start of the word.
    Double,
    /// Quotes elsewhere, or an expansion.
    Mixed,
}

impl Quoting {
    fn of(written: &str) -> Self {
        let is_plain = |text: &str| !text.contains(['\'', '"', '`', '$']);
        match (written.strip_prefix('\''), written.strip_prefix('"')) {
            (Some(rest), _) if !rest.contains('\'') => Self::Single,
            (_, Some(rest)) if is_plain(rest) && !rest.contains('\\') => Self::Double,
            (None, None) if is_plain(&without_escapes(written)) => Self::Bare,
            _ => Self::Mixed,
        }
    }

    /// A value as it can be inserted; `None` if it cannot.
    fn insert(self, value: &str) -> Option<String> {
        let is_harmless = match self {
            Self::Bare => return Some(escaped(value)),
            Self::Single => !value.contains('\''),
            Self::Double => !value.contains(['"', '$', '`', '\\', '!']),
            Self::Mixed => value.chars().all(is_ordinary),
        };
        is_harmless.then(|| value.to_owned())
    }
}

/// A string without its backslashes and what each of them escapes.
fn without_escapes(text: &str) -> String {
    let mut chars = text.chars();
    let mut plain = String::new();
    while let Some(c) = chars.next() {
        if c == '\\' { _ = chars.next() } else { plain.push(c) }
    }
    plain
}

/// Whether a character means itself wherever it is.
fn is_ordinary(c: char) -> bool {
    c.is_alphanumeric() || "_-./:=,@%+".contains(c)
}

/// Escapes a string for bash.
fn escaped(text: &str) -> String {
    let mut out = String::new();
    // A tilde stands for the home directory only at the start, where the user typed it.
    let (home, rest) = if text.starts_with("~/") { text.split_at(2) } else { ("", text) };
    out.push_str(home);
    for c in rest.chars() {
        if !is_ordinary(c) {
            out.push('\\');
        }
        out.push(c);
    }
    out
}

/// Splits a line as a shell does, as far as quotes and backslashes go.
fn split(line: &str) -> Words<'_> {
    let mut words = Words::default();
    let (mut quote, mut is_word, mut start) = (None, false, line.len());
    let mut chars = line.char_indices();
    while let Some((at, c)) = chars.next() {
        if quote.is_none() && c.is_whitespace() {
            if is_word {
                words.before.push(std::mem::take(&mut words.current));
            }
            (is_word, start) = (false, line.len());
            continue;
        }
        if !is_word {
            (is_word, start) = (true, at);
        }
        match (quote, c) {
            (None, '\'' | '"') => quote = Some(c),
            (Some(open), _) if open == c => quote = None,
            (None | Some('"'), '\\') => words.current.extend(chars.next().map(|(_, c)| c)),
            _ => words.current.push(c),
        }
    }
    words.written = line.get(start..).unwrap_or_default();
    words
}

#[cfg(test)]
mod tests {
    use super::{Quoting, Words, escaped, for_bash, split};

    #[test]
    fn lines_are_split_as_shells_do() {
        let words = split(r#"apigw  --a 'b c' "d\"e" f\ g"#);
        assert_eq!(words.before, ["apigw", "--a", "b c", "d\"e"]);
        assert_eq!((words.current.as_str(), words.written), ("f g", "f\\ g"));
        let words = split("apigw x ");
        assert_eq!(words, Words { before: vec!["apigw".into(), "x".into()], ..Words::default() });
        assert_eq!(split("apigw 'a b").current, "a b");
        assert_eq!(split("").before.len(), 0);
    }

    #[test]
    fn bash_gets_what_follows_the_last_break() {
        let breaks = " \t\n\"'@><=;|&(:";
        assert_eq!(for_bash("apigw --output=js", breaks), "json\n");
        assert_eq!(for_bash("apigw --output=js", ""), "--output=json\n");
        assert_eq!(for_bash("apigw put-integr", breaks), "put-integration\nput-integration-response\n");
        assert_eq!(for_bash("apigw put-integration --type 'MO", breaks), "MOCK\n");
        assert_eq!(for_bash("apigw put-integration --tls-config insecureSkipVerification=t", breaks), "true\n");
    }

    #[test]
    fn names_of_files_keep_their_spaces() {
        assert_eq!(escaped("a b'c"), "a\\ b\\'c");
        assert_eq!(escaped("~/a~b"), "~/a\\~b");
        assert_eq!(escaped("~root"), "\\~root");
    }

    #[test]
    fn the_quotes_around_the_cursor() {
        for (written, expected) in [
            ("", Quoting::Bare),
            ("a\\'b", Quoting::Bare),
            ("a\\$b", Quoting::Bare),
            ("'a\"$(b", Quoting::Single),
            ("'a'", Quoting::Mixed),
            ("'a'b", Quoting::Mixed),
            ("\"a'", Quoting::Mixed),
            ("\"a", Quoting::Double),
            ("\"a\\\"", Quoting::Mixed),
            ("\"$(a", Quoting::Mixed),
            ("a'b", Quoting::Mixed),
            ("$'a", Quoting::Mixed),
            ("a\"b", Quoting::Mixed),
            ("`a", Quoting::Mixed),
        ] {
            assert_eq!(Quoting::of(written), expected, "{written}");
        }
    }
}
