//! Unsound operations and members, and what is said about them.

use serde_json::json;

use crate::shop::{Case, check_cases, read_text, with};

#[test]
fn unsound_operations_are_explained() {
    let http = "/shapes/example#PutThing/traits/smithy.api#http";
    let uri = "(at `/shapes/example#PutThing/traits/smithy.api#http/uri`)";
    let about_uri = |reason: &str| format!("cannot read `api.json`: shape `example#PutThing` {reason} {uri}");
    for (path, reason) in [
        ("things/{thingId}", "has the URI `things/{thingId}`, which does not begin with `/`"),
        ("/things-{thingId}", "has the URI `/things-{thingId}`, in which a label is not a whole segment"),
        ("/{thingId}/{thingId}", "has the URI `/{thingId}/{thingId}`, which names a label twice"),
        ("/{thingId+}/{x}", "has the URI `/{thingId+}/{x}`, in which a label follows a greedy one"),
        ("/{}", "has the URI `/{}`, in which a label has no name"),
        ("/{thingId}?a={b}", "has the URI `/{thingId}?a={b}`, in which a label stands in the query"),
        ("/things", "has no label for the member `thingId` of its input"),
        ("/{thingId}?since=1", "fixes the query parameter `since`, to which `since` is bound"),
    ] {
        let found = read_text(&with(&format!("{http}/uri"), json!(path)).to_string()).map(|_| ()).unwrap_err();
        assert_eq!(found, about_uri(reason));
    }
    let found = read_text(&with(&format!("{http}/uri"), json!("/{thingID}")).to_string()).map(|_| ()).unwrap_err();
    let missing = about_uri(
        "has the label `thingID`, for which its input has no member with `httpLabel`; did you mean `thingId`?",
    );
    assert_eq!(found.lines().next(), Some(missing.as_str()));
    check_cases(vec![
        Case(
            "/shapes/example#PutThing/traits",
            json!({}),
            "shape `example#PutThing` lacks the trait `smithy.api#http` (at `/shapes/example#PutThing`)",
        ),
        Case(
            "/shapes/example#PutThing/traits/smithy.api#http/method",
            json!("put"),
            "shape `example#PutThing` has the impossible HTTP method `put` \
             (at `/shapes/example#PutThing/traits/smithy.api#http/method`)",
        ),
        Case(
            "/shapes/example#PutThing/traits/smithy.api#http/code",
            json!("201"),
            "shape `example#PutThing` has the impossible HTTP status \"201\" \
             (at `/shapes/example#PutThing/traits/smithy.api#http/code`)",
        ),
        Case(
            "/shapes/example#PutThing/output/target",
            json!("example#Color"),
            "shape `example#PutThing` targets `example#Color`, which is not a structure \
             (at `/shapes/example#PutThing/output/target`)",
        ),
        Case(
            "/shapes/example#PutThing/errors/0/target",
            json!("example#Thing"),
            "shape `example#PutThing` names the error `example#Thing`, which is not a structure with the trait \
             `smithy.api#error` (at `/shapes/example#PutThing/errors/0/target`)",
        ),
        Case(
            "/shapes/example#Shop/operations/0/target",
            json!("example#PutThin"),
            "shape `example#Shop` targets unknown shape `example#PutThin`; did you mean `example#PutThing`? \
             (at `/shapes/example#Shop/operations/0/target`)",
        ),
        Case(
            "/shapes/example#Shop/operations/0/target",
            json!("example#Thing"),
            "shape `example#Shop` offers `example#Thing`, which is not an operation \
             (at `/shapes/example#Shop/operations/0/target`)",
        ),
        Case(
            "/shapes/example#ListThings/traits/smithy.api#paginated/items",
            json!("item"),
            "shape `example#ListThings` is paged by `item`, which is not a member of its output; did you mean `items`? \
             (at `/shapes/example#ListThings/traits/smithy.api#paginated/items`)",
        ),
        Case(
            "/shapes/example#ListThings/traits/smithy.api#paginated",
            json!({ "inputToken": "position", "items": "items" }),
            "shape `example#ListThings` is paged but does not name `outputToken` \
             (at `/shapes/example#ListThings/traits/smithy.api#paginated`)",
        ),
    ]);
}

