//! What a user of aws-sdk-lambda writes to deploy a function of Lambda and to call it.

use aws_sdk_lambda::primitives::Blob;
use aws_sdk_lambda::types::{FunctionCode, Runtime};

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let client = aws_sdk_lambda::Client::new(&aws_config::load_from_env().await);
    let code = FunctionCode::builder().zip_file(Blob::new(std::fs::read("pets.zip")?)).build();
    let create = client.create_function().function_name("pets").role("arn:aws:iam::123456789012:role/pets").code(code);
    create.runtime(Runtime::Python312).handler("index.handler").send().await?;
    let function = client.get_function_configuration().function_name("pets").send().await?;
    println!("{:?}", function.state());
    let add = client.add_permission().function_name("pets").statement_id("api").action("lambda:InvokeFunction");
    add.principal("apigateway.amazonaws.com").send().await?;
    let answer = client.invoke().function_name("pets").payload(Blob::new("{}")).send().await?;
    println!("{:?}", answer.payload());
    Ok(())
}
