//! The calls of Terraform's provider for AWS, played on the service: what it sends for each resource, and what of the
//! answers it writes into its state. `terraform.json` has them as data, each with the file of the provider it is from.
//!
//! A resource is made and read twice, each of its attributes is changed, and it is deleted. What is read must be what was
//! asked for, a change must show and leave everything else as it was, and what is gone must be answered as the provider
//! expects it. Where the provider takes two answers for the same, so does this: what is empty is absent.

use std::cell::Cell;
use std::collections::BTreeMap;
use std::fmt::Write as _;

use apigw_local::{Local, Settings};
use apigw_model::server::Request;
use serde::Deserialize;
use serde_json::{Value, json};

/// The error that the provider takes for "not there".
const GONE: &str = "NotFoundException";

/// One call: `METHOD target`, its body, and what its answer tells.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Call {
    send: String,
    #[serde(default)]
    body: Value,
    /// Operations of a patch: the operation, the path, and the value, if there is one.
    patch: Option<Vec<Vec<String>>>,
    /// The status, if the call is refused.
    #[serde(default)]
    status: u16,
    /// What the message says then.
    #[serde(default)]
    says: String,
    /// The members of the answer to keep, by the names to keep them by.
    #[serde(default)]
    keep: BTreeMap<String, String>,
}

/// A changed attribute: the calls that change it, and the members of the state that differ then. `null` is absent.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Change {
    attribute: String,
    calls: Vec<Call>,
    shows: BTreeMap<String, Value>,
}

/// A resource of the provider from its creation to its deletion.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct LifeCycle {
    resource: String,
    /// The name that others need it by, if there are more of this resource.
    #[serde(default)]
    name: String,
    /// The file of the provider.
    source: String,
    /// The names of those that must be there before.
    #[serde(default)]
    needs: Vec<String>,
    create: Vec<Call>,
    /// What is read. The state is the answer to the last; the others must be there.
    read: Vec<String>,
    /// The part of the answer that is the state.
    #[serde(default)]
    part: String,
    /// The member and its value that the item of a list has which is the state.
    item: Option<(String, String)>,
    /// A member that has JSON as a string that is escaped once more.
    escaped: Option<String>,
    /// What the state must have.
    shows: BTreeMap<String, Value>,
    #[serde(default)]
    changes: Vec<Change>,
    /// The name of what has tags, if it has.
    arn: Option<String>,
    #[serde(default)]
    delete: Vec<Call>,
    /// Whether there is nothing to delete.
    #[serde(default)]
    stays: bool,
}

impl LifeCycle {
    fn name(&self) -> &str {
        if self.name.is_empty() { &self.resource } else { &self.name }
    }
}

/// A service, and what its answers told.
struct Player {
    local: Local,
    kept: BTreeMap<String, String>,
    calls: Cell<usize>,
}

impl Player {
    fn new() -> Self {
        let mut settings = Settings::default();
        settings.seed = Some(7);
        Self { local: Local::with(settings), kept: BTreeMap::new(), calls: Cell::new(0) }
    }

    /// A text with `{name}` replaced by what was kept by that name; `{%name}` is that as a segment of a path.
    fn filled(&self, text: &str) -> String {
        let mut out = text.to_owned();
        for (name, value) in &self.kept {
            out = out.replace(&format!("{{{name}}}"), value);
            out = out.replace(&format!("{{%{name}}}"), &encoded(value));
        }
        out
    }

    fn filled_json(&self, value: &Value) -> Value {
        match value {
            Value::String(text) => self.filled(text).into(),
            Value::Array(items) => items.iter().map(|item| self.filled_json(item)).collect(),
            Value::Object(members) => {
                let members = members.iter().map(|(name, value)| (self.filled(name), self.filled_json(value)));
                Value::Object(members.collect())
            }
            other => other.clone(),
        }
    }

    /// Sends a call: the status, the kind of the error if it is one, and the body.
    fn send(&self, method: &str, target: &str, body: &[u8]) -> (u16, String, Vec<u8>) {
        self.calls.set(self.calls.get() + 1);
        let answer = self.local.answer(&Request { method, target, headers: &[], body });
        let kind = answer.headers.iter().find(|(name, _)| name.eq_ignore_ascii_case("x-amzn-errortype"));
        (answer.status, kind.map(|(_, kind)| kind.clone()).unwrap_or_default(), answer.body)
    }

