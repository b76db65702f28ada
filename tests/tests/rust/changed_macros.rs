//! No macro panics, whatever tokens come: ten thousand calls, changed at one to four places each.

use std::panic::{AssertUnwindSafe, catch_unwind};

use apigw_tests::mutation::mutated;

#[test]
fn no_expansion_panics() {
    let mut random = fastrand::Rng::with_seed(20_150_709);
    let (mut complained, mut silent) = (0_u32, 0_u32);
    for number in 0..10_000 {
        let mut bytes = vec![0; random.usize(2..16)];
        random.fill(&mut bytes);
        let (expand, call) = mutated(&bytes);
        let text = call.to_string();
        let expanded = catch_unwind(AssertUnwindSafe(|| expand(call).to_string()));
        let expanded = expanded.unwrap_or_else(|_| panic!("call {number} of seed bytes {bytes:?}: {text}"));
        if expanded.contains("compile_error") { complained += 1 } else { silent += 1 }
    }
    assert!(complained > 5_000 && silent > 100, "{complained} calls were rejected and {silent} not");
}
