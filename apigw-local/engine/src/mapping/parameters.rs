//! The parameters of a request.

use std::fmt;
use std::sync::Arc;

use indexmap::IndexMap;

/// The parameters of a method's request: of its path, its query and its headers. Names are kept as they were sent; the
/// service compares them with case.
///
/// ```
/// use apigw_engine::Parameters;
///
/// let parameters = Parameters::new().path("petId", "7").query("tag", "a").query("tag", "b").header("Accept", "*/*");
/// assert_eq!(parameters.first("petId"), Some("7"));
/// assert_eq!(parameters.first("tag"), Some("b"));
/// ```
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Parameters(Arc<Lists>);

/// The parameters of each place. Copies of parameters share them.
#[derive(Clone, Default, PartialEq, Eq)]
struct Lists {
    path: IndexMap<String, String>,
    query: IndexMap<String, Vec<String>>,
    header: IndexMap<String, Vec<String>>,
}

impl Parameters {
    /// No parameters.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a parameter of the path.
    #[must_use]
    pub fn path(mut self, name: impl Into<String>, value: impl Into<String>) -> Self {
        self.lists().path.insert(name.into(), value.into());
        self
    }

    /// Adds a value of a parameter of the query.
    #[must_use]
    pub fn query(mut self, name: impl Into<String>, value: impl Into<String>) -> Self {
        self.lists().query.entry(name.into()).or_default().push(value.into());
        self
    }

    /// Adds a value of a header.
    #[must_use]
    pub fn header(mut self, name: impl Into<String>, value: impl Into<String>) -> Self {
        self.lists().header.entry(name.into()).or_default().push(value.into());
        self
    }

    fn lists(&mut self) -> &mut Lists {
        Arc::make_mut(&mut self.0)
    }

    /// The parameters of the path.
    pub fn paths(&self) -> &IndexMap<String, String> {
        &self.0.path
    }

    /// The parameters of the query, with all their values.
    pub fn queries(&self) -> &IndexMap<String, Vec<String>> {
        &self.0.query
    }

    /// The headers, with all their values.
    pub fn headers(&self) -> &IndexMap<String, Vec<String>> {
        &self.0.header
    }

    /// The value of a header, whatever the case of its name: the last, if there are several.
    pub fn header_ignoring_case(&self, name: &str) -> Option<&str> {
        let mut found = self.0.header.iter().filter(|(known, _)| known.eq_ignore_ascii_case(name));
        found.next_back().and_then(|(_, values)| values.last()).map(String::as_str)
    }

    /// What `$input.params('name')` gives: the value in the path, the query or the headers, the last if there are several.
    pub fn first(&self, name: &str) -> Option<&str> {
        let in_path = self.0.path.get(name).map(String::as_str);
        let in_query = || self.0.query.get(name)?.last().map(String::as_str);
        let in_header = || self.0.header.get(name)?.last().map(String::as_str);
        in_path.or_else(in_query).or_else(in_header)
    }
}

impl fmt::Debug for Parameters {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Lists { path, query, header } = &*self.0;
        f.debug_struct("Parameters").field("path", path).field("query", query).field("header", header).finish()
    }
}
