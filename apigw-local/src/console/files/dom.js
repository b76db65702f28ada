// Elements and small parts of pages. An element is made of attributes and text: nothing that an API holds is read as HTML.

/** An element; children are elements, strings, or lists of these, and nothing stands for none. */
export function h(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (key.startsWith("on")) element.addEventListener(key.slice(2), value);
    else if (value === true) element.setAttribute(key, "");
    else if (value !== false && value !== null && value !== undefined) element.setAttribute(key, value);
  }
  fill(element, children);
  return element;
}

/** Puts children in the place of those that an element has. */
export function fill(element, ...children) {
  const known = children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false);
  element.replaceChildren(...known.map((child) => (child instanceof Node ? child : String(child))));
}

const VERBS = ["GET", "POST", "PUT", "DELETE", "PATCH", "HEAD", "OPTIONS", "ANY"];

/** The verb of a method, with its colour. */
export function verbBadge(verb) {
  return h("span", { class: `verb ${VERBS.includes(verb) ? `verb-${verb.toLowerCase()}` : ""}` }, verb);
}

/** The address of a view. */
export function to(...segments) {
  return `#/${segments.map(encodeURIComponent).join("/")}`;
}

/** A moment as the service gives it: seconds since 1970. */
export function moment(seconds) {
  if (!seconds) return "–";
  const date = new Date(seconds * 1000);
  const text = date.toLocaleString(undefined, { dateStyle: "medium", timeStyle: "short" });
  return h("time", { datetime: date.toISOString() }, text);
}

/** A table with a caption that is read aloud; rows are lists of cells. */
export function table(caption, columns, rows) {
  const cell = (value, index) => (index === 0 ? h("th", { scope: "row" }, value) : h("td", {}, value));
  return h("div", { class: "scroll" }, h("table", {},
    h("caption", { class: "hidden" }, caption),
    h("thead", {}, h("tr", {}, columns.map((name) => h("th", { scope: "col" }, name)))),
    h("tbody", {}, rows.map((row) => h("tr", {}, row.map(cell))))));
}

/** Names with their values; those without a value are left out. */
export function facts(pairs) {
  const known = pairs.filter(([, value]) => value !== null && value !== undefined && value !== false && value !== "");
  if (known.length === 0) return null;
  return h("dl", { class: "facts" }, known.map(([name, value]) => [h("dt", {}, name), h("dd", {}, value)]));
}

/** Text of a template, a body or a log: it can be scrolled by keyboard. */
export function code(text, label) {
  if (text === "") return h("p", { class: "quiet" }, "empty");
  return h("pre", { tabindex: "0", role: "region", "aria-label": label }, h("code", {}, text));
}

/** How many findings there are, by severity; nothing if there are none. */
export function findingCount(findings) {
  const errors = findings.filter((finding) => finding.severity === "error").length;
  const warnings = findings.length - errors;
  const part = (count, name) => (count === 0 ? null : h("span", { class: `count ${name}` }, plural(count, name)));
  return findings.length === 0 ? null : h("span", { class: "counts" }, part(errors, "error"), part(warnings, "warning"));
}

/** A count with its noun. */
export function plural(count, noun) {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}

/** A message, with what stands in backquotes as code. */
export function prose(text) {
  const parts = text.split("`");
  return parts.length % 2 === 0 ? text : parts.map((part, index) => (index % 2 === 0 ? part : h("code", {}, part)));
}

/** A heading that gets the focus when its page is shown. */
export function heading(...children) {
  return h("h1", { tabindex: "-1" }, children);
}

/** Says something to those who listen to the page. */
export function announce(text) {
  document.getElementById("status").textContent = text;
}
