//! The recipes of makefiles.

use super::text::{SourceChar, line_end, lines};

/// How deep `$(shell …)` may be inside each other.
const MAX_DEPTH: usize = 20;

/// The shell text in recipes and in `$(shell …)`: one script for each line that make runs.
pub(super) fn scripts(source: &[SourceChar]) -> Vec<Vec<SourceChar>> {
    let mut scripts = Vec::new();
    let mut comments: Vec<SourceChar> = Vec::new();
    let mut lines = lines(source);
    while let Some(line) = lines.next() {
        let mut logical = line.to_vec();
        let mut last = line;
        while last.last().is_some_and(|current| current.c == '\\') {
            let Some(next) = lines.next() else { break };
            logical.extend(line_end(last));
            // The tab that marks a recipe is not part of it.
            let is_recipe = next.first().is_some_and(|current| current.c == '\t');
            logical.extend(next.iter().skip(usize::from(is_recipe)));
            last = next;
        }

        let is_recipe = line.first().is_some_and(|current| current.c == '\t');
        let start = logical.iter().position(|current| !matches!(current.c, '\t' | ' ' | '@' | '-' | '+'));
        let body = logical.get(start.unwrap_or(logical.len())..).unwrap_or_default();
        if body.first().is_some_and(|current| current.c == '#') {
            // A comment concerns the next line, which is another script.
            comments = body.to_vec();
            comments.extend(line_end(body));
            continue;
        }

        let mut inner = Vec::new();
        let expanded = expand(if is_recipe { body } else { &logical }, 0, &mut inner);
        if is_recipe {
            scripts.push([std::mem::take(&mut comments), expanded].concat());
        }
        comments.clear();
        scripts.append(&mut inner);
    }
    scripts
}

/// The line with the expansions of make unknown. The scripts that they run are added to `inner`.
fn expand(line: &[SourceChar], depth: usize, inner: &mut Vec<Vec<SourceChar>>) -> Vec<SourceChar> {
    let mut out = Vec::with_capacity(line.len());
    let mut at = 0;

    while let Some(current) = line.get(at) {
        let next = line.get(at + 1).map(|current| current.c);
        match (current.c, next) {
            ('$', Some('$')) => {
                out.push(*current);
                at += 2;
            }
            ('$', Some(open @ ('(' | '{'))) => {
                let close = if open == '(' { ')' } else { '}' };
                let end = closing(line, at + 1, open, close);
                let inside = line.get(at + 2..end).unwrap_or_default();
                let word: String = inside.iter().map(|current| current.c).take_while(|c| !c.is_whitespace()).collect();
                if word == "shell" && depth < MAX_DEPTH {
                    let run = expand(inside.get(word.len()..).unwrap_or_default(), depth + 1, inner);
                    inner.push(run);
                }
                out.push(SourceChar::unknown(current.position));
                at = end + 1;
            }
            ('$', Some(_)) => {
                out.push(SourceChar::unknown(current.position));
                at += 2;
            }
            _ => {
                out.push(*current);
                at += 1;
            }
        }
    }
    out
}

/// Where the bracket at `start` is closed, or the end.
fn closing(line: &[SourceChar], start: usize, open: char, close: char) -> usize {
    let mut depth = 0_usize;
    for (at, current) in line.iter().enumerate().skip(start) {
        if current.c == open {
            depth += 1;
        } else if current.c == close {
            depth -= 1;
            if depth == 0 {
                return at;
            }
        }
    }
    line.len()
}
