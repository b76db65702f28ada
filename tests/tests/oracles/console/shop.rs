//! An API for the console: methods of several kinds, mistakes, and two deployments.

use apigw_tests::exchange::exchange_json;
use serde_json::{Value, json};

use crate::live::server::LiveServer;

/// What would run if a page took it for a part of itself.
pub(crate) const HOSTILE: &str = "<img src=x onerror=alert(1)>";

/// The mapping of integrations, and a template that renders to no JSON.
const BROKEN: &str = "{\n  \"id\": \"$input.params('petId')\",\n  \"for\": \"$input.params('X-Who')\",\n}";

/// The service with an API.
pub(crate) struct Shop {
    pub(crate) server: LiveServer,
    /// The identifier of the API.
    pub(crate) api: String,
}

impl Shop {
    /// Starts a service and makes the API.
    pub(crate) fn open() -> Self {
        let server = LiveServer::local();
        let api = made(&server, "/restapis", &json!({ "name": "Pet shop", "description": HOSTILE }));
        made(&server, "/restapis", &json!({ "name": HOSTILE }));
        let shop = Self { server, api: text(&api["id"]) };

        let root = text(&api["rootResourceId"]);
        let pets = shop.resource(&root, "pets");
        let pet = shop.resource(&pets, "{petId}");
        let origins = shop.resource(&root, "origins");
        shop.post("models", &json!({ "name": "Pet", "contentType": "application/json", "schema": "{}" }));
        shop.mock(&pets, "[{\"name\": \"Rex\"}]", &json!({}));
        shop.mock(
            &pet,
            BROKEN,
            &json!({ "method.request.path.petId": true, "method.request.querystring.verbose": false }),
        );
        shop.http(&origins);
        shop.post("deployments", &json!({ "stageName": "prod", "description": "first" }));

        shop.mock(&pets, "[\n  {\"name\": \"Rex\"},\n  {\"name\": \"Bella\"}\n]", &json!({}));
        shop.mock(&origins, "[]", &json!({}));
        shop.post("deployments", &json!({ "stageName": "test", "description": "with Bella" }));
        // What no deployment could have: a method without an integration.
        shop.put(&format!("resources/{pet}/methods/DELETE"), &json!({ "authorizationType": "AWS_IAM" }));
        shop
    }

    /// A page of the console.
    pub(crate) fn page(&self, address: &str) -> String {
        let port = self.server.url().rsplit_once(':').unwrap().1.to_owned();
        format!("http://localhost:{port}/_apigw/#/{address}")
    }

    fn post(&self, target: &str, body: &Value) -> Value {
        made(&self.server, &format!("/restapis/{}/{target}", self.api), body)
    }

    fn put(&self, target: &str, body: &Value) {
        let target = format!("/restapis/{}/{target}", self.api);
        let (status, answer) = exchange_json(&self.server.url(), "PUT", &target, body).unwrap();
        assert!(status == 201 || status == 409, "{target}: {answer}");
    }

    fn resource(&self, parent: &str, part: &str) -> String {
        text(&self.post(&format!("resources/{parent}"), &json!({ "pathPart": part }))["id"])
    }

    /// A GET method that answers with what a template gives.
    fn mock(&self, resource: &str, template: &str, parameters: &Value) {
        let method = format!("resources/{resource}/methods/GET");
        self.put(
            &method,
            &json!({ "authorizationType": "NONE", "requestParameters": parameters, "operationName": "read" }),
        );
        let response = json!({ "responseParameters": { "method.response.header.X-Shop": false }, "responseModels": { "application/json": "Pet" } });
        self.put(&format!("{method}/responses/200"), &response);
        let templates = json!({ "application/json": "{\"statusCode\": 200}" });
        self.put(&format!("{method}/integration"), &json!({ "type": "MOCK", "requestTemplates": templates }));
        let mapped = json!({ "responseParameters": { "method.response.header.X-Shop": "'pets'" }, "responseTemplates": { "application/json": template } });
        self.put(&format!("{method}/integration/responses/200"), &mapped);
    }

    /// A POST method that this service itself answers.
    fn http(&self, resource: &str) {
        let method = format!("resources/{resource}/methods/POST");
        self.put(&method, &json!({ "authorizationType": "NONE" }));
        self.put(&format!("{method}/responses/200"), &json!({}));
        let uri = format!("{}/account", self.server.url());
        self.put(&format!("{method}/integration"), &json!({ "type": "HTTP", "httpMethod": "GET", "uri": uri }));
        self.put(&format!("{method}/integration/responses/200"), &json!({}));
    }
}

fn made(server: &LiveServer, target: &str, body: &Value) -> Value {
    let (status, answer) = exchange_json(&server.url(), "POST", target, body).unwrap();
    assert_eq!(status, 201, "{target}: {answer}");
    answer
}

fn text(value: &Value) -> String {
    value.as_str().unwrap_or_else(|| panic!("no text: {value}")).to_owned()
}
