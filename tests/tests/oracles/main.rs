//! Comparisons with other implementations, and with terminals: what needs a tool that the machine may not have.
//!
//! Without its tool a test is counted as ignored; with `APIGW_REQUIRE_TOOLS` it fails. `cargo verify` installs the tools.

mod aws_examples;
mod conformance;
mod console;
mod differential;
mod events;
mod groff;
mod home;
mod import;
mod live;
mod mfa_codes;
mod models;
mod pseudo_terminal;
mod sarif;
mod terminal;
mod velocity;

use apigw_tests::trials;

fn main() {
    trials::run(&[
        aws_examples::GROUP,
        conformance::GROUP,
        console::GROUP,
        differential::GROUP,
        events::GROUP,
        groff::GROUP,
        home::GROUP,
        import::GROUP,
        live::GROUP,
        live::GROUP_OF_LOCAL,
        mfa_codes::GROUP,
        mfa_codes::GROUP_OF_BOTH,
        models::GROUP,
        pseudo_terminal::GROUP,
        sarif::GROUP,
        terminal::GROUP,
        velocity::GROUP,
    ]);
}
