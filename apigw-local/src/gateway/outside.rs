//! The network as backends see it: one transport, and one thread that drives its connections.

use std::future::Future;
use std::sync::{Arc, OnceLock, mpsc};
use std::time::Duration;

use apigw_client::{Client, Environment, Transport};
use apigw_engine::BackendError;
use apigw_engine::http::{Headers, Request, Response};
use http::Uri;
use http_body_util::BodyExt as _;
use tokio::runtime::{Builder, Handle};
use tokio::sync::oneshot;

/// Headers that the transport writes itself.
const OF_TRANSPORT: [&str; 3] = ["host", "content-length", "transfer-encoding"];

/// Sends the requests of backends. The thread starts with the first request and ends when this is dropped; who calls may
/// be on a thread of another runtime or of none.
///
/// ```
/// use apigw_client::{Client, Environment};
/// use apigw_local::Outside;
///
/// let transport = Client::builder().environment(Environment::empty()).build_transport()?;
/// let outside = Outside::new(transport);
/// # drop(outside);
/// # Ok::<(), apigw_client::ConfigError>(())
/// ```
#[derive(Default)]
pub struct Outside {
    transport: OnceLock<Option<Arc<dyn Transport>>>,
    thread: OnceLock<Option<(Handle, oneshot::Sender<()>)>>,
}

impl std::fmt::Debug for Outside {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Outside").finish_non_exhaustive()
    }
}

impl Outside {
    /// A network that a transport leads to; by default, HTTP and TLS without a proxy.
    pub fn new(transport: Arc<dyn Transport>) -> Self {
        Self { transport: OnceLock::from(Some(transport)), thread: OnceLock::new() }
    }

    /// Sends a request, and waits for the whole answer.
    pub(crate) fn send(&self, uri: &str, request: &Request, timeout: Duration) -> Result<Response, BackendError> {
        let request = on_wire(uri, request).ok_or(BackendError::Unreachable)?;
        let transport = self.transport().ok_or(BackendError::Unreachable)?;
        let exchange = async move {
            let (head, body) = transport.send(request).await.ok()?.into_parts();
            Some((head, body.collect().await.ok()?.to_bytes()))
        };
        let limited = async move { tokio::time::timeout(timeout, exchange).await };
        let answered = self.wait(limited).ok_or(BackendError::Unreachable)?;
        let (head, body) = answered.map_err(|_| BackendError::Timeout)?.ok_or(BackendError::Unreachable)?;
        let headers: Headers = head
            .headers
            .iter()
            .map(|(name, value)| (capitalised(name.as_str()), String::from_utf8_lossy(value.as_bytes()).into_owned()))
            .collect();
        Ok(Response { status: head.status.as_u16(), headers, body: body.to_vec() })
    }

    fn transport(&self) -> Option<Arc<dyn Transport>> {
        let built = || Client::builder().environment(Environment::empty()).build_transport().ok();
        self.transport.get_or_init(built).clone()
    }

    /// Runs a future on the thread and waits for it.
    fn wait<T: Send + 'static>(&self, future: impl Future<Output = T> + Send + 'static) -> Option<T> {
        let (handle, _) = self.thread.get_or_init(start).as_ref()?;
        let (sender, receiver) = mpsc::sync_channel(1);
        handle.spawn(async move {
            // Whoever waited may be gone.
            let _ = sender.send(future.await);
        });
        receiver.recv().ok()
    }
}

/// Starts the thread. It ends when the sender is dropped.
fn start() -> Option<(Handle, oneshot::Sender<()>)> {
    let runtime = Builder::new_current_thread().enable_all().build().ok()?;
    let handle = runtime.handle().clone();
    let (stop, stopped) = oneshot::channel();
    let drive = move || {
        let _ = runtime.block_on(stopped);
        runtime.shutdown_background();
    };
    std::thread::Builder::new().name("backends".to_owned()).spawn(drive).ok()?;
    Some((handle, stop))
}

/// A header's name as servers write it over HTTP/1.1: the transport gives it in lower case.
fn capitalised(name: &str) -> String {
    let mut is_start = true;
    let letter = |c: char| {
        let c = if is_start { c.to_ascii_uppercase() } else { c };
        is_start = c == '-';
        c
    };
    name.chars().map(letter).collect()
}

/// A request as the transport sends it; nothing if the URI is none.
fn on_wire(uri: &str, given: &Request) -> Option<http::Request<bytes::Bytes>> {
    let uri: Uri = uri.parse().ok().filter(|uri: &Uri| uri.host().is_some())?;
    let mut builder = http::Request::builder().method(given.method.as_str()).uri(uri);
    for (name, value) in given.headers.iter() {
        if !OF_TRANSPORT.iter().any(|own| name.eq_ignore_ascii_case(own)) {
            builder = builder.header(name, value);
        }
    }
    builder.body(given.body.clone().into()).ok()
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use apigw_engine::BackendError;
    use apigw_engine::http::Request;

    use super::{Outside, capitalised};

    #[test]
    fn names_are_capitalised() {
        assert_eq!(["x-amzn-id", "etag"].map(capitalised), ["X-Amzn-Id", "Etag"]);
    }

    #[test]
    fn what_cannot_be_reached_says_so_on_any_thread() {
        let outside = Outside::default();
        let send = |uri| outside.send(uri, &Request::new("GET", "/"), Duration::from_secs(5)).map(|_| ());
        assert_eq!(send("no uri"), Err(BackendError::Unreachable));
        let runtime = tokio::runtime::Builder::new_current_thread().build().expect("a runtime");
        assert_eq!(runtime.block_on(async { send("http://127.0.0.1:1/") }), Err(BackendError::Unreachable));
    }
}
