//! Ctrl-C: the command ends at once, with the status that shells report for an interrupted program.

use std::io::{IsTerminal as _, Write as _};
use std::sync::atomic::{AtomicBool, Ordering};

#[cfg(feature = "fetched-credentials")]
use crate::terminal::hidden_line;
use crate::terminal::{progress, replace, runtime};

/// The exit status, by which callers other than shells recognize an interrupt too.
const STATUS: i32 = 130;

static IS_IGNORED: AtomicBool = AtomicBool::new(false);

/// Ends the process when it is interrupted, whatever it waits for: a reply, the next attempt, a file.
pub(crate) fn watch() {
    if is_ignored_already() {
        return;
    }
    // Without a runtime the system ends the process.
    let _ = runtime::spawn(async {
        while tokio::signal::ctrl_c().await.is_ok() {
            if !IS_IGNORED.load(Ordering::Relaxed) {
                end();
            }
        }
    });
}

/// Ends the process as an interrupt does.
pub(crate) fn end() -> ! {
    exit(STATUS)
}

/// Ends the process with a status; the terminal is as it was before the process changed it.
fn exit(status: i32) -> ! {
    #[cfg(feature = "fetched-credentials")]
    let _restored = hidden_line::restore();
    replace::abandon();
    // The interrupted code may hold the lock of standard output.
    let mut error = std::io::stderr();
    if !progress::clear() && error.is_terminal() {
        let _ = error.write_all(b"\n");
    }
    std::process::exit(status)
}

/// Ends the process when it is asked to terminate or its terminal is closed, with the status that shells report for the
/// signal. Without this the system does so at once, and a terminal that hides what is typed stays that way.
#[cfg(all(unix, feature = "fetched-credentials"))]
pub(crate) fn watch_terminations() {
    use tokio::signal::unix::{SignalKind, signal};

    for (kind, number) in [(SignalKind::hangup(), 1), (SignalKind::quit(), 3), (SignalKind::terminate(), 15)] {
        let _ = runtime::spawn(async move {
            let Ok(mut signals) = signal(kind) else { return };
            if signals.recv().await.is_some() {
                exit(128 + number);
            }
        });
    }
}

/// Whether interrupts are ignored already, as shells do for background processes.
fn is_ignored_already() -> bool {
    const INTERRUPT: u64 = 1 << 1;
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let mask = status.lines().find_map(|line| line.strip_prefix("SigIgn:"));
    mask.and_then(|mask| u64::from_str_radix(mask.trim(), 16).ok()).is_some_and(|mask| mask & INTERRUPT != 0)
}

/// Leaves interrupts to the program that takes over the terminal.
pub(crate) fn ignore() {
    IS_IGNORED.store(true, Ordering::Relaxed);
}
