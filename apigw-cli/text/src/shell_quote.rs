//! Quotes words for a shell.

/// A shell, which decides how words are quoted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shell {
    /// `sh` or a compatible shell, by name.
    Posix(&'static str),
    /// fish.
    Fish,
    /// PowerShell, from 7.3 on.
    Pwsh,
    /// The command prompt of Windows.
    Cmd,
}

/// The shells compatible with `sh`, by the names of their programs.
const POSIX: [&str; 5] = ["bash", "zsh", "ksh", "dash", "sh"];

impl Shell {
    /// The shell whose program has a name or path.
    pub fn named(program: &str) -> Option<Self> {
        let name = program.rsplit('/').next().unwrap_or_default().trim_start_matches('-').trim_end();
        match name {
            "fish" => Some(Self::Fish),
            "pwsh" => Some(Self::Pwsh),
            name => POSIX.into_iter().find(|known| *known == name).map(Self::Posix),
        }
    }

    /// The name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Posix(name) => name,
            Self::Fish => "fish",
            Self::Pwsh => "PowerShell",
            Self::Cmd => "cmd",
        }
    }

    /// A command line of these words.
    pub fn line(self, words: &[String]) -> String {
        words.iter().map(|word| self.quote(word)).collect::<Vec<_>>().join(" ")
    }

    /// A word as it is typed in the shell.
    pub fn quote(self, word: &str) -> String {
        let is_posix = matches!(self, Self::Posix(_));
        let is_plain = |c: char| c.is_ascii_alphanumeric() || "-_./:=+".contains(c) || is_posix && "@,%".contains(c);
        if !word.is_empty() && !word.starts_with('=') && word.chars().all(is_plain) {
            return word.to_owned();
        }
        match self {
            Self::Posix(_) if !word.contains('\'') => format!("'{word}'"),
            // History expansion happens inside double quotes too.
            Self::Posix(_) if word.contains('!') => format!("'{}'", word.replace('\'', "'\\''")),
            Self::Posix(_) => format!("\"{}\"", escape(word, &['\\', '"', '$', '`'])),
            Self::Fish if !word.contains('\'') => format!("'{}'", escape(word, &['\\'])),
            Self::Fish => format!("\"{}\"", escape(word, &['\\', '"', '$'])),
            Self::Pwsh => format!("'{}'", double(word)),
            Self::Cmd => format!("\"{}\"", escape_for_program(word)),
        }
    }
}

fn escape(word: &str, special: &[char]) -> String {
    let mut out = String::with_capacity(word.len() + 8);
    for c in word.chars() {
        if special.contains(&c) {
            out.push('\\');
        }
        out.push(c);
    }
    out
}

/// Doubles single quotes; PowerShell treats curly ones as such.
fn double(word: &str) -> String {
    let mut out = String::with_capacity(word.len() + 8);
    for c in word.chars() {
        if matches!(c, '\'' | '‘' | '’' | '‚' | '‛') {
            out.push(c);
        }
        out.push(c);
    }
    out
}

/// Escapes a word for the argument parser of Windows programs: a backslash is special only before a double quote.
fn escape_for_program(word: &str) -> String {
    let mut out = String::with_capacity(word.len() + 8);
    let mut backslashes = 0;
    for c in word.chars() {
        if c == '"' {
            out.push_str(&"\\".repeat(backslashes + 1));
        }
        backslashes = if c == '\\' { backslashes + 1 } else { 0 };
        out.push(c);
    }
    out + &"\\".repeat(backslashes)
}

#[cfg(test)]
mod tests {
    use super::Shell;

    #[test]
    fn each_shell_quotes_in_its_own_way() {
        let cases = [
            (Shell::Posix("bash"), "a.b='c'", "\"a.b='c'\""),
            (Shell::Posix("bash"), "{\"a\": \"$b\"}", "'{\"a\": \"$b\"}'"),
            (Shell::Posix("zsh"), "'a'!\"$`\\", "''\\''a'\\''!\"$`\\'"),
            (Shell::Posix("sh"), "'\"$`\\", "\"'\\\"\\$\\`\\\\\""),
            (Shell::Posix("sh"), "", "''"),
            (Shell::Posix("sh"), "--type=HTTP", "--type=HTTP"),
            (Shell::Posix("sh"), "op=add,path=/a@b%c", "op=add,path=/a@b%c"),
            (Shell::Pwsh, "op=add,path=/a", "'op=add,path=/a'"),
            (Shell::Fish, "a\\b $c", "'a\\\\b $c'"),
            (Shell::Fish, "'$a'", "\"'\\$a'\""),
            (Shell::Pwsh, "a='b'", "'a=''b'''"),
            (Shell::Cmd, "{\"a\": \"b\\\"}", "\"{\\\"a\\\": \\\"b\\\\\\\"}\""),
        ];
        for (shell, word, expected) in cases {
            assert_eq!(shell.quote(word), expected, "{shell:?} {word}");
        }
    }

    #[test]
    fn shells_are_known_by_their_programs() {
        assert_eq!(Shell::named("/usr/bin/zsh"), Some(Shell::Posix("zsh")));
        assert_eq!(Shell::named("-bash\n"), Some(Shell::Posix("bash")));
        assert_eq!(Shell::named("cargo"), None);
    }
}
