//! Reads a document, checks it, and puts it into the program.

use std::path::{Path, PathBuf};

use apigw_lint::{DefinitionFormat, SourceSpan, lint};
use proc_macro2::{Span, TokenStream};
use quote::{quote, quote_spanned};
use syn::LitStr;

use crate::call::IncludeCall;

/// What a call becomes: the text of its document, and an error for each mistake.
pub(crate) fn expand(input: TokenStream) -> TokenStream {
    let call: IncludeCall = match syn::parse2(input) {
        Ok(call) => call,
        Err(error) => return error.to_compile_error(),
    };
    let path = match located(&call.path) {
        Ok(path) => path,
        Err(problem) => return failure(&call.path, &problem),
    };

    let errors = match std::fs::read_to_string(&path) {
        Ok(text) => mistakes(&text, &shown(&path), call.denies_warnings),
        Err(error) => vec![format!("cannot read `{}`: {error}", shown(&path))],
    };
    let errors = errors.iter().map(|error| failure(&call.path, error));
    let Some(file) = path.to_str() else { return failure(&call.path, "the path is not UTF-8; rename the file") };
    let model = call.model.map_or_else(|| quote!(::apigw_model), |path| quote!(#path));
    quote!({
        #(#errors;)*
        #model::Blob::from(::core::include_bytes!(#file) as &[::core::primitive::u8])
    })
}

fn failure(at: &LitStr, message: &str) -> TokenStream {
    quote_spanned!(at.span()=> ::core::compile_error!(#message))
}

/// The file that a path means: relative to the file of the call, or to the manifest of the package.
fn located(path: &LitStr) -> Result<PathBuf, String> {
    let name = path.value();
    let beside = Span::unwrap(path.span()).local_file().and_then(|file| Some(file.parent()?.join(&name)));
    let manifest = std::env::var_os("CARGO_MANIFEST_DIR").map(|folder| Path::new(&folder).join(&name));
    let found = beside.into_iter().chain(manifest).find(|path| path.is_file());
    let path = found.ok_or_else(|| {
        format!("there is no file `{name}`; give a path relative to this file or to the folder of `Cargo.toml`")
    })?;
    std::path::absolute(&path).map_err(|error| format!("cannot find `{name}`: {error}"))
}

/// The path as the compiler shows those of sources: relative to where it runs.
fn shown(path: &Path) -> String {
    let here = std::env::current_dir().unwrap_or_default();
    path.strip_prefix(&here).unwrap_or(path).display().to_string()
}

/// The mistakes of a document, each with its place in the way of the compiler.
fn mistakes(text: &str, path: &str, denies_warnings: bool) -> Vec<String> {
    let at = |message: &str, span: SourceSpan| {
        let (line, column) = span.position(text);
        format!("{message}\n --> {path}:{line}:{column}")
    };
    match lint(text) {
        Ok(report) if matches!(report.format, DefinitionFormat::OpenApi | DefinitionFormat::Other) => {
            let wanted = report.findings.iter().filter(|finding| finding.is_error() || denies_warnings);
            wanted.map(|finding| at(&format!("{finding} [{}]", finding.rule), finding.span)).collect()
        }
        Ok(report) => {
            let format = report.format.name();
            vec![at(&format!("this is {format}; name an OpenAPI document of a REST API"), SourceSpan::default())]
        }
        Err(error) => vec![at(&error.to_string(), error.span)],
    }
}
