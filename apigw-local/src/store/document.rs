//! A store as a document: what a snapshot of it is, for people who keep, compare or share it.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::disk::StoreError;
use super::journal::HEAD;
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
        let records: BTreeMap<String, Value> = self.records()?.into_iter().collect();
        Ok(json!({ FORM: CURRENT, RECORDS: records }))
    }

    /// Puts everything in that a document has. A document with something else in it is none: what it lacks would be lost.
    pub(crate) fn read_document(&mut self, document: &str) -> Result<(), StoreError> {
        let wrong = |reason: String| StoreError::NoSnapshot { reason };
        let mut document: Value = serde_json::from_str(document).map_err(|error| wrong(error.to_string()))?;
        match document.get(FORM).and_then(Value::as_u64) {
            Some(1..=CURRENT) => {}
            Some(_) => return Err(wrong("a later version made it".to_owned())),
            None => return Err(wrong(format!("it has no `{FORM}`"))),
        }

        let Some(Value::Object(records)) = document.get_mut(RECORDS).map(Value::take) else {
            return Err(wrong(format!("its `{RECORDS}` are no object")));
        };
        if !records.contains_key(HEAD) {
            return Err(wrong(format!("it has no record `{HEAD}`")));
        }

        // Records come in the order of their keys, whatever the order in the document.
        let records: BTreeMap<String, Value> = records.into_iter().collect();
        for (key, record) in records {
            match self.restore(&key, record) {
                Ok(true) => {}
                Ok(false) => return Err(wrong(format!("nothing is known that its record `{key}` belongs to"))),
                // What is wrong would quote the record, in which there may be secrets.
                Err(_) => return Err(wrong(format!("its record `{key}` is wrong"))),
            }
        }
        Ok(())
    }
}
