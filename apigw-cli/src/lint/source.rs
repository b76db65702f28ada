//! The scripts in files of all kinds.

use super::language::{Language, Script, Scripts, Unread};
use super::placeholder::without_placeholders;
use super::text::{SourceChar, line_end, lines, source_chars, string, without_templates};
use super::{makefile, yaml};

/// Files that hold no script of a shell, by their extensions.
const FOREIGN: [(&str, &str); 12] = [
    ("fish", "fish"),
    ("nu", "Nushell"),
    ("py", "Python"),
    ("js", "JavaScript"),
    ("mjs", "JavaScript"),
    ("ts", "TypeScript"),
    ("rb", "Ruby"),
    ("erb", "Ruby"),
    ("go", "Go"),
    ("json", "JSON"),
    ("tf", "Terraform"),
    ("rs", "Rust"),
];

/// Scripts of one language.
fn all(language: Language, sources: Vec<Vec<SourceChar>>) -> Scripts {
    let script = |source: Vec<SourceChar>| Script { language, source: without_placeholders(&source, false) };
    Scripts { scripts: sources.into_iter().map(script).collect(), unread: Vec::new() }
}

/// A file that is not read.
fn none(language: &str) -> Scripts {
    Scripts { scripts: Vec::new(), unread: vec![Unread { line: 1, language: language.to_owned() }] }
}

/// Files that hold scripts, by their extensions.
const SCRIPTS: [&str; 15] =
    ["sh", "bash", "zsh", "ksh", "bats", "yml", "yaml", "md", "markdown", "mk", "make", "ps1", "psm1", "bat", "cmd"];

/// Whether a file holds scripts, by its name or first line.
pub(crate) fn is_script(name: &str, text: &str) -> bool {
    let file = name.rsplit(['/', '\\']).next().unwrap_or_default().to_lowercase();
    let extension = file.rsplit_once('.').map(|(_, extension)| extension).unwrap_or_default();
    SCRIPTS.contains(&extension)
        || extension == "dockerfile"
        || matches!(first_part(&file), "makefile" | "gnumakefile" | "dockerfile" | "containerfile")
        || (text.starts_with("#!") && foreign_interpreter(text).is_none())
}

/// The scripts in a file.
pub(super) fn scripts(name: &str, text: &str) -> Result<Scripts, String> {
    let file = name.rsplit(['/', '\\']).next().unwrap_or_default().to_lowercase();
    let extension = file.rsplit_once('.').map(|(_, extension)| extension).unwrap_or_default();
    let source = source_chars(text);
    let foreign = FOREIGN.iter().find(|(known, _)| *known == extension).map(|(_, language)| *language);
    Ok(match extension {
        "yml" | "yaml" => yaml::scripts(text, &source)?,
        "md" | "markdown" => fences(&source),
        "mk" | "make" => all(Language::Shell, makefile::scripts(&source)),
        _ if matches!(file.as_str(), "makefile" | "gnumakefile") => all(Language::Shell, makefile::scripts(&source)),
        _ if extension == "dockerfile" || matches!(first_part(&file), "dockerfile" | "containerfile") => {
            all(Language::Shell, container_file(&source))
        }
        "ps1" | "psm1" => all(Language::PowerShell, vec![source]),
        "bat" | "cmd" => all(Language::Batch, vec![source]),
        _ => match foreign.map(str::to_owned).or_else(|| foreign_interpreter(text)) {
            Some(language) => none(&language),
            None => all(Language::Shell, vec![without_templates(&source, "{{", "}}")]),
        },
    })
}

fn first_part(file: &str) -> &str {
    file.split('.').next().unwrap_or_default()
}

/// The interpreter that the first line names, if it is not a shell.
fn foreign_interpreter(text: &str) -> Option<String> {
    let first = text.lines().next()?.strip_prefix("#!")?;
    let words = || first.split([' ', '/']).filter(|word| !word.is_empty());
    let is_shell =
        ["sh", "bash", "zsh", "ksh", "dash", "ash", "bats"].iter().any(|shell| words().any(|word| word == *shell));
    if is_shell { None } else { words().rfind(|word| !word.starts_with('-')).map(str::to_owned) }
}

/// An open code block of Markdown.
struct Fence {
    mark: String,
    info: String,
    line: usize,
    source: Vec<SourceChar>,
}

/// The scripts in the code blocks of Markdown. A block without or of another language is not read; that is said if it
/// calls the service.
fn fences(source: &[SourceChar]) -> Scripts {
    let mut found = Scripts::default();
    let mut open: Option<Fence> = None;
    for line in lines(source) {
        let text = string(line);
        let trimmed = text.trim_start();
        let fence: String = trimmed.chars().take_while(|c| matches!(c, '`' | '~')).collect();

        match &mut open {
            Some(block) => {
                if fence.starts_with(block.mark.as_str()) && trimmed.trim_end() == fence {
                    close(&mut found, block);
                    open = None;
                } else {
                    // The prompt of a terminal.
                    let indent = line.iter().take_while(|current| current.c.is_whitespace()).count();
                    let skipped = if trimmed.starts_with("$ ") { indent + 2 } else { prompt(line, indent) };
                    block.source.extend(line.iter().skip(skipped));
                    block.source.extend(line_end(line));
                }
            }
            None if fence.chars().count() >= 3 => {
                let info = trimmed.get(fence.len()..).unwrap_or_default().trim();
                let info = info.split([' ', '{', ',']).next().unwrap_or_default().to_owned();
                let line = line.first().map_or(1, |current| current.position.line);
                open = Some(Fence { mark: fence, info, line, source: Vec::new() });
            }
            None => {}
        }
    }
    found
}

/// Keeps what an open block turned out to hold.
fn close(found: &mut Scripts, block: &Fence) {
    match Language::named(&block.info) {
        Some(language) => {
            let source = without_placeholders(&block.source, true);
            found.scripts.push(Script { language, source: without_templates(&source, "{{", "}}") });
        }
        None if string(&block.source).contains("apigateway ") => {
            let language = if block.info.is_empty() { "a block without a language" } else { &block.info };
            found.unread.push(Unread { line: block.line, language: language.to_owned() });
        }
        None => {}
    }
}

/// The length of the prompt of PowerShell or the command prompt: `PS C:\> `, `C:\> `.
fn prompt(line: &[SourceChar], indent: usize) -> usize {
    let text: String = line.iter().skip(indent).map(|current| current.c).collect();
    let is_prompt = |before: &str| before.starts_with("PS ") || before == "PS" || before.get(1..3) == Some(":\\");
    text.split_once("> ")
        .filter(|(before, _)| is_prompt(before))
        .map_or(0, |(before, _)| indent + before.chars().count() + 2)
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
