//! The progress line on the terminal: the operation, the pages so far, the attempt, the seconds. It is erased before
//! anything is printed.

use std::io::{IsTerminal as _, Write as _};
use std::sync::mpsc::{RecvTimeoutError, Sender, channel};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

/// The delay before the line is shown.
const DELAY: Duration = Duration::from_secs(1);
/// The interval between updates.
const STEP: Duration = Duration::from_millis(250);
/// Moves to the start of the line and erases it.
const ERASE: &str = "\r\u{1b}[K";

/// The progress line of the process.
static SHOWN: Mutex<Shown> = Mutex::new(Shown { pages: 0, attempt: 0, is_drawn: false, is_paused: false });

struct Shown {
    pages: usize,
    attempt: u32,
    is_drawn: bool,
    is_paused: bool,
}

fn shown() -> MutexGuard<'static, Shown> {
    SHOWN.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Erases the line until its next update; returns whether there was one.
pub(crate) fn clear() -> bool {
    let mut shown = shown();
    let was_drawn = std::mem::take(&mut shown.is_drawn);
    if was_drawn {
        let _ = std::io::stderr().write_all(ERASE.as_bytes());
    }
    was_drawn
}

/// Erases the line and shows none until the result is dropped: a person is asked something.
#[cfg(feature = "fetched-credentials")]
pub(crate) fn pause() -> Paused {
    shown().is_paused = true;
    clear();
    Paused
}

/// While this lives, no line is shown.
#[cfg(feature = "fetched-credentials")]
pub(crate) struct Paused;

#[cfg(feature = "fetched-credentials")]
impl Drop for Paused {
    fn drop(&mut self) {
        shown().is_paused = false;
    }
}

/// Counts a page.
pub(crate) fn count_page() {
    shown().pages += 1;
}

/// Sets the number of the current attempt; the first is 1.
pub(crate) fn count_attempt(number: u32) {
    shown().attempt = number;
}

/// Shows the line until it is dropped.
pub(crate) struct Progress {
    /// The drawing thread, and the channel that ends it when dropped.
    drawing: Option<(Sender<()>, JoinHandle<()>)>,
}

impl Progress {
    /// Starts the timer. A terminal that cannot erase never shows the line.
    pub(crate) fn start(what: String) -> Self {
        let is_dumb = std::env::var_os("TERM").is_none_or(|terminal| terminal.is_empty() || terminal == "dumb");
        if is_dumb || !std::io::stderr().is_terminal() {
            return Self { drawing: None };
        }
        let (sender, ended) = channel();
        let draw = move || {
            let start = Instant::now();
            let mut wait = DELAY;
            while ended.recv_timeout(wait) == Err(RecvTimeoutError::Timeout) {
                let mut shown = shown();
                wait = STEP;
                // Before the first attempt, credentials are fetched, and their source may ask a person on its own.
                if shown.is_paused || shown.attempt == 0 {
                    continue;
                }
                let line = line(&what, shown.pages, shown.attempt, start.elapsed().as_secs());
                let _ = std::io::stderr().write_all(format!("{ERASE}{line}").as_bytes());
                shown.is_drawn = true;
            }
            clear();
        };
        let thread = std::thread::Builder::new().name("progress".to_owned()).spawn(draw);
        Self { drawing: thread.ok().map(|thread| (sender, thread)) }
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        if let Some((sender, thread)) = self.drawing.take() {
            drop(sender);
            let _ = thread.join();
        }
    }
}

/// The line, short enough not to wrap.
fn line(what: &str, pages: usize, attempt: u32, seconds: u64) -> String {
    let pages = match pages {
        0 => String::new(),
        1 => " 1 page,".to_owned(),
        pages => format!(" {pages} pages,"),
    };
    let attempt = if attempt > 1 { format!(" attempt {attempt},") } else { String::new() };
    let width = terminal_size::terminal_size_of(std::io::stderr()).map_or(80, |(width, _)| usize::from(width.0));
    format!("{what}:{pages}{attempt} {seconds} s").chars().take(width.saturating_sub(1)).collect()
}

#[cfg(test)]
mod tests {
    use super::line;

    #[test]
    fn the_line_shows_what_is_known() {
        assert_eq!(line("a", 0, 1, 1), "a: 1 s");
        assert_eq!(line("a", 1, 1, 2), "a: 1 page, 2 s");
        assert_eq!(line("a", 2, 3, 61), "a: 2 pages, attempt 3, 61 s");
    }
}
