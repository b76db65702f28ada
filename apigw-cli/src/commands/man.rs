//! `apigw man`: the pages of help as man pages.

use std::fs;
use std::path::Path;

use apigw_cli_text::argparse::Positional;
use apigw_cli_text::python::os_error::describe;

use super::COMMANDS;
use crate::failure::Failure;
use crate::help;
use crate::help::page::Page;
use crate::syntax::catalog;
use crate::terminal::stdout;

/// Writes the page of the command, of every operation and of every command of its own into a folder.
pub(super) fn run(words: &[String]) -> Result<(), Failure> {
    let found = super::read(&[], &[Positional { name: "folder", is_required: true }], words)?;
    let folder = found.positionals.into_iter().flatten().next().unwrap_or_default();
    let failed = |error| Failure::general(describe(&error, &folder));
    fs::create_dir_all(&folder).map_err(failed)?;
    let mut count = 0;
    for page in pages() {
        let path = Path::new(&folder).join(format!("{}.1", page.name));
        fs::write(path, help::man_page(&page)).map_err(failed)?;
        count += 1;
    }
    stdout::print(&format!("{count} pages in {folder}\n"));
    Ok(())
}

/// All pages; what belongs to the command has its name before it.
fn pages() -> impl Iterator<Item = Page> {
    let operations = catalog::operations().into_iter().map(|(_, operation)| help::of_operation(operation));
    let below = operations.chain(COMMANDS.iter().map(help::of_own_command));
    let named = below.map(|page| Page { name: format!("apigw-{}", page.name), ..page });
    std::iter::once(help::overview()).chain(named)
}
