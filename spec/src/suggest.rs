//! The nearest name: what someone who mistyped a name probably meant.

/// The maximum length of a name for which a suggestion is looked up: comparing takes time by the product of the lengths.
const MAX_LEN: usize = 128;

/// The candidate nearest to `name`, if one is near enough to be worth suggesting: at most a third of its characters
/// differ. Letter case and the separators `_` and `-` do not count. The first of equally near candidates wins. Nothing is
/// near to a name of more than 128 characters.
///
/// ```
/// let operations = ["PutIntegration", "PutMethod"];
/// assert_eq!(apigw_spec::suggest::nearest("PutIntegraton", operations), Some("PutIntegration"));
/// assert_eq!(apigw_spec::suggest::nearest("DeleteStage", operations), None);
/// ```
pub fn nearest<'c>(name: &str, candidates: impl IntoIterator<Item = &'c str>) -> Option<&'c str> {
    let name = fold(name);
    if name.len() > MAX_LEN {
        return None;
    }
    let mut best = None;
    for candidate in candidates {
        let folded = fold(candidate);
        let allowed = name.len().max(folded.len()).div_ceil(3).min(4);
        if name.len().abs_diff(folded.len()) > allowed {
            continue;
        }
        let distance = distance(&name, &folded);
        if distance <= allowed && best.is_none_or(|(least, _)| distance < least) {
            best = Some((distance, candidate));
        }
    }
    best.map(|(_, candidate)| candidate)
}

fn fold(name: &str) -> Vec<char> {
    name.chars().filter(|c| !matches!(c, '_' | '-')).flat_map(char::to_lowercase).collect()
}

/// The edit distance in which swapping two neighbours counts as one edit (optimal string alignment).
fn distance(left: &[char], right: &[char]) -> usize {
    let mut before: Vec<usize> = Vec::new();
    let mut above: Vec<usize> = (0..=right.len()).collect();
    for (i, a) in left.iter().enumerate() {
        let mut row = vec![i + 1];
        for (j, b) in right.iter().enumerate() {
            let at = |row: &[usize], index: usize| row.get(index).copied().unwrap_or(usize::MAX / 2);
            let mut cost = (at(&above, j) + usize::from(a != b)).min(at(&above, j + 1) + 1).min(at(&row, j) + 1);
            let swapped = i > 0 && j > 0 && left.get(i - 1) == Some(b) && right.get(j - 1) == Some(a);
            if swapped {
                cost = cost.min(at(&before, j - 1) + 1);
            }
            row.push(cost);
        }
        before = std::mem::replace(&mut above, row);
    }
    above.last().copied().unwrap_or(left.len())
}
