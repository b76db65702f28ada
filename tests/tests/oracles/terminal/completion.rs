//! Lines of a shell that are completed by pressing the tabulator.

use crate::terminal::screen::Screen;

/// A line that grows: what is typed, then a tabulator, and the line then.
fn grow(screen: &Screen, steps: &[(&str, &str)]) {
    for (typed, line) in steps {
        screen.type_in(typed);
        screen.press("Tab");
        screen.wait_for_line(line);
    }
}

pub(crate) fn word_by_word() {
    let screen = Screen::completing();
    grow(
        &screen,
        &[
            ("apigw put-int", "apigw put-integration"),
            (" --ty", "apigw put-integration --type"),
            // The space after the option was put there.
            ("MO", "apigw put-integration --type MOCK"),
            ("--no-ver", "apigw put-integration --type MOCK --no-verify-ssl"),
        ],
    );
    screen.interrupt();
    grow(
        &screen,
        &[
            ("apigw put-integration --output=ta", "apigw put-integration --output=table"),
            ("--tls-c", "apigw put-integration --output=table --tls-config"),
            ("", "apigw put-integration --output=table --tls-config insecureSkipVerification="),
            ("t", "apigw put-integration --output=table --tls-config insecureSkipVerification=true"),
        ],
    );
    screen.interrupt();
    grow(
        &screen,
        &[
            (
                "apigw update-integration --patch-operations op=repl",
                "apigw update-integration --patch-operations op=replace",
            ),
            ("\x08,pa", "apigw update-integration --patch-operations op=replace,path="),
            ("/ur", "apigw update-integration --patch-operations op=replace,path=/uri"),
        ],
    );
    screen.interrupt();
    grow(&screen, &[("apigw expl", "apigw explain"), ("integration-uri-is-u", "apigw explain integration-uri-is-url")]);
}

pub(crate) fn values() {
    let screen = Screen::completing();
    grow(&screen, &[("apigw put-integration --type HT", "apigw put-integration --type HTTP")]);
    // Once to see that there is nothing to add, and once more to see what there is.
    screen.press("Tab");
    screen.press("Tab");
    screen.wait("both values", |text| {
        text.lines().any(|line| line.split_whitespace().collect::<Vec<_>>() == ["HTTP", "HTTP_PROXY"])
    });
    screen.wait_for_line("apigw put-integration --type HTTP");
    grow(&screen, &[("_", "apigw put-integration --type HTTP_PROXY")]);
}

pub(crate) fn files() {
    let screen = Screen::completing();
    screen.folder().write("inputs/my input.json", "{}");
    screen.folder().write(".aws/config", "[default]\nregion = eu-west-1\n[profile of-the-shop]\n");
    grow(
        &screen,
        &[
            (
                "apigw put-integration --cli-input-json file://inp",
                "apigw put-integration --cli-input-json file://inputs/",
            ),
            ("m", r"apigw put-integration --cli-input-json file://inputs/my\ input.json"),
            ("--prof", r"apigw put-integration --cli-input-json file://inputs/my\ input.json --profile"),
        ],
    );
    screen.interrupt();
    grow(
        &screen,
        &[
            ("apigw get-account --profile of", "apigw get-account --profile of-the-shop"),
            ("--region e", "apigw get-account --profile of-the-shop --region eu-west-1"),
        ],
    );
}

pub(crate) fn zsh() {
    let screen = Screen::completing_in_zsh();
    screen.folder().write("input.json", "{}");
    grow(
        &screen,
        &[
            ("apigw put-int", "apigw put-integration"),
            (" --ty", "apigw put-integration --type"),
            ("MO", "apigw put-integration --type MOCK"),
            ("--output=ta", "apigw put-integration --type MOCK --output=table"),
            ("--tls-c", "apigw put-integration --type MOCK --output=table --tls-config"),
            ("i", "apigw put-integration --type MOCK --output=table --tls-config insecureSkipVerification="),
        ],
    );
    screen.interrupt();
    let line = "apigw put-integration --cli-input-json";
    grow(&screen, &[(&format!("{line} file://i"), &format!("{line} file://input.json"))]);
    screen.interrupt();
    grow(&screen, &[("apigw put-integration --rest", "apigw put-integration --rest-api-id")]);
    screen.interrupt();
    screen.type_in("apigw put-integration --res");
    screen.press("Tab");
    screen.press("Tab");
    screen.wait("what is said of the options", |text| {
        text.contains("--resource-id  -- Identifier of the resource that the method belongs to")
    });
}
