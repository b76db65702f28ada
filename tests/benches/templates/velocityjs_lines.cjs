// Renders templates from standard input with velocityjs, as the example `render_lines` of the engine does.
//
// `$input` and `$util` have only what the templates of the benchmark use; a path is names with dots between them.
const readline = require("node:readline");
const { Compile, parse } = require("velocityjs");

const map = (members) => ({ ...members, keySet: () => Object.keys(members), get: (name) => members[name] });

function input(given) {
  const body = given.body || "{}";
  const places = ["path", "querystring", "header"].map((place) => [place, given[place] ?? {}]);
  const path = (expression) => expression.split(".").slice(1).reduce((found, name) => found[name] ?? "", JSON.parse(body));
  return {
    body, path,
    json: (expression) => JSON.stringify(path(expression)),
    params: (name) => name === undefined ? map(Object.fromEntries(places.map(([place, values]) => [place, map(values)])))
      : places.map(([, values]) => values[name]).find((value) => value !== undefined) ?? "",
  };
}

const util = {
  urlEncode: (text) => encodeURIComponent(text).replaceAll("%20", "+"),
  escapeJavaScript: (text) => text.replace(/[\\'"]/g, "\\$&"),
};

readline.createInterface({ input: process.stdin }).on("line", (line) => {
  const given = JSON.parse(line);
  const parsed = given.parsed ? parse(given.template) : undefined;
  let text = "";
  for (let time = 0; time < (given.times ?? 1); time++) {
    text = new Compile(parsed ?? parse(given.template)).render({ input: input(given), util });
  }
  console.log(JSON.stringify(text));
});
