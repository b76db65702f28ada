//! Ten thousand calls, 64 in flight, against a server that fails one request in five: every call ends, the counts add
//! up, and memory stays flat. They run in a process of their own, whose memory no other test uses.

use std::collections::HashMap;
use std::io::{BufRead as _, BufReader, Write as _};
use std::net::{TcpListener, TcpStream};
use std::process::Command;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use apigw_client::{Client, Credentials, Environment, Error, RetryPolicy};

/// The variable that makes a process the other one.
const CHILD: &str = "APIGW_ENDURANCE";

const CALLS: usize = 10_000;
const IN_FLIGHT: usize = 64;
const ATTEMPTS: u32 = 3;

/// What became of the requests of one call, told apart by the name that it asks for.
#[derive(Default)]
struct Tally {
    requests: u32,
    successes: u32,
}

/// What the server did. Whether it fails depends on the call and the attempt alone, so that every run is the same.
#[derive(Default)]
struct Server {
    calls: Mutex<HashMap<usize, Tally>>,
    failures: AtomicUsize,
}

#[derive(Clone, Copy, PartialEq)]
enum Fate {
    Success,
    Down,
    Throttled,
    Reset,
    HalfAnAnswer,
}

/// One request in five fails, in one of four ways.
fn fate(call: usize, attempt: u32) -> Fate {
    let mut bits = (call as u64 ^ u64::from(attempt) << 32).wrapping_add(0x9e37_79b9_7f4a_7c15);
    bits = (bits ^ (bits >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    bits = (bits ^ (bits >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    bits ^= bits >> 31;
    match (bits % 5, bits / 5 % 4) {
        (1.., _) => Fate::Success,
        (0, 0) => Fate::Down,
        (0, 1) => Fate::Throttled,
        (0, 2) => Fate::Reset,
        _ => Fate::HalfAnAnswer,
    }
}

impl Server {
    fn serve(self: &Arc<Self>) -> String {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let url = format!("http://{}", listener.local_addr().unwrap());
        let server = Arc::clone(self);
        std::thread::spawn(move || {
            for stream in listener.incoming() {
                let server = Arc::clone(&server);
                std::thread::spawn(move || server.talk(stream.unwrap()));
            }
        });
        url
    }

    /// Answers the requests of a connection until it is closed, from either side.
    fn talk(&self, stream: TcpStream) -> Option<()> {
        let mut reader = BufReader::new(stream);
        loop {
            let mut head = String::new();
            while !head.ends_with("\r\n\r\n") {
                (reader.read_line(&mut head).ok()? > 0).then_some(())?;
            }
            let call = head.split_once("/restapis/")?.1.split(' ').next()?.parse().ok()?;
            let attempt = head.split_once("amz-sdk-request: attempt=")?.1.split([';', '\r']).next()?.parse().ok()?;
            let fate = fate(call, attempt);
            let answer = match fate {
                Fate::Success => format!("HTTP/1.1 200 OK\r\nContent-Length: 17\r\n\r\n{{\"id\": \"{call:07}\"}}"),
                Fate::Down => "HTTP/1.1 500 Oops\r\nContent-Length: 0\r\n\r\n".to_owned(),
                Fate::Throttled => "HTTP/1.1 429 Slow Down\r\nContent-Length: 2\r\n\r\n{}".to_owned(),
                Fate::Reset => String::new(),
                Fate::HalfAnAnswer => "HTTP/1.1 200 OK\r\nContent-Length: 17\r\n\r\n{\"id\"".to_owned(),
            };
            {
                let mut calls = self.calls.lock().unwrap();
                let tally = calls.entry(call).or_default();
                tally.requests += 1;
                assert_eq!(tally.requests, attempt, "attempts of call {call} come one after the other");
                tally.successes += u32::from(fate == Fate::Success);
                self.failures.fetch_add(usize::from(fate != Fate::Success), Ordering::Relaxed);
            }
            reader.get_mut().write_all(answer.as_bytes()).ok()?;
            if matches!(fate, Fate::Reset | Fate::HalfAnAnswer) {
                return None;
            }
        }
    }
}

/// Makes calls until there are no more numbers, and counts successes and typed errors.
async fn work(client: Client, numbers: Arc<AtomicUsize>) -> (usize, usize) {
    let (mut successes, mut errors) = (0, 0);
    loop {
        let number = numbers.fetch_add(1, Ordering::Relaxed);
        if number >= CALLS {
            return (successes, errors);
        }
        match client.get_rest_api().rest_api_id(number.to_string()).send().await {
            Ok(api) => {
                assert_eq!(api.id, Some(format!("{number:07}")), "the answer to another call");
                successes += 1;
            }
            Err(Error::Service(_) | Error::Interrupted { .. }) => {
                // The budget of retries may have run out before the attempts did.
                errors += 1;
            }
            Err(error) => panic!("{error:?}"),
        }
    }
}

/// The memory of this process, in kB; zero where that cannot be told.
fn memory() -> usize {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
    line.and_then(|line| line.trim().trim_end_matches(" kB").parse().ok()).unwrap_or_default()
}

#[test]
fn ten_thousand_calls_end_and_add_up() {
    let mut child = Command::new(std::env::current_exe().unwrap());
    let child = child.args(["--exact", "endurance::calls_of_a_process", "--nocapture"]).env(CHILD, "yes");
    let output = child.output().unwrap();
    let printed = [output.stdout, output.stderr].concat();
    let printed = String::from_utf8_lossy(&printed);
    assert!(output.status.success() && printed.contains(" successes, "), "{printed}");
}

/// The other process. As a test of its own it does nothing.
#[tokio::test]
async fn calls_of_a_process() {
    if std::env::var_os(CHILD).is_none() {
        return;
    }
    let server = Arc::new(Server::default());
    let client = Client::builder()
        .environment(Environment::empty())
        .region("us-east-1")
        .credentials(Credentials::new("AKIDEXAMPLE", "secret", None, None, "test"))
        .endpoint_url(server.serve())
        .retry(RetryPolicy::new().max_attempts(ATTEMPTS).longest_backoff(Duration::from_millis(5)))
        .timeout(Duration::from_mins(1))
        .jitter_seed(1)
        .build()
        .unwrap();
    let numbers = Arc::new(AtomicUsize::new(0));
    let workers: Vec<_> = (0..IN_FLIGHT).map(|_| tokio::spawn(work(client.clone(), Arc::clone(&numbers)))).collect();
    let mut samples = Vec::new();
    while !workers.iter().all(tokio::task::JoinHandle::is_finished) {
        tokio::time::sleep(Duration::from_millis(50)).await;
        samples.push((numbers.load(Ordering::Relaxed), memory()));
    }
    let (mut successes, mut errors) = (0, 0);
    for worker in workers {
        let (ended_well, ended_badly) = worker.await.unwrap();
        successes += ended_well;
        errors += ended_badly;
    }
    let calls = server.calls.lock().unwrap();
    assert_eq!((successes + errors, calls.len()), (CALLS, CALLS), "nothing is lost");
    assert!(calls.values().all(|tally| tally.successes <= 1), "nothing that succeeded is done again");
    assert_eq!(calls.values().filter(|tally| tally.successes == 1).count(), successes, "both sides agree");
    assert!(calls.values().all(|tally| tally.requests <= ATTEMPTS), "nothing is tried more often than it may be");
    let requests: u32 = calls.values().map(|tally| tally.requests).sum();
    assert_eq!(requests as usize, successes + server.failures.load(Ordering::Relaxed));
    let hopeless =
        (0..CALLS).filter(|call| (1..=ATTEMPTS).all(|attempt| fate(*call, attempt) != Fate::Success)).count();
    assert_eq!(errors, hopeless, "a call fails if all its attempts do");
    assert!((1800..2200).contains(&(calls.values().filter(|tally| tally.requests > 1).count())));
    let later: Vec<_> = samples.iter().filter(|(number, _)| *number > CALLS / 4).map(|(_, memory)| *memory).collect();
    let growth = later.iter().max().unwrap_or(&0) - later.iter().min().unwrap_or(&0);
    eprintln!("{successes} successes, {errors} errors, {requests} requests, {growth} kB more memory");
    assert!(growth < 8_000, "{growth} kB more memory: {samples:?}");
}
