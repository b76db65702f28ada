//! A `moto_server` of its own for each test.

use std::net::{SocketAddr, TcpListener, TcpStream};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use apigw_client::{Client, Credentials, Environment};

/// How long the server may take to start on a busy machine.
const PATIENCE: Duration = Duration::from_mins(2);

fn server() -> Command {
    let mut command = Command::new("moto_server");
    command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    command
}

/// A running server, stopped at the end.
pub(crate) struct Moto {
    process: Child,
    address: SocketAddr,
}

impl Moto {
    /// Starts a server on a free port and waits until it listens.
    pub(crate) fn start() -> Self {
        let free = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = free.local_addr().unwrap();
        drop(free);
        let process = server().args(["-H", "127.0.0.1", "-p", &address.port().to_string()]).spawn().unwrap();
        let moto = Self { process, address };
        let began = Instant::now();
        while TcpStream::connect(address).is_err() {
            assert!(began.elapsed() < PATIENCE, "moto does not listen on {address}");
            std::thread::sleep(Duration::from_millis(50));
        }
        moto
    }

    /// Where it listens.
    pub(crate) fn url(&self) -> String {
        format!("http://{}", self.address)
    }

    /// A client that knows nothing but this server and a pair of keys.
    pub(crate) fn client(&self) -> Client {
        let builder = Client::builder().environment(Environment::empty()).region("us-east-1");
        let credentials = Credentials::new("AKIDEXAMPLE", "secret", None, None, "test");
        builder.credentials(credentials).endpoint_url(self.url()).build().unwrap()
    }

    /// The command with the same knowledge.
    pub(crate) fn command(&self) -> Command {
        let mut command = apigw_tests::command::apigw();
        let keys = [("AWS_ACCESS_KEY_ID", "AKIDEXAMPLE"), ("AWS_SECRET_ACCESS_KEY", "secret")];
        command.envs(keys).env("AWS_REGION", "us-east-1").env("AWS_ENDPOINT_URL", self.url());
        command
    }
}

impl Drop for Moto {
    fn drop(&mut self) {
        _ = self.process.kill();
        _ = self.process.wait();
    }
}
