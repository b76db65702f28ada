// Deployments: the stages that serve them, and two of them compared.

import { announce, facts, fill, h, heading, moment, plural, table, to, verbBadge } from "./dom.js";
import { difference, lineDifference } from "./difference.js";
import * as service from "./service.js";

const SIGNS = { kept: " ", removed: "−", added: "+" };

/** The names of the stages that serve a deployment. */
function served(api, deployment) {
  const names = api.stages.filter((stage) => stage.deploymentId === deployment).map((stage) => stage.stageName);
  const canaries = api.stages.filter((stage) => stage.canarySettings?.deploymentId === deployment).map((stage) => `${stage.stageName} (canary)`);
  return [...names, ...canaries];
}

/** The page with the stages and the deployments of an API. */
export function stagesPage(api) {
  const stages = api.stages.map((stage) => {
    const url = service.stageUrl(api.id, stage.stageName);
    const canary = stage.canarySettings;
    return h("section", { class: "card" },
      h("h3", {}, stage.stageName),
      stage.description && h("p", {}, stage.description),
      facts([
        ["URL", h("a", { href: url, rel: "noreferrer" }, url)],
        ["Deployment", h("code", {}, stage.deploymentId)],
        ["Canary", canary && `${canary.percentTraffic ?? 0} % to ${canary.deploymentId ?? stage.deploymentId}`],
        ["Variables", Object.entries(stage.variables ?? {}).map(([name, value]) => `${name}=${value}`).join(", ")],
        ["Changed", moment(stage.lastUpdatedDate)],
      ]),
      h("p", {}, h("a", { href: to("apis", api.id, "compare", stage.deploymentId ?? "", "now") }, "Compare with the API as it is now")));
  });
  const rows = api.deployments.map((deployment) => [
    h("code", {}, deployment.id), moment(deployment.createdDate), deployment.description ?? "", served(api, deployment.id).join(", ") || "–",
  ]);
  return [
    h("header", { class: "head" }, heading("Stages")),
    stages.length > 0 ? h("div", { class: "cards" }, stages) : h("p", {}, "No stage yet. ", h("code", {}, "create-deployment --stage-name NAME"), " makes one."),
    h("h2", {}, "Deployments"),
    rows.length > 0 ? table("Deployments", ["Deployment", "Made", "Description", "Stages"], rows) : h("p", { class: "quiet" }, "none"),
  ];
}

function change({ path, before, after }) {
  const cell = (text) => (text === undefined ? h("span", { class: "quiet" }, "nothing") : h("code", {}, text));
  const isLong = [before, after].some((text) => text?.includes("\n") || text?.length > 60);
  const lines = isLong && lineDifference(before, after);
  const value = isLong
    ? h("pre", { class: "lines", tabindex: "0", role: "region", "aria-label": `Changes of ${path}` }, lines.map(([state, text]) => h("span", { class: state }, `${SIGNS[state]} ${text}\n`)))
    : h("p", { class: "from-to" }, cell(before), h("span", { "aria-label": "becomes" }, " → "), cell(after));
  return h("li", {}, h("p", { class: "member" }, h("code", {}, path || "value")), value);
}

function differing(title, one) {
  const isNew = one.state === "added";
  const changes = one.state === "changed"
    ? h("ul", { class: "changes" }, one.changes.map(change))
    : table(`Members that were ${one.state}`, ["Member", "Value"], one.changes.map(({ path, before, after }) => [h("code", {}, path), h("code", { class: "text" }, isNew ? after : before)]));
  return h("details", { class: "card differs", open: one.state === "changed" },
    h("summary", {}, h("span", { class: `state ${one.state}` }, one.state), " ", title, " ", h("span", { class: "quiet" }, plural(one.changes.length, "member"))), changes);
}

function result(found) {
  const { methods, same, rest } = found;
  const summary = methods.length === 0
    ? `No method differs; ${plural(same, "method")} ${same === 1 ? "is" : "are"} the same.`
    : `${plural(methods.length, "method")} ${methods.length === 1 ? "differs" : "differ"}; ${same} ${same === 1 ? "is" : "are"} the same.`;
  announce(summary);
  return [
    h("p", { id: "difference", class: "outcome" }, summary),
    methods.map((one) => differing([verbBadge(one.verb), " ", h("span", { class: "path" }, one.path)], one)),
    rest.map(({ title, differ }) => [h("h2", {}, title), differ.map((one) => differing(one.key, one))]),
  ];
}

/** The page that compares two deployments, or one with the API as it is now. */
export function comparePage(api, before, after) {
  const options = [
    ["now", "The API as it is now"],
    ...api.deployments.map((one) => {
      const stages = served(api, one.id);
      const words = [one.id, stages.length > 0 && `stage ${stages.join(", ")}`, one.description].filter(Boolean);
      return [one.id, words.join(" · ")];
    }),
  ];
  const known = (id, otherwise) => (options.some(([option]) => option === id) ? id : otherwise);
  const chosen = { before: known(before, api.deployments[1]?.id ?? api.deployments[0]?.id ?? "now"), after: known(after, api.deployments.length > 1 ? api.deployments[0].id : "now") };
  const output = h("div", { class: "stack" });
  let turn = 0;
  const show = async () => {
    const own = ++turn;
    // What comes after another choice, or when the page is gone, shows nothing.
    const isCurrent = () => own === turn && output.isConnected;
    history.replaceState(null, "", to("apis", api.id, "compare", chosen.before, chosen.after));
    try {
      const read = (id) => service.snapshot(api.id, id === "now" ? "" : id);
      const [old, now] = await Promise.all([read(chosen.before), read(chosen.after)]);
      if (isCurrent()) fill(output, result(difference(old, now)));
    } catch (error) {
      if (isCurrent()) fill(output, h("p", { class: "failure", role: "alert" }, error.message));
    }
  };
  const selects = {};
  const choose = (name, label) => {
    const pick = (event) => { chosen[name] = event.target.value; return show(); };
    selects[name] = h("select", { id: `compare-${name}`, onchange: pick }, options.map(([id, text]) => h("option", { value: id, selected: id === chosen[name] }, text)));
    return h("div", { class: "field" }, h("label", { for: `compare-${name}` }, label), selects[name]);
  };
  const swap = () => {
    [chosen.before, chosen.after] = [chosen.after, chosen.before];
    for (const name of ["before", "after"]) selects[name].value = chosen[name];
    return show();
  };
  show();
  return [
    h("header", { class: "head" }, heading("Compare deployments")),
    h("div", { class: "card pick" }, choose("before", "Before"), h("button", { type: "button", onclick: swap }, "Swap"), choose("after", "After")),
    output,
  ];
}
