//! The service over HTTP, on this machine only unless its address is another.

mod spelling;

use std::convert::Infallible;
use std::io;
use std::net::{IpAddr, SocketAddr};
use std::time::Duration;

use apigw_model::server::{Request, Response};
use bytes::Bytes;
use http_body_util::{BodyExt as _, Full, LengthLimitError, Limited};
use hyper::body::Incoming;
use hyper::header::{HOST, HeaderMap, HeaderValue, ORIGIN};
use hyper::service::service_fn;
use hyper_util::rt::TokioTimer;
use tokio::net::TcpListener;

use crate::gateway::address;
use crate::local::Local;
use crate::transport::into_http;
use crate::waiting::{answer_here, can_move_tasks};
use spelling::{Connection, Spelling};

/// How large a body may be, as at AWS.
const MAX_BODY: usize = 10 * 1024 * 1024;

/// How large the head of a request may be.
const MAX_HEAD: usize = 64 * 1024;

/// How long a client may take for the head of a request.
const HEAD_TIMEOUT: Duration = Duration::from_secs(30);

/// A service that listens.
#[derive(Debug)]
pub struct Server {
    local: Local,
    listener: TcpListener,
    address: SocketAddr,
}

impl Server {
    /// Listens on an address; on port 0, on any free one.
    ///
    /// # Errors
    ///
    /// If the address cannot be listened on.
    pub async fn bind(local: Local, address: SocketAddr) -> io::Result<Self> {
        let listener = TcpListener::bind(address).await?;
        let address = listener.local_addr()?;
        Ok(Self { local, listener, address })
    }

    /// Serves a socket that listens already and does not block.
    pub(crate) fn on(local: Local, listener: std::net::TcpListener) -> io::Result<Self> {
        let listener = TcpListener::from_std(listener)?;
        let address = listener.local_addr()?;
        Ok(Self { local, listener, address })
    }

    /// The address that it listens on.
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// Serves until the future is dropped.
    pub async fn run(self) {
        loop {
            let Ok((stream, peer)) = self.listener.accept().await else {
                // No more files may be open: others have to be closed first.
                tokio::time::sleep(Duration::from_millis(10)).await;
                continue;
            };
            _ = stream.set_nodelay(true);
            let (local, addresses) = (self.local.clone(), (self.address, peer));
            tokio::spawn(async move {
                let spelling = Spelling::default();
                let connected = Connection::new(stream, spelling.clone());
                let service = service_fn(move |request| {
                    let (local, spelling) = (local.clone(), spelling.clone());
                    async move { Ok::<_, Infallible>(respond(local, request, addresses, spelling).await) }
                });
                let mut connection = hyper::server::conn::http1::Builder::new();
                connection.max_buf_size(MAX_HEAD).timer(TokioTimer::new()).header_read_timeout(HEAD_TIMEOUT);
                // A connection that breaks concerns its client alone.
                _ = connection.serve_connection(connected, service).await;
            });
        }
    }
}

async fn respond(
    local: Local,
    request: http::Request<Incoming>,
    (address, peer): (SocketAddr, SocketAddr),
    spelling: Spelling,
) -> http::Response<Full<Bytes>> {
    let (head, body) = request.into_parts();
    if !is_own(&head.headers, target(&head.uri), address) {
        return plain(
            403,
            "this host name is not served, or not to pages of this origin; use localhost, or an address",
        );
    }
    let body = match Limited::new(body, MAX_BODY).collect().await {
        Ok(body) => body.to_bytes(),
        Err(error) if error.is::<LengthLimitError>() => return plain(413, "the body is larger than 10 MB"),
        Err(_) => return plain(400, "the body ended early"),
    };

    let names = spelling.request();
    let answers_here = local.is_in_memory() && can_move_tasks();
    let answer = move || {
        let headers: Vec<(&str, &str)> = head
            .headers
            .iter()
            .filter_map(|(name, value)| {
                let spelled = names.iter().find(|known| known.eq_ignore_ascii_case(name.as_str()));
                Some((spelled.map_or(name.as_str(), String::as_str), value.to_str().ok()?))
            })
            .collect();
        let request =
            Request { method: head.method.as_str(), target: target(&head.uri), headers: &headers, body: &body };
        local.answer_from(&request, &peer.ip().to_string())
    };

    // Neither a backend nor a file that a call waits for may hold up other connections.
    let answer = if answers_here {
        answer_here(answer)
    } else {
        let Ok(answer) = tokio::task::spawn_blocking(answer).await else {
            return plain(500, "the request could not be answered");
        };
        answer
    };
    spelling.answer(answer.headers.iter().map(|(name, _)| name.clone().into_owned()).collect());
    into_http(answer)
}

/// The path and the query.
fn target(uri: &http::Uri) -> &str {
    uri.path_and_query().map_or("/", http::uri::PathAndQuery::as_str)
}

