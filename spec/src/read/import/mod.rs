//! Imports the published models of AWS into our normal form: shapes sorted by identifier, traits sorted, members in the
//! order of the model, facts only (no prose, no endpoint rules, no tests).
//!
//! A service is published twice, as a Smithy model and in botocore's format. One generation of both imports to the same
//! text wherever both know the facts; [`DIFFERENCES`] lists what each of them says or leaves out, and what becomes of
//! it.

mod botocore;
mod identifiers;
mod members;
mod normal;
mod shapes;
mod smithy;
mod stated;
mod waiters;

pub use botocore::botocore;
pub use smithy::smithy;

/// One way in which the two published forms of a model differ.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Difference {
    /// What the Smithy model says.
    pub smithy: &'static str,
    /// What botocore says.
    pub botocore: &'static str,
    /// What the import makes of it.
    pub import: &'static str,
    /// Why.
    pub reason: &'static str,
    /// Whether the two imports are still different there.
    pub remains: bool,
}

/// Every known difference between the two published forms of a model.
pub const DIFFERENCES: &[Difference] = &[
    Difference {
        smithy: "names the service shape",
        botocore: "has no service shape",
        import: "names it after the SDK identifier, in both",
        reason: "nothing that goes over the wire depends on the name",
        remains: false,
    },
    Difference {
        smithy: "names the members of enumerations",
        botocore: "lists the values only",
        import: "derives the names from the values, in both",
        reason: "the values are what goes over the wire",
        remains: false,
    },
    Difference {
        smithy: "gives defaults for primitive shapes and the members that target them",
        botocore: "has no defaults",
        import: "drops them",
        reason: "they are Smithy's zero values, not the service's defaults",
        remains: false,
    },
    Difference {
        smithy: "names path labels after members",
        botocore: "has names of its own for labels, given by the `locationName` of the members",
        import: "names them after members",
        reason: "labels are replaced before the request is sent",
        remains: false,
    },
    Difference {
        smithy: "gives JSON names to members that travel in the path, the query or a header",
        botocore: "gives a member one name, that of the place where it travels",
        import: "drops the JSON name",
        reason: "such a member never stands in a body",
        remains: false,
    },
    Difference {
        smithy: "writes patterns with `^` and `$`",
        botocore: "writes most without, some of which fit no whole value that the service has",
        import: "keeps what each has, and a pattern without them may fit any part",
        reason: "a request that the service accepts must not be rejected; an overlay can state a pattern that is known",
        remains: true,
    },
    Difference {
        smithy: "sorts the errors of an operation",
        botocore: "keeps an order of its own",
        import: "sorts them",
        reason: "the order has no meaning",
        remains: false,
    },
    Difference {
        smithy: "binds the page token of outputs to a query parameter and writes it after the items",
        botocore: "leaves it in the body and writes it before the items",
        import: "does as botocore",
        reason: "outputs have no query, and output skeletons follow botocore's order",
        remains: false,
    },
    Difference {
        smithy: "marks structures as inputs and outputs, and writes `smithy.api#Unit` where there is none",
        botocore: "leaves out what an operation does not have",
        import: "drops the marks and the unit",
        reason: "the operation says the same",
        remains: false,
    },
    Difference {
        smithy: "knows names for CloudFormation, CloudTrail, ARNs and documentation",
        botocore: "does not know them",
        import: "drops them",
        reason: "no request depends on them",
        remains: false,
    },
    Difference {
        smithy: "has one list for structures and operations",
        botocore: "has two, so that a structure can have the name of an operation",
        import: "names such a structure `…Shape`",
        reason: "callers know both by name",
        remains: false,
    },
    Difference {
        smithy: "marks no operation as paged whose pages have several lists",
        botocore: "lists the results of such pages",
        import: "drops such pages",
        reason: "a page of several lists has no one kind of item",
        remains: false,
    },
    Difference {
        smithy: "gives a string shape a media type",
        botocore: "marks the members in headers whose text is JSON",
        import: "keeps what each knows",
        reason: "the text of such a header is in base64, in both",
        remains: false,
    },
    Difference {
        smithy: "marks the operations that change nothing or can be repeated",
        botocore: "marks some of them",
        import: "keeps what each knows",
        reason: "where nothing is marked, the HTTP method tells",
        remains: true,
    },
    Difference {
        smithy: "marks fewer operations as paged",
        botocore: "adds paginators that its authors wrote by hand",
        import: "keeps what each knows",
        reason: "the service pages them; a Smithy model of its own cannot tell",
        remains: true,
    },
    Difference {
        smithy: "leaves the page token out of one output that is not marked as paged",
        botocore: "has it",
        import: "keeps what each knows",
        reason: "botocore's paginator needs it; a Smithy model of its own cannot tell",
        remains: true,
    },
];
