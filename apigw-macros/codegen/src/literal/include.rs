//! Values in files: `include_str!` and `include_bytes!`, read as the compiler reads them.
//!
//! The call stays in the expansion, so that the compiler follows the file. Where the file cannot be known, the value
//! is opaque.

use std::path::{Path, PathBuf};
use std::{env, fs, io};

use apigw_spec::suggest::nearest;
use apigw_spec::{Kind, Shape};
use proc_macro2::Span;
use syn::spanned::Spanned as _;
use syn::{Expr, ExprMacro};

use super::ast::{IncludedFile, LiteralKind};
use super::constant::{arguments, constant_text, standard_macro};
use super::position;

/// What a call that includes a file stands for.
pub(super) struct Included {
    pub(super) kind: LiteralKind,
    pub(super) file: Option<IncludedFile>,
}

/// What the content of a file is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Content {
    Text,
    Bytes,
}

/// The value of `include_str!` or `include_bytes!`.
pub(super) fn included(shape: &Shape, expr: &Expr) -> Option<Included> {
    let Expr::Macro(call) = expr else { return None };
    let content = match standard_macro(call)?.as_str() {
        "include_str" => Content::Text,
        "include_bytes" => Content::Bytes,
        _ => return None,
    };
    let unknown = Included { kind: LiteralKind::Opaque, file: None };
    // The compiler says it when bytes stand where they cannot.
    if content == Content::Bytes && !matches!(shape.kind, Kind::Blob) {
        return Some(unknown);
    }

    let Some((name, folder)) = name(call).and_then(|name| Some((name, Folder::of(call)?))) else {
        return Some(unknown);
    };
    Some(match fs::read(folder.real.join(&name)) {
        Ok(bytes) => Included {
            kind: match (content, String::from_utf8(bytes)) {
                (Content::Text, Ok(text)) => LiteralKind::Text(text),
                // The compiler refuses it.
                (Content::Text, Err(_)) => LiteralKind::Opaque,
                (Content::Bytes, Ok(text)) => LiteralKind::Bytes(text.into_bytes()),
                (Content::Bytes, Err(error)) => LiteralKind::Bytes(error.into_bytes()),
            },
            file: Some(IncludedFile::Read(folder.shown.join(&name).display().to_string())),
        },
        Err(error) => {
            let message = unreadable(&name, &folder.real, &error);
            Included { file: Some(IncludedFile::Unreadable(message)), ..unknown }
        }
    })
}

/// The path that a call names.
fn name(call: &ExprMacro) -> Option<String> {
    let arguments = arguments(&call.mac.tokens)?;
    let only = arguments.first().filter(|_| arguments.len() == 1)?;
    constant_text(only, |variable| env::var(variable).ok())
}

/// The folder that a path is relative to: that of the source file in which the call stands.
struct Folder {
    real: PathBuf,
    shown: PathBuf,
}

impl Folder {
    /// Nothing if the call does not stand in a file, or a `macro_rules!` wrote it: the compiler then takes the folder of
    /// the file that calls that macro, which no stable interface names.
    fn of(call: &ExprMacro) -> Option<Self> {
        let name = call.mac.path.span();
        let spans = [name, call.mac.bang_token.span(), call.mac.delimiter.span().open()];
        spans.into_iter().all(is_written_in_place).then_some(())?;
        let source = position::source(name)?;
        let parent = |path: &Path| path.parent().unwrap_or(Path::new("")).to_owned();
        let real = std::path::absolute(parent(&source.local_file()?)).ok()?;
        Some(Self { real, shown: parent(Path::new(&source.file())) })
    }
}

/// Whether the user's file has a token where it stands, and no macro put it there. The compiler's `Debug` of a span is
/// the only stable interface that shows it; if its form changed, files would be opaque.
fn is_written_in_place(span: Span) -> bool {
    format!("{span:?}").starts_with("#0 ")
}

fn unreadable(name: &str, folder: &Path, error: &io::Error) -> String {
    let path = folder.join(name);
    let (parent, file) = (path.parent(), path.file_name().and_then(|file| file.to_str()));
    let entries = parent.and_then(|parent| fs::read_dir(parent).ok()).into_iter().flatten().flatten();
    let entries: Vec<String> = entries.filter_map(|entry| entry.file_name().into_string().ok()).collect();
    let near = file.and_then(|file| nearest(file, entries.iter().map(String::as_str)));
    let remedy = near.map(|near| {
        let near = Path::new(name).with_file_name(near);
        format!("; did you mean `{}`?", near.display())
    });
    // A path from the root stands for itself.
    let place = if Path::new(name).is_absolute() { String::new() } else { format!(" in `{}`", folder.display()) };
    format!("cannot read `{name}`{place}: {error}{}", remedy.unwrap_or_default())
}
