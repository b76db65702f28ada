//! The rows of `request!` and of builders.

use super::{EntryPoint, Row};

/// `request!`.
pub(super) const REQUEST: EntryPoint = EntryPoint {
    name: "request",
    illegal: &[],
    rows: &[
        Row {
            fragment: "ident",
            given: ["description", "version"],
            body: r#"fn made() -> CreateRestApi { request!(CreateRestApi { name: "n", $x: "d", $y: "v" }) }"#,
            check: r#"assert_eq!(made(), CreateRestApi::builder().name("n").description("d").version("v").build());"#,
        },
        Row {
            fragment: "ty",
            given: ["apigw_model::CreateRestApi", "String"],
            body: r#"fn made() -> CreateRestApi { request!($x { name: "n", description: <$y>::from("d"), version: "v" }) }"#,
            check: r#"assert_eq!(made(), CreateRestApi::builder().name("n").description("d").version("v").build());"#,
        },
        Row {
            fragment: "expr",
            given: [r#""d""#, r#"concat!("v", "")"#],
            body: r#"fn made() -> CreateRestApi { request!(CreateRestApi { name: "n", description: $x, version: $y }) }"#,
            check: r#"assert_eq!(made(), CreateRestApi::builder().name("n").description("d").version("v").build());"#,
        },
        Row {
            fragment: "tt",
            given: [r#""d""#, r#"("v")"#],
            body: r#"fn made() -> CreateRestApi { request!(CreateRestApi { name: "n", description: $x, version: $y }) }"#,
            check: r#"assert_eq!(made(), CreateRestApi::builder().name("n").description("d").version("v").build());"#,
        },
        Row {
            fragment: "tt",
            given: ["name", "description"],
            body: r#"fn made() -> CreateRestApi { request!(CreateRestApi { $x: "n", $y: "d", version: "v" }) }"#,
            check: r#"assert_eq!(made(), CreateRestApi::builder().name("n").description("d").version("v").build());"#,
        },
        Row {
            fragment: "literal",
            given: [r#""d""#, r#""v""#],
            body: r#"fn made() -> CreateRestApi { request!(CreateRestApi { name: "n", description: $x, version: $y }) }"#,
            check: r#"assert_eq!(made(), CreateRestApi::builder().name("n").description("d").version("v").build());"#,
        },
        Row {
            fragment: "path",
            given: ["apigw_model::CreateRestApi", "crate::VERSION"],
            body: r#"fn made() -> CreateRestApi { request!($x { name: "n", description: "d", version: $y }) }"#,
            check: r#"assert_eq!(made(), CreateRestApi::builder().name("n").description("d").version("v").build());"#,
        },
        Row {
            fragment: "item",
            given: [
                r#"fn made() -> CreateRestApi { request!(CreateRestApi { name: "n", description: "d", version: V }) }"#,
                r#"const V: &str = "v";"#,
            ],
            body: "$x $y",
            check: r#"assert_eq!(made(), CreateRestApi::builder().name("n").description("d").version("v").build());"#,
        },
        Row {
            fragment: "meta",
            given: ["cfg(not(any()))", r#"doc = "The version.""#],
            body: r#"fn made() -> CreateRestApi { request!(CreateRestApi { name: "n", #[$x] description: "d", #[$y] version: "v" }) }"#,
            check: r#"assert_eq!(made(), CreateRestApi::builder().name("n").description("d").version("v").build());"#,
        },
        Row {
            fragment: "vis",
            given: ["pub(crate)", "pub"],
            body: r#"$x fn made() -> CreateRestApi { request!(CreateRestApi { name: "n", description: "d", version: "v" }) } $y fn less() -> CreateRestApi { request!(CreateRestApi { name: "n", description: "d" }) }"#,
            check: r#"assert_eq!(made(), CreateRestApi::builder().name("n").description("d").version("v").build()); assert_eq!(less().version, None);"#,
        },
        Row {
            fragment: "block",
            given: [r#"{ let d = "d"; d }"#, r#"{ let v = "v"; v }"#],
            body: r#"fn made() -> CreateRestApi { request!(CreateRestApi { name: "n", description: $x, version: $y }) }"#,
            check: r#"assert_eq!(made(), CreateRestApi::builder().name("n").description("d").version("v").build());"#,
        },
        Row {
            fragment: "lifetime",
            given: ["'a", "'b"],
            body: r#"fn made() -> CreateRestApi { request!(CreateRestApi { name: "n", description: $x: { break $x "d" }, version: $y: { break $y "v" } }) }"#,
            check: r#"assert_eq!(made(), CreateRestApi::builder().name("n").description("d").version("v").build());"#,
        },
        Row {
            fragment: "tokens",
            given: [r#"description: "d""#, r#"version: "v","#],
            body: r#"fn made() -> CreateRestApi { request!(CreateRestApi { name: "n", $($x)*, $($y)* }) }"#,
            check: r#"assert_eq!(made(), CreateRestApi::builder().name("n").description("d").version("v").build());"#,
        },
        Row {
            fragment: "tokens",
            given: ["CreateRestApi", r#"name: "n", description: "d", version: "v""#],
            body: "fn made() -> CreateRestApi { request!($($x)* { $($y)* }) }",
            check: r#"assert_eq!(made(), CreateRestApi::builder().name("n").description("d").version("v").build());"#,
        },
    ],
};

/// Builders, which are no macros: what the others are held to.
pub(super) const BUILDER: EntryPoint = EntryPoint {
    name: "builder",
    illegal: &[],
    rows: &[
        Row {
            fragment: "ident",
            given: ["description", "version"],
            body: r#"fn made() -> CreateRestApi { CreateRestApi::builder().name("n").$x("d").$y("v").build() }"#,
            check: r#"assert_eq!(made(), CreateRestApi::builder().name("n").description("d").version("v").build());"#,
        },
        Row {
            fragment: "ty",
            given: ["apigw_model::CreateRestApi", "String"],
            body: r#"fn made() -> CreateRestApi { <$x>::builder().name("n").description(<$y>::from("d")).version("v").build() }"#,
            check: r#"assert_eq!(made(), CreateRestApi::builder().name("n").description("d").version("v").build());"#,
        },
        Row {
            fragment: "expr",
            given: [r#""d""#, r#"concat!("v", "")"#],
            body: r#"fn made() -> CreateRestApi { CreateRestApi::builder().name("n").description($x).version($y).build() }"#,
            check: r#"assert_eq!(made(), CreateRestApi::builder().name("n").description("d").version("v").build());"#,
        },
        Row {
            fragment: "tt",
            given: [r#""d""#, "version"],
            body: r#"fn made() -> CreateRestApi { CreateRestApi::builder().name("n").description($x).$y("v").build() }"#,
            check: r#"assert_eq!(made(), CreateRestApi::builder().name("n").description("d").version("v").build());"#,
        },
        Row {
            fragment: "literal",
            given: [r#""d""#, r#""v""#],
            body: r#"fn made() -> CreateRestApi { CreateRestApi::builder().name("n").description($x).version($y).build() }"#,
            check: r#"assert_eq!(made(), CreateRestApi::builder().name("n").description("d").version("v").build());"#,
        },
        Row {
            fragment: "path",
            given: ["apigw_model::CreateRestApi", "crate::VERSION"],
            body: r#"fn made() -> CreateRestApi { <$x>::builder().name("n").description("d").version($y).build() }"#,
            check: r#"assert_eq!(made(), CreateRestApi::builder().name("n").description("d").version("v").build());"#,
        },
        Row {
            fragment: "item",
            given: [
                r#"fn made() -> CreateRestApi { CreateRestApi::builder().name("n").description("d").version(V).build() }"#,
                r#"const V: &str = "v";"#,
            ],
            body: "$x $y",
            check: r#"assert_eq!(made(), CreateRestApi::builder().name("n").description("d").version("v").build());"#,
        },
        Row {
            fragment: "meta",
            given: ["cfg(not(any()))", "cfg(any())"],
            body: r#"fn made() -> CreateRestApi { #[$x] let builder = CreateRestApi::builder().name("n"); #[$y] let builder = CreateRestApi::builder().name("none"); builder.description("d").version("v").build() }"#,
            check: r#"assert_eq!(made(), CreateRestApi::builder().name("n").description("d").version("v").build());"#,
        },
        Row {
            fragment: "vis",
            given: ["pub(crate)", "pub"],
            body: r#"$x fn made() -> CreateRestApi { CreateRestApi::builder().name("n").description("d").version("v").build() } $y fn less() -> CreateRestApi { CreateRestApi::builder().name("n").description("d").build() }"#,
            check: r#"assert_eq!(made(), CreateRestApi::builder().name("n").description("d").version("v").build()); assert_eq!(less().version, None);"#,
        },
        Row {
            fragment: "block",
            given: [r#"{ let d = "d"; d }"#, r#"{ let v = "v"; v }"#],
            body: r#"fn made() -> CreateRestApi { CreateRestApi::builder().name("n").description($x).version($y).build() }"#,
            check: r#"assert_eq!(made(), CreateRestApi::builder().name("n").description("d").version("v").build());"#,
        },
        Row {
            fragment: "lifetime",
            given: ["'a", "'b"],
            body: r#"fn made() -> CreateRestApi { CreateRestApi::builder().name("n").description($x: { break $x "d" }).version($y: { break $y "v" }).build() }"#,
            check: r#"assert_eq!(made(), CreateRestApi::builder().name("n").description("d").version("v").build());"#,
        },
        Row {
            fragment: "tokens",
            given: [r#".description("d")"#, r#".version("v")"#],
            body: r#"fn made() -> CreateRestApi { CreateRestApi::builder().name("n")$($x)* $($y)*.build() }"#,
            check: r#"assert_eq!(made(), CreateRestApi::builder().name("n").description("d").version("v").build());"#,
        },
    ],
};
