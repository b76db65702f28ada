//! Limits of the machine: memory, files, disks. Each ends the command with a message, and none with a panic.

use std::io::{BufRead as _, BufReader, Write as _};
use std::net::TcpListener;
use std::process::{Command, Stdio};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use apigw_tests::command_folder::{CommandFolder, Outcome, outcome};

/// The exit status of what is neither found by a check nor said by the service.
const GENERAL: i32 = 255;

const EXPORT: &str = "get-export --rest-api-id a --stage-name b --export-type oas30";

/// A server whose replies announce a length, and have as many bytes as the number of the request allows.
fn server(length: usize, sent: impl Fn(usize) -> usize + Send + 'static) -> (String, Arc<AtomicUsize>) {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
    let url = format!("http://{}", listener.local_addr().expect("an address"));
    let requests = Arc::new(AtomicUsize::new(0));
    let counted = Arc::clone(&requests);
    std::thread::spawn(move || {
        for stream in listener.incoming() {
            let Ok(mut stream) = stream else { return };
            let mut reader = BufReader::new(stream.try_clone().expect("a connection"));
            let mut line = String::new();
            while reader.read_line(&mut line).is_ok_and(|count| count > 2) {
                line.clear();
            }
            let mut left = sent(counted.fetch_add(1, Ordering::SeqCst));
            let head = format!("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: {length}\r\n\r\n");
            let mut is_open = stream.write_all(head.as_bytes()).is_ok();
            let piece = vec![b'x'; 1 << 16];
            while is_open && left > 0 {
                let size = left.min(piece.len());
                is_open = stream.write_all(&piece[..size]).is_ok();
                left -= size;
            }
        }
    });
    (url, requests)
}

/// Runs a line of a shell in which `$0` is the command.
fn shell(folder: &CommandFolder, url: &str, line: &str) -> Outcome {
    let mut shell = Command::new("sh");
    shell.args(["-c", line]).arg(apigw_tests::command::path()).current_dir(folder.path()).env_clear();
    shell.env("PATH", std::env::var_os("PATH").unwrap_or_default()).env("AWS_REGION", "us-east-1");
    shell.env("AWS_ACCESS_KEY_ID", "AKIDEXAMPLE").env("AWS_SECRET_ACCESS_KEY", "secret").env("AWS_ENDPOINT_URL", url);
    outcome(&mut shell)
}

#[test]
fn a_stream_that_breaks_is_requested_again() {
    const LENGTH: usize = 300_000;
    let sent = |number| if number == 0 { LENGTH / 2 } else { LENGTH };
    let (folder, (url, requests)) = (CommandFolder::new(), server(LENGTH, sent));
    let run = shell(&folder, &url, &format!("exec \"$0\" {EXPORT} out.json"));
    assert_eq!((run.exit, run.stderr.as_str()), (Some(0), ""));
    let files: Vec<(String, usize)> =
        folder.files_besides(|_| false).into_iter().map(|(name, content)| (name, content.len())).collect();
    assert_eq!((files, requests.load(Ordering::SeqCst)), (vec![("out.json".to_owned(), LENGTH)], 2));
}

#[test]
fn a_stream_that_goes_on_breaking_leaves_the_file_as_it_was() {
    let (folder, (url, requests)) = (CommandFolder::new(), server(300_000, |_| 1000));
    folder.write("out.json", "precious");
    let run = shell(&folder, &url, &format!("exec \"$0\" {EXPORT} out.json"));
    assert_eq!(run.exit, Some(GENERAL), "{}", run.stderr);
    assert!(run.stderr.contains("Connection was closed"), "{}", run.stderr);
    assert_eq!(folder.files_besides(|_| false), [("out.json".to_owned(), b"precious".to_vec())]);
    assert_eq!(requests.load(Ordering::SeqCst), 3);
}

#[cfg(target_os = "linux")]
#[test]
fn an_export_of_any_size_needs_little_memory() {
    // More than the process may have.
    const LENGTH: usize = 256 << 20;
    let (folder, (url, _)) = (CommandFolder::new(), server(LENGTH, |_| LENGTH));
    let line = format!("ulimit -v {}; MALLOC_ARENA_MAX=1 exec \"$0\" {EXPORT} out.json", LENGTH >> 10);
    let run = shell(&folder, &url, &line);
    assert_eq!((run.exit, run.stderr.as_str()), (Some(0), ""));
    let length = std::fs::metadata(folder.path().join("out.json")).expect("the file").len();
    assert_eq!(length, LENGTH as u64);
}

#[cfg(target_os = "linux")]
#[test]
fn too_few_files_are_a_message() {
    let (folder, (url, _)) = (CommandFolder::new(), server(2, |_| 2));
    for files in 3..12 {
        let run = shell(&folder, &url, &format!("ulimit -n {files}; exec \"$0\" get-account"));
        assert!(!run.stderr.contains("panicked") && run.exit != Some(101), "{files}: {run:?}");
        assert!(run.exit == Some(0) || !run.stderr.is_empty(), "{files}: {run:?}");
    }
}

#[cfg(target_os = "linux")]
#[test]
fn findings_that_are_lost_are_an_error() {
    let folder = CommandFolder::new();
    folder.write("a.sh", "aws apigateway get-rest-api --bogus x\n");
    let full = std::fs::OpenOptions::new().write(true).open("/dev/full").expect("the device");
    let mut command = folder.command();
    command.args(["lint-script", "a.sh"]).stdin(Stdio::null()).stdout(full).stderr(Stdio::piped());
    let output = command.output().expect("the command runs");
    let text = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(GENERAL), "{text}");
    assert!(text.contains("No space left on device"), "{text}");
}

#[cfg(target_os = "linux")]
#[test]
fn a_file_of_aliases_without_an_end_is_refused() {
    let folder = CommandFolder::new();
    folder.write("aliases/.aws/cli/readme", "");
    let home = folder.path().join("aliases");
    std::os::unix::fs::symlink("/dev/zero", home.join(".aws/cli/alias")).expect("a link");
    let run = outcome(folder.command().env("HOME", &home).args(["rules", "put-integration"]));
    assert_eq!(run.exit, Some(GENERAL), "{}", run.stderr);
    assert!(run.stderr.contains("alias") && run.stderr.contains("larger than"), "{}", run.stderr);
}
