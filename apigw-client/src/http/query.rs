//! The query of a request: pairs in the order in which the members are visited.

use crate::http::percent::encode;

/// Query parameters; setting a name again replaces its values in place.
#[derive(Debug, Default)]
pub(crate) struct Query(Vec<(String, Vec<String>)>);

impl Query {
    /// Sets a parameter, in its old position if it has one. Without values nothing is sent; several values repeat the name.
    pub(crate) fn set(&mut self, name: &str, values: Vec<String>) {
        match self.0.iter_mut().find(|(known, _)| known == name) {
            Some((_, old)) => *old = values,
            None => self.0.push((name.to_owned(), values)),
        }
    }

    /// Adds the parameters of another query whose names are not taken.
    pub(crate) fn add_missing(&mut self, other: Self) {
        for (name, values) in other.0 {
            if self.0.iter().all(|(known, _)| *known != name) {
                self.0.push((name, values));
            }
        }
    }

    /// Appends the parameters to a target, which may already have a fixed query.
    pub(crate) fn append_to(&self, target: &mut String) {
        let mut separator = if target.contains('?') { '&' } else { '?' };
        for (name, values) in &self.0 {
            for value in values {
                target.push(separator);
                encode(target, name);
                target.push('=');
                encode(target, value);
                separator = '&';
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Query;

    #[test]
    fn order_is_kept_and_repetition_overrides_in_place() {
        let mut query = Query::default();
        query.set("mode", vec!["overwrite".to_owned()]);
        query.set("embed", vec!["a".to_owned(), "b c".to_owned()]);
        query.set("none", vec![]);
        query.set("mode", vec!["zz".to_owned()]);
        query.set("name", vec![String::new()]);
        let mut target = "/x".to_owned();
        query.append_to(&mut target);
        assert_eq!(target, "/x?mode=zz&embed=a&embed=b%20c&name=");
    }

    #[test]
    fn a_fixed_query_comes_first() {
        let mut query = Query::default();
        query.set("b", vec!["2".to_owned()]);
        let mut target = "/x?a=1".to_owned();
        query.append_to(&mut target);
        assert_eq!(target, "/x?a=1&b=2");
    }
}
