//! A journey that needs no mouse: from the list of APIs to a finding in a method, through a test of it, to what two
//! deployments differ by.

use super::browser::{Browser, keys};
use super::shop::{HOSTILE, Shop};

pub(crate) fn by_keyboard() {
    let shop = Shop::open();
    let browser = Browser::start();
    browser.resize(1280, 900);
    browser.open(&shop.page(""));
    finds_the_method(&browser);
    sees_the_mistake(&browser);
    runs_the_test(&browser);
    runs_a_test_with_a_backend(&browser);
    leads_to_stages(&browser, &shop);
    compares(&browser);
    // Neither a script nor the policy had anything to report.
    assert_eq!(browser.log(), "");
}

fn finds_the_method(browser: &Browser) {
    let list = browser.wait_for("main table", "Pet shop");
    assert!(list.contains(HOSTILE), "{list}");
    assert_eq!(browser.run("return document.querySelectorAll('main img').length"), 0);
    browser.tab_to(&[], "link", "Pet shop");
    browser.press(&[], &[keys::ENTER]);
    browser.wait_for("h1", "Pet shop");
    assert_eq!(browser.focused(), ("heading".to_owned(), "Pet shop".to_owned()));
    browser.wait_for(".findings", "GET /pets/{petId}");

    // The tree is one stop; the arrow keys walk it.
    browser.tab_to(&[keys::SHIFT], "treeitem", "/");
    let walk = |key: &str, name: &str| {
        browser.press(&[], &[key]);
        assert_eq!(browser.focused(), ("treeitem".to_owned(), name.to_owned()), "{key:?}");
    };
    walk(keys::RIGHT, "/origins");
    walk(keys::LEFT, "/origins");
    walk(keys::DOWN, "/pets");
    walk(keys::LEFT, "/pets");
    walk(keys::END, "/pets");
    walk(keys::RIGHT, "/pets");
    walk(keys::DOWN, "GET /pets");
    walk(keys::END, "GET /pets/{petId}, 1 warning");
    walk(keys::LEFT, "/pets/{petId}");
    walk("g", "GET /pets/{petId}, 1 warning");
    browser.press(&[], &[keys::ENTER]);
    browser.wait_for("h1", "/pets/{petId}");
    assert_eq!(browser.focused(), ("heading".to_owned(), "GET /pets/{petId}".to_owned()));
}

fn sees_the_mistake(browser: &Browser) {
    browser.tab_to(&[], "tab", "Method request Authorization NONE 2 parameters");
    for step in ["Integration request", "Integration", "Integration response"] {
        browser.press(&[], &[keys::RIGHT]);
        browser.wait_for("[role=tabpanel] h2", step);
        assert_eq!(browser.run("return document.querySelectorAll('main dd:empty').length"), 0, "{step}");
    }
    assert_eq!(browser.focused(), ("tab".to_owned(), "Integration response 1 warning Status 200".to_owned()));
    let step = browser.wait_for("[role=tabpanel]", "Integration response");
    for part in ["this template renders to no JSON", "template-is-never-json", "X-Shop", "$input.params('petId')"] {
        assert!(step.contains(part), "`{part}` is not in {step}");
    }
    browser.press(&[], &[keys::RIGHT, keys::RIGHT]);
    assert_eq!(browser.focused().1, "Method request Authorization NONE 2 parameters");
    assert!(browser.wait_for("[role=tabpanel]", "Method request").contains("petId"));
}

fn runs_the_test(browser: &Browser) {
    browser.tab_to(&[keys::SHIFT], "link", "Test");
    browser.press(&[], &[keys::ENTER]);
    browser.wait_for("form h2", "Request");
    browser.tab_to(&[], "textbox", "Path");
    browser.press(&[keys::CONTROL], &["a"]);
    browser.type_text("/pets/7");
    browser.press(&[], &[keys::TAB]);
    browser.type_text("verbose=true");
    browser.press(&[], &[keys::TAB]);
    assert_eq!(browser.focused(), ("textbox".to_owned(), "Headers".to_owned()));
    browser.type_text("X-Who: you");
    browser.press(&[keys::CONTROL], &[keys::ENTER]);

    browser.wait_for("#answer-status", "200");
    let answer = browser.wait_for("[aria-labelledby=answer-title]", "completed with status").replace(['\n', '\t'], " ");
    for part in [r#""id": "7""#, r#""for": "you""#, "X-Shop pets", "Method request query string: {verbose=true}"] {
        assert!(answer.contains(part), "`{part}` is not in {answer}");
    }
    assert_eq!(groups(browser), ["Method request", "Integration response", "Method response", "Result"]);
    assert_eq!(browser.wait_for("#status", "test"), "The test ended with status 200.");
}

fn runs_a_test_with_a_backend(browser: &Browser) {
    browser.tab_to(&[keys::SHIFT], "treeitem", "GET /pets/{petId}, 1 warning");
    browser.press(&[], &["o", keys::DOWN]);
    // `/origins` is folded, so what comes next is its neighbour.
    assert_eq!(browser.focused().1, "/pets");
    browser.press(&[], &["o", keys::RIGHT, keys::DOWN, keys::DOWN]);
    assert_eq!(browser.focused().1, "POST /origins");
    browser.press(&[], &[keys::ENTER]);
    browser.wait_for("h1", "/origins");
    browser.tab_to(&[], "link", "Test");
    browser.press(&[], &[keys::ENTER]);
    browser.wait_for("form h2", "Request");
    browser.tab_to(&[], "button", "Run the test");
    browser.press(&[], &[keys::ENTER]);
    browser.wait_for("#answer-status", "200");
    let steps =
        ["Method request", "Integration request", "Integration", "Integration response", "Method response", "Result"];
    assert_eq!(groups(browser), steps);
}

/// The steps that wrote the log.
fn groups(browser: &Browser) -> Vec<String> {
    let found = browser.run("return [...document.querySelectorAll('.log h4')].map((step) => step.innerText)");
    serde_json::from_value(found).unwrap()
}

/// What a stage serves has an origin of its own.
fn leads_to_stages(browser: &Browser, shop: &Shop) {
    browser.tab_to(&[keys::SHIFT], "link", "Stages");
    browser.press(&[], &[keys::ENTER]);
    let port = shop.server.url().rsplit_once(':').unwrap().1.to_owned();
    let url = format!("http://{}.execute-api.localhost:{port}/prod", shop.api);
    let shown = browser.wait_for("main", "Deployments");
    assert!(shown.contains(&url), "{url} is not in {shown}");
    browser.tab_to(&[], "link", &url);
    assert_eq!(browser.run("return document.querySelectorAll('main dd:empty').length"), 0);
}

fn compares(browser: &Browser) {
    browser.tab_to(&[keys::SHIFT], "link", "Compare");
    browser.press(&[], &[keys::ENTER]);
    let counted = browser.wait_for("#difference", "differ");
    assert_eq!(counted, "2 methods differ; 2 are the same.");
    let shown = browser.wait_for("main", "changed");
    for part in ["added GET /origins", "changed GET /pets", "−", "{\"name\": \"Bella\"}"] {
        assert!(shown.replace('\n', " ").contains(part), "`{part}` is not in {shown}");
    }

    // The first choice is the API as it is now, in which a method has come.
    browser.tab_to(&[], "combobox", "After");
    browser.press(&[], &["T"]);
    browser.wait_for("#difference", "3 methods differ; 2 are the same.");
    assert!(browser.wait_for("main", "DELETE").contains("added"));
}
