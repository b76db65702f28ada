//! What of a state has to be written to its file, and a state from what a file has.

use serde_json::Value;

use super::api::Api;
use super::record::{Record, StoreHead, Unfit};
use super::state::State;
use super::tracked::Tracked;

/// A change of the records of a file. The key of a record has the kind of the object before its own.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum RecordChange {
    Put(String, Value),
    Remove(String),
    /// Removes all records whose keys have this beginning.
    RemoveAll(String),
}

/// The kinds of records.
pub(super) const HEAD: &str = "head";
const ACCOUNT: &str = "account";
const APIS: &str = "apis";
const DEPLOYMENTS: &str = "deployments";
const KEYS: &str = "keys";
const PLANS: &str = "plans";
const LINKS: &str = "links";
const DOMAINS: &str = "domains";
const CERTIFICATES: &str = "certificates";
const ASSOCIATIONS: &str = "associations";

/// Which objects records are made of.
#[derive(Clone, Copy)]
enum Which {
    Changed,
    All,
}

impl Which {
    fn keys<T>(self, items: &Tracked<T>) -> Vec<&str> {
        match self {
            Self::Changed => items.changed().collect(),
            Self::All => items.keys().map(String::as_str).collect(),
        }
    }

    /// Records of the objects of a kind.
    fn of<T: Record>(self, kind: &str, items: &Tracked<T>, changes: &mut Vec<RecordChange>) -> Result<(), Unfit> {
        for key in self.keys(items) {
            let record = format!("{kind}/{key}");
            changes.push(match items.get(key) {
                Some(item) => RecordChange::Put(record, item.to_record()?),
                None => RecordChange::Remove(record),
            });
        }
        Ok(())
    }
}

impl State {
    /// What changed since the changes were forgotten; nothing if nothing did.
    pub(crate) fn changes(&self) -> Result<Vec<RecordChange>, Unfit> {
        let mut changes = self.listed(Which::Changed)?;
        if self.account_changed {
            changes.push(RecordChange::Put(ACCOUNT.to_owned(), self.account.to_record()?));
        }
        if !changes.is_empty() {
            changes.push(RecordChange::Put(HEAD.to_owned(), self.head().to_record()?));
        }
        Ok(changes)
    }

    /// Everything, by the keys of the records.
    pub(crate) fn records(&self) -> Result<Vec<(String, Value)>, Unfit> {
        let listed = self.listed(Which::All)?.into_iter().filter_map(|change| match change {
            RecordChange::Put(key, record) => Some((key, record)),
            RecordChange::Remove(_) | RecordChange::RemoveAll(_) => None,
        });
        let alone = [(ACCOUNT, self.account.to_record()?), (HEAD, self.head().to_record()?)];
        Ok(listed.chain(alone.map(|(key, record)| (key.to_owned(), record))).collect())
    }

    fn head(&self) -> StoreHead {
        StoreHead { account_id: self.account_id.clone(), region: self.region.clone(), ids: self.ids.seeded() }
    }

    /// The records of the objects of which there can be many.
    fn listed(&self, which: Which) -> Result<Vec<RecordChange>, Unfit> {
        let mut changes = Vec::new();
        for id in which.keys(&self.apis) {
            match self.apis.get(id) {
                Some(api) => which.of(&format!("{DEPLOYMENTS}/{id}"), &api.deployments, &mut changes)?,
                None => changes.push(RecordChange::RemoveAll(format!("{DEPLOYMENTS}/{id}/"))),
            }
        }
        which.of(APIS, &self.apis, &mut changes)?;
        which.of(KEYS, &self.keys, &mut changes)?;
        which.of(PLANS, &self.plans, &mut changes)?;
        which.of(LINKS, &self.links, &mut changes)?;
        which.of(DOMAINS, &self.domains, &mut changes)?;
        which.of(CERTIFICATES, &self.certificates, &mut changes)?;
        which.of(ASSOCIATIONS, &self.associations, &mut changes)?;
        Ok(changes)
    }

    /// Takes the state as it is for what the file has.
    pub(crate) fn forget_changes(&mut self) {
        for id in self.apis.forget_changes() {
            if let Some(api) = self.apis.unnoted(&id) {
                api.deployments.forget_changes();
            }
        }
        self.keys.forget_changes();
        self.plans.forget_changes();
        self.links.forget_changes();
        self.domains.forget_changes();
        self.certificates.forget_changes();
        self.associations.forget_changes();
        self.account_changed = false;
    }

    /// Puts a record in that a file has. Records come in the order of their keys. Whether there is a place for it.
    pub(crate) fn restore(&mut self, key: &str, record: Value) -> Result<bool, Unfit> {
        let (kind, key) = key.split_once('/').unwrap_or((key, ""));
        let own = key.to_owned();

        match kind {
            HEAD => {
                let head = StoreHead::from_record(record)?;
                (self.account_id, self.region) = (head.account_id, head.region);
                self.ids.resume(head.ids);
            }
            ACCOUNT => self.account = Record::from_record(record)?,
            APIS => self.apis.restore(own, Api::from_record(record)?),
            DEPLOYMENTS => {
                let (api, id) = key.split_once('/').unwrap_or_default();
                let Some(api) = self.apis.unnoted(api) else { return Ok(false) };
                api.deployments.restore(id.to_owned(), Record::from_record(record)?);
            }
            KEYS => self.keys.restore(own, Record::from_record(record)?),
            PLANS => self.plans.restore(own, Record::from_record(record)?),
            LINKS => self.links.restore(own, Record::from_record(record)?),
            DOMAINS => self.domains.restore(own, Record::from_record(record)?),
            CERTIFICATES => self.certificates.restore(own, Record::from_record(record)?),
            ASSOCIATIONS => self.associations.restore(own, Record::from_record(record)?),
            _ => return Ok(false),
        }
        Ok(true)
    }
}
