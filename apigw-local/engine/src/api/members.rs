//! Definitions from structures of the service: the types that `apigw-model` generates, and documents of their shapes.

use apigw_spec::value::{Members, Value as View};
use apigw_spec::{Kind, Shape};
use serde_json::{Map, Value};

use super::definition::Method;
use super::integration::{Integration, InvalidDefinition, ResponseMapping};

impl Integration {
    /// Reads an integration from a structure of the service: the input that puts it, or the answer that has it.
    ///
    /// With the feature `model`, `Integration::from` reads the generated types.
    ///
    /// # Errors
    /// As [`from_json`](Self::from_json).
    pub fn from_members(shape: &'static Shape, members: &dyn Members) -> Result<Self, InvalidDefinition> {
        Self::from_json(&structure(shape, members))
    }
}

impl ResponseMapping {
    /// Reads a response from a structure of the service.
    ///
    /// # Errors
    /// As [`from_json`](Self::from_json).
    pub fn from_members(shape: &'static Shape, members: &dyn Members) -> Result<Self, InvalidDefinition> {
        Self::from_json(&structure(shape, members))
    }
}

impl Method {
    /// Reads a method from a structure of the service. The path of its resource and what its validator checks are not in
    /// it.
    pub fn from_members(shape: &'static Shape, members: &dyn Members) -> Self {
        Self::from_json(&structure(shape, members))
    }
}

/// A structure as JSON, with the names of the model.
fn structure(shape: &'static Shape, members: &dyn Members) -> Value {
    let mut object = Map::new();
    members.visit(shape.members(), &mut |index, value| {
        if let Some(member) = shape.members().get(index) {
            object.insert(member.name.to_owned(), json(member.target.shape(), value));
        }
    });
    Value::Object(object)
}

fn json(shape: &'static Shape, value: View<'_>) -> Value {
    match (value, shape.kind) {
        (View::Boolean(value), _) => value.into(),
        (View::Integer(value), _) => value.into(),
        (View::Double(value), _) => value.into(),
        (View::Text(text), _) => text.into(),
        (View::Structure(members), _) => structure(shape, members),
        (View::List(list), Kind::List(item)) => {
            (0..list.len()).map(|index| json(item.shape(), list.get(index))).collect()
        }
        (View::Map(map), Kind::Map { value: target, .. }) => {
            let mut object = Map::new();
            map.visit(&mut |key, value| {
                let key = key.text().unwrap_or_default().to_owned();
                object.insert(key, json(target.shape(), value));
            });
            Value::Object(object)
        }
        _ => Value::Null,
    }
}

#[cfg(feature = "model")]
mod generated {
    use apigw_model::Structured;

    use super::{Integration, Method, ResponseMapping, structure};

    /// Reads the types of `apigw-model` that have an integration: the input that puts it, and the answers. What the
    /// service would not accept, calls report.
    ///
    /// ```
    /// use apigw_engine::api::Integration;
    /// use apigw_engine::http::Request;
    /// use apigw_model::{PutIntegration, request};
    ///
    /// let put = request!(PutIntegration {
    ///     rest_api_id: "a1b2c3d4e5", resource_id: "abc123", http_method: POST, type: HTTP,
    ///     integration_http_method: "POST", uri: "https://example.com/",
    ///     request_templates: { "application/json": "Hello $input.path('$.name')" },
    /// });
    /// let body = Integration::from(&put).request_body(Request::new("POST", "/").with_body("{\"name\": \"Ada\"}"))?;
    /// assert_eq!(body, "Hello Ada");
    /// # Ok::<(), apigw_engine::Fault>(())
    /// ```
    impl<T: Structured> From<&T> for Integration {
        fn from(structured: &T) -> Self {
            Self::from_json_or_invalid(&structure(T::SHAPE, structured))
        }
    }

    /// Reads the types of `apigw-model` that have a response of an integration.
    ///
    /// ```
    /// use apigw_engine::api::{Integration, ResponseMapping};
    /// use apigw_engine::http::Request;
    /// use apigw_model::{PutIntegration, PutIntegrationResponse, request};
    ///
    /// let put = request!(PutIntegration {
    ///     rest_api_id: "a1b2c3d4e5", resource_id: "abc123", http_method: GET, type: MOCK,
    ///     request_templates: { "application/json": "{\"statusCode\": 200}" },
    /// });
    /// let response = request!(PutIntegrationResponse {
    ///     rest_api_id: "a1b2c3d4e5", resource_id: "abc123", http_method: GET, status_code: "200",
    ///     response_templates: { "application/json": "pong" },
    /// });
    /// let outcome = Integration::from(&put).with_response(&response).invoke(Request::new("GET", "/ping"));
    /// assert_eq!(outcome.response.text(), "pong");
    /// ```
    impl<T: Structured> From<&T> for ResponseMapping {
        fn from(structured: &T) -> Self {
            Self::from_json_or_invalid(&structure(T::SHAPE, structured))
        }
    }

    /// Reads the types of `apigw-model` that have a method. The path of its resource is not in them.
    impl<T: Structured> From<&T> for Method {
        fn from(structured: &T) -> Self {
            Self::from_json(&structure(T::SHAPE, structured))
        }
    }
}
