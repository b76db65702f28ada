//! A server that is what credentials come from: a container's, a machine's, the token service; and the service itself.

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex};

/// What the server was asked: request line, authorization, body.
pub(crate) type Asked = Arc<Mutex<Vec<(String, String, String)>>>;

/// The URL of a server that is a container's, a machine's, the token service, and the service itself.
pub(crate) fn server() -> (String, Asked) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    let asked = Asked::default();
    let log = Arc::clone(&asked);
    std::thread::spawn(move || {
        for stream in listener.incoming() {
            let log = Arc::clone(&log);
            std::thread::spawn(move || serve(&stream.unwrap(), &log));
        }
    });
    (url, asked)
}

fn serve(mut stream: &TcpStream, log: &Asked) -> Option<()> {
    let mut reader = BufReader::new(stream);
    loop {
        let mut lines = Vec::new();
        loop {
            let mut line = String::new();
            reader.read_line(&mut line).ok().filter(|count| *count > 0)?;
            if line.trim().is_empty() {
                break;
            }
            lines.push(line.trim().to_owned());
        }
        let header = |name: &str| {
            let found = lines
                .iter()
                .filter_map(|line| line.split_once(": "))
                .find(|(known, _)| known.eq_ignore_ascii_case(name));
            found.map(|(_, value)| value.to_owned()).unwrap_or_default()
        };
        let mut body = vec![0; header("content-length").parse().unwrap_or(0)];
        reader.read_exact(&mut body).ok()?;
        let body = String::from_utf8(body).unwrap();
        let answer = answer(&lines[0], &body);
        log.lock().unwrap().push((lines[0].clone(), header("authorization"), body));
        let ttl = "x-aws-ec2-metadata-token-ttl-seconds: 21600";
        let head = format!("HTTP/1.1 200 OK\r\n{ttl}\r\nContent-Length: {}\r\n\r\n", answer.len());
        stream.write_all(format!("{head}{answer}").as_bytes()).ok()?;
    }
}

fn answer(line: &str, body: &str) -> String {
    let keys = |name: &str, token: &str| {
        format!(
            r#"{{"Code": "Success", "Type": "AWS-HMAC", "AccessKeyId": "{name}", "SecretAccessKey": "hush",
                "{token}": "TOKEN", "Expiration": "2099-01-01T00:00:00Z", "LastUpdated": "2026-01-01T00:00:00Z"}}"#
        )
    };
    let action = body.split('&').find_map(|pair| pair.strip_prefix("Action=")).unwrap_or_default();
    match line.split(' ').nth(1).unwrap_or_default() {
        "/creds" => keys("CONTAINER", "Token"),
        "/latest/api/token" => "token".to_owned(),
        path if path.trim_end_matches('/').ends_with("/security-credentials") => "role".to_owned(),
        path if path.starts_with("/federation/credentials?") => format!(
            r#"{{"roleCredentials": {{"accessKeyId": "SSO", "secretAccessKey": "hush", "sessionToken": "TOKEN",
                "expiration": {}}}}}"#,
            4_070_908_800_000_u64
        ),
        path if path.ends_with("/security-credentials/role") => keys("MACHINE", "Token"),
        "/" => format!(
            "<{action}Response><{action}Result><AssumedRoleUser><AssumedRoleId>A:b</AssumedRoleId>\
             <Arn>arn:aws:sts::1:assumed-role/r/b</Arn></AssumedRoleUser><Credentials>\
             <AccessKeyId>{}</AccessKeyId><SecretAccessKey>hush</SecretAccessKey><SessionToken>TOKEN</SessionToken>\
             <Expiration>2099-01-01T00:00:00Z</Expiration></Credentials></{action}Result></{action}Response>",
            action.to_uppercase()
        ),
        _ => "{}".to_owned(),
    }
}
