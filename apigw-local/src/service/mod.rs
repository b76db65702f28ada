//! The transitions of the store, one function an operation and one file a family.

#![allow(
    clippy::needless_pass_by_value,
    clippy::unnecessary_wraps,
    clippy::needless_pass_by_ref_mut,
    reason = "all transitions have one form, which the table of operations calls"
)]

mod accounts;
mod apis;
mod authorizers;
mod certificates;
mod definition;
mod deployments;
mod documentation;
mod domains;
mod exports;
mod gateway_responses;
mod imports;
mod integrations;
mod keys;
mod links;
mod methods;
mod models;
mod plans;
pub(crate) mod provision;
mod resources;
mod sdks;
mod stages;
mod tags;
mod usage;
mod validators;

use std::fmt;
use std::sync::{Arc, Mutex, PoisonError};

use apigw_model::server::ErrorReply;
use apigw_model::{self as model, Operation};

use crate::gateway::{Backends, Function, Gateway, Outside, test_invoke, test_invoke_authorizer};
use crate::refusal::Answer;
use crate::settings::Settings;
use crate::store::{Disk, State};

mod generated {
    //! The trait, the router and the codecs, from the specification.

    apigw_model::server!(for ApiGateway, model = ::apigw_model);
}

pub(crate) use generated::ApiGateway;

/// The service: the store, and what changes it.
pub(crate) struct Service {
    state: Mutex<State>,
    /// The file that keeps the store, if there is one.
    disk: Option<Disk>,
    pub(crate) gateway: Gateway,
    functions: Arc<[(String, Function)]>,
    outside: Arc<Outside>,
    /// What hears why calls of backends mean nothing.
    pub(crate) on_problem: fn(&str),
}

impl Service {
    /// A service with a state, and with what is not in it.
    pub(crate) fn new(state: State, disk: Option<Disk>, settings: Settings) -> Self {
        Self {
            state: state.into(),
            disk,
            gateway: Gateway::default(),
            functions: settings.functions.into(),
            outside: Arc::default(),
            on_problem: settings.on_problem,
        }
    }

    /// Whether no file keeps the state.
    pub(crate) fn is_in_memory(&self) -> bool {
        self.disk.is_none()
    }

    /// What integrations call.
    pub(crate) fn backends(&self) -> Backends {
        Backends::new(Arc::clone(&self.functions), Arc::clone(&self.outside))
    }

    /// Does something with the state, with nothing else in between.
    pub(crate) fn with<T>(&self, run: impl FnOnce(&mut State) -> T) -> T {
        run(&mut self.state.lock().unwrap_or_else(PoisonError::into_inner))
    }

    /// Makes a transition. What it changes is in the file before it is answered, also what a refused one may have changed.
    pub(crate) fn transition<T>(&self, run: impl FnOnce(&mut State) -> Answer<T>) -> Answer<T> {
        self.with(|state| {
            let answer = run(state);
            self.keep(state)?;
            answer
        })
    }

    fn keep(&self, state: &mut State) -> Answer<()> {
        if let Some(disk) = &self.disk {
            let unwritten =
                |error: &dyn fmt::Display| ErrorReply::new("InternalFailure", error.to_string()).with_status(500);
            let changes = state.changes().map_err(|error| unwritten(&error))?;
            if changes.is_empty() {
                return Ok(());
            }
            disk.write(&changes).map_err(|error| unwritten(&error))?;
        }
        state.forget_changes();
        Ok(())
    }
}

/// Implements the trait: each operation is a function of a family.
macro_rules! service {
    ($($method:ident: $input:ident = $family:ident::$function:ident;)*) => {
        impl ApiGateway for Service {
            $(fn $method(&self, input: model::$input) -> Result<<model::$input as Operation>::Output, ErrorReply> {
                self.transition(|state| $family::$function(state, input))
            })*

            fn test_invoke_method(
                &self,
                input: model::TestInvokeMethod,
            ) -> Result<model::TestInvokeMethodResponse, ErrorReply> {
                let mut backends = self.backends();
                let answer = test_invoke(&|run| self.with(run), &input, &mut backends);
                backends.problem().map(self.on_problem);
                answer
            }

            fn test_invoke_authorizer(
                &self,
                input: model::TestInvokeAuthorizer,
            ) -> Result<model::TestInvokeAuthorizerResponse, ErrorReply> {
                let mut backends = self.backends();
                let answer = test_invoke_authorizer(&|run| self.with(run), &input, &mut backends);
                backends.problem().map(self.on_problem);
                answer
            }

            fn flush_stage_authorizers_cache(
                &self,
                input: model::FlushStageAuthorizersCache,
            ) -> Result<model::Nothing, ErrorReply> {
                self.gateway.forget_grants(&input.rest_api_id, &input.stage_name);
                self.transition(|state| stages::flush_stage_authorizers_cache(state, input))
            }
        }
    };
}

