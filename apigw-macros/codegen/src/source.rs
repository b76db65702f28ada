//! Where a macro call's specification comes from, read once a process.

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, OnceLock, PoisonError};
use std::time::SystemTime;

use apigw_spec::Spec;
use apigw_spec::read::{ReadErrors, Source, read};
use proc_macro2::{Span, TokenStream};
use quote::quote;
use syn::LitStr;
use syn::parse::ParseStream;

use crate::diagnostics::Diagnostics;

/// A specification and the files it was read from, which a rebuild has to follow.
#[derive(Clone)]
pub(crate) struct Loaded {
    /// The specification.
    pub(crate) spec: Spec,
    /// Absolute paths of the files; none for the built-in specification.
    pub(crate) files: Vec<String>,
}

/// The specification of a call that only checks; problems are reported at the file's name.
pub(crate) fn for_checks(files: &[LitStr], diagnostics: &mut Diagnostics) -> Option<Loaded> {
    let loaded = if files.is_empty() {
        builtin_without_documentation()
    } else {
        from_files(&files.iter().map(LitStr::value).collect::<Vec<_>>())
    };
    let span = files.first().map_or_else(Span::call_site, LitStr::span);
    loaded.map_err(|errors| errors.into_iter().for_each(|error| diagnostics.error(span, error))).ok()
}

/// The name of a file of a specification.
pub(crate) fn file_name(input: ParseStream<'_>) -> syn::Result<LitStr> {
    if input.peek(LitStr) {
        return input.parse();
    }
    Err(input.error("expected a string; a macro cannot be called here"))
}

/// What makes the compiler follow files: when one changes, the call is expanded again.
pub(crate) fn tracked(files: &[String]) -> TokenStream {
    quote!(#(const _: &[u8] = ::core::include_bytes!(#files);)*)
}

/// The built-in specification.
pub(crate) fn builtin() -> Result<Loaded, Vec<String>> {
    of(apigw_spec::builtin::spec())
}

/// The built-in specification without its documentation.
fn builtin_without_documentation() -> Result<Loaded, Vec<String>> {
    of(apigw_spec::builtin::without_documentation())
}

fn of(read: Result<&'static Spec, &'static ReadErrors>) -> Result<Loaded, Vec<String>> {
    match read {
        Ok(spec) => Ok(Loaded { spec: *spec, files: Vec::new() }),
        Err(errors) => Err(errors.0.iter().map(ToString::to_string).collect()),
    }
}

type Stamp = Vec<(PathBuf, Option<SystemTime>)>;
type Cache = HashMap<Stamp, Loaded>;

/// The specification in files named relative to the caller's `Cargo.toml`. A file that changed is read again.
pub(crate) fn from_files(paths: &[String]) -> Result<Loaded, Vec<String>> {
    static CACHE: OnceLock<Mutex<Cache>> = OnceLock::new();
    let root = std::env::var_os("CARGO_MANIFEST_DIR").map(PathBuf::from).unwrap_or_default();
    let places: Vec<PathBuf> = paths.iter().map(|path| root.join(path)).collect();
    let modified = |path: &PathBuf| std::fs::metadata(path).and_then(|metadata| metadata.modified()).ok();
    let stamp: Stamp = places.iter().map(|path| (path.clone(), modified(path))).collect();
    let mut cache = CACHE.get_or_init(Mutex::default).lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(loaded) = cache.get(&stamp) {
        return Ok(loaded.clone());
    }
    let loaded = load(paths, &root, &places)?;
    cache.insert(stamp, loaded.clone());
    Ok(loaded)
}

/// Reads files; problems name them as the caller did.
fn load(names: &[String], root: &Path, places: &[PathBuf]) -> Result<Loaded, Vec<String>> {
    let mut texts = Vec::new();
    let mut errors = Vec::new();
    for (name, place) in names.iter().zip(places) {
        match std::fs::read_to_string(place) {
            Ok(text) => texts.push((name, text)),
            Err(error) => errors.push(format!("cannot read `{name}` in `{}`: {error}", root.display())),
        }
    }
    if !errors.is_empty() {
        return Err(errors);
    }
    let sources: Vec<Source<'_>> =
        texts.iter().map(|(name, text)| Source { name, text: text.trim_start_matches('\u{feff}') }).collect();
    let spec = read(&sources).map_err(|errors| errors.0.iter().map(ToString::to_string).collect::<Vec<_>>())?;
    Ok(Loaded { spec, files: places.iter().map(|place| place.display().to_string()).collect() })
}
