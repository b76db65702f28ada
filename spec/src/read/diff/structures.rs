//! Compares the shapes that stand in the same place: members, values, patterns and rules.

use std::collections::BTreeMap;

use super::change::{Action, Breaks, Change, Side, Subject};
use super::pairs::{Pair, same_json, type_of};
use crate::binding::Binding;
use crate::rule::{Rule, RuleSet, Severity};
use crate::secrecy::Secrecy;
use crate::shape::{Kind, Member, Structure, Text};

/// Says what changed from one shape to the other.
pub(super) fn compare(pair: &Pair, changes: &mut Vec<Change>) {
    match (pair.old.kind, pair.new.kind) {
        (Kind::Structure(old), Kind::Structure(new)) | (Kind::Union(old), Kind::Union(new)) => {
            members(pair, old, new, changes);
            rules(pair, old.rules, new.rules, changes);
            if old.error != new.error {
                let status = |error: Option<u16>| error.map_or("none".to_owned(), |status| status.to_string());
                let detail = format!("has the HTTP status {}, was {}", status(new.error), status(old.error));
                changes.push(Change::changed(side(pair), Subject::Error, pair.new.name(), detail, Breaks::NONE));
            }
        }
        (Kind::String(old), Kind::String(new)) => text(pair, old, new, changes),
        _ => {}
    }
}

/// What is sent and received counts as sent.
fn side(pair: &Pair) -> Side {
    if pair.sent { Side::Request } else { Side::Answer }
}

fn subject(member: &Member) -> Subject {
    if member.required { Subject::RequiredMember } else { Subject::OptionalMember }
}

fn members(pair: &Pair, old: Structure, new: Structure, changes: &mut Vec<Change>) {
    let place = |member: &Member| format!("{}.{}", pair.new.name(), member.name);
    for member in new.members {
        let Some((_, before)) = old.member(member.name) else {
            let breaks = if member.required && pair.sent { Breaks::ALL } else { Breaks::NONE };
            changes.push(Change::came_or_went(side(pair), Action::Added, subject(member), place(member), breaks));
            continue;
        };
        for (detail, breaks) in member_changes(pair, before, member) {
            changes.push(Change::changed(side(pair), subject(member), &place(member), detail, breaks));
        }
    }
    for member in old.members.iter().filter(|member| new.member(member.name).is_none()) {
        changes.push(Change::came_or_went(side(pair), Action::Removed, subject(member), place(member), Breaks::ALL));
    }
}

fn member_changes(pair: &Pair, old: &Member, new: &Member) -> Vec<(String, Breaks)> {
    let mut changes = Vec::new();
    match (old.required, new.required) {
        // A member that is surely there has another Rust type than one that may be missing.
        (false, true) => {
            let breaks = if pair.sent { Breaks::ALL } else { Breaks::RUST };
            changes.push(("is required now".to_owned(), breaks));
        }
        (true, false) => {
            let breaks = if pair.received { Breaks::ALL } else { Breaks::RUST };
            changes.push(("is optional now".to_owned(), breaks));
        }
        _ => {}
    }

    let (was, is) = (type_of(old.target.shape()), type_of(new.target.shape()));
    let same_json = same_json(old.target.shape(), new.target.shape());
    if was != is || !same_json {
        let breaks = Breaks { rust: was != is, json: !same_json, shell: was != is && !same_json };
        let detail = if was == is { format!("is {is} in another format") } else { format!("is {is}, was {was}") };
        changes.push((detail, breaks));
    }

    let in_body = |member: &Member| matches!(member.binding, Binding::Body | Binding::Payload);
    if old.binding != new.binding {
        let breaks = Breaks { json: in_body(old) || in_body(new), ..Breaks::NONE };
        changes.push((format!("travels {}, was {}", way(new.binding), way(old.binding)), breaks));
    } else if old.wire_name != new.wire_name {
        let breaks = Breaks { json: true, ..Breaks::NONE };
        changes.push((format!("is `{}` in JSON, was `{}`", new.wire_name, old.wire_name), breaks));
    }

    if old.secrecy != new.secrecy {
        let detail = match new.secrecy {
            Secrecy::Public => "is no longer sensitive",
            Secrecy::Whole => "is now sensitive",
            Secrecy::Expression | Secrecy::Url => "is now sensitive in part",
        };
        changes.push((detail.to_owned(), Breaks::NONE));
    }

    changes
}

