//! The rows of the derives.

use super::{EntryPoint, Row};

/// `#[derive(Input)]`.
pub(super) const INPUT: EntryPoint = EntryPoint {
    name: "input",
    illegal: &[],
    rows: &[
        Row {
            fragment: "ident",
            given: ["description", "version"],
            body: "#[derive(Input)] #[apigw(operation = CreateRestApi)] struct Mine { name: String, $x: String, $y: Option<String> }",
            check: r#"let mine = Mine { name: "n".to_owned(), description: "d".to_owned(), version: Some("v".to_owned()) }; assert_eq!(CreateRestApi::from(mine), CreateRestApi::builder().name("n").description("d").version("v").build());"#,
        },
        Row {
            fragment: "ident",
            given: ["Mine", "name"],
            body: r#"#[derive(Input)] #[apigw(operation = CreateRestApi, description = "d", version = "v")] struct $x { $y: String }"#,
            check: r#"let mine = Mine { name: "n".to_owned() }; assert_eq!(CreateRestApi::from(mine), CreateRestApi::builder().name("n").description("d").version("v").build());"#,
        },
        Row {
            fragment: "ty",
            given: ["String", "Option<&'static str>"],
            body: "#[derive(Input)] #[apigw(operation = CreateRestApi)] struct Mine { name: String, description: $x, version: $y }",
            check: r#"let mine = Mine { name: "n".to_owned(), description: "d".to_owned(), version: Some("v") }; assert_eq!(CreateRestApi::from(mine), CreateRestApi::builder().name("n").description("d").version("v").build());"#,
        },
        Row {
            fragment: "expr",
            given: [r#""d""#, r#"concat!("v", "")"#],
            body: "#[derive(Input)] #[apigw(operation = CreateRestApi, description = $x, version = $y)] struct Mine { name: String }",
            check: r#"let mine = Mine { name: "n".to_owned() }; assert_eq!(CreateRestApi::from(mine), CreateRestApi::builder().name("n").description("d").version("v").build());"#,
        },
        Row {
            fragment: "tt",
            given: [r#""d""#, r#"("v")"#],
            body: "#[derive(Input)] #[apigw(operation = CreateRestApi, description = $x, version = $y)] struct Mine { name: String }",
            check: r#"let mine = Mine { name: "n".to_owned() }; assert_eq!(CreateRestApi::from(mine), CreateRestApi::builder().name("n").description("d").version("v").build());"#,
        },
        Row {
            fragment: "literal",
            given: [r#""d""#, r#""v""#],
            body: "#[derive(Input)] #[apigw(operation = CreateRestApi, description = $x, version = $y)] struct Mine { name: String }",
            check: r#"let mine = Mine { name: "n".to_owned() }; assert_eq!(CreateRestApi::from(mine), CreateRestApi::builder().name("n").description("d").version("v").build());"#,
        },
        Row {
            fragment: "path",
            given: ["apigw_model::CreateRestApi", "crate::VERSION"],
            body: r#"#[derive(Input)] #[apigw(operation = $x, description = "d", version = $y)] struct Mine { name: String }"#,
            check: r#"let mine = Mine { name: "n".to_owned() }; assert_eq!(CreateRestApi::from(mine), CreateRestApi::builder().name("n").description("d").version("v").build());"#,
        },
        Row {
            fragment: "item",
            given: [
                r#"#[derive(Input)] #[apigw(operation = CreateRestApi, description = D, version = "v")] struct Mine { name: String }"#,
                r#"const D: &str = "d";"#,
            ],
            body: "$x $y",
            check: r#"let mine = Mine { name: "n".to_owned() }; assert_eq!(CreateRestApi::from(mine), CreateRestApi::builder().name("n").description("d").version("v").build());"#,
        },
        Row {
            fragment: "meta",
            given: ["derive(Input)", r#"apigw(operation = CreateRestApi, description = "d", version = "v")"#],
            body: "#[$x] #[$y] struct Mine { name: String }",
            check: r#"let mine = Mine { name: "n".to_owned() }; assert_eq!(CreateRestApi::from(mine), CreateRestApi::builder().name("n").description("d").version("v").build());"#,
        },
        Row {
            fragment: "vis",
            given: ["pub(crate)", "pub"],
            body: r#"#[derive(Input)] #[apigw(operation = CreateRestApi, description = "d", version = "v")] $x struct Mine { $y name: String }"#,
            check: r#"let mine = Mine { name: "n".to_owned() }; assert_eq!(CreateRestApi::from(mine), CreateRestApi::builder().name("n").description("d").version("v").build());"#,
        },
        Row {
            fragment: "block",
            given: [r#"{ let d = "d"; d }"#, r#"{ let v = "v"; v }"#],
            body: "#[derive(Input)] #[apigw(operation = CreateRestApi, description = $x, version = $y)] struct Mine { name: String }",
            check: r#"let mine = Mine { name: "n".to_owned() }; assert_eq!(CreateRestApi::from(mine), CreateRestApi::builder().name("n").description("d").version("v").build());"#,
        },
        Row {
            fragment: "lifetime",
            given: ["'a", "'b"],
            body: "#[derive(Input)] #[apigw(operation = CreateRestApi)] struct Mine<$x, $y> { name: String, description: &$x str, version: &$y str }",
            check: r#"let mine = Mine { name: "n".to_owned(), description: "d", version: "v" }; assert_eq!(CreateRestApi::from(mine), CreateRestApi::builder().name("n").description("d").version("v").build());"#,
        },
        Row {
            fragment: "tokens",
            given: ["name: String,", "description: &'static str, version: String"],
            body: "#[derive(Input)] #[apigw(operation = CreateRestApi)] struct Mine { $($x)* $($y)* }",
            check: r#"let mine = Mine { name: "n".to_owned(), description: "d", version: "v".to_owned() }; assert_eq!(CreateRestApi::from(mine), CreateRestApi::builder().name("n").description("d").version("v").build());"#,
        },
        Row {
            fragment: "tokens",
            given: ["operation = CreateRestApi", r#"description = "d", version = "v""#],
            body: "#[derive(Input)] #[apigw($($x)*, $($y)*)] struct Mine { name: String }",
            check: r#"let mine = Mine { name: "n".to_owned() }; assert_eq!(CreateRestApi::from(mine), CreateRestApi::builder().name("n").description("d").version("v").build());"#,
        },
    ],
};

/// `#[derive(Output)]`.
pub(super) const OUTPUT: EntryPoint = EntryPoint {
    name: "output",
    illegal: &[],
    rows: &[
        Row {
            fragment: "ident",
            given: ["name", "version"],
            body: "#[derive(Output)] #[apigw(operation = apigw_model::GetRestApi)] struct Mine { $x: String, $y: Option<String> }",
            check: r#"let mine = Mine::from_output(RestApi::builder().name("n").version("v").build()).expect("both are there"); assert_eq!((mine.name.as_str(), mine.version.as_deref()), ("n", Some("v")));"#,
        },
        Row {
            fragment: "ty",
            given: ["String", "Option<String>"],
            body: "#[derive(Output)] #[apigw(operation = apigw_model::GetRestApi)] struct Mine { name: $x, version: $y }",
            check: r#"let mine = Mine::from_output(RestApi::builder().name("n").version("v").build()).expect("both are there"); assert_eq!((mine.name.as_str(), mine.version.as_deref()), ("n", Some("v")));"#,
        },
        Row {
            fragment: "expr",
            given: [r#""name""#, r#""version""#],
            body: "#[derive(Output)] #[apigw(operation = apigw_model::GetRestApi)] struct Mine { #[apigw(rename = $x)] first: String, #[apigw(rename = $y)] second: Option<String> }",
            check: r#"let mine = Mine::from_output(RestApi::builder().name("n").version("v").build()).expect("both are there"); assert_eq!((mine.first.as_str(), mine.second.as_deref()), ("n", Some("v")));"#,
        },
        Row {
            fragment: "tt",
            given: [r#""name""#, "version"],
            body: "#[derive(Output)] #[apigw(operation = apigw_model::GetRestApi)] struct Mine { #[apigw(rename = $x)] first: String, #[apigw(rename = $y)] second: Option<String> }",
            check: r#"let mine = Mine::from_output(RestApi::builder().name("n").version("v").build()).expect("both are there"); assert_eq!((mine.first.as_str(), mine.second.as_deref()), ("n", Some("v")));"#,
        },
        Row {
            fragment: "literal",
            given: [r#""name""#, r#""version""#],
            body: "#[derive(Output)] #[apigw(operation = apigw_model::GetRestApi)] struct Mine { #[apigw(rename = $x)] first: String, #[apigw(rename = $y)] second: Option<String> }",
            check: r#"let mine = Mine::from_output(RestApi::builder().name("n").version("v").build()).expect("both are there"); assert_eq!((mine.first.as_str(), mine.second.as_deref()), ("n", Some("v")));"#,
        },
        Row {
            fragment: "path",
            given: ["apigw_model::GetRestApi", "Option<String>"],
            body: "#[derive(Output)] #[apigw(operation = $x)] struct Mine { name: String, version: $y }",
            check: r#"let mine = Mine::from_output(RestApi::builder().name("n").version("v").build()).expect("both are there"); assert_eq!((mine.name.as_str(), mine.version.as_deref()), ("n", Some("v")));"#,
        },
        Row {
            fragment: "item",
            given: [
                "#[derive(Output)] #[apigw(structure = RestApi)] struct Mine { name: String, version: Text }",
                "type Text = Option<String>;",
            ],
            body: "$x $y",
            check: r#"let mine = Mine::from_output(RestApi::builder().name("n").version("v").build()).expect("both are there"); assert_eq!((mine.name.as_str(), mine.version.as_deref()), ("n", Some("v")));"#,
        },
        Row {
            fragment: "meta",
            given: ["derive(Output)", "apigw(structure = RestApi)"],
            body: "#[$x] #[$y] struct Mine { name: String, version: Option<String> }",
            check: r#"let mine = Mine::from_output(RestApi::builder().name("n").version("v").build()).expect("both are there"); assert_eq!((mine.name.as_str(), mine.version.as_deref()), ("n", Some("v")));"#,
        },
        Row {
            fragment: "vis",
            given: ["pub(crate)", "pub"],
            body: "#[derive(Output)] #[apigw(structure = RestApi)] $x struct Mine { $y name: String, $y version: Option<String> }",
            check: r#"let mine = Mine::from_output(RestApi::builder().name("n").version("v").build()).expect("both are there"); assert_eq!((mine.name.as_str(), mine.version.as_deref()), ("n", Some("v")));"#,
        },
        Row {
            fragment: "block",
            given: ["{ 1 }", "{ 2 }"],
            body: "#[derive(Output)] #[apigw(operation = apigw_model::GetRestApi)] struct Mine { name: String, version: Option<String>, #[apigw(skip)] first: [u8; $x], #[apigw(skip)] second: [u8; $y] }",
            check: r#"let mine = Mine::from_output(RestApi::builder().name("n").version("v").build()).expect("both are there"); assert_eq!((mine.name.as_str(), mine.version.as_deref()), ("n", Some("v"))); assert_eq!((mine.first.len(), mine.second.len()), (1, 2));"#,
        },
        Row {
            fragment: "lifetime",
            given: ["'a", "'b"],
            body: "#[derive(Output)] #[apigw(operation = apigw_model::GetRestApi)] struct Mine<$x, $y> { name: String, version: Option<String>, #[apigw(skip)] first: Option<&$x str>, #[apigw(skip)] second: Option<&$y str> }",
            check: r#"let mine = Mine::from_output(RestApi::builder().name("n").version("v").build()).expect("both are there"); assert_eq!((mine.name.as_str(), mine.version.as_deref()), ("n", Some("v"))); assert_eq!((mine.first, mine.second), (None, None));"#,
        },
        Row {
            fragment: "tokens",
            given: ["name: String,", "version: Option<String>"],
            body: "#[derive(Output)] #[apigw(operation = apigw_model::GetRestApi)] struct Mine { $($x)* $($y)* }",
            check: r#"let mine = Mine::from_output(RestApi::builder().name("n").version("v").build()).expect("both are there"); assert_eq!((mine.name.as_str(), mine.version.as_deref()), ("n", Some("v")));"#,
        },
    ],
};
