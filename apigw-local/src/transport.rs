//! A transport of the client that needs no socket: the service answers in this process.

use apigw_client::transport::{Body, BoxError, ResponseFuture, Transport};
use apigw_client::{Client, ConfigError, Environment, TransportError};
use apigw_model::server::{Request, Response};
use bytes::Bytes;
use http_body_util::{BodyExt as _, Full};

use crate::local::Local;

/// The host that requests seem to be sent to.
const HOST: &str = "http://localhost";

/// Sends the requests of a client to a service in the same process.
#[derive(Debug, Clone)]
pub struct LocalTransport(Local);

impl Local {
    /// A transport for a client whose settings differ from those of [`client`](Self::client).
    ///
    /// ```
    /// use apigw_client::{Client, Environment, RetryPolicy};
    /// use apigw_local::Local;
    ///
    /// let builder = Client::builder().environment(Environment::empty()).endpoint_url("http://localhost").unsigned();
    /// let client = builder.transport(Local::new().transport()).build()?;
    /// # drop(client);
    /// # Ok::<(), apigw_client::ConfigError>(())
    /// ```
    pub fn transport(&self) -> LocalTransport {
        LocalTransport(self.clone())
    }

    /// A client of the service that needs no socket, no credentials and no settings of the environment.
    ///
    /// ```
    /// # async fn example() -> Result<(), Box<dyn std::error::Error>> {
    /// let client = apigw_local::Local::new().client()?;
    /// let api = client.create_rest_api().name("pets").send().await?;
    /// assert_eq!(api.name.as_deref(), Some("pets"));
    /// # Ok(())
    /// # }
    /// # tokio::runtime::Builder::new_current_thread().enable_all().build()?.block_on(example())?;
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// If the client cannot be built, which depends on nothing outside.
    pub fn client(&self) -> Result<Client, ConfigError> {
        let builder = Client::builder().environment(Environment::empty()).region(self.region()).unsigned();
        builder.endpoint_url(HOST).transport(self.transport()).build()
    }
}

impl Transport for LocalTransport {
    fn send(&self, request: http::Request<Bytes>) -> ResponseFuture {
        let local = self.0.clone();
        Box::pin(async move {
            // A call may wait for a file or a backend, and no other task may wait with it.
            let answer = match tokio::runtime::Handle::try_current() {
                Ok(runtime) => {
                    let answered = runtime.spawn_blocking(move || answer(&local, &request)).await;
                    answered.map_err(|error| TransportError::Broken(BoxError::from(error)))?
                }
                Err(_) => answer(&local, &request),
            };
            Ok(into_http(answer).map(|body| Body::new(body.map_err(|never| match never {}))))
        })
    }
}

fn answer(local: &Local, request: &http::Request<Bytes>) -> Response {
    let host = request.uri().authority().map_or("localhost", http::uri::Authority::as_str);
    let given = request.headers().iter().filter(|(name, _)| *name != http::header::HOST);
    let given = given.filter_map(|(name, value)| Some((name.as_str(), value.to_str().ok()?)));
    let headers: Vec<(&str, &str)> = std::iter::once(("host", host)).chain(given).collect();
    let target = request.uri().path_and_query().map_or("/", http::uri::PathAndQuery::as_str);
    local.answer(&Request { method: request.method().as_str(), target, headers: &headers, body: request.body() })
}

/// An answer as HTTP has it.
pub(crate) fn into_http(answer: Response) -> http::Response<Full<Bytes>> {
    let mut response = http::Response::new(Full::new(Bytes::from(answer.body)));
    *response.status_mut() =
        http::StatusCode::from_u16(answer.status).unwrap_or(http::StatusCode::INTERNAL_SERVER_ERROR);
    for (name, value) in answer.headers {
        let name = http::HeaderName::try_from(name.as_ref());
        if let (Ok(name), Ok(value)) = (name, http::HeaderValue::from_bytes(value.as_bytes())) {
            response.headers_mut().append(name, value);
        }
    }
    response
}
