// The list of APIs, an API as a whole, and a resource of it.

import { facts, fill, findingCount, h, heading, moment, plural, table, to, verbBadge } from "./dom.js";
import { findingItem } from "./method.js";

function nothing() {
  const { origin } = location;
  const line = (text) => h("pre", { tabindex: "0", role: "region", "aria-label": "Command" }, h("code", {}, text));
  return h("section", { class: "card" },
    h("h2", {}, "No API yet"),
    h("p", {}, "Make one with any tool of AWS:"),
    line(`aws --endpoint-url ${origin} apigateway create-rest-api --name pets\napigw --endpoint-url ${origin} create-rest-api --name pets`),
    h("p", {}, "Or serve the APIs of a file, and start again when it changes:"),
    line("apigw local --api openapi.yaml --watch"));
}

/** The page with all APIs. */
export function apisPage(apis) {
  if (apis.length === 0) return [h("header", { class: "head" }, heading("APIs")), nothing()];
  const rows = (wanted) => {
    const found = apis.filter((api) => [api.name, api.id, api.description].some((text) => text?.toLowerCase().includes(wanted.toLowerCase())));
    return found.length === 0
      ? h("p", {}, "No API has this in its name, identifier or description.")
      : table("APIs", ["Name", "Identifier", "Description", "Endpoint", "Made"], found.map((api) => [
        h("a", { href: to("apis", api.id) }, api.name || "(no name)"), h("code", {}, api.id), api.description ?? "",
        (api.endpointConfiguration?.types ?? []).join(", "), moment(api.createdDate),
      ]));
  };
  const list = h("div", { class: "list" }, rows(""));
  const filter = h("input", { id: "filter", type: "search", autocomplete: "off", oninput: (event) => fill(list, rows(event.target.value)) });
  return [
    h("header", { class: "head" }, heading("APIs ", h("span", { class: "quiet" }, apis.length)), h("div", { class: "field inline" }, h("label", { for: "filter" }, "Filter"), filter)),
    list,
  ];
}

/** Where a finding is, as a link to the method or the resource if it is in one. */
function where(api, finding) {
  const resource = api.resources.find((one) => one.id === finding.resource);
  if (!resource) return finding.part || "the API";
  const part = [finding.method, resource.path].filter(Boolean).join(" ");
  const address = finding.method ? to("apis", api.id, "methods", finding.resource, finding.method) : to("apis", api.id, "resources", finding.resource);
  return h("a", { href: address }, part);
}

function findings(api, all) {
  if (all.length === 0) return h("p", { class: "quiet" }, "Nothing was found.");
  const order = [...all].sort((a, b) => a.severity.localeCompare(b.severity));
  return h("ul", { class: "findings" }, order.map((finding) => findingItem(finding, where(api, finding))));
}

function methodLinks(api, resource) {
  return Object.keys(resource.resourceMethods ?? {}).sort().map((verb) => h("a", { class: "verb-link", href: to("apis", api.id, "methods", resource.id, verb), "aria-label": `${verb} ${resource.path}` }, verbBadge(verb)));
}

/** The page of an API. */
export function apiPage(api) {
  const { settings } = api;
  const methods = api.resources.reduce((sum, resource) => sum + Object.keys(resource.resourceMethods ?? {}).length, 0);
  const sorted = [...api.resources].sort((a, b) => a.path.localeCompare(b.path));
  return [
    h("header", { class: "head" }, heading(settings.name || "(no name)")),
    settings.description && h("p", {}, settings.description),
    h("section", { class: "card" }, facts([
      ["Identifier", h("code", {}, settings.id)],
      ["Holds", `${plural(api.resources.length, "resource")}, ${plural(methods, "method")}, ${plural(api.models.length, "model")}, ${plural(api.stages.length, "stage")}`],
      ["Endpoint", (settings.endpointConfiguration?.types ?? []).join(", ")],
      ["API keys from", settings.apiKeySource],
      ["Binary media types", (settings.binaryMediaTypes ?? []).join(", ")],
      ["Version", settings.version],
      ["Made", moment(settings.createdDate)],
    ])),
    h("h2", {}, "Findings ", findingCount(api.findings)),
    findings(api, api.findings),
    h("h2", {}, "Resources"),
    table("Resources", ["Path", "Methods"], sorted.map((resource) => [h("a", { class: "path", href: to("apis", api.id, "resources", resource.id) }, resource.path), h("span", { class: "verbs" }, methodLinks(api, resource))])),
  ];
}

/** The page of a resource. */
export function resourcePage(api, resource) {
  const own = api.findings.filter((finding) => finding.resource === resource.id);
  const links = methodLinks(api, resource);
  return [
    h("header", { class: "head" }, heading(h("span", { class: "path" }, resource.path))),
    facts([["Resource", h("code", {}, resource.id)], ["Methods", links.length > 0 ? h("span", { class: "verbs" }, links) : "none"]]),
    h("h2", {}, "Findings ", findingCount(own)),
    findings(api, own),
  ];
}
