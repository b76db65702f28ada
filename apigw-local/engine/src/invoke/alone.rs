//! An integration alone, for tests of its templates.

use super::backend::NoBackend;
use super::{Call, Outcome, fill, invoke};
use crate::api::{Api, Integration, Method};
use crate::http::Request;
use crate::steps::fault::Fault;
use crate::steps::integration_request::{self, Incoming};
use crate::steps::route;

impl Integration {
    /// Calls the integration with nothing around it: the path of the request is that of the resource, and no backend can
    /// be reached. For tests of MOCK integrations and their templates; [`invoke`] takes everything.
    ///
    /// ```
    /// use apigw_engine::api::{Integration, ResponseMapping};
    /// use apigw_engine::http::Request;
    /// use serde_json::json;
    ///
    /// let mock = Integration::from_json(&json!({
    ///     "type": "MOCK",
    ///     "requestTemplates": {"application/json": "{\"statusCode\": $input.params('code')}"},
    /// }))?
    /// .with_response(ResponseMapping::from_json(&json!({"statusCode": "404", "selectionPattern": "4\\d\\d"}))?);
    /// assert_eq!(mock.invoke(Request::new("GET", "/pets?code=410")).response.status, 404);
    /// # Ok::<(), apigw_engine::api::InvalidDefinition>(())
    /// ```
    pub fn invoke(&self, request: Request) -> Outcome {
        let method = Method::at(request.path.as_str());
        invoke(&Api::default(), &method, self, &Call::new(request), &mut NoBackend)
    }

    /// The body that the integration sends for a request: what its template renders, or the body as it came.
    ///
    /// ```
    /// use apigw_engine::api::Integration;
    /// use apigw_engine::http::Request;
    /// use serde_json::json;
    ///
    /// let http = Integration::from_json(&json!({
    ///     "type": "HTTP", "uri": "https://example.com/",
    ///     "requestTemplates": {"application/json": "$input.path('$.name')"},
    /// }))?;
    /// assert_eq!(http.request_body(Request::new("POST", "/").with_body("{\"name\": \"Ada\"}"))?, "Ada");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    /// No template is for the media type of the request, or the template cannot be rendered.
    pub fn request_body(&self, request: Request) -> Result<String, Fault> {
        let (api, call) = (Api::default(), Call::new(request));
        let request = &call.request;
        let parameters = route::parameters(Vec::new(), &request.query, &request.headers);
        fill(&call.context, &api, &Method::at(request.path.as_str()), &call);
        let incoming =
            Incoming { api: &api, request, parameters: &parameters, context: &call.context, trace: &call.trace };
        let body = integration_request::body(incoming, self)?.into_bytes();
        Ok(String::from_utf8_lossy(&body).into_owned())
    }
}
