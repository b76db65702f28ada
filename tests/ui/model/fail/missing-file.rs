//! The file is not there.

apigw_model::model!(path = "files/nobody.json");

fn main() {}
