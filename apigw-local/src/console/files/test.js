// The test page: a request goes in, and what each step made of it comes out.

import { announce, code, fill, h, plural, table } from "./dom.js";
import { logView } from "./log.js";
import { methodHead } from "./method.js";
import * as service from "./service.js";

const VERBS = ["GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS"];

/** What was typed last for each method, so that it is there again. */
const typed = new Map();

/** Lines `name: value` as a map from names to lists of values. */
export function pairs(text, separator) {
  const found = new Map();
  for (const line of text.split("\n")) {
    const at = line.indexOf(separator);
    const name = (at < 0 ? line : line.slice(0, at)).trim();
    if (name) found.set(name, [...(found.get(name) ?? []), at < 0 ? "" : line.slice(at + 1).trim()]);
  }
  return Object.fromEntries(found);
}

function input(values) {
  const query = values.query.replace(/^\?/, "");
  const variables = Object.entries(pairs(values.variables, "=")).map(([name, all]) => [name, all.at(-1)]);
  return {
    pathWithQueryString: values.path + (query ? `?${query}` : ""),
    multiValueHeaders: pairs(values.headers, ":"),
    stageVariables: Object.fromEntries(variables),
    body: values.body,
  };
}

/** A body as it is, or laid out if it is JSON. */
function body(text) {
  let laidOut = text;
  try {
    laidOut = JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    // It is no JSON, and stays as it is.
  }
  return code(laidOut, "Body");
}

function answer(result) {
  const headers = Object.entries(result.multiValueHeaders ?? {}).flatMap(([name, values]) => values.map((value) => [h("code", {}, name), h("code", {}, value)]));
  const kind = result.status < 400 ? "good" : "bad";
  return [
    h("p", { class: "outcome" }, h("span", { class: `big ${kind}`, id: "answer-status" }, result.status), ` after ${result.latency ?? 0} ms`),
    h("h3", {}, "Body"), body(result.body ?? ""),
    h("h3", {}, plural(headers.length, "header")), headers.length > 0 ? table("Headers", ["Name", "Value"], headers) : h("p", { class: "quiet" }, "none"),
    h("h3", {}, "Each step"), logView(result.log ?? ""),
  ];
}

/** The page that tests a method. */
export function testPage(api, resource, verb) {
  const key = `${api.id}/${resource.id}/${verb}`;
  const values = typed.get(key) ?? { verb: verb === "ANY" ? "GET" : verb, path: resource.path, query: "", headers: "", variables: "", body: "" };
  typed.set(key, values);
  const remember = (event) => { values[event.target.name] = event.target.value; };
  const field = (name, label, hint, element) => {
    element.addEventListener("input", remember);
    return h("div", { class: "field" }, h("label", { for: `test-${name}` }, label), element, hint && h("p", { class: "quiet", id: `hint-${name}` }, hint));
  };
  const named = (name, hint) => ({ id: `test-${name}`, name, "aria-describedby": hint ? `hint-${name}` : null, autocomplete: "off", spellcheck: "false" });
  const line = (name, label, hint) => field(name, label, hint, h("input", { ...named(name, hint), type: "text", value: values[name] }));
  const lines = (name, label, hint, rows) => field(name, label, hint, h("textarea", { ...named(name, hint), rows }, values[name]));

  const verbs = verb === "ANY" ? VERBS : [verb];
  const choice = field("verb", "Method", null, h("select", { ...named("verb"), disabled: verbs.length === 1 },
    verbs.map((one) => h("option", { value: one, selected: one === values.verb }, one))));
  const hasPlaceholder = resource.path.includes("{");
  const run = h("button", { type: "submit", class: "primary" }, "Run the test");
  const result = h("section", { class: "card", "aria-labelledby": "answer-title" });
  const empty = h("p", { class: "quiet" }, "The answer, and what each step did, will be here.");
  const show = (...content) => fill(result, h("h2", { id: "answer-title", tabindex: "-1" }, "Answer"), content);
  show(empty);

  const submit = async (event) => {
    event.preventDefault();
    run.disabled = true;
    try {
      const found = await service.test(api.id, resource.id, values.verb, input(values));
      show(answer(found));
      // Whoever is on another page by now hears nothing of this one.
      if (result.isConnected) announce(`The test ended with status ${found.status}.`);
    } catch (error) {
      show(h("p", { class: "failure", role: "alert" }, error.message));
    }
    run.disabled = false;
    if (!result.isConnected) return;
    document.getElementById("answer-title")?.focus();
  };
  const form = h("form", { class: "card test", onsubmit: submit, "aria-label": "Request" },
    h("h2", {}, "Request"),
    h("div", { class: "fields" }, choice, line("path", "Path", hasPlaceholder ? "Put values in the place of what is in braces." : null)),
    line("query", "Query", "name=value&name=value"),
    lines("headers", "Headers", "A line each: name: value", 3),
    lines("body", "Body", null, 6),
    h("details", { open: values.variables !== "" }, h("summary", {}, "Stage variables"), lines("variables", "Variables", "A line each: name=value", 2)),
    h("p", { class: "actions" }, run, h("span", { class: "quiet" }, h("kbd", {}, "Ctrl"), "+", h("kbd", {}, "Enter"))));
  form.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) form.requestSubmit();
  });
  return [
    methodHead(api, resource, verb, "test"),
    h("p", { class: "quiet" }, "Runs the method as it is now, without a stage, an authorizer or an API key, as test-invoke-method does."),
    h("div", { class: "columns" }, form, result),
  ];
}
