//! Values whose type `request!` leaves to the place where they stand, as a structure literal does, and `..` with a default.

use std::collections::BTreeMap;

use apigw_model::{
    ApiKeySourceType, Blob, CreateRestApi, CreateUsagePlan, EndpointType, GetRestApis, HttpMethod, ImportRestApi,
    Input, IntegrationType, PutIntegration, PutMethod, request,
};

/// The binary media types of an API.
fn types(api: CreateRestApi) -> Vec<String> {
    api.binary_media_types.unwrap_or_default()
}

#[test]
fn lists_take_what_becomes_their_items() {
    let (mine, owned) = ("c/d", String::from("e/f"));
    let mixed = request!(CreateRestApi { name: "a", binary_media_types: ["a/b", mine.into(), owned.clone()] });
    assert_eq!(types(mixed), ["a/b", "c/d", "e/f"]);
    assert_eq!(types(request!(CreateRestApi { name: "a", binary_media_types: [mine.into()] })), ["c/d"]);
    let from = request!(CreateRestApi { name: "a", binary_media_types: [From::from(mine), Into::into('e')] });
    assert_eq!(types(from), ["c/d", "e"]);
    let made = request!(CreateRestApi { name: "a", binary_media_types: vec![mine.into(), owned.as_str().into()] });
    assert_eq!(types(made), ["c/d", "e/f"]);
    let collected =
        request!(CreateRestApi { name: "a", binary_media_types: mine.split('/').map(String::from).collect() });
    assert_eq!(types(collected), ["c", "d"]);
    for empty in [
        request!(CreateRestApi { name: "a", binary_media_types: vec![] }),
        request!(CreateRestApi { name: "a", binary_media_types: Vec::new() }),
    ] {
        assert_eq!(empty.binary_media_types, Some(Vec::new()));
    }
}

#[test]
fn maps_take_what_becomes_their_keys_and_values() {
    let (key, value) = ("k", "v");
    let api = request!(CreateRestApi { name: "a", tags: { "a": "b", key.into(): value.into(), "c": String::new() } });
    let expected = [("a", "b"), ("c", ""), ("k", "v")].map(|(key, value)| (key.to_owned(), value.to_owned()));
    assert_eq!(api.tags, Some(BTreeMap::from(expected)));
    let collected = request!(CreateRestApi {
        name: "a",
        tags: [("a", "b")].into_iter().map(|(key, value)| (key.into(), value.into())).collect(),
    });
    assert_eq!(collected.tags.and_then(|tags| tags.get("a").cloned()).as_deref(), Some("b"));
    let required = request!(PutMethod {
        rest_api_id: "a", resource_id: "b", http_method: "GET".into(), authorization_type: "NONE".into(),
        request_parameters: { "method.request.header.A": true, "method.request.header.B": Default::default() },
    });
    assert_eq!(required.http_method, HttpMethod::Get);
    assert_eq!(required.request_parameters.map(|parameters| parameters["method.request.header.B"]), Some(false));
}

#[test]
fn nested_values_are_inferred_too() {
    let (edge, id) = ("EDGE", "vpce-1");
    let api = request!(CreateRestApi {
        name: "a", endpoint_configuration: { types: [edge.into()], vpc_endpoint_ids: [id.into(), "vpce-2"] },
    });
    let configuration = api.endpoint_configuration.expect("it is given");
    assert_eq!(configuration.types, Some(vec![EndpointType::Edge]));
    assert_eq!(configuration.vpc_endpoint_ids.as_deref().map(<[_]>::len), Some(2));
    let plan = request!(CreateUsagePlan {
        name: "a", api_stages: [{ api_id: id.into(), stage: "s", throttle: { id.into(): { rate_limit: 1, burst_limit: 1 } } }],
    });
    let stage = plan.api_stages.and_then(|stages| stages.into_iter().next()).expect("a stage");
    assert_eq!(stage.api_id.as_deref(), Some("vpce-1"));
    assert!(stage.throttle.is_some_and(|throttle| throttle.contains_key("vpce-1")));
}

