//! Selecting operations, and what they need.
#![cfg(feature = "read")]
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test that cannot go on has failed"
)]

use apigw_spec::builtin;
use apigw_spec::select::select;

#[test]
fn an_operation_brings_the_shapes_that_it_reaches() {
    let all = builtin::spec().unwrap();
    let one = select(all, &["PutIntegration"]).unwrap();
    assert_eq!(one.operations.len(), 1);
    assert_eq!(one.operation_ids, ["com.amazonaws.apigateway#PutIntegration"]);
    for name in ["PutIntegrationRequest", "Integration", "IntegrationResponse", "TlsConfig", "HttpMethod"] {
        assert!(one.shape(name).is_some(), "{name}");
    }
    assert!(one.shape("RestApi").is_none());
    assert!(one.shapes.len() < all.shapes.len());
    assert!(one.shapes.is_sorted_by_key(|shape| shape.id));
    assert!(one.documentation("com.amazonaws.apigateway#PutIntegration").is_some());
    assert!(one.documentation("com.amazonaws.apigateway#PutIntegrationRequest$uri").is_some());
    assert!(one.documentation("com.amazonaws.apigateway#PutMethod").is_none());
}

#[test]
fn all_operations_bring_everything() {
    let all = builtin::spec().unwrap();
    let names: Vec<&str> = all.operations.iter().map(|operation| operation.name).collect();
    let again = select(all, &names).unwrap();
    let ids = |spec: &apigw_spec::Spec| spec.shapes.iter().map(|shape| shape.id).collect::<Vec<_>>();
    assert_eq!(ids(&again), ids(all));
}

#[test]
fn naming_an_operation_twice_selects_it_once() {
    let all = builtin::spec().unwrap();
    assert_eq!(select(all, &["GetAccount", "GetAccount"]).unwrap().operations.len(), 1);
    assert_eq!(select(all, &[]).unwrap().shapes.len(), 0);
}

#[test]
fn unknown_operations_are_reported_together() {
    let all = builtin::spec().unwrap();
    let errors = select(all, &["PutIntegraton", "GetAccount", "Fly"]).map(|_| ()).unwrap_err();
    assert_eq!(
        errors,
        [
            "no operation `PutIntegraton` in API Gateway 2015-07-09; did you mean `PutIntegration`?",
            "no operation `Fly` in API Gateway 2015-07-09",
        ]
    );
}