/// How a member travels, in words.
fn way(binding: Binding) -> String {
    match binding {
        Binding::Body => "in the body".to_owned(),
        Binding::Label => "in the path".to_owned(),
        Binding::Query(name) => format!("as the query parameter `{name}`"),
        Binding::QueryMap => "as query parameters".to_owned(),
        Binding::Header(name) => format!("as the header `{name}`"),
        Binding::EncodedHeader(name) => format!("as the header `{name}` in base64"),
        Binding::PrefixHeaders(prefix) => format!("as headers with the prefix `{prefix}`"),
        Binding::Payload => "as the body".to_owned(),
        Binding::Events => "as the events of the body".to_owned(),
        Binding::EventHeader => "as a header of the event".to_owned(),
        Binding::EventPayload => "as the payload of the event".to_owned(),
        Binding::StatusCode => "as the status code".to_owned(),
    }
}

fn text(pair: &Pair, old: Text, new: Text, changes: &mut Vec<Change>) {
    let name = pair.new.name();
    if let (Some(was), Some(is)) = (old.values.listed(), new.values.listed()) {
        let value = |value: &str| format!("{name}.{value}");
        for added in is.iter().filter(|value| !was.contains(value)) {
            let change =
                Change::came_or_went(side(pair), Action::Added, Subject::EnumValue, value(added), Breaks::NONE);
            changes.push(change);
        }
        // A value that is gone from what is received does not come any more; only its Rust name is missed.
        let breaks = if pair.sent { Breaks::ALL } else { Breaks::RUST };
        for removed in was.iter().filter(|value| !is.contains(value)) {
            changes.push(Change::came_or_went(side(pair), Action::Removed, Subject::EnumValue, value(removed), breaks));
        }
    }
    if old.pattern != new.pattern {
        let quoted = |pattern: Option<&str>| pattern.map_or("no pattern".to_owned(), |p| format!("the pattern `{p}`"));
        let detail = format!("has {}, had {}", quoted(new.pattern), quoted(old.pattern));
        let breaks = if pair.sent && new.pattern.is_some() { Breaks::ALL } else { Breaks::NONE };
        changes.push(Change::changed(side(pair), Subject::Text, name, detail, breaks));
    }
}

/// Compares rules. A new error breaks every caller whose requests it rejects; one that is gone breaks none.
fn rules(pair: &Pair, old: &RuleSet, new: &RuleSet, changes: &mut Vec<Change>) {
    let severities: BTreeMap<&str, Severity> = new.rules.iter().map(|rule| (rule.id, rule.severity)).collect();
    let (was, is) = (words(old), words(new));
    let breaks = |id: &&str| {
        let refuses = severities.get(id).is_none_or(|severity| *severity == Severity::Error);
        if refuses { Breaks::ALL } else { Breaks::NONE }
    };

    for (id, words) in &is {
        match was.get(id) {
            None => {
                let change =
                    Change::came_or_went(Side::Request, Action::Added, Subject::Rule, (*id).to_owned(), breaks(id));
                changes.push(change);
            }
            Some(before) if before != words => {
                let detail = format!("is checked differently on `{}`", pair.new.name());
                changes.push(Change::changed(Side::Request, Subject::Rule, id, detail, breaks(id)));
            }
            Some(_) => {}
        }
    }

    for id in was.keys().filter(|id| !is.contains_key(*id)) {
        let change =
            Change::came_or_went(Side::Request, Action::Removed, Subject::Rule, (*id).to_owned(), Breaks::NONE);
        changes.push(change);
    }
}

/// What each rule says, in a form that does not depend on the position of members. The patch table counts as a rule.
fn words(rules: &RuleSet) -> BTreeMap<&'static str, String> {
    // Why a rule is there and how it is known can be said better without checking anything differently.
    let checked = |rule: &Rule| without_positions(&format!("{:?}", (rule.each, rule.when, rule.demand, rule.severity)));
    let mut words: BTreeMap<_, _> = rules.rules.iter().map(|rule| (rule.id, checked(rule))).collect();
    if let Some(patch) = rules.patch {
        words.insert("patch operations", without_positions(&format!("{patch:?}")));
    }
    words
}

/// The text without the numbers that follow `index: `.
fn without_positions(text: &str) -> String {
    let mut pieces = text.split("index: ");
    let mut kept = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        kept.push_str(piece.trim_start_matches(|c: char| c.is_ascii_digit()));
    }
    kept
}
