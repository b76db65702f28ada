//! One of the files is not there.

apigw_model::model!(path = ["files/weather.json", "files/nobody.rules.json"]);

fn main() {}
