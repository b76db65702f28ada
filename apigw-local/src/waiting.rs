//! Waiting that holds up no other call.
//!
//! A call is answered by the thread that read it, because handing it to another thread costs more than most answers do. Only
//! what waits for something outside tells the runtime so, which then gives that thread's other tasks to another one.

use std::cell::Cell;

use tokio::runtime::{Handle, RuntimeFlavor};

thread_local! {
    /// Whether this thread answers a call between other tasks of a runtime that can move them.
    static IS_SHARED: Cell<bool> = const { Cell::new(false) };
}

/// Marks a thread as shared until it is dropped.
struct Shared;

impl Drop for Shared {
    fn drop(&mut self) {
        IS_SHARED.set(false);
    }
}

/// Whether the current task's runtime can give the other tasks of a thread that waits to another thread.
pub(crate) fn can_move_tasks() -> bool {
    Handle::try_current().is_ok_and(|runtime| runtime.runtime_flavor() == RuntimeFlavor::MultiThread)
}

/// Answers a call on the thread of a spawned task; see [`can_move_tasks`].
pub(crate) fn answer_here<T>(answer: impl FnOnce() -> T) -> T {
    IS_SHARED.set(true);
    let _shared = Shared;
    answer()
}

/// Waits for something outside.
pub(crate) fn wait_outside<T>(wait: impl FnOnce() -> T) -> T {
    if IS_SHARED.get() { tokio::task::block_in_place(wait) } else { wait() }
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc;

    use tokio::runtime::Builder;

    use super::{answer_here, can_move_tasks, wait_outside};

    #[test]
    fn a_call_that_waits_holds_up_no_other() {
        let runtime = Builder::new_multi_thread().worker_threads(1).build().expect("a runtime");
        let (sender, receiver) = mpsc::channel();
        let waits = runtime.spawn(async move {
            assert!(can_move_tasks());
            answer_here(|| wait_outside(|| receiver.recv()))
        });
        // The only worker waits for what this task does.
        let does = runtime.spawn(async move { sender.send(7) });
        assert_eq!(runtime.block_on(waits).expect("no panic"), Ok(7));
        assert!(runtime.block_on(does).expect("no panic").is_ok());
    }

    #[test]
    fn other_threads_just_wait() {
        assert!(!can_move_tasks());
        assert_eq!(wait_outside(|| 7), 7);
        let runtime = Builder::new_current_thread().build().expect("a runtime");
        runtime.block_on(async {
            assert!(!can_move_tasks());
            assert_eq!(wait_outside(|| 7), 7);
        });
    }
}
