//! Made from what the rules of `CreateApiKey` must accept.

#![allow(deprecated)]

use apigw_model::{CreateApiKey, request};

fn main() {
    let _ = request!(CreateApiKey {
        description: "@125000 characters",
    });
    let _ = request!(CreateApiKey {
        name: "@1024 characters",
    });
    let _ = request!(CreateApiKey {
    });
    let _ = request!(CreateApiKey {
        value: "",
    });
    let _ = request!(CreateApiKey {
    });
}
