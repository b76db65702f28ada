//! Why waiting ended without what was waited for.

use std::fmt;

use crate::error::Error;

/// Why waiting ended without an output that says that something is done.
///
/// ```
/// use apigw_client::WaitError;
///
/// let error = WaitError::<()>::TimedOut { waiter: "FunctionActive", calls: 60 };
/// assert_eq!(error.to_string(), "`FunctionActive` did not happen within 60 calls; wait longer with `within`");
/// ```
#[derive(Debug)]
#[non_exhaustive]
pub enum WaitError<K> {
    /// An answer said that it cannot happen any more.
    Failed {
        /// The waiter.
        waiter: &'static str,
    },
    /// It did not happen in time.
    TimedOut {
        /// The waiter.
        waiter: &'static str,
        /// How many calls were made.
        calls: u32,
    },
    /// A path of the waiter in the model is no valid `JMESPath`, or calls a function that there is not.
    Path {
        /// The waiter.
        waiter: &'static str,
        /// The path, and what is wrong with it.
        reason: String,
    },
    /// A call failed with what is no reason to continue.
    Call(Error<K>),
}

impl<K: fmt::Debug> fmt::Display for WaitError<K> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Failed { waiter } => {
                write!(f, "`{waiter}` cannot happen any more; look at what the operation answers")
            }
            Self::TimedOut { waiter, calls } => {
                write!(f, "`{waiter}` did not happen within {calls} calls; wait longer with `within`")
            }
            Self::Path { waiter, reason } => {
                write!(f, "`{waiter}` has an invalid JMESPath {reason}; correct the model of the service")
            }
            Self::Call(error) => fmt::Display::fmt(error, f),
        }
    }
}

impl<K: fmt::Debug> std::error::Error for WaitError<K> {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        if let Self::Call(error) = self { error.source() } else { None }
    }
}
