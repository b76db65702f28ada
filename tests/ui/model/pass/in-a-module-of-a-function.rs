//! In a function, `model!` stands in a module, as its documentation says.

fn main() {
    mod inner {
        apigw_model::model!(operations = [PutIntegration]);
    }

    let put = inner::PutIntegration::builder().rest_api_id("a").resource_id("b").http_method("GET");
    println!("{:?}", put.r#type(inner::IntegrationType::Mock).build());
}
