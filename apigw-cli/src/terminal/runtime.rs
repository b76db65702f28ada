//! The asynchronous runtime of the process: calls and the handler of interrupts share it.

use std::future::Future;
use std::io;
use std::sync::OnceLock;

use tokio::runtime::{Builder, Handle};

/// The handle of the runtime, or why there is none.
static RUNTIME: OnceLock<Result<Handle, String>> = OnceLock::new();

/// Runs a future on this thread until it ends. The tasks that it spawns run on the thread of the runtime and outlive it,
/// pooled connections among them.
pub(crate) fn block_on<F: Future>(future: F) -> Result<F::Output, String> {
    let handle = handle()?;
    let output = handle.block_on(future);

    // A connection whose reply has been read returns to the pool in such a task. The next call must find it there.
    let _ = handle.block_on(handle.spawn(settle()));
    Ok(output)
}

/// Lets the tasks run that are ready, and those that they wake.
async fn settle() {
    const ROUNDS: usize = 8;
    for _ in 0..ROUNDS {
        tokio::task::yield_now().await;
    }
}

/// Runs a future on the thread of the runtime, for as long as the process lives.
pub(crate) fn spawn(future: impl Future<Output = ()> + Send + 'static) -> Result<(), String> {
    handle()?.spawn(future);
    Ok(())
}

fn handle() -> Result<Handle, String> {
    RUNTIME.get_or_init(|| start().map_err(|error| error.to_string())).clone()
}

/// Starts the runtime on a thread of its own, which drives timers and connections.
fn start() -> io::Result<Handle> {
    // Where no more files can be opened, the library that watches signals would panic. It needs fewer than these.
    #[cfg(unix)]
    {
        use std::os::unix::net::UnixStream;
        drop([UnixStream::pair()?, UnixStream::pair()?, UnixStream::pair()?]);
    }
    let runtime = Builder::new_current_thread().enable_all().build()?;
    let handle = runtime.handle().clone();
    let drive = move || runtime.block_on(std::future::pending::<()>());
    std::thread::Builder::new().name("runtime".to_owned()).spawn(drive)?;
    Ok(handle)
}
