//! Statements.

use std::cell::Cell;
use std::rc::Rc;

use super::state::{Halt, Rendered, Renderer};
use crate::java::number::Number;
use crate::java::value::{BlockValue, List, Loop, Map, Value, ViewKind};
use crate::velocity::error::TemplateErrorKind;
use crate::velocity::names::{COUNT, HAS_NEXT, LOOP};
use crate::velocity::trace::TraceAction;
use crate::velocity::tree::{Block, Definition, Expression, Foreach, Node};

/// How often a loop may run.
const MAX_ITERATIONS: usize = 1_000;

impl<'t> Renderer<'t> {
    /// Renders statements.
    pub(super) fn block(&mut self, block: Block, out: &mut String) -> Rendered<()> {
        let tree: &'t _ = self.tree;
        self.deeper(|this| {
            for node in tree.nodes(block) {
                this.charge(0)?;
                this.statement(*node, out)?;
            }
            this.check_size(out)
        })
    }

    fn statement(&mut self, node: Node, out: &mut String) -> Rendered<()> {
        match node {
            Node::Text(text) => {
                out.push_str(self.tree.text(text));
                self.charge(text.len())
            }
            Node::Reference(reference) => self.print(reference, out),
            Node::If(branches) => {
                for (number, branch) in self.tree.branches(branches).iter().enumerate() {
                    let is_chosen = match branch.condition {
                        Some(condition) => self.truth(condition)?,
                        None => true,
                    };
                    if is_chosen {
                        self.note(self.offset, || TraceAction::Branch(Some(number)));
                        return self.block(branch.body, out);
                    }
                }
                self.note(self.offset, || TraceAction::Branch(None));
                Ok(())
            }
            Node::Set(to, variable, value) => {
                let value = self.value(value)?;
                if self.trace.is_some() {
                    self.note_set(to, &value);
                }
                if value.is_null() {
                    return Ok(());
                }
                self.assign(to, variable, value)
            }
            Node::Foreach(at) => self.tree.foreach(at).map_or(Ok(()), |foreach| self.foreach(foreach, out)),
            Node::Define(variable, body) => {
                let content: Rc<dyn std::any::Any> = Rc::new(Definition { tree: Rc::clone(self.tree), body });
                self.put(variable, Value::Block(Rc::new(BlockValue { content, depth: Cell::new(0) })));
                Ok(())
            }
            Node::Break(None) => Err(Halt::Break(None)),
            Node::Break(Some(scope)) => match self.value(scope)? {
                Value::Loop(frame) => Err(Halt::Break(Some(frame))),
                _ => {
                    Err(self.error(TemplateErrorKind::Method, "`#break` takes a loop such as `$foreach`; leave it out"))
                }
            },
            Node::Stop(message) => {
                if let Some(message) = message {
                    self.value(message)?;
                }
                Err(Halt::Stop)
            }
            Node::Resource(name, offset) => {
                self.offset = offset as usize;
                let message =
                    format!("`{name}` finds nothing: API Gateway has no other templates; write its text here");
                Err(self.error(TemplateErrorKind::Resource, message))
            }
        }
    }

    fn foreach(&mut self, foreach: &Foreach, out: &mut String) -> Rendered<()> {
        self.offset = foreach.offset as usize;
        let arguments = self.tree.expressions(foreach.arguments);
        // Too few arguments make the block the collection, or nothing at all.
        let Some(collection) = arguments.get(2) else {
            if arguments.len() == 2 {
                return Ok(());
            }
            let message = "`#foreach` needs a collection; write `#foreach($entry in $list)`";
            return Err(self.error(TemplateErrorKind::Syntax, message));
        };
        let collection = self.value(*collection)?;
        let Some(mut items) = LoopItems::of(&collection) else { return Ok(()) };
        let saved = [foreach.variable, COUNT, HAS_NEXT].map(|variable| (variable, self.get(variable)));
        let frame = Rc::new(new_loop(self.get(LOOP)));
        self.put(LOOP, Value::Loop(Rc::clone(&frame)));
        let result = self.iterate(foreach, &mut items, &frame, out);

        for (variable, value) in saved {
            self.restore(variable, value);
        }
        if let Value::Loop(frame) = self.get(LOOP) {
            let before = frame.parent.clone().map(Value::Loop).or_else(|| frame.replaced.clone());
            self.restore(LOOP, before.unwrap_or_default());
        }
        match result {
            Err(Halt::Break(None)) => Ok(()),
            Err(Halt::Break(Some(left))) if Rc::ptr_eq(&left, &frame) => Ok(()),
            result => result,
        }
    }

