//! A path is text.

apigw_model::model!(path = models);

fn main() {}
