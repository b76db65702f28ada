// The console: which page an address shows, and what surrounds the pages.

import { apiPage, apisPage, resourcePage } from "./apis.js";
import { comparePage, stagesPage } from "./compare.js";
import { announce, fill, findingCount, h, heading, to } from "./dom.js";
import { methodPage } from "./method.js";
import * as service from "./service.js";
import { testPage } from "./test.js";
import { address, select, tree } from "./tree.js";

const [main, side, trail] = ["main", "side", "trail"].map((id) => document.getElementById(id));

/** What the side shows: the API as it was read, and its tree. */
let shown = { text: "", root: null };

/** The links and the tree of an API. The tree stays while the API is the same, with what is folded and has the focus. */
function aside(api, page, key) {
  const link = (name, text, ...more) => h("a", { href: to("apis", api.id, ...more), "aria-current": page === name ? "page" : null }, text);
  const links = h("nav", { class: "pages", "aria-label": "API" },
    link("api", ["Overview", findingCount(api.findings)]), link("stages", "Stages", "stages"), link("compare", "Compare", "compare"));
  const text = JSON.stringify([api.id, api.resources, api.findings]);
  if (shown.text === text) {
    side.querySelector(".pages").replaceWith(links);
  } else {
    shown = { text, root: tree(api, (chosen) => { location.hash = address(api.id, chosen); }) };
    const isWide = matchMedia("(min-width: 60rem)").matches;
    fill(side, links, h("details", { class: "resources", open: isWide }, h("summary", {}, "Resources"), shown.root));
  }
  select(shown.root, key);
  side.hidden = false;
}

/** The names of what leads to a page, each but the last a link. */
function crumbs(parts) {
  fill(trail, h("ol", {}, parts.map(([text, href]) => h("li", {}, href ? h("a", { href }, text) : h("span", { "aria-current": "page" }, text)))));
  document.title = [...parts.map(([text]) => text).reverse(), "apigw local"].join(" · ");
}

/** The resource and the method that an address names. */
function found(api, [kind, id, verb]) {
  const resource = api.resources.find((one) => one.id === id);
  const isThere = resource && (kind === "resources" || resource.resourceMethods?.[verb]);
  if (!isThere) throw new service.Refused(404, "This is not in the API any more.");
  return resource;
}

async function apiView([id, ...rest]) {
  const api = await service.api(id);
  const [kind, first, second, third] = rest;
  const home = [["APIs", to()], [api.settings.name || api.id, to("apis", id)]];
  if (kind === "methods") {
    const resource = found(api, rest);
    const name = `${second} ${resource.path}`;
    const beside = () => aside(api, kind, `${first}/${second}`);
    if (third !== "test") return { parts: [...home, [name]], beside, page: () => methodPage(api, resource, second) };
    return { parts: [...home, [name, to("apis", id, "methods", first, second)], ["Test"]], beside, page: () => testPage(api, resource, second) };
  }
  if (kind === "resources") {
    const resource = found(api, rest);
    return { parts: [...home, [resource.path]], beside: () => aside(api, kind, first), page: () => resourcePage(api, resource) };
  }
  const beside = () => aside(api, kind ?? "api", "");
  if (kind === "stages") return { parts: [...home, ["Stages"]], beside, page: () => stagesPage(api) };
  if (kind === "compare") return { parts: [...home, ["Compare"]], beside, page: () => comparePage(api, first, second) };
  return { parts: [home[0], [home[1][0]]], beside, page: () => apiPage(api) };
}

/** What an address shows: the names of what leads there, and what makes the side, if there is one, and the page. Nothing is changed yet. */
async function view() {
  const segments = location.hash.replace(/^#\/?/, "").split("/").map(decodeURIComponent).filter((one, index, all) => one !== "" || index < all.length - 1);
  if (segments[0] === "apis" && segments[1]) return apiView(segments.slice(1));
  const apis = await service.apis();
  return { parts: [["APIs"]], page: () => apisPage(apis) };
}

/** What is shown when a page cannot be. */
function failed(error) {
  const page = () => [h("header", { class: "head" }, heading("This cannot be shown")), h("p", { class: "failure", role: "alert" }, error.message),
    h("p", {}, h("a", { href: to() }, "All APIs"))];
  return { parts: [["APIs", to()], ["Error"]], page };
}

function present({ parts, beside, page }) {
  fill(main, page());
  if (beside) beside();
  else side.hidden = true;
  crumbs(parts);
}

/** Counts what is shown, so that an answer that comes late shows nothing. */
let turn = 0;

/** Shows what the address says; whether it could, and nothing else came in between. */
async function show(keepsFocus) {
  const own = ++turn;
  main.setAttribute("aria-busy", "true");
  let isShown = true;
  try {
    const next = await view();
    if (own !== turn) return false;
    present(next);
  } catch (error) {
    if (own !== turn) return false;
    present(failed(error));
    isShown = false;
  }
  main.removeAttribute("aria-busy");
  if (keepsFocus) return isShown;
  window.scrollTo(0, 0);
  (main.querySelector("h1") ?? main).focus({ preventScroll: true });
  return isShown;
}

document.querySelector(".skip").addEventListener("click", (event) => {
  event.preventDefault();
  main.focus();
});
document.getElementById("reload").addEventListener("click", async () => {
  shown = { text: "", root: null };
  if (await show(true)) announce("Everything was read again.");
});
window.addEventListener("hashchange", () => show(false));
show(true);
