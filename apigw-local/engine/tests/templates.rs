//! Mapping templates: what API Gateway makes of them, in templates of our own.

#![expect(clippy::panic, reason = "a test fails by a panic")]

use apigw_engine::velocity::TemplateErrorKind;
use apigw_engine::{Context, MappingTemplate, Parameters, TemplateInput, assert_renders};

fn error(template: &str) -> TemplateErrorKind {
    let rendered = MappingTemplate::parse(template).and_then(|parsed| parsed.render(&TemplateInput::default()));
    match rendered {
        Ok(text) => panic!("{template} renders to {text}"),
        Err(error) => error.kind(),
    }
}

#[test]
fn what_is_undefined_is_empty() {
    for template in ["$n", "$!n", "${n}", "$n.a.b", "$n.f()", "#set($x = 'x')$x.nope", "#set($x = 'x')$x.nope()"] {
        assert_renders!(template, "" => "");
    }
    assert_renders!("#set($x = 1)#set($x = $n)[$x]", "" => "[]");
    assert_renders!("#if($n)yes#end#if($n == '')empty#end#if($n == $null)null#end", "" => "yesemptynull");
}

#[test]
fn what_only_looks_like_a_reference_is_text() {
    for text in ["a $ b", "$ ", "$1", "$-a", "#x", "#123", "# a", "#fff", "price: $5.00"] {
        assert_renders!(text, "" => text);
    }
    assert_renders!("#set($a = 'A')$a. ${a}-b $a-b", "" => "A. A-b ");
    assert_renders!("#set($a = 'A')\\$a \\\\$a \\$n \\#if", "" => "$a \\A $n #if");
}

#[test]
fn only_false_is_false() {
    for value in ["''", "0", "[]", "{}", "'false'", "$n"] {
        assert_renders!(&format!("#set($v = {value})#if($v)yes#end"), "" => "yes");
    }
    assert_renders!("#set($v = false)#if($v)yes#{else}no#end#if('x')x#end#if(1)1#end", "" => "no");
    assert_renders!("#if(false || true && !false)yes#end#if(1 lt 2 and 2 ge 2)yes#end", "" => "yesyes");
}

#[test]
fn comparisons_go_by_class() {
    assert_renders!("#if(1 == 1.0)a#end#if('1' == 1)b#end#if('1.0' == 1.0)c#end#if('2' > 1)d#end", "" => "abc");
    assert_renders!("#set($b = true)#if($b == 'true')same#end", "" => "same");
}

#[test]
fn numbers_are_those_of_java() {
    let sums = "#set($a = 7 / 2)$a #set($a = -7 / 2)$a #set($a = 0.1 + 0.2)$a #set($a = 2147483647 + 1)$a";
    assert_renders!(sums, "" => "3-30.300000000000000042147483648");
    assert_renders!("#set($a = 9223372036854775807 + 1)$a", "" => "9223372036854775808");
    assert_renders!("#set($a = 5)#set($a = 1 / 0)$a#set($a = '3' * 2)$a#set($b = 'a' + 1)$b", "" => "55a1");
    assert_renders!("$input.path('$.x') $input.path('$.y')", "{\"x\": 1e3, \"y\": 1.50}" => "1000.0 1.5");
}

#[test]
fn collections_print_by_where_they_come_from() {
    let body = "{\"l\": [1, \"two\", null, {\"k\": \"v\"}]}";
    assert_renders!("$input.path('$.l')", body => "[1,\"two\",null,{\"k\":\"v\"}]");
    assert_renders!("$input.path('$')", body => "{l=[1,\"two\",null,{\"k\":\"v\"}]}");
    assert_renders!("#set($l = [1, 'x'])$l#set($m = {'a': 1, 'b': $l})$m", "" => "[1, x]{a=1, b=[1, x]}");
    assert_renders!("#set($l = [3..1])$l$l[0]$l[-1]$l.size()", "" => "[3, 2, 1]313");
}

#[test]
fn collections_may_contain_themselves() {
    assert_renders!("#set($m = {})#set($n = {'a': 1})#set($x = $m.put($m, 1))#set($x = $m.put($n, 2))$m.size()", "" => "2");
    assert_renders!("#set($m = {{}: 1, {}: 2})$m", "" => "{{}=2}");
    assert_renders!("#define($b)$l.add(1)#end#set($l = [$b])$l|$l.size()", "" => "[true]|2");
    assert_renders!("#set($l = [])$l.add($l)$l", "" => "true[(this Collection)]");
}

