//! `--generate-cli-skeleton`: an input template, or sample output.

use apigw_cli_text::document::{Document, Map};
use apigw_cli_text::python::json::{self, Maps};
use apigw_spec::Operation;

use crate::failure::Failure;
use crate::syntax::choices::Skeleton;
use crate::terminal::printer::Printer;
use crate::terminal::stdout;

/// Prints an input skeleton, if that is the form asked for.
pub(crate) fn print_input(form: Skeleton, operation: &'static Operation) -> bool {
    let shape = operation.input.shape();
    let text = match form {
        Skeleton::Input => apigw_model::__private::skeleton::input(shape),
        Skeleton::YamlInput => {
            let documentation = crate::input::documentation::Documentation::read();
            apigw_model::__private::skeleton::yaml_input(shape, &|shape, member| documentation.member(shape, member))
        }
        Skeleton::Output => return false,
    };
    stdout::print(&text);
    true
}

/// Prints sample output, formatted as a result.
pub(crate) fn print_output(operation: &'static Operation, printer: &Printer) -> Result<(), Failure> {
    let value = operation.output.map(|target| {
        let text = apigw_model::__private::skeleton::output(target.shape());
        json::read(&text, Maps::Plain).unwrap_or(Document::Null)
    });
    printer.print(&value.unwrap_or_else(|| Document::Map(Map::new())))
}
