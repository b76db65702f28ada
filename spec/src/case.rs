//! Word boundaries of the model's names: one authority for the option names of the command and the Rust names.

/// Splits a name of the model into lower-case words joined by `separator`: `restApiId` → `rest-api-id`.
///
/// The rule is the one by which the AWS CLI derives its option names: a word starts at a capital after a lower-case
/// letter or digit and at the last capital of a run that a lower-case letter follows; a run of capitals with a plural
/// `s` at the end of the name is one word (`providerARNs` → `provider-arns`). Other separators in the name are kept as
/// boundaries.
///
/// ```
/// use apigw_spec::case::separated;
/// assert_eq!(separated("insecureSkipVerification", '-'), "insecure-skip-verification");
/// assert_eq!(separated("providerARNs", '_'), "provider_arns");
/// ```
pub fn separated(name: &str, separator: char) -> String {
    let chars: Vec<char> = name.chars().collect();
    let plural = plural_acronym(&chars);
    let mut text = String::with_capacity(name.len() + 8);

    for (index, &c) in chars.iter().enumerate() {
        if !c.is_alphanumeric() {
            if !text.is_empty() && !text.ends_with(separator) {
                text.push(separator);
            }
            continue;
        }
        let inside_plural = plural.is_some_and(|start| index > start);
        if !inside_plural && starts_word(&chars, index) && !text.is_empty() && !text.ends_with(separator) {
            text.push(separator);
        }
        // Nearly all names are ASCII, and every option of a command gets its name here when it starts.
        if c.is_ascii() {
            text.push(c.to_ascii_lowercase());
        } else {
            text.extend(c.to_lowercase());
        }
    }

    while text.ends_with(separator) {
        text.pop();
    }
    text
}

/// Where a trailing run of two or more capitals plus `s` starts, if the name ends in one.
fn plural_acronym(chars: &[char]) -> Option<usize> {
    let (last, rest) = chars.split_last()?;
    let capitals = rest.iter().rev().take_while(|c| c.is_uppercase()).count();
    (*last == 's' && capitals >= 2).then(|| rest.len() - capitals)
}

fn starts_word(chars: &[char], index: usize) -> bool {
    let at = |index: usize| chars.get(index).copied();
    let (Some(current), Some(previous)) = (at(index), index.checked_sub(1).and_then(at)) else { return false };
    if !current.is_uppercase() {
        return false;
    }
    let followed_by_lower = at(index + 1).is_some_and(char::is_lowercase);
    previous.is_lowercase() || previous.is_numeric() || followed_by_lower
}
