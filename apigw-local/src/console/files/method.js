// A method: the picture of its steps, what the chosen step holds, and what was found.

import { facts, fill, findingCount, h, heading, prose, to, verbBadge } from "./dom.js";
import { steps } from "./steps.js";

/** The step that was chosen last, which stays chosen from method to method. */
let chosen = "method-request";

/** The title of a method with the links between its pages. */
export function methodHead(api, resource, verb, page) {
  const link = (name, text, ...more) => h("a", { href: to("apis", api.id, "methods", resource.id, verb, ...more), "aria-current": page === name ? "page" : null }, text);
  return h("header", { class: "head" },
    heading(verbBadge(verb), " ", h("span", { class: "path" }, resource.path)),
    h("nav", { class: "tabs", "aria-label": "Method" }, link("steps", "Steps"), link("test", "Test", "test")));
}

/** What is known of a finding. */
export function findingItem(finding, where) {
  return h("li", { class: `finding ${finding.severity}` },
    h("p", {}, h("b", {}, finding.severity === "error" ? "Error" : "Warning"), where && [" · ", where], " · ", prose(finding.message)),
    h("p", { class: "quiet" }, h("code", {}, finding.rule)));
}

function card(step) {
  return h("button", { type: "button", role: "tab", id: `tab-${step.id}`, class: `step at-${step.id}`, "aria-controls": "step" },
    h("span", { class: "step-title" }, step.title),
    findingCount(step.findings),
    step.short.map((line) => h("span", { class: "step-line" }, line)));
}

function panel(step) {
  return [
    h("h2", {}, step.title),
    step.findings.length > 0 && h("ul", { class: "findings", "aria-label": "Findings" }, step.findings.map((finding) => findingItem(finding))),
    step.full,
  ];
}

/** The picture: five steps as tabs, in the order of a call; the arrow keys walk it. */
function picture(all) {
  const box = h("section", { id: "step", role: "tabpanel", tabindex: "0", class: "card panel" });
  const tabs = all.map(card);
  const choose = (index, withFocus) => {
    const at = (index + all.length) % all.length;
    tabs.forEach((tab, other) => {
      tab.setAttribute("aria-selected", String(other === at));
      tab.setAttribute("tabindex", other === at ? "0" : "-1");
    });
    chosen = all[at].id;
    box.setAttribute("aria-labelledby", tabs[at].id);
    fill(box, panel(all[at]));
    if (withFocus) tabs[at].focus();
  };
  tabs.forEach((tab, index) => {
    tab.addEventListener("click", () => choose(index, false));
    tab.addEventListener("keydown", (event) => {
      const step = { ArrowRight: index + 1, ArrowDown: index + 1, ArrowLeft: index - 1, ArrowUp: index - 1, Home: 0, End: all.length - 1 }[event.key];
      if (step === undefined) return;
      event.preventDefault();
      choose(step, true);
    });
  });
  choose(Math.max(0, all.findIndex((step) => step.id === chosen)), false);

  const arrow = (name) => h("span", { class: `arrow ${name}`, "aria-hidden": "true" });
  const flow = h("div", { class: "flow", role: "tablist", "aria-label": "Steps of a call" },
    h("span", { class: "client", "aria-hidden": "true" }, "Client"),
    tabs, ["to-1", "to-2", "to-3", "from-1", "from-2", "from-3"].map(arrow));
  return [flow, box];
}

/** The page of a method. */
export function methodPage(api, resource, verb) {
  const all = steps(api, resource, verb);
  const found = all.flatMap((step) => step.findings);
  const method = resource.resourceMethods[verb];
  return [
    methodHead(api, resource, verb, "steps"),
    h("p", { class: "quiet" }, found.length === 0 ? "Nothing was found in this method." : [findingCount(found), " in this method."]),
    picture(all),
    facts([["Resource", h("code", {}, resource.id)], ["Operation name", method.operationName]]),
  ];
}
