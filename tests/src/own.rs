//! A model that has nothing to do with API Gateway, with rules of its own: what holds for it holds for any service.
#![allow(missing_docs, reason = "the model of this test has no documentation")]

apigw_model::model!(path = ["models/parcels.json", "models/parcels.rules.json"]);
