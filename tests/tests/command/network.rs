//! What the command does in networks with proxies and with certificates that nobody vouches for.

use apigw_tests::command_folder::{CommandFolder, Outcome, outcome};
use apigw_tests::loopback::{Answer, Loopback};

/// The command with keys, and with variables beside them.
fn call(url: &str, words: &[&str], variables: &[(&str, &str)]) -> Outcome {
    let folder = CommandFolder::new();
    let mut command = folder.command();
    command.env("AWS_ACCESS_KEY_ID", "AKIDEXAMPLE").env("AWS_SECRET_ACCESS_KEY", "secret").env("AWS_MAX_ATTEMPTS", "1");
    command.env("AWS_REGION", "us-east-1").env("AWS_ENDPOINT_URL", url).envs(variables.iter().copied());
    outcome(command.arg("get-account").args(words))
}

#[test]
fn errors_name_the_proxy_without_its_password() {
    for url in ["http://service.invalid", "https://service.invalid"] {
        let proxy = "http://user:hush@127.0.0.1:1";
        let run = call(url, &[], &[("HTTP_PROXY", proxy), ("HTTPS_PROXY", proxy)]);
        assert_eq!(run.exit, Some(255));
        assert!(run.stderr.contains("Failed to connect to proxy URL: \"http://127.0.0.1:1\""), "{}", run.stderr);
        assert!(!run.stderr.contains("hush"), "{}", run.stderr);
    }
    let refusing = Loopback::start(|_| Answer { status: 407, ..Answer::default() });
    let proxy = refusing.url().replace("//", "//user:hush@");
    let run = call("https://service.invalid", &["--debug"], &[("HTTPS_PROXY", &proxy)]);
    let expected = format!("Failed to connect to proxy URL: \"{}\" (status 407)", refusing.url());
    assert!(run.stderr.contains(&expected) && !run.stderr.contains("hush"), "{}", run.stderr);
    let run = call("https://service.invalid", &[], &[("HTTPS_PROXY", "http://user:hush@h:notaport")]);
    assert!(run.stderr.contains("`HTTPS_PROXY` is not the URL of a proxy"), "{}", run.stderr);
    assert!(!run.stderr.contains("hush"), "{}", run.stderr);
}

#[test]
fn hosts_with_ports_and_requests_of_servers_use_no_proxy() {
    let server = Loopback::start(|_| Answer::json("{\"apiKeyVersion\": \"4\"}"));
    let port = server.url().rsplit(':').next().unwrap_or_default().to_owned();
    let nobody = ("HTTP_PROXY", "http://127.0.0.1:1");
    for exception in [("NO_PROXY", format!("127.0.0.1:{port}")), ("REQUEST_METHOD", "GET".to_owned())] {
        let run = call(&server.url(), &[], &[nobody, (exception.0, &exception.1)]);
        assert_eq!(run.exit, Some(0), "{exception:?}: {}", run.stderr);
    }
    assert_eq!(call(&server.url(), &[], &[nobody]).exit, Some(255));
}

#[test]
fn what_is_not_verified_is_said_once() {
    let warning = "apigw: warning: the certificate of the endpoint is not verified";
    let secure = call("https://127.0.0.1:1", &["--no-verify-ssl"], &[]);
    assert_eq!(secure.stderr.matches(warning).count(), 1, "{}", secure.stderr);
    for (url, words) in [("https://127.0.0.1:1", &[][..]), ("http://127.0.0.1:1", &["--no-verify-ssl"])] {
        let run = call(url, words, &[]);
        assert!(!run.stderr.contains("warning"), "{url}: {}", run.stderr);
    }
}

#[test]
fn bundles_that_are_none_are_called_bundles() {
    for path in ["/no/such/file", "/dev/null"] {
        let run = call("https://127.0.0.1:1", &["--ca-bundle", path], &[]);
        assert!(run.stderr.contains(&format!("Unable to use the CA bundle: {path} (")), "{}", run.stderr);
    }
}

#[test]
fn a_dry_run_refuses_the_regions_that_a_call_refuses() {
    for region in ["evil.com/", "a b", "x@y", "-"] {
        let words = ["get-account", "--dry-run", "--region", region];
        let run = outcome(CommandFolder::new().command().args(words));
        assert_eq!((run.exit, run.stdout.as_str()), (Some(255), ""), "{region}");
        assert!(run.stderr.contains("doesn't match a supported format"), "{}", run.stderr);
    }
    let run = outcome(CommandFolder::new().command().args(["get-account", "--dry-run"]));
    assert!(run.stdout.contains("{region}"), "{}", run.stdout);
}

