//! Answers that come when something else is shown, and differences in which something is easily lost.

use serde_json::{Value, json};

use super::browser::Browser;
use super::shop::Shop;

/// Holds the answers to requests whose addresses contain a text, until they are released one after the other; then waits
/// until the page had the time to use them.
const HOLD: &str = "
    const ask = window.fetch;
    const held = [];
    window.hold = '';
    window.fetch = (address, ...more) => (window.hold && String(address).includes(window.hold)
      ? new Promise((go) => held.push(() => go(ask(address, ...more))))
      : ask(address, ...more));
    window.held = () => held.length;
    window.release = async (index) => {
      held.splice(index, 1)[0]();
      for (let round = 0; round < 5; round++) await (await ask('/account')).json();
    };";

/// Holds what contains a text, and does something that asks for it.
fn hold(browser: &Browser, part: &str, action: &str, count: usize) {
    browser.run(&format!("window.hold = {}; {action}", json!(part)));
    let held = "while (window.held() < arguments_count) await new Promise((go) => setTimeout(go, 10));";
    browser.run(&format!("return (async () => {{ {} }})()", held.replace("arguments_count", &count.to_string())));
    browser.run("window.hold = ''");
}

fn release(browser: &Browser, index: usize) {
    browser.run(&format!("return window.release({index})"));
}

/// Where the page is, whether it has a side, and what is said to those who listen.
fn place(browser: &Browser) -> (Value, Value, String) {
    let side = browser.run("return !document.getElementById('side').hidden");
    (browser.run("return location.hash"), side, browser.text("#status").unwrap_or_default())
}

pub(crate) fn answers() {
    let shop = Shop::open();
    let browser = Browser::start();
    browser.open(&shop.page(""));
    browser.wait_for("main table", "Pet shop");
    browser.run(HOLD);

    // A page that another takes the place of before it is shown.
    let compare = format!("location.hash = '#/apis/{}/compare'", shop.api);
    hold(&browser, "/_apigw/findings/", &compare, 1);
    browser.run("location.hash = '#/'");
    browser.wait_for("main table", "Pet shop");
    release(&browser, 0);
    assert_eq!(place(&browser), (json!("#/"), json!(false), String::new()));

    // A difference that is chosen before another one, and comes after it.
    browser.run(&compare);
    browser.wait_for("#difference", "2 methods differ");
    let pick = "const after = document.getElementById('compare-after'); \
                const pick = (index) => { after.selectedIndex = index; after.dispatchEvent(new Event('change')); };";
    hold(&browser, "/_apigw/snapshots/", &format!("{pick} pick(0); pick(1);"), 4);
    for index in [3, 2] {
        release(&browser, index);
    }
    let last = browser.wait_for("#difference", "2 methods differ");
    for index in [1, 0] {
        release(&browser, index);
    }
    assert_eq!(browser.text("#difference"), Some(last));

    // A difference and a test that end when their page is gone.
    hold(&browser, "/_apigw/snapshots/", &format!("{pick} pick(0);"), 2);
    let before = browser.text("#status");
    let method = browser.run("return document.querySelector('[role=treeitem][data-key*=\"/GET\"]').dataset.key");
    browser.run(&format!("location.hash = '#/apis/{}/methods/{}/test'", shop.api, method.as_str().unwrap()));
    browser.wait_for("form h2", "Request");
    for index in [1, 0] {
        release(&browser, index);
    }
    assert_eq!(browser.text("#status"), before);
    hold(&browser, "/methods/", "document.querySelector('form').requestSubmit()", 1);
    browser.run(&format!("location.hash = '#/apis/{}'", shop.api));
    browser.wait_for("main", "Findings");
    release(&browser, 0);
    assert_eq!(browser.text("#status"), before);

    fails(&browser);
}

/// A page that cannot be shown has no side, and nobody hears that it was read again.
fn fails(browser: &Browser) {
    let before = browser.text("#status").unwrap_or_default();
    browser.run("location.hash = '#/apis/nothing'");
    browser.wait_for("main", "This cannot be shown");
    let failed = (json!("#/apis/nothing"), json!(false), before);
    assert_eq!(place(browser), failed);
    browser.run(
        "document.getElementById('reload').click(); return (async () => { \
         while (document.getElementById('main').hasAttribute('aria-busy')) await new Promise((go) => setTimeout(go, 10)); })()",
    );
    assert_eq!(place(browser), failed);
    browser.run("location.hash = '#/'");
    browser.wait_for("main table", "Pet shop");
    browser.run("document.getElementById('reload').click()");
    browser.wait_for("#status", "Everything was read again.");
}

pub(crate) fn differences() {
    let shop = Shop::open();
    let browser = Browser::start();
    browser.open(&shop.page(""));
    browser.wait_for("main table", "Pet shop");
    let call = |name: &str, arguments: &Value| {
        let script = "return import('/_apigw/difference.js').then((module) => module.NAME(...ARGUMENTS))";
        browser.run(&script.replace("NAME", name).replace("ARGUMENTS", &arguments.to_string()))
    };

    // Empty lines are lines; a text that is absent has none.
    let lines = call("lineDifference", &json!(["a\n\nb", "a\n\n\nb"]));
    assert_eq!(lines, json!([["kept", "a"], ["kept", ""], ["added", ""], ["kept", "b"]]));
    let added =
        browser.run("return import('/_apigw/difference.js').then((all) => all.lineDifference(undefined, 'a\\n'))");
    assert_eq!(added, json!([["added", "a"], ["added", ""]]));

    // Names that objects have by themselves, names that two have, and resources without methods.
    let validator = |name: &str, body: bool| json!({ "name": name, "validateRequestBody": body });
    let before = json!({
        "validators": { "1": validator("all", true), "2": validator("all", false) },
        "resources": { "r": { "id": "r", "path": "/" } },
    });
    let after = json!({
        "models": { "constructor": { "schema": "{}" }, "m": { "name": "__proto__", "schema": "{}" } },
        "validators": { "1": validator("all", true), "2": validator("all", true) },
        "resources": { "s": { "id": "s", "path": "/" }, "p": { "id": "p", "path": "/pets", "pathPart": "pets" } },
    });
    let found = call("difference", &json!([before, after]));
    let rest: Vec<String> = found["rest"]
        .as_array()
        .unwrap()
        .iter()
        .flat_map(|kind| {
            let differ = kind["differ"].as_array().unwrap().iter();
            differ.map(move |one| format!("{} {} {}", kind["title"], one["state"], one["key"]).replace('"', ""))
        })
        .collect();
    let expected = [
        "Resources added /pets",
        "Models added __proto__",
        "Models added constructor",
        "Request validators changed all (2)",
    ];
    assert_eq!(rest, expected, "{found}");
    assert_eq!((&found["same"], &found["methods"]), (&json!(0), &json!([])));
}
