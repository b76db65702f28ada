//! Codes of devices, asked for as the AWS CLI asks: on the terminal, and not shown.

use std::io::{self, Write as _};

/// Asks for the code of a device. Without a terminal it is the next line of the standard input.
pub(crate) fn ask(serial: &str) -> io::Result<String> {
    let prompt = format!("Enter MFA code for {serial}: ");
    rpassword::prompt_password(&prompt).or_else(|_| {
        let mut stderr = io::stderr().lock();
        write!(stderr, "Warning: Password input may be echoed.\n{prompt}")?;
        stderr.flush()?;
        let mut code = String::new();
        match io::stdin().read_line(&mut code)? {
            0 => Err(io::Error::new(io::ErrorKind::UnexpectedEof, "nobody gave a code; type it, or pipe it in")),
            _ => Ok(code),
        }
    })
}
