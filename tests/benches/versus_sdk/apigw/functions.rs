//! What a user of apigw writes to deploy a function of Lambda and to call it.

mod lambda {
    apigw_model::model!(
        path = "lambda.json",
        operations = [AddPermission, CreateFunction, GetFunctionConfiguration, Invoke]
    );
}

#[derive(Clone)]
struct Lambda(apigw_client::Client);

apigw_client::client!(for Lambda, model = self::lambda, path = "lambda.json");

impl<I: apigw_model::Operation> apigw_model::Finish<I> for Lambda {
    type Reply = apigw_client::Call<I>;

    fn finish(self, input: I) -> Self::Reply {
        self.0.send(&input)
    }
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let client = Lambda(apigw_client::Client::from_env()?);
    let code = lambda::FunctionCode::builder().zip_file(std::fs::read("pets.zip")?).build();
    let create = client.create_function().function_name("pets").role("arn:aws:iam::123456789012:role/pets").code(code);
    create.runtime(lambda::Runtime::Python3_12).handler("index.handler").send().await?;
    let function = client.get_function_configuration().function_name("pets").send().await?;
    println!("{:?}", function.state);
    let add = client.add_permission().function_name("pets").statement_id("api").action("lambda:InvokeFunction");
    add.principal("apigateway.amazonaws.com").send().await?;
    let answer = client.invoke().function_name("pets").payload("{}").send().await?;
    println!("{:?}", answer.payload);
    Ok(())
}
