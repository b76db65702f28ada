//! Waiters: methods that call an operation until a server has changed its mind.

#![allow(missing_docs, unreachable_pub, reason = "what is generated from a model without documentation has none")]

use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use apigw_client::{Client, Environment, Error, RetryPolicy, Wait, WaitError};
use apigw_model::{FinishWait, Operation};
use apigw_spec::Waiter;
use apigw_spec::waiter::{Acceptor, AnswerMatcher, Comparator, PathTest, WaiterState};
use apigw_tests::loopback::{Answer, Loopback};

mod zoo {
    apigw_model::model!(path = "models/zoo.json", operations = [Ask]);
}

/// A client of the service.
#[derive(Clone)]
struct Zoo(Client);

apigw_client::client!(for Zoo, model = self::zoo, path = "models/zoo.json", operations = [Ask]);

impl<I: Operation> FinishWait<I> for Zoo {
    type Wait = Wait<I>;

    fn finish_wait(self, input: I, waiter: &'static Waiter) -> Wait<I> {
        self.0.finish_wait(input, waiter)
    }
}

fn gone() -> Answer {
    let headers = vec![("x-amzn-errortype".to_owned(), "GoneException:http://zoo".to_owned())];
    Answer { status: 404, headers, body: b"{}".to_vec() }
}

/// A server that gives its answers one after another, the last again and again, and its client.
fn zoo(answers: Vec<Answer>) -> (Loopback, Zoo) {
    let count = AtomicUsize::new(0);
    let server = Loopback::start(move |_| {
        let index = count.fetch_add(1, Ordering::Relaxed).min(answers.len() - 1);
        answers[index].clone()
    });
    let builder = Client::builder().environment(Environment::empty()).unsigned().retry(RetryPolicy::off());
    let client = builder.endpoint_url(server.url()).build().expect("a client");
    (server, Zoo(client))
}

#[tokio::test]
async fn a_waiter_calls_until_the_answer_is_there() {
    let (server, zoo) = zoo(vec![gone(), Answer::json(r#"{"mood": "AWAKE"}"#), Answer::json(r#"{"mood": "ASLEEP"}"#)]);
    let asked = zoo.wait_until_animal_asleep().animal("owl").send().await.expect("the animal sleeps");
    assert_eq!(asked.and_then(|asked| asked.mood).as_deref(), Some("ASLEEP"));
    for _ in 0..3 {
        assert_eq!(server.request().target, "/animals/owl");
    }
}

#[tokio::test]
async fn an_error_can_be_what_is_waited_for() {
    let (_server, zoo) = zoo(vec![Answer::json("{}"), gone()]);
    let asked = zoo.wait_until_animal_gone().animal("owl").send().await.expect("the animal is gone");
    assert!(asked.is_none());
}

#[tokio::test]
async fn waiting_ends_when_it_is_in_vain() {
    let noisy = r#"{"friends": [{"name": "mouse"}, {"name": "parrot", "noisy": true}]}"#;
    let (_server, waiting) = zoo(vec![Answer::json(noisy)]);
    let outcome = waiting.wait_until_animal_asleep().animal("owl").send().await;
    assert!(matches!(outcome, Err(WaitError::Failed { waiter: "AnimalAsleep" })), "{outcome:?}");

    let (_server, waiting) = zoo(vec![Answer::json(r#"{"mood": "owl"}"#)]);
    let outcome = waiting.wait_until_animal_gone().animal("owl").send().await;
    assert!(matches!(outcome, Err(WaitError::Failed { .. })), "{outcome:?}");

    // No acceptor knows the error.
    let (_server, waiting) = zoo(vec![Answer { status: 403, ..Answer::default() }]);
    let outcome = waiting.wait_until_animal_gone().animal("owl").send().await;
    let Err(WaitError::Call(Error::Service(error))) = outcome else { panic!("{outcome:?}") };
    assert_eq!(error.failure.status, 403);
}

#[tokio::test]
async fn waiting_ends_after_the_calls_of_the_model_or_the_time_of_the_caller() {
    let (server, waiting) = zoo(vec![Answer::json("{}")]);
    let outcome = waiting.wait_until_animal_gone().animal("owl").send().await;
    assert!(matches!(outcome, Err(WaitError::TimedOut { waiter: "AnimalGone", calls: 2 })), "{outcome:?}");
    drop(server);

    let (_server, waiting) = zoo(vec![Answer::json("{}")]);
    let outcome = waiting.wait_until_animal_asleep().animal("owl").send().within(Duration::ZERO).await;
    assert!(matches!(outcome, Err(WaitError::TimedOut { calls: 1, .. })), "{outcome:?}");
}

/// A waiter that looks at a path.
const fn at_path(acceptors: &'static [Acceptor]) -> Waiter {
    Waiter { name: "Broken", operation: "Ask", min_delay: 1, max_delay: 1, max_attempts: None, acceptors }
}

const fn acceptor(path: &'static str) -> Acceptor {
    let test = PathTest { path, comparator: Comparator::StringEquals, expected: "ASLEEP" };
    Acceptor { state: WaiterState::Success, matcher: AnswerMatcher::Output(test) }
}

#[tokio::test]
async fn a_path_that_is_wrong_is_reported_and_ends_waiting() {
    static UNFINISHED: Waiter = at_path(&[acceptor("mood[")]);
    static UNKNOWN: Waiter = at_path(&[acceptor("uper(mood)")]);

    for (waiter, wrong, calls) in [(&UNFINISHED, "`mood[`: ", 0), (&UNKNOWN, "`uper(mood)`: ", 1)] {
        let (server, Zoo(client)) = zoo(vec![Answer::json("{}")]);
        let outcome = client.finish_wait(zoo::Ask::builder().animal("owl").build(), waiter).await;
        let Err(error @ WaitError::Path { waiter: "Broken", .. }) = outcome else { panic!("{outcome:?}") };
        assert!(error.to_string().contains(&format!("invalid JMESPath {wrong}")), "{error}");
        assert_eq!(server.connections(), calls);
    }
}
