//! The shell scripts in files of all kinds.

use super::text::{SourceChar, line_end, lines, source_chars, string, without_templates};
use super::{makefile, yaml};

/// The shell scripts in a file.
pub(super) fn scripts(name: &str, text: &str) -> Result<Vec<Vec<SourceChar>>, String> {
    let file = name.rsplit(['/', '\\']).next().unwrap_or_default().to_lowercase();
    let extension = file.rsplit_once('.').map(|(_, extension)| extension).unwrap_or_default();
    let source = source_chars(text);
    Ok(match extension {
        "yml" | "yaml" => yaml::scripts(text, &source)?,
        "md" | "markdown" => fences(&source),
        "mk" | "make" => makefile::scripts(&source),
        _ if matches!(file.as_str(), "makefile" | "gnumakefile") => makefile::scripts(&source),
        _ if extension == "dockerfile" || matches!(first_part(&file), "dockerfile" | "containerfile") => {
            container_file(&source)
        }
        "ps1" | "psm1" | "bat" | "cmd" | "fish" | "nu" | "py" | "js" | "ts" | "rb" | "erb" | "json" | "tf" => {
            Vec::new()
        }
        _ if is_foreign(text) => Vec::new(),
        _ => vec![without_templates(&source, "{{", "}}")],
    })
}

fn first_part(file: &str) -> &str {
    file.split('.').next().unwrap_or_default()
}

/// Whether the first line names an interpreter that is not a shell.
fn is_foreign(text: &str) -> bool {
    let first = text.lines().next().unwrap_or_default();
    first.starts_with("#!")
        && !["sh", "bash", "zsh", "ksh", "dash", "ash", "bats"]
            .iter()
            .any(|shell| first.split([' ', '/']).any(|word| word == *shell))
}

/// The shell scripts in the code blocks of Markdown. `<name>` is there a placeholder that the reader fills in.
fn fences(source: &[SourceChar]) -> Vec<Vec<SourceChar>> {
    const LANGUAGES: [&str; 6] = ["sh", "bash", "shell", "zsh", "console", "shell-session"];
    let mut scripts = Vec::new();
    let mut open: Option<(String, bool, Vec<SourceChar>)> = None;
    for line in lines(source) {
        let text = string(line);
        let trimmed = text.trim_start();
        let fence: String = trimmed.chars().take_while(|c| matches!(c, '`' | '~')).collect();

        match &mut open {
            Some((opened, is_kept, script)) => {
                if fence.starts_with(opened.as_str()) && trimmed.trim_end() == fence {
                    if *is_kept {
                        scripts.push(without_templates(&without_placeholders(script), "{{", "}}"));
                    }
                    open = None;
                } else {
                    // The prompt of a terminal.
                    let indent = line.iter().take_while(|current| current.c.is_whitespace()).count();
                    let skipped = if trimmed.starts_with("$ ") { indent + 2 } else { 0 };
                    script.extend(line.iter().skip(skipped));
                    script.extend(line_end(line));
                }
            }
            None if fence.chars().count() >= 3 => {
                let info = trimmed.get(fence.len()..).unwrap_or_default().trim();
                let language = info.split([' ', '{', ',']).next().unwrap_or_default();
                open = Some((fence, LANGUAGES.contains(&language), Vec::new()));
            }
            None => {}
        }
    }
    scripts
}

/// Makes each `<name>` unknown.
fn without_placeholders(source: &[SourceChar]) -> Vec<SourceChar> {
    let is_inside = |current: &&SourceChar| current.c.is_ascii_alphanumeric() || matches!(current.c, '-' | '_' | '.');
    let mut kept: Vec<SourceChar> = Vec::with_capacity(source.len());
    let mut at = 0;
    while let Some(current) = source.get(at) {
        let is_double = at > 0 && source.get(at - 1).is_some_and(|current| current.c == '<');
        let is_open = current.c == '<' && !is_double;
        let length = if is_open { source.iter().skip(at + 1).take_while(is_inside).count() } else { 0 };
        let is_closed = source.get(at + 1 + length).is_some_and(|current| current.c == '>');
        if length > 0 && is_closed {
            let quote = SourceChar::new('"', current.position);
            kept.extend([quote, SourceChar::unknown(current.position), quote]);
            at += length + 2;
        } else {
            kept.push(*current);
            at += 1;
        }
    }
    kept
}

/// The shell text in the `RUN` instructions of a container file.
fn container_file(source: &[SourceChar]) -> Vec<Vec<SourceChar>> {
    let mut scripts = Vec::new();
    let mut open: Option<Vec<SourceChar>> = None;
    for line in lines(source) {
        let text = string(line);
        let trimmed = text.trim_start();
        if trimmed.starts_with('#') {
            continue;
        }
        let mut script = match open.take() {
            Some(mut script) => {
                script.extend(line);
                script
            }
            None => {
                let (word, rest) = trimmed.split_once(char::is_whitespace).unwrap_or((trimmed, ""));
                if !word.eq_ignore_ascii_case("run") || rest.trim_start().starts_with('[') {
                    continue;
                }
                let start = text.chars().count() - rest.chars().count();
                let rest = line.get(start..).unwrap_or_default();
                rest.get(flags(rest)..).unwrap_or_default().to_vec()
            }
        };

        script.extend(line_end(line));
        if trimmed.trim_end().ends_with('\\') {
            open = Some(script);
        } else {
            scripts.push(script);
        }
    }
    scripts.extend(open);
    scripts
}

/// The length of the flags of the instruction (`--mount=…`).
fn flags(line: &[SourceChar]) -> usize {
    let mut at = 0;
    loop {
        let rest = line.get(at..).unwrap_or_default();
        let blanks = rest.iter().take_while(|current| current.c.is_whitespace()).count();
        let word = rest.iter().skip(blanks).take_while(|current| !current.c.is_whitespace());
        let word: String = word.map(|current| current.c).collect();
        if !word.starts_with("--") {
            return at;
        }
        at += blanks + word.chars().count();
    }
}
