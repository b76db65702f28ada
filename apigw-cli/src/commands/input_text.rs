//! Input that a command reads from a file, or from standard input.

use std::io::Read as _;

use apigw_cli_text::python::os_error::describe;

use crate::failure::Failure;

/// The name that stands for standard input.
const STDIN: &str = "-";

/// The text of a file.
pub(super) fn read(file: &str) -> Result<String, Failure> {
    let is_folder = file != STDIN && std::path::Path::new(file).is_dir();
    if is_folder {
        let problem = format!("`{file}` is a folder; name the files, such as `$(git ls-files '*.sh')`");
        return Err(Failure::general(problem));
    }

    let mut bytes = Vec::new();
    let read = if file == STDIN {
        std::io::stdin().lock().read_to_end(&mut bytes).map(|_| bytes)
    } else {
        std::fs::read(file)
    };
    let problem = |error| Failure::general(format!("cannot read `{file}`: {}", describe(&error, file)));
    let bytes = read.map_err(problem)?;
    String::from_utf8(bytes).map_err(|_| Failure::general(format!("cannot read `{file}`: the file is not UTF-8")))
}
