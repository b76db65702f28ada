//! The modules of a package, read from its files. May import: `paths`.

use std::collections::{BTreeMap, BTreeSet};

use super::paths::{self, Import, Reference};
use crate::source::Source;

/// One file of a package.
pub(super) struct File {
    /// Its path below the workspace.
    pub(super) path: String,
    /// Its module's path below the crate; empty for `lib.rs`.
    pub(super) module: Vec<String>,
    /// The paths that its code names.
    pub(super) references: Vec<Reference>,
}

/// What one module declares.
#[derive(Default)]
struct Module {
    file: usize,
    items: BTreeSet<String>,
    imports: BTreeMap<String, Vec<String>>,
    globs: Vec<Vec<String>>,
}

/// The modules of a package.
pub(super) struct Package {
    /// The files, in the order of their paths.
    pub(super) files: Vec<File>,
    modules: BTreeMap<Vec<String>, Module>,
}

/// How many imports of imports are followed.
const DEPTH: usize = 16;

impl Package {
    /// Reads the files of `package`. The root of its program is no part of the library, and is left out.
    pub(super) fn read(package: &str, sources: &[&Source]) -> Self {
        let mut read = Self { files: Vec::new(), modules: BTreeMap::new() };
        for source in sources {
            let below = source.path.strip_prefix(&format!("{package}/src/")).unwrap_or(&source.path);
            if below == "main.rs" {
                continue;
            }
            let module = module_of(below);
            let found = paths::read(&source.items(), &module);
            let file = read.files.len();
            for (path, items) in found.items {
                let declared = read.modules.entry(path).or_default();
                declared.file = file;
                declared.items.extend(items);
            }
            for Import { module, path, name } in found.imports {
                let declared = read.modules.entry(module).or_default();
                match name {
                    Some(name) => drop(declared.imports.insert(name, path)),
                    None => declared.globs.push(path),
                }
            }
            read.files.push(File { path: source.path.clone(), module, references: found.references });
        }
        read
    }

    /// The file that declares what a path names as seen from a module, if the path stays in the package.
    pub(super) fn file_of(&self, module: &[String], path: &[String]) -> Option<usize> {
        let path = self.absolute(module, path)?;
        self.resolve(&path, DEPTH)
    }

    /// A path from the root of the crate, if it is one of this crate.
    fn absolute(&self, module: &[String], path: &[String]) -> Option<Vec<String>> {
        let first = path.first()?;
        let mut start = module.to_vec();
        let mut rest = path;
        match first.as_str() {
            "crate" => return Some(path[1..].to_vec()),
            "self" => rest = &path[1..],
            "super" => {
                while rest.first().is_some_and(|part| part == "super") {
                    start.pop();
                    rest = &rest[1..];
                }
            }
            name => {
                let child: Vec<_> = module.iter().cloned().chain([name.to_owned()]).collect();
                let declared = self.modules.get(module);
                if !self.modules.contains_key(&child) {
                    let import = declared?.imports.get(name)?;
                    // `use regex;` beside `regex::new()` leads nowhere but to itself.
                    let is_itself = import.first() == Some(first);
                    let target = if is_itself { None } else { self.absolute(module, import) }?;
                    return Some(target.into_iter().chain(path[1..].iter().cloned()).collect());
                }
            }
        }
        Some(start.into_iter().chain(rest.iter().cloned()).collect())
    }

    fn resolve(&self, path: &[String], depth: usize) -> Option<usize> {
        let mut module = Vec::new();
        for (index, part) in path.iter().enumerate() {
            let child: Vec<_> = module.iter().cloned().chain([part.clone()]).collect();
            if self.modules.contains_key(&child) {
                module = child;
                continue;
            }
            let declared = self.modules.get(&module)?;
            if declared.items.contains(part) || depth == 0 {
                return Some(declared.file);
            }
            if let Some(import) = declared.imports.get(part) {
                let target = self.absolute(&module, import)?;
                let target: Vec<_> = target.into_iter().chain(path[index + 1..].iter().cloned()).collect();
                return self.resolve(&target, depth - 1);
            }
            let globs = declared.globs.iter().filter_map(|glob| self.absolute(&module, glob));
            let mut behind = globs.filter(|glob| self.declares(glob, part));
            return match behind.next() {
                Some(glob) => self.resolve(&glob.into_iter().chain([part.clone()]).collect::<Vec<_>>(), depth - 1),
                None => Some(declared.file),
            };
        }
        self.modules.get(&module).map(|declared| declared.file)
    }

    fn declares(&self, module: &[String], name: &str) -> bool {
        let declared = self.modules.get(module);
        declared.is_some_and(|declared| declared.items.contains(name) || declared.imports.contains_key(name))
    }

    /// Whether a path as seen from a module is a module, which is an import but no use yet.
    pub(super) fn is_module(&self, module: &[String], path: &[String]) -> bool {
        self.absolute(module, path).is_some_and(|path| self.modules.contains_key(&path))
    }
}

/// The module of a file: `a/b.rs` and `a/b/mod.rs` are `a::b`.
fn module_of(below: &str) -> Vec<String> {
    let mut parts: Vec<_> = below.trim_end_matches(".rs").split('/').map(ToOwned::to_owned).collect();
    if parts.last().is_some_and(|last| last == "mod") || parts == ["lib"] {
        parts.pop();
    }
    parts
}
