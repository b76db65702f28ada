//! Rust names for the names of a model: the only place that decides them.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use apigw_spec::case::separated;
use apigw_spec::{Kind, Operation, Shape, Spec, Waiter};
use heck::{ToShoutySnakeCase as _, ToUpperCamelCase as _};
use proc_macro2::{Ident, Span};
use syn::ext::IdentExt as _;

/// The Rust names of everything that a specification generates, free of collisions.
pub(crate) struct Names {
    types: BTreeMap<&'static str, Ident>,
    inputs: BTreeMap<&'static str, Ident>,
    modules: BTreeMap<&'static str, Ident>,
    nested_modules: BTreeMap<&'static str, Ident>,
    statics: BTreeMap<&'static str, Ident>,
}

impl Names {
    /// Chooses names for a specification: inputs first, as they are what users write most, then the other types in the
    /// order of their identifiers, so that the same specification always gives the same names.
    pub(crate) fn new(spec: &Spec) -> Self {
        let mut types = Taken::default();
        let mut modules = Taken::default();
        let inputs = spec.operations.iter().map(|op| (op.name, types.take(type_name(op.name))));
        let inputs: BTreeMap<_, _> = inputs.collect();
        let operations = spec.operations.iter().map(|op| (op.name, modules.take(snake(op.name))));
        let operations: BTreeMap<_, _> = operations.collect();
        let own_inputs: BTreeSet<_> = spec.operations.iter().map(|op| op.input.shape().id).collect();
        let named = spec.shapes.iter().filter(|shape| !own_inputs.contains(shape.id) && has_type(shape));
        let named: Vec<_> = named.collect();
        let shapes = named.iter().map(|shape| (shape.id, types.take(type_name(shape.name()))));
        let mut shapes: BTreeMap<_, _> = shapes.collect();
        let nested = named.iter().map(|shape| (shape.id, modules.take(snake(shape.name()))));
        let mut nested: BTreeMap<_, _> = nested.collect();

        // An input that other structures hold, or that is answered with, has the name of its first operation there.
        for op in spec.operations {
            if let (Some(input), Some(module)) = (inputs.get(op.name), operations.get(op.name)) {
                shapes.entry(op.input.shape().id).or_insert_with(|| input.clone());
                nested.entry(op.input.shape().id).or_insert_with(|| module.clone());
            }
        }

        let mut statics = Taken::default();
        statics.used.insert("SERVICE".to_owned());
        let tables = spec.shapes.iter().map(|shape| (shape.id, statics.take(shape.name().to_shouty_snake_case())));
        let mut tables: BTreeMap<_, _> = tables.collect();

        for op in spec.operations {
            tables.insert(op.name, statics.take(format!("OPERATION_{}", op.name.to_shouty_snake_case())));
            // The input of operations that take none is not among the shapes.
            tables.entry(op.input.shape().id).or_insert_with(|| statics.take("UNIT"));
        }

        Self { types: shapes, inputs, modules: operations, nested_modules: nested, statics: tables }
    }

    /// The structure of an operation's input, which is named after the operation.
    pub(crate) fn input(&self, operation: &Operation) -> Ident {
        self.inputs.get(operation.name).cloned().unwrap_or_else(|| ident(&type_name(operation.name)))
    }

    /// The structure or enumeration of a shape.
    pub(crate) fn type_of(&self, shape: &Shape) -> Ident {
        self.types.get(shape.id).cloned().unwrap_or_else(|| ident(&type_name(shape.name())))
    }

    /// The module that holds an operation's builder and error kinds.
    pub(crate) fn module(&self, operation: &Operation) -> Ident {
        self.modules.get(operation.name).cloned().unwrap_or_else(|| ident(&snake(operation.name)))
    }

    /// The module that holds the builder of a structure that is no input.
    pub(crate) fn nested_module(&self, shape: &Shape) -> Ident {
        self.nested_modules.get(shape.id).cloned().unwrap_or_else(|| ident(&snake(shape.name())))
    }

    /// The waiters of a specification, and the methods that wait. Names of operations are kept free.
    pub(crate) fn waiters(&self, spec: &Spec) -> Vec<(&'static Waiter, Ident)> {
        let mut taken = Taken::default();
        taken.used.extend(self.modules.values().map(ToString::to_string));
        let named = |waiter: &&'static Waiter| (*waiter, taken.take(format!("wait_until_{}", snake(waiter.name))));
        spec.waiters.iter().map(named).collect()
    }

    /// The static that holds the table of a shape (by its identifier) or of an operation (by its name).
    pub(crate) fn table(&self, key: &str) -> Ident {
        self.statics.get(key).cloned().unwrap_or_else(|| ident(&key.to_shouty_snake_case()))
    }
}

/// The name of a member in Rust before collisions are resolved, to show in messages.
pub(crate) fn plain(name: &str) -> String {
    separated(name, '_')
}

/// Whether a shape becomes a Rust type of its own; the others are types of the standard library.
pub(crate) fn has_type(shape: &Shape) -> bool {
    match shape.kind {
        Kind::Structure(_) | Kind::Union(_) => true,
        Kind::String(text) => text.values.listed().is_some(),
        _ => false,
    }
}

