//! Makes calls, one after the other or many at a time, and prints what one of them costs: the time of the processor in
//! microseconds, or, counted by an allocator of its own, allocations and bytes.

use std::future::Future;

/// How many calls come before those that count, for connections and caches.
const WARM_UP: usize = 640;

/// Whether the program was asked to do without a socket.
pub fn is_canned() -> bool {
    std::env::args().any(|argument| argument == "canned")
}

/// Runs the calls: as many as the first argument says, as many at a time as the second says.
pub async fn run<F: Future<Output = ()> + Send>(call: impl Fn() -> F + Clone + Send + 'static) {
    let number = |place| std::env::args().nth(place).and_then(|text| text.parse::<usize>().ok()).expect("a number");
    let (count, at_a_time) = (number(1), number(2));
    make(WARM_UP, at_a_time, &call).await;
    let start = start();
    make(count, at_a_time, &call).await;
    print(&start, count as f64);
}

async fn make<F: Future<Output = ()> + Send>(
    count: usize,
    at_a_time: usize,
    call: &(impl Fn() -> F + Clone + Send + 'static),
) {
    let mut workers = tokio::task::JoinSet::new();
    for _ in 0..at_a_time {
        let call = call.clone();
        workers.spawn(async move {
            for _ in 0..count / at_a_time {
                call().await;
            }
        });
    }
    workers.join_all().await;
}

#[cfg(not(feature = "allocations"))]
fn start() -> cpu_time::ProcessTime {
    cpu_time::ProcessTime::now()
}

#[cfg(not(feature = "allocations"))]
fn print(start: &cpu_time::ProcessTime, count: f64) {
    println!("{}", start.elapsed().as_secs_f64() * 1e6 / count);
}

#[cfg(feature = "allocations")]
#[global_allocator]
static COUNTING: stats_alloc::StatsAlloc<std::alloc::System> = stats_alloc::StatsAlloc::system();

#[cfg(feature = "allocations")]
fn start() -> stats_alloc::Stats {
    COUNTING.stats()
}

#[cfg(feature = "allocations")]
fn print(start: &stats_alloc::Stats, count: f64) {
    let used = COUNTING.stats() - *start;
    println!("{} {}", (used.allocations + used.reallocations) as f64 / count, used.bytes_allocated as f64 / count);
}
