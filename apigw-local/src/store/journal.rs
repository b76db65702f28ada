//! What of a state has to be written to its file, and a state from what a file has.

use super::api::Api;
use super::record::{Record, StoreHead, Unfit};
use super::state::State;
use super::tracked::Tracked;

/// A change of the records of a file. The key of a record has the kind of the object before its own.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum RecordChange {
    Put(String, Vec<u8>),
    Remove(String),
    /// Removes all records whose keys have this beginning.
    RemoveAll(String),
}

/// The kinds of records.
const HEAD: &str = "head";
const ACCOUNT: &str = "account";
const APIS: &str = "apis";
const DEPLOYMENTS: &str = "deployments";
const KEYS: &str = "keys";
const PLANS: &str = "plans";
const LINKS: &str = "links";
const DOMAINS: &str = "domains";
const CERTIFICATES: &str = "certificates";
const ASSOCIATIONS: &str = "associations";

fn put<T: Record>(changes: &mut Vec<RecordChange>, key: String, item: &T) -> Result<(), Unfit> {
    changes.push(RecordChange::Put(key, serde_json::to_vec(&item.to_record()?)?));
    Ok(())
}

fn collect<T: Record>(changes: &mut Vec<RecordChange>, kind: &str, items: &Tracked<T>) -> Result<(), Unfit> {
    for key in items.changed() {
        let record = format!("{kind}/{key}");
        match items.get(key) {
            Some(item) => put(changes, record, item)?,
            None => changes.push(RecordChange::Remove(record)),
        }
    }
    Ok(())
}

impl State {
    /// What changed since the changes were forgotten; nothing if nothing did.
    pub(crate) fn changes(&self) -> Result<Vec<RecordChange>, Unfit> {
        let mut changes = Vec::new();
        for id in self.apis.changed() {
            match self.apis.get(id) {
                Some(api) => collect(&mut changes, &format!("{DEPLOYMENTS}/{id}"), &api.deployments)?,
                None => changes.push(RecordChange::RemoveAll(format!("{DEPLOYMENTS}/{id}/"))),
            }
        }
        collect(&mut changes, APIS, &self.apis)?;
        collect(&mut changes, KEYS, &self.keys)?;
        collect(&mut changes, PLANS, &self.plans)?;
        collect(&mut changes, LINKS, &self.links)?;
        collect(&mut changes, DOMAINS, &self.domains)?;
        collect(&mut changes, CERTIFICATES, &self.certificates)?;
        collect(&mut changes, ASSOCIATIONS, &self.associations)?;
        if self.account_changed {
            put(&mut changes, ACCOUNT.to_owned(), &self.account)?;
        }

        if !changes.is_empty() {
            let (account_id, region) = (self.account_id.clone(), self.region.clone());
            put(&mut changes, HEAD.to_owned(), &StoreHead { account_id, region, ids: self.ids.seeded() })?;
        }
        Ok(changes)
    }

    /// Takes everything for changed, as it is for a file that has nothing.
    pub(crate) fn note_all(&mut self) {
        self.apis.note_all();
        for api in self.apis.values_mut() {
            api.deployments.note_all();
        }
        self.keys.note_all();
        self.plans.note_all();
        self.links.note_all();
        self.domains.note_all();
        self.certificates.note_all();
        self.associations.note_all();
        self.account_changed = true;
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

    /// Puts a record in that a file has. Records come in the order of their keys.
    pub(crate) fn restore(&mut self, key: &str, bytes: &[u8]) -> Result<(), Unfit> {
        let record = serde_json::from_slice(bytes)?;
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
                if let Some(api) = self.apis.unnoted(api) {
                    api.deployments.restore(id.to_owned(), Record::from_record(record)?);
                }
            }
            KEYS => self.keys.restore(own, Record::from_record(record)?),
            PLANS => self.plans.restore(own, Record::from_record(record)?),
            LINKS => self.links.restore(own, Record::from_record(record)?),
            DOMAINS => self.domains.restore(own, Record::from_record(record)?),
            CERTIFICATES => self.certificates.restore(own, Record::from_record(record)?),
            ASSOCIATIONS => self.associations.restore(own, Record::from_record(record)?),
            // A later version may keep more.
            _ => {}
        }
        Ok(())
    }
}
