//! The forms of the commands that run the service on this machine.

use super::extra_args::{ExtraArgs, LocalArgs};
use super::extra_command::{Argument, Count, ExtraOption, Form, OptionValue, ValueKind};

/// The form of the value of `--function`.
const FUNCTION_VALUE: OptionValue = OptionValue::One(ValueKind::Text("NAME=TARGET"));

const FUNCTION: ExtraOption = ExtraOption::new(
    "--function",
    FUNCTION_VALUE,
    "What stands for a Lambda function: a URL that gets the event in a POST request, or a command that reads the event from \
     standard input and prints its answer; no shell runs it. Can be repeated.",
);

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
            "Files whose APIs are served: OpenAPI documents, or templates of CloudFormation or SAM.",
        ),
        ExtraOption::new("--watch", OptionValue::Flag, "Reads the files of `--api` again when they change."),
        FUNCTION,
        ExtraOption::new(
            "--data",
            OptionValue::One(ValueKind::File),
            "The file that keeps the store, also of `--local=FILE`; by default it is in memory.",
        ),
        ExtraOption::new(
            "--seed",
            OptionValue::One(ValueKind::Text("N")),
            "A number that identifiers and times follow from: the same calls have the same answers.",
        ),
    ],
    arguments: &[],
    read: |parsed| {
        let option = |name| parsed.option(name).map(str::to_owned);
        ExtraArgs::Local(LocalArgs {
            port: option("--port"),
            host: option("--host"),
            apis: parsed.all_values("--api"),
            watches: parsed.has("--watch"),
            functions: parsed.all_values("--function"),
            data: option("--data"),
            seed: option("--seed"),
        })
    },
};
