//! The file is a folder.

apigw_model::model!(path = "files");

fn main() {}