#[test]
fn unsound_quotas_are_explained() {
    let cases = [json!({ "calls": 0, "seconds": 1 }), json!({ "calls": 1 }), json!({ "calls": 1.5, "seconds": 2 })];
    let cases = cases.map(|quota| {
        Case(
            "/shapes/example#ListThings/traits/apigw.quota#rate",
            quota,
            "shape `example#ListThings` has a quota without `calls` and `seconds`, whole numbers from 1 \
             (at `/shapes/example#ListThings/traits/apigw.quota#rate`)",
        )
    });
    check_cases(cases.into());
}

#[test]
fn unsound_members_are_explained() {
    check_cases(vec![
        Case(
            "/shapes/example#PutThingRequest/members/thingId/traits",
            json!({ "smithy.api#httpLabel": {} }),
            "member `example#PutThingRequest$thingId` is a label of the path, so it must be `required` \
             (at `/shapes/example#PutThingRequest/members/thingId/traits/smithy.api#httpLabel`)",
        ),
        Case(
            "/shapes/example#PutThingRequest/members/note/traits/smithy.api#httpQuery",
            json!("note"),
            "member `example#PutThingRequest$note` is bound by both `smithy.api#httpQuery` and \
             `smithy.api#httpHeader` (at `/shapes/example#PutThingRequest/members/note/traits/smithy.api#httpHeader`)",
        ),
        Case(
            "/shapes/example#PutThingRequest/members/note/traits",
            json!({ "smithy.api#httpQuery": "since" }),
            "member `example#PutThingRequest$note` is bound to the query parameter `since`, to which `since` is bound \
             already (at `/shapes/example#PutThingRequest/members/note`)",
        ),
        Case(
            "/shapes/example#PutThingRequest/members/note/traits/smithy.api#httpHeader",
            json!(""),
            "member `example#PutThingRequest$note` is bound to an empty name \
             (at `/shapes/example#PutThingRequest/members/note/traits/smithy.api#httpHeader`)",
        ),
        Case(
            "/shapes/example#PutThingRequest/members/note/target",
            json!("example#Thing"),
            "member `example#PutThingRequest$note` targets `example#Thing`, which cannot travel by \
             `smithy.api#httpHeader` (at `/shapes/example#PutThingRequest/members/note/traits/smithy.api#httpHeader`)",
        ),
        Case(
            "/shapes/example#PutThingRequest/members/way/traits",
            json!({ "smithy.api#jsonName": "colour" }),
            "member `example#PutThingRequest$way` has the JSON name `colour`, which `color` has already \
             (at `/shapes/example#PutThingRequest/members/way/traits/smithy.api#jsonName`)",
        ),
        Case(
            "/shapes/example#Things/members/position/traits",
            json!({ "smithy.api#httpPayload": {} }),
            "member `example#Things$items` has no place, because `position` is the whole body \
             (at `/shapes/example#Things/members/items`)",
        ),
        Case(
            "/shapes/example#Things/members",
            json!({
                "position": { "target": "smithy.api#String", "traits": { "smithy.api#httpPayload": {} } },
                "items": { "target": "smithy.api#Blob", "traits": { "smithy.api#httpPayload": {} } }
            }),
            "member `example#Things$items` is bound to the whole body, to which `position` is bound already \
             (at `/shapes/example#Things/members/items`)",
        ),
        Case(
            "/shapes/example#Things/members/position/traits",
            json!({ "smithy.api#httpResponseCode": {} }),
            "member `example#Things$position` targets `smithy.api#String`, which cannot travel by \
             `smithy.api#httpResponseCode` \
             (at `/shapes/example#Things/members/position/traits/smithy.api#httpResponseCode`)",
        ),
        Case(
            "/shapes/example#Thing/members/color/traits",
            json!({ "smithy.api#timestampFormat": "date-time" }),
            "member `example#Thing$color` has a timestamp format, but is not a timestamp \
             (at `/shapes/example#Thing/members/color/traits/smithy.api#timestampFormat`)",
        ),
    ]);
}
