//! What happens to an input that breaks rules.

/// What happens to an input that breaks rules which the service is known to enforce.
///
/// A rule whose severity is a warning never stops a call; it is logged, with the feature `tracing`. An enumeration value
/// that the model does not list stops the call, since the service refuses it; to send one that is newer than the model,
/// [allow](crate::CallOptions::allow) the rule `enum`.
///
/// ```
/// use apigw_client::{CallOptions, Client, Error, Validation, stub::Stub};
/// use apigw_model::{Integration, IntegrationType, PutIntegration};
///
/// # async fn example() {
/// let stub = Stub::new();
/// stub.expect::<PutIntegration>().reply(&Integration::default());
///
/// // An integration of this type requires `integration_http_method` and `uri`.
/// let put = PutIntegration::builder().rest_api_id("a").resource_id("b").http_method("GET").r#type(IntegrationType::Http);
/// let (client, put) = (Client::from_stub(&stub), put.build());
/// assert!(matches!(client.send(&put).await, Err(Error::Invalid(_))));
///
/// let unchecked = client.with(CallOptions::new().validation(Validation::Off));
/// assert!(unchecked.send(&put).await.is_ok());
/// # }
/// # tokio::runtime::Builder::new_current_thread().build().unwrap().block_on(example());
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Validation {
    /// The call ends with [`Error::Invalid`](crate::Error::Invalid); nothing is sent.
    #[default]
    Error,
    /// As `Error`, and before a call that changes something, the objects that its rules look at (the method of an
    /// integration, the models that a method refers to) are read with read-only calls, each once. What cannot be read is
    /// unknown and fails no rule. Needs the feature `preflight`.
    ///
    /// ```
    /// use apigw_client::{Client, Error, Validation, stub::Stub};
    /// use apigw_model::{CreateResource, GetResources, Resource, Resources};
    ///
    /// # async fn example() {
    /// let stub = Stub::new();
    /// let root = Resource::builder().id("root01").path("/").build();
    /// let pets = Resource::builder().id("pets01").parent_id("root01").path_part("pets").path("/pets").build();
    /// stub.expect::<GetResources>().reply(&Resources::builder().items([root, pets]).build());
    ///
    /// let client = Client::from_stub(&stub).with(apigw_client::CallOptions::new().validation(Validation::Preflight));
    /// let create = CreateResource::builder().rest_api_id("a").parent_id("root01").path_part("pets").build();
    /// let Err(Error::Invalid(found)) = client.send(&create).await else { panic!("the name is taken") };
    /// assert_eq!(found[0].rule, "resource-name-free");
    /// # }
    /// # tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap().block_on(example());
    /// ```
    #[cfg(feature = "preflight")]
    Preflight,
    /// The violations are logged and the input is sent.
    Warn,
    /// The input is sent unchecked.
    Off,
}
