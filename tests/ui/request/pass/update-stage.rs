//! Made from what the rules of `UpdateStage` must accept.

#![allow(deprecated)]

use apigw_model::{UpdateStage, request};

fn main() {
    let _ = request!(UpdateStage {
        rest_api_id: "xrestapii",
        stage_name: "xstagenam",
        patch_operations: [{
            op: "copy",
            from: "/canarySettings/deploymentId",
            path: "/deploymentId",
        }],
    });
    let _ = request!(UpdateStage {
        rest_api_id: "xrestapii",
        stage_name: "xstagenam",
        patch_operations: [{
            op: "copy",
            from: "/canarySettings/deploymentId",
            path: "/deploymentId",
        }],
    });
    let _ = request!(UpdateStage {
        rest_api_id: "xrestapii",
        stage_name: "xstagenam",
        patch_operations: [],
    });
    let _ = request!(UpdateStage {
        rest_api_id: "xrestapii",
        stage_name: "xstagenam",
        patch_operations: [{
            op: "remove",
            path: "/accessLogSettings/destinationArn",
        }],
    });
    let _ = request!(UpdateStage {
        rest_api_id: "xrestapii",
        stage_name: "xstagenam",
        patch_operations: [{
            op: "remove",
            path: "/accessLogSettings/destinationArn",
        }],
    });
    let _ = request!(UpdateStage {
        rest_api_id: "xrestapii",
        stage_name: "xstagenam",
        patch_operations: [{
            op: "remove",
            path: "/accessLogSettings/format",
        }],
    });
    let _ = request!(UpdateStage {
        rest_api_id: "xrestapii",
        stage_name: "xstagenam",
        patch_operations: [{
            op: "remove",
            path: "/accessLogSettings/format",
        }],
    });
}