/// Whether a request is meant for this server: its host name leads here, and no page of another origin sent it, except a
/// page of this machine that calls a stage.
///
/// A name of someone else that is made to lead here would let their pages in, so only names count that lead to this machine
/// whoever is asked. A server that others shall reach cannot know its names; there, a page has to be of the server itself.
/// An application that is developed on this machine calls its API from an origin of its own; what else runs here, pages of
/// APIs among it, may not change the store or read its secrets.
fn is_own(headers: &HeaderMap, target: &str, server: SocketAddr) -> bool {
    let host = match headers.get(HOST).map(HeaderValue::to_str) {
        None => None,
        Some(Ok(host)) => Some(host),
        Some(Err(_)) => return false,
    };
    if host.is_some_and(|host| server.ip().is_loopback() && !is_local_name(name_of(host), server)) {
        return false;
    }
    match headers.get(ORIGIN).map(HeaderValue::to_str) {
        None => true,
        Some(Ok(origin)) => origin.split_once("://").is_some_and(|(_, origin)| {
            let is_same = host.is_some_and(|host| host.eq_ignore_ascii_case(origin));
            let is_stage = || address(host.unwrap_or_default(), target).is_some();
            is_same || (is_local_name(name_of(origin), server) && is_stage())
        }),
        Some(Err(_)) => false,
    }
}

/// A host without its port.
fn name_of(host: &str) -> &str {
    match host.strip_prefix('[') {
        Some(rest) => rest.split(']').next().unwrap_or(rest),
        None => host.rsplit_once(':').map_or(host, |(name, _)| name),
    }
}

/// Whether a name leads to this machine whoever is asked for it: an address, or a name that is reserved.
fn is_local_name(name: &str, address: SocketAddr) -> bool {
    let is_reserved = name.eq_ignore_ascii_case("localhost") || name.to_ascii_lowercase().ends_with(".localhost");
    let is_address = name.parse::<IpAddr>().is_ok_and(|ip| ip.is_loopback() || ip == address.ip());
    is_reserved || is_address
}

fn plain(status: u16, message: &str) -> http::Response<Full<Bytes>> {
    let body = format!("{{\"message\":\"{message}\"}}").into_bytes();
    into_http(Response { status, headers: vec![("Content-Type".into(), "application/json".into())], body })
}

#[cfg(test)]
mod tests {
    use std::net::SocketAddr;

    use hyper::header::{HOST, HeaderMap, HeaderValue, ORIGIN};

    use super::is_own;

    fn own(host: &'static str, origin: Option<&'static str>, address: &str) -> bool {
        calls((host, "/restapis"), origin, address)
    }

    fn calls((host, target): (&'static str, &str), origin: Option<&'static str>, address: &str) -> bool {
        let mut headers = HeaderMap::new();
        headers.insert(HOST, HeaderValue::from_static(host));
        if let Some(origin) = origin {
            headers.insert(ORIGIN, HeaderValue::from_static(origin));
        }
        is_own(&headers, target, address.parse::<SocketAddr>().expect("an address"))
    }

    #[test]
    fn names_of_others_and_pages_of_others_are_refused() {
        let loopback = "127.0.0.1:4566";
        assert!(own("localhost:4566", None, loopback));
        assert!(own("abc.execute-api.localhost:4566", Some("http://localhost:4566"), loopback));
        assert!(own("[::1]:4566", None, loopback));
        assert!(!own("evil.example:4566", None, loopback));
        assert!(!own("localhost.evil.example", None, loopback));
        assert!(!own("localhost:4566", Some("https://evil.example"), loopback));
        assert!(!own("localhost:4566", Some("null"), loopback));

        let all = "0.0.0.0:4566";
        assert!(own("build-host:4566", None, all));
        assert!(own("build-host:4566", Some("http://build-host:4566"), all));
        assert!(!own("build-host:4566", Some("http://build-host:3000"), all));
        assert!(!own("build-host:4566", Some("http://localhost:3000"), all));
        assert!(!own("build-host:4566", Some("https://evil.example"), all));
    }

    #[test]
    fn pages_of_this_machine_may_call_stages_alone() {
        let pages = ["http://localhost:3000", "http://[::1]:3000", "http://abc.execute-api.localhost:4566"];
        let stages = [
            ("def.execute-api.localhost:4566", "/prod/pets"),
            ("localhost:4566", "/_aws/execute-api/def/prod/pets"),
            ("localhost:4566", "/restapis/def/prod/_user_request_/pets"),
        ];
        let rest =
            ["/restapis", "/apikeys?includeValues=true", "/_apigw/", "/_apigw/store", "/restapis/def/stages/prod"];
        for address in ["127.0.0.1:4566", "0.0.0.0:4566"] {
            for page in pages {
                assert!(stages.iter().all(|stage| calls(*stage, Some(page), address)), "{page}");
                let allowed = rest.iter().find(|target| calls(("localhost:4566", target), Some(page), address));
                assert_eq!(allowed, None, "{page}");
            }
            assert!(stages.iter().all(|stage| !calls(*stage, Some("https://evil.example"), address)));
            assert!(rest.iter().all(|target| calls(
                ("localhost:4566", target),
                Some("http://LOCALHOST:4566"),
                address
            )));
        }
    }
}
