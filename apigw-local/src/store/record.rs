//! The objects of the store as records of a file: JSON in the form of the AWS CLI.

use std::collections::BTreeMap;
use std::sync::Arc;

use apigw_model::server::ErrorReply;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};

use super::api::{Api, Deployed, Snapshot};
use super::state::{Domain, Plan};
use crate::refusal::Answer;

/// Why an object is no record, or a record no object.
pub(super) type Unfit = serde_json::Error;

/// What can be kept in a file.
pub(super) trait Record: Sized {
    fn to_record(&self) -> Result<Value, Unfit>;
    fn from_record(record: Value) -> Result<Self, Unfit>;
}

/// Structures whose members are kept by their names.
macro_rules! records {
    ($($record:ident { $($member:ident),+ $(; $($other:ident),+)? })+) => {
        $(impl Record for $record {
            fn to_record(&self) -> Result<Value, Unfit> {
                let mut record = Map::new();
                $(record.insert(stringify!($member).to_owned(), serde_json::to_value(&self.$member)?);)+
                Ok(Value::Object(record))
            }

            fn from_record(mut record: Value) -> Result<Self, Unfit> {
                let mut take = |name: &str| record.get_mut(name).map(Value::take).unwrap_or_default();
                Ok(Self {
                    $($member: serde_json::from_value(take(stringify!($member)))?,)+
                    $($($other: Default::default(),)+)?
                })
            }
        })+
    };
}

records! {
    Api { settings, resources, models, validators, authorizers, responses, parts, versions, stages; deployments }
    Snapshot { settings, resources, models, validators, authorizers, responses }
    Plan { settings, keys, remaining }
    Domain { settings, mappings }
}

impl Snapshot {
    /// What it has, in the form of the AWS CLI.
    pub(crate) fn shown(&self) -> Answer<Value> {
        self.to_record().map_err(|error| ErrorReply::new("InternalFailure", error.to_string()).with_status(500))
    }
}

impl Record for Deployed {
    fn to_record(&self) -> Result<Value, Unfit> {
        let record = [
            ("deployment".to_owned(), serde_json::to_value(&self.deployment)?),
            ("snapshot".to_owned(), self.snapshot.to_record()?),
        ];
        Ok(Value::Object(record.into_iter().collect()))
    }

    fn from_record(mut record: Value) -> Result<Self, Unfit> {
        let mut take = |name: &str| record.get_mut(name).map(Value::take).unwrap_or_default();
        let deployment = serde_json::from_value(take("deployment"))?;
        Ok(Self { deployment, snapshot: Arc::new(Snapshot::from_record(take("snapshot"))?) })
    }
}

/// Objects of the service, which have a form of their own.
macro_rules! plain {
    ($($record:ty),+) => {
        $(impl Record for $record {
            fn to_record(&self) -> Result<Value, Unfit> {
                serde_json::to_value(self)
            }

            fn from_record(record: Value) -> Result<Self, Unfit> {
                serde_json::from_value(record)
            }
        })+
    };
}

plain!(
    apigw_model::Account,
    apigw_model::ApiKey,
    apigw_model::ClientCertificate,
    apigw_model::DomainNameAccessAssociation,
    apigw_model::VpcLink
);

/// What is known of the account and the seed.
#[derive(Debug, Default)]
pub(super) struct StoreHead {
    pub(super) account_id: String,
    pub(super) region: String,
    /// The state of the identifiers and the next moment, of a store with a seed.
    pub(super) ids: Option<(u64, i64)>,
}

impl Record for StoreHead {
    fn to_record(&self) -> Result<Value, Unfit> {
        let ids = self.ids.map(|(state, clock)| (state.to_string(), clock));
        to_object([("account", &self.account_id), ("region", &self.region)], ids)
    }

    fn from_record(record: Value) -> Result<Self, Unfit> {
        let members: BTreeMap<String, Value> = serde_json::from_value(record)?;
        let ids: Option<(String, i64)> = of(members.get("ids"))?;
        let ids = ids.and_then(|(state, clock)| Some((state.parse().ok()?, clock)));
        Ok(Self { account_id: of(members.get("account"))?, region: of(members.get("region"))?, ids })
    }
}

fn to_object(texts: [(&str, &String); 2], ids: impl Serialize) -> Result<Value, Unfit> {
    let mut object: Map<String, Value> =
        texts.into_iter().map(|(name, text)| (name.to_owned(), Value::from(text.as_str()))).collect();
    object.insert("ids".to_owned(), serde_json::to_value(ids)?);
    Ok(Value::Object(object))
}

fn of<T: DeserializeOwned>(value: Option<&Value>) -> Result<T, Unfit> {
    serde_json::from_value(value.cloned().unwrap_or_default())
}
