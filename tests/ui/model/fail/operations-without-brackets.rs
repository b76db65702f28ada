//! The operations are a list.

apigw_model::model!(operations = GetAccount);

fn main() {}
