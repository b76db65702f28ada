//! The recipes of makefiles.

use super::source::{line_end, unseen};
use super::text::{Spot, lines};

/// How deep `$(shell …)` may be inside each other.
const DEEPEST: usize = 20;

/// What the recipes and `$(shell …)` give to the shell, one text for each line that make runs.
pub(super) fn scripts(spots: &[Spot]) -> Vec<Vec<Spot>> {
    let mut scripts = Vec::new();
    let mut comments: Vec<Spot> = Vec::new();
    let mut lines = lines(spots);
    while let Some(line) = lines.next() {
        let mut logical = line.to_vec();
        let mut last = line;
        while last.last().is_some_and(|spot| spot.c == '\\') {
            let Some(next) = lines.next() else { break };
            logical.extend(line_end(last));
            // The tab that marks a recipe is no part of it.
            let is_recipe = next.first().is_some_and(|spot| spot.c == '\t');
            logical.extend(next.iter().skip(usize::from(is_recipe)));
            last = next;
        }
        let is_recipe = line.first().is_some_and(|spot| spot.c == '\t');
        let start = logical.iter().position(|spot| !matches!(spot.c, '\t' | ' ' | '@' | '-' | '+'));
        let body = logical.get(start.unwrap_or(logical.len())..).unwrap_or_default();
        if body.first().is_some_and(|spot| spot.c == '#') {
            // A comment concerns the next line, which is a text of its own.
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

/// The line with make's own expansions replaced by what is not known; what they run is put into `inner`.
fn expand(line: &[Spot], depth: usize, inner: &mut Vec<Vec<Spot>>) -> Vec<Spot> {
    let mut out = Vec::with_capacity(line.len());
    let mut at = 0;
    while let Some(spot) = line.get(at) {
        let next = line.get(at + 1).map(|spot| spot.c);
        match (spot.c, next) {
            ('$', Some('$')) => {
                out.push(*spot);
                at += 2;
            }
            ('$', Some(open @ ('(' | '{'))) => {
                let close = if open == '(' { ')' } else { '}' };
                let end = closing(line, at + 1, open, close);
                let inside = line.get(at + 2..end).unwrap_or_default();
                let word: String = inside.iter().map(|spot| spot.c).take_while(|c| !c.is_whitespace()).collect();
                if word == "shell" && depth < DEEPEST {
                    let run = expand(inside.get(word.len()..).unwrap_or_default(), depth + 1, inner);
                    inner.push(run);
                }
                out.push(unseen(*spot));
                at = end + 1;
            }
            ('$', Some(_)) => {
                out.push(unseen(*spot));
                at += 2;
            }
            _ => {
                out.push(*spot);
                at += 1;
            }
        }
    }
    out
}

/// Where the bracket at `start` is closed, or the end.
fn closing(line: &[Spot], start: usize, open: char, close: char) -> usize {
    let mut depth = 0_usize;
    for (at, spot) in line.iter().enumerate().skip(start) {
        if spot.c == open {
            depth += 1;
        } else if spot.c == close {
            depth -= 1;
            if depth == 0 {
                return at;
            }
        }
    }
    line.len()
}
