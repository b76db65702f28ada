//! Words, calls and positions in scripts.

use proptest::prelude::*;

use super::language::Language;
use super::lint;
use super::text::source_chars;

/// The words of the commands in a script, `?` for what is not known and `*` after a word that can be several.
fn words(script: &str) -> Vec<String> {
    words_in(Language::Shell, script)
}

fn words_in(language: Language, script: &str) -> Vec<String> {
    let shown = |word: &super::word::ShellWord| {
        let many = if word.may_split { "*" } else { "" };
        format!("<{}>{many}", word.word.with_stand_in('?'))
    };
    language.lex(&source_chars(script)).commands.iter().map(|words| words.iter().map(shown).collect()).collect()
}

/// The lines and columns of the findings.
fn positions(name: &str, text: &str) -> Vec<(usize, usize)> {
    let found = lint(name, text, &[]).expect(name).findings;
    found.iter().map(|found| (found.position.line, found.position.column)).collect()
}

#[test]
fn quotes_are_removed_as_a_shell_does() {
    let cases = [
        (r#"a 'b c' "d e" f\ g h"i"'j'"#, "<a><b c><d e><f g><hij>"),
        (r#""\$x \`\"\\ \n" '\'"#, r#"<$x `"\ \n><\>"#),
        (r"$'a\n\t\'\x41\101é\q' $'\xff'", "<a\n\t'AAé?><?>"),
        ("a\\\nb \\\n  c", "<ab><c>"),
        ("a ''  \"\"", "<a><><>"),
        ("x#y # z", "<x#y>"),
    ];
    for (script, expected) in cases {
        assert_eq!(words(script), [expected], "{script}");
    }
}

#[test]
fn what_only_the_shell_knows_is_unknown() {
    let cases = [
        ("a $b \"$c\" d${e}f \"${g:-h}\"", vec!["<a><?>*<?><d?f>*<?>"]),
        ("a \"$@\" \"${b[@]}\" \"${b[*]}\" \"$*\" $1", vec!["<a><?>*<?>*<?><?><?>*"]),
        ("a $(b c) \"$(d \"e f\")\"", vec!["<b><c>", "<d><e f>", "<a><?>*<?>"]),
        ("a `b \\`c\\``", vec!["<c>", "<b><?>*", "<a><?>*"]),
        ("a *.x [b] c? ~/d ~e", vec!["<a><?.x><?b]><c?><?/d><?e>"]),
        ("a {b,c} {d} {1..3} '{e,f}'", vec!["<a><?{b,c}>*<{d}><?{1..3}>*<{e,f}>"]),
        ("a $((1 + (2))) $ \"$\"", vec!["<a><?>*<$><$>"]),
        ("a <(b) >(c)", vec!["<b>", "<c>", "<a><?><?>"]),
        ("a ${b:-$(c \"}\")}", vec!["<c><}>", "<a><?>*"]),
    ];
    for (script, expected) in cases {
        assert_eq!(words(script), expected, "{script}");
    }
}

#[test]
fn powershell_is_split_into_words() {
    let cases = [
        ("a 'b''c' \"d`\"e `$f\" g`\n  h", vec!["<a><b'c><d\"e $f><g><h>"]),
        ("a `\n  b", vec!["<a><b>"]),
        ("$x = a $b.c \"$d.e\" \"$($f.g)\" ${h}", vec!["<?>*", "<a><?>*<?.e><?><?>"]),
        ("a '{\\\"b\\\": \\\"c\\\\\\\"d\\\"}'", vec!["<a><{\"b\": \"c\\\"d\"}>"]),
        ("if ($x) { a b } # c", vec!["<?>*", "<if><?>", "<a><b>"]),
        ("a (b c) | d; e && f", vec!["<b><c>", "<a><?>", "<d>", "<e>", "<f>"]),
        ("a @'\n$b\n'@ c > d 2>&1", vec!["<a><$b><c>"]),
        ("a <# b\n c #> d", vec!["<a><d>"]),
    ];
    for (script, expected) in cases {
        assert_eq!(words_in(Language::PowerShell, script), expected, "{script}");
    }
}

#[test]
fn batch_is_split_into_words() {
    let cases = [
        ("a \"b c\" \"d\\\"e\" 'f g'", vec!["<a><b c><d\"e><'f><g'>"]),
        ("a ^\n  b^&c \"d\"\"e\"", vec!["<a><b&c><d\"e>"]),
        ("a %B% \"%C%\" !D! %1 %* %%i %~dp0x 5%", vec!["<a><?>*<?><?>*<?>*<?>*<?>*<?>*<5%>"]),
        ("a \"{\\\"b\\\": \\\"\\\\\\\"\\\"}\"", vec!["<a><{\"b\": \"\\\"\"}>"]),
        ("@a b & c && d | e\nrem f\n:: g", vec!["<a><b>", "<c>", "<d>", "<e>"]),
        ("for /f %%i in ('a b') do c > d 2>&1", vec!["<for></f><?>*<in>", "<a><b>", "<do><c>"]),
    ];
    for (script, expected) in cases {
        assert_eq!(words_in(Language::Batch, script), expected, "{script}");
    }
}

#[test]
fn commands_end_where_a_shell_ends_them() {
    let cases = [
        ("a; b && c || d | e & f\ng", vec!["<a>", "<b>", "<c>", "<d>", "<e>", "<f>", "<g>"]),
        ("a >b 2>&1 <c 2>/dev/null >>d &>e <<<f g", vec!["<a><g>"]),
        ("a <<E b\nx 'y\nE\nc <<-'E'\n\t$(z\n\tE\nd", vec!["<a><b>", "<c>", "<d>"]),
        ("x=(a b\n c) d", vec!["<x=><d>"]),
        ("case $x in a|b) c;; (d) e;; esac; f", vec!["<case><?>*<in><a>", "<b>", "<c>", "<d>", "<e>", "<esac>", "<f>"]),
        ("$(case x in a) b;; esac) c", vec!["<case><x><in><a>", "<b>", "<esac>", "<?>*<c>"]),
        ("(a; (b)); ((1 << 2)); c", vec!["<a>", "<b>", "<c>"]),
        ("a 'b\nc", vec![]),
        ("a; b $(c", vec!["<a>"]),
    ];
    for (script, expected) in cases {
        assert_eq!(words(script), expected, "{script}");
    }
}

#[test]
fn positions_are_those_of_the_file() {
    let call = "aws apigateway get-nothing";
    let cases = [
        ("a.sh", format!("  {call}"), (1, 18)),
        ("a.sh", format!("x=\"é $({call})\"\r\n"), (1, 23)),
        ("a.sh", "aws \\\r\n apigateway \\\r\n  get-nothing".to_owned(), (3, 3)),
        ("Makefile", format!("a:\n\t@{call}"), (2, 18)),
        ("a.mk", format!("X := $(shell {call})"), (1, 29)),
        ("a.yml", format!("run: {call}"), (1, 21)),
        ("a.yml", format!("script:\n- |2-\n    {call}"), (3, 20)),
        ("a.yml", format!("script:\n- >\n  a\n  {call}"), (4, 18)),
        ("a.yml", "run: \"aws \\\n  apigateway get-nothing\"".to_owned(), (2, 14)),
        ("a.yml", format!("run: 'echo ''a''; {call}'"), (1, 34)),
        ("a.yml", format!("run: \"\\x41=1 {call}\"\n# AAA"), (1, 29)),
        ("Dockerfile", format!("RUN a && \\\n  {call}"), (2, 18)),
        ("a.md", format!("```sh\n$ {call}\n```"), (2, 18)),
    ];
    for (name, text, place) in cases {
        // In a folded text a line goes on, so what is called there is only an argument.
        let expected = if text.contains("- >") { vec![] } else { vec![place] };
        assert_eq!(positions(name, &text), expected, "{name}: {text}");
    }
}

/// The marks of `CircleCI` are those of here-documents.
#[test]
fn templates_are_not_known() {
    let call = "aws apigateway get-rest-api --rest-api-id";
    for template in ["<< parameters.api >>", "<<pipeline.parameters.api>> | cat", "${{ env.API }}", "{{ api }}"] {
        assert_eq!(positions("a.yml", &format!("run: \"{call} {template}\"")), [], "{template}");
    }
    let script = format!("run: |\n  {call} <<a >> b\n  a");
    assert_eq!(positions("a.yml", &script).len(), 1, "a here-document");
}

#[test]
fn an_operation_can_be_among_unknown_words() {
    let cases = [
        ("aws apigateway $x --rest-api-id abc", vec![]),
        ("apigw $x --rest-api-id abc", vec![]),
        ("aws apigateway \"$x\" abc", vec![]),
        ("aws $x apigateway get-nothing", vec![(1, 19)]),
        ("aws apigateway $x get-stage --nothing", vec![(1, 29)]),
    ];
    for (text, expected) in cases {
        assert_eq!(positions("a.sh", text), expected, "{text}");
    }
}

#[test]
fn what_xargs_replaces_is_unknown() {
    let call = "aws apigateway get-rest-apis --output";
    assert_eq!(positions("a.sh", &format!("{call} %")).len(), 1);
    for (runner, value) in [("xargs -I%", "%"), ("sudo xargs -n 1 -I X", "X"), ("xargs -I{}", "{}"), ("xargs", "")] {
        assert_eq!(positions("a.sh", &format!("ls | {runner} {call} {value}")), [], "{runner}");
    }
}

#[test]
fn what_another_interpreter_reads_is_left_alone() {
    let call = "aws apigateway get-nothing";
    let cases = [
        ("a.py", format!("#!/usr/bin/env python3\n{call}")),
        ("a.fish", "aws apigateway get-account --output (cat x)".to_owned()),
        ("a.sh.erb", "aws apigateway get-account --output <%= x %>".to_owned()),
        ("a.yml", format!("runs-on: windows-latest\nsteps:\n- run: {call}")),
        ("a.yml", format!("- shell: python\n  run: {call}")),
        ("a.yml", format!("name: {call}")),
        ("a.md", format!("```\n{call}\n```\n{call}")),
        ("a.sh", format!("echo {call}")),
    ];
    for (name, text) in cases {
        assert_eq!(positions(name, &text), [], "{name}: {text}");
    }
    assert!(lint("a.yml", "a: [", &[]).is_err());
}

/// A noncharacter that a script really contains is a character like others.
#[test]
fn noncharacters_are_known() {
    let call = "aws apigateway get-rest-apis";
    assert_eq!(positions("a.sh", &format!("{call} --page-size 1\u{fdd0}")).len(), 1);
    assert_eq!(positions("a.sh", &format!("{call} --query 'x\u{fdd0}['")).len(), 1);
    assert_eq!(positions("a.sh", &format!("{call} --page-size $X")), []);
}

/// The parsers of shorthand and JSON see a stand-in for what is unknown. A script that contains characters for private
/// use does not confuse them.
#[test]
fn known_parts_of_values_are_checked() {
    let call = "aws apigateway update-rest-api --rest-api-id a --patch-operations";
    for value in
        ["op=change,path=\"$P\"", "'[{\"op\": \"change\", \"path\": \"'\"$P\"'\"}]'", "op=change,path=\u{e000}\"$P\""]
    {
        assert_eq!(positions("a.sh", &format!("{call} {value}")).len(), 1, "{value}");
    }
    assert_eq!(positions("a.sh", &format!("{call} op=\"$O\",path=/name,value=a")), []);
}

proptest! {
    #[test]
    fn no_text_is_too_strange(
        name in prop::sample::select(vec!["a.sh", "Makefile", "a.yml", "Dockerfile", "a.md", "a.ps1", "a.cmd"]),
        parts in prop::collection::vec(prop::sample::select(vec![
            "aws apigateway put-integration ", "--type ", "--request-parameters ", "{\"a\": ", "'", "\"", "$(", ")", "`",
            "${", "}", "$'", "\\", "\n", "\n\t", "<<E", "E\n", "((", "x=(", "case a in ", "esac", "|", "&", ">", "#", "é",
            "\u{fdd0}", "run: |\n  ", "- ", "```sh\n", "RUN ", "$$", "{{", "}}", "{a,b}", "[", "op=add,path=/x ", "file://x ",
            "xargs ", "--cli-input-json ", "--patch-operations ", "apigw ", "sudo ", "\u{10ffff}", "\r\n",
        ]), 0..40),
    ) {
        let _ = lint(name, &parts.concat(), &[]);
    }
}

#[test]
fn nesting_exhausts_neither_stack_nor_patience() {
    let opens = ["$(", "\"$(", "${a:-", "\"${a:-", "`\\`", "<(", "x=(", "{{", "$(shell ", "$$(shell ", "a"];
    for (name, start) in [("a.sh", ""), ("Makefile", "a:\n\t"), ("a.md", "```sh\n"), ("a.ps1", ""), ("a.cmd", "")] {
        for open in opens {
            let _ = lint(name, &format!("{start}{}", open.repeat(20_000)), &[]);
        }
    }
}
