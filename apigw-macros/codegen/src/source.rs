//! Where a macro call's specification comes from, read once a process: it is built in, in files beside the caller, or in
//! the call itself, where the macros of a crate with a model of its own put it.

use std::collections::HashMap;
use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, OnceLock, PoisonError};
use std::time::SystemTime;

use apigw_spec::Spec;
use apigw_spec::read::{ReadErrors, Source, read};
use proc_macro2::{Span, TokenStream};
use quote::quote;
use syn::parse::{ParseStream, Parser as _};
use syn::{LitInt, LitStr, Path as Module, Token, bracketed};

use crate::diagnostics::Diagnostics;

/// A specification and the files it was read from, which a rebuild has to follow.
#[derive(Clone)]
pub(crate) struct Loaded {
    /// The specification.
    pub(crate) spec: Spec,
    /// Absolute paths of the files; none for the built-in specification and one in the call.
    pub(crate) files: Vec<String>,
    /// What is in the files.
    pub(crate) texts: Arc<[String]>,
}

/// Where the specification of a call is.
#[derive(Default)]
pub(crate) enum Origin {
    /// In this package.
    #[default]
    BuiltIn,
    /// In files, named relative to the caller's `Cargo.toml`.
    Files(Vec<LitStr>),
    /// In the module of a `model!` call, whose macros know it.
    Module(Module),
    /// In the call.
    Loaded(Box<Result<Loaded, Vec<String>>>),
}

impl Origin {
    /// Reads what stands after `path =`: a file, which is one more, or the module of a model.
    pub(crate) fn argument(&mut self, input: ParseStream<'_>) -> syn::Result<()> {
        if !input.peek(LitStr) {
            let module = input.fork();
            let is_module =
                module.call(Module::parse_mod_style).is_ok() && (module.is_empty() || module.peek(Token![,]));
            if !is_module {
                return Err(input.error("expected a string, or the path of a module; a macro cannot be called here"));
            }
            *self = Self::Module(input.call(Module::parse_mod_style)?);
            return Ok(());
        }
        let file = input.parse()?;
        match self {
            Self::Files(files) => files.push(file),
            _ => *self = Self::Files(vec![file]),
        }
        Ok(())
    }

    /// What the macros of a model add to a call.
    pub(crate) fn specification(input: ParseStream<'_>) -> syn::Result<Self> {
        let content;
        bracketed!(content in input);
        let key: LitInt = content.parse()?;
        let loaded = in_call(key.base10_parse()?, &content)?;
        Ok(Self::Loaded(Box::new(loaded)))
    }

    /// The specification for a call that only checks; problems are reported at the file's name.
    pub(crate) fn load(&self, diagnostics: &mut Diagnostics) -> Option<Loaded> {
        let loaded = match self {
            Self::BuiltIn | Self::Module(_) => builtin_without_documentation(),
            Self::Files(files) => from_files(&files.iter().map(LitStr::value).collect::<Vec<_>>()),
            Self::Loaded(loaded) => (**loaded).clone(),
        };
        let span = match self {
            Self::Files(files) => files.first().map(LitStr::span),
            _ => None,
        };
        let span = span.unwrap_or_else(Span::call_site);
        loaded.map_err(|errors| errors.into_iter().for_each(|error| diagnostics.error(span, error))).ok()
    }
}

/// The call of the macro that adds the specification of a model: `what` is to be expanded with `tokens`.
pub(crate) fn callback(module: &Module, what: &str, tokens: TokenStream) -> TokenStream {
    let what = proc_macro2::Ident::new(what, Span::call_site());
    let mut content = quote!(#what);
    content.extend(tokens);
    quote!(#module::__specification! { #content })
}

/// Splits a call to which a macro of a model added its specification.
pub(crate) fn split(tokens: TokenStream) -> syn::Result<(Origin, TokenStream)> {
    let parse = |input: ParseStream<'_>| {
        let origin = Origin::specification(input)?;
        input.parse::<Token![,]>()?;
        Ok((origin, input.parse()?))
    };
    parse.parse2(tokens)
}

/// A specification as a call contains it: a key, and its texts, which are read for the first call with the key.
pub(crate) fn contained(loaded: &Loaded) -> (u64, TokenStream) {
    let mut hasher = DefaultHasher::new();
    loaded.texts.hash(&mut hasher);
    let (key, texts) = (hasher.finish(), loaded.texts.iter());
    (key, quote!([#key #(, #texts)*]))
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
        Ok(spec) => Ok(Loaded { spec: *spec, files: Vec::new(), texts: Arc::default() }),
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
            Ok(text) => texts.push((name.as_str(), text)),
            Err(error) => errors.push(format!("cannot read `{name}` in `{}`: {error}", root.display())),
        }
    }
    if !errors.is_empty() {
        return Err(errors);
    }
    let (names, texts): (Vec<&str>, Vec<String>) = texts.into_iter().unzip();
    let spec = parsed(&names, &texts)?;
    let files = places.iter().map(|place| place.display().to_string()).collect();
    Ok(Loaded { spec, files, texts: texts.into() })
}

/// The specification in a call. The texts are read if no call with this key was before.
fn in_call(key: u64, input: ParseStream<'_>) -> syn::Result<Result<Loaded, Vec<String>>> {
    static CACHE: OnceLock<Mutex<HashMap<u64, Loaded>>> = OnceLock::new();
    let mut cache = CACHE.get_or_init(Mutex::default).lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(loaded) = cache.get(&key) {
        input.parse::<TokenStream>()?;
        return Ok(Ok(loaded.clone()));
    }
    let mut texts = Vec::new();
    while !input.is_empty() {
        input.parse::<Token![,]>()?;
        texts.push(input.parse::<LitStr>()?.value());
    }
    let names = vec!["specification"; texts.len()];
    let spec = parsed(&names, &texts);
    Ok(spec.map(|spec| {
        let loaded = Loaded { spec, files: Vec::new(), texts: texts.into() };
        cache.insert(key, loaded.clone());
        loaded
    }))
}

fn parsed(names: &[&str], texts: &[String]) -> Result<Spec, Vec<String>> {
    let sources = names.iter().zip(texts);
    let sources = sources.map(|(name, text)| Source { name, text: text.trim_start_matches('\u{feff}') });
    let sources: Vec<Source<'_>> = sources.collect();
    read(&sources).map_err(|errors| errors.0.iter().map(ToString::to_string).collect())
}
