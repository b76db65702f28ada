//! Every operation with made-up inputs: what we send is what botocore sends, and the signatures are right.
//!
//! `APIGW_CASES` says how many inputs each operation gets; the inputs are the same in every run.

mod oracle;

use apigw_client::{Client, Credentials, Environment, Validation};
use apigw_model::{OPERATIONS, Operation};
use apigw_spec::document::Document;
use apigw_tests::inputs;
use apigw_tests::loopback::{Answer, Loopback, Request};
use apigw_tests::tools;
use apigw_tests::trials::Group;
use apigw_tests::typed;
use oracle::Oracle;
use proptest::test_runner::{Config, RngAlgorithm, TestCaseError, TestRng, TestRunner};
use serde_json::Value;
use tokio::runtime::Runtime;

/// How many inputs an operation gets.
const CASES: u32 = 24;

/// The tests of this module.
pub(crate) const GROUP: Group = Group {
    name: "conformance",
    needs: &[&tools::BOTOCORE],
    tests: &[
        ("typed_inputs_travel_as_with_botocore", || Comparison::start().every_operation(true)),
        ("raw_inputs_travel_as_with_botocore", || Comparison::start().every_operation(false)),
        ("endpoints_are_those_of_the_published_rules", endpoints),
    ],
};

/// Both sides and the server between them.
struct Comparison {
    server: Loopback,
    oracle: Oracle,
    client: Client,
    runtime: Runtime,
}

impl typed::Door for Comparison {
    fn send<T: Operation>(&self, input: &T) -> Result<T::Output, String> {
        self.runtime.block_on(self.client.send(input)).map_err(|error| error.to_string())
    }
}

impl Comparison {
    fn start() -> Self {
        let server = Loopback::start(|_| Answer::json("{}"));
        let credentials = Credentials::new("AKIDEXAMPLE", oracle::SECRET, Some("TOKEN/+=".to_owned()), None, "test");
        let builder =
            Client::builder().environment(Environment::empty()).region("us-east-1").endpoint_url(server.url());
        Self {
            oracle: Oracle::start(&server.url()),
            // Botocore judges types only, and made-up inputs break rules.
            client: builder.credentials(credentials).validation(Validation::Off).build().expect("a client"),
            runtime: tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime"),
            server,
        }
    }

    fn every_operation(&mut self, is_typed: bool) {
        let cases = std::env::var("APIGW_CASES").ok().and_then(|cases| cases.parse().ok()).unwrap_or(CASES);
        let config = Config { cases, failure_persistence: None, ..Config::default() };
        for (number, operation) in OPERATIONS.iter().enumerate() {
            // A JSON document, which is what goes through the raw door here, has no bytes that are not text.
            if !is_typed && operation.has_blob_payload() {
                continue;
            }
            let seed = [u8::try_from(number).expect("few operations"); 32];
            let mut runner = TestRunner::new_with_rng(config.clone(), TestRng::from_seed(RngAlgorithm::ChaCha, &seed));
            let this = std::cell::RefCell::new(&mut *self);
            let outcome = runner.run(&inputs::of(operation), |input| {
                this.borrow_mut().compare(operation, &input, is_typed).map_err(TestCaseError::fail)
            });
            outcome.unwrap_or_else(|error| panic!("{}: {error}", operation.name));
        }
    }

    fn compare(
        &mut self,
        operation: &'static apigw_spec::Operation,
        input: &Value,
        is_typed: bool,
    ) -> Result<(), String> {
        self.oracle.send(operation.name, input, is_typed)?;
        let theirs = self.server.request();
        if is_typed {
            typed::call(self, operation.name, input)?;
        } else {
            let document = Document::new(input, operation.input.shape());
            let members = document.members().ok_or("the input is no structure")?;
            self.runtime.block_on(self.client.call(operation, members)).map_err(|error| error.to_string())?;
        }
        let ours = self.server.request();
        same("method", &ours.method, &theirs.method)?;
        same("target", &ours.target, &theirs.target)?;
        same("body", &String::from_utf8_lossy(&ours.body), &String::from_utf8_lossy(&theirs.body))?;
        same("signed headers", &ours.signed_headers(), &theirs.signed_headers())?;
        let signed = ours.signed_headers().unwrap_or_default().split(';').filter(|name| *name != "x-amz-date");
        for name in signed.chain(["accept-encoding", "content-length"]) {
            same(name, &ours.header(name), &theirs.header(name))?;
        }
        for request in [&theirs, &ours] {
            same("signature", &signature(request), &Some(self.oracle.signature(request).as_str()))?;
        }
        Ok(())
    }
}

/// Every region that the rules know, and some that they do not, with every kind of endpoint.
fn endpoints() {
    let mut oracle = Oracle::start("http://localhost:1");
    let mut regions = oracle.regions();
    assert!(regions.len() > 40, "{regions:?}");
    regions.extend(
        ["eu-nowhere-9", "xx-new-1", "aws-eusc-global", "cn-north", "eusc-fr-west-1", "local"].map(str::to_owned),
    );
    for region in &regions {
        for (fips, dual_stack) in [(false, false), (true, false), (false, true), (true, true)] {
            let builder = Client::builder().environment(Environment::empty()).region(region).unsigned();
            let client = builder.use_fips(fips).use_dual_stack(dual_stack).build().expect("a client");
            let ours = client.endpoint(apigw_model::SERVICE).map(|endpoint| endpoint.to_string());
            let theirs = oracle.endpoint(region, fips, dual_stack);
            assert_eq!(ours.ok(), theirs.clone().ok(), "{region}, FIPS {fips}, dual stack {dual_stack}: {theirs:?}");
        }
    }
}

/// The signature that a request has.
fn signature(request: &Request) -> Option<&str> {
    request.header("authorization")?.split_once("Signature=").map(|(_, signature)| signature)
}

fn same<T: PartialEq + std::fmt::Debug>(what: &str, ours: &T, theirs: &T) -> Result<(), String> {
    if ours == theirs { Ok(()) } else { Err(format!("{what} differs:\n  ours   {ours:?}\n  theirs {theirs:?}")) }
}