#[test]
fn white_space_follows_directives() {
    assert_renders!("a\n#set($x = 1)  \nb", "" => "a\nb");
    assert_renders!("#set($x = 1)  #set($y = 2)|", "" => "|");
    assert_renders!("#if(true)\nx\n#end\ny", "" => "x\ny");
    assert_renders!("a ## comment\nb #* c *#\nd", "" => "a b \nd");
    assert_renders!("#[[ $raw #if ]]#", "" => " $raw #if ");
}

#[test]
fn loops_count_and_restore() {
    assert_renders!("#foreach($i in ['a', 'b'])$foreach.index$i$velocityCount#if($foreach.hasNext),#end#end[$i]", "" => "0a1,1b2[]");
    assert_renders!("#foreach($v in {'x': 1, 'y': 2})$v#end#foreach($v in 'text')$v#end", "" => "12");
    assert_renders!("#foreach($i in [1..9])#if($i == 3)#break#end$i#end#stop never", "" => "12");
    assert_renders!("#foreach($e in $input.path('$').entrySet())$e.key=$e.value;#end", "{\"a\": 1, \"b\": null}" => "a=1;b=;");
}

#[test]
fn macros_are_read_and_not_defined() {
    assert_renders!("#macro(greet $n)Hello $n#end#greet('x')#evaluate('$x')", "" => "#greet('x')#evaluate('$x')");
    assert_renders!("#define($b)<$x>#end#set($x = 1)$b#set($x = 2)$b", "" => "<1><2>");
}

#[test]
fn strings_have_the_methods_of_java() {
    assert_renders!("#set($s = 'a,b,,')$s.split(',').size()$s.replaceAll('[ab]', '<$0>')", "" => "2<a>,<b>,,");
    assert_renders!("#set($s = 'Straße')$s.length()$s.toUpperCase()$s.substring(4)$s.indexOf('ß')", "" => "6STRASSEße4");
    assert_renders!("#set($s = 'x')$s.format('%s-%03d-%.2f', $s, 7, 1.005)$s.hashCode()", "" => "x-007-1.01120");
    assert_renders!("#set($s = \"a \"\"quoted\"\" $n#if(true)y#end\")$s", "" => "a \"quoted\" y");
}

#[test]
fn input_and_util_read_and_escape() {
    let body = "{\"p\": [{\"n\": \"it's\"}, {\"n\": \"b/c\"}]}";
    assert_renders!("$input.json('$.p[*].n') $input.json('$.none') $input.path('$.p[9]')", body => "[\"it's\",\"b/c\"] \"\" ");
    assert_renders!("$input.json('$..n') $input.path('$.p[?(@.n == \"x\")]')", body => "[\"it's\",\"b/c\"] []");
    assert_renders!("$input.json(\"$.p[?(@['n','m'])]\") $input.json(\"$.p[0]['n','m']\")", body => "[] {\"n\":\"it's\"}");
    assert_renders!("$input.json('$.p[0]$.n') $input.json('$.p[*]$.n') $input.json('$..$')", body => "\"it's\" [\"it's\",\"b/c\"] []");
    assert_renders!("$util.escapeJavaScript($input.path('$.p[0].n')) $util.urlEncode('a b*~')", body => "it\\'s a+b*%7E");
    assert_renders!("$util.base64Decode($util.base64Encode('é')) $util.parseJson('{\"a\": 1}').a", "" => "é 1");
    assert_renders!("$input.body", "" => "{}");
    assert_renders!("$input.path('$.a')|$input.json('$.a')", "no JSON" => "|\"\"");
}

#[test]
fn parameters_and_overrides_are_found() {
    let context = Context::new([("stage", "prod")]);
    let parameters = Parameters::new().path("id", "7").query("id", "8").header("H", "v");
    let input = TemplateInput { parameters, context: context.clone(), ..TemplateInput::default() };
    assert_renders!("$input.params('id')$input.params('H')$input.params('h')$context.stage|$context.identity|", input.clone() => "7vprod||");
    assert_renders!("#set($context.responseOverride.status = 418)#set($context.responseOverride.header.X = 'y')", input => "");
    assert_eq!(context.status_override(), Some(418));
    assert_eq!(context.response_headers().get("X").map(String::as_str), Some("y"));
}

