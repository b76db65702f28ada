//! A transport that follows a script, for tests in paused time.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use apigw_client::transport::{Body, ResponseFuture};
use apigw_client::{Client, ClientBuilder, Credentials, Environment, Transport, TransportError};
use bytes::Bytes;
use http::{Request, Response};
use http_body_util::{BodyExt as _, Full};
use tokio::time::{Instant, sleep};

/// What becomes of a request.
#[derive(Clone)]
pub(crate) enum Step {
    /// It is answered: status, headers, body.
    Answer(u16, &'static [(&'static str, &'static str)], &'static str),
    /// The connection breaks.
    Break,
    /// Nothing happens.
    Hang,
}

/// The transport, and what was sent through it at which time. The last step is repeated.
#[derive(Clone, Default)]
pub(crate) struct Script {
    steps: Arc<Mutex<VecDeque<Step>>>,
    sent: Arc<Mutex<Vec<Sent>>>,
    start: Option<Instant>,
}

/// A request, and when it was sent.
type Sent = (Duration, Request<Bytes>);

impl Script {
    /// A script with steps.
    pub(crate) fn new(steps: &[Step]) -> Self {
        Self { steps: Arc::new(Mutex::new(steps.to_vec().into())), start: Some(Instant::now()), ..Self::default() }
    }

    /// A builder of clients that send through it, and whose delays can be repeated.
    pub(crate) fn builder(&self) -> ClientBuilder {
        Client::builder()
            .environment(Environment::empty())
            .region("us-east-1")
            .credentials(Credentials::new("AKIDEXAMPLE", "secret", None, None, "test"))
            .transport(self.clone())
            .jitter_seed(1)
    }

    /// When requests were sent, from the start.
    pub(crate) fn times(&self) -> Vec<Duration> {
        self.sent.lock().unwrap().iter().map(|(time, _)| *time).collect()
    }

    /// The values of a header, one a request.
    pub(crate) fn headers(&self, name: &str) -> Vec<String> {
        let sent = self.sent.lock().unwrap();
        sent.iter().map(|(_, request)| request.headers()[name].to_str().unwrap().to_owned()).collect()
    }

    /// The paths and queries, one a request.
    pub(crate) fn targets(&self) -> Vec<String> {
        self.sent
            .lock()
            .unwrap()
            .iter()
            .map(|(_, request)| request.uri().path_and_query().unwrap().to_string())
            .collect()
    }
}

impl Transport for Script {
    fn send(&self, request: Request<Bytes>) -> ResponseFuture {
        self.sent.lock().unwrap().push((self.start.unwrap().elapsed(), request));
        let mut steps = self.steps.lock().unwrap();
        let step = if steps.len() > 1 { steps.pop_front().unwrap() } else { steps[0].clone() };
        Box::pin(async move {
            match step {
                Step::Answer(status, headers, body) => {
                    let answer = headers
                        .iter()
                        .fold(Response::builder().status(status), |answer, (name, value)| answer.header(*name, *value));
                    let body = Full::new(Bytes::from_static(body.as_bytes())).map_err(|never| match never {});
                    Ok(answer.body(Body::new(body)).unwrap())
                }
                Step::Break => Err(TransportError::Broken("broken".into())),
                Step::Hang => {
                    sleep(Duration::from_hours(1)).await;
                    Err(TransportError::Broken("never".into()))
                }
            }
        })
    }
}
