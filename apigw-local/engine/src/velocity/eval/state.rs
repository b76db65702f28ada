//! What a rendering keeps: variables, and how much has been done.

use std::rc::Rc;

use crate::java::display::{MAX_TEXT, push_text};
use crate::java::failure::JavaFailure;
use crate::java::value::{BlockValue, Loop, Value};
use crate::velocity::error::{TemplateError, TemplateErrorKind};
use crate::velocity::names::Slot;
use crate::velocity::trace::{Trace, TraceAction, shortened};
use crate::velocity::tree::{Definition, TemplateTree};

/// How many statements and values a rendering may take. The service bounds the time of a call instead.
const MAX_STEPS: u64 = 4_000_000;

/// How deeply a rendering may call itself.
const MAX_DEPTH: u32 = 400;

/// How often `#define` may be rendered within itself.
const MAX_RECURSION: u32 = 2;

/// Why rendering stops.
#[derive(Debug)]
pub(super) enum Halt {
    /// The template is wrong.
    Error(TemplateError),
    /// `#break`, out of the loop that is named or the nearest one.
    Break(Option<Rc<Loop>>),
    /// `#stop`.
    Stop,
}

pub(super) type Rendered<T> = Result<T, Halt>;

/// The variables of a template, and the state of its rendering.
pub(crate) struct Renderer<'t> {
    /// The template.
    pub(super) tree: &'t Rc<TemplateTree>,
    /// The variables by their numbers; null is as good as none.
    pub(super) variables: Vec<Value>,
    /// Variables that the template does not have: another has left them, of which a block is rendered.
    pub(super) others: Vec<(Box<str>, Value)>,
    /// Loop variables that are null at the moment: nothing can be put over them.
    pub(super) nulls: Vec<(Box<str>, bool)>,
    pub(super) steps: u64,
    pub(super) depth: u32,
    /// Where the reference that is being evaluated begins, for errors.
    pub(super) offset: usize,
    /// Why the rendering of a block within a value stopped.
    pub(super) pending: Option<Halt>,
    /// The steps, if they are kept.
    pub(crate) trace: Option<Box<Trace>>,
}

impl std::fmt::Debug for Renderer<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Renderer").field("variables", &self.variables).finish_non_exhaustive()
    }
}

impl std::fmt::Debug for Loop {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Loop").field("index", &self.index).finish_non_exhaustive()
    }
}

impl<'t> Renderer<'t> {
    /// A renderer without variables.
    pub(in crate::velocity) fn of(tree: &'t Rc<TemplateTree>) -> Self {
        Self {
            tree,
            variables: vec![Value::Null; tree.names.count() as usize],
            others: Vec::new(),
            nulls: Vec::new(),
            steps: 0,
            depth: 0,
            offset: 0,
            pending: None,
            trace: None,
        }
    }

    /// The value of a variable, or null.
    pub(super) fn get(&self, variable: Slot) -> Value {
        if !self.nulls.is_empty() {
            let name = self.tree.names.name(variable);
            if self.nulls.iter().any(|(null, active)| *active && **null == *name) {
                return Value::Null;
            }
        }
        self.variables.get(variable as usize).cloned().unwrap_or_default()
    }

    /// Gives a variable its value; null takes it away.
    pub(super) fn put(&mut self, variable: Slot, value: Value) {
        if value.is_null() {
            self.set_nulls(variable, true);
        }
        if let Some(slot) = self.variables.get_mut(variable as usize) {
            *slot = value;
        }
    }

    /// Gives a variable back the value that it had; null if it had none.
    pub(super) fn restore(&mut self, variable: Slot, value: Value) {
        if value.is_null() {
            self.set_nulls(variable, false);
        }
        if let Some(slot) = self.variables.get_mut(variable as usize) {
            *slot = value;
        }
    }

    fn set_nulls(&mut self, variable: Slot, is_active: bool) {
        if self.nulls.is_empty() {
            return;
        }
        let name = self.tree.names.name(variable);
        for (null, active) in &mut self.nulls {
            if **null == *name {
                *active = is_active;
            }
        }
    }

    /// Renders with a loop variable that is null.
    pub(super) fn with_null<T>(
        &mut self,
        holder: &mut Option<bool>,
        variable: Slot,
        inner: impl FnOnce(&mut Self) -> T,
    ) -> T {
        self.nulls.push((self.tree.names.name(variable).into(), holder.unwrap_or(true)));
        let result = inner(self);
        *holder = self.nulls.pop().map(|(_, active)| active);
        result
    }

