//! The network and the server, as a transport of the client.

use std::pin::Pin;
use std::sync::{Arc, Mutex};
use std::task::{Context, Poll};
use std::time::{Duration, SystemTime};

use apigw_client::transport::{Body, ResponseFuture};
use apigw_client::{Transport, TransportError};
use bytes::Bytes;
use http::{Request, Response};
use hyper::body::Frame;
use tokio::time::{Instant, Sleep, sleep};

use crate::dice::Dice;
use crate::history::{Attempt, Call, History, Outcome, PIECE, Tally};
use crate::plan::Plan;

/// How long the transport waits for a reply.
const READ_TIMEOUT: Duration = Duration::from_mins(1);

/// The difference of the clocks, in seconds, that the server tolerates.
const TOLERATED: u64 = 300;

/// What client, network and server share.
pub(crate) struct World {
    pub(crate) plan: Plan,
    start: Instant,
    state: Mutex<State>,
}

struct State {
    dice: Dice,
    history: History,
    /// The requests and bodies that are not over.
    alive: u64,
    requests: u64,
    /// The access key that the server knows.
    key: u64,
    /// What happened, as one number.
    digest: u64,
}

impl World {
    pub(crate) fn new(plan: &Plan) -> Arc<Self> {
        let dice = Dice::new(plan.seed ^ 0xa5a5);
        let state = State { dice, history: History::default(), alive: 0, requests: 0, key: 0, digest: plan.seed };
        Arc::new(Self { plan: plan.clone(), start: Instant::now(), state: Mutex::new(state) })
    }

    /// Announces a call.
    pub(crate) fn begin(&self, number: u64, call: Call) {
        self.state.lock().unwrap().history.0.insert(number, call);
    }

    /// Changes what is known of a call.
    pub(crate) fn with_call(&self, number: u64, change: impl FnOnce(&mut Call)) {
        change(self.state.lock().unwrap().history.0.get_mut(&number).expect("a call"));
    }

    /// The access key that the server accepts now.
    pub(crate) fn key(&self) -> u64 {
        self.state.lock().unwrap().key
    }

    /// What was wrong, and the digest of all that happened, which is added to a tally.
    pub(crate) fn finish(&self, tally: &mut Tally) -> (Vec<String>, u64) {
        let state = self.state.lock().unwrap();
        state.history.tally(tally);
        let mut faults = state.history.faults(&self.plan);
        if state.alive > 0 {
            faults.push(format!("{} requests or bodies are left", state.alive));
        }
        (faults, state.digest)
    }

    fn now(&self) -> Duration {
        self.start.elapsed()
    }

    /// A reply of the server, which executes the request unless it rejects it.
    fn serve(&self, request: &Request<Bytes>, number: u64) -> Reply {
        let mut state = self.state.lock().unwrap();
        let faults = self.plan.faults;
        state.requests += 1;
        if self.plan.signed {
            if self.skew_of(request) > TOLERATED {
                return Reply::failure(403, "SignatureDoesNotMatch", None);
            }
            if state.requests.is_multiple_of(self.plan.credentials_last) {
                state.key += 1;
            }
            let known = format!("Credential=AKID{}/", state.key);
            if !request.headers()["authorization"].to_str().unwrap().contains(&known) {
                return Reply::failure(403, "ExpiredTokenException", None);
            }
        }

        let State { dice, history, .. } = &mut *state;
        let wait = dice.pick(&[None, None, Some(0), Some(3), Some(100)]).map(Duration::from_secs);
        if dice.happens(faults.throttled) {
            let (status, code) = dice.pick(&[(429, "TooManyRequestsException"), (400, "ThrottlingException")]);
            return Reply::failure(status, code, wait);
        }
        if dice.happens(faults.rejected) {
            let (status, code) = dice.pick(&[
                (400, "BadRequestException"),
                (404, "NotFoundException"),
                (409, "ConflictException"),
                (302, "302"),
            ]);
            return Reply::failure(status, code, wait);
        }
        let call = history.0.get_mut(&number).expect("a call");
        call.attempts.last_mut().expect("an attempt").executed += 1;
        if dice.happens(faults.failed) {
            return Reply::failure(dice.pick(&[500, 502, 503, 504]), "InternalFailure", wait);
        }
        if dice.happens(faults.garbage) {
            return Reply { body: Bytes::from_static(b"<html>"), readable: false, ..Reply::success(number, 0) };
        }
        let filler = if dice.happens(faults.large) { self.plan.body_limit + dice.pick(&[0, 1, 10_000]) } else { 0 };
        Reply::success(number, filler)
    }

