//! What other services than API Gateway have: unions, documents, values that can be `null`, event streams, requests that
//! are not signed or go to other hosts.

use apigw_spec::read::import::{botocore, smithy};
use apigw_spec::read::{Source, read};
use apigw_spec::{Auth, Binding, Checksum, Kind, Member, Shape, Spec};
use serde_json::{Value, json};

fn service() -> Value {
    json!({
        "metadata": {
            "apiVersion": "2026-01-01", "endpointPrefix": "zoo", "protocol": "rest-json", "serviceFullName": "Zoo",
            "serviceId": "Zoo", "signatureVersion": "v4", "auth": ["aws.auth#sigv4", "smithy.api#httpBearerAuth"]
        },
        "deprecated": true,
        "operations": {
            "Feed": {
                "name": "Feed",
                "http": { "method": "POST", "requestUri": "/animals/{animal}" },
                "input": { "shape": "FeedRequest" },
                "output": { "shape": "FeedResponse" },
                "endpoint": { "hostPrefix": "{animal}.data." },
                "authtype": "v4-unsigned-body",
                "httpChecksumRequired": true,
                "requestcompression": { "encodings": ["gzip"] },
                "deprecated": true, "deprecatedMessage": "let them eat", "deprecatedSince": "2026-02-01"
            },
            "Visit": {
                "name": "Visit", "http": { "method": "GET", "requestUri": "/" }, "auth": ["smithy.api#noAuth"]
            },
            "Work": {
                "name": "Work", "http": { "method": "GET", "requestUri": "/work" },
                "auth": ["smithy.api#httpBearerAuth"]
            }
        },
        "shapes": {
            "FeedRequest": {
                "type": "structure",
                "required": ["animal", "token", "food"],
                "members": {
                    "animal": { "shape": "Text", "location": "uri", "locationName": "animal", "hostLabel": true },
                    "token": { "shape": "Text", "idempotencyToken": true },
                    "food": { "shape": "Food" },
                    "label": { "shape": "Text", "location": "header", "locationName": "X-Label", "jsonvalue": true },
                    "notes": { "shape": "Notes" },
                    "counts": { "shape": "Counts" },
                    "extra": { "shape": "Anything" }
                }
            },
            "Food": {
                "type": "structure", "union": true,
                "members": { "hay": { "shape": "Text" }, "menu": { "shape": "Menu" } }
            },
            "Menu": { "type": "list", "member": { "shape": "Food" } },
            "Notes": { "type": "list", "member": { "shape": "Text" }, "sparse": true },
            "Counts": { "type": "map", "key": { "shape": "Text" }, "value": { "shape": "Number" }, "sparse": true },
            "Anything": { "type": "structure", "members": {}, "document": true },
            "FeedResponse": {
                "type": "structure", "payload": "bites", "members": { "bites": { "shape": "Bites" } }
            },
            "Bites": {
                "type": "structure", "eventstream": true,
                "members": { "bite": { "shape": "Feed" }, "choked": { "shape": "ChokedException" } }
            },
            "Feed": {
                "type": "structure", "event": true,
                "members": {
                    "size": { "shape": "Number", "eventheader": true },
                    "sound": { "shape": "Sound", "eventpayload": true }
                }
            },
            "ChokedException": { "type": "structure", "exception": true, "members": { "message": { "shape": "Text" } } },
            "Sound": { "type": "blob" },
            "Number": { "type": "float" },
            "Text": { "type": "string" }
        }
    })
}

fn imported(service: &Value) -> Spec {
    let text = botocore(&service.to_string(), None, None).unwrap_or_else(|errors| panic!("{errors}"));
    assert_eq!(smithy(&text).unwrap(), text, "the normal form imports to itself");
    read(&[Source { name: "zoo.json", text: &text }]).unwrap_or_else(|errors| panic!("{errors}"))
}

