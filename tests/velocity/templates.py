"""Templates and bodies, for differential.py."""
import json, random

NAMES = ["a", "b", "m", "l", "n", "x", "s"]
KEYS = ["a", "k", "name", "list", "size"]
TEXTS = ["x", "", " ", "{", "}", "\"", "'", ", ", "\n", "\r\n", "\t", "1", "-", ".", "(", ")", "[", "]", "a b", "é", "😀", ";",
         "$", "#", "\\", "\\\\", "$$", "##", "!", "..", "$.", "$[", "#{", "${", "\\$", "\\#", "/"]
BODIES = [
    {"a": 1, "name": "Ada", "list": [1, "two", None, {"k": "v"}], "m": {"x": 1.5, "y": [True]}, "n": None},
    {"list": [{"p": 5, "t": "a"}, {"p": 15, "t": "b"}, {"t": "c"}], "k": {"list": [{"p": 1}]}},
    [1, 2, [3, {"a": "b"}]], {"big": 12345678901234567890, "d": 1e3, "long": 3000000000, "s": "a\"b/c\né"}, "text", 5, {}, True,
]
PATHS = ["$", "$.a", "a", "$.list", "$.list[0]", "$.list[*].k", "$..p", "$.list[?(@.p > 6)]", "$.list[?(@.t == 'a')].p", "$.list[1:]",
         "$.list[:2]", "$.list[-1:]", "$.list[0,1]", "$.m.x", "$.m['x']", "$.m['x','y']", "$.none", "$.none.deep", "$.list[9]",
         "$..list[0]", "$.*", "$..*", "$.list[?(@.t)]", "$.list[?(!@.p)]", "$.list[?(@.p > 1 && @.t == 'a')]", "$.m.*", "$..['p']",
         "$.list[(@.length-1)]", "$.list[?(@.t =~ /[ab]/)]", "$.list[?(@.p == 5 || @.t == 'c')]", "$.list[-1]", "$.list[*]", "$..k",
         "$.list[0:1].p", "$.list[?(@.p != 5)]", "$.name.length()", "@.a", "$.big", "$.d", "$.long", "$.s"]
METHODS = ["size()", "length()", "get(0)", "get(\"k\")", "toString()", "isEmpty()", "contains(\"a\")", "keySet()", "values()", "entrySet()",
           "add(1)", "put(\"k\", 2)", "remove(\"k\")", "remove(0)", "substring(1)", "substring(0, 1)", "indexOf(\"a\")", "replace(\"a\", \"b\")",
           "replaceAll(\"[a-z]\", \"<$0>\")", "split(\",\")", "trim()", "toUpperCase()", "equals(\"x\")", "hashCode()", "intValue()",
           "charAt(0)", "matches(\".\")", "concat(\"z\")", "startsWith(\"A\")", "endsWith(\"a\")", "containsKey(\"a\")", "nope()", "set(0, 9)",
           "lastIndexOf(\"a\")", "compareTo(\"a\")", "equalsIgnoreCase(\"ADA\")", "addAll([7])", "subList(0, 1)", "format(\"%s-%d\", \"a\", 5)",
           "doubleValue()", "replaceFirst(\"a\", \"\")", "size(1)", "get(\"a\", 1)", "iterator()", "clear()", "putAll({\"z\": 1})"]
NUMBERS = ["0", "1", "-1", "7", "2147483647", "-2147483648", "9223372036854775807", "99999999999999999999", "1.5", ".5", "-2.25", "1e3",
           "0.1", "007", "1.", "3.0E-5", "1e400"]
OPERATORS = ["+", "-", "*", "/", "%", "==", "!=", "<", ">", "<=", ">=", "&&", "||", "and", "or", "eq", "ne", "lt", "gt", "le", "ge"]


