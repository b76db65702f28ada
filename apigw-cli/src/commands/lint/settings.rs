//! The configuration file of linting, `.apigw.toml`, in the current folder or one above it.
//!
//! ```toml
//! [lint]
//! allow = ["integration-template-findings"]   # rules that may be broken
//! warn = ["integration-uri-is-url"]           # rules whose errors are warnings
//! paths = ["api/**", "!api/old/"]             # the files that are checked, as patterns of `.gitignore`
//! region = "eu-west-1"                        # where definitions are deployed
//! partition = "aws"
//! ```

use std::ops::Range;
use std::path::{Path, PathBuf};

use apigw_lint::{Linter, SourceSpan};
use apigw_spec::suggest::nearest;
use ignore::overrides::{Override, OverrideBuilder};
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::check::forecast;

/// The name of the file.
const FILE: &str = ".apigw.toml";
/// The one section.
const SECTION: &str = "lint";
/// What can be set in it.
const KEYS: [&str; 5] = ["allow", "warn", "paths", "region", "partition"];

/// A setting with its place in the file.
pub(in crate::commands) type Placed = (String, SourceSpan);

/// What the file sets.
#[derive(Debug, Default)]
pub(in crate::commands) struct LintSettings {
    /// The folder of the file; nothing without a file.
    pub(in crate::commands) folder: Option<PathBuf>,
    /// The text of the file.
    pub(in crate::commands) text: String,
    /// Rules that may be broken.
    pub(in crate::commands) allow: Vec<Placed>,
    /// Rules whose errors are warnings.
    pub(in crate::commands) warn: Vec<Placed>,
    paths: Vec<Placed>,
    region: Option<String>,
    partition: Option<String>,
}

impl LintSettings {
    /// The settings for a folder: the file in it, or in the first folder above that has one.
    ///
    /// # Errors
    ///
    /// A file that cannot be read: where, and what is wrong.
    pub(in crate::commands) fn find(start: &Path) -> Result<Self, String> {
        let start = std::path::absolute(start).unwrap_or_else(|_| start.to_owned());
        let Some(folder) = start.ancestors().find(|folder| folder.join(FILE).is_file()) else {
            return Ok(Self::default());
        };
        let path = folder.join(FILE);
        let shown = path.display();
        let text = std::fs::read_to_string(&path).map_err(|error| format!("{shown}: {error}"))?;
        Self::read(folder, &text).map_err(|(span, problem)| {
            let (line, column) = span.position(&text);
            format!("{shown}:{line}:{column}: {problem}")
        })
    }

    fn read(folder: &Path, text: &str) -> Result<Self, (SourceSpan, String)> {
        let root =
            DeTable::parse(text).map_err(|error| (span(error.span().unwrap_or(0..0)), error.message().to_owned()))?;
        let mut settings = Self { folder: Some(folder.to_owned()), text: text.to_owned(), ..Self::default() };
        for (key, value) in root.get_ref() {
            let DeValue::Table(table) = value.get_ref() else { return Err(unknown(key, &[SECTION])) };
            if key.get_ref() != SECTION {
                return Err(unknown(key, &[SECTION]));
            }
            for (key, value) in table {
                settings.set(key, value)?;
            }
        }
        Ok(settings)
    }

    fn set(
        &mut self,
        key: &Spanned<std::borrow::Cow<'_, str>>,
        value: &Spanned<DeValue<'_>>,
    ) -> Result<(), (SourceSpan, String)> {
        match key.get_ref().as_ref() {
            "allow" => self.allow = strings(value)?,
            "warn" => self.warn = strings(value)?,
            "paths" => self.paths = strings(value)?,
            "region" => self.region = Some(string(value)?.0),
            "partition" => self.partition = Some(string(value)?.0),
            _ => return Err(unknown(key, &KEYS)),
        }
        Ok(())
    }

    /// The linter of definitions.
    pub(in crate::commands) fn linter(&self) -> Linter {
        let linter = Linter::new().integrations(forecast::CHECK);
        let linter = self.region.iter().fold(linter, Linter::region);
        self.partition.iter().fold(linter, Linter::partition)
    }

    /// The patterns of the files that are checked.
    ///
    /// # Errors
    ///
    /// A pattern that is none.
    pub(in crate::commands) fn patterns(&self) -> Result<Override, String> {
        let Some(folder) = &self.folder else { return Ok(Override::empty()) };
        let mut builder = OverrideBuilder::new(folder);
        for (pattern, span) in &self.paths {
            let problem = |error: ignore::Error| self.problem(*span, &error.to_string());
            builder.add(pattern).map_err(problem)?;
        }
        builder.build().map_err(|error| error.to_string())
    }

    /// The path of the file as messages have it.
    pub(in crate::commands) fn path(&self) -> String {
        let path = self.folder.as_ref().map(|folder| folder.join(FILE)).unwrap_or_default();
        let here = std::env::current_dir().unwrap_or_default();
        path.strip_prefix(&here).unwrap_or(&path).display().to_string()
    }

    fn problem(&self, span: SourceSpan, problem: &str) -> String {
        let (line, column) = span.position(&self.text);
        format!("{}:{line}:{column}: {problem}", self.path())
    }
}

fn span(range: Range<usize>) -> SourceSpan {
    SourceSpan { start: range.start, end: range.end }
}

fn unknown(key: &Spanned<std::borrow::Cow<'_, str>>, known: &[&str]) -> (SourceSpan, String) {
    let name = key.get_ref();
    let message = match nearest(name, known.iter().copied()) {
        Some(known) => format!("there is no setting `{name}`; write `{known}`"),
        None => format!("there is no setting `{name}`; the settings are {}", known.join(", ")),
    };
    (span(key.span()), message)
}

fn string(value: &Spanned<DeValue<'_>>) -> Result<Placed, (SourceSpan, String)> {
    let at = span(value.span());
    match value.get_ref() {
        DeValue::String(text) => Ok((text.to_string(), at)),
        _ => Err((at, "the setting is not a string; write it in quotes".to_owned())),
    }
}

fn strings(value: &Spanned<DeValue<'_>>) -> Result<Vec<Placed>, (SourceSpan, String)> {
    match value.get_ref() {
        DeValue::Array(items) => items.iter().map(string).collect(),
        _ => Err((span(value.span()), "the setting is not a list of strings; write it in brackets".to_owned())),
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::LintSettings;

    #[test]
    fn settings_are_read() {
        let settings = LintSettings::read(Path::new("/"), "[lint]\nallow = ['one']\npaths = ['a/**']\nregion = 'x'\n");
        let settings = settings.expect("the settings are read");
        assert_eq!(settings.allow.iter().map(|(rule, _)| rule.as_str()).collect::<Vec<_>>(), ["one"]);
        assert_eq!(settings.region.as_deref(), Some("x"));
    }

    #[test]
    fn mistakes_are_shown_where_they_are() {
        for (text, place, expected) in [
            ("[lint]\nalow = []\n", "alow", "there is no setting `alow`; write `allow`"),
            ("[lint]\nallow = 'x'\n", "'x'", "the setting is not a list of strings; write it in brackets"),
            ("[linter]\n", "linter", "there is no setting `linter`; write `lint`"),
            ("[lint]\nregion = 1\n", "1", "the setting is not a string; write it in quotes"),
        ] {
            let (span, message) = LintSettings::read(Path::new("/"), text).expect_err(text);
            assert_eq!((span.of(text), message.as_str()), (place, expected));
        }
    }
}
