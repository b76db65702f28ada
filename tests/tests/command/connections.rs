//! Connections of the command: a listing uses one, however many pages it has.

use apigw_tests::command_folder::{CommandFolder, outcome};
use apigw_tests::loopback::{Answer, Loopback};

const PAGES: usize = 40;

/// The number of the page that a request asks for, counted from 0.
fn page(target: &str) -> usize {
    let position = target.split_once("position=").map(|(_, position)| position);
    let number = position.and_then(|position| position.split('&').next());
    number.map_or(0, |number| number.parse().expect("a position of this server"))
}

#[test]
fn all_pages_of_a_listing_use_one_connection() {
    let server = Loopback::start(|request| {
        let page = page(&request.target);
        let next = if page + 1 < PAGES { format!(r#","position":"{}""#, page + 1) } else { String::new() };
        Answer::json(format!(r#"{{"item":[{{"id":"{page}"}}]{next}}}"#))
    });

    let folder = CommandFolder::new();
    let mut command = folder.command();
    command.args(["get-resources", "--rest-api-id", "a1b2c3", "--query", "length(items)"]);
    command.args(["--endpoint-url", &server.url(), "--region", "us-east-1", "--no-sign-request"]);
    let shown = outcome(&mut command);

    assert_eq!((shown.stdout.as_str(), shown.stderr.as_str()), ("40\n", ""));
    assert_eq!(server.requests().count(), PAGES);
    assert_eq!(server.connections(), 1);
}
