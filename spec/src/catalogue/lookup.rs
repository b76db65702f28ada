//! The errors that a string is about, the most specific first.

use std::collections::HashSet;

use super::entry::{Certainty, KnownError, Recognized};
use super::known::Catalogue;
use super::pattern::TextPattern;
use super::said::{Said, messages, words};

/// What two texts need to have in common at least to be alike, in percent.
const MIN_LIKENESS: i64 = 62;

/// The weight of a rare word.
const MAX_WEIGHT: i64 = 12;

/// What a string says besides the message.
struct Surroundings {
    words: HashSet<String>,
    names_operation: bool,
}

impl Surroundings {
    /// What speaks for an error, or against it: its operation and its code are named, or other operations are.
    fn bonus(&self, error: &KnownError) -> i64 {
        let names = |name: &String| self.words.contains(&name.to_lowercase());
        let operation = if error.operations.iter().any(names) {
            3
        } else if !error.operations.is_empty() && self.names_operation {
            -3
        } else {
            0
        };
        operation + if error.code.as_ref().is_some_and(names) { 2 } else { 0 }
    }
}

/// A message with what comparing it with many texts needs.
struct Message {
    words: HashSet<String>,
    /// The weight of all its words.
    weight: i64,
}

impl KnownError {
    /// Whether a message is, or is a part of, one of the error's texts.
    ///
    /// ```
    /// # use apigw_spec::catalogue::catalogue;
    /// let error = catalogue()?.error("method-exists");
    /// assert!(error.is_some_and(|error| error.quotes("Method already exists")));
    /// # Ok::<(), String>(())
    /// ```
    pub fn quotes(&self, message: &str) -> bool {
        let (said, spoken) = (Said::new(message), words(message));
        let is_part = |pattern: &TextPattern| is_in_order(&spoken, &pattern.words);
        self.patterns.iter().any(|pattern| pattern.find(&said).is_some() || is_part(pattern))
    }
}

impl Catalogue {
    /// The error that a rule prevents, by the text that it quotes or by its identifier.
    ///
    /// ```
    /// # use apigw_spec::catalogue::catalogue;
    /// let error = catalogue()?.prevented("integration-uri-is-url", Some("Invalid HTTP endpoint specified for URI"));
    /// assert_eq!(error.map(|error| error.id.as_str()), Some("http-endpoint-invalid"));
    /// # Ok::<(), String>(())
    /// ```
    pub fn prevented(&self, rule: &str, message: Option<&str>) -> Option<&KnownError> {
        let named = || self.errors.iter().find(|error| error.rules.iter().any(|known| known == rule));
        let Some(message) = message else { return named() };
        let quoted = self.recognize(message).into_iter().next();
        quoted.filter(|found| found.certainty != Certainty::Similar).map(|found| found.error).or_else(named)
    }

    /// The errors that a string is about, the most specific first: an error message with or without its details, a line
    /// of a log, the body or a header of a response.
    ///
    /// ```
    /// # use apigw_spec::catalogue::{Certainty, catalogue};
    /// let line = "(1a2b) Execution failed due to configuration error: Malformed Lambda proxy response";
    /// let known = catalogue()?.recognize(line);
    /// assert_eq!((known[0].error.id.as_str(), known[0].certainty), ("log-malformed-proxy", Certainty::Exact));
    /// # Ok::<(), String>(())
    /// ```
    pub fn recognize(&self, text: &str) -> Vec<Recognized<'_>> {
        let exact = self.contained(text);
        let mut parts = self.containing(text);
        if exact.is_empty() {
            return if parts.is_empty() { self.like(text) } else { parts };
        }

