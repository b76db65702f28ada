//! A service of a user's own, from its model to a working client: nothing of ours names it.

#![allow(missing_docs, unreachable_pub, reason = "what is generated from a model without documentation has none")]

use apigw_client::stub::Stub;
use apigw_client::{Call, Client, ClientBuilder, Credentials, Environment, Error, Pages, Streamed};
use apigw_model::{Finish, FinishPages, FinishStream, Operation};
use apigw_tests::loopback::{Answer, Loopback};

mod weather {
    apigw_model::model!(path = "../apigw-client/examples/models/weather.json");
}

use weather::{Day, Forecast, GetForecast, OPERATIONS, ReportWeather, SERVICE, Unit};

/// The user's client. What it does with a finished call is to hand it on.
#[derive(Clone)]
struct Weather(Client);

apigw_client::client!(for Weather, model = crate::custom_service::weather, path = "../apigw-client/examples/models/weather.json");

impl<I: Operation> Finish<I> for Weather {
    type Reply = Call<I>;

    fn finish(self, input: I) -> Call<I> {
        self.0.send(&input)
    }
}

impl<I: apigw_model::Paginated> FinishPages<I> for Weather {
    type Pages = Pages<I>;

    fn finish_pages(self, input: I) -> Pages<I> {
        self.0.paginate(input)
    }
}

impl<I: apigw_model::Streaming> FinishStream<I> for Weather {
    type Stream = Call<I, Streamed<I::Output>>;

    fn finish_stream(self, input: I) -> Self::Stream {
        self.0.stream(&input)
    }
}

fn builder() -> ClientBuilder {
    let credentials = Credentials::new("AKIDEXAMPLE", "secret", None, None, "test");
    Client::builder().environment(Environment::empty()).region("eu-central-1").credentials(credentials)
}

#[tokio::test]
async fn its_calls_go_over_the_wire() {
    let server = Loopback::start(|request| {
        let mut answer = Answer::json(match request.target.as_str() {
            "/cities" => r#"{"next": "2", "cities": ["Bonn", "Ulm"]}"#,
            "/cities?next=2" => r#"{"cities": ["Köln"]}"#,
            "/maps/a/b%20c.png" => "PNG",
            _ => r#"{"city": "Bonn", "issued": 1.5, "d": [{"high": 7, "wind": {"N": "1.5"}}]}"#,
        });
        answer.headers.push(("X-Station".to_owned(), "S1".to_owned()));
        answer
    });
    let client = Weather(builder().endpoint_url(server.url()).build().expect("a client"));
    let forecast = client.get_forecast().city("Bonn/Süd").days(2).unit(Unit::Kelvin).send().await.expect("a forecast");
    assert_eq!(forecast.station.as_deref(), Some("S1"));
    assert_eq!(forecast.issued.map(|issued| issued.seconds), Some(1));
    let days = forecast.days.expect("days");
    assert_eq!((days[0].high, days[0].wind.as_ref().map(|wind| wind["N"])), (Some(7.0), Some(1.5)));
    let request = server.request();
    assert_eq!(request.target, "/cities/Bonn%2FS%C3%BCd/forecast?days=2");
    assert_eq!(request.header("x-unit"), Some("KELVIN"));
    let scope = request.header("authorization").expect("a signature");
    assert!(scope.contains("/eu-central-1/weather/aws4_request"), "{scope}");
    let cities = client.list_cities().paginate().items().collect().await.expect("cities");
    assert_eq!(cities, ["Bonn", "Ulm", "Köln"]);
    let map = client.download_map().path("a/b c.png").stream().await.expect("a map");
    assert_eq!(map.output.kind.as_deref(), Some("application/json"));
    assert_eq!(&map.body.collect(9).await.expect("bytes")[..], b"PNG");
}

#[tokio::test]
async fn its_errors_are_typed_and_it_can_be_doubled() {
    let stub = Stub::new();
    stub.expect::<GetForecast>().reply(&Forecast::default());
    stub.expect::<ReportWeather>().reject(weather::report_weather::ErrorKind::TooWet, "no more ink");
    let client = Weather(Client::from_stub(&stub));
    assert_eq!(client.get_forecast().city("Ulm").send().await.expect("a forecast"), Forecast::default());
    let report = client.report_weather().city("Ulm").day(Day::default()).observer("me");
    let error = report.send().await.expect_err("a refusal");
    assert_eq!(error.kind(), Some(weather::report_weather::ErrorKind::TooWet));
    assert_eq!((error.status(), error.to_string().as_str()), (Some(503), "TooWet: no more ink"));
    assert_eq!(stub.calls::<ReportWeather>()[0].observer.as_deref(), Some("me"));
    assert!(!matches!(error, Error::Invalid(_)));
}

#[test]
fn its_endpoint_follows_the_same_rules() {
    assert_eq!(OPERATIONS.len(), 4);
    let endpoint = |builder: ClientBuilder| builder.build().expect("a client").endpoint(SERVICE).expect("an endpoint");
    assert_eq!(endpoint(builder()).to_string(), "https://weather.eu-central-1.amazonaws.com");
    let own = [("AWS_ENDPOINT_URL_WEATHER_STATION", "http://localhost:1/x")].into_iter().collect();
    assert_eq!(endpoint(builder().environment(own)).to_string(), "http://localhost:1/x");
}
