//! The service on this machine.

use std::fmt;
use std::path::Path;
use std::sync::Arc;

use apigw_engine as engine;
use apigw_model::server::{Request, Response};

use crate::check::check_shapes;
use crate::console::console;
use crate::gateway::{Address, address};
use crate::service::{ApiGateway, Service};
use crate::settings::Settings;
use crate::store::{Disk, Ids, State, StoreError};

/// Amazon API Gateway on this machine. Copies are the same service.
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
pub struct Local(pub(crate) Arc<Service>);

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
    /// A service without anything, with a store in memory.
    pub fn new() -> Self {
        Self::default()
    }

    /// A service that is as the settings say, with a store in memory.
    pub fn with(settings: Settings) -> Self {
        Self::of(state(&settings), None, settings)
    }

    /// A service with a state that a file keeps, or none does.
    pub(crate) fn of(state: State, disk: Option<Disk>, settings: Settings) -> Self {
        Self(Arc::new(Service::new(state, disk, settings)))
    }

    /// A service with a store in a file, which is made if it is not there. A call is answered when the file has what it
    /// changed, so that nothing is lost whenever the process ends. Counters of usage plans and cached answers of authorizers
    /// are not kept.
    ///
    /// A file keeps its account, its region and, if it was made with one, its seed.
    ///
    /// ```
    /// use apigw_local::{Local, Settings};
    ///
    /// let path = std::env::temp_dir().join(format!("apigw-example-{}.redb", std::process::id()));
    /// let local = Local::open(&path, Settings::default())?;
    /// drop(local);
    /// std::fs::remove_file(&path)?;
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// If another process has the file open, if it cannot be used, or if it is no store.
    pub fn open(path: impl AsRef<Path>, settings: Settings) -> Result<Self, StoreError> {
        let disk = Disk::open(path.as_ref())?;
        let mut state = state(&settings);
        disk.load(&mut state)?;
        Ok(Self::of(state, Some(disk), settings))
    }

    /// Whether no file keeps the store, so that no transition waits.
    pub(crate) fn is_in_memory(&self) -> bool {
        self.0.is_in_memory()
    }

    /// The region that everything is in.
    pub fn region(&self) -> String {
        self.0.with(|state| state.region.clone())
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
        if let Some(answer) = console(&self.0, request) {
            return answer;
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
        let mut backends = service.backends();
        let answer = service.gateway.serve(&prepared, given, (host, caller, id), &mut backends);
        backends.problem().map(service.on_problem);
        let headers = answer.headers.iter().map(|(name, value)| (name.to_owned().into(), value.to_owned()));
        Response { status: answer.status, headers: headers.collect(), body: answer.body }
    }
}

/// An account without anything.
pub(crate) fn state(settings: &Settings) -> State {
    State::new(Ids::new(settings.seed), settings.account.clone(), settings.region.clone())
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
