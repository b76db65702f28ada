//! What a command says that is built without the service on this machine.

use crate::failure::Failure;

fn absent() -> Failure {
    Failure::general("this command is built without its feature `local`; build it with `--features local`")
}

/// `apigw local`.
pub(super) mod local {
    use crate::failure::Failure;
    use crate::syntax::extra_args::LocalAction;
    use crate::syntax::globals::Globals;

    pub(in crate::commands) fn run(_: &LocalAction, _: &Globals) -> Result<(), Failure> {
        Err(super::absent())
    }
}

/// `apigw try`.
pub(super) mod try_call {
    use crate::failure::Failure;
    use crate::syntax::globals::Globals;

    pub(in crate::commands) fn run(_: &[String], _: &[String], _: &Globals) -> Result<(), Failure> {
        Err(super::absent())
    }
}

/// Calls that the command runs itself.
pub(super) mod offline {
    use apigw_cli_text::document::Map;

    use crate::config::settings::Settings;
    use crate::failure::Failure;
    use crate::input::value::InputValue;
    use crate::syntax::globals::Globals;
    use crate::syntax::operation::{OfflineArgs, OperationArgs};
    use crate::transport::sender::Sender;

    /// There is none.
    pub(in crate::commands) enum ApiFile {}

    pub(in crate::commands) fn read_api_file(call: &OperationArgs, _: &mut Map) -> Result<Option<ApiFile>, Failure> {
        let is_named = call.offline.as_ref().is_some_and(|offline| offline.api.is_some());
        if is_named { Err(super::absent()) } else { Ok(None) }
    }

    pub(in crate::commands) fn run(
        _: (&InputValue, &Map),
        _: &OperationArgs,
        _: &OfflineArgs,
        _: (Option<&ApiFile>, Option<&Sender>),
        _: &Settings,
        _: &Globals,
    ) -> Result<(), Failure> {
        Err(super::absent())
    }

    pub(in crate::commands) fn run_case(_: &str, _: &OperationArgs, _: &Globals) -> Result<(), Failure> {
        Err(super::absent())
    }
}
