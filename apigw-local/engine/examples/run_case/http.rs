//! A backend over HTTP/1.1, just enough for a local one.

use std::io::{Read as _, Write as _};
use std::net::TcpStream;

use apigw_engine::http::{Headers, Request, Response};
use apigw_engine::{Backend, BackendAnswer, BackendCall, BackendError, Target};

/// Sends HTTP requests where their URI says, and those to AWS where `AWS_ENDPOINT_URL_…` says.
pub(crate) struct Local;

impl Backend for Local {
    fn send(&mut self, call: &BackendCall) -> Result<BackendAnswer, BackendError> {
        let endpoint = |service: &str| std::env::var(format!("AWS_ENDPOINT_URL_{}", service.to_uppercase()));
        let uri = match &call.target {
            Target::Function(_) => endpoint("lambda").map(|base| base + &call.request.path),
            Target::Service(service) => endpoint(service).map(|base| base + &call.request.path),
            _ => Ok(call.request.path.clone()),
        };
        let uri = uri.map_err(|_| BackendError::Unreachable)?;
        let response = exchange(&uri, &call.request).ok_or(BackendError::Unreachable)?;
        let is_function_error = response.headers.get("X-Amz-Function-Error").is_some();
        Ok(BackendAnswer { response, is_function_error })
    }
}

fn exchange(uri: &str, request: &Request) -> Option<Response> {
    let rest = uri.strip_prefix("http://")?;
    let (host, path) = rest.split_at(rest.find(['/', '?']).unwrap_or(rest.len()));
    let path = if path.starts_with('/') { path.to_owned() } else { format!("/{path}") };
    let mut stream = TcpStream::connect(host).ok()?;
    let mut head = format!("{} {path} HTTP/1.1\r\n", request.method);
    if request.headers.get("Host").is_none() {
        head.extend(["Host: ", host, "\r\n"]);
    }
    for (name, value) in request.headers.iter() {
        head.extend([name, ": ", value, "\r\n"]);
    }
    head.extend(["Content-Length: ", &request.body.len().to_string(), "\r\n\r\n"]);
    stream.write_all(head.as_bytes()).ok()?;
    stream.write_all(&request.body).ok()?;
    read(&mut stream, request.method == "HEAD")
}

fn read(stream: &mut TcpStream, is_head: bool) -> Option<Response> {
    let mut bytes = Vec::new();
    let mut buffer = [0; 4096];
    let end = loop {
        if let Some(end) = bytes.windows(4).position(|four| four == b"\r\n\r\n") {
            break end;
        }
        match stream.read(&mut buffer).ok()? {
            0 => return None,
            count => bytes.extend_from_slice(&buffer[..count]),
        }
    };
    let head = String::from_utf8_lossy(&bytes[..end]).into_owned();
    let mut lines = head.lines();
    let status = lines.next()?.split(' ').nth(1)?.parse().ok()?;
    let headers: Headers =
        lines.filter_map(|line| line.split_once(':')).map(|(name, value)| (name, value.trim())).collect();
    let length: usize = if is_head { 0 } else { headers.get("Content-Length")?.parse().ok()? };
    let mut body = bytes[end + 4..].to_vec();
    while body.len() < length {
        match stream.read(&mut buffer).ok()? {
            0 => return None,
            count => body.extend_from_slice(&buffer[..count]),
        }
    }
    Some(Response { status, headers, body })
}
