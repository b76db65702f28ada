//! The shell texts in a file of any of the kinds that hold some.

use apigw_cli_text::unseen::UNSEEN;

use super::text::{Spot, lines, spots, string, without_templates};
use super::{makefile, yaml};

/// The shell texts of a file, each with its places.
pub(super) fn scripts(name: &str, text: &str) -> Result<Vec<Vec<Spot>>, String> {
    let file = name.rsplit(['/', '\\']).next().unwrap_or_default().to_lowercase();
    let extension = file.rsplit_once('.').map(|(_, extension)| extension).unwrap_or_default();
    let spots = spots(text);
    Ok(match extension {
        "yml" | "yaml" => yaml::scripts(text, &spots)?,
        "md" | "markdown" => fences(&spots),
        "mk" | "make" => makefile::scripts(&spots),
        _ if matches!(file.as_str(), "makefile" | "gnumakefile") => makefile::scripts(&spots),
        _ if extension == "dockerfile" || matches!(first_part(&file), "dockerfile" | "containerfile") => {
            container_file(&spots)
        }
        "ps1" | "psm1" | "bat" | "cmd" | "fish" | "nu" | "py" | "js" | "ts" | "rb" | "erb" | "json" | "tf" => {
            Vec::new()
        }
        _ if is_foreign(text) => Vec::new(),
        _ => vec![without_templates(&spots, "{{", "}}")],
    })
}

fn first_part(file: &str) -> &str {
    file.split('.').next().unwrap_or_default()
}

/// Whether the first line names an interpreter that is no shell.
fn is_foreign(text: &str) -> bool {
    let first = text.lines().next().unwrap_or_default();
    first.starts_with("#!")
        && !["sh", "bash", "zsh", "ksh", "dash", "ash", "bats"]
            .iter()
            .any(|shell| first.split([' ', '/']).any(|word| word == *shell))
}

/// The shell texts between the fences of Markdown. `<name>` stands there for what the reader has to put in.
fn fences(spots: &[Spot]) -> Vec<Vec<Spot>> {
    const LANGUAGES: [&str; 6] = ["sh", "bash", "shell", "zsh", "console", "shell-session"];
    let mut scripts = Vec::new();
    let mut open: Option<(String, bool, Vec<Spot>)> = None;
    for line in lines(spots) {
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
                    let indent = line.iter().take_while(|spot| spot.c.is_whitespace()).count();
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

/// Replaces `<name>` by a word that is not known.
fn without_placeholders(spots: &[Spot]) -> Vec<Spot> {
    let is_inside = |spot: &&Spot| spot.c.is_ascii_alphanumeric() || matches!(spot.c, '-' | '_' | '.');
    let mut kept: Vec<Spot> = Vec::with_capacity(spots.len());
    let mut at = 0;
    while let Some(spot) = spots.get(at) {
        let is_double = at > 0 && spots.get(at - 1).is_some_and(|spot| spot.c == '<');
        let is_open = spot.c == '<' && !is_double;
        let length = if is_open { spots.iter().skip(at + 1).take_while(is_inside).count() } else { 0 };
        let is_closed = spots.get(at + 1 + length).is_some_and(|spot| spot.c == '>');
        if length > 0 && is_closed {
            let quote = Spot { c: '"', ..*spot };
            kept.extend([quote, unseen(*spot), quote]);
            at += length + 2;
        } else {
            kept.push(*spot);
            at += 1;
        }
    }
    kept
}

/// The end of a line.
pub(super) fn line_end(line: &[Spot]) -> Option<Spot> {
    let mut spot = *line.last()?;
    spot.c = '\n';
    spot.place.column += 1;
    Some(spot)
}

/// What the `RUN` instructions of a container file give to the shell.
fn container_file(spots: &[Spot]) -> Vec<Vec<Spot>> {
    let mut scripts = Vec::new();
    let mut open: Option<Vec<Spot>> = None;
    for line in lines(spots) {
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

/// The length of the instruction's own flags (`--mount=…`).
fn flags(line: &[Spot]) -> usize {
    let mut at = 0;
    loop {
        let rest = line.get(at..).unwrap_or_default();
        let blanks = rest.iter().take_while(|spot| spot.c.is_whitespace()).count();
        let word = rest.iter().skip(blanks).take_while(|spot| !spot.c.is_whitespace());
        let word: String = word.map(|spot| spot.c).collect();
        if !word.starts_with("--") {
            return at;
        }
        at += blanks + word.chars().count();
    }
}

/// A spot of unseen text where another one is.
pub(super) fn unseen(spot: Spot) -> Spot {
    Spot { c: UNSEEN, ..spot }
}
