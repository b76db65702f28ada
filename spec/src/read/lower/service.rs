//! The facts of the service.

use super::found::FoundService;
use super::numbers::quota;
use super::resolved::ResolvedService;
use crate::read::error::Problems;
use crate::read::traits::{DATE, REST_JSON, SERVICE, SIGV4, TITLE};

/// The date of the model, as its files state it.
pub(super) fn date<'m>(found: &FoundService<'m>, problems: &mut Problems) -> Option<&'m str> {
    let stated = found.shape.traits.get(DATE)?;
    let text = stated.value.as_str();
    if !text.is_some_and(is_date) {
        let reason = "has a date that is not of the form `2026-11-22`";
        problems.shape(&stated.site, &found.shape.id, reason);
    }
    text
}

fn is_date(text: &str) -> bool {
    let digits = |part: &str, length: usize| part.len() == length && part.bytes().all(|byte| byte.is_ascii_digit());
    let parts: Vec<&str> = text.split('-').collect();
    matches!(parts.as_slice(), [year, month, day] if digits(year, 4) && digits(month, 2) && digits(day, 2))
}

/// The facts that every operation shares.
pub(super) fn lower(found: &FoundService<'_>, problems: &mut Problems) -> Option<ResolvedService> {
    let FoundService { shape, service } = found;
    let id = shape.id.as_str();
    let traits = &shape.traits;

    if !traits.contains_key(REST_JSON) {
        problems.shape(
            &shape.site,
            id,
            format!("lacks the trait `{REST_JSON}`; only restJson1 services are supported"),
        );
    }

    let mut lacks = |name: &str| {
        let missing = !traits.contains_key(name);
        if missing {
            problems.shape(&shape.site, id, format!("lacks the trait `{name}`"));
        }
        missing
    };

    if lacks(SERVICE) | lacks(SIGV4) {
        return None;
    }
    let facts = traits.get(SERVICE)?.node();
    let signing = traits.get(SIGV4)?.node();
    let sdk_id = facts.required_text("sdkId", Some(id), problems);
    let signing_name = signing.required_text("name", Some(id), problems);
    let mut optional = |key| facts.get(key).and_then(|node| node.text(Some(id), problems));
    let endpoint_prefix = optional("endpointPrefix").or(optional("arnNamespace"));
    let title = traits.get(TITLE).and_then(|title| title.node().text(Some(id), problems).map(str::to_owned));
    let quota = self::quota(shape, problems);
    let (sdk_id, signing_name) = (sdk_id?, signing_name?);

    Some(ResolvedService {
        id: id.to_owned(),
        sdk_id: sdk_id.to_owned(),
        version: service.version.clone(),
        title: title.unwrap_or_else(|| sdk_id.to_owned()),
        signing_name: signing_name.to_owned(),
        endpoint_prefix: endpoint_prefix.unwrap_or(signing_name).to_owned(),
        quota,
    })
}
