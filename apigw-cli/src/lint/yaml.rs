//! The shell scripts in the files of CI services: `GitHub`, `GitLab`, `CircleCI`, `Azure`, `CodeBuild`.

use saphyr_parser::{Event, Parser, ScalarStyle, Span, StrInput};

use super::language::{Language, Script, Scripts, Unread};
use super::placeholder::without_placeholders;
use super::text::{Position, SourceChar, without_templates, without_templates_that};

/// Members whose text or list of texts a shell runs.
const KEYS: [&str; 13] = [
    "run",
    "script",
    "bash",
    "before_script",
    "after_script",
    "commands",
    "command",
    "cmd",
    "cmds",
    "inlineScript",
    "before_install",
    "install",
    "after_success",
];

/// How deep a document may be.
const MAX_DEPTH: usize = 100;

/// The scripts in a YAML file.
pub(super) fn scripts(text: &str, source: &[SourceChar]) -> Result<Scripts, String> {
    let starts = std::iter::once(0).chain(source.iter().enumerate().filter(|(_, s)| s.c == '\n').map(|(at, _)| at + 1));
    let mut reader = YamlReader {
        events: Parser::new_from_str(text),
        source,
        starts: starts.collect(),
        // Where the runner is Windows, the shell is another one unless a step says so.
        is_windows: text.contains("windows"),
        found: Scripts::default(),
    };
    reader.read()?;
    Ok(reader.found)
}

struct YamlReader<'t> {
    events: Parser<'t, StrInput<'t>>,
    source: &'t [SourceChar],
    /// Where each line begins.
    starts: Vec<usize>,
    is_windows: bool,
    found: Scripts,
}

/// A value of the file.
#[derive(Default)]
struct YamlValue {
    /// Its text, if it is a scalar.
    text: Option<String>,
    /// The scripts in it, if a shell runs it.
    scripts: Vec<Vec<SourceChar>>,
}

impl<'t> YamlReader<'t> {
    fn next(&mut self) -> Result<Option<(Event<'t>, Span)>, String> {
        self.events
            .next()
            .transpose()
            .map_err(|error| format!("the file is not YAML: {error}; if it is a template, lint its output"))
    }

    fn read(&mut self) -> Result<(), String> {
        while let Some((event, span)) = self.next()? {
            match event {
                Event::StreamStart
                | Event::StreamEnd
                | Event::DocumentStart(_)
                | Event::DocumentEnd
                | Event::Nothing => {}
                event => drop(self.value(event, span, 0)?),
            }
        }
        Ok(())
    }

    fn value(&mut self, event: Event<'t>, span: Span, depth: usize) -> Result<YamlValue, String> {
        if depth > MAX_DEPTH {
            return Err("the file is nested too deeply; lint the scripts that it runs".to_owned());
        }
        match event {
            Event::Scalar(text, style, ..) => {
                let scripts = vec![self.locate(&text, style, span)];
                Ok(YamlValue { text: Some(text.into_owned()), scripts })
            }
            Event::SequenceStart(..) => {
                let mut scripts = Vec::new();
                while let Some((event, span)) = self.next()?.filter(|(event, _)| *event != Event::SequenceEnd) {
                    scripts.append(&mut self.value(event, span, depth + 1)?.scripts);
                }
                Ok(YamlValue { text: None, scripts })
            }
            Event::MappingStart(..) => {
                self.mapping(depth)?;
                Ok(YamlValue::default())
            }
            _ => Ok(YamlValue::default()),
        }
    }

    /// Reads a mapping, and keeps the scripts in it unless another kind of shell runs them.
    fn mapping(&mut self, depth: usize) -> Result<(), String> {
        let mut shell = None;
        let mut scripts = Vec::new();
        while let Some((event, span)) = self.next()?.filter(|(event, _)| *event != Event::MappingEnd) {
            let key = self.value(event, span, depth + 1)?.text.unwrap_or_default();
            let Some((event, span)) = self.next()? else { break };
            let mut value = self.value(event, span, depth + 1)?;
            if KEYS.contains(&key.as_str()) {
                scripts.append(&mut value.scripts);
            } else if key == "shell" {
                shell = value.text;
            }
        }
        self.keep(shell.as_deref(), scripts);
        Ok(())
    }

    /// Keeps the scripts that a shell runs.
    fn keep(&mut self, shell: Option<&str>, scripts: Vec<Vec<SourceChar>>) {
        let language = match shell {
            Some(shell) => shell.split([' ', '/']).find_map(Language::named),
            None => (!self.is_windows).then_some(Language::Shell),
        };
        for source in scripts {
            match language {
                Some(language) => {
                    self.found.scripts.push(Script { language, source: without_placeholders(&source, false) });
                }
                None => {
                    let line = source.first().map_or(1, |current| current.position.line);
                    let language = shell.unwrap_or("a step that may run on Windows").to_owned();
                    self.found.unread.push(Unread { line, language });
                }
            }
        }
    }

    /// The positions of the characters of a scalar. White space that YAML folds has the position of the character before it.
    fn locate(&self, text: &str, style: ScalarStyle, span: Span) -> Vec<SourceChar> {
        let line = span.start.line().saturating_sub(1);
        let mut at = self.starts.get(line).copied().unwrap_or_default() + span.start.col();
        if matches!(style, ScalarStyle::Literal | ScalarStyle::Folded) && self.is_indicator(at) {
            at = self.starts.get(line + 1).copied().unwrap_or(at);
        }
        let mut position = self.source.get(at).map_or(Position { line: 1, column: 1 }, |current| current.position);
        let mut placed = Vec::with_capacity(text.len());
        for c in text.chars() {
            if c.is_whitespace() {
                placed.push(SourceChar::new(c, position));
                continue;
            }
            let rest = self.source.get(at..).unwrap_or_default();
            if let Some(skipped) = next(rest, c)
                && let Some(current) = rest.get(skipped)
            {
                position = current.position;
                at += skipped + 1;
            }
            placed.push(SourceChar::new(c, position));
        }
        let placed = without_templates(&without_templates(&placed, "${{", "}}"), "{{", "}}");
        without_templates_that(&placed, "<<", ">>", is_circle)
    }

    fn is_indicator(&self, at: usize) -> bool {
        self.source.get(at).is_some_and(|current| matches!(current.c, '|' | '>'))
    }
}

/// Whether the text between `<<` and `>>` is a template of `CircleCI`. In a shell, `<<` begins a here-document.
fn is_circle(inner: &str) -> bool {
    let name = inner.trim_start_matches(['#', '^', '/']).trim_start();
    ["parameters.", "pipeline.", "matrix."].iter().any(|start| name.starts_with(start))
}

/// Where a character comes next, after little but white space, quotes and escapes. A character that is written as an
/// escape is not found.
fn next(source: &[SourceChar], c: char) -> Option<usize> {
    const MAX_SKIPPED: usize = 8;
    let mut skipped = 0;
    for (at, current) in source.iter().enumerate() {
        if current.c == c {
            return Some(at);
        }
        skipped += usize::from(!current.c.is_whitespace());
        if skipped > MAX_SKIPPED {
            return None;
        }
    }
    None
}
