//! Every problem of a model is reported, each with its shape.

apigw_model::model!(path = "files/mistakes.json");

fn main() {}