    fn play(&mut self, call: &Call, what: &str) {
        let send = self.filled(&call.send);
        let (method, target) = send.split_once(' ').expect("a method and a target");
        let operations = call.patch.iter().flatten().map(|operation| {
            let mut members = json!({"op": operation[0], "path": self.filled(&operation[1])});
            if let Some(value) = operation.get(2) {
                members["value"] = self.filled(value).into();
            }
            members
        });
        let body = match (&call.patch, &call.body) {
            (Some(_), _) => json!({"patchOperations": operations.collect::<Value>()}).to_string(),
            (None, Value::Null) => String::new(),
            (None, body) => self.filled_json(body).to_string(),
        };

        let (status, kind, answer) = self.send(method, target, body.as_bytes());
        let answer = String::from_utf8(answer).expect("text");
        let is_wanted = if call.status == 0 { status < 300 } else { status == call.status };
        assert!(is_wanted, "{what}: {send} {body}\n{status} {kind}: {answer}");
        assert!(answer.contains(&call.says), "{what}: {send} says {answer}");
        if !call.keep.is_empty() {
            let answer: Value = serde_json::from_str(&answer).expect("JSON");
            for (name, pointer) in &call.keep {
                let value = answer.pointer(pointer).and_then(Value::as_str);
                let value = value.unwrap_or_else(|| panic!("{what}: {send} has no {pointer}: {answer}"));
                self.kept.insert(name.clone(), value.to_owned());
            }
        }
    }

    /// What the provider has in its state after it reads, if there is something.
    fn state(&self, cycle: &LifeCycle, what: &str) -> Option<Value> {
        let mut state = Value::Null;
        for target in &cycle.read {
            let target = self.filled(target);
            let (status, kind, answer) = self.send("GET", &target, b"");
            let text = String::from_utf8(answer).expect("text");
            if kind == GONE {
                assert_eq!(status, 404, "{what}: GET {target}");
                return None;
            }
            assert_eq!(status, 200, "{what}: GET {target}: {text}");
            state = serde_json::from_str(&text).expect("JSON");
        }

        state = state.pointer(&self.filled(&cycle.part))?.clone();
        if let Some((member, value)) = &cycle.item {
            let value = self.filled(value);
            let mut items = state.as_array()?.iter().filter(|item| item[member.as_str()] == value.as_str());
            let found = items.next()?.clone();
            assert!(items.next().is_none(), "{what}: two items");
            state = found;
        }
        if let Some(member) = &cycle.escaped
            && let Some(text) = state[member.as_str()].as_str()
        {
            let once: String = serde_json::from_str(&format!("\"{text}\""))
                .unwrap_or_else(|error| panic!("{what}: {member} is not escaped ({error}): {text}"));
            state[member.as_str()] = serde_json::from_str(&once).expect("JSON in a string");
        }
        let dates = state.as_object().into_iter().flatten().filter(|(name, _)| name.ends_with("Date"));
        dates.for_each(|(name, date)| assert!(date.is_number(), "{what}: {name} is {date}"));
        // A change sets this date, which no resource but that of API keys has in its state, where nothing depends on it.
        state.as_object_mut().and_then(|members| members.remove("lastUpdatedDate"));
        drop_empty(&mut state);
        Some(state)
    }

    fn make(&mut self, cycle: &LifeCycle) -> Value {
        let what = format!("{}: create", cycle.name());
        for call in &cycle.create {
            self.play(call, &what);
        }
        let state = self.state(cycle, &what).unwrap_or_else(|| panic!("{what}: it is not there"));
        for (pointer, value) in &cycle.shows {
            let mut value = self.filled_json(value);
            drop_empty(&mut value);
            let found = state.pointer(&self.filled(pointer)).cloned().unwrap_or_default();
            assert!(is_same(&found, &value), "{what}: {pointer} is {found}, not {value}: {state}");
        }
        state
    }

    fn change(&mut self, cycle: &LifeCycle, change: &Change, mut state: Value) -> Value {
        let what = format!("{}: {}", cycle.name(), change.attribute);
        for call in &change.calls {
            self.play(call, &what);
        }
        for (pointer, value) in &change.shows {
            put(&mut state, &self.filled(pointer), self.filled_json(value));
        }
        drop_empty(&mut state);
        let after = self.state(cycle, &what).unwrap_or_else(|| panic!("{what}: it is not there"));
        assert!(is_same(&after, &state), "{what}: the state is\n{after}\nnot\n{state}");
        after
    }

    /// Changes the tags as the provider does: those that are to go first.
    fn retag(&mut self, cycle: &LifeCycle, mut state: Value) {
        let Some(arn) = cycle.arn.as_ref().map(|arn| encoded(&self.filled(arn))) else { return };
        let what = format!("{}: tags", cycle.name());
        let before = state["tags"].as_object().cloned().unwrap_or_default();
        let mut query = String::from("?");
        before.keys().for_each(|key| write!(query, "tagKeys={}&", encoded(key)).expect("a string"));
        let untag = format!("/tags/{arn}{}", query.trim_end_matches(['&', '?']));
        let tags = json!({"tags": {"Name": "renamed", "cost centre": "a/b"}});

        for (method, target, body) in [("DELETE", untag, Value::Null), ("PUT", format!("/tags/{arn}"), tags.clone())] {
            let (status, kind, answer) = self.send(method, &target, body.to_string().as_bytes());
            assert_eq!((status, kind.as_str()), (204, ""), "{what}: {target}: {}", String::from_utf8_lossy(&answer));
        }
        state["tags"] = tags["tags"].clone();
        assert_eq!(self.state(cycle, &what), Some(state), "{what}");
    }

