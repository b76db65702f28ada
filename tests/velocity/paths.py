"""JSONPath expressions and documents, for differential.py."""
import json, random

KEYS = ["a", "b", "c", "list", "a b", "é", "1", "$x", "a-b"]
SCALARS = [1, 2, 5, 15, -1, 0, 1.5, 2.0, 1e10, 12345678901234567890, "a", "b", "", "1", "a b", "é", True, False, None]
LITERALS = ["1", "5", "-1", "1.5", "2.0", "'a'", "'b'", "''", "'1'", "true", "false", "null", "\"a\""]


class Paths:
    """Documents with the paths that can go wrong in them: missing leaves, several results, filters on values of other types."""

    def __init__(self, seed):
        self.random = random.Random(seed)

    def pick(self, *choices):
        return self.random.choice(choices)

    def chance(self, share):
        return self.random.random() < share

    def document(self, depth):
        if depth <= 0 or self.chance(0.15):
            return self.pick(*SCALARS)
        if self.chance(0.45):
            return [self.document(depth - 1) for _ in range(self.random.randrange(4))]
        return {key: self.document(depth - 1) for key in self.random.sample(KEYS, self.random.randrange(4))}

    def operand(self, depth):
        if self.chance(0.6):
            return "@" + "".join(self.step(depth - 1, False) for _ in range(self.random.randrange(3)))
        return self.pick(*LITERALS, "$.a", "$.list[0]")

    def condition(self, depth):
        gap = self.pick(" ", "", " ")
        kind = self.random.randrange(10)
        if kind < 5:
            return self.operand(depth) + gap + self.pick("==", "!=", "<", "<=", ">", ">=", "==", "==") + gap + self.operand(depth)
        if kind == 5:
            return "@" + self.step(depth - 1, False)
        if kind == 6:
            return "!@" + self.step(depth - 1, False)
        if kind == 7:
            return self.operand(depth) + " =~ " + self.pick("/a/", "/[ab]/", "/A/i", "/.*/", "/1/")
        joined = self.condition(depth - 1) + self.pick(" && ", " || ", "&&", "||") + self.condition(depth - 1)
        return "(" + joined + ")" if self.chance(0.3) else joined

    def number(self):
        return self.pick("0", "1", "2", "-1", "-2", "9", " 1")

    def step(self, depth, filters=True):
        kind = self.random.randrange(16)
        if kind < 5:
            return "." + self.pick("a", "b", "c", "list", "é", "1", "a-b", "$x")
        if kind < 8:
            quote = self.pick("'", "'", "\"")
            keys = [quote + self.pick(*KEYS) + quote for _ in range(self.pick(1, 1, 2))]
            return "[" + self.pick(",", ", ").join(keys) + "]"
        if kind < 10:
            return "[" + self.number() + "]"
        if kind == 10:
            return "[" + self.pick("%s,%s", "%s:%s", ":%s", "%s:", "-%s:").replace("%s", "{}").format(self.number().strip(), self.number().strip()) + "]"
        if kind == 11:
            return self.pick("[*]", ".*")
        if kind == 12:
            return ".." + self.pick("a", "b", "*", "list", "['a']", "[0]", "[*]")
        if kind == 13 and filters and depth > 0:
            return "[?(" + self.condition(depth) + ")]"
        if kind == 14:
            return self.pick("[(@.length-1)]", "[(@.length - 2)]", ".length()", ".size()", "[]", ".", "..", "[ 0 ]", "[a]", "['a'", "[?(@.a]", "$", "..$", "[0]$")
        return "." + self.pick("a", "list")

    def path(self):
        start = self.pick("$", "$", "$", "$", "", "@")
        steps = "".join(self.step(2) for _ in range(self.random.randrange(5)))
        return (start + steps).removeprefix("." if start == "" else "") or "$"

    def case(self):
        path, quote = self.path(), "'"
        if "'" in path:
            path = path.replace("'", "''")
        call = self.pick("json", "json", "path")
        return {"template": f"$input.{call}({quote}{path}{quote})", "body": json.dumps(self.document(4), ensure_ascii=self.chance(0.5))}