/// Whether setters convert to the type of a shape, and the type is none that macros can name.
pub(crate) fn is_converted(shape: &Shape) -> bool {
    match shape.kind {
        Kind::String(_) => has_type(shape),
        Kind::List(_) | Kind::Map { .. } | Kind::Blob | Kind::Timestamp(_) | Kind::Document => true,
        _ => false,
    }
}

/// The field and setter names of a structure's members, in their order. The builders' own methods are kept free.
pub(crate) fn members(shape: &Shape) -> Vec<Ident> {
    member_names(shape).iter().map(MemberName::ident).collect()
}

/// The name of one member, as [`members`] has it.
pub(crate) fn member(shape: &Shape, index: usize) -> Option<Ident> {
    member_names(shape).get(index).map(MemberName::ident)
}

/// The position of the member with this name, written without `r#`.
pub(crate) fn position(shape: &Shape, name: &str) -> Option<usize> {
    let names = member_names(shape);
    let plain = names.iter().position(|known| known.plain == name);
    // Names that cannot be raw have an underscore behind them.
    plain.or_else(|| names.iter().position(|known| known.spelled == name))
}

/// The name of a member.
struct MemberName {
    /// Before it becomes an identifier.
    plain: String,
    /// The identifier, without `r#`.
    spelled: String,
    is_raw: bool,
}

impl MemberName {
    fn new(plain: String) -> Self {
        let ident = ident(&plain);
        let spelled = ident.unraw().to_string();
        Self { plain, is_raw: ident != spelled, spelled }
    }

    fn ident(&self) -> Ident {
        let new = if self.is_raw { Ident::new_raw } else { Ident::new };
        new(&self.spelled, Span::call_site())
    }
}

/// The members' names. Macros ask for them with every member of every call, so they are kept for the process, by where
/// the table of members stands.
fn member_names(shape: &Shape) -> Arc<[MemberName]> {
    type Cache = Mutex<BTreeMap<(usize, usize), Arc<[MemberName]>>>;
    static CACHE: OnceLock<Cache> = OnceLock::new();
    let key = (shape.members().as_ptr() as usize, shape.members().len());
    let mut cache = CACHE.get_or_init(Cache::default).lock().unwrap_or_else(PoisonError::into_inner);
    let names = cache.entry(key).or_insert_with(|| {
        let mut taken = Taken::default();
        taken.used.extend(["start", "build", "send"].map(str::to_owned));
        // The setters that take an `Option`.
        taken.used.extend(shape.members().iter().map(|member| format!("maybe_{}", snake(member.name))));
        shape.members().iter().map(|member| MemberName::new(taken.name(&snake(member.name)))).collect()
    });
    Arc::clone(names)
}

/// The variants of an enumeration's values, in their order. `Unknown` is kept free for values that are not listed.
pub(crate) fn variants(values: &[&str]) -> Vec<Ident> {
    let mut taken = Taken::default();
    taken.used.insert("Unknown".to_owned());
    values.iter().map(|value| taken.take(variant(value))).collect()
}

/// The variants of a union's members, in their order. `Unknown` is kept free for members that are not listed.
pub(crate) fn union_variants(shape: &Shape) -> Vec<Ident> {
    let names: Vec<&str> = shape.members().iter().map(|member| member.name).collect();
    variants(&names)
}

/// The variants of an operation's error kinds: the shape's name without `Exception` or `Error`.
pub(crate) fn error_variants(operation: &Operation) -> Vec<Ident> {
    let mut taken = Taken::default();
    taken.used.insert("Other".to_owned());
    let names = operation.errors.iter().map(|error| {
        let name = error.shape().name();
        let short = name.strip_suffix("Exception").or_else(|| name.strip_suffix("Error")).unwrap_or(name);
        taken.take(type_name(if short.is_empty() { name } else { short }))
    });
    names.collect()
}

/// An identifier with a prefix, for the parameters and marker traits that go with a member.
pub(crate) fn prefixed(prefix: &str, name: &Ident) -> Ident {
    let bare = name.to_string();
    let bare = bare.strip_prefix("r#").unwrap_or(&bare);
    // Numbers keep their underscore: `foo_bar_2` is not `foo_bar2`.
    let words = bare.split('_').filter(|word| !word.is_empty());
    let words =
        words.map(|word| if word.starts_with(char::is_numeric) { format!("_{word}") } else { capitalized(word) });
    ident(&format!("{prefix}{}", words.collect::<String>()))
}

/// The typed constants of an enumeration's values, in their order: the values themselves where they are names.
pub(crate) fn constants(values: &[&str]) -> Vec<Ident> {
    let mut taken = Taken::default();
    let name = |value: &&str| {
        let spelled: String = value.chars().map(|c| if c.is_alphanumeric() { c } else { '_' }).collect();
        if spelled.starts_with(char::is_alphabetic) { spelled } else { format!("V{spelled}") }
    };
    values.iter().map(|value| taken.take(name(value))).collect()
}

