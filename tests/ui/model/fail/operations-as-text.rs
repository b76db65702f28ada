//! Operations are names, not text.

apigw_model::model!(operations = ["GetAccount"]);

fn main() {}
