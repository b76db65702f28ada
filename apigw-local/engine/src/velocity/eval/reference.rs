//! References: their values, how they print, and assignments to them.

use std::rc::Rc;

use super::state::{Rendered, Renderer};
use crate::java::methods;
use crate::java::number::Number;
use crate::java::value::Value;
use crate::velocity::error::TemplateErrorKind;
use crate::velocity::trace::TraceAction;
use crate::velocity::tree::{Accessor, Expression, Reference};

impl Renderer {
    /// Prints a reference.
    pub(super) fn print(&mut self, reference: &Reference, out: &mut String) -> Rendered<()> {
        if reference.is_bare {
            out.push_str(&reference.root);
            return Ok(());
        }
        let value = self.reference(reference)?;
        if reference.is_escaped {
            out.push_str(&reference.slashes);
            out.push_str(&reference.source);
            return Ok(());
        }
        if let Value::Block(block) = &value {
            if self.defined(block, out)? {
                return Ok(());
            }
            for part in [&reference.slashes, &reference.slashes, &reference.prefix, &reference.source] {
                out.push_str(part);
            }
            return Ok(());
        }
        out.push_str(&reference.slashes);
        out.push_str(&reference.prefix);
        self.push_text(&value, out)
    }

    /// The value of a reference. What is undefined is the empty string; only a bare word has no value at all.
    pub(super) fn reference(&mut self, reference: &Reference) -> Rendered<Value> {
        if reference.is_bare {
            return Ok(Value::Null);
        }
        self.offset = reference.offset;
        let mut value = self.get(&reference.root);
        for step in &reference.steps {
            if value.is_null() {
                break;
            }
            value = self.deeper(|this| this.step(&value, step))?;
            self.offset = reference.offset;
        }
        let value = if value.is_null() { Value::empty() } else { value };
        self.note(reference.offset, || TraceAction::Reference {
            source: written(reference),
            value: Self::shown(&value),
        });
        Ok(value)
    }

    fn step(&mut self, target: &Value, step: &Accessor) -> Rendered<Value> {
        self.charge(0)?;
        match step {
            Accessor::Property(name) => {
                let found = methods::property(target, name, &mut |block, out| self.block_text(block, out));
                Ok(found.map_err(|failure| self.failed(failure))?.unwrap_or_default())
            }
            Accessor::Method(name, arguments) => {
                let offset = self.offset;
                let arguments = self.values(arguments)?;
                self.offset = offset;
                self.call(target, name, &arguments)
            }
            Accessor::Index(index) => {
                let index = self.index(target, index)?;
                self.call(target, "get", &[index])
            }
        }
    }

    fn values(&mut self, expressions: &[Expression]) -> Rendered<Vec<Value>> {
        expressions.iter().map(|expression| self.value(expression)).collect()
    }

    fn call(&mut self, target: &Value, method: &str, arguments: &[Value]) -> Rendered<Value> {
        let size = std::iter::once(target).chain(arguments).map(size_of).sum();
        self.charge(size)?;
        let called = methods::call(target, method, arguments, &mut |block, out| self.block_text(block, out));
        Ok(called.map_err(|failure| self.failed(failure))?.unwrap_or_default())
    }

    /// An index; a negative integer counts from the end.
    fn index(&mut self, target: &Value, index: &Expression) -> Rendered<Value> {
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
    pub(super) fn assign(&mut self, to: &Reference, variable: &Rc<str>, value: Value) -> Rendered<()> {
        let Some((last, steps)) = to.steps.split_last() else {
            self.put(variable, value);
            return Ok(());
        };
        self.offset = to.offset;
        let mut target = self.get(&to.root);
        for step in steps {
            if target.is_null() {
                return Ok(());
            }
            target = self.deeper(|this| this.step(&target, step))?;
        }

        if target.is_null() {
            return Ok(());
        }
        match last {
            Accessor::Index(index) => {
                let index = self.index(&target, index)?;
                let arguments = [index, value];
                let is_map = matches!(target, Value::Map(_) | Value::Loop(_));
                self.call(&target, if is_map { "put" } else { "set" }, &arguments)?;
                Ok(())
            }
            Accessor::Property(name) | Accessor::Method(name, _) => {
                methods::set_property(&target, name, value).map_err(|failure| self.failed(failure))
            }
        }
    }
}

/// A reference as it is written. A quiet one, `$!x`, keeps no source: its parts are named.
fn written(reference: &Reference) -> String {
    if !reference.source.is_empty() {
        return reference.source.to_string();
    }
    let mut text = format!("$!{}", reference.root);
    for step in &reference.steps {
        match step {
            Accessor::Property(name) => text.extend([".", name]),
            Accessor::Method(name, _) => text.extend([".", name, "(…)"]),
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