fn member(shape: &'static Shape, name: &str) -> &'static Member {
    shape.structure().member(name).unwrap().1
}

#[test]
fn unions_documents_and_values_that_can_be_null_are_read() {
    let spec = imported(&service());
    let input = spec.operation("Feed").unwrap().input.shape();
    let food = member(input, "food").target.shape();
    assert!(matches!(food.kind, Kind::Union(union) if union.members.len() == 2));
    let menu = member(food, "menu").target.shape();
    assert!(matches!(menu.kind, Kind::List(item) if item.shape().id == food.id && !item.is_nullable()));
    assert!(matches!(member(input, "notes").target.shape().kind, Kind::List(item) if item.is_nullable()));
    assert!(matches!(member(input, "counts").target.shape().kind, Kind::Map { value, .. } if value.is_nullable()));
    assert!(matches!(member(input, "extra").target.shape().kind, Kind::Document));
    assert_eq!(member(input, "label").binding, Binding::EncodedHeader("X-Label"));
}

#[test]
fn a_stream_of_events_is_a_list_of_a_union() {
    let spec = imported(&service());
    let output = spec.operation("Feed").unwrap().output.unwrap().shape();
    let bites = member(output, "bites");
    assert_eq!(bites.binding, Binding::Events);
    let Kind::List(events) = bites.target.shape().kind else { panic!("{bites:?}") };
    assert!(matches!(events.shape().kind, Kind::Union(_)));
    // A structure and an operation share the name.
    let bite = member(events.shape(), "bite").target.shape();
    assert_eq!(bite.name(), "FeedShape");
    assert_eq!(member(bite, "size").binding, Binding::EventHeader);
    assert_eq!(member(bite, "sound").binding, Binding::EventPayload);
    assert_eq!(member(events.shape(), "choked").target.shape().structure().error, Some(400));
}

#[test]
fn hosts_tokens_and_signatures_are_read() {
    let spec = imported(&service());
    let feed = spec.operation("Feed").unwrap();
    assert_eq!(feed.handling.host_prefix, Some("{animal}.data."));
    assert_eq!(feed.handling.token, Some("token"));
    // A token that is not given is made up.
    assert!(!member(feed.input.shape(), "token").required);
    assert!(feed.handling.unsigned_payload && feed.handling.compressed);
    assert_eq!(feed.handling.checksum, Some(Checksum::Md5));
    assert_eq!(feed.handling.auth, Auth::SigV4);
    assert_eq!(spec.operation("Visit").unwrap().handling.auth, Auth::None);
    assert_eq!(spec.operation("Work").unwrap().handling.auth, Auth::Bearer);
    assert_eq!(spec.deprecation("com.amazonaws.zoo#Feed"), Some("let them eat (since 2026-02-01)"));
}

#[test]
fn a_service_can_take_bearer_tokens_alone() {
    let mut service = service();
    service["metadata"]["signatureVersion"] = json!("bearer");
    service["metadata"]["auth"] = json!(["smithy.api#httpBearerAuth"]);
    let spec = imported(&service);
    assert_eq!(spec.operation("Feed").unwrap().handling.auth, Auth::Bearer);
    assert_eq!(spec.service.signing_name, "zoo");
}

#[test]
fn a_host_label_is_a_required_member() {
    let mut service = service();
    service["operations"]["Feed"]["endpoint"]["hostPrefix"] = json!("{anmal}.");
    let text = botocore(&service.to_string(), None, None).unwrap();
    let found = read(&[Source { name: "zoo.json", text: &text }]).unwrap_err().to_string();
    assert!(found.contains("has the host label `anmal`, for which its input has no required member"), "{found}");
    assert!(found.contains("did you mean `animal`?"), "{found}");
}

#[test]
fn a_union_has_exactly_one_member() {
    use apigw_spec::document::Document;
    let spec = imported(&service());
    let input = spec.operation("Feed").unwrap().input.shape();
    let found = |food: Value| -> Vec<String> {
        let json = json!({ "animal": "cow", "food": food });
        let document = Document::new(&json, input);
        apigw_spec::check(input, document.members().unwrap()).iter().map(ToString::to_string).collect()
    };
    assert_eq!(found(json!({ "hay": "much" })), [""; 0]);
    assert_eq!(found(json!({ "menu": [{ "hay": "much" }], "hay": null })), [""; 0]);
    assert_eq!(found(json!({})), ["missing the member of the union `food`; expected `hay` or `menu`"]);
    assert_eq!(
        found(json!({ "hay": "much", "menu": [{}] })),
        [
            "the union `food` cannot have both `hay` and `menu`; keep one of them",
            "missing the member of the union `food.menu[0]`; expected `hay` or `menu`",
        ]
    );
}
