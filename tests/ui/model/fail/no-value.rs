//! Half of an argument.

apigw_model::model!(path);

fn main() {}
