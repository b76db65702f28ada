//! JSON, but no model.

apigw_model::model!(path = "files/package.json");

fn main() {}
