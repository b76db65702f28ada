//! The forms of `apigw spec`.

use super::choices::ModelFormat;
use super::extra_args::{ExtraArgs, SpecAction};
use super::extra_command::{Argument, Count, ExtraOption, Form, OptionValue, ValueKind};

/// The word for the specification that is built into the command.
pub(crate) const BUILTIN: &str = "builtin";

/// `apigw spec import`.
pub(super) const IMPORT: Form = Form {
    action: Some("import"),
    options: &[
        ExtraOption::new(
            "--from",
            OptionValue::One(ValueKind::Choice(ModelFormat::WORDS)),
            "The format of the model. By default it is detected from the file.",
        ),
        ExtraOption::new(
            "--paginators",
            OptionValue::One(ValueKind::File),
            "The `paginators-1.json` that belongs to a botocore model.",
        ),
        ExtraOption::new(
            "--waiters",
            OptionValue::One(ValueKind::File),
            "The `waiters-2.json` that belongs to a botocore model.",
        ),
        ExtraOption::new(
            "--service",
            OptionValue::One(ValueKind::Identifier),
            "The service (`lambda`), instead of FILE: its model comes from the botocore that Python finds.",
        ),
        ExtraOption::new(
            "--output-file",
            OptionValue::One(ValueKind::File),
            "The file to write; standard output by default.",
        ),
    ],
    arguments: &[Argument { name: "file", value: ValueKind::File, count: Count::Optional }],
    read: |parsed| {
        ExtraArgs::Spec(SpecAction::Import {
            file: parsed.arguments("file").pop(),
            service: parsed.option("--service").map(str::to_owned),
            format: parsed.option("--from").and_then(ModelFormat::named),
            paginators: parsed.option("--paginators").map(str::to_owned),
            waiters: parsed.option("--waiters").map(str::to_owned),
            output: parsed.option("--output-file").map(str::to_owned),
        })
    },
};

/// `apigw spec check`.
pub(super) const CHECK: Form = Form {
    action: Some("check"),
    options: &[],
    arguments: &[Argument { name: "file", value: ValueKind::Specification, count: Count::Many }],
    read: |parsed| ExtraArgs::Spec(SpecAction::Check { files: parsed.arguments("file") }),
};

/// `apigw spec diff`.
pub(super) const DIFF: Form = Form {
    action: Some("diff"),
    options: &[
        ExtraOption::new("--exit-code", OptionValue::Flag, "Exits with status 1 if a change breaks callers."),
        ExtraOption::new(
            "--operations",
            OptionValue::Many(ValueKind::ModelName),
            "The operations to compare; all by default.",
        ),
    ],
    arguments: &[
        Argument { name: "old", value: ValueKind::Specification, count: Count::One },
        Argument { name: "new", value: ValueKind::Specification, count: Count::One },
    ],
    read: |parsed| {
        ExtraArgs::Spec(SpecAction::Diff {
            old: parsed.argument("old"),
            new: parsed.argument("new"),
            operations: parsed.option_values("--operations"),
            fails_on_breaking: parsed.has("--exit-code"),
        })
    },
};

/// `apigw spec expand`.
pub(super) const EXPAND: Form = Form {
    action: Some("expand"),
    options: &[ExtraOption::new(
        "--spec",
        OptionValue::One(ValueKind::Specification),
        "The specification; `builtin` by default.",
    )],
    arguments: &[Argument { name: "name", value: ValueKind::ModelName, count: Count::Many }],
    read: |parsed| {
        ExtraArgs::Spec(SpecAction::Expand {
            spec: parsed.option("--spec").unwrap_or(BUILTIN).to_owned(),
            names: parsed.arguments("name"),
        })
    },
};
