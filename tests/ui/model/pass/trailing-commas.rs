//! Commas at the end, and every argument at once.

mod chosen {
    apigw_model::model!(path = ["files/weather.json",], operations = [GetForecast,], crate = ::apigw_model,);
}

fn main() {
    assert_eq!(chosen::OPERATIONS[0].name, "GetForecast");
}
