//! A stack that most strings need so little of that it takes no allocation.

/// How much is kept without an allocation.
const FEW: usize = 8;

/// A stack.
#[derive(Debug)]
pub(super) struct Stack<T> {
    few: [Option<T>; FEW],
    /// What is above those.
    more: Vec<T>,
}

impl<T> Default for Stack<T> {
    fn default() -> Self {
        Self { few: [const { None }; FEW], more: Vec::new() }
    }
}

impl<T> Stack<T> {
    pub(super) fn push(&mut self, value: T) {
        match self.few.iter_mut().find(|place| place.is_none()) {
            Some(place) => *place = Some(value),
            None => self.more.push(value),
        }
    }

    pub(super) fn pop(&mut self) -> Option<T> {
        self.more.pop().or_else(|| self.few.iter_mut().rev().find_map(Option::take))
    }

    pub(super) fn last_mut(&mut self) -> Option<&mut T> {
        self.more.last_mut().or_else(|| self.few.iter_mut().rev().find_map(Option::as_mut))
    }
}
