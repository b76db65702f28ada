//! A service that listens on a thread of its own, for tests and programs with and without an async runtime.

use std::io;
use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use std::num::NonZero;
use std::thread::{JoinHandle, available_parallelism};

use apigw_client::{Client, ConfigError, Environment};
use tokio::runtime::Builder;
use tokio::sync::oneshot;

use crate::http::Server;
use crate::local::Local;

/// How many threads answer calls at most: a test may start many services.
const MAX_WORKERS: usize = 4;

/// A service that listens until this is dropped.
///
/// ```
/// # async fn example() -> Result<(), Box<dyn std::error::Error>> {
/// use apigw_local::Local;
/// use apigw_model::IntegrationType;
///
/// let local = Local::start()?;
/// let client = local.client()?;
/// let api = client.create_rest_api().name("pets").send().await?;
/// let (id, root) = (api.id.unwrap_or_default(), api.root_resource_id.unwrap_or_default());
/// client.put_method().rest_api_id(&id).resource_id(&root).http_method("GET").authorization_type("NONE").send().await?;
/// let integration = client.put_integration().rest_api_id(&id).resource_id(&root).http_method("GET");
/// integration.r#type(IntegrationType::Mock).send().await?;
/// client.create_deployment().rest_api_id(&id).stage_name("prod").send().await?;
///
/// assert_eq!(local.invoke_url(&id, "prod"), format!("{}/_aws/execute-api/{id}/prod", local.url()));
/// # Ok(())
/// # }
/// # tokio::runtime::Builder::new_current_thread().enable_all().build()?.block_on(example())?;
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug)]
pub struct Running {
    local: Local,
    address: SocketAddr,
    stop: Option<oneshot::Sender<()>>,
    thread: Option<JoinHandle<()>>,
}

impl Local {
    /// A new service that listens on a free port of this machine. Many can run in one process, each with a store of its own.
    ///
    /// ```
    /// let (one, other) = (apigw_local::Local::start()?, apigw_local::Local::start()?);
    /// assert_ne!(one.url(), other.url());
    /// # Ok::<(), std::io::Error>(())
    /// ```
    ///
    /// # Errors
    ///
    /// If the system gives no port or no thread.
    pub fn start() -> io::Result<Running> {
        Self::new().listen(SocketAddr::from((Ipv4Addr::LOCALHOST, 0)))
    }

    /// Listens on an address; on port 0, on any free one. Whoever can reach the address can change everything, so it should
    /// be one of this machine alone.
    ///
    /// ```
    /// use apigw_local::{Local, Settings};
    ///
    /// let mut settings = Settings::default();
    /// settings.region = "eu-central-1".to_owned();
    /// let running = Local::with(settings).listen(([127, 0, 0, 1], 0).into())?;
    /// # drop(running);
    /// # Ok::<(), std::io::Error>(())
    /// ```
    ///
    /// # Errors
    ///
    /// If the address cannot be listened on, or the system gives no thread.
    pub fn listen(self, address: SocketAddr) -> io::Result<Running> {
        let listener = TcpListener::bind(address)?;
        let address = listener.local_addr()?;
        listener.set_nonblocking(true)?;
        let workers = available_parallelism().map_or(1, NonZero::get).min(MAX_WORKERS);
        let runtime = Builder::new_multi_thread().worker_threads(workers).enable_all().build()?;
        let (stop, stopped) = oneshot::channel::<()>();

        let local = self.clone();
        let serve = move || {
            runtime.block_on(async {
                let Ok(server) = Server::on(local, listener) else { return };
                let serving = tokio::spawn(server.run());
                let _ = stopped.await;
                // The address is free when this has ended.
                serving.abort();
                let _ = serving.await;
            });
            // What waits for a backend may wait.
            runtime.shutdown_background();
        };
        let thread = std::thread::Builder::new().name("apigw-local".to_owned()).spawn(serve)?;
        Ok(Running { local: self, address, stop: Some(stop), thread: Some(thread) })
    }
}

impl Running {
    /// The service itself.
    pub fn local(&self) -> &Local {
        &self.local
    }

    /// The address that it listens on.
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// The endpoint for tools of AWS (`http://127.0.0.1:4566`).
    pub fn url(&self) -> String {
        format!("http://{}", self.address)
    }

    /// The URL of the console.
    pub fn console_url(&self) -> String {
        format!("{}/_apigw/", self.url())
    }

    /// The URL of a deployed stage.
    pub fn invoke_url(&self, api: &str, stage: &str) -> String {
        format!("{}/_aws/execute-api/{api}/{stage}", self.url())
    }

    /// A client that sends its requests over HTTP. It needs no credentials and no settings of the environment.
    ///
    /// # Errors
    ///
    /// If the client cannot be built, which depends on nothing outside.
    pub fn client(&self) -> Result<Client, ConfigError> {
        let builder = Client::builder().environment(Environment::empty()).region(self.local.region()).unsigned();
        builder.endpoint_url(self.url()).build()
    }

    /// The same client for programs without an async runtime.
    ///
    /// ```
    /// let local = apigw_local::Local::start()?;
    /// let api = local.blocking_client()?.create_rest_api().name("pets").send()?;
    /// assert_eq!(api.name.as_deref(), Some("pets"));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// If the runtime of the client cannot be started.
    #[cfg(feature = "blocking")]
    pub fn blocking_client(&self) -> Result<apigw_client::blocking::Client, ConfigError> {
        apigw_client::blocking::Client::new(self.client()?)
    }
}

impl Drop for Running {
    /// Stops listening, and ends the thread.
    fn drop(&mut self) {
        drop(self.stop.take());
        if let Some(thread) = self.thread.take() {
            // It cannot panic but for a fault of its own, which it has reported.
            let _ = thread.join();
        }
    }
}
