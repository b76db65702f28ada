//! `--local`: the service as a store on this machine, in this process.

use apigw_client::ClientBuilder;

use crate::failure::Failure;

#[cfg(feature = "local")]
pub(crate) use present::{connected, path, set_own};

/// What a command says that is built without a store.
#[cfg(not(feature = "local"))]
pub(crate) fn connected(_: ClientBuilder, _: &str) -> Result<ClientBuilder, Failure> {
    Err(Failure::general("this command is built without its feature `local`; build it with `--features local`"))
}

#[cfg(feature = "local")]
mod present {
    use std::path::PathBuf;
    use std::sync::OnceLock;

    use apigw_local::{Local, Settings};

    use super::{ClientBuilder, Failure};
    use crate::terminal::stdout;

    /// The store that the command itself has made, if it has.
    static OWN: OnceLock<Local> = OnceLock::new();

    /// Lets a store in memory answer that the command has made.
    pub(crate) fn set_own(local: Local) {
        // A command makes one store.
        let _ = OWN.set(local);
    }

    /// A builder whose client is answered by the store in a file; an empty name stands for the store that the command has
    /// made, or else for the file of the user.
    pub(crate) fn connected(builder: ClientBuilder, file: &str) -> Result<ClientBuilder, Failure> {
        let local = match OWN.get() {
            Some(local) => local.clone(),
            None => open(file)?,
        };
        // No name is looked up and nothing is sent: the endpoint is what messages show.
        Ok(builder.unsigned().endpoint_url("http://localhost").transport(local.transport()))
    }

    /// The file with a name; an empty one stands for the file of the user.
    pub(crate) fn path(file: &str) -> Result<PathBuf, Failure> {
        if file.is_empty() { own_file() } else { Ok(PathBuf::from(file)) }
    }

    fn open(file: &str) -> Result<Local, Failure> {
        let path = path(file)?;
        let mut settings = Settings::default();
        settings.on_problem = |problem| stdout::print_error(&format!("apigw: warning: {problem}\n"));
        Local::open(&path, settings).map_err(|error| Failure::general(error.to_string()))
    }

    /// The file of the user, among the files of programs that are worth keeping but no settings.
    fn own_file() -> Result<PathBuf, Failure> {
        let folder = |name: &str| std::env::var_os(name).map(PathBuf::from).filter(|path| path.is_absolute());
        let home = || std::env::home_dir().filter(|home| home.is_absolute());
        let found = if cfg!(windows) {
            folder("LOCALAPPDATA")
        } else {
            folder("XDG_STATE_HOME").or_else(|| Some(home()?.join(".local").join("state")))
        };
        let found = found.ok_or_else(|| {
            Failure::general("no folder for the store is known, since there is no home directory; use --local=FILE")
        })?;
        Ok(found.join("apigw").join("local.redb"))
    }
}
