//! What judging one request costs at run time: `cargo run --release -p apigw-tests --example check_cost`.
//!
//! Prints the median of many batches, in nanoseconds for one request, and what is allocated. Only the figures of a
//! release build mean something.

mod typical;

use std::hint::black_box;
use std::time::Instant;

const BATCHES: usize = 2001;
const BATCH: u32 = 50;

fn main() {
    println!("{:>10} {:>10} {:>12}  request", "median ns", "best ns", "allocations");
    for typical::Typical { name, request } in typical::requests() {
        let findings = request.violations();
        assert!(findings.is_empty(), "{name}: {findings:?}");
        let mut batches: Vec<u128> = (0..BATCHES)
            .map(|_| {
                let start = Instant::now();
                for _ in 0..BATCH {
                    black_box(black_box(&request).violations());
                }
                start.elapsed().as_nanos() / u128::from(BATCH)
            })
            .collect();
        batches.sort_unstable();
        let (median, best) = (batches.get(BATCHES / 2), batches.first());
        let counted = allocation_counter::measure(|| drop(black_box(&request).violations()));
        println!(
            "{:>10} {:>10} {:>12}  {name}",
            median.copied().unwrap_or_default(),
            best.copied().unwrap_or_default(),
            counted.count_total
        );
    }
}
