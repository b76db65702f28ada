//! Settings: what the environment, the profile files and the command line configure. May import: `syntax`, `failure`.

pub(crate) mod profiles;
pub(crate) mod settings;
pub(crate) mod timestamps;
