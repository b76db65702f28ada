//! The rows of `model!` and `client!`.

use super::{EntryPoint, Row};

/// `model!`.
pub(super) const MODEL: EntryPoint = EntryPoint {
    name: "model",
    illegal: &["block", "lifetime"],
    rows: &[
        Row {
            fragment: "ident",
            given: ["GetAccount", "DeleteRestApi"],
            body: "apigw_model::model!(operations = [$x, $y]);",
            check: r#"let get = GetAccount::builder().build(); let delete = DeleteRestApi::builder().rest_api_id("a").build(); assert_eq!(delete.rest_api_id, "a"); drop(get);"#,
        },
        Row {
            fragment: "ty",
            given: ["GetAccount", "::apigw_model"],
            body: "apigw_model::model!(operations = [$x, DeleteRestApi], crate = $y);",
            check: r#"let get = GetAccount::builder().build(); let delete = DeleteRestApi::builder().rest_api_id("a").build(); assert_eq!(delete.rest_api_id, "a"); drop(get);"#,
        },
        Row {
            fragment: "expr",
            given: [r#""models/parcels.json""#, r#""models/parcels.rules.json""#],
            body: "apigw_model::model!(path = [$x, $y]);",
            check: r#"let sent = SendParcel::builder().parcel_id("p").carrier(CarrierKind::Bike).build(); assert_eq!(sent.parcel_id, "p");"#,
        },
        Row {
            fragment: "tt",
            given: [r#""models/parcels.json""#, "::"],
            body: "apigw_model::model!(path = $x, crate = $y apigw_model);",
            check: r#"let sent = SendParcel::builder().parcel_id("p").carrier(CarrierKind::Bike).build(); assert_eq!(sent.parcel_id, "p");"#,
        },
        Row {
            fragment: "literal",
            given: [r#""models/parcels.json""#, r#""models/parcels.rules.json""#],
            body: "apigw_model::model!(path = [$x, $y]);",
            check: r#"let sent = SendParcel::builder().parcel_id("p").carrier(CarrierKind::Bike).build(); assert_eq!(sent.parcel_id, "p");"#,
        },
        Row {
            fragment: "path",
            given: ["::apigw_model", "GetAccount"],
            body: "apigw_model::model!(operations = [$y, DeleteRestApi], crate = $x);",
            check: r#"let get = GetAccount::builder().build(); let delete = DeleteRestApi::builder().rest_api_id("a").build(); assert_eq!(delete.rest_api_id, "a"); drop(get);"#,
        },
        Row {
            fragment: "item",
            given: [
                "mod first { apigw_model::model!(operations = [GetAccount]); }",
                "mod second { apigw_model::model!(operations = [DeleteRestApi]); }",
            ],
            body: "$x $y use first::GetAccount; use second::DeleteRestApi;",
            check: r#"let get = GetAccount::builder().build(); let delete = DeleteRestApi::builder().rest_api_id("a").build(); assert_eq!(delete.rest_api_id, "a"); drop(get);"#,
        },
        Row {
            fragment: "meta",
            given: ["cfg(not(any()))", r#"doc = "Two operations.""#],
            body: "#[$x] #[$y] mod first { apigw_model::model!(operations = [GetAccount, DeleteRestApi]); } use first::{DeleteRestApi, GetAccount};",
            check: r#"let get = GetAccount::builder().build(); let delete = DeleteRestApi::builder().rest_api_id("a").build(); assert_eq!(delete.rest_api_id, "a"); drop(get);"#,
        },
        Row {
            fragment: "vis",
            given: ["pub(crate)", "pub"],
            body: "$x mod first { apigw_model::model!(operations = [GetAccount]); } $y mod second { apigw_model::model!(operations = [DeleteRestApi]); } use first::GetAccount; use second::DeleteRestApi;",
            check: r#"let get = GetAccount::builder().build(); let delete = DeleteRestApi::builder().rest_api_id("a").build(); assert_eq!(delete.rest_api_id, "a"); drop(get);"#,
        },
        Row {
            fragment: "tokens",
            given: ["operations = [GetAccount, DeleteRestApi]", "crate = ::apigw_model"],
            body: "apigw_model::model!($($x)*, $($y)*);",
            check: r#"let get = GetAccount::builder().build(); let delete = DeleteRestApi::builder().rest_api_id("a").build(); assert_eq!(delete.rest_api_id, "a"); drop(get);"#,
        },
    ],
};

/// `client!`.
pub(super) const CLIENT: EntryPoint = EntryPoint {
    name: "client",
    illegal: &["block", "lifetime"],
    rows: &[
        Row {
            fragment: "ident",
            given: ["Own", "GetAccount"],
            body: "#[derive(Clone)] pub struct Own; impl<I: apigw_model::Operation> apigw_model::Finish<I> for Own { type Reply = &'static str; fn finish(self, _: I) -> &'static str { I::OPERATION.name } } apigw_client::client!(for $x, model = ::apigw_model, operations = [$y]);",
            check: r#"assert_eq!(Own.get_account().send(), "GetAccount");"#,
        },
        Row {
            fragment: "ty",
            given: ["Own", "::apigw_model"],
            body: "#[derive(Clone)] pub struct Own; impl<I: apigw_model::Operation> apigw_model::Finish<I> for Own { type Reply = &'static str; fn finish(self, _: I) -> &'static str { I::OPERATION.name } } apigw_client::client!(for $x, model = $y, operations = [GetAccount]);",
            check: r#"assert_eq!(Own.get_account().send(), "GetAccount");"#,
        },
        Row {
            fragment: "expr",
            given: [r#""models/parcels.json""#, r#""models/parcels.rules.json""#],
            body: "#[derive(Clone)] pub struct Own; impl<I: apigw_model::Operation> apigw_model::Finish<I> for Own { type Reply = &'static str; fn finish(self, _: I) -> &'static str { I::OPERATION.name } } apigw_client::client!(for Own, model = ::apigw_tests::own, path = [$x, $y]);",
            check: r#"assert_eq!(Own.send_parcel().parcel_id("p").carrier("BIKE").send(), "SendParcel");"#,
        },
        Row {
            fragment: "tt",
            given: ["Own", r#""models/parcels.json""#],
            body: "#[derive(Clone)] pub struct Own; impl<I: apigw_model::Operation> apigw_model::Finish<I> for Own { type Reply = &'static str; fn finish(self, _: I) -> &'static str { I::OPERATION.name } } apigw_client::client!(for $x, model = ::apigw_tests::own, path = $y);",
            check: r#"assert_eq!(Own.send_parcel().parcel_id("p").carrier("BIKE").send(), "SendParcel");"#,
        },
        Row {
            fragment: "literal",
            given: [r#""models/parcels.json""#, r#""models/parcels.rules.json""#],
            body: "#[derive(Clone)] pub struct Own; impl<I: apigw_model::Operation> apigw_model::Finish<I> for Own { type Reply = &'static str; fn finish(self, _: I) -> &'static str { I::OPERATION.name } } apigw_client::client!(for Own, model = ::apigw_tests::own, path = [$x, $y]);",
            check: r#"assert_eq!(Own.send_parcel().parcel_id("p").carrier("BIKE").send(), "SendParcel");"#,
        },
        Row {
            fragment: "path",
            given: ["Own", "::apigw_model"],
            body: "#[derive(Clone)] pub struct Own; impl<I: apigw_model::Operation> apigw_model::Finish<I> for Own { type Reply = &'static str; fn finish(self, _: I) -> &'static str { I::OPERATION.name } } apigw_client::client!(for $x, model = $y, operations = [GetAccount]);",
            check: r#"assert_eq!(Own.get_account().send(), "GetAccount");"#,
        },
        Row {
            fragment: "item",
            given: [
                "#[derive(Clone)] pub struct Own;",
                "impl<I: apigw_model::Operation> apigw_model::Finish<I> for Own { type Reply = &'static str; fn finish(self, _: I) -> &'static str { I::OPERATION.name } }",
            ],
            body: "$x $y apigw_client::client!(for Own, model = ::apigw_model, operations = [GetAccount]);",
            check: r#"assert_eq!(Own.get_account().send(), "GetAccount");"#,
        },
        Row {
            fragment: "meta",
            given: ["cfg(not(any()))", "cfg(any())"],
            body: "#[derive(Clone)] pub struct Own; impl<I: apigw_model::Operation> apigw_model::Finish<I> for Own { type Reply = &'static str; fn finish(self, _: I) -> &'static str { I::OPERATION.name } } #[$x] mod first { apigw_client::client!(for super::Own, model = ::apigw_model, operations = [GetAccount]); } #[$y] mod second { apigw_client::client!(for super::Own, model = ::apigw_model, operations = [GetAccount]); }",
            check: r#"assert_eq!(Own.get_account().send(), "GetAccount");"#,
        },
        Row {
            fragment: "vis",
            given: ["pub(crate)", "pub"],
            body: "#[derive(Clone)] pub struct Own; impl<I: apigw_model::Operation> apigw_model::Finish<I> for Own { type Reply = &'static str; fn finish(self, _: I) -> &'static str { I::OPERATION.name } } $x mod first { apigw_client::client!(for super::Own, model = ::apigw_model, operations = [GetAccount]); } $y mod second { apigw_client::client!(for super::Own, model = ::apigw_model, operations = [DeleteRestApi]); }",
            check: r#"assert_eq!(Own.get_account().send(), "GetAccount");"#,
        },
        Row {
            fragment: "tokens",
            given: ["for Own", "model = ::apigw_model, operations = [GetAccount]"],
            body: "#[derive(Clone)] pub struct Own; impl<I: apigw_model::Operation> apigw_model::Finish<I> for Own { type Reply = &'static str; fn finish(self, _: I) -> &'static str { I::OPERATION.name } } apigw_client::client!($($x)*, $($y)*);",
            check: r#"assert_eq!(Own.get_account().send(), "GetAccount");"#,
        },
    ],
};
