//! One request over HTTP and its answer, for servers that tests start.

use std::io::{self, BufRead as _, BufReader, Read as _, Write as _};
use std::net::TcpStream;
use std::time::Duration;

use serde_json::Value;

/// How long a server may be silent on a busy machine.
const PATIENCE: Duration = Duration::from_mins(2);

/// What a server answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// The status.
    pub status: u16,
    /// The body.
    pub body: String,
}

/// Sends a request to the server of a URL (`http://127.0.0.1:4566`). Headers may have another `Host` than that of the URL.
///
/// # Errors
///
/// If the connection breaks before the answer is whole, or the answer does not come in time.
pub fn exchange(url: &str, method: &str, target: &str, headers: &[(&str, &str)], body: &str) -> io::Result<Answer> {
    let address = url.trim_start_matches("http://").trim_end_matches('/');
    let mut stream = TcpStream::connect(address)?;
    stream.set_read_timeout(Some(PATIENCE))?;
    let mut head = format!("{method} {target} HTTP/1.1\r\nConnection: close\r\nContent-Length: {}\r\n", body.len());
    let names_host = headers.iter().any(|(name, _)| name.eq_ignore_ascii_case("host"));
    let own = [("Host", address)];
    for (name, value) in headers.iter().chain(own.iter().filter(|_| !names_host)) {
        head.extend([*name, ": ", *value, "\r\n"]);
    }
    stream.write_all(format!("{head}\r\n{body}").as_bytes())?;
    read(&mut BufReader::new(stream))
}

/// The same in JSON; null stands for no body. The status and the body of the answer.
///
/// # Errors
///
/// If there is no whole answer in time.
pub fn exchange_json(url: &str, method: &str, target: &str, body: &Value) -> io::Result<(u16, Value)> {
    let body = if body.is_null() { String::new() } else { body.to_string() };
    let answer = exchange(url, method, target, &[("Content-Type", "application/json")], &body)?;
    Ok((answer.status, serde_json::from_str(&answer.body).unwrap_or_default()))
}

/// Reads an answer: as much as it says that it has, or until the connection ends.
fn read(stream: &mut BufReader<TcpStream>) -> io::Result<Answer> {
    let mut lines = Vec::new();
    while lines.last().is_none_or(|line: &String| !line.trim_end().is_empty()) {
        let mut line = String::new();
        if stream.read_line(&mut line)? == 0 {
            return Err(io::ErrorKind::UnexpectedEof.into());
        }
        lines.push(line);
    }
    let status = lines.first().and_then(|line| line.split(' ').nth(1)?.parse().ok());
    let status = status.ok_or(io::ErrorKind::InvalidData)?;
    let length = lines.iter().filter_map(|line| line.split_once(':')).find_map(|(name, value)| {
        name.eq_ignore_ascii_case("content-length").then(|| value.trim().parse::<usize>().ok())?
    });

    let mut body = Vec::new();
    match length {
        Some(length) => {
            body.resize(length, 0);
            stream.read_exact(&mut body)?;
        }
        None => drop(stream.read_to_end(&mut body)?),
    }
    Ok(Answer { status, body: String::from_utf8_lossy(&body).into_owned() })
}
