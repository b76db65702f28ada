//! Files that a call names: templates and bodies are checked where they stand, and what is built from a file is built
//! again when the file changes. May import: `small_crate`, `compiler`.

use crate::compiler::in_parallel;
use crate::small_crate::SmallCrate;

/// A crate with a mapping template, in which no warning is let pass.
fn with_template(name: &str, template: &str, files: &[(&str, &str)]) -> SmallCrate {
    let library = format!(
        "//! A test.\n#![deny(warnings)]\n\n/// Puts an integration.\npub fn put() -> apigw_model::PutIntegration {{\n    \
         apigw_model::request!(apigw_model::PutIntegration {{\n        rest_api_id: \"a\", resource_id: \"b\", \
         http_method: GET, type: AWS, integration_http_method: \"POST\", uri: std::env::var(\"URI\").unwrap_or_default(),\n\
         request_templates: {{ \"application/json\": {template} }},\n    }})\n}}\n"
    );
    let library = [("src/lib.rs", library.as_str())];
    SmallCrate::new(name, "2021", &[&library, files].concat())
}

const RIGHT: &str = "#if($input.path('$.a'))\n{\"statusCode\": 200}\n#end\n";
const WRONG: &str = "{\n  #set($x = )\n}\n";

/// A mistake in a template is reported at its own file, line and column; the crate compiles once the file is corrected.
pub(crate) fn templates_are_checked_in_their_files() {
    let includes = [
        ("beside", "include_str!(\"order.vtl\")", "src/order.vtl", "src/order.vtl:2:3"),
        ("below", "(std::include_str!(\"templates/order.vtl\",))", "src/templates/order.vtl", "order.vtl:2:3"),
        ("above", "::core::include_str!(\"../order.vtl\")", "order.vtl", "src/../order.vtl:2:3"),
        (
            "in-the-package",
            "include_str!(concat!(env!(\"CARGO_MANIFEST_DIR\"), \"/order.vtl\"))",
            "order.vtl",
            "in-the-package/order.vtl:2:3",
        ),
    ];
    in_parallel(&includes, |(name, include, file, place)| {
        let small = with_template(name, include, &[(file, RIGHT)]);
        small.check().expect_silence();
        small.write(file, WRONG);
        small.check().expect_refused(&["src/lib.rs:8:", place]);
        small.write(file, RIGHT);
        small.check().expect_silence();
    });
}

/// A file that is not there is reported once, with the folder that was looked into and the nearest name in it.
pub(crate) fn a_wrong_path_names_the_folder() {
    let small = with_template("no-file", "include_str!(\"templates/ordr.vtl\")", &[("src/templates/order.vtl", RIGHT)]);
    let folder = format!("in `{}`", small.path("src").display());
    let said = small.check();
    said.expect_refused(&["`templates/ordr.vtl`", &folder, "did you mean `templates/order.vtl`?"]);
    assert_eq!(said.text.matches(": error: ").count(), 1, "{}", said.text);
}

/// What a macro puts together is left to the compiler, which knows where it looks.
pub(crate) fn a_path_that_a_macro_wrote_is_not_known() {
    let macros = "//! Macros.\n\n/// A template beside the caller.\n#[macro_export]\nmacro_rules! put {\n    () => {\n        \
                  apigw_model::request!(apigw_model::PutIntegration {\n            rest_api_id: \"a\", resource_id: \"b\", \
                  http_method: GET, type: MOCK,\n            request_templates: { \"application/json\": \
                  include_str!(\"order.vtl\") },\n        })\n    };\n}\n";
    let library = "//! A test.\n\n#[path = \"macros/mod.rs\"]\nmod macros;\n\n/// Puts an integration.\n\
                   pub fn put() -> apigw_model::PutIntegration {\n    put!()\n}\n";
    let files = [
        ("src/lib.rs", library),
        ("src/macros/mod.rs", macros),
        ("src/macros/order.vtl", WRONG),
        ("src/order.vtl", RIGHT),
    ];
    SmallCrate::new("macro-written", "2024", &files).check().expect_silence();
}

/// The content of a constant is not known, whatever it is read from.
pub(crate) fn a_constant_is_not_seen_into() {
    let constants = "mod templates {\n    pub(crate) const ORDER: &str = include_str!(\"order.vtl\");\n}\n";
    let small = with_template("constant", "templates::ORDER", &[("src/order.vtl", WRONG)]);
    let library = small.path("src/lib.rs");
    let text = std::fs::read_to_string(&library).expect("the library");
    small.write("src/lib.rs", &format!("{text}\n{constants}"));
    small.check().expect_silence();
}

