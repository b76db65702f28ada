//! The facts of the service.

use super::found::FoundService;
use super::numbers::quota;
use super::resolved::ResolvedService;
use crate::operation::Auth;
use crate::read::ast::Trait;
use crate::read::error::Problems;
use crate::read::traits::{AUTH, BEARER_AUTH, DATE, NO_AUTH, REST_JSON, SERVICE, SIGV4, TITLE};

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

    // A service that takes bearer tokens alone needs no name for signatures.
    let signing = traits.get(SIGV4).map(Trait::node);
    let needed = [(SERVICE, true), (SIGV4, !traits.contains_key(BEARER_AUTH))];
    for (name, _) in needed.iter().filter(|(name, needed)| *needed && !traits.contains_key(*name)) {
        problems.shape(&shape.site, id, format!("lacks the trait `{name}`"));
    }

    let facts = traits.get(SERVICE)?.node();
    let sdk_id = facts.required_text("sdkId", Some(id), problems);
    let signing_name = match &signing {
        Some(signing) => Some(signing.required_text("name", Some(id), problems)?),
        None => None,
    };
    let mut optional = |key| facts.get(key).and_then(|node| node.text(Some(id), problems));
    let endpoint_prefix = optional("endpointPrefix").or(optional("arnNamespace"));
    let title = traits.get(TITLE).and_then(|title| title.node().text(Some(id), problems).map(str::to_owned));
    let quota = self::quota(shape, problems);
    let sdk_id = sdk_id?;
    let signing_name = signing_name.or(endpoint_prefix)?;

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

/// What the requests of a service are signed with, unless an operation says otherwise.
pub(super) fn auth(found: &FoundService<'_>) -> Auth {
    let traits = &found.shape.traits;
    let listed = traits.get(AUTH).and_then(chosen);
    let default = if traits.contains_key(SIGV4) { Auth::SigV4 } else { Auth::Bearer };
    listed.unwrap_or(default)
}

/// The first scheme of an `auth` trait that is known here.
pub(super) fn chosen(found: &Trait) -> Option<Auth> {
    let schemes = found.value.as_array()?;
    if schemes.is_empty() {
        return Some(Auth::None);
    }
    schemes.iter().find_map(|scheme| match scheme.as_str()? {
        SIGV4 => Some(Auth::SigV4),
        BEARER_AUTH => Some(Auth::Bearer),
        NO_AUTH => Some(Auth::None),
        _ => None,
    })
}
