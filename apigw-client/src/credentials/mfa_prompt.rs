//! The caller's function that obtains MFA codes.

use std::fmt;
use std::io;
use std::sync::Arc;

/// A function from the serial number of an MFA device to a code. Clones are the same function.
#[derive(Clone)]
pub(crate) struct MfaPrompt(Arc<Prompt>);

type Prompt = dyn Fn(&str) -> io::Result<String> + Send + Sync;

impl MfaPrompt {
    pub(crate) fn new(prompt: impl Fn(&str) -> io::Result<String> + Send + Sync + 'static) -> Self {
        Self(Arc::new(prompt))
    }

    /// Obtains a code, on a thread that may block.
    pub(crate) async fn code(&self, serial: &str) -> io::Result<String> {
        let (prompt, serial) = (Arc::clone(&self.0), serial.to_owned());
        let code = tokio::task::spawn_blocking(move || prompt(&serial)).await??;
        Ok(code.trim().to_owned())
    }
}

impl fmt::Debug for MfaPrompt {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("MfaPrompt")
    }
}
