//! Made from what the rules of `PutMethod` must accept.

pub fn calls(client: &apigw_client::Client) {
    let _ = client
        .put_method()
        .rest_api_id("xrestapii")
        .resource_id("xresource")
        .http_method("GET")
        .authorization_type("none")
        .send();
    let _ = client
        .put_method()
        .rest_api_id("xrestapii")
        .resource_id("xresource")
        .http_method("GET")
        .authorization_type("AWS_IAM")
        .send();
    let _ = client
        .put_method()
        .rest_api_id("xrestapii")
        .resource_id("xresource")
        .http_method("GET")
        .authorization_type("CUSTOM")
        .authorizer_id("a")
        .send();
    let _ = client
        .put_method()
        .rest_api_id("xrestapii")
        .resource_id("xresource")
        .http_method("GET")
        .authorization_type("CUSTOM")
        .authorizer_id("a")
        .send();
    let _ = client
        .put_method()
        .rest_api_id("xrestapii")
        .resource_id("xresource")
        .http_method("GET")
        .authorization_type("NONE")
        .authorizer_id("b")
        .send();
    let _ = client
        .put_method()
        .rest_api_id("xrestapii")
        .resource_id("xresource")
        .http_method("GET")
        .authorization_type("CUSTOM")
        .authorizer_id("a")
        .send();
    let _ = client
        .put_method()
        .rest_api_id("xrestapii")
        .resource_id("xresource")
        .http_method("GET")
        .authorization_type("NONE")
        .send();
    let _ = client
        .put_method()
        .rest_api_id("xrestapii")
        .resource_id("xresource")
        .http_method("GET")
        .authorization_type("AWS_IAM")
        .send();
    let _ = client
        .put_method()
        .rest_api_id("xrestapii")
        .resource_id("xresource")
        .http_method("GET")
        .authorization_type("NONE")
        .send();
    let _ = client
        .put_method()
        .rest_api_id("xrestapii")
        .resource_id("xresource")
        .http_method("GET")
        .authorization_type("CUSTOM")
        .authorizer_id("a")
        .send();
    let _ = client
        .put_method()
        .rest_api_id("xrestapii")
        .resource_id("xresource")
        .http_method("ANY")
        .authorization_type("NONE")
        .send();
    let _ = client
        .put_method()
        .rest_api_id("xrestapii")
        .resource_id("xresource")
        .http_method("GET")
        .authorization_type("NONE")
        .request_models([("application/json", "Pet"), ("$default", "Empty")])
        .send();
    let _ = client
        .put_method()
        .rest_api_id("xrestapii")
        .resource_id("xresource")
        .http_method("GET")
        .authorization_type("NONE")
        .request_models([("application/json", "Pet")])
        .send();
    let _ = client
        .put_method()
        .rest_api_id("xrestapii")
        .resource_id("xresource")
        .http_method("GET")
        .authorization_type("NONE")
        .request_parameters([("method.request.path.id", true), ("method.request.header.X-Y", false)])
        .send();
    let _ = client
        .put_method()
        .rest_api_id("xrestapii")
        .resource_id("xresource")
        .http_method("GET")
        .authorization_type("NONE")
        .request_parameters(Vec::<(String, bool)>::new())
        .send();
    let _ = client
        .put_method()
        .rest_api_id("xrestapii")
        .resource_id("xresource")
        .http_method("GET")
        .authorization_type("NONE")
        .request_parameters([("method.request.header.X-Y", true)])
        .send();
    let _ = client
        .put_method()
        .rest_api_id("xrestapii")
        .resource_id("xresource")
        .http_method("GET")
        .authorization_type("NONE")
        .request_parameters([("method.request.path.a.id", true), ("method.request.querystring.b.id", false)])
        .send();
    let _ = client
        .put_method()
        .rest_api_id("xrestapii")
        .resource_id("xresource")
        .http_method("GET")
        .authorization_type("NONE")
        .request_validator_id("a")
        .send();
    let _ = client
        .put_method()
        .rest_api_id("xrestapii")
        .resource_id("xresource")
        .http_method("GET")
        .authorization_type("NONE")
        .request_validator_id("b")
        .send();
    let _ = client
        .put_method()
        .rest_api_id("xrestapii")
        .resource_id("xresource")
        .http_method("GET")
        .authorization_type("COGNITO_USER_POOLS")
        .authorizer_id("a")
        .authorization_scopes(["a"])
        .send();
    let _ = client
        .put_method()
        .rest_api_id("xrestapii")
        .resource_id("xresource")
        .http_method("GET")
        .authorization_type("NONE")
        .authorization_scopes(Vec::<String>::new())
        .send();
}

fn main() {}
