//! The kinds of SDKs that the service generates.

use apigw_model::server::ErrorReply;
use apigw_model::{GetSdk, GetSdkType, GetSdkTypes, SdkConfigurationProperty, SdkResponse, SdkType, SdkTypes};

use crate::check::check_input;
use crate::refusal::{Answer, refusal};
use crate::store::{State, page};

/// A property of an SDK: its name, what people call it, what it is for, and whether it is needed.
type Property = (&'static str, &'static str, &'static str, bool);

/// The kinds: the identifier, what people call it, and its properties.
const TYPES: [(&str, &str, &[Property]); 5] = [
    (
        "android",
        "Android",
        &[
            ("artifactId", "Artifact ID", "The artifact ID of the package", true),
            ("artifactVersion", "Artifact Version", "The version of the package", true),
            ("groupId", "Group ID", "The group ID of the package", true),
            ("invokerPackage", "Invoker package", "The package of the generated code", true),
        ],
    ),
    (
        "java",
        "Java SDK",
        &[
            ("service.name", "Service Name", "The name of the generated client", true),
            ("java.package-name", "Java Package Name", "The package of the generated code", true),
            ("java.build-system", "Java Build System", "The build system of the package", false),
            ("java.group-id", "Java Group Id", "The group ID of the package", false),
            ("java.artifact-id", "Java Artifact Id", "The artifact ID of the package", false),
            ("java.artifact-version", "Java Artifact Version", "The version of the package", false),
        ],
    ),
    ("javascript", "JavaScript", &[]),
    ("objectivec", "iOS (Objective-C)", &[("classPrefix", "Prefix", "The prefix of generated classes", true)]),
    ("ruby", "Ruby", &[("service.name", "Service Name", "The name of the generated client", true)]),
];

fn sdk_type((id, name, properties): &(&str, &str, &[Property])) -> SdkType {
    let properties = properties.iter().map(|(name, friendly, description, required)| {
        let property = SdkConfigurationProperty::builder().name(*name).friendly_name(*friendly);
        property.description(*description).required(*required).build()
    });
    let properties: Vec<SdkConfigurationProperty> = properties.collect();
    SdkType::builder().id(*id).friendly_name(*name).configuration_properties(properties).build()
}

/// Generates no SDK, but refuses what the service would refuse before that.
pub(super) fn get_sdk(state: &mut State, input: GetSdk) -> Answer<SdkResponse> {
    state.api(&input.rest_api_id)?.stage(&input.stage_name)?;
    check_input(state, &input)?;
    let is_known = TYPES.iter().any(|(id, ..)| *id == input.sdk_type);
    if !is_known {
        return Err(refusal("identifier-unknown", &[("kind", "SDK type")]));
    }
    let message = "SDKs are not generated here; export the stage as OpenAPI, and generate a client from the document";
    Err(ErrorReply::new("NotImplementedException", message).with_status(501))
}

pub(super) fn get_sdk_type(_: &mut State, input: GetSdkType) -> Answer<SdkType> {
    let found = TYPES.iter().find(|(id, ..)| *id == input.id);
    found.map(sdk_type).ok_or_else(|| refusal("identifier-unknown", &[("kind", "SDK type")]))
}

pub(super) fn get_sdk_types(_: &mut State, input: GetSdkTypes) -> Answer<SdkTypes> {
    let all = TYPES.iter().map(|one| (one.0.to_owned(), sdk_type(one)));
    let (items, position) = page(all, input.position.as_deref(), input.limit)?;
    Ok(SdkTypes::builder().items(items).maybe_position(position).build())
}
