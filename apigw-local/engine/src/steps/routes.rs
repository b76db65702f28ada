//! Which method serves a request.

use std::cmp::Reverse;

use super::route::path_parameters;

/// The method that serves what no other method of its resource serves.
const ANY: &str = "ANY";
/// What `ANY` stands for.
const SERVED_BY_ANY: [&str; 7] = ["DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT"];

/// The methods of an API, each with what belongs to it, in the order in which the service looks for them.
///
/// A literal segment comes before `{name}`, and that before `{name+}`. A resource that has no method for the request is
/// passed over, and a method of its own comes before `ANY`.
///
/// ```
/// use apigw_engine::Routes;
///
/// let routes: Routes<u8> =
///     [("/{proxy+}", "ANY", 1), ("/pets/{id}", "GET", 2), ("/pets/new", "POST", 3)].into_iter().collect();
/// assert_eq!(routes.find("GET", "/pets/7"), Some(&2));
/// assert_eq!(routes.find("GET", "/pets/new"), Some(&2));
/// assert_eq!(routes.find("PUT", "/pets/new"), Some(&1));
/// assert_eq!(routes.find("GET", "/"), None);
/// ```
#[derive(Debug, Clone)]
pub struct Routes<T>(Vec<Route<T>>);

/// A method of a resource.
#[derive(Debug, Clone)]
struct Route<T> {
    path: String,
    method: String,
    value: T,
}

impl<T> Routes<T> {
    /// What belongs to the method that serves a request; nothing if none does.
    pub fn find(&self, method: &str, path: &str) -> Option<&T> {
        let serves = |route: &&Route<T>| {
            let is_method = route.method == method || (route.method == ANY && SERVED_BY_ANY.contains(&method));
            is_method && path_parameters(&route.path, path).is_some()
        };
        self.0.iter().find(serves).map(|route| &route.value)
    }

    /// The paths and the methods, each with what belongs to it.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str, &T)> {
        self.0.iter().map(|route| (route.path.as_str(), route.method.as_str(), &route.value))
    }
}

impl<T> Default for Routes<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<T, P: Into<String>, M: Into<String>> FromIterator<(P, M, T)> for Routes<T> {
    fn from_iter<I: IntoIterator<Item = (P, M, T)>>(routes: I) -> Self {
        let route = |(path, method, value): (P, M, T)| Route { path: path.into(), method: method.into(), value };
        let mut routes: Vec<Route<T>> = routes.into_iter().map(route).collect();
        routes.sort_by_cached_key(|route| (ranks(&route.path), route.method == ANY));
        Self(routes)
    }
}

/// The ranks of the segments of a path. Of two paths that lead to one request, the one with the smaller ranks is taken.
fn ranks(path: &str) -> Vec<Reverse<u8>> {
    let rank = |segment: &str| match segment {
        _ if segment.starts_with('{') && segment.ends_with("+}") => Reverse(0),
        _ if segment.starts_with('{') => Reverse(1),
        _ => Reverse(2),
    };
    path.trim_matches('/').split('/').map(rank).collect()
}
