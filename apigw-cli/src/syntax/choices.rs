//! Closed lists of words that an option or argument takes, each an enum.

/// Declares an enum whose variants are words of the command line.
macro_rules! choices {
    ($(#[$about:meta])* $name:ident { $($(#[$meaning:meta])* $variant:ident = $word:literal,)+ }) => {
        $(#[$about])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub(crate) enum $name {
            $($(#[$meaning])* $variant,)+
        }

        impl $name {
            /// The words, in the order in which help lists them.
            pub(crate) const WORDS: &'static [&'static str] = &[$($word),+];

            /// The choice that a word stands for.
            pub(crate) fn named(word: &str) -> Option<Self> {
                match word {
                    $($word => Some(Self::$variant),)+
                    _ => None,
                }
            }
        }
    };
}

choices! {
    /// The format of a list of rules.
    ListFormat {
        /// Lines for people.
        Text = "text",
        /// One JSON document.
        Json = "json",
    }
}

choices! {
    /// The format of a report of findings.
    ReportFormat {
        /// Lines for people.
        Text = "text",
        /// One JSON document.
        Json = "json",
        /// A log for code scanning tools.
        Sarif = "sarif",
    }
}

impl ReportFormat {
    /// Whether programs read it.
    pub(crate) fn is_structured(self) -> bool {
        self != Self::Text
    }
}

choices! {
    /// The format of a report of findings in files.
    FileReportFormat {
        /// Lines for people, with the source.
        Text = "text",
        /// One JSON document.
        Json = "json",
        /// A log for code scanning tools.
        Sarif = "sarif",
        /// Commands that GitHub Actions turns into annotations.
        GitHub = "github",
        /// XML that CI services show as tests.
        JUnit = "junit",
    }
}

choices! {
    /// The format of a published model.
    ModelFormat {
        /// A `service-2.json` of botocore.
        Botocore = "botocore",
        /// The JSON AST of Smithy.
        Smithy = "smithy",
    }
}

choices! {
    /// A shell that has a completion script.
    CompletionShell {
        /// Bash.
        Bash = "bash",
        /// Zsh.
        Zsh = "zsh",
        /// Fish.
        Fish = "fish",
        /// PowerShell.
        PowerShell = "powershell",
    }
}

choices! {
    /// What `--generate-cli-skeleton` prints.
    Skeleton {
        /// Input, as JSON.
        Input = "input",
        /// Input, as YAML.
        YamlInput = "yaml-input",
        /// Sample output.
        Output = "output",
    }
}

choices! {
    /// Whether tables are in color.
    Color {
        /// Always.
        On = "on",
        /// Never.
        Off = "off",
        /// On a terminal.
        Auto = "auto",
    }
}

choices! {
    /// How the strings of blobs are read.
    BinaryFormat {
        /// As base64.
        Base64 = "base64",
        /// As the bytes themselves.
        Raw = "raw-in-base64-out",
    }
}

choices! {
    /// The format of errors.
    ErrorFormat {
        /// The message.
        Legacy = "legacy",
        /// A JSON object.
        Json = "json",
        /// A YAML map.
        Yaml = "yaml",
        /// Tab-separated text.
        Text = "text",
        /// A table.
        Table = "table",
        /// The message with code and details.
        Enhanced = "enhanced",
    }
}

#[cfg(test)]
mod tests {
    use super::{ReportFormat, Skeleton};

    #[test]
    fn each_word_names_a_choice() {
        assert!(Skeleton::WORDS.iter().all(|word| Skeleton::named(word).is_some()));
        assert_eq!(ReportFormat::named("sarif"), Some(ReportFormat::Sarif));
        assert_eq!(ReportFormat::named("xml"), None);
    }
}