    fn delete(&mut self, cycle: &LifeCycle) {
        let what = format!("{}: delete", cycle.name());
        for call in &cycle.delete {
            self.play(call, &what);
        }
        if !cycle.stays {
            assert_eq!(self.state(cycle, &what), None, "{what}");
        }
    }
}

/// A text as one segment of a path.
fn encoded(text: &str) -> String {
    text.bytes().fold(String::new(), |mut out, byte| {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => out.push(byte.into()),
            _ => write!(out, "%{byte:02X}").expect("a string"),
        }
        out
    })
}

/// Sets a member. Members on the way to it are made.
fn put(state: &mut Value, pointer: &str, value: Value) {
    let mut place = state;
    for name in pointer.split('/').skip(1) {
        let name = name.replace("~1", "/").replace("~0", "~");
        place = match place {
            Value::Array(items) => &mut items[name.parse::<usize>().expect("an index")],
            other => &mut other[name.as_str()],
        };
    }
    *place = value;
}

/// Takes away what is empty: the provider's state has a default in its place.
fn drop_empty(value: &mut Value) {
    match value {
        Value::Object(members) => {
            members.values_mut().for_each(drop_empty);
            members.retain(|_, value| !is_empty(value));
        }
        Value::Array(items) => items.iter_mut().for_each(drop_empty),
        _ => {}
    }
}

fn is_empty(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::String(text) => text.is_empty(),
        Value::Array(items) => items.is_empty(),
        Value::Object(members) => members.is_empty(),
        _ => false,
    }
}

/// Whether two values are the same to the provider: numbers by value, and lists of texts, which are sets, in any order.
fn is_same(one: &Value, other: &Value) -> bool {
    match (one, other) {
        (Value::Number(one), Value::Number(other)) => one.as_f64() == other.as_f64(),
        (Value::Array(one), Value::Array(other)) => {
            let is_in = |item: &Value| other.iter().any(|known| is_same(item, known));
            one.len() == other.len() && one.iter().all(is_in)
        }
        (Value::Object(one), Value::Object(other)) => {
            let is_in = |(name, value): (&String, &Value)| other.get(name).is_some_and(|known| is_same(value, known));
            one.len() == other.len() && one.iter().all(is_in)
        }
        _ => one == other || (is_empty(one) && is_empty(other)),
    }
}

fn life_cycles() -> Vec<LifeCycle> {
    serde_json::from_str(include_str!("terraform.json")).expect("life cycles")
}

/// Adds those that one needs, in the order in which they are made.
fn add_needed<'c>(all: &'c [LifeCycle], cycle: &'c LifeCycle, needed: &mut Vec<&'c LifeCycle>) {
    for name in &cycle.needs {
        let one = all.iter().find(|one| one.name() == name).unwrap_or_else(|| panic!("there is no {name}"));
        add_needed(all, one, needed);
        if !needed.iter().any(|known| known.name() == name) {
            needed.push(one);
        }
    }
}

#[test]
fn each_resource_is_made_read_changed_and_deleted() {
    let all = life_cycles();
    let mut calls = 0;
    for cycle in &all {
        assert!(cycle.source.starts_with("internal/service/apigateway/"), "{}", cycle.source);
        let mut needed = Vec::new();
        add_needed(&all, cycle, &mut needed);
        let mut player = Player::new();
        for one in &needed {
            player.make(one);
        }
        let mut state = player.make(cycle);
        assert_eq!(player.state(cycle, "again").as_ref(), Some(&state), "{}: read again", cycle.name());

        for change in &cycle.changes {
            state = player.change(cycle, change, state);
        }
        player.retag(cycle, state);
        player.delete(cycle);
        for one in needed.iter().rev() {
            player.delete(one);
        }
        calls += player.calls.get();
    }
    println!("{} life cycles, {calls} calls", all.len());
}

#[test]
fn a_whole_configuration_is_made_refreshed_and_destroyed() {
    let all = life_cycles();
    let mut player = Player::new();
    for cycle in &all {
        player.make(cycle);
    }
    let refresh =
        |player: &Player| -> Vec<Option<Value>> { all.iter().map(|cycle| player.state(cycle, cycle.name())).collect() };
    let states = refresh(&player);
    assert!(states.iter().all(Option::is_some));
    assert_eq!(refresh(&player), states);
    for cycle in all.iter().rev() {
        player.delete(cycle);
    }
    println!("{} resources, {} calls", all.len(), player.calls.get());
}
