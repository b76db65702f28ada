//! Similar names for "Maybe you meant", as Python's `difflib.get_close_matches` finds them.

/// The minimum ratio of matching characters.
const CUTOFF: f64 = 0.8;

/// At most three of `candidates` that share at least 80 % of their characters with `word`, best first.
pub fn close_matches<'c>(word: &str, candidates: impl IntoIterator<Item = &'c str>) -> Vec<&'c str> {
    const MAX_MATCHES: usize = 3;
    let word: Vec<char> = word.chars().collect();
    let mut scored: Vec<(f64, &str)> = candidates
        .into_iter()
        .map(|candidate| (ratio(&candidate.chars().collect::<Vec<_>>(), &word), candidate))
        .filter(|(score, _)| *score >= CUTOFF)
        .collect();
    scored.sort_by(|left, right| right.0.total_cmp(&left.0).then(right.1.cmp(left.1)));
    scored.into_iter().take(MAX_MATCHES).map(|(_, candidate)| candidate).collect()
}

/// Twice the matching characters over all characters.
#[expect(clippy::cast_precision_loss, reason = "names are short")]
fn ratio(left: &[char], right: &[char]) -> f64 {
    let ratio = |matching: usize| 2.0 * matching as f64 / (left.len() + right.len()).max(1) as f64;
    // At most the shorter string matches as a whole; the search itself takes the product of the lengths.
    let most = ratio(left.len().min(right.len()));
    if most < CUTOFF { most } else { ratio(matching(left, right)) }
}

/// The characters in the longest common block and, left and right of it, in the longest common blocks there.
fn matching(left: &[char], right: &[char]) -> usize {
    let (start_left, start_right, size) = longest_block(left, right);
    if size == 0 {
        return 0;
    }
    let part = |whole: &[char], from: usize, to: usize| whole.get(from..to).unwrap_or_default().to_vec();
    let before = matching(&part(left, 0, start_left), &part(right, 0, start_right));
    let after = matching(&part(left, start_left + size, left.len()), &part(right, start_right + size, right.len()));
    before + size + after
}

/// The first of the longest common blocks: where it starts in each and its size.
fn longest_block(left: &[char], right: &[char]) -> (usize, usize, usize) {
    let mut best = (0, 0, 0);
    let mut above: Vec<usize> = vec![0; right.len() + 1];
    for (i, a) in left.iter().enumerate() {
        let mut row = vec![0; right.len() + 1];
        for (j, b) in right.iter().enumerate() {
            if a != b {
                continue;
            }
            let size = above.get(j).copied().unwrap_or_default() + 1;
            if let Some(cell) = row.get_mut(j + 1) {
                *cell = size;
            }
            if size > best.2 {
                best = (i + 1 - size, j + 1 - size, size);
            }
        }
        above = row;
    }
    best
}

#[cfg(test)]
mod tests {
    use super::close_matches;

    #[test]
    fn the_best_come_first_and_far_ones_not_at_all() {
        let names = ["put-integration", "put-integration-response", "get-integration", "get-rest-api", "get-rest-apis"];
        assert_eq!(close_matches("put-integratio", names), ["put-integration", "get-integration"]);
        assert_eq!(close_matches("PutIntegration", names), ["put-integration"]);
        assert_eq!(close_matches("get-rest", names), ["get-rest-api"]);
        assert!(close_matches("zzz", names).is_empty());
    }
}