        // A message without its details can contain a shorter one, but has more words of its own.
        let said = words(text);
        let letters: usize = said.iter().map(String::len).sum();
        let best = exact.first().map_or(0, |found| found.score);
        let is_nearly_whole = |part: &Recognized<'_>| {
            part.error.patterns.iter().any(|pattern| {
                let known = &pattern.words;
                is_in_order(&said, known) && said.len() * 10 >= known.len() * 7
            })
        };
        parts.retain(|part| exact.iter().all(|found| found.error.id != part.error.id) && is_nearly_whole(part));
        if i64::try_from(letters).unwrap_or(i64::MAX) <= best {
            return exact;
        }
        parts.extend(exact);
        parts
    }

    /// The errors one of whose texts a string contains, as every line of a log is looked up.
    ///
    /// ```
    /// # use apigw_spec::catalogue::catalogue;
    /// assert!(catalogue()?.contained("(1a2b) Method request headers: {Accept=*/*}").is_empty());
    /// # Ok::<(), String>(())
    /// ```
    pub fn contained(&self, text: &str) -> Vec<Recognized<'_>> {
        let said = Said::new(text);
        let messages: Vec<Vec<String>> = messages(text).iter().map(|message| words(message)).collect();
        let around: HashSet<String> = words(text).into_iter().collect();
        let names_operation = !around.is_disjoint(&self.operations);
        let surroundings = Surroundings { words: around, names_operation };
        let found = self.errors.iter().filter_map(|error| {
            let patterns = error.patterns.iter().filter(|pattern| {
                let is_whole = || messages.contains(&pattern.words);
                !pattern.is_short() || is_whole()
            });
            // Of texts that say the same, the first has more holes.
            let found = patterns.filter_map(|pattern| pattern.find(&said));
            let found = found.reduce(|best, next| if next.letters > best.letters { next } else { best })?;
            let letters = i64::try_from(found.letters).unwrap_or(i64::MAX);
            let score = letters.saturating_add(surroundings.bonus(error));
            Some(Recognized { error, certainty: Certainty::Exact, holes: found.holes, score })
        });
        sorted(found.collect())
    }

    /// The errors one of whose texts has all words of a string, in their order.
    fn containing(&self, text: &str) -> Vec<Recognized<'_>> {
        let said = words(text);
        if said.len() < 2 {
            return Vec::new();
        }
        let found = self.errors.iter().filter_map(|error| {
            let known = error.patterns.iter().map(|pattern| &pattern.words);
            let shortest = known.filter(|known| is_in_order(&said, known)).map(Vec::len).min()?;
            let score = -i64::try_from(shortest).unwrap_or(i64::MAX);
            Some(Recognized { error, certainty: Certainty::Part, holes: Vec::new(), score })
        });
        sorted(found.collect())
    }

    /// The errors with mostly the same words, rare words counting more.
    fn like(&self, text: &str) -> Vec<Recognized<'_>> {
        let messages = messages(text);
        let messages: Vec<Message> = messages.iter().map(|message| self.message(words(message))).collect();
        let found = self.errors.iter().filter_map(|error| {
            let patterns = error.patterns.iter().filter(|pattern| !pattern.is_short());
            let pairs = patterns.flat_map(|pattern| messages.iter().map(move |said| (said, pattern)));
            let score = pairs.map(|(said, pattern)| self.likeness(said, &pattern.words)).max()?;
            let is_like = score >= MIN_LIKENESS;
            is_like.then_some(Recognized { error, certainty: Certainty::Similar, holes: Vec::new(), score })
        });
        sorted(found.collect())
    }

    fn message(&self, words: Vec<String>) -> Message {
        let weight = self.weight(words.iter());
        Message { words: words.into_iter().collect(), weight }
    }

    /// How much two texts have in common, in percent of both.
    fn likeness(&self, said: &Message, known: &[String]) -> i64 {
        if known.len() < 3 {
            return 0;
        }
        let shared = self.weight(known.iter().filter(|word| said.words.contains(*word)));
        let total = self.weight(known.iter()) + said.weight;
        shared * 200 / total.max(1)
    }

    /// What words weigh together.
    fn weight<'w>(&self, words: impl Iterator<Item = &'w String>) -> i64 {
        let weights = words.map(|word| {
            let count = self.frequencies.get(word).copied().unwrap_or(1);
            (MAX_WEIGHT - i64::from(count.ilog2()) * 2).max(1)
        });
        weights.sum()
    }
}

fn sorted(mut found: Vec<Recognized<'_>>) -> Vec<Recognized<'_>> {
    found.sort_by_key(|found| std::cmp::Reverse(found.score));
    found
}

/// Whether all words of one text are in another, in the same order.
fn is_in_order(said: &[String], known: &[String]) -> bool {
    let mut rest = known.iter();
    said.iter().all(|word| rest.any(|known| known == word))
}
