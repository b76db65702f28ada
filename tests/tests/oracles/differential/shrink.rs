//! A case that shows a difference, made as short as it can be.

use crate::differential::case::Case;
use crate::differential::compare::Bench;

/// How much of a difference says what kind it is.
const KIND: usize = 90;

/// Leaves out words and answers as long as something still differs.
pub(crate) fn shrink(bench: &mut Bench, mut case: Case) -> Case {
    // It must be the same difference, as far as its beginning says.
    let mut kind = |case: &Case| {
        let differences = bench.judge(case).differences;
        differences.iter().map(|text| text.chars().take(KIND).collect::<String>()).collect::<Vec<_>>()
    };
    let wanted = kind(&case);
    let mut differs = |case: &Case| kind(case) == wanted;
    let mut at = case.words.len();
    while at > 0 {
        at -= 1;
        let mut shorter = case.clone();
        shorter.words.remove(at);
        if differs(&shorter) {
            case = shorter;
        }
    }
    let mut simpler = case.clone();
    simpler.environment.clear();
    simpler.unset.clear();
    simpler.answers.truncate(1);
    if differs(&simpler) { simpler } else { case }
}
