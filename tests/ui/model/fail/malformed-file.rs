//! The file is no JSON.

apigw_model::model!(path = "files/malformed.json");

fn main() {}
