//! The paths that a file names: those of its `use` items, and those in its code. May import: nothing.

use proc_macro2::{TokenStream, TokenTree};
use syn::visit::{self, Visit};
use syn::{Attribute, Item, ItemMod, ItemUse, Macro, Meta, UseTree, Visibility};

/// A name that a module brings in; without a name, all that is there.
pub(super) struct Import {
    /// The module that has the `use` item.
    pub(super) module: Vec<String>,
    /// What it brings in.
    pub(super) path: Vec<String>,
    /// As what.
    pub(super) name: Option<String>,
}

/// A path that code names.
pub(super) struct Reference {
    /// The module that names it.
    pub(super) module: Vec<String>,
    /// The path, as it stands there.
    pub(super) path: Vec<String>,
    /// The line where it stands.
    pub(super) line: usize,
    /// Whether it only brings a name in.
    pub(super) is_import: bool,
}

/// What a file declares and names.
#[derive(Default)]
pub(super) struct Found {
    /// The names that each module of the file declares.
    pub(super) items: Vec<(Vec<String>, Vec<String>)>,
    /// The names that its modules bring in, re-exports among them.
    pub(super) imports: Vec<Import>,
    /// The paths that its code names, re-exports left out.
    pub(super) references: Vec<Reference>,
    module: Vec<String>,
}

/// Reads a file that holds a module. What is only compiled for tests is left out.
pub(super) fn read(file: &syn::File, module: &[String]) -> Found {
    let mut found = Found { module: module.to_vec(), ..Found::default() };
    found.items.push((module.to_vec(), names(&file.items)));
    found.visit_file(file);
    found
}

/// The names that items declare.
fn names(items: &[Item]) -> Vec<String> {
    let name = |item: &Item| match item {
        Item::Const(item) => Some(item.ident.to_string()),
        Item::Enum(item) => Some(item.ident.to_string()),
        Item::Fn(item) => Some(item.sig.ident.to_string()),
        Item::Macro(item) => item.ident.as_ref().map(ToString::to_string),
        Item::Static(item) => Some(item.ident.to_string()),
        Item::Struct(item) => Some(item.ident.to_string()),
        Item::Trait(item) => Some(item.ident.to_string()),
        Item::Type(item) => Some(item.ident.to_string()),
        _ => None,
    };
    items.iter().filter_map(name).collect()
}

/// Whether an item is compiled for tests only.
fn is_for_tests(attributes: &[Attribute]) -> bool {
    attributes.iter().any(|attribute| match &attribute.meta {
        Meta::List(list) if list.path.is_ident("cfg") => {
            let condition = list.tokens.to_string().replace(' ', "");
            condition == "test" || condition.starts_with("all(test,")
        }
        _ => false,
    })
}

/// The attributes of an item that can be left out.
fn attributes(item: &Item) -> &[Attribute] {
    match item {
        Item::Const(item) => &item.attrs,
        Item::Enum(item) => &item.attrs,
        Item::Fn(item) => &item.attrs,
        Item::Impl(item) => &item.attrs,
        Item::Macro(item) => &item.attrs,
        Item::Mod(item) => &item.attrs,
        Item::Static(item) => &item.attrs,
        Item::Struct(item) => &item.attrs,
        Item::Trait(item) => &item.attrs,
        Item::Type(item) => &item.attrs,
        Item::Use(item) => &item.attrs,
        _ => &[],
    }
}

impl Found {
    fn refer(&mut self, path: Vec<String>, line: usize, is_import: bool) {
        self.references.push(Reference { module: self.module.clone(), path, line, is_import });
    }

    /// The leaves of a `use` item.
    fn leaves(&mut self, tree: &UseTree, prefix: &[String], is_reexport: bool) {
        let joined = |name: &syn::Ident| prefix.iter().cloned().chain([name.to_string()]).collect::<Vec<_>>();
        let (ident, path, name) = match tree {
            UseTree::Path(path) => return self.leaves(&path.tree, &joined(&path.ident), is_reexport),
            UseTree::Group(group) => {
                group.items.iter().for_each(|tree| self.leaves(tree, prefix, is_reexport));
                return;
            }
            UseTree::Name(leaf) if leaf.ident == "self" => (&leaf.ident, prefix.to_vec(), prefix.last().cloned()),
            UseTree::Name(leaf) => (&leaf.ident, joined(&leaf.ident), Some(leaf.ident.to_string())),
            UseTree::Rename(leaf) if leaf.ident == "self" => {
                (&leaf.ident, prefix.to_vec(), Some(leaf.rename.to_string()))
            }
            UseTree::Rename(leaf) => (&leaf.ident, joined(&leaf.ident), Some(leaf.rename.to_string())),
            UseTree::Glob(glob) => {
                self.imports.push(Import { module: self.module.clone(), path: prefix.to_vec(), name: None });
                let line = glob.star_token.spans[0].start().line;
                if !is_reexport {
                    self.refer(prefix.to_vec(), line, false);
                }
                return;
            }
        };
        if !is_reexport {
            self.refer(path.clone(), ident.span().start().line, true);
        }
        self.imports.push(Import { module: self.module.clone(), path, name });
    }

    /// The paths among tokens that nothing has parsed.
    fn tokens(&mut self, tokens: TokenStream) {
        let (mut path, mut line, mut colons) = (Vec::new(), 0, 0);
        for tree in tokens {
            match tree {
                TokenTree::Ident(ident) if path.is_empty() || colons == 2 => {
                    line = ident.span().start().line;
                    path.push(ident.to_string());
                    colons = 0;
                }
                TokenTree::Punct(punct) if punct.as_char() == ':' && !path.is_empty() && colons < 2 => {
                    colons += 1;
                }
                other => {
                    self.flush(&mut path, line);
                    colons = 0;
                    match other {
                        TokenTree::Group(group) => self.tokens(group.stream()),
                        TokenTree::Ident(ident) => {
                            line = ident.span().start().line;
                            path.push(ident.to_string());
                        }
                        _ => {}
                    }
                }
            }
        }
        self.flush(&mut path, line);
    }

    fn flush(&mut self, path: &mut Vec<String>, line: usize) {
        let path = std::mem::take(path);
        if path.len() > 1 {
            self.refer(path, line, false);
        }
    }
}

impl<'ast> Visit<'ast> for Found {
    fn visit_item(&mut self, item: &'ast Item) {
        if !is_for_tests(attributes(item)) {
            visit::visit_item(self, item);
        }
    }

    fn visit_item_mod(&mut self, item: &'ast ItemMod) {
        let Some((_, items)) = &item.content else { return };
        self.module.push(item.ident.to_string());
        self.items.push((self.module.clone(), names(items)));
        for item in items {
            self.visit_item(item);
        }
        self.module.pop();
    }

    fn visit_item_use(&mut self, item: &'ast ItemUse) {
        self.leaves(&item.tree, &[], !matches!(item.vis, Visibility::Inherited));
    }

    fn visit_path(&mut self, path: &'ast syn::Path) {
        let parts: Vec<_> = path.segments.iter().map(|segment| segment.ident.to_string()).collect();
        if let (2.., Some(first)) = (parts.len(), path.segments.first()) {
            self.refer(parts, first.ident.span().start().line, false);
        }
        visit::visit_path(self, path);
    }

    fn visit_macro(&mut self, call: &'ast Macro) {
        self.tokens(call.tokens.clone());
        visit::visit_macro(self, call);
    }

    // What attributes hold is text for other macros.
    fn visit_attribute(&mut self, _: &'ast Attribute) {}
}
