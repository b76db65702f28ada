// The steps of a method: what each holds in short, what it holds in full, and which findings are about it.

import { code, facts, h, plural, table } from "./dom.js";

const entries = (map) => Object.entries(map ?? {});
const PROXIES = ["AWS_PROXY", "HTTP_PROXY"];

/** What calls of a Lambda function go to, by its name; another address as it is. */
function target(integration) {
  const uri = integration.uri ?? integration.integrationTarget ?? "";
  const named = /functions\/(arn:[^/]*:function:([^/]+)|.*)\/invocations$/.exec(uri);
  return named ? `function ${named[2] ?? named[1]}` : uri;
}

function section(title, ...content) {
  return h("section", { class: "part" }, h("h3", {}, title), content);
}

function templates(map, title) {
  return entries(map).map(([type, text]) =>
    section(title, h("p", { class: "quiet" }, h("code", {}, type)), code(text ?? "", `${title}, ${type}`)));
}

function mappings(map, to, from) {
  if (entries(map).length === 0) return null;
  return section("Mapped parameters", table("Mapped parameters", [to, from], entries(map).map(([name, source]) => [h("code", {}, name), h("code", {}, source)])));
}

function models(map) {
  if (entries(map).length === 0) return null;
  return section("Models", table("Models", ["Content type", "Model"], entries(map).map(([type, name]) => [h("code", {}, type), name])));
}

function methodRequest(method, api) {
  const validator = api.validators.find((one) => one.id === method.requestValidatorId);
  const authorizer = api.authorizers.find((one) => one.id === method.authorizerId);
  const parameters = entries(method.requestParameters);
  const authorization = [method.authorizationType ?? "NONE", authorizer && `(${authorizer.name})`].filter(Boolean).join(" ");
  const named = (name) => name.replace(/^method\.request\./, "").split(".");
  const rows = parameters.map(([name, isRequired]) => {
    const [place, ...rest] = named(name);
    return [h("code", {}, rest.join(".")), place, isRequired ? "required" : "optional"];
  });
  return {
    short: [`Authorization ${authorization}`, method.apiKeyRequired && "API key required", parameters.length > 0 && plural(parameters.length, "parameter"), validator && `Validator ${validator.name}`],
    full: [
      facts([
        ["Authorization", authorization],
        ["Scopes", (method.authorizationScopes ?? []).join(", ")],
        ["API key", method.apiKeyRequired ? "required" : "not required"],
        ["Request validator", validator ? validator.name : (method.requestValidatorId ?? "none")],
        ["Operation name", method.operationName],
      ]),
      rows.length > 0 && section("Parameters", table("Parameters", ["Name", "Place", "Needed"], rows)),
      models(method.requestModels),
    ],
  };
}

function integrationRequest(integration) {
  const isProxy = PROXIES.includes(integration.type);
  const count = entries(integration.requestTemplates).length;
  const mapped = entries(integration.requestParameters).length;
  const passes = integration.passthroughBehavior;
  const cacheKeys = integration.cacheKeyParameters ?? [];
  return {
    short: [isProxy ? "Passed on as it comes" : count > 0 ? plural(count, "template") : "No template", mapped > 0 && plural(mapped, "mapped parameter"), !isProxy && passes && `Otherwise ${passes}`],
    full: [
      isProxy && h("p", {}, "A proxy integration gets the request as it comes; templates are not used."),
      facts([["Body without a template", passes], ["Content handling", integration.contentHandling], ["Cache key parameters", cacheKeys.join(", ")], ["Cache namespace", cacheKeys.length > 0 && integration.cacheNamespace]]),
      mappings(integration.requestParameters, "To the integration", "From"),
      templates(integration.requestTemplates, "Template"),
    ],
  };
}

