//! Two models beside each other: one operation of the built-in one, and a service of the user's own.

mod gateway {
    apigw_model::model!(operations = [PutIntegration]);
}

mod weather {
    apigw_model::model!(path = "files/weather.json");
}

fn main() {
    assert_eq!(gateway::OPERATIONS.len(), 1);
    let input = weather::GetForecast::builder().city("Oslo").unit(weather::Unit::Celsius).build();
    assert_eq!(input.city, "Oslo");
    assert_eq!(weather::SERVICE.sdk_id, "Weather");
}
