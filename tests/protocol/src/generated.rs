//! The generated code of a suite behind one function, and a transport that keeps the request and gives an answer.

use std::future::Future;
use std::pin::Pin;
use std::sync::{Arc, Mutex, PoisonError};

use apigw_client::transport::{Body, ResponseFuture, Transport};
use apigw_client::{Client, Credentials, Environment, RetryPolicy};
use apigw_model::__private::serialize;
use apigw_model::Structured;
use apigw_spec::Shape;
use bytes::Bytes;
use http::{Request, Response};
use http_body_util::{BodyExt as _, Full};
use serde_json::Value;

/// The members of each structure that the model gives errors, by its name.
pub(crate) type Details = Vec<(&'static str, &'static Shape, Value)>;

/// What came of a call.
#[derive(Debug)]
pub(crate) enum Outcome {
    /// An output.
    Output(&'static Shape, Value),
    /// An error of the service.
    Rejected {
        /// Its code.
        code: String,
        /// Its message.
        message: String,
        /// The kind that generated code makes of the code.
        kind: String,
        /// The members.
        details: Details,
    },
}

/// A call that runs until it is answered.
pub(crate) type Called = Pin<Box<dyn Future<Output = Result<Outcome, String>>>>;

/// The functions of a suite's module.
#[derive(Clone, Copy)]
pub(crate) struct Generated {
    /// Calls the operation of a name with the members of an input.
    pub(crate) call: fn(Client, &str, Value) -> Called,
    /// The input of the operation of a name.
    pub(crate) input: fn(&str) -> &'static Shape,
}

/// The module of a suite.
macro_rules! suite {
    ($module:ident $file:tt [$($name:literal $operation:ident $method:ident,)*] [$($error:ident),*]) => {
        #[allow(missing_docs, unreachable_pub, dead_code, reason = "a model without documentation generates none")]
        mod $module {
            pub mod model {
                apigw_model::model!(path = $file);
            }

            #[derive(Clone)]
            pub struct Caller(apigw_client::Client);

            apigw_client::client!(for Caller, model = self::model, path = $file);

            impl<I: apigw_model::Operation> apigw_model::Finish<I> for Caller {
                type Reply = apigw_client::Call<I>;

                fn finish(self, input: I) -> Self::Reply {
                    self.0.send(&input)
                }
            }

            pub(crate) const GENERATED: $crate::generated::Generated = $crate::generated::Generated { call, input };

            fn input(operation: &str) -> &'static apigw_spec::Shape {
                match operation {
                    $($name => <model::$operation as apigw_model::Structured>::SHAPE,)*
                    _ => unreachable!("the operation `{operation}` of another suite"),
                }
            }

            fn details(failure: &apigw_client::Failure) -> $crate::generated::Details {
                let _ = failure;
                let found: &[$crate::generated::Details] =
                    &[$($crate::generated::details(stringify!($error), failure.details::<model::$error>())),*];
                found.concat()
            }

            fn call(
                client: apigw_client::Client,
                operation: &str,
                input: serde_json::Value,
            ) -> $crate::generated::Called {
                match operation {
                    $($name => Box::pin(async move {
                        let input: model::$operation =
                            serde_json::from_value(input).map_err(|error| format!("the input is not read: {error}"))?;
                        match Caller(client).$method().__from(input).send().await {
                            Ok(output) => Ok($crate::generated::output(&output)),
                            Err(error) => {
                                let failure = error.failure().ok_or_else(|| format!("{error:?}"))?;
                                Ok($crate::generated::Outcome::Rejected {
                                    code: failure.code.clone(),
                                    message: failure.message.clone(),
                                    kind: format!("{:?}", error.kind()),
                                    details: details(failure),
                                })
                            }
                        }
                    }),)*
                    _ => unreachable!("the operation `{operation}` of another suite"),
                }
            }
        }
    };
}
pub(crate) use suite;

/// The members of an output, by their names.
pub(crate) fn output<O: Structured>(output: &O) -> Outcome {
    Outcome::Output(O::SHAPE, json(output))
}

/// The members of an error, if the failure has them.
pub(crate) fn details<E: Structured>(name: &'static str, error: Option<E>) -> Details {
    error.map(|error| (name, E::SHAPE, json(&error))).into_iter().collect()
}

fn json<T: Structured>(value: &T) -> Value {
    serialize(T::SHAPE, value, serde_json::value::Serializer).expect("every value has a form in JSON")
}

/// Gives every request the same answer, and keeps the request.
#[derive(Clone)]
pub(crate) struct Recorded {
    answer: Arc<dyn Fn() -> Response<Bytes> + Send + Sync>,
    request: Arc<Mutex<Option<Request<Bytes>>>>,
}

impl Recorded {
    /// A transport with an answer.
    pub(crate) fn new(answer: impl Fn() -> Response<Bytes> + Send + Sync + 'static) -> Self {
        Self { answer: Arc::new(answer), request: Arc::default() }
    }

    /// A client with the transport.
    pub(crate) fn client(&self, endpoint: &str) -> Client {
        let credentials = Credentials::new("AKIDEXAMPLE", "secret", None, None, "test");
        let builder = Client::builder().environment(Environment::empty()).region("us-east-1").credentials(credentials);
        let builder = builder.retry(RetryPolicy::off()).endpoint_url(endpoint);
        builder.transport(self.clone()).build().expect("a client")
    }

    /// The request that was sent last.
    pub(crate) fn request(&self) -> Option<Request<Bytes>> {
        self.request.lock().unwrap_or_else(PoisonError::into_inner).take()
    }
}

impl Transport for Recorded {
    fn send(&self, request: Request<Bytes>) -> ResponseFuture {
        *self.request.lock().unwrap_or_else(PoisonError::into_inner) = Some(request);
        let answer = (self.answer)().map(|bytes| Body::new(Full::new(bytes).map_err(|never| match never {})));
        Box::pin(async { Ok(answer) })
    }
}

/// Runs a call to its end.
pub(crate) fn run(call: Called) -> Result<Outcome, String> {
    tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime").block_on(call)
}
