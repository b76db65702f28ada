//! A service of parcels, and next to it another in a module.
#![allow(missing_docs, reason = "the models have no documentation")]

apigw_model::model!(path = ["models/parcels.json", "models/parcels.rules.json"]);

/// The same service without rules.
pub mod lenient {
    apigw_model::model!(path = "models/parcels.json");
}
