"""Renders templates from standard input with airspeed, as the example `render_lines` of the engine does.

`$input` and `$util` have only what the templates of the benchmark use; a path is names with dots between them.
"""
import base64, json, sys, urllib.parse

import airspeed


class Input:
    def __init__(self, case):
        self.body = case.get("body") or "{}"
        self.parameters = {place: case.get(place, {}) for place in ("path", "querystring", "header")}

    def path(self, path):
        found = json.loads(self.body)
        for name in path.split(".")[1:]:
            found = found.get(name, "")
        return found

    def json(self, path):
        return json.dumps(self.path(path))

    def params(self, name=None):
        if name is None:
            return Map((place, Map(values)) for place, values in self.parameters.items())
        return next((values[name] for values in self.parameters.values() if name in values), "")


class Map(dict):
    """What Java's maps have."""

    def keySet(self):
        return list(self)


class Util:
    def urlEncode(self, text):
        return urllib.parse.quote_plus(text)

    def escapeJavaScript(self, text):
        return text.replace("\\", "\\\\").replace("'", "\\'").replace('"', '\\"')


def render(template, case):
    return template.merge({"input": Input(case), "util": Util()})


def main():
    for line in sys.stdin:
        case = json.loads(line)
        parsed = airspeed.Template(case["template"]) if case.get("parsed") else None
        for _ in range(case.get("times", 1)):
            text = render(parsed or airspeed.Template(case["template"]), case)
        print(json.dumps(text), flush=True)


if __name__ == "__main__":
    main()
