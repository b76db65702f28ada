//! Everything that an account has.

use std::collections::BTreeMap;

use apigw_model::{
    Account, ApiKey, BasePathMapping, ClientCertificate, DomainName, DomainNameAccessAssociation, UsagePlan,
    UsagePlanKey, VpcLink,
};

use super::api::Api;
use super::ids::Ids;
use super::tracked::Tracked;
use crate::refusal::{Answer, refusal};

/// The state of an account in a region.
#[derive(Debug, Clone)]
pub(crate) struct State {
    pub(crate) ids: Ids,
    pub(crate) account_id: String,
    pub(crate) region: String,
    pub(crate) account: Account,
    /// Whether the account changed since the changes were forgotten.
    pub(crate) account_changed: bool,
    pub(crate) apis: Tracked<Api>,
    pub(crate) keys: Tracked<ApiKey>,
    pub(crate) plans: Tracked<Plan>,
    pub(crate) links: Tracked<VpcLink>,
    pub(crate) domains: Tracked<Domain>,
    pub(crate) certificates: Tracked<ClientCertificate>,
    pub(crate) associations: Tracked<DomainNameAccessAssociation>,
}

/// A usage plan, its keys, and what is left to each key where that was set.
#[derive(Debug, Clone)]
pub(crate) struct Plan {
    pub(crate) settings: UsagePlan,
    pub(crate) keys: BTreeMap<String, UsagePlanKey>,
    pub(crate) remaining: BTreeMap<String, i64>,
}

/// A domain name and its base path mappings.
#[derive(Debug, Clone)]
pub(crate) struct Domain {
    pub(crate) settings: DomainName,
    pub(crate) mappings: BTreeMap<String, BasePathMapping>,
}

impl State {
    /// An account without anything.
    pub(crate) fn new(ids: Ids, account_id: String, region: String) -> Self {
        Self {
            ids,
            account_id,
            region,
            account: Account::default(),
            account_changed: false,
            apis: Tracked::default(),
            keys: Tracked::default(),
            plans: Tracked::default(),
            links: Tracked::default(),
            domains: Tracked::default(),
            certificates: Tracked::default(),
            associations: Tracked::default(),
        }
    }

    /// An API that a call is about.
    pub(crate) fn api(&self, id: &str) -> Answer<&Api> {
        self.apis.get(id).ok_or_else(|| self.unknown_api(id))
    }

    pub(crate) fn api_mut(&mut self, id: &str) -> Answer<&mut Api> {
        if !self.apis.contains_key(id) {
            return Err(self.unknown_api(id));
        }
        self.apis.get_mut(id).ok_or_else(|| refusal("api-id-unknown", &[]))
    }

    /// An API whose absence is that of something in it, by the error with this identifier.
    pub(crate) fn api_or(&self, id: &str, error: &str) -> Answer<&Api> {
        self.apis.get(id).ok_or_else(|| refusal(error, &[]))
    }

    pub(crate) fn api_or_mut(&mut self, id: &str, error: &str) -> Answer<&mut Api> {
        self.apis.get_mut(id).ok_or_else(|| refusal(error, &[]))
    }

    fn unknown_api(&self, id: &str) -> apigw_model::server::ErrorReply {
        refusal("api-id-unknown", &[("account", &self.account_id), ("api", id)])
    }
}
