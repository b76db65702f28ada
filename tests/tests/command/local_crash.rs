//! The store of `apigw local --data` when the process is killed at any moment: what was answered is there.
//!
//! `APIGW_KILLS` says how often; 30 times by default.

use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use apigw_tests::command_folder::CommandFolder;
use apigw_tests::exchange::exchange_json;
use serde_json::{Value, json};

use crate::local_server::Server;

/// How many clients call at once.
const CLIENTS: usize = 3;

/// What a client was answered, until the connection broke: the names of what it made and did not delete, and the one that
/// may or may not be there, since no answer came.
#[derive(Debug, Default)]
struct Answered {
    kept: Vec<String>,
    unknown: Vec<String>,
}

#[test]
fn nothing_that_was_answered_is_lost() {
    let kills: u64 = std::env::var("APIGW_KILLS").map_or(30, |count| count.parse().expect("a number"));
    let folder = CommandFolder::new();
    let mut random = fastrand::Rng::with_seed(7);
    let mut kept: Vec<String> = Vec::new();
    let mut unknown: Vec<String> = Vec::new();
    for round in 0..kills {
        let mut server = Server::start(&folder, &["--data", "store"]);
        check(server.url(), &kept, &unknown);
        let url = server.url().to_owned();
        let pause = Duration::from_micros(random.u64(0..60_000));
        let is_over = AtomicBool::new(false);
        let answers = std::thread::scope(|scope| {
            let clients: Vec<_> = (0..CLIENTS)
                .map(|client| {
                    scope.spawn({
                        let (url, is_over) = (&url, &is_over);
                        move || call(url, &format!("api-{round}-{client}"), is_over)
                    })
                })
                .collect();
            std::thread::sleep(pause);
            server.kill();
            is_over.store(true, Ordering::Relaxed);
            clients.into_iter().map(|client| client.join().expect("a client")).collect::<Vec<_>>()
        });
        for answered in answers {
            kept.extend(answered.kept);
            unknown.extend(answered.unknown);
        }
    }
    let server = Server::start(&folder, &["--data", "store"]);
    check(server.url(), &kept, &unknown);
    assert!(!kept.is_empty(), "no call was answered in {kills} rounds");
}

/// Makes APIs, and deletes every third, until the server is gone.
fn call(url: &str, name: &str, is_over: &AtomicBool) -> Answered {
    let mut answered = Answered::default();
    for index in 0.. {
        if is_over.load(Ordering::Relaxed) {
            break;
        }
        let name = format!("{name}-{index}");
        let created = exchange_json(url, "POST", "/restapis", &json!({ "name": name }));
        let Ok((201, api)) = created else {
            answered.unknown.push(name);
            break;
        };
        if index % 3 < 2 {
            answered.kept.push(name);
            continue;
        }
        let id = api["id"].as_str().expect("an identifier");
        let deleted = exchange_json(url, "DELETE", &format!("/restapis/{id}"), &Value::Null);
        if !matches!(deleted, Ok((202, _))) {
            answered.unknown.push(name);
            break;
        }
    }
    answered
}

/// Checks that the server has everything that was kept, and nothing that was deleted.
fn check(url: &str, kept: &[String], unknown: &[String]) {
    let mut names = Vec::new();
    let mut position = String::new();
    loop {
        let target = format!("/restapis?limit=500{position}");
        let (_, page) = exchange_json(url, "GET", &target, &Value::Null).expect("an answer");
        let items = page["item"].as_array().into_iter().flatten();
        names.extend(items.map(|api| api["name"].as_str().expect("a name").to_owned()));
        match page["position"].as_str() {
            Some(next) => position = format!("&position={next}"),
            None => break,
        }
    }
    names.sort();
    let lost: Vec<_> = kept.iter().filter(|name| names.binary_search(name).is_err()).collect();
    assert!(lost.is_empty(), "lost: {lost:?}");
    let extra: Vec<_> = names.iter().filter(|name| !kept.contains(name) && !unknown.contains(name)).collect();
    assert!(extra.is_empty(), "came back: {extra:?}");
}
