//! An argument that there is not.

apigw_model::model!(operation = [GetAccount]);

fn main() {}