    /// By how many seconds the time of a signature is not that of the server.
    fn skew_of(&self, request: &Request<Bytes>) -> u64 {
        let text = request.headers()["x-amz-date"].to_str().unwrap();
        let part = |from: usize, to: usize| &text[from..to];
        let date =
            format!("{}-{}-{}T{}:{}:{}Z", part(0, 4), part(4, 6), part(6, 8), part(9, 11), part(11, 13), part(13, 15));
        let signed = apigw_model::timestamp::parse(&date).expect("a date").seconds;
        signed.abs_diff(self.time())
    }

    /// The time of the server.
    fn time(&self) -> i64 {
        let now = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).unwrap().as_secs();
        i64::try_from(now).unwrap() + self.plan.skew
    }

    fn response(&self, reply: &Reply, body: Body) -> Response<Body> {
        let seconds = apigw_model::Timestamp { seconds: self.time(), nanoseconds: 0 };
        let date = apigw_model::timestamp::to_text(seconds, apigw_spec::shape::TimestampFormat::HttpDate);
        let mut response = Response::builder().status(reply.status).header("date", date);
        if !reply.code.is_empty() {
            response = response.header("x-amzn-errortype", reply.code);
        }
        if let Some(wait) = reply.wait {
            response = response.header("retry-after", wait.as_secs());
        }
        response.body(body).unwrap()
    }
}

/// What the server replies.
struct Reply {
    status: u16,
    code: &'static str,
    wait: Option<Duration>,
    body: Bytes,
    readable: bool,
}

impl Reply {
    fn failure(status: u16, code: &'static str, wait: Option<Duration>) -> Self {
        Self { status, code, wait, body: Bytes::from_static(b"{\"message\": \"no\"}"), readable: true }
    }

    fn success(number: u64, filler: usize) -> Self {
        let body = format!("{{\"id\": \"{number}\", \"description\": \"{}\"}}", "x".repeat(filler));
        Self { status: 200, code: "", wait: None, body: body.into(), readable: true }
    }
}

/// A request or a body that is not over. When it is dropped, it is.
struct Alive {
    world: Arc<World>,
    number: u64,
}

impl Alive {
    fn new(world: &Arc<World>, number: u64) -> Self {
        world.state.lock().unwrap().alive += 1;
        Self { world: Arc::clone(world), number }
    }

    fn change(&self, change: impl FnOnce(&mut Attempt)) {
        self.world.with_call(self.number, |call| change(call.attempts.last_mut().expect("an attempt")));
    }

    fn ends(&self, outcome: Outcome) {
        self.change(|attempt| attempt.outcome = outcome);
    }
}

impl Drop for Alive {
    fn drop(&mut self) {
        let now = self.world.now();
        self.change(|attempt| attempt.over = now);
        let mut state = self.world.state.lock().unwrap();
        state.alive -= 1;
        let moment = u64::try_from(now.as_millis()).unwrap() ^ self.number << 32;
        state.digest = Dice::new(state.digest ^ moment).next();
    }
}

/// The transport.
#[derive(Clone)]
pub(crate) struct Network(pub(crate) Arc<World>);

/// The number of the call that a request belongs to.
fn number_of(request: &Request<Bytes>) -> u64 {
    let digits = |text: &str| {
        text.split(|c: char| !c.is_ascii_digit()).find(|part| !part.is_empty()).and_then(|part| part.parse().ok())
    };
    let body = std::str::from_utf8(request.body()).unwrap();
    digits(request.uri().path()).or_else(|| digits(body)).expect("a number")
}

