//! Prompts for MFA codes as the AWS CLI does: on the terminal, without echo.

use std::io::{self, Write as _};

/// Prompts for the code of a device. Without a terminal it is the next line of standard input.
pub(crate) fn ask(serial: &str) -> io::Result<String> {
    let prompt = format!("Enter MFA code for {serial}: ");
    rpassword::prompt_password(&prompt).or_else(|_| {
        let mut stderr = io::stderr().lock();
        write!(stderr, "Warning: Password input may be echoed.\n{prompt}")?;
        stderr.flush()?;
        let mut code = String::new();
        match io::stdin().read_line(&mut code)? {
            0 => Err(io::Error::new(
                io::ErrorKind::UnexpectedEof,
                "no MFA code was entered; type the code or pipe it to standard input",
            )),
            _ => Ok(code),
        }
    })
}
