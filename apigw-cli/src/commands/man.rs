//! `apigw man`: the help pages as man pages.

use std::fs;
use std::path::Path;

use apigw_cli_text::python::os_error::describe;
use apigw_cli_text::visible;

use crate::failure::Failure;
use crate::help;
use crate::help::page::Page;
use crate::syntax::catalog;
use crate::syntax::command::Topic;
use crate::syntax::extra_commands::EXTRA_COMMANDS;
use crate::terminal::{replace, stdout};

/// Writes the pages of all commands to a folder.
pub(super) fn run(folder: &str) -> Result<(), Failure> {
    if folder.is_empty() {
        return Err(Failure::general("the name of the folder is empty; name a folder, or `.` for this one"));
    }
    let failed = |error| Failure::general(describe(&error, folder));
    fs::create_dir_all(folder).map_err(failed)?;

    let mut count = 0;
    for page in pages() {
        let path = Path::new(folder).join(format!("{}.1", page.name));
        replace::write(&path, help::man_page(&page).as_bytes()).map_err(failed)?;
        count += 1;
    }

    stdout::print_report(&format!("{count} pages in {}\n", visible::name(folder)));
    Ok(())
}

/// All pages. The name of a page below the overview begins with `apigw-`.
fn pages() -> impl Iterator<Item = Page> {
    let operations = catalog::operations().into_iter().map(|(_, operation)| Topic::Operation(operation));
    let topics = operations.chain(EXTRA_COMMANDS.iter().map(Topic::Extra));
    let named = topics.map(help::page_on).map(|page| Page { name: format!("apigw-{}", page.name), ..page });
    std::iter::once(help::page_on(Topic::Overview)).chain(named)
}
