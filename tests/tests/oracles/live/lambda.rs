//! Four operations of Lambda, whose code is generated from a file, against moto.

#![allow(missing_docs, unreachable_pub, reason = "what is generated from a model without documentation has none")]

use apigw_client::{Call, Client, Wait};
use apigw_model::{Blob, Finish, FinishWait, Operation};
use apigw_spec::Waiter;
use apigw_tests::exchange::exchange;

use crate::live::server::LiveServer;

mod model {
    apigw_model::model!(
        path = "../apigw-client/examples/models/lambda.json",
        operations = [AddPermission, CreateFunction, GetFunctionConfiguration, Invoke]
    );
}

use model::{FunctionCode, Runtime, create_function};

/// A client of Lambda.
#[derive(Clone)]
struct Lambda(Client);

apigw_client::client!(for Lambda, model = self::model, path = "../apigw-client/examples/models/lambda.json");

impl<I: Operation> Finish<I> for Lambda {
    type Reply = Call<I>;

    fn finish(self, input: I) -> Call<I> {
        self.0.send(&input)
    }
}

impl<I: Operation> FinishWait<I> for Lambda {
    type Wait = Wait<I>;

    fn finish_wait(self, input: I, waiter: &'static Waiter) -> Wait<I> {
        self.0.finish_wait(input, waiter)
    }
}

const ROLE: &str = "arn:aws:iam::123456789012:role/pets";

/// An archive without files.
const ARCHIVE: &[u8] = b"PK\x05\x06\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0";

/// Sends moto what no client here can: a request to another service, or to itself.
fn post(moto: &LiveServer, path: &str, content_type: &str, body: &str) {
    let authorization = "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20260101/us-east-1/iam/aws4_request, \
                         SignedHeaders=host, Signature=0";
    let headers = [("Content-Type", content_type), ("Authorization", authorization)];
    let answer = exchange(&moto.url(), "POST", path, &headers, body).unwrap();
    assert!((200..210).contains(&answer.status), "{answer:?}");
}

#[tokio::main(flavor = "current_thread")]
pub(crate) async fn a_function_is_created_permitted_and_invoked() {
    let moto = LiveServer::moto();
    post(&moto, "/moto-api/config", "application/json", r#"{"lambda": {"use_docker": false}}"#);
    let client = Lambda(moto.client());
    let create = || {
        let code = FunctionCode::builder().zip_file(ARCHIVE).build();
        let create = client.create_function().function_name("pets").role(ROLE).handler("index.handler").code(code);
        create.runtime(Runtime::Python3_12).send()
    };

    let error = create().await.expect_err("there is no such role yet");
    assert_eq!(error.kind(), Some(create_function::ErrorKind::InvalidParameterValue), "{error}");
    let role = "Action=CreateRole&Version=2010-05-08&RoleName=pets&AssumeRolePolicyDocument=%7B%7D";
    post(&moto, "/", "application/x-www-form-urlencoded", role);
    let function = create().await.unwrap().function_arn.unwrap();
    let active = client.wait_until_function_active().function_name("pets").send().await.unwrap();
    assert_eq!(active.and_then(|active| active.function_arn), Some(function.clone()));

    let add = client.add_permission().function_name("pets").statement_id("api").action("lambda:InvokeFunction");
    let permission = add.principal("apigateway.amazonaws.com").send().await.unwrap();
    assert!(permission.statement.is_some_and(|statement| statement.contains(&function)));

    let invoked = client.invoke().function_name("pets").payload(r#"{"pet": "dog"}"#).send().await.unwrap();
    assert_eq!(invoked.status_code, Some(200));
    assert_eq!(invoked.payload, Some(Blob::from(r#"{"pet": "dog"}"#)));
}
