//! The settings of the account.

use apigw_model::{Account, GetAccount, ThrottleSettings, UpdateAccount};

use crate::check::check_input;
use crate::patch::patched;
use crate::refusal::Answer;
use crate::store::State;

pub(super) fn get_account(state: &mut State, _: GetAccount) -> Answer<Account> {
    Ok(shown(&state.account))
}

pub(super) fn update_account(state: &mut State, input: UpdateAccount) -> Answer<Account> {
    check_input(state, &input)?;
    state.account = patched(&state.account, &input.patch_operations.unwrap_or_default())?;
    state.account_changed = true;
    Ok(shown(&state.account))
}

/// The account with what every account has.
fn shown(account: &Account) -> Account {
    let mut shown = account.clone();
    let throttle = ThrottleSettings::builder().burst_limit(5000).rate_limit(10_000.0).build();
    shown.throttle_settings.get_or_insert(throttle);
    shown.features.get_or_insert_with(|| vec!["UsagePlans".to_owned()]);
    shown.api_key_version.get_or_insert_with(|| "4".to_owned());
    shown
}