#[test]
fn single_values_are_inferred() {
    let (kind, name) = ("MOCK", "a");
    let put =
        request!(PutIntegration { rest_api_id: name.into(), resource_id: "b", http_method: GET, type: kind.into() });
    assert_eq!((put.rest_api_id.as_str(), put.r#type), ("a", IntegrationType::Mock));
    let is_long = name.len() > 1;
    let chosen = request!(CreateRestApi {
        name: if is_long { name.into() } else { 'b'.into() },
        description: match name {
            "long" => name.into(),
            other => {
                let first = other.chars().next();
                first.unwrap_or('s').into()
            }
        },
        version: if is_long { name } else { "1" },
        api_key_source: Into::into("HEADER"),
    });
    assert_eq!((chosen.name.as_str(), chosen.description.as_deref()), ("b", Some("a")));
    assert_eq!(chosen.api_key_source, Some(ApiKeySourceType::Header));
    assert_eq!(request!(ImportRestApi { body: "{}".into() }).body, Blob::from("{}"));
    assert_eq!(request!(GetRestApis { limit: 5_u8.into() }).limit, Some(5));
}

#[test]
fn options_are_inferred() {
    let (some, none) = (Some("a"), None::<&str>);
    let api = request!(CreateRestApi {
        name: "a", description?: some.map(Into::into), version?: none.map(From::from), clone_from?: None,
        api_key_source?: Some("HEADER".into()), tags?: None, binary_media_types?: Some(vec!["a/b".into()]),
        minimum_compression_size?: None, policy?: if some.is_some() { None } else { Some("{}".into()) },
    });
    let expected = CreateRestApi::builder()
        .name("a")
        .description("a")
        .api_key_source(ApiKeySourceType::Header)
        .binary_media_types(["a/b"])
        .build();
    assert_eq!(api, expected);
}

#[derive(Input)]
#[apigw(operation = CreateRestApi, description = 'd'.into(), binary_media_types = ["a/b", 'c'.into()])]
struct Named {
    name: String,
}

#[test]
fn attributes_take_them_too() {
    let api = CreateRestApi::from(Named { name: "a".to_owned() });
    assert_eq!(api.description.as_deref(), Some("d"));
    assert_eq!(types(api), ["a/b", "c"]);
}

#[test]
fn a_default_gives_nothing_to_what_has_required_members() {
    let api = request!(CreateRestApi {
        name: "a", endpoint_configuration: { types: [EDGE], ..std::default::Default::default() }, ..Default::default()
    });
    assert_eq!(api, request!(CreateRestApi { name: "a", endpoint_configuration: { types: [EDGE] } }));
    assert_eq!(request!(GetRestApis { limit: 5, ..<_>::default() }), request!(GetRestApis { limit: 5 }));
    let all = request!(GetRestApis { limit: 5, ..GetRestApis::default() });
    assert_eq!(all, request!(GetRestApis { limit: 5 }));
}

/// What is around an inferred value is checked as ever, and nothing is taken for given that a default does not give.
#[test]
fn literals_beside_them_are_checked() {
    let expand = |call: &str| apigw_codegen::request(call.parse().expect("tokens")).to_string();
    let listed = expand("CreateRestApi { name: \"a\", tags: { \"a\": value.into(), \"aws:b\": \"c\" } }");
    assert!(listed.contains("compile_error") && listed.contains("aws:b"), "{listed}");
    let given = "PutIntegration { rest_api_id: \"a\", resource_id: \"b\", http_method: GET, type: HTTP, ..";
    assert!(!expand(&format!("{given}base }}")).contains("compile_error"));
    let missing = expand(&format!("{given}Default::default() }}"));
    assert!(missing.contains("`integration_http_method` is required"), "{missing}");
    let twice = expand(&format!("{given}base, ..Default::default() }}"));
    assert!(twice.contains("only one value can give the other members"), "{twice}");
}

/// Each level of a choice is looked at once: twice would be more than a day here.
#[test]
fn long_choices_are_looked_at_once() {
    let branches = "if c { n.into() } else ".repeat(50);
    let call = format!("CreateRestApi {{ name: {branches} {{ \"z\".to_owned() }} }}");
    assert!(!apigw_codegen::request(call.parse().expect("tokens")).to_string().contains("compile_error"));
}
