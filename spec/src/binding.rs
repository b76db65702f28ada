//! How the members of a structure travel in HTTP, as Smithy's restJson1 binds them.

/// How a member travels in HTTP.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Binding {
    /// In the JSON body, under the member's wire name.
    Body,
    /// In the path, in place of `{member}`.
    Label,
    /// As a query parameter of this name; a list repeats it.
    Query(&'static str),
    /// As query parameters named by the keys of the map.
    QueryMap,
    /// As a header of this name.
    Header(&'static str),
    /// As a header of this name, in base64: text of a media type.
    EncodedHeader(&'static str),
    /// As headers with this prefix, named by the keys of the map.
    PrefixHeaders(&'static str),
    /// As the whole body.
    Payload,
    /// As the events that the body is a stream of.
    Events,
    /// Of an event: as a header of this name.
    EventHeader,
    /// Of an event: as all of its payload.
    EventPayload,
    /// As the status code of the response.
    StatusCode,
}
