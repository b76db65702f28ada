#!/usr/bin/env python3
"""The table of constructs in the engine's README: what API Gateway, LocalStack and the engine give.

    python3 tests/velocity/constructs.py --engine target/debug/examples/render_lines [--localstack PYTHON] [--check]

The column of API Gateway is that of Velocity 1.7 as the oracle sets it up, which agrees with the records. PYTHON is an interpreter
that has localstack-core 4.14, airspeed-ext, moto and jsonpath-rw; without it, the column of LocalStack is taken from the README.
With --check, nothing is written, and a README that says something else is an error.
"""
import argparse, json, os, subprocess, sys

from differential import Side, oracle

README = os.path.join(os.path.dirname(os.path.abspath(__file__)), "../../apigw-local/engine/README.md")
START, END = "<!-- constructs -->\n", "<!-- end of constructs -->\n"
BODY = '{"name": "Ada", "list": [1, "two", null, {"k": "v"}], "m": {"b": 1, "a": [true]}, "n": null, "d": 1e3, "long": 3000000000}'

# What the row is about, and the template.
CONSTRUCTS = [
    ("undefined reference", "[$none $!none $none.a $none.f()]"),
    ("undefined equals the empty string", "#if($none == '')yes#{else}no#end"),
    ("undefined, empty, zero and `\"false\"` are true", "#if($none)1#end#if('' == '')#set($e = '')#if($e)2#end#end#set($z = 0)#if($z)3#end#set($f = 'false')#if($f)4#end"),
    ("a literal as a condition", "#if('x')yes#{else}no#end"),
    ("assigning what is undefined", "#set($x = 1)#set($x = $none)[$x]"),
    ("an undefined property of a string", "#set($s = 'x')[$s.nope][$s.nope()]"),
    ("other classes are compared as text", "#if('1' == 1)yes#{else}no#end"),
    ("order of strings", "#if('a' < 'b')yes#{else}no#end"),
    ("division of integers", "#set($x = 7 / 2)$x"),
    ("overflow of an integer", "#set($x = 2147483647 + 1)$x"),
    ("division by zero", "#set($x = 1)#set($x = 1 / 0)$x"),
    ("a sum of decimals", "#set($x = 0.1 + 0.2)$x"),
    ("`+` with a string", "#set($x = 'a' + 1)$x"),
    ("number from JSON", "$input.path('$.d')"),
    ("list from JSON", "$input.path('$.list')"),
    ("map from JSON", "$input.path('$.m')"),
    ("list and map from a template", "#set($l = [1, 'x'])#set($m = {'k': 1})$l $m"),
    ("`$input.json` of what is missing", "$input.json('$.none')"),
    ("`$input.json` of a list", "$input.json('$.list')"),
    ("filter of a path", "$input.path('$.list[?(@.k)]')"),
    ("`size()` of a list from JSON", "$input.path('$.list').size()"),
    ("index out of range", "#set($l = [1])$l.get(9)"),
    ("line end after a directive", "a\n#set($x = 1)\nb"),
    ("blanks around a template", "  x  "),
    ("`#foreach` with its counters", "#foreach($i in ['a', 'b'])$foreach.count$velocityCount$i#if($foreach.hasNext),#end#end"),
    ("`#foreach` over a map", "#foreach($v in {'a': 1, 'b': 2})$v;#end"),
    ("`#macro`", "#macro(foo $x)[$x]#end#foo(1)"),
    ("`#define`", "#define($b)[$x]#end#set($x = 1)$b"),
    ("an escaped reference", "#set($x = 1)\\$x \\\\$x \\$none"),
    ("raw text", "#[[$x #if]]#"),
    ("a quote within a string", "#set($s = \"a\"\"b\")$s"),
    ("directives within a string", "#set($s = \"#if(true)y#end\")$s"),
    ("`replaceAll` with a group", "#set($s = 'abc')$s.replaceAll('(b)', '<$1>')"),
    ("`split`", "#set($s = 'a,b,,')$s.split(',').size()"),
    ("`put` prints the old value", "#set($m = {'k': 1})$m.put('k', 2)$m.k"),
    ("`$util.escapeJavaScript`", "$util.escapeJavaScript(\"it's\")"),
    ("`$util.urlEncode`", "$util.urlEncode('a b*~')"),
    ("`$util.parseJson`", "#set($p = $util.parseJson('{\"a\": [1]}'))$p.a"),
]

LOCALSTACK = r"""
import json, sys
from localstack.services.apigateway.next_gen.execute_api.template_mapping import ApiGatewayVtlTemplate
template = ApiGatewayVtlTemplate()
for line in sys.stdin:
    case = json.loads(line)
    variables = {"input": {"body": case["body"], "params": {"path": {}, "querystring": {}, "header": {}}}, "context": {}, "stageVariables": {}}
    overrides = {"requestOverride": {"header": {}, "path": {}, "querystring": {}}, "responseOverride": {"header": {}, "status": 0}}
    try:
        answer = template.render_request(case["template"], variables, overrides)[0]
    except Exception as error:
        answer = f"ERROR {error}"
    print(json.dumps(answer), flush=True)
"""


def cell(text):
    """An answer in a table."""
    if text.startswith("ERROR"):
        return "error"
    shown = text.replace("\n", "⏎").replace("|", "\\|")
    return f"`{shown}`" if shown else "nothing"


def row(about, template, aws, theirs, ours):
    return f"| {about} | `{template.replace(chr(10), '⏎').replace('|', chr(92) + '|')}` | {aws} | {theirs} | {'same' if ours == aws else ours} |\n"


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--engine", required=True)
    options.add_argument("--localstack", metavar="PYTHON")
    options.add_argument("--check", action="store_true")
    given = options.parse_args()
    readme = open(README, encoding="utf-8").read()
    before, rest = readme.split(START)
    table, after = rest.split(END)
    known = {line.split(" | ")[0].removeprefix("| "): line.split(" | ") for line in table.splitlines()}

    cases = [{"template": template, "body": BODY} for _, template in CONSTRUCTS]
    ours, aws = (side.ask(cases) for side in (Side([given.engine]), oracle()))
    if given.localstack:
        theirs = [cell(answer) for answer in Side([given.localstack, "-W", "ignore", "-c", LOCALSTACK]).ask(cases)]
    else:
        theirs = [known[about][-2] if about in known else "?" for about, _ in CONSTRUCTS]
    head = "| construct | template | API Gateway | LocalStack 4.14 | this engine |\n|---|---|---|---|---|\n"
    made = head + "".join(row(about, template, cell(a), t, cell(o)) for (about, template), a, t, o in zip(CONSTRUCTS, aws, theirs, ours))
    alike = sum(cell(a) == t for a, t in zip(aws, theirs))
    print(f"{len(CONSTRUCTS)} constructs; alike: LocalStack {alike}, the engine {sum(cell(a) == cell(o) for a, o in zip(aws, ours))}")
    if given.check and made != table:
        print("the table is another; write it again without --check")
        return 1
    if not given.check:
        with open(README, "w", encoding="utf-8") as file:
            file.write(before + START + made + END + after)
    return 0


if __name__ == "__main__":
    sys.exit(main())
