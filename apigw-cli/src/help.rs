//! Help, written from the shapes and the documentation overlay.

use apigw_spec::Operation;

/// The help that `--help` asks for, if it is among the words.
pub(crate) fn wanted(words: &[String]) -> Option<String> {
    let end = words.iter().position(|word| word == "--").unwrap_or(words.len());
    let words = words.get(..end)?;
    if !words.iter().any(|word| word == "--help") {
        return None;
    }
    let operations = crate::command_line::operations();
    let named = |word: &String| operations.iter().find(|(name, _)| name == word);
    Some(words.iter().find_map(named).map_or_else(overview, |(_, found)| operation(found)))
}

/// What the command is and which operations there are.
pub(crate) fn overview() -> String {
    let mut text = String::from("usage: apigw [options] <operation> [parameters]\n\n");
    for (name, _) in crate::command_line::operations() {
        text.push_str(&format!("  {name}\n"));
    }
    text
}

/// What an operation takes.
pub(crate) fn operation(operation: &'static Operation) -> String {
    let mut text = format!("{}\n\n", operation.name);
    for name in crate::command_line::operation::option_names(operation) {
        text.push_str(&format!("  {name}\n"));
    }
    text
}
