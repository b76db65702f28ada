//! The patch path that a wrong one most likely means.

use crate::rule::{PatchRow, PatchSegment};
use crate::suggest;

/// The path of a row that is near to one that no row has, with what the user chose in its free segments.
pub(super) fn nearest_path(path: &str, rows: &[PatchRow]) -> Option<String> {
    let rooted = format!("/{path}");
    if !path.starts_with('/') && rows.iter().any(|row| row.fits(&rooted)) {
        return Some(rooted);
    }
    let usable = || rows.iter().filter(|row| !row.ops.is_empty());
    if let Some(escaped) = usable().find_map(|row| escaped(path, row)) {
        return Some(escaped);
    }
    if let Some(near) = suggest::nearest(path, usable().map(|row| row.path)) {
        return Some(near.to_owned());
    }

    let words = joined(path.split('/').filter(|word| *word != "*"));
    let fixed = |row: &PatchRow| joined(row.segments.iter().filter_map(literal));
    let all: Vec<(String, &PatchRow)> = usable().map(|row| (fixed(row), row)).collect();
    let by_words =
        suggest::nearest(&words, all.iter().map(|(words, _)| words.as_str()).filter(|words| words.len() > 2));
    let row = match by_words {
        Some(near) => all.iter().find(|(words, _)| words == near).map(|(_, row)| *row),
        None => by_last_word(path, usable()),
    };
    row.map(|row| filled(row, path))
}

/// The same path with the slashes of its last part escaped, if a row has the parts before it.
fn escaped(path: &str, row: &PatchRow) -> Option<String> {
    let (last, before) = row.segments.split_last()?;
    if !matches!(last, PatchSegment::Any) || before.is_empty() {
        return None;
    }
    let mut rest = path.strip_prefix('/')?;
    for segment in before {
        let (given, after) = rest.split_once('/')?;
        if literal(segment)? != given {
            return None;
        }
        rest = after;
    }
    let begins = path.get(..path.len() - rest.len())?;
    (rest.contains('/') && !rest.ends_with('/')).then(|| format!("{begins}{}", rest.replace('/', "~1")))
}

/// The only row whose last word is that of the path.
fn by_last_word<'r>(path: &str, rows: impl Iterator<Item = &'r PatchRow>) -> Option<&'r PatchRow> {
    let wanted = path.rsplit('/').next().filter(|word| word.len() > 3)?;
    let mut fitting =
        rows.filter(|row| row.segments.last().and_then(literal).is_some_and(|word| is_near(word, wanted)));
    match (fitting.next(), fitting.next()) {
        (Some(row), None) => Some(row),
        _ => None,
    }
}

fn is_near(word: &str, wanted: &str) -> bool {
    suggest::nearest(wanted, [word]).is_some()
}

fn literal(segment: &PatchSegment) -> Option<&'static str> {
    if let PatchSegment::Literal(text) = segment { Some(text) } else { None }
}

fn joined<'t>(words: impl Iterator<Item = &'t str>) -> String {
    words.collect()
}

/// The path of a row. A free segment at its beginning that the wrong path has nothing for is `*`, everything.
fn filled(row: &PatchRow, path: &str) -> String {
    let free = |segment: &&PatchSegment| !matches!(segment, PatchSegment::Literal(_));
    let leading = row.segments.iter().take_while(free).count();
    let fixed = row.segments.len() - leading;
    let given: Vec<&str> = path.split('/').filter(|part| !part.is_empty()).collect();
    if leading == 0 || !row.segments.iter().skip(leading).all(|segment| literal(segment).is_some()) {
        return row.path.to_owned();
    }

    let own = given.len().checked_sub(fixed).filter(|own| *own == leading);
    let mut text = String::new();
    for index in 0..leading {
        let part = own.and_then(|_| given.get(index)).copied().unwrap_or("*");
        text.push('/');
        text.push_str(part);
    }
    for word in row.segments.iter().filter_map(literal) {
        text.push('/');
        text.push_str(word);
    }
    text
}
