//! Requests sent through the client, and their replies. May import: `terminal`, `input`, `config`, `syntax`, `failure`.

pub(crate) mod client_config;
pub(crate) mod local_store;
pub(crate) mod paginator;
pub(crate) mod reply;
pub(crate) mod retries;
pub(crate) mod sender;
pub(crate) mod timestamp;