class Templates:
    """Templates weighted to the corners: white space, escapes, half-finished constructs, classes of values."""

    def __init__(self, seed):
        self.random = random.Random(seed)

    def pick(self, *choices):
        return self.random.choice(choices)

    def chance(self, share):
        return self.random.random() < share

    def blank(self):
        return self.pick("", "", "", " ", "  ", "\t", "\n", " \n", "\r\n")

    def name(self):
        return self.pick(*NAMES, "foreach", "velocityCount", "none", "input", "a-b", "_u")

    def steps(self, depth):
        out = ""
        while self.chance(0.45) and len(out) < 60:
            out += self.pick(
                lambda: "." + self.pick(*KEYS, "key", "value", "index", "count", "hasNext", "first", "empty", "parent"),
                lambda: "." + self.pick(*METHODS),
                lambda: "[" + self.pick("0", "1", "-1", "9", "\"k\"", "'a'", " 0 ", "$n", "true") + "]",
                lambda: "." + self.pick(*METHODS[:3]).split("(")[0] + "(" + self.value(depth - 1) + ")")()
        return out

    def reference(self, depth):
        if self.chance(0.25):
            call = self.pick("path", "path", "json", "params")
            argument = self.pick("\"%s\"", "'%s'") % self.pick(*PATHS) if call != "params" else self.pick("'id'", "'q'", "'h'", "")
            return f"$input.{call}({argument})" + (self.steps(depth) if self.chance(0.4) else "")
        if self.chance(0.08):
            call = self.pick("escapeJavaScript", "urlEncode", "urlDecode", "base64Encode", "parseJson")
            return f"$util.{call}({self.value(depth - 1)})"
        dollar = self.pick("$", "$", "$", "$", "$!", "$!")
        inner = self.name() + (self.steps(depth) if depth > 0 else "")
        return dollar + ("{" + inner + "}" if self.chance(0.25) else inner)

    def string(self, depth):
        if self.chance(0.5):
            return "'" + self.pick("x", "", "a b", "''", "$a", "#if", "é", "\\", "1", "true", "{\"k\": 1}", "1.0") + "'"
        return "\"" + "".join(self.pick(lambda: self.pick("x", " ", "a", "\"\"", "\\", "1", "-", "\\n", "\\u00e9", "$", "#", ","),
                                        lambda: self.reference(0),
                                        lambda: self.pick("#if($a)y#end", "##", "#set($q = 1)", "$a#set($b = 2)", "#foreach($i in [1..2])$i#end"))()
                              for _ in range(self.random.randrange(4))) + "\""

    def value(self, depth):
        if depth <= 0:
            return self.pick(lambda: self.pick(*NUMBERS), lambda: self.string(0), lambda: "$" + self.name(), lambda: self.pick("true", "false"))()
        return self.pick(lambda: self.reference(depth - 1), lambda: self.reference(depth - 1), lambda: self.pick(*NUMBERS), lambda: self.string(depth - 1),
                         lambda: self.pick("true", "false") if self.chance(0.85) else self.pick("null", "x", "nope"),
                         lambda: "[" + ",".join(self.padded(depth - 1) for _ in range(self.random.randrange(4))) + "]",
                         lambda: "[" + self.pick("1", "$n", "-2", "3", " 1") + ".." + self.pick("3", "$n", "-1", "0", " 2 ") + "]",
                         lambda: "{" + ",".join(self.padded(depth - 1) + ":" + self.padded(depth - 1) for _ in range(self.random.randrange(3))) + "}")()

    def padded(self, depth):
        return self.pick("", "", " ") + self.value(depth) + self.pick("", "", " ")

    def expression(self, depth):
        if depth <= 0 or self.chance(0.3):
            return self.value(depth)
        return self.pick(lambda: self.expression(depth - 1) + self.pick(" ", " ", "") + self.pick(*OPERATORS) + self.pick(" ", " ", "") + self.expression(depth - 1),
                         lambda: self.pick("!", "not ", "! ") + self.expression(depth - 1),
                         lambda: "(" + self.pick("", " ") + self.expression(depth - 1) + ")")()

    def target(self):
        return self.pick("$" + self.name(), "$" + self.name(), "${" + self.name() + "}", "$!" + self.name(), "$m.k", "$m[\"k\"]", "$l[0]", "$l[-1]", "$none.k",
                         "$m.x.y", "$foreach.z")

    def directive(self, depth):
        hashed = lambda word: "#{" + word + "}" if self.chance(0.08) else "#" + word
        gap = self.pick("", "", "", " ", "  ", "\n")
        return self.pick(
            lambda: hashed("set") + self.pick("", "", " ", "  ") + "(" + self.pick("", " ") + self.target() + self.pick(" = ", "=", " =") + self.expression(depth) + self.pick("", " ") + ")",
            lambda: hashed("set") + "(" + self.pick("$a", "$b", "$s", "$n") + " = " + self.expression(depth) + ")",
            lambda: hashed("if") + gap + "(" + self.expression(depth) + ")" + self.text(depth - 1)
            + (hashed("elseif") + "(" + self.expression(depth - 1) + ")" + self.text(depth - 1) if self.chance(0.3) else "")
            + (hashed("else") + self.text(depth - 1) if self.chance(0.4) else "") + hashed("end"),
            lambda: "#foreach" + gap + "($" + self.pick("i", "v", "a") + self.pick(" in ", "  in ") + self.value(depth) + ")" + self.text(depth - 1)
            + self.pick("", "", "$velocityCount", "$foreach.index", "#if($foreach.hasNext),#end", "#break", "$v", "$i") + "#end",
            lambda: "#define($" + self.name() + ")" + self.text(depth - 1) + "#end",
            lambda: self.pick("#stop", "#break", "#macro(foo $x)$x#end#foo(1)", "#foo", "#foo(1 'a')", "#literal()" + self.text(0) + "#end", "#[[$a #if]]#",
                              "#* c $a *#", "## c\n", "## c $a\n", "##", "#** d *#", "#evaluate('x')", "#fff", "#1", "# ", "#@foo(1)b#end", "#return(1)", "#include()"),
            lambda: "" if self.chance(0.8) else self.pick("#end", "#else", "#if", "#set", "#set(", "#if(", "#foreach", "#elseif(true)", "#{if", "${a", "$a.b(", "$a[", "$m.get(", "\"", "'"))()

    def escaped(self, depth):
        slashes = "\\" * self.random.randrange(1, 4)
        return slashes + self.pick("$a", "$none", "$!a", "${a}", "#if", "#end", "#set($a = 1)", "#foo", "#foreach", "#", "$", "#else", "#stop", "$m.put('e', 1)")

    def text(self, depth):
        parts = []
        for _ in range(self.random.randrange(1, 5)):
            parts.append(self.pick(lambda: self.pick(*TEXTS) if self.chance(0.6) else "t", lambda: self.pick("x", " ", "\n", "{", "}", "\""), lambda: self.reference(depth),
                                   lambda: self.reference(depth), lambda: self.directive(depth) if depth > 0 else "", lambda: self.blank(),
                                   lambda: self.escaped(depth) if self.chance(0.5) else "")())
        return "".join(parts)

    SETUP = ["#set($m = {\"k\": 1, \"a\": \"x\"})", "#set($l = [1, \"two\", [3]])", "#set($s = \"Ada\")", "#set($n = 2)", "#set($a = $input.path('$'))",
             "#set($x = 1.5)", "#set($b = false)", "#set($l = $input.path('$.list'))"]

    def case(self):
        setup = "".join(part for part in self.SETUP if self.chance(0.45))
        template = setup + "".join(self.text(3) if self.chance(0.5) else self.directive(3) for _ in range(self.random.randrange(1, 4)))
        if self.chance(0.05) and len(template) > 2:
            at = self.random.randrange(len(template))
            template = template[:at] + self.pick(*TEXTS) + template[at + self.random.randrange(3):]
        body = json.dumps(self.pick(*BODIES)) if self.chance(0.85) else self.pick("", "{a: 1}", "{'a':'b',}", "[1,,2]", "{\"a\" : [1 2], b: c d}", " ", "{\"a\":01}", "1e5", "-",
                                                                                 "{\"list\":[{\"p\":1.0000000000000000000001}]}")
        if self.chance(0.8):
            template += self.pick(".", "\n", " x")
        return {"template": template, "body": body, "path": {"id": "7"}, "querystring": {"q": "é &"}, "header": {"h": "v"}}
