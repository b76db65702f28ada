//! Credentials that AWS's library fetches. It looks at the variables of the process, so each test is a process.
#![cfg(feature = "aws-config")]
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "these are tests")]

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::{TcpListener, TcpStream};
use std::path::PathBuf;
use std::process::Command;
use std::sync::{Arc, Mutex};

/// What the server was asked: request line, authorization, body.
type Asked = Arc<Mutex<Vec<(String, String, String)>>>;

/// The URL of a server that is a container's, a machine's, the token service, and the service itself.
fn server() -> (String, Asked) {
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

/// Makes a call in a process with these variables and the configuration file, and gives what was asked meanwhile.
fn asked_by(name: &str, config: &str, variables: &[(&str, &str)]) -> Vec<(String, String, String)> {
    outcome(name, config, variables).0
}

/// What was asked, and what the process printed.
fn outcome(name: &str, config: &str, variables: &[(&str, &str)]) -> (Vec<(String, String, String)>, String) {
    let (url, asked) = server();
    let home = std::env::temp_dir().join(format!("apigw-client-chain-{name}-{}", std::process::id()));
    std::fs::create_dir_all(home.join(".aws")).unwrap();
    std::fs::write(home.join(".aws/config"), config).unwrap();
    std::fs::write(home.join("token"), "a token").unwrap();
    let mut child = Command::new(std::env::current_exe().unwrap());
    child.args(["--exact", "child", "--nocapture"]).env_clear().env("APIGW_CHILD", "yes").env("HOME", &home);
    child.env("AWS_REGION", "us-east-1").env("AWS_ENDPOINT_URL_API_GATEWAY", &url).env("AWS_ENDPOINT_URL_STS", &url);
    for (name, value) in variables {
        child.env(name, value.replace("{url}", &url).replace("{home}", home.to_str().unwrap()));
    }
    let output = child.output().unwrap();
    remove(home);
    assert!(output.status.success(), "{output:?}");
    let asked = asked.lock().unwrap().clone();
    (asked, String::from_utf8(output.stdout).unwrap())
}

fn remove(home: PathBuf) {
    std::fs::remove_dir_all(home).unwrap();
}

/// The process of a test; on its own it does nothing.
#[tokio::test]
async fn child() {
    if std::env::var_os("APIGW_CHILD").is_some() {
        match apigw_client::Client::from_env() {
            Ok(client) => _ = client.get_account().send().await.unwrap(),
            Err(error) => println!("\nrefused: {error}"),
        }
    }
}

/// The key that the last request was signed with.
fn key(asked: &[(String, String, String)]) -> &str {
    let (line, authorization, _) = asked.last().unwrap();
    assert!(line.starts_with("GET /account"), "{asked:?}");
    authorization.split_once("Credential=").unwrap().1.split('/').next().unwrap()
}

#[test]
fn containers_give_credentials() {
    let uri = [("AWS_CONTAINER_CREDENTIALS_FULL_URI", "{url}/creds"), ("AWS_CONTAINER_AUTHORIZATION_TOKEN", "sesame")];
    let asked = asked_by("container", "", &uri);
    assert_eq!(key(&asked), "CONTAINER");
    assert_eq!((asked[0].0.as_str(), asked[0].1.as_str()), ("GET /creds HTTP/1.1", "sesame"));
}

#[test]
fn machines_give_credentials() {
    let asked = asked_by("machine", "", &[("AWS_EC2_METADATA_SERVICE_ENDPOINT", "{url}")]);
    assert_eq!(key(&asked), "MACHINE");
    assert!(asked[0].0.starts_with("PUT /latest/api/token"), "{asked:?}");
}

#[test]
fn profiles_take_on_roles() {
    let config = "[default]\nrole_arn = arn:aws:iam::1:role/r\nsource_profile = base\n\n\
                  [profile base]\naws_access_key_id = AKIDBASE\naws_secret_access_key = hush\n";
    let asked = asked_by("role", config, &[]);
    assert_eq!(key(&asked), "ASSUMEROLE");
    assert!(asked[0].1.contains("Credential=AKIDBASE/"), "{asked:?}");
    assert!(asked[0].2.contains("RoleArn=arn%3Aaws%3Aiam%3A%3A1%3Arole%2Fr"), "{asked:?}");
}

#[test]
fn tokens_in_files_are_exchanged() {
    let identity = [("AWS_WEB_IDENTITY_TOKEN_FILE", "{home}/token"), ("AWS_ROLE_ARN", "arn:aws:iam::1:role/r")];
    let asked = asked_by("web-identity", "[default]\naws_access_key_id = a\naws_secret_access_key = b\n", &identity);
    assert_eq!(key(&asked), "ASSUMEROLEWITHWEBIDENTITY");
    assert!(asked[0].2.contains("WebIdentityToken=a%20token"), "{asked:?}");
}

#[test]
fn keys_of_the_environment_come_first() {
    let keys = [("AWS_ACCESS_KEY_ID", "AKIDENV"), ("AWS_SECRET_ACCESS_KEY", "hush")];
    let asked = asked_by("keys", "[default]\nrole_arn = arn:aws:iam::1:role/r\nsource_profile = base\n", &keys);
    assert_eq!((key(&asked), asked.len()), ("AKIDENV", 1));
}

#[test]
fn codes_of_devices_are_not_left_out_in_silence() {
    let config =
        "[default]\nrole_arn = arn:aws:iam::1:role/r\nmfa_serial = arn:aws:iam::1:mfa/me\nsource_profile = base\n";
    let (asked, printed) = outcome("mfa", config, &[]);
    assert_eq!(asked, []);
    assert!(printed.contains("refused: profile `default` needs `mfa_serial`"), "{printed}");
}
