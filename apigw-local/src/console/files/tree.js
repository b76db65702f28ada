// The tree of resources and methods: one stop of the Tab key, and arrow keys inside.

import { h, to, verbBadge } from "./dom.js";

/** The keys of what is folded, which stays so while the page is open. */
const folded = new Set();

/** The nodes of the tree, from the resources of an API. */
function nodes(api) {
  const by = new Map(api.resources.map((resource) => [resource.id, { resource, below: [] }]));
  const tops = [];
  for (const node of by.values()) {
    const parent = by.get(node.resource.parentId);
    (parent ? parent.below : tops).push(node);
  }
  return tops;
}

const count = (findings, severity) => findings.filter((finding) => finding.severity === severity).length;

function mark(findings) {
  if (findings.length === 0) return null;
  const severity = count(findings, "error") > 0 ? "error" : "warning";
  return h("span", { class: `dot ${severity}`, title: `${findings.length} found` });
}

function spoken(name, findings) {
  const words = ["error", "warning"].map((severity) => [count(findings, severity), severity]).filter(([found]) => found > 0);
  return [name, ...words.map(([found, severity]) => `${found} ${severity}${found === 1 ? "" : "s"}`)].join(", ");
}

function item(level, key, name, row, below) {
  const isOpen = !folded.has(key);
  const group = below.length > 0 ? h("ul", { role: "group", hidden: !isOpen }, below) : null;
  const attributes = { role: "treeitem", tabindex: "-1", "data-key": key, "aria-label": name, "aria-level": level };
  if (group) attributes["aria-expanded"] = String(isOpen);
  return h("li", attributes, h("span", { class: `row level-${Math.min(level, 9)}` }, h("span", { class: "twist", "aria-hidden": "true" }), row), group);
}

function shown(api, node, level) {
  const { resource } = node;
  const own = api.findings.filter((finding) => finding.resource === resource.id);
  const name = resource.pathPart ?? "/";
  const verbs = Object.keys(resource.resourceMethods ?? {}).sort();
  const methods = verbs.map((verb) => {
    const of = own.filter((finding) => finding.method === verb);
    const row = [verbBadge(verb), h("span", { class: "grow" }), mark(of)];
    return item(level + 1, `${resource.id}/${verb}`, spoken(`${verb} ${resource.path}`, of), row, []);
  });
  const below = node.below.sort((a, b) => (a.resource.pathPart ?? "").localeCompare(b.resource.pathPart ?? ""));
  const label = h("span", { class: "grow path" }, level === 1 ? name : `/${name}`);
  const alone = own.filter((finding) => !finding.method);
  return item(level, resource.id, spoken(resource.path, alone), [label, mark(alone)], [...methods, ...below.map((one) => shown(api, one, level + 1))]);
}

/** The tree of an API. `open` is called with the key of what is chosen: a resource, or a resource and a verb. */
export function tree(api, open) {
  const root = h("ul", { role: "tree", "aria-label": "Resources and methods", class: "tree" }, nodes(api).map((node) => shown(api, node, 1)));
  const all = () => [...root.querySelectorAll("[role=treeitem]")];
  const visible = () => all().filter((one) => !one.parentElement.closest("[hidden]"));
  const parent = (one) => one.parentElement.closest("[role=treeitem]");

  const focus = (one) => {
    if (!one) return;
    all().forEach((other) => other.setAttribute("tabindex", other === one ? "0" : "-1"));
    one.focus();
  };
  const fold = (one, isFolded) => {
    one.setAttribute("aria-expanded", String(!isFolded));
    one.lastElementChild.hidden = isFolded;
    if (isFolded) folded.add(one.dataset.key);
    else folded.delete(one.dataset.key);
  };

  const move = (one, key) => {
    const shownItems = visible();
    const at = shownItems.indexOf(one);
    const expanded = one.getAttribute("aria-expanded");
    switch (key) {
      case "ArrowDown": return focus(shownItems[at + 1]);
      case "ArrowUp": return focus(shownItems[at - 1]);
      case "Home": return focus(shownItems[0]);
      case "End": return focus(shownItems.at(-1));
      case "ArrowRight": return expanded === "false" ? fold(one, false) : expanded && focus(shownItems[at + 1]);
      case "ArrowLeft": return expanded === "true" ? fold(one, true) : focus(parent(one));
      case "Enter": case " ": return open(one.dataset.key);
    }
    // A letter leads to the next name that has it first.
    const later = [...shownItems.slice(at + 1), ...shownItems.slice(0, at)];
    return focus(later.find((other) => other.getAttribute("aria-label").replace(/^\/(.*\/)?/, "").toLowerCase().startsWith(key.toLowerCase())));
  };
  root.addEventListener("keydown", (event) => {
    const isKnown = event.key.length === 1 || /^(Arrow(Up|Down|Left|Right)|Home|End|Enter)$/.test(event.key);
    const one = event.target.closest("[role=treeitem]");
    if (!one || !isKnown || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    move(one, event.key);
  });
  root.addEventListener("click", (event) => {
    const one = event.target.closest("[role=treeitem]");
    if (!one) return;
    focus(one);
    if (event.target.closest(".twist") && one.hasAttribute("aria-expanded")) fold(one, one.getAttribute("aria-expanded") === "true");
    else open(one.dataset.key);
  });
  return root;
}

/** Shows which item the page is about. */
export function select(root, key) {
  const items = [...root.querySelectorAll("[role=treeitem]")];
  const chosen = items.find((one) => one.dataset.key === key);
  for (const one of items) {
    one.setAttribute("aria-selected", String(one === chosen));
    one.setAttribute("tabindex", one === (chosen ?? items[0]) ? "0" : "-1");
  }
}

/** The address of what a key of the tree stands for. */
export function address(api, key) {
  const [resource, verb] = key.split("/");
  return verb ? to("apis", api, "methods", resource, verb) : to("apis", api, "resources", resource);
}
