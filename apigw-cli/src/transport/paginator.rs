//! Fetches pages in order, cut to the number of items requested, with a token to resume from.

use apigw_cli_text::document::{Document, Map};
use apigw_cli_text::python::{json as python_json, number, repr};
use apigw_cli_text::{base64, json};
use apigw_spec::{Operation, Pagination};

use crate::failure::Failure;
use crate::syntax::operation::Paging;

/// The key in a token for the number of items of its page that were printed.
const TRUNCATED: &str = "boto_truncate_amount";

/// The result of a listing besides its items.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Rest {
    /// Members of the first page that are not items.
    pub(crate) others: Map,
    /// The token to resume from, if items are left.
    pub(crate) token: Option<String>,
}

/// A member of the input that a page needs, with its value; without one the member is left out.
pub(crate) type Change<'a> = (&'a str, Option<&'a Document>);

/// Fetches pages and passes each to `visit`, with the members of the first page that are not items.
///
/// `fetch` gets the changes to the input of the previous page; for the first page, to the caller's input.
pub(crate) fn each(
    operation: &'static Operation,
    pagination: &Pagination,
    paging: &Paging,
    fetch: &mut dyn FnMut(&[Change<'_>]) -> Result<Map, Failure>,
    visit: &mut dyn FnMut(Map, &Map) -> Result<(), Failure>,
) -> Result<Rest, Failure> {
    let mut start = Start::new(paging.starting_token.as_deref(), pagination)?;
    let page_size = paging.page_size.map(Document::Integer);
    let page_size = pagination.page_size.zip(page_size.as_ref()).map(|(member, size)| (member, Some(size)));

    let mut rest = Rest::default();
    let mut token = start.token.clone();
    let mut previous: Option<PageToken> = None;
    let mut total = 0;
    let mut is_first = true;
    loop {
        let page_size = page_size.filter(|_| is_first);
        let changes: Vec<Change<'_>> = token.changes().chain(page_size).collect();
        let mut page = fetch(&changes)?;
        if std::mem::take(&mut is_first) {
            skip_items(&mut page, pagination.items, paging.starting_token.is_some(), start.skipped);
            rest.others = echoed(operation, pagination, &page);
        } else {
            start.skipped = 0;
        }
        let count = item_count(&page, pagination.items);
        let excess = paging.max_items.map_or(0, |most| total + count - most);
        if excess > 0 {
            let kept = truncate(&mut page, pagination.items, count - excess)?;
            token.0.insert(TRUNCATED, Document::Integer(kept + start.skipped));
            if !token.0.contains(pagination.input_token) {
                let shown = repr::plain(&Document::Map(token.0));
                return Err(Failure::general(format!("Bad starting token: {shown}")));
            }
            rest.token = Some(token.encode());
            visit(page, &rest.others)?;
            return Ok(rest);
        }
        let next = PageToken::of(&page, pagination);
        visit(page, &rest.others)?;
        total += count;
        let Some(next) = next else { return Ok(rest) };
        if paging.max_items == Some(total) {
            rest.token = Some(next.encode());
            return Ok(rest);
        }
        if previous.as_ref() == Some(&next) {
            let shown = repr::plain(&Document::Map(next.0));
            return Err(Failure::general(format!(
                "Error during pagination: The same next token was received twice: {shown}"
            )));
        }
        token = next.clone();
        previous = Some(next);
    }
}

/// All pages as one result.
#[derive(Debug, Clone, Default)]
pub(crate) struct Merged {
    result: Map,
}

impl Merged {
    /// Adds the items of a page: a list grows, of a map only the first page's entries are kept.
    pub(crate) fn add(&mut self, page: &Map, items: &str) {
        match (self.result.get_mut(items), page.get(items)) {
            (None, Some(found)) if *found != Document::Null => self.result.insert(items, found.clone()),
            (Some(Document::List(all)), Some(Document::List(more))) => all.extend(more.iter().cloned()),
            _ => {}
        }
    }

    /// The result, with the other members and the token.
    pub(crate) fn finish(mut self, rest: Rest) -> Map {
        for (name, value) in rest.others.into_entries() {
            self.result.insert(name, value);
        }
        if let Some(token) = rest.token {
            self.result.insert("NextToken", token);
        }
        self.result
    }
}

/// A position to fetch from: input members and their values.
#[derive(Debug, Clone, PartialEq)]
struct PageToken(Map);

impl PageToken {
    /// The token of the next page. An empty string is none.
    fn of(page: &Map, pagination: &Pagination) -> Option<Self> {
        let token = page.get(pagination.output_token).filter(|token| !apigw_cli_text::jmespath::is_false(token))?;
        Some(Self([(pagination.input_token, token.clone())].into_iter().collect()))
    }

    /// What to change in the input to fetch from here.
    fn changes(&self) -> impl Iterator<Item = Change<'_>> {
        let is_absent = |value: &Document| *value == Document::Null || value.text() == Some("None");
        self.0.iter().map(move |(name, value)| (name, Some(value).filter(|value| !is_absent(value))))
    }

    fn encode(&self) -> String {
        apigw_model::blob::to_base64(json::spaced(&Document::Map(self.0.clone())).as_bytes())
    }
}

/// Where to start: a token, and how many items of its page to skip.
struct Start {
    token: PageToken,
    skipped: i128,
}

impl Start {
    /// Reads a starting token: one that was printed before, the old form `position___n`, or a raw position.
    fn new(text: Option<&str>, pagination: &Pagination) -> Result<Self, Failure> {
        let at = |position: Document, skipped| Self {
            token: PageToken([(pagination.input_token, position)].into_iter().collect()),
            skipped,
        };
        let Some(text) = text else { return Ok(at(Document::Null, 0)) };
        if let Some(mut token) = decode(text) {
            let skipped = if let Some(Document::Integer(skipped)) = token.remove(TRUNCATED) { skipped } else { 0 };
            return Ok(Self { token: PageToken(token), skipped });
        }
        let parts: Vec<&str> = text.split("___").collect();
        let (position, skipped) = match parts.as_slice() {
            [position, skipped] => match number::integer(skipped) {
                Some(skipped) => (*position, skipped),
                None => (text, 0),
            },
            [position] => (*position, 0),
            _ => return Err(Failure::general(format!("Bad starting token: {text}"))),
        };
        Ok(at(if position == "None" { Document::Null } else { Document::from(position) }, skipped))
    }
}

fn decode(text: &str) -> Option<Map> {
    let decoded = String::from_utf8(base64::decode(text).filter(|_| text.is_ascii())?).ok()?;
    match python_json::read(&decoded, python_json::Maps::Plain).ok()? {
        Document::Map(map) => Some(map),
        _ => None,
    }
}

/// Members of the output that repeat the input: they are kept with the items, null if the page lacks them.
fn echoed(operation: &'static Operation, pagination: &Pagination, page: &Map) -> Map {
    let asked = |name: &str| operation.input.shape().members().iter().any(|member| member.name == name);
    let is_kept = |name: &str| name != pagination.output_token && name != pagination.items && asked(name);
    let output = operation.output.map(|target| target.shape().members()).unwrap_or_default();
    let names = output.iter().map(|member| member.name).filter(|name| is_kept(name));
    names.map(|name| (name, page.get(name).cloned().unwrap_or(Document::Null))).collect()
}

fn item_count(page: &Map, items: &str) -> i128 {
    let count = match page.get(items) {
        Some(Document::List(items)) => items.len(),
        Some(Document::Map(map)) => map.len(),
        _ => 0,
    };
    i128::try_from(count).unwrap_or(i128::MAX)
}

/// Drops the items of the first page that an earlier command printed. A map has no items to skip, and is dropped.
fn skip_items(page: &mut Map, name: &str, is_resumed: bool, skipped: i128) {
    match page.get_mut(name) {
        _ if !is_resumed => {}
        Some(Document::List(items)) => {
            let from = position(items.len(), skipped);
            items.drain(..from);
        }
        Some(other) => *other = Document::Null,
        None => {}
    }
}

/// Keeps the first items, all but the last ones if `kept` is negative, and returns `kept`.
fn truncate(page: &mut Map, name: &str, kept: i128) -> Result<i128, Failure> {
    match page.get_mut(name) {
        Some(Document::List(items)) => items.truncate(position(items.len(), kept)),
        Some(Document::Map(_)) => return Err(Failure::general("unhashable type: 'slice'")),
        _ => page.insert(name, Vec::new()),
    }
    Ok(kept)
}

/// A position in a list, counted from its end if negative.
fn position(length: usize, at: i128) -> usize {
    let length_wide = i128::try_from(length).unwrap_or(i128::MAX);
    let at = if at < 0 { (at + length_wide).max(0) } else { at };
    usize::try_from(at).unwrap_or(length).min(length)
}

#[cfg(test)]
mod tests;
