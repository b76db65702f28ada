//! Every operation, structure and enumeration of the specification has its type, and every type keeps its promises.

use std::fmt::Write as _;

use apigw_codegen::type_names;
use apigw_model::{OPERATIONS, OpenEnum, Operation, Structured, Validate};
use apigw_spec::{Kind, Shape, Spec, Target};
use apigw_tests::visit::{Visit, document};
use apigw_tests::{every, round_trip};
use serde::Serialize;
use serde::de::DeserializeOwned;

fn spec() -> &'static Spec {
    apigw_spec::builtin::spec().expect("the built-in specification reads")
}

/// How `every.rs` begins.
const OPENING: &str = "\
//! Every generated type, sorted by the names of operations and shapes.
//!
//! Written by the test `coverage` with `APIGW_BLESS=1`; do not edit.

use apigw_model as model;

use crate::visit::Visit;

";

/// The list of `every.rs`, from the specification and the names that the generator gives.
fn list() -> String {
    let names = type_names(spec());
    let mut text = OPENING.to_owned();
    let mut function = |doc: &str, name: &str, calls: Vec<String>| {
        let calls = calls.join(";\n    visitor.");
        let _ = write!(text, "/// {doc}\npub fn {name}(visitor: &mut impl Visit) {{\n    visitor.{calls};\n}}\n\n");
    };
    let operations = spec().operations.iter();
    let operations =
        operations.map(|operation| format!("operation::<model::{}>(\"{}\")", names[operation.name], operation.name));
    function("Visits every operation.", "operations", operations.collect());
    let typed = |wanted: fn(&Shape) -> bool, what: &str| -> Vec<String> {
        let shapes = spec().shapes.iter().filter(|shape| names.contains_key(shape.id) && wanted(shape));
        shapes.map(|shape| format!("{what}::<model::{}>(\"{}\")", names[shape.id], shape.name())).collect()
    };
    let is_structure = |shape: &Shape| matches!(shape.kind, Kind::Structure(_));
    function("Visits every structure, the inputs included.", "structures", typed(is_structure, "structure"));
    let is_enumeration = |shape: &Shape| matches!(shape.kind, Kind::String(_));
    function("Visits every enumeration.", "enumerations", typed(is_enumeration, "enumeration"));
    text.truncate(text.trim_end().len());
    text + "\n"
}

#[test]
fn the_list_of_types_is_complete() {
    apigw_tests::bless("src/every.rs", &list(), "rust");
}

#[test]
fn the_model_has_the_operations_of_the_specification() {
    let ours: Vec<_> = OPERATIONS.iter().map(|operation| operation.name).collect();
    let theirs: Vec<_> = spec().operations.iter().map(|operation| operation.name).collect();
    assert_eq!(ours, theirs);
    assert_eq!(ours.len(), 124);
    for (ours, theirs) in OPERATIONS.iter().zip(spec().operations) {
        assert_eq!(format!("{ours:?}"), format!("{theirs:?}"), "tables of {}", theirs.name);
    }
}

/// Counts what it visits and checks each.
#[derive(Default)]
struct Promises {
    operations: usize,
    structures: usize,
    enumerations: usize,
}

impl Visit for Promises {
    fn structure<T>(&mut self, name: &str)
    where
        T: Structured + Validate + Serialize + DeserializeOwned + std::fmt::Debug + Clone + PartialEq,
    {
        self.structures += 1;
        assert_eq!(T::SHAPE.name(), name);
        let shape = spec().shape(name).expect("a shape of the specification");
        assert_eq!(format!("{:?}", T::SHAPE), format!("{shape:?}"), "table of {name}");
        reads_what_it_writes::<T>(name);
        reads_its_skeletons::<T>(name);
    }

    fn enumeration<T>(&mut self, name: &str)
    where
        T: OpenEnum + Serialize + DeserializeOwned + std::fmt::Debug + std::fmt::Display + std::str::FromStr + Ord,
    {
        self.enumerations += 1;
        let shape = spec().shape(name).expect("a shape of the specification");
        let Kind::String(text) = shape.kind else { panic!("{name} is no string") };
        let values: Vec<_> = T::ALL.iter().map(OpenEnum::as_str).collect();
        assert_eq!(Some(values.as_slice()), text.values.listed(), "values of {name}");
        let unknown = "a value that nobody lists".parse::<T>().ok().expect("any text");
        for value in T::ALL.iter().chain([&unknown]) {
            assert_eq!(value.to_string(), value.as_str());
            assert_eq!(value.as_str().parse::<T>().ok().as_ref(), Some(value), "parsing of {name}");
            assert_eq!(round_trip(value), value.as_str());
        }
        assert!(!T::ALL.contains(&unknown), "{name}");
    }