#[test]
fn an_unset_variable_deletes_nothing_else() {
    for resource in ["", ".", ".."] {
        let words = ["delete-resource", "--rest-api-id", "a1", "--dry-run", "--resource-id", resource];
        let run = outcome(CommandFolder::new().command().args(words));
        assert_eq!((run.exit, run.stdout.as_str()), (Some(252), ""), "{run:?}");
        assert!(run.stderr.contains("error[label]: `--resource-id` must not be"), "{}", run.stderr);
    }
}

#[test]
fn the_ends_of_the_numbers_are_time_outs_too() {
    let server = Loopback::start(|_| Answer::json("{\"apiKeyVersion\": \"4\"}"));
    for seconds in ["18446744073709551615", "9223372036854775807", "9223372036854775808", "0", "1"] {
        for option in ["--cli-read-timeout", "--cli-connect-timeout"] {
            let run = call(&server.url(), &[option, seconds], &[]);
            assert_eq!(run.exit, Some(0), "{option} {seconds}: {}", run.stderr);
        }
    }
}

/// A server that reads requests and closes the connection, and how many came.
fn losing() -> (String, std::sync::Arc<std::sync::atomic::AtomicUsize>) {
    use std::io::Read as _;
    use std::sync::Arc;
    use std::sync::atomic::{AtomicUsize, Ordering};

    let listener = std::net::TcpListener::bind("127.0.0.1:0").expect("a free port");
    let url = format!("http://{}", listener.local_addr().expect("an address"));
    let count = Arc::new(AtomicUsize::new(0));
    let counted = Arc::clone(&count);
    std::thread::spawn(move || {
        for mut stream in listener.incoming().map_while(Result::ok) {
            if stream.read(&mut [0; 8192]).is_ok_and(|count| count > 0) {
                counted.fetch_add(1, Ordering::Relaxed);
            }
        }
    });
    (url, count)
}

#[test]
fn a_lost_reply_is_said_and_need_not_be_repeated() {
    let warning = "apigw: warning: the reply was lost, so the request may have been executed";
    let hint = "The request may have been executed; look before you repeat it: a second call ";
    for (words, is_safe) in [
        (&["create-rest-api", "--name", "x"][..], false),
        (&["update-account"], false),
        (&["get-account"], true),
        (&["delete-rest-api", "--rest-api-id", "x"], true),
    ] {
        for (option, attempts) in [(&[][..], 2), (&["--no-retry-unknown"], if is_safe { 2 } else { 1 })] {
            let (url, count) = losing();
            let folder = CommandFolder::new();
            let mut command = folder.command();
            command.env("AWS_ACCESS_KEY_ID", "AKIDEXAMPLE").env("AWS_SECRET_ACCESS_KEY", "secret");
            command.env("AWS_REGION", "us-east-1").env("AWS_ENDPOINT_URL", url).env("AWS_MAX_ATTEMPTS", "2");
            let run = outcome(command.args(words).args(option));
            assert_eq!(run.exit, Some(255), "{run:?}");
            assert_eq!(count.load(std::sync::atomic::Ordering::Relaxed), attempts, "{words:?} {option:?}");
            let warns = !is_safe && attempts == 2;
            assert_eq!(run.stderr.matches(warning).count(), usize::from(warns), "{words:?}: {}", run.stderr);
            assert_eq!(run.stderr.contains(hint), !is_safe, "{words:?}: {}", run.stderr);
        }
    }
}

/// What is no success is a failure, whatever the status.
#[test]
fn a_status_that_is_no_success_is_a_failure() {
    for status in ["101 Switching Protocols", "300 Odd", "304 Not Modified"] {
        let listener = std::net::TcpListener::bind("127.0.0.1:0").expect("a free port");
        let url = format!("http://{}", listener.local_addr().expect("an address"));
        std::thread::spawn(move || {
            use std::io::{Read as _, Write as _};
            for mut stream in listener.incoming().map_while(Result::ok) {
                let _ = stream.read(&mut [0; 8192]);
                let head =
                    format!("HTTP/1.1 {status}\r\nConnection: upgrade\r\nUpgrade: x\r\nContent-Length: 0\r\n\r\n");
                let _ = stream.write_all(head.as_bytes());
            }
        });
        let run = call(&url, &[], &[]);
        assert_ne!(run.exit, Some(0), "{status}: {run:?}");
        assert!(!run.stderr.is_empty(), "{status}");
    }
}
