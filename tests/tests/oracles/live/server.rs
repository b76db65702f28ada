//! A server of its own for each test: moto, or the command itself.

use std::net::{SocketAddr, TcpListener, TcpStream};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use apigw_client::{Client, Credentials, Environment};

/// How long the server may take to start on a busy machine.
const PATIENCE: Duration = Duration::from_mins(2);

/// The arguments of a server for a port.
pub(crate) type Arguments = fn(&str) -> Vec<String>;

/// A running server, stopped at the end.
pub(crate) struct LiveServer {
    process: Child,
    address: SocketAddr,
}

impl LiveServer {
    /// Starts moto.
    pub(crate) fn moto() -> Self {
        Self::start(Command::new("moto_server"), |port| ["-H", "127.0.0.1", "-p", port].map(str::to_owned).to_vec())
    }

    /// Starts the service on this machine. The same calls have the same answers, identifiers included.
    pub(crate) fn local() -> Self {
        Self::start(apigw_tests::command::apigw(), |port| {
            ["local", "--seed", "7", "--port", port].map(str::to_owned).to_vec()
        })
    }

    /// Starts a server on a free port and waits until it listens.
    pub(crate) fn start(mut command: Command, arguments: Arguments) -> Self {
        let free = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = free.local_addr().unwrap();
        drop(free);
        command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
        let process = command.args(arguments(&address.port().to_string())).spawn().unwrap();
        let server = Self { process, address };
        let began = Instant::now();
        while TcpStream::connect(address).is_err() {
            assert!(began.elapsed() < PATIENCE, "nothing listens on {address}");
            std::thread::sleep(Duration::from_millis(50));
        }
        server
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

impl Drop for LiveServer {
    fn drop(&mut self) {
        _ = self.process.kill();
        _ = self.process.wait();
    }
}