function integrationItself(integration) {
  const at = target(integration);
  return {
    short: [integration.type, at, integration.connectionType === "VPC_LINK" && "through a VPC link"],
    full: [
      facts([
        ["Type", integration.type],
        ["HTTP method", integration.httpMethod],
        ["URI", integration.uri && h("code", {}, integration.uri)],
        ["Function", at.startsWith("function ") && at.slice("function ".length)],
        ["Credentials", integration.credentials && h("code", {}, integration.credentials)],
        ["Connection", [integration.connectionType, integration.connectionId].filter(Boolean).join(", ")],
        ["Integration target", integration.integrationTarget],
        ["Time limit", integration.timeoutInMillis && `${integration.timeoutInMillis} ms`],
        ["Response transfer", integration.responseTransferMode],
        ["TLS", integration.tlsConfig?.insecureSkipVerification && "certificates are not checked"],
      ]),
      integration.type === "MOCK" && h("p", { class: "quiet" }, "A mock integration calls nothing: the status in the request template picks the integration response."),
    ],
  };
}

function integrationResponse(integration) {
  const responses = entries(integration.integrationResponses);
  const isProxy = PROXIES.includes(integration.type);
  const one = ([status, response]) =>
    h("section", { class: "status" },
      h("h3", {}, `Status ${status}`),
      facts([["For", response.selectionPattern ? h("code", {}, response.selectionPattern) : "everything else"], ["Content handling", response.contentHandling]]),
      mappings(response.responseParameters, "To the method response", "From"),
      templates(response.responseTemplates, "Template"));
  const none = isProxy ? "A proxy integration's answer is passed on as it comes." : "There is none: every call ends with status 500.";
  return {
    short: responses.length > 0 ? [`Status ${responses.map(([status]) => status).join(", ")}`] : [isProxy ? "Passed on as it comes" : "None"],
    full: responses.length > 0 ? responses.map(one) : [h("p", {}, none)],
  };
}

function methodResponse(method) {
  const responses = entries(method.methodResponses);
  const one = ([status, response]) => {
    const headers = entries(response.responseParameters).map(([name, isRequired]) => [h("code", {}, name.replace(/^method\.response\.header\./, "")), isRequired ? "required" : "optional"]);
    const rest = [headers.length > 0 && section("Headers", table("Headers", ["Name", "Needed"], headers)), models(response.responseModels)];
    return h("section", { class: "status" }, h("h3", {}, `Status ${status}`), rest.some(Boolean) ? rest : h("p", { class: "quiet" }, "no headers and no models"));
  };
  return {
    short: [responses.length > 0 ? `Status ${responses.map(([status]) => status).join(", ")}` : "None"],
    full: responses.length > 0 ? responses.map(one) : [h("p", {}, "No response is declared.")],
  };
}

/** The step that a finding is about, by the names that lead to it. */
function place(within) {
  if (within[0] === "methodResponses") return "method-response";
  if (within[0] !== "methodIntegration") return "method-request";
  if (within[1] === "integrationResponses") return "integration-response";
  const ofRequest = ["requestTemplates", "requestParameters", "passthroughBehavior", "contentHandling", "cacheKeyParameters", "cacheNamespace"];
  return ofRequest.includes(within[1]) ? "integration-request" : "integration";
}

/** The steps of a method in the order in which a call passes them. */
export function steps(api, resource, verb) {
  const method = resource.resourceMethods[verb];
  const integration = method.methodIntegration;
  const none = { short: ["None"], full: [h("p", {}, "This method has no integration. Give it one with put-integration; without it, the API cannot be deployed.")] };
  const all = [
    ["method-request", "Method request", methodRequest(method, api)],
    ["integration-request", "Integration request", integration ? integrationRequest(integration) : none],
    ["integration", "Integration", integration ? integrationItself(integration) : none],
    ["integration-response", "Integration response", integration ? integrationResponse(integration) : none],
    ["method-response", "Method response", methodResponse(method)],
  ];
  const found = api.findings.filter((finding) => finding.resource === resource.id && finding.method === verb);
  return all.map(([id, title, { short, full }]) => ({
    id, title, short: short.filter(Boolean), full: full.filter(Boolean), findings: found.filter((finding) => place(finding.within) === id),
  }));
}