/// The setter of an optional member that takes an `Option`.
pub(crate) fn maybe(member: &Ident) -> Ident {
    Ident::new(&format!("maybe_{}", member.to_string().trim_start_matches("r#")), member.span())
}

/// A function or parameter with a name that was put together from words.
pub(crate) fn function(name: &str) -> Ident {
    ident(&started(name.to_owned(), "value"))
}

/// The parameter with this letter and number.
pub(crate) fn numbered(letter: &str, number: usize) -> Ident {
    ident(&format!("{letter}{number}"))
}

/// The trait of a builder's condition with this number.
pub(crate) fn condition(number: usize) -> Ident {
    ident(&format!("Condition{number}"))
}

/// The trait of what a constant demands in the condition with this number.
pub(crate) fn given(number: usize, constant: &Ident) -> Ident {
    prefixed(&format!("Given{number}"), constant)
}

/// The variant of a value of an enumeration without fields, whose `Debug` is its name.
pub(crate) fn unit_variant(value: &impl std::fmt::Debug) -> Ident {
    ident(&format!("{value:?}"))
}

/// The hidden method of a builder that starts the structures in a member.
pub(crate) fn nested(member: &Ident) -> Ident {
    hidden("__start_", member)
}

/// The hidden method of a builder that takes a value of exactly the member's type, where the setter converts to a type
/// that macros cannot name.
pub(crate) fn exactly(member: &Ident) -> Ident {
    hidden("__exactly_", member)
}

fn hidden(prefix: &str, member: &Ident) -> Ident {
    Ident::new(&format!("{prefix}{}", member.to_string().trim_start_matches("r#")), Span::call_site())
}

/// A type name: upper camel case with runs of capitals kept as the model has them (`VpcLink`, `Ec2` stay).
fn type_name(name: &str) -> String {
    let words = separated(name, '_');
    let camel: String = words.split('_').map(capitalized).collect();
    started(camel, "Shape")
}

fn capitalized(word: &str) -> String {
    let mut chars = word.chars();
    chars.next().map(|first| first.to_uppercase().chain(chars).collect()).unwrap_or_default()
}

fn snake(name: &str) -> String {
    started(separated(name, '_'), "member")
}

/// The variant of a value. Digits keep their separators (`0.5` → `V0_5`), since `0.5` and `05` are different values.
fn variant(value: &str) -> String {
    let spelled: String = value.chars().map(|c| if c.is_alphanumeric() { c } else { '_' }).collect();
    let mut camel = String::new();
    for word in spelled.split('_').filter(|word| !word.is_empty()) {
        if camel.ends_with(|c: char| c.is_numeric()) && word.starts_with(|c: char| c.is_numeric()) {
            camel.push('_');
        }
        camel.push_str(&word.to_upper_camel_case());
    }
    match camel.as_str() {
        "" => "Value".to_owned(),
        _ if camel.starts_with(|c: char| c.is_numeric()) => format!("V{camel}"),
        _ => camel,
    }
}

/// Makes a name start with a letter, as Rust names must.
fn started(name: String, placeholder: &str) -> String {
    if name.is_empty() {
        return placeholder.to_owned();
    }
    if name.starts_with(|c: char| c.is_numeric()) { format!("_{name}") } else { name }
}

/// The names used so far in one scope.
#[derive(Default)]
struct Taken {
    used: BTreeSet<String>,
}

impl Taken {
    /// Takes a name as an identifier.
    fn take(&mut self, name: impl AsRef<str>) -> Ident {
        ident(&self.name(name.as_ref()))
    }

    /// Takes a name, with a number behind it if it is in use.
    fn name(&mut self, name: &str) -> String {
        let mut free = name.to_owned();
        let mut number = 2;
        while !self.used.insert(free.clone()) {
            free = format!("{name}_{number}");
            number += 1;
        }
        free
    }
}

/// The words of Rust that cannot be names as they are, but can be raw ones.
const KEYWORDS: [&str; 48] = [
    "abstract", "as", "async", "await", "become", "box", "break", "const", "continue", "do", "dyn", "else", "enum",
    "extern", "false", "final", "fn", "for", "gen", "if", "impl", "in", "let", "loop", "macro", "match", "mod", "move",
    "mut", "override", "priv", "pub", "ref", "return", "static", "struct", "trait", "true", "try", "type", "typeof",
    "unsafe", "unsized", "use", "virtual", "where", "while", "yield",
];

/// An identifier at the macro's call site; keywords become raw or, where Rust forbids that, end in an underscore.
fn ident(name: &str) -> Ident {
    let plain = name.starts_with(|c: char| c.is_ascii_alphabetic())
        && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_');
    if matches!(name, "self" | "Self" | "super" | "crate" | "_") {
        Ident::new(&format!("{name}_"), Span::call_site())
    } else if KEYWORDS.contains(&name) {
        Ident::new_raw(name, Span::call_site())
    } else if plain || syn::parse_str::<Ident>(name).is_ok() {
        Ident::new(name, Span::call_site())
    } else {
        let legal: String = name.chars().map(|c| if c.is_alphanumeric() { c } else { '_' }).collect();
        Ident::new(&format!("_{legal}"), Span::call_site())
    }
}
