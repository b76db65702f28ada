//! Whether a pattern of the model is a regular expression at all.
//!
//! Patterns are ECMA 262 expressions. This is a check of their form only: what is not closed, what repeats nothing.

/// Says what is wrong with a pattern and at which character, if anything.
pub(super) fn check(pattern: &str) -> Result<(), String> {
    let mut groups = 0_usize;
    let mut repeatable = false;
    let mut characters = pattern.chars().enumerate().peekable();

    while let Some((index, character)) = characters.next() {
        let at = index + 1;
        repeatable = match character {
            '\\' => match characters.next() {
                Some(_) => true,
                None => return Err(format!("ends in a lone `\\` at character {at}")),
            },
            '[' => class(at, &mut characters)?,
            '(' => {
                groups += 1;
                if characters.next_if(|(_, next)| *next == '?').is_some() {
                    group_kind(at, &mut characters)?;
                }
                false
            }
            ')' if groups == 0 => return Err(format!("closes a group that is not open at character {at}")),
            ')' => {
                groups -= 1;
                true
            }
            '*' | '+' | '?' if !repeatable => return Err(format!("has `{character}` after nothing at character {at}")),
            '*' | '+' | '?' => {
                characters.next_if(|(_, next)| matches!(next, '?' | '+'));
                false
            }
            '{' => {
                counted(at, repeatable, &mut characters)?;
                characters.next_if(|(_, next)| *next == '?');
                // The services read some patterns by rules that let a repetition be repeated.
                repeatable && characters.peek().is_some_and(|(_, next)| *next == '{')
            }
            '|' | '^' => false,
            _ => true,
        };
    }

    if groups == 0 { Ok(()) } else { Err("has a group that is not closed".to_owned()) }
}

type Characters<'p> = std::iter::Peekable<std::iter::Enumerate<std::str::Chars<'p>>>;

/// Reads past a character class whose `[` was read.
fn class(at: usize, characters: &mut Characters<'_>) -> Result<bool, String> {
    characters.next_if(|(_, next)| *next == '^');
    while let Some((_, character)) = characters.next() {
        match character {
            ']' => return Ok(true),
            '\\' => drop(characters.next()),
            _ => {}
        }
    }
    Err(format!("has a class that is not closed at character {at}"))
}

/// Reads the mark of a special group: `(?:`, `(?=`, `(?!`, `(?<=`, `(?<!`, `(?<name>`, or flags such as `(?i)`.
fn group_kind(at: usize, characters: &mut Characters<'_>) -> Result<(), String> {
    let unknown = || Err(format!("has an unknown kind of group at character {at}"));
    match characters.next() {
        Some((_, ':' | '=' | '!' | '>' | '<')) => Ok(()),
        Some((_, flag)) if is_flag(flag) => {
            while characters.next_if(|(_, next)| is_flag(*next)).is_some() {}
            // The group may be closed at once, which the caller sees.
            let is_group = characters.next_if(|(_, next)| *next == ':').is_some();
            let is_mark = characters.peek().is_some_and(|(_, next)| *next == ')');
            if is_group || is_mark { Ok(()) } else { unknown() }
        }
        _ => unknown(),
    }
}

/// Whether a character turns a way of matching on or off.
fn is_flag(character: char) -> bool {
    matches!(character, 'i' | 'm' | 's' | 'u' | 'x' | '-')
}

/// Reads the counts of a repetition `{n}`, `{n,}` or `{n,m}`. A brace that does not count stands for itself.
fn counted(at: usize, repeatable: bool, characters: &mut Characters<'_>) -> Result<(), String> {
    let ahead: String = characters.clone().map(|(_, next)| next).take_while(|next| *next != '}').take(32).collect();
    let (low, high) = ahead.split_once(',').unwrap_or((&ahead, &ahead));
    let number = |text: &str| !text.is_empty() && text.chars().all(|c| c.is_ascii_digit());
    if !number(low) || !(high.is_empty() || number(high)) {
        return Ok(());
    }
    for _ in 0..=ahead.chars().count() {
        characters.next();
    }
    if !repeatable {
        return Err(format!("has a repetition after nothing at character {at}"));
    }
    match (low.parse::<u32>(), high.parse::<u32>()) {
        (Ok(low), Ok(high)) if low > high => Err(format!("has a repetition from {low} to {high} at character {at}")),
        _ => Ok(()),
    }
}
