//! The arguments of `model!`, `client!` and `server!`: `name = value` pairs, and the specification that they ask for.

use apigw_spec::Spec;
use apigw_spec::select::select;
use proc_macro2::{Ident, Span, TokenStream};
use syn::parse::{ParseStream, Parser as _};
use syn::punctuated::Punctuated;
use syn::{LitStr, Path, Token, bracketed};

use crate::diagnostics::Diagnostics;
use crate::source::{self, Loaded};

/// The arguments of a call, as far as they could be understood.
#[derive(Default)]
pub(crate) struct Arguments {
    /// The operations asked for; all if empty.
    pub operations: Vec<Ident>,
    /// The specification's files; the built-in one if empty.
    pub files: Vec<LitStr>,
    /// The path of the generated types (`model`), if it was given.
    pub model: Option<Path>,
    /// The path of the crate `apigw-model` (`crate`), if it was given.
    pub runtime: Option<Path>,
    /// The type to extend, of `client!`; the trait to declare, of `server!`.
    pub target: Option<Path>,
}

impl Arguments {
    /// Reads arguments. What is wrong is reported, what is right is kept.
    pub(crate) fn parse(input: TokenStream, diagnostics: &mut Diagnostics) -> Self {
        let mut arguments = Self::default();
        let outcome = (|input: ParseStream<'_>| {
            while !input.is_empty() {
                arguments.argument(input)?;
                if !input.is_empty() {
                    input.parse::<Token![,]>()?;
                }
            }
            Ok(())
        })
        .parse2(input);
        if let Err(error) = outcome {
            diagnostics.syntax(error);
        }
        arguments
    }

    /// The path of the crate `apigw-model`, which has the generated types too unless `model` says otherwise.
    pub(crate) fn types(&self) -> Option<&Path> {
        self.model.as_ref().or(self.runtime.as_ref())
    }

    fn argument(&mut self, input: ParseStream<'_>) -> syn::Result<()> {
        if input.peek(Token![for]) {
            input.parse::<Token![for]>()?;
            self.target = Some(input.parse()?);
            return Ok(());
        }

        if input.peek(Token![crate]) {
            input.parse::<Token![crate]>()?;
            input.parse::<Token![=]>()?;
            self.runtime = Some(input.call(Path::parse_mod_style)?);
            return Ok(());
        }

        let name: Ident = input.parse()?;
        input.parse::<Token![=]>()?;
        match name.to_string().as_str() {
            "model" => self.model = Some(input.call(Path::parse_mod_style)?),
            "operations" => {
                let list;
                bracketed!(list in input);
                let operations = Punctuated::<Ident, Token![,]>::parse_terminated(&list)?;
                refuse_empty(&name, operations.is_empty())?;
                self.operations = operations.into_iter().collect();
            }
            "path" if input.peek(LitStr) => self.files.push(input.parse()?),
            "path" if !input.peek(syn::token::Bracket) => {
                return Err(input.error("expected a string, or strings in brackets; a macro cannot be called here"));
            }
            "path" => {
                let list;
                bracketed!(list in input);
                let files = Punctuated::<LitStr, Token![,]>::parse_terminated(&list)?;
                refuse_empty(&name, files.is_empty())?;
                self.files = files.into_iter().collect();
            }
            other => {
                let message = format!("unknown argument `{other}`; expected `operations`, `path`, `crate` or `model`");
                return Err(syn::Error::new(name.span(), message));
            }
        }

        Ok(())
    }
}

/// An empty list would mean everything, which its author hardly expects.
fn refuse_empty(name: &Ident, is_empty: bool) -> syn::Result<()> {
    if is_empty {
        Err(syn::Error::new(name.span(), format!("`{name}` is empty; leave it out, or fill it")))
    } else {
        Ok(())
    }
}

/// The specification that a call asks for, reduced to the operations it names.
pub(crate) fn load(arguments: &Arguments, diagnostics: &mut Diagnostics) -> Option<Loaded> {
    let loaded = if arguments.files.is_empty() {
        source::builtin()
    } else {
        source::from_files(&arguments.files.iter().map(syn::LitStr::value).collect::<Vec<_>>())
    };
    match loaded {
        Ok(loaded) if arguments.operations.is_empty() => Some(loaded),
        Ok(loaded) => Some(Loaded { spec: selected(&loaded.spec, arguments, diagnostics), ..loaded }),
        Err(errors) => {
            let span = arguments.files.first().map_or_else(Span::call_site, syn::LitStr::span);
            for error in errors {
                diagnostics.error(span, error);
            }
            None
        }
    }
}

/// The chosen operations; unknown ones are reported at their names, and the others still come out.
fn selected(spec: &Spec, arguments: &Arguments, diagnostics: &mut Diagnostics) -> Spec {
    let mut known = Vec::new();
    for ident in &arguments.operations {
        let name = ident.to_string();
        match select(spec, &[&name]) {
            Ok(_) => known.push(name),
            Err(errors) => errors.into_iter().for_each(|error| diagnostics.error(ident.span(), error)),
        }
    }
    let known: Vec<&str> = known.iter().map(String::as_str).collect();
    select(spec, &known).unwrap_or(*spec)
}