impl Transport for Network {
    fn send(&self, request: Request<Bytes>) -> ResponseFuture {
        let (world, number) = (Arc::clone(&self.0), number_of(&request));
        let sent = world.now();
        world.with_call(number, |call| {
            call.attempts.push(Attempt { sent, over: sent, outcome: Outcome::Dropped, executed: 0, taken: 0 });
            assert!(call.ending.is_none(), "call {number} was over, and sends");
        });
        let alive = Alive::new(&world, number);
        let mut dice = world.state.lock().unwrap().dice.fork();
        Box::pin(async move { carry(&request, alive, &mut dice).await })
    }
}

/// Carries a request to the server and the reply back, or loses one of them.
async fn carry(request: &Request<Bytes>, alive: Alive, dice: &mut Dice) -> Result<Response<Body>, TransportError> {
    let world = Arc::clone(&alive.world);
    let (faults, latency) = (world.plan.faults, world.plan.latency);
    let trip = |dice: &mut Dice| {
        let is_overtaken = dice.happens(faults.overtaken);
        dice.millis(if is_overtaken { latency * 20 } else { latency })
    };
    let lost = |alive: &Alive, text: &str| {
        alive.ends(Outcome::Lost);
        Err(TransportError::Broken(text.into()))
    };

    sleep(trip(dice)).await;
    if dice.happens(faults.refused) {
        alive.ends(Outcome::Refused);
        return Err(TransportError::Connect("refused".into()));
    }
    if dice.happens(faults.cut_before) {
        return lost(&alive, "cut before the request");
    }
    let reply = world.serve(request, alive.number);
    if dice.happens(faults.duplicated) {
        // Whoever repeats it on the way drops the first reply or the second.
        drop(world.serve(request, alive.number));
    }
    if dice.happens(faults.silent) {
        sleep(READ_TIMEOUT).await;
        alive.ends(Outcome::Lost);
        return Err(TransportError::ReadTimeout(READ_TIMEOUT));
    }
    sleep(trip(dice)).await;
    if dice.happens(faults.cut_after) {
        return lost(&alive, "cut before the reply");
    }

    let cut = dice.happens(faults.cut_within).then(|| usize::try_from(dice.below(reply.body.len() as u64)).unwrap());
    let mut outcome = Outcome::Reply {
        status: reply.status,
        code: reply.code,
        wait: reply.wait,
        readable: reply.readable,
        large: reply.body.len() > world.plan.body_limit,
    };
    world.with_call(alive.number, |call| {
        if let Outcome::Reply { readable, large, .. } = &mut outcome {
            *readable |= !call.reads_json;
            *large &= !call.streams;
        }
    });
    let pause = trip(dice) / 8;
    let head = world.response(&reply, Body::default());
    let body = Arriving { rest: reply.body, cut, pause, sleeping: None, outcome: Some(outcome), alive };
    Ok(Response::from_parts(head.into_parts().0, Body::new(body)))
}

/// A body that arrives in pieces, unless it is cut.
struct Arriving {
    rest: Bytes,
    /// After how many bytes the connection is cut.
    cut: Option<usize>,
    pause: Duration,
    sleeping: Option<Pin<Box<Sleep>>>,
    /// What becomes of the request when all has arrived.
    outcome: Option<Outcome>,
    alive: Alive,
}

impl hyper::body::Body for Arriving {
    type Data = Bytes;
    type Error = TransportError;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, TransportError>>> {
        if !self.pause.is_zero() {
            let pause = self.pause;
            let sleeping = self.sleeping.get_or_insert_with(|| Box::pin(sleep(pause)));
            if sleeping.as_mut().poll(cx).is_pending() {
                return Poll::Pending;
            }
            self.sleeping = None;
        }
        if self.cut == Some(0) {
            self.alive.ends(Outcome::Lost);
            return Poll::Ready(Some(Err(TransportError::Broken("cut within the reply".into()))));
        }
        if self.rest.is_empty() {
            // Only now does the client know that this is all.
            if let Some(outcome) = self.outcome.take() {
                self.alive.ends(outcome);
            }
            return Poll::Ready(None);
        }

        let length = PIECE.min(self.rest.len()).min(self.cut.unwrap_or(PIECE));
        let piece = self.rest.split_to(length);
        self.cut = self.cut.map(|cut| cut - length);
        self.alive.change(|attempt| attempt.taken += length);
        Poll::Ready(Some(Ok(Frame::data(piece))))
    }
}
