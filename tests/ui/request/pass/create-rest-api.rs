//! Made from what the rules of `CreateRestApi` must accept.

#![allow(deprecated)]

use apigw_model::{CreateRestApi, request};

fn main() {
    let _ = request!(CreateRestApi {
        name: "xname",
        minimum_compression_size: 0,
    });
    let _ = request!(CreateRestApi {
        name: "xname",
    });
    let _ = request!(CreateRestApi {
        name: "xname",
        description: "a",
    });
    let _ = request!(CreateRestApi {
        name: "xname",
        endpoint_configuration: {
            types: ["EDGE"],
        },
    });
    let _ = request!(CreateRestApi {
        name: "xname",
        endpoint_configuration: {
        },
    });
    let _ = request!(CreateRestApi {
        name: "xname",
    });
    let _ = request!(CreateRestApi {
        name: "xname",
        endpoint_configuration: {
            types: ["REGIONAL"],
        },
    });
    let _ = request!(CreateRestApi {
        name: "xname",
        endpoint_configuration: {
            types: ["PRIVATE"],
            ip_address_type: "dualstack",
        },
    });
    let _ = request!(CreateRestApi {
        name: "xname",
        endpoint_configuration: {
            types: ["PRIVATE"],
        },
    });
    let _ = request!(CreateRestApi {
        name: "xname",
        endpoint_configuration: {
            types: ["EDGE"],
            ip_address_type: "ipv4",
        },
    });
    let _ = request!(CreateRestApi {
        name: "xname",
        endpoint_configuration: {
            types: ["PRIVATE"],
            vpc_endpoint_ids: ["vpce-1"],
        },
    });
    let _ = request!(CreateRestApi {
        name: "xname",
        endpoint_configuration: {
            types: ["REGIONAL"],
            vpc_endpoint_ids: [],
        },
    });
}
