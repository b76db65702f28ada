// The log of a test, line by line, sorted by the steps that wrote the lines.

import { code, h } from "./dom.js";

/** What lines begin with, and the step that writes such a line. */
const STEPS = [
  [/^(Execution log|Starting execution|HTTP Method|Method request|Verifying|Authorizer)/, "Method request"],
  [/^(Endpoint request|Sending request)/, "Integration request"],
  [/^(Received response|Endpoint response)/, "Integration"],
  [/^Method response body after/, "Integration response"],
  [/^Method response/, "Method response"],
  [/^(Execution failed|Successfully completed|Method completed|Gateway response)/, "Result"],
];

/** The lines of a log: when, which step, what, and its value. A line that has no time continues the one before. */
export function lines(log) {
  const found = [];
  for (const line of log.split("\n")) {
    const timed = /^(?:\w{3} \w{3} \d\d (\d\d:\d\d:\d\d) \w+ \d{4} : )(.*)$/s.exec(line);
    const text = timed ? timed[2] : line;
    const step = STEPS.find(([pattern]) => pattern.test(text))?.[1];
    const last = found.at(-1);
    if (!timed && last && !step) {
      last.text += `\n${line}`;
      continue;
    }
    found.push({ time: timed?.[1] ?? "", step: step ?? last?.step ?? "Method request", text });
  }
  for (const line of found) line.text = line.text.trimEnd();
  return found.filter((line) => line.text !== "");
}

function shown({ text, time }) {
  const split = /^([^:{]+): ([^]*)$/.exec(text);
  const isFailure = text.startsWith("Execution failed");
  const value = split && (split[2].includes("\n") || split[2].length > 90 ? code(split[2], split[1]) : h("code", {}, split[2]));
  return h("li", { class: isFailure ? "failed" : null },
    time && h("time", {}, time), h("span", { class: "said" }, split ? [h("span", {}, `${split[1]}: `), value] : text));
}

/** The log as a list of steps, and as it is. */
export function logView(log) {
  const groups = [];
  for (const line of lines(log)) {
    if (groups.at(-1)?.step !== line.step) groups.push({ step: line.step, lines: [] });
    groups.at(-1).lines.push(line);
  }
  return [
    h("ol", { class: "log" }, groups.map((group) => h("li", {}, h("h4", {}, group.step), h("ul", {}, group.lines.map(shown))))),
    h("details", {}, h("summary", {}, "The log as it is"), code(log, "Log")),
  ];
}
