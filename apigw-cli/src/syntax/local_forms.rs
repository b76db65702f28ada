//! The forms of the commands that run the service on this machine.

use super::extra_args::{ExtraArgs, LocalAction, LocalArgs};
use super::extra_command::{Argument, Count, ExtraOption, Form, OptionValue, ValueKind};

/// The form of the value of `--function`.
const FUNCTION_VALUE: OptionValue = OptionValue::One(ValueKind::Text("NAME=TARGET"));

const FUNCTION: ExtraOption = ExtraOption::new(
    "--function",
    FUNCTION_VALUE,
    "What stands for a Lambda function: a URL that gets the event in a POST request, or a command that reads the event from \
     standard input and prints its answer; no shell runs it. Can be repeated.",
);

const DATA: ExtraOption = ExtraOption::new(
    "--data",
    OptionValue::One(ValueKind::File),
    "The file that keeps the store, also of `--local=FILE`. Without it, what is served is in memory, and `snapshot` and \
     `restore` take the file of `--local`.",
);

const ENDPOINT_URL: ExtraOption = ExtraOption {
    is_global: true,
    ..ExtraOption::new(
        "--endpoint-url",
        OptionValue::One(ValueKind::Text("URL")),
        "The URL of a running `apigw local`, whose store `snapshot` reads instead of a file.",
    )
};

/// `apigw try`.
pub(super) const TRY: Form = Form {
    action: None,
    options: &[FUNCTION],
    arguments: &[Argument { name: "operation", value: ValueKind::Call, count: Count::One }],
    read: |parsed| ExtraArgs::Try { functions: parsed.all_values("--function"), call: parsed.arguments("operation") },
};

/// `apigw local`.
pub(super) const LOCAL: Form = Form {
    action: None,
    options: &[
        ExtraOption::new(
            "--port",
            OptionValue::One(ValueKind::Text("PORT")),
            "The port; 4566 by default. 0 takes any free one.",
        ),
        ExtraOption::new(
            "--host",
            OptionValue::One(ValueKind::Text("HOST")),
            "The address to listen on; 127.0.0.1 by default. Whoever can reach it can change everything.",
        ),
        ExtraOption::new(
            "--api",
            OptionValue::Many(ValueKind::File),
            "Files whose APIs are served: OpenAPI documents, templates of CloudFormation or SAM, plans or files of Terraform.",
        ),
        ExtraOption::new("--watch", OptionValue::Flag, "Reads the files of `--api` again when they change."),
        FUNCTION,
        DATA,
        ExtraOption::new(
            "--seed",
            OptionValue::One(ValueKind::Text("N")),
            "A number that identifiers and times follow from: the same calls have the same answers.",
        ),
    ],
    arguments: &[],
    read: |parsed| {
        let option = |name| parsed.option(name).map(str::to_owned);
        ExtraArgs::Local(LocalAction::Serve(LocalArgs {
            port: option("--port"),
            host: option("--host"),
            apis: parsed.all_values("--api"),
            watches: parsed.has("--watch"),
            functions: parsed.all_values("--function"),
            data: option("--data"),
            seed: option("--seed"),
        }))
    },
};

/// `apigw local snapshot`.
pub(super) const SNAPSHOT: Form = Form {
    action: Some("snapshot"),
    options: &[DATA, ENDPOINT_URL],
    arguments: &[Argument { name: "file", value: ValueKind::File, count: Count::One }],
    read: |parsed| {
        let data = parsed.option("--data").map(str::to_owned);
        ExtraArgs::Local(LocalAction::Snapshot { file: parsed.argument("file"), data })
    },
};

/// `apigw local restore`.
pub(super) const RESTORE: Form = Form {
    action: Some("restore"),
    options: &[
        DATA,
        ExtraOption::new("--overwrite", OptionValue::Flag, "Lets `restore` take the place of what the store has."),
    ],
    arguments: &[Argument { name: "file", value: ValueKind::File, count: Count::One }],
    read: |parsed| {
        ExtraArgs::Local(LocalAction::Restore {
            file: parsed.argument("file"),
            data: parsed.option("--data").map(str::to_owned),
            overwrites: parsed.has("--overwrite"),
        })
    },
};