/// Bodies, policies and schemas in files are checked by the rules of their members.
pub(crate) fn bodies_are_checked_in_their_files() {
    let program = |call: &str| format!("//! A test.\n\n/// A call.\npub fn call() {{\n    {call}\n}}\n");
    let cases = [
        (
            "body-bytes",
            "ImportRestApi { body: include_bytes!(\"file.json\") }",
            "{\n  \"openapi\": ]\n}",
            "file.json:2:14",
        ),
        ("body-text", "ImportRestApi { body: include_str!(\"file.json\") }", "\"text\"", "file.json"),
        (
            "policy",
            "CreateRestApi { name: \"a\", policy: include_str!(\"file.json\") }",
            "{\n  \"Version\"\n}",
            "file.json:3:1",
        ),
        (
            "schema",
            "CreateModel { rest_api_id: \"a\", name: \"b\", content_type: \"application/json\", \
             schema: include_str!(\"file.json\") }",
            "{\"type\": \"String\"}",
            "file.json:1:10",
        ),
    ];
    in_parallel(&cases, |(name, call, content, place)| {
        let (operation, members) = call.split_once(' ').expect("an operation and its members");
        let call = format!("let _ = apigw_model::request!(apigw_model::{operation} {members});");
        let small = SmallCrate::new(name, "2024", &[("src/lib.rs", &program(&call)), ("src/file.json", content)]);
        small.check().expect_refused(&[place]);
    });
}

/// What a raw string says is found in the source.
pub(crate) fn raw_strings_are_checked_in_their_source() {
    let small = with_template("raw", "r#\"{\n  #set($x = )\n}\"#", &[]);
    small.check().expect_refused(&["src/lib.rs:9:3"]);
    let small = with_template("escaped", "\"{\\n  \\\"\\u{e4}\\\": \\\n            #set($x = )\\n}\"", &[]);
    small.check().expect_refused(&["src/lib.rs:9:13"]);
}

const MODEL: &str = r#"{
  "smithy": "2.0",
  "shapes": {
    "example#Apis": {
      "type": "service",
      "version": "2026-01-01",
      "operations": [{ "target": "example#GetRestApis" }],
      "traits": {
        "aws.api#service": { "sdkId": "Apis", "endpointPrefix": "apis" },
        "aws.auth#sigv4": { "name": "apis" },
        "aws.protocols#restJson1": {},
        "smithy.api#title": "Example"
      }
    },
    "example#GetRestApis": {
      "type": "operation",
      "input": { "target": "example#GetRestApisRequest" },
      "output": { "target": "example#RestApis" },
      "traits": { "smithy.api#http": { "method": "GET", "uri": "/restapis", "code": 200 }, "smithy.api#readonly": {} }
    },
    "example#GetRestApisRequest": {
      "type": "structure",
      "members": {
        "limit": { "target": "smithy.api#Integer", "traits": { "smithy.api#httpQuery": "limit" } }
      }
    },
    "example#RestApis": {
      "type": "structure",
      "members": { "position": { "target": "smithy.api#String" } }
    }
  }
}
"#;

const RULES: &str = r#"{
  "smithy": "2.0",
  "shapes": {
    "example#GetRestApisRequest": {
      "type": "apply",
      "traits": {
        "apigw.rules#rules": [
          {
            "id": "short-pages",
            "demand": { "range": { "limit": [null, 500] } },
            "severity": "error",
            "evidence": "documented",
            "source": "the handbook",
            "reason": "a page has at most so many"
          }
        ]
      }
    }
  }
}
"#;

/// Each entry point follows the files of its specification: a rule or a member that changes is seen in the next build.
pub(crate) fn specifications_are_followed() {
    let paths = "path = \"models/apis.json\", path = \"models/apis.rules.json\"";
    let request = format!("let _ = apigw_model::request!({paths}, apigw_model::GetRestApis {{ limit: 200 }});");
    let input = format!(
        "#[derive(apigw_model::Input)]\n#[apigw({paths}, operation = apigw_model::GetRestApis, limit = 200)]\nstruct Mine {{}}\nlet _: apigw_model::GetRestApis = Mine {{}}.into();"
    );
    let output = format!(
        "#[derive(apigw_model::Output)]\n#[apigw({paths}, operation = apigw_model::GetRestApis)]\nstruct Mine {{ position: Option<String> }}\nlet _: fn(&Mine) -> &Option<String> = |mine| &mine.position;"
    );
    let model = "mod own { apigw_model::model!(path = [\"models/apis.json\", \"models/apis.rules.json\"]); }\nlet _ = own::RestApis::builder().position(\"a\").build();".to_owned();
    let rule = ("models/apis.rules.json", RULES, "500", "100", "`limit` is 200");
    let member = ("models/apis.json", MODEL, "\"position\"", "\"place\"", "position");
    let entry_points =
        [("request", request, rule), ("input", input, rule), ("output", output, member), ("model", model, member)];
    in_parallel(&entry_points, |(name, body, (file, text, old, new, words))| {
        let program = format!("//! A test.\n#![allow(unused)]\n\n/// A call.\npub fn call() {{\n{body}\n}}\n");
        let files = [("src/lib.rs", program.as_str()), ("models/apis.json", MODEL), ("models/apis.rules.json", RULES)];
        let small = SmallCrate::new(&format!("followed-{name}"), "2024", &files);
        small.check().expect_silence();
        small.write(file, &text.replace(old, new));
        small.check().expect_refused(&[words]);
        small.write(file, text);
        small.check().expect_silence();
    });
}
