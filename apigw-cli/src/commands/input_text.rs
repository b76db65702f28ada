//! Input that a command reads from a file, or from standard input.

use apigw_cli_text::python::os_error::describe;
use apigw_cli_text::visible;

use crate::failure::Failure;
use crate::input::bounded;

/// The name that stands for standard input.
const STDIN: &str = "-";

/// The text of a file.
pub(super) fn read(file: &str) -> Result<String, Failure> {
    let shown = visible::name(file);
    let is_folder = file != STDIN && std::path::Path::new(file).is_dir();
    if is_folder {
        let problem = format!("`{shown}` is a folder; name the files, such as `$(git ls-files '*.sh')`");
        return Err(Failure::general(problem));
    }

    let read = if file == STDIN { bounded::read_all(std::io::stdin().lock()) } else { bounded::read(file) };
    let problem = |error| Failure::general(format!("cannot read `{shown}`: {}", describe(&error, file)));
    let bytes = read.map_err(problem)?;
    String::from_utf8(bytes).map_err(|_| Failure::general(format!("cannot read `{shown}`: the file is not UTF-8")))
}
