//! A client of another service with the protocol restJson1, from its Smithy model.
//!
//! `cargo run -p apigw-client --example own_service --features stub`

#![allow(missing_docs, unreachable_pub, reason = "a model without documentation generates none")]

use apigw_client::stub::Stub;
use apigw_client::{Call, Client};
use apigw_model::{Finish, Operation};

mod weather {
    apigw_model::model!(path = "examples/models/weather.json");
}

use weather::{Forecast, GetForecast, Unit, get_forecast};

/// The client of the service.
#[derive(Clone)]
struct Weather(Client);

// The fluent methods, one for each operation of the model.
apigw_client::client!(for Weather, model = self::weather, path = "examples/models/weather.json");

impl<I: Operation> Finish<I> for Weather {
    type Reply = Call<I>;

    fn finish(self, input: I) -> Call<I> {
        self.0.send(&input)
    }
}

#[tokio::main(flavor = "current_thread")]
pub(crate) async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let stub = Stub::new();
    let forecast = Forecast { city: Some("Bonn".to_owned()), ..Forecast::default() };
    stub.expect::<GetForecast>().when(|input| input.city == "Bonn").reply(&forecast);
    stub.expect::<GetForecast>().reject(get_forecast::ErrorKind::NoSuchCity, "no such city");

    let client = Weather(Client::from_stub(&stub));
    let forecast = client.get_forecast().city("Bonn").days(2).unit(Unit::Kelvin).send().await?;
    println!("{forecast:?}");

    let error = client.get_forecast().city("Atlantis").send().await.err().ok_or("an error was expected")?;
    assert_eq!(error.kind(), Some(get_forecast::ErrorKind::NoSuchCity));
    println!("Atlantis: {error}");

    stub.verify()?;
    Ok(())
}
