//! Pages of lists.

use apigw_model::server::ErrorReply;
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;

use crate::refusal::Answer;

/// How many items a page has by default, and at most.
const DEFAULT: usize = 25;
const MAX: usize = 500;

/// A page of the items, which come sorted by their key, and the position of the next page if there is one.
pub(crate) fn page<T>(
    items: impl Iterator<Item = (String, T)>,
    position: Option<&str>,
    limit: Option<i32>,
) -> Answer<(Vec<T>, Option<String>)> {
    let after = match position.filter(|position| !position.is_empty()) {
        Some(position) => {
            let key = URL_SAFE_NO_PAD.decode(position).ok().and_then(|key| String::from_utf8(key).ok());
            Some(key.ok_or_else(|| ErrorReply::new("BadRequestException", "Invalid position parameter"))?)
        }
        None => None,
    };
    let limit =
        limit.and_then(|limit| usize::try_from(limit).ok()).filter(|limit| *limit > 0).unwrap_or(DEFAULT).min(MAX);
    let mut items = items.skip_while(|(key, _)| after.as_ref().is_some_and(|after| key <= after));
    let mut page = Vec::new();
    let mut last = String::new();
    for (key, item) in items.by_ref().take(limit) {
        last = key;
        page.push(item);
    }
    let more = items.next().is_some();
    Ok((page, more.then(|| URL_SAFE_NO_PAD.encode(last))))
}

#[cfg(test)]
mod tests {
    use super::page;

    #[test]
    fn pages_follow_each_other() {
        let items = || ["a", "b", "c"].into_iter().map(|key| (key.to_owned(), key));
        let (first, position) = page(items(), None, Some(2)).expect("a page");
        assert_eq!(first, ["a", "b"]);
        let (second, position) = page(items(), position.as_deref(), Some(2)).expect("a page");
        assert_eq!((second, position), (vec!["c"], None));
        assert!(page(items(), Some("!"), None).is_err());
        assert_eq!(page((0..600).map(|n| (format!("{n:03}"), n)), None, Some(1000)).expect("a page").0.len(), 500);
    }
}
