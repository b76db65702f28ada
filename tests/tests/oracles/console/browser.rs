//! Chromium without a window, controlled over `WebDriver`.

use std::path::PathBuf;
use std::process::Command;
use std::time::{Duration, Instant};

use apigw_model::blob::from_base64;
use apigw_tests::exchange::exchange_json;
use serde_json::{Value, json};

use crate::live::server::LiveServer;

/// How long a page may take on a busy machine.
const PATIENCE: Duration = Duration::from_mins(1);

/// How many stops of the Tab key a page has at most.
const STOPS: usize = 60;

/// The keys that tests press, as the protocol writes them.
pub(crate) mod keys {
    pub(crate) const TAB: &str = "\u{e004}";
    pub(crate) const ENTER: &str = "\u{e007}";
    pub(crate) const SHIFT: &str = "\u{e008}";
    pub(crate) const CONTROL: &str = "\u{e009}";
    pub(crate) const END: &str = "\u{e010}";
    pub(crate) const LEFT: &str = "\u{e012}";
    pub(crate) const RIGHT: &str = "\u{e014}";
    pub(crate) const DOWN: &str = "\u{e015}";
}

/// Says what has the focus, and whether a user can see that: its name, and the outline of it or of its line in the tree.
const FOCUSED: &str = "
    const element = document.activeElement;
    const shown = [element, element.querySelector(':scope > .row')].filter(Boolean);
    return shown.some((one) => getComputedStyle(one).outlineStyle !== 'none' || one.tagName === 'BODY');";

/// A browser with one page.
pub(crate) struct Browser {
    driver: LiveServer,
    session: String,
}

impl Browser {
    /// Starts a browser.
    pub(crate) fn start() -> Self {
        let driver = LiveServer::start(Command::new("chromedriver"), |port| vec![format!("--port={port}")]);
        let mut browser = Self { driver, session: String::new() };
        // The page is ours alone, and a container has no room for a second one around it.
        let arguments =
            ["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--hide-scrollbars"];
        let options = json!({ "goog:chromeOptions": { "args": arguments }, "goog:loggingPrefs": { "browser": "ALL" } });
        let made = browser.send("POST", "/session", &json!({ "capabilities": { "alwaysMatch": options } }));
        browser.session = format!("/session/{}", made["sessionId"].as_str().unwrap());
        browser
    }

    fn send(&self, method: &str, target: &str, body: &Value) -> Value {
        let (status, mut answer) = exchange_json(&self.driver.url(), method, target, body).unwrap();
        assert_eq!(status, 200, "{method} {target}: {answer}");
        answer["value"].take()
    }

    fn post(&self, target: &str, body: &Value) -> Value {
        self.send("POST", &format!("{}{target}", self.session), body)
    }

    fn get(&self, target: &str) -> String {
        self.send("GET", &format!("{}{target}", self.session), &Value::Null).as_str().unwrap_or_default().to_owned()
    }

    /// Opens a page.
    pub(crate) fn open(&self, url: &str) {
        self.post("/url", &json!({ "url": url }));
    }

    /// Runs the body of a function on the page.
    pub(crate) fn run(&self, script: &str) -> Value {
        self.post("/execute/sync", &json!({ "script": script, "args": [] }))
    }

    /// The text of the first element that a selector finds; nothing if there is none.
    pub(crate) fn text(&self, selector: &str) -> Option<String> {
        let script = format!("return document.querySelector({})?.innerText", json!(selector));
        self.run(&script).as_str().map(str::to_owned)
    }

    /// Waits until an element has a text in it.
    pub(crate) fn wait_for(&self, selector: &str, part: &str) -> String {
        let began = Instant::now();
        loop {
            let text = self.text(selector);
            if let Some(text) = text.as_ref().filter(|text| text.contains(part)) {
                return text.clone();
            }
            assert!(began.elapsed() < PATIENCE, "{selector} has no `{part}`: {text:?}\n{}", self.log());
            std::thread::sleep(Duration::from_millis(20));
        }
    }

    /// The role and the name of what has the focus, as a screen reader says them.
    pub(crate) fn focused(&self) -> (String, String) {
        let active = self.send("GET", &format!("{}/element/active", self.session), &Value::Null);
        let id = active.as_object().and_then(|active| active.values().next()).and_then(Value::as_str).unwrap();
        (self.get(&format!("/element/{id}/computedrole")), self.get(&format!("/element/{id}/computedlabel")))
    }

    /// Presses keys one after the other while others are held.
    pub(crate) fn press(&self, held: &[&str], pressed: &[&str]) {
        let down = |key: &&str| json!({ "type": "keyDown", "value": key });
        let up = |key: &&str| json!({ "type": "keyUp", "value": key });
        let mut actions: Vec<Value> = held.iter().map(down).collect();
        actions.extend(pressed.iter().flat_map(|key| [down(key), up(key)]));
        actions.extend(held.iter().rev().map(up));
        self.post("/actions", &json!({ "actions": [{ "type": "key", "id": "keyboard", "actions": actions }] }));
    }

    /// Types a text.
    pub(crate) fn type_text(&self, text: &str) {
        let keys: Vec<String> = text.chars().map(String::from).collect();
        self.press(&[], &keys.iter().map(String::as_str).collect::<Vec<_>>());
    }

    /// Goes from stop to stop until one has a role and a name. Each stop on the way has to be seen.
    pub(crate) fn tab_to(&self, held: &[&str], role: &str, name: &str) {
        let mut passed = Vec::new();
        for _ in 0..STOPS {
            self.press(held, &[keys::TAB]);
            let focused = self.focused();
            assert_eq!(self.run(FOCUSED), true, "a focus that cannot be seen: {focused:?}");
            if focused.0 == role && focused.1 == name {
                return;
            }
            passed.push(focused);
        }
        panic!("no {role} `{name}` among {passed:?}");
    }

    fn devtools(&self, command: &str, parameters: &Value) -> Value {
        self.post("/goog/cdp/execute", &json!({ "cmd": command, "params": parameters }))
    }

    /// Makes the page as wide and as high as this.
    pub(crate) fn resize(&self, width: u32, height: u32) {
        let size = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
        self.devtools("Emulation.setDeviceMetricsOverride", &size);
    }

    /// Lets the user prefer a colour scheme.
    pub(crate) fn prefer(&self, scheme: &str) {
        let feature = json!({ "name": "prefers-color-scheme", "value": scheme });
        self.devtools("Emulation.setEmulatedMedia", &json!({ "features": [feature] }));
    }

    /// Keeps a picture of the page below the build folder.
    pub(crate) fn picture(&self, name: &str) {
        let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("../console");
        std::fs::create_dir_all(&folder).unwrap();
        let taken = self.devtools("Page.captureScreenshot", &json!({}));
        let image = from_base64(taken["data"].as_str().unwrap()).unwrap();
        std::fs::write(folder.join(format!("{name}.png")), image).unwrap();
    }

    /// What the page reported: errors of scripts, and what its policy stopped.
    pub(crate) fn log(&self) -> String {
        let entries = self.post("/se/log", &json!({ "type": "browser" }));
        let lines = entries.as_array().unwrap().iter().map(|entry| format!("{}: {}", entry["level"], entry["message"]));
        lines.collect::<Vec<_>>().join("\n")
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        // The driver ends after this, and would leave the browser behind.
        if !self.session.is_empty() {
            let _ = exchange_json(&self.driver.url(), "DELETE", &self.session, &Value::Null);
        }
    }
}
