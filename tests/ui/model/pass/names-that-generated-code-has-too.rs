//! Shapes and members with the names of what is generated beside them.

mod collisions {
    apigw_model::model!(path = "files/collisions.json");
}

fn main() {
    let structure = collisions::Builder::builder().name("a").build();
    let s_name = collisions::SName::builder().name("b").build();
    let collide = collisions::Collide::builder()
        .foo_bar("1")
        .foo_bar_2("2")
        .foo_bar2("3")
        .name("4")
        .has_name("5")
        .finish("6")
        .state("7")
        .maybe_x(Some("8"))
        .maybe_x_2("9")
        .from(s_name)
        .in_builder(structure)
        .build();
    assert_eq!((collide.x.as_deref(), collide.maybe_x_2.as_deref()), (Some("8"), Some("9")));
    assert_eq!(collisions::SERVICE.sdk_id, "Collisions");
}
