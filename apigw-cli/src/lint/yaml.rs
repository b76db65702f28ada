//! The shell texts in the files of CI services: `GitHub`, `GitLab`, `CircleCI`, `Azure`, `CodeBuild`.

use saphyr_parser::{Event, Parser, ScalarStyle, Span, StrInput};

use super::text::{Place, Spot, without_templates, without_templates_that};

/// Members whose text, or the texts in whose list, a shell runs.
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
const DEEPEST: usize = 100;

/// The shell texts of a YAML file.
pub(super) fn scripts(text: &str, spots: &[Spot]) -> Result<Vec<Vec<Spot>>, String> {
    let starts = std::iter::once(0).chain(spots.iter().enumerate().filter(|(_, s)| s.c == '\n').map(|(at, _)| at + 1));
    let mut reader = Reader {
        events: Parser::new_from_str(text),
        spots,
        starts: starts.collect(),
        // Where the runner is Windows, the shell is another one unless a step says so.
        is_windows: text.contains("windows"),
        found: Vec::new(),
    };
    reader.read()?;
    Ok(reader.found)
}

struct Reader<'t> {
    events: Parser<'t, StrInput<'t>>,
    spots: &'t [Spot],
    /// Where each line begins.
    starts: Vec<usize>,
    is_windows: bool,
    found: Vec<Vec<Spot>>,
}

/// What a value gives to a shell.
#[derive(Default)]
struct Value {
    /// Its text, if it is one.
    text: Option<String>,
    /// The shell texts in it, if a shell runs it.
    scripts: Vec<Vec<Spot>>,
}

impl<'t> Reader<'t> {
    fn next(&mut self) -> Result<Option<(Event<'t>, Span)>, String> {
        self.events
            .next()
            .transpose()
            .map_err(|error| format!("the file is not YAML: {error}; if it is a template, lint what is made of it"))
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

    fn value(&mut self, event: Event<'t>, span: Span, depth: usize) -> Result<Value, String> {
        if depth > DEEPEST {
            return Err("the file is deeper than any that a CI service reads; lint the scripts that it runs".to_owned());
        }
        match event {
            Event::Scalar(text, style, ..) => {
                let scripts = vec![self.place(&text, style, span)];
                Ok(Value { text: Some(text.into_owned()), scripts })
            }
            Event::SequenceStart(..) => {
                let mut scripts = Vec::new();
                while let Some((event, span)) = self.next()?.filter(|(event, _)| *event != Event::SequenceEnd) {
                    scripts.append(&mut self.value(event, span, depth + 1)?.scripts);
                }
                Ok(Value { text: None, scripts })
            }
            Event::MappingStart(..) => {
                self.mapping(depth)?;
                Ok(Value::default())
            }
            _ => Ok(Value::default()),
        }
    }

    /// Reads a mapping, and keeps the texts of the members that a shell runs, if it is a shell of the usual kind.
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
        let is_usual = match &shell {
            Some(shell) => shell.split([' ', '/']).any(|word| matches!(word, "bash" | "sh")),
            None => !self.is_windows,
        };
        if is_usual {
            self.found.append(&mut scripts);
        }
        Ok(())
    }

    /// The places of the characters of a scalar. White space that YAML folds has the place of what is before it.
    fn place(&self, text: &str, style: ScalarStyle, span: Span) -> Vec<Spot> {
        let line = span.start.line().saturating_sub(1);
        let mut at = self.starts.get(line).copied().unwrap_or_default() + span.start.col();
        if matches!(style, ScalarStyle::Literal | ScalarStyle::Folded) && self.is_indicator(at) {
            at = self.starts.get(line + 1).copied().unwrap_or(at);
        }
        let mut place = self.spots.get(at).map_or(Place { line: 1, column: 1 }, |spot| spot.place);
        let mut placed = Vec::with_capacity(text.len());
        for c in text.chars() {
            if c.is_whitespace() {
                placed.push(Spot { c, place });
                continue;
            }
            let rest = self.spots.get(at..).unwrap_or_default();
            if let Some(skipped) = next(rest, c)
                && let Some(spot) = rest.get(skipped)
            {
                place = spot.place;
                at += skipped + 1;
            }
            placed.push(Spot { c, place });
        }
        let placed = without_templates(&without_templates(&placed, "${{", "}}"), "{{", "}}");
        without_templates_that(&placed, "<<", ">>", is_circle)
    }

    fn is_indicator(&self, at: usize) -> bool {
        self.spots.get(at).is_some_and(|spot| matches!(spot.c, '|' | '>'))
    }
}

/// Whether what stands between `<<` and `>>` is a template of `CircleCI`, for to a shell `<<` begins a here-document.
fn is_circle(inner: &str) -> bool {
    let name = inner.trim_start_matches(['#', '^', '/']).trim_start();
    ["parameters.", "pipeline.", "matrix."].iter().any(|start| name.starts_with(start))
}

/// Where a character comes next, with little but white space, quotes and escapes before it. One that is written as an
/// escape comes nowhere.
fn next(spots: &[Spot], c: char) -> Option<usize> {
    const MOST: usize = 8;
    let mut skipped = 0;
    for (at, spot) in spots.iter().enumerate() {
        if spot.c == c {
            return Some(at);
        }
        skipped += usize::from(!spot.c.is_whitespace());
        if skipped > MOST {
            return None;
        }
    }
    None
}
