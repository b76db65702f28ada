//! The service on this machine.

use std::fmt;
use std::sync::Arc;

use apigw_engine as engine;
use apigw_model::server::{Request, Response};

use crate::check::check_shapes;
use crate::gateway::{Address, Backends, Function, Functions, address};
use crate::service::{ApiGateway, Service};
use crate::store::{Ids, State};

/// The account of examples.
const ACCOUNT: &str = "123456789012";

/// What a service is like.
///
/// ```
/// use apigw_local::{Local, Settings};
///
/// let mut settings = Settings::default();
/// settings.seed = Some(7);
/// let local = Local::with(settings);
/// # drop(local);
/// ```
#[derive(Clone)]
#[non_exhaustive]
pub struct Settings {
    /// The account that everything belongs to.
    pub account: String,
    /// The region that everything is in.
    pub region: String,
    /// What identifiers and moments follow from; with the same seed, the same calls have the same answers.
    pub seed: Option<u64>,
    /// Endpoints that stand for functions, by the names or ARNs of these: each gets events as the body of a `POST`.
    /// Functions without one are called at `AWS_ENDPOINT_URL_LAMBDA`.
    pub functions: Vec<(String, String)>,
    functions_here: Vec<(String, Function)>,
}

impl fmt::Debug for Settings {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { account, region, seed, functions, functions_here } = self;
        let here: Vec<&String> = functions_here.iter().map(|(name, _)| name).collect();
        f.debug_struct("Settings")
            .field("account", account)
            .field("region", region)
            .field("seed", seed)
            .field("functions", functions)
            .field("functions_here", &here)
            .finish()
    }
}

impl Settings {
    /// Adds a function of this process, which gets events and gives answers, or the errors of a function that failed.
    ///
    /// ```
    /// use apigw_local::Settings;
    ///
    /// let settings = Settings::default().function("hello", |_event| Ok(br#"{"statusCode": 200}"#.to_vec()));
    /// # drop(settings);
    /// ```
    #[must_use]
    pub fn function(
        mut self,
        name: impl Into<String>,
        run: impl Fn(&[u8]) -> Result<Vec<u8>, Vec<u8>> + Send + Sync + 'static,
    ) -> Self {
        self.functions_here.push((name.into(), Arc::new(run)));
        self
    }
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            account: ACCOUNT.to_owned(),
            region: "us-east-1".to_owned(),
            seed: None,
            functions: Vec::new(),
            functions_here: Vec::new(),
        }
    }
}

/// Amazon API Gateway on this machine, with a store in memory. Copies are the same service.
///
/// ```
/// use apigw_local::Local;
/// use apigw_model::server::Request;
///
/// let local = Local::new();
/// let request = |method, target| Request { method, target, headers: &[], body: b"" };
/// let answer = local.answer(&request("GET", "/restapis/nothing"));
/// assert_eq!(answer.text(), r#"{"message":"Invalid API identifier specified 123456789012:nothing"}"#);
/// ```
#[derive(Clone)]
pub struct Local(Arc<Service>);

impl fmt::Debug for Local {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let apis = self.0.with(|state| state.apis.len());
        f.debug_struct("Local").field("apis", &apis).finish_non_exhaustive()
    }
}

impl Default for Local {
    fn default() -> Self {
        Self::with(Settings::default())
    }
}

impl Local {
    /// A service without anything.
    pub fn new() -> Self {
        Self::default()
    }

    /// A service that is as the settings say.
    pub fn with(settings: Settings) -> Self {
        let state = State::new(Ids::new(settings.seed), settings.account, settings.region);
        let functions = Functions { own: settings.functions_here, urls: settings.functions };
        Self(Arc::new(Service::new(state, functions)))
    }

    /// Answers a request: of the control plane, or of a deployed API (see the [crate's](crate) documentation).
    pub fn answer(&self, request: &Request<'_>) -> Response {
        self.answer_from(request, "127.0.0.1")
    }

    /// Answers a request of a caller with an address.
    pub(crate) fn answer_from(&self, request: &Request<'_>, caller: &str) -> Response {
        let host = request.header("host").unwrap_or("localhost");
        let host = host.rsplit_once(':').filter(|(_, port)| port.parse::<u16>().is_ok()).map_or(host, |(name, _)| name);
        if let Some(address) = address(host, request.target) {
            return self.call(&address, request, (host, caller));
        }
        let service: &dyn ApiGateway = &*self.0;
        let mut answer = service.answer_checked(request, &check_shapes);
        let id = self.0.with(|state| state.ids.uuid());
        answer.headers.push(("x-amzn-RequestId".into(), id));
        answer
    }

    /// Serves a call of a deployed API.
    fn call(&self, address: &Address<'_>, request: &Request<'_>, (host, caller): (&str, &str)) -> Response {
        let service = &self.0;
        let (prepared, id) = service.with(|state| (service.gateway.prepare(state, address), state.ids.uuid()));
        let Some(prepared) = prepared else { return forbidden(id) };
        let mut given = engine::http::Request::new(request.method, address.target).with_body(request.body);
        for (name, value) in request.headers {
            given = given.with_header(*name, *value);
        }
        let mut backends = Backends::new(service.functions.clone());
        let answer = service.gateway.serve(&prepared, given, (host, caller, id), &mut backends);
        let headers = answer.headers.iter().map(|(name, value)| (name.to_owned().into(), value.to_owned()));
        Response { status: answer.status, headers: headers.collect(), body: answer.body }
    }
}

/// The answer to a call of an API or a stage that does not exist.
fn forbidden(request_id: String) -> Response {
    let headers = vec![
        ("Content-Type".into(), "application/json".to_owned()),
        ("x-amzn-ErrorType".into(), "ForbiddenException".to_owned()),
        ("x-amzn-RequestId".into(), request_id),
    ];
    Response { status: 403, headers, body: br#"{"message":"Forbidden"}"#.to_vec() }
}
