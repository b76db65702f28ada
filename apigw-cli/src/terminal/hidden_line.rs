//! A line that is typed unseen. However the process ends meanwhile, the terminal shows afterwards what is typed.

#[cfg(unix)]
pub(crate) use unix::{read, restore};

#[cfg(not(unix))]
pub(crate) use other::{read, restore};

/// How many bytes of a line are read.
pub(crate) const LIMIT: u64 = 4096;

/// What came of reading a line.
pub(crate) enum TypedLine {
    /// The line, with its end.
    Line(String),
    /// The person ended the input.
    Ended,
    /// The process has no terminal.
    NoTerminal,
}

#[cfg(unix)]
mod unix {
    use std::fs::{File, OpenOptions};
    use std::io::{self, BufRead as _, BufReader, IsTerminal as _, Read as _, Write as _};
    use std::os::fd::AsFd as _;
    use std::sync::{Mutex, MutexGuard, PoisonError};

    use rustix::termios::{LocalModes, OptionalActions, Termios, tcgetattr, tcsetattr};

    use super::{LIMIT, TypedLine};

    /// The terminal that hides what is typed, and what it was set to before.
    static HIDING: Mutex<Option<(File, Termios)>> = Mutex::new(None);

    fn hiding() -> MutexGuard<'static, Option<(File, Termios)>> {
        HIDING.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Reads a line from the terminal of the process.
    pub(crate) fn read(prompt: &str) -> io::Result<TypedLine> {
        let Some((input, mut output)) = terminal() else { return Ok(TypedLine::NoTerminal) };
        hide(&input)?;
        let mut line = String::new();
        let count =
            output.write_all(prompt.as_bytes()).and_then(|()| BufReader::new(&input).take(LIMIT).read_line(&mut line));
        drop(restore());

        if count? == 0 {
            return Ok(TypedLine::Ended);
        }
        output.write_all(b"\n")?;
        Ok(TypedLine::Line(line))
    }

    /// The controlling terminal. Without one, it is the standard input if that is a terminal.
    fn terminal() -> Option<(File, File)> {
        if let Ok(terminal) = OpenOptions::new().read(true).write(true).open("/dev/tty") {
            let output = terminal.try_clone().ok()?;
            return Some((terminal, output));
        }
        let input = io::stdin();
        if !input.is_terminal() {
            return None;
        }
        let copy = |descriptor: std::os::fd::BorrowedFd<'_>| descriptor.try_clone_to_owned().ok().map(File::from);
        Some((copy(input.as_fd())?, copy(io::stderr().as_fd())?))
    }

    /// Stops the echo of a terminal, and forgets what was typed before.
    fn hide(terminal: &File) -> io::Result<()> {
        let mut hiding = hiding();
        let before = tcgetattr(terminal)?;
        let mut hidden = before.clone();
        hidden.local_modes.remove(LocalModes::ECHO);
        // The settings are kept first: the process may end as soon as the terminal has changed.
        *hiding = Some((terminal.try_clone()?, before));
        Ok(tcsetattr(terminal, OptionalActions::Flush, &hidden)?)
    }

    /// While this lives, nothing is hidden, so that a process that ends leaves the terminal as it found it.
    pub(crate) struct Restored {
        _hiding: MutexGuard<'static, Option<(File, Termios)>>,
    }

    /// Sets the terminal to what it was.
    pub(crate) fn restore() -> Restored {
        let mut hiding = hiding();
        if let Some((terminal, before)) = hiding.take() {
            let _ = tcsetattr(&terminal, OptionalActions::Drain, &before);
        }
        Restored { _hiding: hiding }
    }
}

#[cfg(not(unix))]
mod other {
    use std::io::{self, ErrorKind};

    use super::TypedLine;

    /// Reads a line from the terminal of the process. The library restores the terminal before it returns.
    pub(crate) fn read(prompt: &str) -> io::Result<TypedLine> {
        match rpassword::prompt_password(prompt) {
            Ok(line) => Ok(TypedLine::Line(line)),
            Err(error) if matches!(error.kind(), ErrorKind::Interrupted | ErrorKind::UnexpectedEof) => {
                Ok(TypedLine::Ended)
            }
            Err(error) if error.kind() == ErrorKind::NotFound => Ok(TypedLine::NoTerminal),
            Err(error) => Err(error),
        }
    }

    /// Nothing: the library does it.
    pub(crate) fn restore() {}
}
