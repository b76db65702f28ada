//! The operation is looked for in the file that was named.

apigw_model::model!(path = "files/weather.json", operations = [GetAccount]);

fn main() {}
