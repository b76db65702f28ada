//! Mapping templates.

use crate::format::velocity::{self, FindingKind};

use super::{accepts, refuses};

fn kinds(template: &str) -> Vec<FindingKind> {
    velocity::parse(template).findings.iter().map(|finding| finding.kind).collect()
}

#[test]
fn templates_without_findings() {
    let clean = [
        "",
        "{statusCode: 200}",
        "{'foobar': 'bar}",
        "#fff",
        "$5.00",
        "$",
        "#",
        "a # b $ c \\$x \\#if",
        "${",
        "${}",
        "#123",
        "#endpoint",
        "<html>Foo</html>",
        "overwrite",
        "$x.f(",
        "${x y}",
        "Action=SendMessage&MessageBody=$input.body",
        "#if($a)x#elseif($b == 1 && !$c)y#else\"z\"#end",
        "#{if}($a)x#{else}y#{end}",
        "#if ( $a ) #end",
        "#foreach($k in $input.params().keySet())$k#if($foreach.hasNext),#end#end",
        "#foreach($i in [1..10])$i#break#end",
        "## $input.nope\n#* #if *#",
        "#[[ #if $input.nope ]]#",
        "#set($a = {\"x\": [1, 2.5, -3], 'y': $b})$a.x",
        "#set($context.responseOverride.status = 400)",
        "#set($context[\"requestOverride\"].querystring[$n] = \"a$b\")",
        "$context.authorizer.anything.at.all",
        "$context.requestOverride.querystring.put($a, \"b\")",
        "$!{input.params('x')} $!input.body.toString()",
        "#set($input = $input.path('$'))$input.anything",
        "$util.escapeJavaScript($input.json('$.a')).replaceAll(\"\\\\'\", \"'\")",
        "$stageVariables.anything",
        "$input.path(\"$[?(@.a==\\\"b\\\")]\")",
        "#if($a == \"\\\"\" && $b > .5)#end",
        "#set($a = $b.replace(\"\\\", \"/\"))",
        "$method.request.multivaluequerystring.get('a')",
        "$context.somethingQuiteNew",
        "#macro(hi $who)hello $who#end#hi(\"you\")",
        "#if( $result == $null )\"true\"#else\"false\"#end",
        "$input.path('$').get(0)[\"a\"].b",
        "#if($x.a(\"(\") > 1 or not ($y and $z))#end",
        "#define\n#set\n#include <x>",
    ];
    for template in clean {
        assert_eq!(velocity::parse(template).findings, [], "{template}");
    }
}

#[test]
fn templates_with_findings() {
    assert_eq!(kinds("#if($a) x"), [FindingKind::UnclosedBlock]);
    assert_eq!(kinds("x #end"), [FindingKind::StrayEnd]);
    assert_eq!(kinds("#else"), [FindingKind::StrayElse]);
    assert_eq!(kinds("#if($a)#else#elseif($b)#end"), [FindingKind::StrayElse]);
    assert_eq!(kinds("#if($a)#else if($b)#end"), [FindingKind::ElseIf]);
    assert_eq!(kinds("#* x"), [FindingKind::UnclosedComment]);
    assert_eq!(kinds("#if $a #end"), [FindingKind::MissingArguments]);
    assert_eq!(kinds("#set($a = 1"), [FindingKind::UnclosedArguments]);
    assert_eq!(kinds("#set($a == 1)"), [FindingKind::BadArguments]);
    assert_eq!(kinds("#foreach($a of $b)#end"), [FindingKind::BadArguments]);
    assert_eq!(kinds("$input.path('$'"), [FindingKind::UnclosedReference]);
    assert_eq!(kinds("${input.body x"), [FindingKind::UnclosedReference]);
    assert_eq!(kinds("$util.toJson($x)"), [FindingKind::UnknownMember]);
    let template = "{\"ip\": \"$context.identity.sourceIP\", \"b\": \"$util.urlEncod($input.jsn('$'))\"}";
    let found = velocity::parse(template);
    let words: Vec<_> = found.findings.iter().map(|f| &template[f.offset..f.offset + f.length]).collect();
    assert_eq!(words, ["sourceIP", "urlEncod", "jsn"]);
    assert!(found.findings[2].message.contains("did you mean `json`?"));
}

#[test]
fn what_templates_use() {
    accepts("mockRequestTemplate", &["{statusCode: 200}", "$input.body", "#set($s = '\"statusCode\": 200'){$s}"]);
    refuses("mockRequestTemplate", &[("{'foobar': 'bar}", 16), ("", 0), ("## statusCode", 13)]);
}
