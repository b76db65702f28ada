//! Made from what the rules of `CreateResource` must accept.

#![allow(deprecated)]

use apigw_model::{CreateResource, request};

fn main() {
    let _ = request!(CreateResource {
        rest_api_id: "xrestapii",
        parent_id: "a",
        path_part: "x",
    });
    let _ = request!(CreateResource {
        rest_api_id: "xrestapii",
        parent_id: "a",
        path_part: "cats",
    });
    let _ = request!(CreateResource {
        rest_api_id: "xrestapii",
        parent_id: "b2",
        path_part: "x",
    });
    let _ = request!(CreateResource {
        rest_api_id: "xrestapii",
        parent_id: "r",
        path_part: "pets",
    });
    let _ = request!(CreateResource {
        rest_api_id: "xrestapii",
        parent_id: "a",
        path_part: "{id}",
    });
    let _ = request!(CreateResource {
        rest_api_id: "xrestapii",
        parent_id: "r",
        path_part: "cats",
    });
    let _ = request!(CreateResource {
        rest_api_id: "xrestapii",
        parent_id: "r",
        path_part: "a",
    });
    let _ = request!(CreateResource {
        rest_api_id: "xrestapii",
        parent_id: "r",
        path_part: "{a}",
    });
    let _ = request!(CreateResource {
        rest_api_id: "xrestapii",
        parent_id: "r",
        path_part: "{a+}",
    });
    let _ = request!(CreateResource {
        rest_api_id: "xrestapii",
        parent_id: "r",
        path_part: "a.b_c-d:e",
    });
}