#[test]
fn mistakes_are_typed() {
    for template in
        ["#if($a)", "#end", "#else", "${a", "#set($x = null)", "#if(null)a#end", "#set($x = [1, null])", "#foreach"]
    {
        assert_eq!(error(template), TemplateErrorKind::Syntax, "{template}");
    }
    for template in [
        "#set($l = [1])$l[9]",
        "#set($s = 'x')$s.substring(9)",
        "#set($s = 'x')$s.matches('(')",
        "$util.base64Decode('*')",
    ] {
        assert_eq!(error(template), TemplateErrorKind::Method, "{template}");
    }
    assert_eq!(error("#parse('x')"), TemplateErrorKind::Resource);
    assert_eq!(error("#set($l = [1])#foreach($x in $l)#set($y = $l.add(1))#end"), TemplateErrorKind::Method);
}

#[test]
fn a_block_of_another_template_has_the_variables_of_the_one_that_prints_it() {
    let input = TemplateInput::default();
    let render = |template: &str| MappingTemplate::parse(template).and_then(|parsed| parsed.render(&input));
    let first =
        "#set($a = 'A')#set($y = 'own')#define($b)#set($z = 1)[$x $y $list]#end#set($context.block = $b)$context.block";
    assert_eq!(render(first).as_deref(), Ok("[ own ]"));
    let second = "#set($list = [1])#set($x = 'X')$context.block $z#foreach($n in $list)$context.block$n#end";
    assert_eq!(render(second).as_deref(), Ok("[X  [1]] 1[X  [1]]1"));
    let nested = "#define($c)<$context.block$w>#end#set($w = 'W')#set($context.block2 = $c)";
    assert_eq!(render(nested).as_deref(), Ok(""));
    assert_eq!(render("#set($w = 'V')#set($y = 'Y')$context.block2").as_deref(), Ok("<[ Y ]V>"));
}

#[test]
fn names_that_are_in_a_body_twice_have_their_last_value() {
    let body = r#"{"a": 1, "b": {"c": 2, "c": 3}, "a": [4, {"d": "x\ty"}]}"#;
    assert_renders!("$input.json('$')", body => r#"{"a":[4,{"d":"x\ty"}],"b":{"c":3}}"#);
    assert_renders!("$input.json('$.b') $input.path('$.a[1].d') $input.path('$.b').size()", body => "{\"c\":3} x\ty 1");
    let many: Vec<String> = (0..20).map(|number| format!("\"k{}\":{number}", number % 12)).collect();
    let body = format!("{{{}}}", many.join(","));
    assert_renders!("$input.path('$').size() $input.json('$.k3') $input.path('$.k11')", body.as_str() => "12 15 11");
    assert_renders!("#set($m = $input.path('$'))#set($x = $m.remove('k0'))$x$m.keySet()", body.as_str()
        => "12[k1, k2, k3, k4, k5, k6, k7, k8, k9, k10, k11]");
}

#[test]
fn a_value_that_is_changed_is_the_templates_own() {
    let body = r#"{"list": [1]}"#;
    let template = "#set($l = $input.path('$.list'))#set($x = $l.add(2))$l $input.path('$.list') $input.json('$.list')";
    assert_renders!(template, body => "[1,2] [1] [1]");
}

#[test]
fn limits_are_typed() {
    assert_eq!(error(&"x".repeat(300 * 1024 + 1)), TemplateErrorKind::TemplateSize);
    assert_eq!(error("#foreach($i in [1..1001])#end"), TemplateErrorKind::Iterations);
    assert_eq!(error(&format!("#if({}true)", "(".repeat(5_000))), TemplateErrorKind::Depth);
    let doubling = "#set($s = 'xxxxxxxx')#foreach($i in [1..100])#set($s = \"$s$s\")#end";
    assert_eq!(error(doubling), TemplateErrorKind::Size);
    let nested = "#foreach($a in [1..1000])#foreach($b in [1..1000])#foreach($c in [1..1000])x#end#end#end";
    assert!(matches!(error(nested), TemplateErrorKind::Steps | TemplateErrorKind::Size));
    assert_eq!(error("#set($l = [1])#set($l[0] = $l)#set($m = [$l])#set($l[0] = $m)$m"), TemplateErrorKind::Depth);
    assert_eq!(error(&format!("#set($s = '{}')$s.matches('(a*)*\\1b')", "a".repeat(2_000))), TemplateErrorKind::Steps);
    // Each variable is asked whether it is the one that is null, which must not depend on how many there are.
    let many = (0..30_000).map(|number| format!("$a{number}")).collect::<Vec<_>>().concat();
    let nulls = vec!["null"; 900].join(",");
    let of_nulls = format!("#foreach($x in $util.parseJson('[{nulls}]')){many}#end");
    assert_eq!(error(&of_nulls), TemplateErrorKind::Steps);
    let chain = format!("#set($x = {}1)$x", "1 + ".repeat(50_000));
    assert_renders!(&chain, "" => "50001");
}
