//! No operation is near enough to suggest.

apigw_model::model!(operations = [LaunchRocket, GetAccount]);

fn main() {}
