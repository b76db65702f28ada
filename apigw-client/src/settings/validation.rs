//! What happens to an input that breaks rules.

/// What happens to an input that breaks rules which the service is known to enforce.
///
/// A doubt never stops a call: neither a rule whose severity is a warning nor an enumeration value that the model does
/// not list, since the service may know more values. Doubts are logged, with the feature `tracing`.
///
/// ```
/// use apigw_client::{Client, Validation, stub::Stub};
/// use apigw_model::GetRestApi;
///
/// # async fn example() {
/// let stub = Stub::new();
/// stub.expect::<GetRestApi>().reject_as(404, "NotFoundException", "Invalid API identifier specified");
///
/// let options = apigw_client::CallOptions::new().validation(Validation::Off);
/// let unchecked = Client::from_stub(&stub).with(options);
/// assert!(unchecked.get_rest_api().rest_api_id("").send().await.is_err());
/// # }
/// # tokio::runtime::Builder::new_current_thread().build().unwrap().block_on(example());
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Validation {
    /// The call ends with [`Error::Invalid`](crate::Error::Invalid); nothing is sent.
    #[default]
    Error,
    /// The violations are logged and the input is sent.
    Warn,
    /// The input is sent unchecked.
    Off,
}