    /// Keeps a step, if steps are kept.
    pub(super) fn note(&mut self, offset: usize, action: impl FnOnce() -> TraceAction) {
        if let Some(trace) = &mut self.trace {
            trace.add(offset, action());
        }
    }

    /// A value as a step shows it.
    pub(super) fn shown(value: &Value) -> String {
        let mut text = String::new();
        // What is nested too deeply ends where it does.
        let _ = push_text(value, &mut text, &mut |_, _| Ok(()));
        shortened(text)
    }

    /// Counts work, as much as `amount` characters take.
    pub(super) fn charge(&mut self, amount: usize) -> Rendered<()> {
        self.steps += 1 + u64::try_from(amount / 64).unwrap_or(u64::MAX / 2);
        if self.steps > MAX_STEPS {
            return Err(
                self.error(TemplateErrorKind::Steps, "the template does too much work; API Gateway would time out")
            );
        }
        Ok(())
    }

    /// Goes one level deeper for the time of `inner`.
    pub(super) fn deeper<T>(&mut self, inner: impl FnOnce(&mut Self) -> Rendered<T>) -> Rendered<T> {
        if self.depth == MAX_DEPTH {
            return Err(self.error(TemplateErrorKind::Depth, "the template calls itself too deeply; take a level out"));
        }
        self.depth += 1;
        let result = inner(self);
        self.depth -= 1;
        result
    }

    /// Whether what was printed may go on growing.
    pub(super) fn check_size(&self, out: &str) -> Rendered<()> {
        if out.len() > MAX_TEXT {
            return Err(self.error(TemplateErrorKind::Size, "the template prints more than the 10 MB of a payload"));
        }
        Ok(())
    }

    #[cold]
    pub(super) fn error(&self, kind: TemplateErrorKind, message: impl Into<String>) -> Halt {
        Halt::Error(TemplateError::new(kind, self.offset, message))
    }

    /// What a failure of a method is to the template.
    pub(super) fn failed(&mut self, failure: JavaFailure) -> Halt {
        if let Some(halt) = self.pending.take() {
            return halt;
        }
        match failure {
            JavaFailure::Thrown(message) => self.error(TemplateErrorKind::Method, message),
            JavaFailure::Depth => self.error(TemplateErrorKind::Depth, "the value is nested too deeply to be printed"),
            JavaFailure::Size => self.error(TemplateErrorKind::Size, "the value is larger than a payload may be"),
            JavaFailure::Steps => {
                self.error(TemplateErrorKind::Steps, "matching takes too long; simplify the regular expression")
            }
        }
    }

    /// What `value.toString()` gives.
    pub(super) fn text_of(&mut self, value: &Value) -> Rendered<String> {
        if let Value::Text(text) = value {
            return Ok(text.to_string());
        }
        let mut text = String::new();
        self.push_text(value, &mut text)?;
        Ok(text)
    }

    /// Appends what `value.toString()` gives.
    pub(super) fn push_text(&mut self, value: &Value, out: &mut String) -> Rendered<()> {
        let before = out.len();
        if let Value::Text(text) = value
            && before + text.len() <= MAX_TEXT
        {
            out.push_str(text);
            return self.charge(text.len());
        }
        let printed = push_text(value, out, &mut |block, out| self.block_text(block, out));
        printed.map_err(|failure| self.failed(failure))?;
        self.charge(out.len().saturating_sub(before))
    }

    /// Renders what `#define` made, for the printing of a value.
    pub(super) fn block_text(&mut self, block: &BlockValue, out: &mut String) -> Result<(), JavaFailure> {
        match self.defined(block, out) {
            Ok(true) => Ok(()),
            Ok(false) => {
                out.push_str("null");
                Ok(())
            }
            Err(halt) => {
                self.pending = Some(halt);
                Err(JavaFailure::Depth)
            }
        }
    }

    /// Renders what `#define` made, unless it is within itself too often.
    pub(super) fn defined(&mut self, block: &BlockValue, out: &mut String) -> Rendered<bool> {
        if block.depth.get() >= MAX_RECURSION {
            return Ok(false);
        }
        let Some(definition) = block.content.downcast_ref::<Definition>() else { return Ok(false) };
        block.depth.set(block.depth.get() + 1);
        let rendered = self.definition(definition, out);
        block.depth.set(block.depth.get() - 1);
        match rendered {
            Ok(()) | Err(Halt::Break(None)) => Ok(true),
            Err(halt) => Err(halt),
        }
    }
}
