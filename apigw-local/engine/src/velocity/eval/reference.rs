//! References: their values, how they print, and assignments to them.

use super::state::{Rendered, Renderer};
use crate::java::display::MAX_TEXT;
use crate::java::failure::JavaFailure;
use crate::java::methods;
use crate::java::number::Number;
use crate::java::value::Value;
use crate::velocity::error::TemplateErrorKind;
use crate::velocity::names::Slot;
use crate::velocity::trace::TraceAction;
use crate::velocity::tree::{Accessor, Expression, Reference, TemplateTree};

impl Renderer<'_> {
    /// Prints a reference.
    pub(super) fn print(&mut self, at: u32, out: &mut String) -> Rendered<()> {
        let tree = self.tree;
        let Some(reference) = tree.reference(at) else { return Ok(()) };
        if reference.is_bare {
            out.push_str(tree.text(reference.root));
            return Ok(());
        }
        if self.print_call(reference, out)? {
            return Ok(());
        }
        let value = self.reference(reference)?;

        if reference.is_escaped {
            out.push_str(tree.text(reference.slashes));
            out.push_str(tree.text(reference.source));
            return Ok(());
        }
        if let Value::Block(block) = &value {
            if self.defined(block, out)? {
                return Ok(());
            }
            for part in [reference.slashes, reference.slashes, reference.prefix, reference.source] {
                out.push_str(tree.text(part));
            }
            return Ok(());
        }
        out.push_str(tree.text(reference.slashes));
        out.push_str(tree.text(reference.prefix));
        self.push_text(&value, out)
    }

    /// Prints what a method of `$input` or `$util` gives, without making a value of it first where it is a string. False,
    /// and nothing is done, if the reference is no such call.
    fn print_call(&mut self, reference: &Reference, out: &mut String) -> Rendered<bool> {
        let tree = self.tree;
        let [Accessor::Method(name, arguments)] = tree.accessors(reference.steps) else { return Ok(false) };
        let [argument] = tree.expressions(*arguments) else { return Ok(false) };
        if reference.is_escaped || self.trace.is_some() {
            return Ok(false);
        }
        let target = self.get(reference.variable);
        let Value::Object(object) = &target else { return Ok(false) };
        self.offset = reference.offset as usize;
        out.push_str(tree.text(reference.slashes));
        out.push_str(tree.text(reference.prefix));
        let (start, name) = (out.len(), tree.text(*name));

        // The work is counted as it is where a value is made.
        let value = self.deeper(|this| {
            this.charge(0)?;
            let arguments = [this.value(*argument)?];
            this.offset = reference.offset as usize;
            this.charge(arguments.iter().map(size_of).sum())?;
            if object.push(name, &arguments, out).map_err(|failure| this.failed(failure))? {
                return Ok(None);
            }
            this.called(&target, name, &arguments).map(Some)
        })?;
        match value {
            None if out.len() > MAX_TEXT => Err(self.failed(JavaFailure::Size)),
            None => self.charge(out.len() - start),
            Some(Value::Null) => self.charge(0),
            Some(value) => self.push_text(&value, out),
        }?;
        Ok(true)
    }

    /// The value of a reference. What is undefined is the empty string; only a bare word has no value at all.
    pub(super) fn reference(&mut self, reference: &Reference) -> Rendered<Value> {
        if reference.is_bare {
            return Ok(Value::Null);
        }
        let tree = self.tree;
        self.offset = reference.offset as usize;
        let mut value = self.get(reference.variable);
        for step in tree.accessors(reference.steps) {
            if value.is_null() {
                break;
            }
            value = self.deeper(|this| this.step(&value, *step))?;
            self.offset = reference.offset as usize;
        }
        let value = if value.is_null() { Value::empty() } else { value };
        self.note(self.offset, || TraceAction::Reference {
            source: written(tree, reference),
            value: Self::shown(&value),
        });
        Ok(value)
    }

    /// Keeps the step of an assignment.
    pub(super) fn note_set(&mut self, to: u32, value: &Value) {
        let tree = self.tree;
        let Some(to) = tree.reference(to) else { return };
        self.note(to.offset as usize, || TraceAction::Set {
            target: tree.text(to.source).to_owned(),
            value: (!value.is_null()).then(|| Self::shown(value)),
        });
    }

    fn step(&mut self, target: &Value, step: Accessor) -> Rendered<Value> {
        self.charge(0)?;
        let tree = self.tree;

        match step {
            Accessor::Property(name) => {
                if let Value::Map(map) = target {
                    return Ok(map.get_text(tree.text(name)));
                }
                let name = tree.text(name);
                let found = methods::property(target, name, &mut |block, out| self.block_text(block, out));
                Ok(found.map_err(|failure| self.failed(failure))?.unwrap_or_default())
            }
            Accessor::Method(name, arguments) => {
                let offset = self.offset;
                let name = tree.text(name);
                // A list of values is an allocation, which the usual calls need not have.
                match tree.expressions(arguments) {
                    [] => self.call(target, name, &[]),
                    [one] => {
                        let arguments = [self.value(*one)?];
                        self.offset = offset;
                        self.call(target, name, &arguments)
                    }
                    _ => {
                        let arguments = self.values(arguments)?;
                        self.offset = offset;
                        self.call(target, name, &arguments)
                    }
                }
            }
            Accessor::Index(index) => {
                let index = self.index(target, index)?;
                self.call(target, "get", &[index])
            }
        }
    }

    fn call(&mut self, target: &Value, method: &str, arguments: &[Value]) -> Rendered<Value> {
        let size = std::iter::once(target).chain(arguments).map(size_of).sum();
        self.charge(size)?;
        self.called(target, method, arguments)
    }

    /// What a method gives, without counting the work.
    fn called(&mut self, target: &Value, method: &str, arguments: &[Value]) -> Rendered<Value> {
        let called = methods::call(target, method, arguments, &mut |block, out| self.block_text(block, out));
        Ok(called.map_err(|failure| self.failed(failure))?.unwrap_or_default())
    }

    /// An index; a negative integer counts from the end.
    fn index(&mut self, target: &Value, index: Expression) -> Rendered<Value> {
        let offset = self.offset;
        let index = self.value(index)?;
        self.offset = offset;
        let Value::Number(Number::Int(number)) = index else { return Ok(index) };
        if number >= 0 {
            return Ok(index);
        }
        let size = methods::call(target, "size", &[], &mut |_, _| Ok(())).map_err(|failure| self.failed(failure))?;
        match size {
            Some(Value::Number(size)) => Ok(Value::Number(Number::Int(size.to_int().wrapping_add(number)))),
            _ => Err(self.error(TemplateErrorKind::Method, "a negative index needs a value with a `size()`")),
        }
    }

    /// Gives a variable, or a part of its value, a value. Where there is nothing to set, nothing happens.
    pub(super) fn assign(&mut self, to: u32, variable: Slot, value: Value) -> Rendered<()> {
        let tree = self.tree;
        let Some(to) = tree.reference(to) else { return Ok(()) };
        let Some((last, steps)) = tree.accessors(to.steps).split_last() else {
            self.put(variable, value);
            return Ok(());
        };
        self.offset = to.offset as usize;
        let mut target = self.get(to.variable);
        for step in steps {
            if target.is_null() {
                return Ok(());
            }
            target = self.deeper(|this| this.step(&target, *step))?;
        }

        if target.is_null() {
            return Ok(());
        }
        match last {
            Accessor::Index(index) => {
                let index = self.index(&target, *index)?;
                let arguments = [index, value];
                let is_map = matches!(target, Value::Map(_) | Value::Loop(_));
                self.call(&target, if is_map { "put" } else { "set" }, &arguments)?;
                Ok(())
            }
            Accessor::Property(name) | Accessor::Method(name, _) => {
                methods::set_property(&target, tree.text(*name), value).map_err(|failure| self.failed(failure))
            }
        }
    }
}

/// A reference as it is written. A quiet one, `$!x`, keeps no source: its parts are named.
fn written(tree: &TemplateTree, reference: &Reference) -> String {
    let source = tree.text(reference.source);
    if !source.is_empty() {
        return source.to_owned();
    }
    let mut text = format!("$!{}", tree.text(reference.root));
    for step in tree.accessors(reference.steps) {
        match step {
            Accessor::Property(name) => text.extend([".", tree.text(*name)]),
            Accessor::Method(name, _) => text.extend([".", tree.text(*name), "(…)"]),
            Accessor::Index(_) => text.push_str("[…]"),
        }
    }
    text
}

/// How much work a method on a value may be, in characters.
fn size_of(value: &Value) -> usize {
    match value {
        Value::Text(text) => text.len(),
        Value::List(list) => list.items.borrow().len() * 8,
        Value::Map(map) => map.entries.borrow().len() * 8,
        Value::View(view) => view.map.entries.borrow().len() * 8,
        _ => 0,
    }
}
