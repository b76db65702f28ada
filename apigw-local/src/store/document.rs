//! A store as a document: what a snapshot of it is, for people who keep, compare or share it.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::disk::StoreError;
use super::journal::RecordChange;
use super::record::Unfit;
use super::state::State;

/// The member that says of which form the document is.
const FORM: &str = "apigwSnapshot";

/// The form that this version writes, and the last that it reads.
const CURRENT: u64 = 1;

/// The member with the records.
const RECORDS: &str = "records";

impl State {
    /// Everything, as a document.
    pub(crate) fn to_document(&self) -> Result<Value, Unfit> {
        let mut all = self.clone();
        all.note_all();
        let mut records: BTreeMap<String, Value> = BTreeMap::new();
        for change in all.changes()? {
            if let RecordChange::Put(key, record) = change {
                records.insert(key, serde_json::from_slice(&record)?);
            }
        }
        Ok(json!({ FORM: CURRENT, RECORDS: records }))
    }

    /// Puts everything in that a document has.
    pub(crate) fn read_document(&mut self, document: &str) -> Result<(), StoreError> {
        let wrong = |reason: String| StoreError::NoSnapshot { reason };
        let document: Value = serde_json::from_str(document).map_err(|error| wrong(error.to_string()))?;
        match document.get(FORM).and_then(Value::as_u64) {
            Some(1..=CURRENT) => {}
            Some(_) => return Err(wrong("a later version made it".to_owned())),
            None => return Err(wrong(format!("it has no `{FORM}`"))),
        }

        // Records come in the order of their keys, whatever the order in the document.
        let records = document.get(RECORDS).and_then(Value::as_object).into_iter().flatten();
        let records: BTreeMap<&String, &Value> = records.collect();
        for (key, record) in records {
            let restored = self.restore(key, record.to_string().as_bytes());
            restored.map_err(|error| wrong(format!("its record `{key}` is wrong: {error}")))?;
        }
        Ok(())
    }
}
