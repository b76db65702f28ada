//! A member that came with a base may be given again: nobody called its setter.

use apigw_model::{CreateRestApi, request};

fn main() {
    let base = CreateRestApi::builder().name("a").description("b").build();
    let changed = request!(CreateRestApi { name: "c", description: "d", ..base });
    assert_eq!((changed.name.as_str(), changed.description.as_deref()), ("c", Some("d")));

    let chosen = request!(CreateRestApi {
        name: "e",
        #[cfg(not(any()))]
        description: "f",
        #[cfg(any())]
        description: "g",
    });
    assert_eq!(chosen.description.as_deref(), Some("f"));
}