    fn iterate(
        &mut self,
        foreach: &Foreach,
        items: &mut LoopItems,
        frame: &Rc<Loop>,
        out: &mut String,
    ) -> Rendered<()> {
        let mut holder = None;
        let mut count = 0_usize;

        while items.has_next() {
            self.charge(0)?;
            count += 1;
            if count > MAX_ITERATIONS {
                self.offset = foreach.offset as usize;
                let message =
                    format!("the loop runs more than {MAX_ITERATIONS} times, which API Gateway does not allow");
                return Err(self.error(TemplateErrorKind::Iterations, message));
            }
            self.put(COUNT, Value::count(count));
            let Some(value) = items.next() else {
                let message = "the collection changes while the loop goes over it; change another one";
                return Err(self.error(TemplateErrorKind::Method, message));
            };
            self.put(HAS_NEXT, Value::Boolean(items.has_next()));
            self.note(foreach.offset as usize, || TraceAction::Iteration(count));
            let is_null = value.is_null();
            self.put(foreach.variable, value);
            frame.index.set(frame.index.get() + 1);
            frame.has_next.set(items.has_next());
            if is_null {
                self.with_null(&mut holder, foreach.variable, |this| this.body(foreach, out))?;
            } else {
                self.body(foreach, out)?;
            }
        }
        Ok(())
    }

    /// Renders the body, or what stands in its place.
    fn body(&mut self, foreach: &Foreach, out: &mut String) -> Rendered<()> {
        match self.tree.expressions(foreach.arguments).get(3) {
            None => self.block(foreach.body, out),
            Some(Expression::Reference(reference)) => self.print(*reference, out),
            Some(_) => Ok(()),
        }
    }
}

fn new_loop(before: Value) -> Loop {
    let (parent, replaced) = match before {
        Value::Loop(parent) => (Some(parent), None),
        Value::Null => (None, None),
        other => (None, Some(other)),
    };
    Loop { index: Cell::new(-1), has_next: Cell::new(false), parent, replaced, map: Rc::new(Map::default()) }
}

/// The elements that a loop goes over.
enum LoopItems {
    /// A list, which may grow.
    List { list: Rc<List>, at: usize, changes: u32 },
    /// Entries of a map, whose number is that of the beginning.
    Map { map: Rc<Map>, items: std::vec::IntoIter<Value>, changes: u32 },
    /// Anything else.
    Fixed(std::vec::IntoIter<Value>),
    /// An iterator, which stays where it is left.
    Cursor(Rc<crate::java::value::Cursor>),
}

impl LoopItems {
    fn of(collection: &Value) -> Option<Self> {
        let of_map = |map: &Rc<Map>, kind| {
            let view = crate::java::value::View { map: Rc::clone(map), kind };
            Self::Map { map: Rc::clone(map), items: view.items().into_iter(), changes: map.changes.get() }
        };
        Some(match collection {
            Value::List(list) => Self::List { list: Rc::clone(list), at: 0, changes: list.changes.get() },
            Value::Map(map) => of_map(map, ViewKind::Values),
            Value::Loop(frame) => of_map(&frame.map, ViewKind::Values),
            Value::View(view) => of_map(&view.map, view.kind),
            Value::Array(array) => Self::Fixed(array.items.borrow().clone().into_iter()),
            Value::Cursor(cursor) => Self::Cursor(Rc::clone(cursor)),
            _ => return None,
        })
    }

    fn has_next(&self) -> bool {
        match self {
            Self::List { list, at, .. } => *at != list.items.borrow().len(),
            Self::Map { items, .. } | Self::Fixed(items) => items.len() > 0,
            Self::Cursor(cursor) => cursor.at.get() < cursor.items.len(),
        }
    }

    /// The next element; nothing if the collection was changed, of which Java complains.
    fn next(&mut self) -> Option<Value> {
        match self {
            Self::List { list, at, changes } => {
                if list.changes.get() != *changes {
                    return None;
                }
                *at += 1;
                list.items.borrow().get(*at - 1).cloned()
            }
            Self::Map { map, items, changes } => {
                if map.changes.get() != *changes {
                    return None;
                }
                items.next()
            }
            Self::Fixed(items) => items.next(),
            Self::Cursor(cursor) => {
                let item = cursor.items.get(cursor.at.get()).cloned();
                cursor.at.set(cursor.at.get() + 1);
                item
            }
        }
    }
}

impl Renderer<'_> {
    /// The elements from one integer to another, both included.
    pub(super) fn range(&self, from: &Value, to: &Value) -> Rendered<Value> {
        let (Value::Number(from), Value::Number(to)) = (from, to) else { return Ok(Value::Null) };
        let (from, to) = (from.to_int(), to.to_int());
        if from.abs_diff(to) > 1_000_000 {
            return Err(self.error(TemplateErrorKind::Size, "the range has more than a million elements"));
        }
        let number = |number| Value::Number(Number::Int(number));
        let items =
            if from >= to { (to..=from).rev().map(number).collect() } else { (from..=to).map(number).collect() };
        Ok(Value::list(items))
    }
}
