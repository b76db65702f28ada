//! What an import leaves out of a document, and says so.

/// Something that an import leaves out.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum DocumentNote {
    /// A reference to a model that the document does not define.
    UnknownModel {
        /// The name of the model.
        model: String,
    },
    /// A schema that cannot become a model.
    UnsupportedModel {
        /// The kind of the schema, as the reader of the service calls it.
        kind: String,
        /// The status of the response that it is in.
        status: String,
        /// The method and the path.
        operation: String,
    },
    /// A schema of a request that cannot become a model.
    UnsupportedRequest {
        /// The method and the path.
        operation: String,
    },
    /// A response without a status.
    DefaultResponse {
        /// The method and the path.
        operation: String,
    },
    /// An integration whose type is unknown, or is not given.
    IntegrationType {
        /// The type; `null` if it is not given.
        kind: String,
        /// The method and the path.
        operation: String,
    },
    /// A value in a map of strings that is no string.
    Mistyped {
        /// The member that holds the map.
        member: &'static str,
        /// The key of the value.
        property: String,
        /// The path.
        path: String,
        /// The method.
        method: String,
        /// The value.
        value: String,
    },
}
