//! `apigw man`: the pages of help as man pages.

use std::fs;
use std::path::Path;

use super::COMMANDS;
use crate::command_line;
use crate::command_line::words::Positional;
use crate::failure::Failure;
use crate::help::{self, page::Page};
use crate::output;
use crate::python::os_error::describe;

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
    output::print(&format!("{count} pages in {folder}\n"));
    Ok(())
}

/// All pages; what belongs to the command has its name before it.
fn pages() -> impl Iterator<Item = Page> {
    let operations = command_line::operations().into_iter().map(|(_, operation)| help::of_operation(operation));
    let below = operations.chain(COMMANDS.iter().map(help::of_own_command));
    let named = below.map(|page| Page { name: format!("apigw-{}", page.name), ..page });
    std::iter::once(help::overview()).chain(named)
}