    fn operation<T: Operation>(&mut self, name: &str) {
        self.operations += 1;
        assert_eq!(T::OPERATION.name, name);
        assert_eq!(T::OPERATION.input.shape().id, T::SHAPE.id);
        let output = T::OPERATION.output.map(|output| output.shape().id);
        assert_eq!(output.unwrap_or("smithy.api#Unit"), <T::Output as Structured>::SHAPE.id, "output of {name}");
        let codes = T::OPERATION.errors.iter().map(|error| error.shape().name());
        let kinds: Vec<_> = codes.map(<T::ErrorKind as apigw_model::ErrorKind>::from_code).collect();
        let other = <T::ErrorKind as apigw_model::ErrorKind>::from_code("NobodyKnowsThis");
        assert!(!kinds.contains(&other), "an error of {name} has no kind");
        assert_eq!(kinds.iter().filter(|kind| **kind == kinds[0]).count(), 1, "two errors of {name} are one kind");
    }
}

/// A document with everything in it comes out as it went in, by either set of names.
fn reads_what_it_writes<T>(name: &str)
where
    T: Structured + Validate + Serialize + DeserializeOwned + std::fmt::Debug + Clone + PartialEq,
{
    let by_name = document(T::SHAPE, &|member| member.name);
    let value: T = serde_json::from_value(by_name.clone()).unwrap_or_else(|error| panic!("{name}: {error}"));
    assert_eq!(round_trip(&value), by_name, "{name}");
    assert_eq!(value.clone(), value);
    // Judging it is safe, whatever the verdict is.
    let _ = value.violations();

    let by_wire_name = document(T::SHAPE, &|member| member.wire_name);
    let bytes = serde_json::to_vec(&by_wire_name).expect("JSON");
    let read: T = apigw_model::__private::json::read(&bytes).unwrap_or_else(|error| panic!("{name}: {error}"));
    let text = apigw_model::__private::json::text(Target::to(T::SHAPE), read.to_value());
    let written: serde_json::Value = serde_json::from_str(&text).expect("our own JSON");
    let again: T = apigw_model::__private::json::read(text.as_bytes()).expect("our own JSON");
    assert_eq!(again, read, "{name} by wire names: {written}");
    if T::SHAPE.members().iter().all(|member| member.name == member.wire_name) {
        assert_eq!(read, value, "{name}");
    }
}

/// What the skeleton commands print can be filled in and read.
fn reads_its_skeletons<T>(name: &str)
where
    T: Structured + Serialize + DeserializeOwned + std::fmt::Debug + PartialEq,
{
    for skeleton in
        [apigw_model::__private::skeleton::input(T::SHAPE), apigw_model::__private::skeleton::output(T::SHAPE)]
    {
        // The placeholder of bytes is `null`, which has to be filled in.
        let skeleton = skeleton.replace(": null", ": \"\"");
        let value: T = serde_json::from_str(&skeleton).unwrap_or_else(|error| panic!("{name}: {error}\n{skeleton}"));
        let again: serde_json::Value = round_trip(&value);
        let skeleton: serde_json::Value = serde_json::from_str(&skeleton).expect("JSON");
        let (given, again) = (given(&skeleton), given(&again));
        assert!(given.iter().all(|member| again.contains(member)), "{name}: {again:?} of {given:?}");
    }
}

/// The members that a document gives.
fn given(document: &serde_json::Value) -> Vec<&str> {
    let members = document.as_object().into_iter().flatten().filter(|(_, value)| !value.is_null());
    members.map(|(name, _)| name.as_str()).collect()
}

#[test]
fn every_type_keeps_its_promises() {
    let mut promises = Promises::default();
    every::operations(&mut promises);
    every::structures(&mut promises);
    every::enumerations(&mut promises);
    let structures = spec().shapes.iter().filter(|shape| matches!(shape.kind, Kind::Structure(_))).count();
    let names = type_names(spec());
    let typed = spec().shapes.iter().filter(|shape| names.contains_key(shape.id)).count();
    assert_eq!(promises.operations, spec().operations.len());
    assert_eq!(promises.structures, structures);
    assert_eq!(promises.enumerations, typed - structures);
}

#[test]
fn debug_has_the_names_of_rust() {
    let get = apigw_model::GetAccount::builder().build();
    assert_eq!(format!("{get:?}"), "GetAccount { .. }");
    let tls = apigw_model::TlsConfig::builder().insecure_skip_verification(true).build();
    let put = apigw_model::PutIntegration::builder().rest_api_id("a").resource_id("b").http_method("GET");
    let put = put.r#type("HTTP").tls_config(tls).integration_http_method("GET").uri("u").build();
    let shown = format!("{put:?}");
    let expected = "PutIntegration { rest_api_id: \"a\", resource_id: \"b\", http_method: \"GET\", type: \"HTTP\", \
                    integration_http_method: \"GET\", uri: \"u\", \
                    tls_config: TlsConfig { insecure_skip_verification: true, .. }, .. }";
    assert_eq!(shown, expected);
}
