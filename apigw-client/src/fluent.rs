//! The fluent methods of the client, one an operation, generated from the specification.

use crate::client::Client;

apigw_macros::client!(for Client, model = ::apigw_model);