service! {
    create_api_key: CreateApiKey = keys::create_api_key;
    create_authorizer: CreateAuthorizer = authorizers::create_authorizer;
    create_base_path_mapping: CreateBasePathMapping = domains::create_base_path_mapping;
    create_deployment: CreateDeployment = deployments::create_deployment;
    create_documentation_part: CreateDocumentationPart = documentation::create_documentation_part;
    create_documentation_version: CreateDocumentationVersion = documentation::create_documentation_version;
    create_domain_name: CreateDomainName = domains::create_domain_name;
    create_domain_name_access_association: CreateDomainNameAccessAssociation = domains::create_domain_name_access_association;
    create_model: CreateModel = models::create_model;
    create_request_validator: CreateRequestValidator = validators::create_request_validator;
    create_resource: CreateResource = resources::create_resource;
    create_rest_api: CreateRestApi = apis::create_rest_api;
    create_stage: CreateStage = stages::create_stage;
    create_usage_plan: CreateUsagePlan = plans::create_usage_plan;
    create_usage_plan_key: CreateUsagePlanKey = plans::create_usage_plan_key;
    create_vpc_link: CreateVpcLink = links::create_vpc_link;
    delete_api_key: DeleteApiKey = keys::delete_api_key;
    delete_authorizer: DeleteAuthorizer = authorizers::delete_authorizer;
    delete_base_path_mapping: DeleteBasePathMapping = domains::delete_base_path_mapping;
    delete_client_certificate: DeleteClientCertificate = certificates::delete_client_certificate;
    delete_deployment: DeleteDeployment = deployments::delete_deployment;
    delete_documentation_part: DeleteDocumentationPart = documentation::delete_documentation_part;
    delete_documentation_version: DeleteDocumentationVersion = documentation::delete_documentation_version;
    delete_domain_name: DeleteDomainName = domains::delete_domain_name;
    delete_domain_name_access_association: DeleteDomainNameAccessAssociation = domains::delete_domain_name_access_association;
    delete_gateway_response: DeleteGatewayResponse = gateway_responses::delete_gateway_response;
    delete_integration: DeleteIntegration = integrations::delete_integration;
    delete_integration_response: DeleteIntegrationResponse = integrations::delete_integration_response;
    delete_method: DeleteMethod = methods::delete_method;
    delete_method_response: DeleteMethodResponse = methods::delete_method_response;
    delete_model: DeleteModel = models::delete_model;
    delete_request_validator: DeleteRequestValidator = validators::delete_request_validator;
    delete_resource: DeleteResource = resources::delete_resource;
    delete_rest_api: DeleteRestApi = apis::delete_rest_api;
    delete_stage: DeleteStage = stages::delete_stage;
    delete_usage_plan: DeleteUsagePlan = plans::delete_usage_plan;
    delete_usage_plan_key: DeleteUsagePlanKey = plans::delete_usage_plan_key;
    delete_vpc_link: DeleteVpcLink = links::delete_vpc_link;
    flush_stage_cache: FlushStageCache = stages::flush_stage_cache;
    generate_client_certificate: GenerateClientCertificate = certificates::generate_client_certificate;
    get_account: GetAccount = accounts::get_account;
    get_api_key: GetApiKey = keys::get_api_key;
    get_api_keys: GetApiKeys = keys::get_api_keys;
    get_authorizer: GetAuthorizer = authorizers::get_authorizer;
    get_authorizers: GetAuthorizers = authorizers::get_authorizers;
    get_base_path_mapping: GetBasePathMapping = domains::get_base_path_mapping;
    get_base_path_mappings: GetBasePathMappings = domains::get_base_path_mappings;
    get_client_certificate: GetClientCertificate = certificates::get_client_certificate;
    get_client_certificates: GetClientCertificates = certificates::get_client_certificates;
    get_deployment: GetDeployment = deployments::get_deployment;
    get_deployments: GetDeployments = deployments::get_deployments;
    get_documentation_part: GetDocumentationPart = documentation::get_documentation_part;
    get_documentation_parts: GetDocumentationParts = documentation::get_documentation_parts;
    get_documentation_version: GetDocumentationVersion = documentation::get_documentation_version;
    get_documentation_versions: GetDocumentationVersions = documentation::get_documentation_versions;
    get_domain_name: GetDomainName = domains::get_domain_name;
    get_domain_name_access_associations: GetDomainNameAccessAssociations = domains::get_domain_name_access_associations;
    get_domain_names: GetDomainNames = domains::get_domain_names;
    get_export: GetExport = exports::get_export;
    get_gateway_response: GetGatewayResponse = gateway_responses::get_gateway_response;
    get_gateway_responses: GetGatewayResponses = gateway_responses::get_gateway_responses;
    get_integration: GetIntegration = integrations::get_integration;
    get_integration_response: GetIntegrationResponse = integrations::get_integration_response;
    get_method: GetMethod = methods::get_method;
    get_method_response: GetMethodResponse = methods::get_method_response;
    get_model: GetModel = models::get_model;
    get_model_template: GetModelTemplate = models::get_model_template;
    get_models: GetModels = models::get_models;
    get_request_validator: GetRequestValidator = validators::get_request_validator;
    get_request_validators: GetRequestValidators = validators::get_request_validators;
    get_resource: GetResource = resources::get_resource;
    get_resources: GetResources = resources::get_resources;
    get_rest_api: GetRestApi = apis::get_rest_api;
    get_rest_apis: GetRestApis = apis::get_rest_apis;
    get_sdk: GetSdk = sdks::get_sdk;
    get_sdk_type: GetSdkType = sdks::get_sdk_type;
    get_sdk_types: GetSdkTypes = sdks::get_sdk_types;
    get_stage: GetStage = stages::get_stage;
    get_stages: GetStages = stages::get_stages;
    get_tags: GetTags = tags::get_tags;
    get_usage: GetUsage = usage::get_usage;
    get_usage_plan: GetUsagePlan = plans::get_usage_plan;
    get_usage_plan_key: GetUsagePlanKey = plans::get_usage_plan_key;
    get_usage_plan_keys: GetUsagePlanKeys = plans::get_usage_plan_keys;
    get_usage_plans: GetUsagePlans = plans::get_usage_plans;
    get_vpc_link: GetVpcLink = links::get_vpc_link;
    get_vpc_links: GetVpcLinks = links::get_vpc_links;
    import_api_keys: ImportApiKeys = keys::import_api_keys;
    import_documentation_parts: ImportDocumentationParts = documentation::import_documentation_parts;
    import_rest_api: ImportRestApi = imports::import_rest_api;
    put_gateway_response: PutGatewayResponse = gateway_responses::put_gateway_response;
    put_integration: PutIntegration = integrations::put_integration;
    put_integration_response: PutIntegrationResponse = integrations::put_integration_response;
    put_method: PutMethod = methods::put_method;
    put_method_response: PutMethodResponse = methods::put_method_response;
    put_rest_api: PutRestApi = imports::put_rest_api;
    reject_domain_name_access_association: RejectDomainNameAccessAssociation = domains::reject_domain_name_access_association;
    tag_resource: TagResource = tags::tag_resource;
    untag_resource: UntagResource = tags::untag_resource;
    update_account: UpdateAccount = accounts::update_account;
    update_api_key: UpdateApiKey = keys::update_api_key;
    update_authorizer: UpdateAuthorizer = authorizers::update_authorizer;
    update_base_path_mapping: UpdateBasePathMapping = domains::update_base_path_mapping;
    update_client_certificate: UpdateClientCertificate = certificates::update_client_certificate;
    update_deployment: UpdateDeployment = deployments::update_deployment;
    update_documentation_part: UpdateDocumentationPart = documentation::update_documentation_part;
    update_documentation_version: UpdateDocumentationVersion = documentation::update_documentation_version;
    update_domain_name: UpdateDomainName = domains::update_domain_name;
    update_gateway_response: UpdateGatewayResponse = gateway_responses::update_gateway_response;
    update_integration: UpdateIntegration = integrations::update_integration;
    update_integration_response: UpdateIntegrationResponse = integrations::update_integration_response;
    update_method: UpdateMethod = methods::update_method;
    update_method_response: UpdateMethodResponse = methods::update_method_response;
    update_model: UpdateModel = models::update_model;
    update_request_validator: UpdateRequestValidator = validators::update_request_validator;
    update_resource: UpdateResource = resources::update_resource;
    update_rest_api: UpdateRestApi = apis::update_rest_api;
    update_stage: UpdateStage = stages::update_stage;
    update_usage: UpdateUsage = usage::update_usage;
    update_usage_plan: UpdateUsagePlan = plans::update_usage_plan;
    update_vpc_link: UpdateVpcLink = links::update_vpc_link;
}
