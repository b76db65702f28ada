//! Shell text in which every character knows its place in the file.

use apigw_cli_text::unseen::UNSEEN;

/// A place in a file, counted from 1, in characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Place {
    /// The line.
    pub(crate) line: usize,
    /// The column.
    pub(crate) column: usize,
}

/// A character and its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Spot {
    /// The character.
    pub(crate) c: char,
    /// Where the file has it.
    pub(crate) place: Place,
}

/// The characters of a file. Lines end in `\n`.
pub(crate) fn spots(text: &str) -> Vec<Spot> {
    let mut place = Place { line: 1, column: 1 };
    let mut spots = Vec::with_capacity(text.len());
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        if c == '\r' && chars.peek() == Some(&'\n') {
            continue;
        }
        spots.push(Spot { c, place });
        if c == '\n' {
            place = Place { line: place.line + 1, column: 1 };
        } else {
            place.column += 1;
        }
    }
    spots
}

/// The text of spots.
pub(crate) fn string(spots: &[Spot]) -> String {
    spots.iter().map(|spot| spot.c).collect()
}

/// The lines of spots, without their ends.
pub(crate) fn lines(spots: &[Spot]) -> impl Iterator<Item = &[Spot]> {
    spots.split(|spot| spot.c == '\n')
}

/// Replaces what stands between `open` and `close` on one line, as templates of all kinds have it (`${{ … }}`,
/// `{{ … }}`), by what is not known.
pub(crate) fn without_templates(spots: &[Spot], open: &str, close: &str) -> Vec<Spot> {
    without_templates_that(spots, open, close, |_| true)
}

/// How much of a template's inner text is looked at.
const LONGEST: usize = 200;

/// Replaces those of them whose inner text begins with something of a kind.
pub(crate) fn without_templates_that(
    spots: &[Spot],
    open: &str,
    close: &str,
    is_meant: impl Fn(&str) -> bool,
) -> Vec<Spot> {
    let starts = |at: usize, text: &str| {
        let mut rest = spots.get(at..).unwrap_or_default().iter();
        text.chars().all(|c| rest.next().is_some_and(|spot| spot.c == c))
    };
    let is_end = |at: &usize| starts(*at, close) || spots.get(*at).is_some_and(|spot| spot.c == '\n');
    let mut kept = Vec::with_capacity(spots.len());
    // Where the first that may close a template stands; looked for once.
    let mut end = None;
    let mut at = 0;
    while let Some(spot) = spots.get(at) {
        if starts(at, open) {
            let here = end.filter(|end| *end >= at);
            let here = here.unwrap_or_else(|| (at..spots.len()).find(is_end).unwrap_or(spots.len()));
            end = Some(here);
            let inner = at + open.chars().count();
            let inner = || string(spots.get(inner..here.min(inner + LONGEST)).unwrap_or_default());
            if starts(here, close) && is_meant(&inner()) {
                kept.push(Spot { c: UNSEEN, ..*spot });
                at = here + close.chars().count();
                continue;
            }
        }
        kept.push(*spot);
        at += 1;
    }
    kept
}
