//! Content types, status codes, names, regular expressions and patch paths.

use super::{accepts, refuses};

#[test]
fn short_texts() {
    accepts(
        "contentType",
        &["application/json", "text/html; charset=utf-8", "a/", "$default", "application/vnd.a+json"],
    );
    refuses("contentType", &[("123", 3), ("", 0)]);
    accepts("statusCode", &["200", "599"]);
    refuses("statusCode", &[("wrong", 0), ("2xx", 1), ("600", 0), ("20", 2), ("2000", 3), ("+20", 0), ("２00", 0)]);
    accepts("documentedStatusCode", &["*", "", " ", "404"]);
    refuses("documentedStatusCode", &[("4*", 1)]);
    accepts("resourcePathPart", &["pets", ".well-known", "a_b", "events:batch", "a,b", "{id}", "{proxy+}"]);
    refuses(
        "resourcePathPart",
        &[("", 0), ("a/b", 1), ("a{b}", 1), ("{}", 1), ("a b", 1), ("pets+", 4), ("{a b}", 2), ("{+}", 1)],
    );
    accepts("greedyPathPart", &["{proxy+}"]);
    refuses("variablePathPart", &[("pets", 0)]);
    accepts("stageName", &["dev", "v1_2-x"]);
    refuses("stageName", &[("a.b", 1), ("", 0), (&"x".repeat(129), 128)]);
    refuses("stageVariableName", &[("a-b", 1)]);
    accepts("stageVariableValue", &["https://a.b:1/x?y=z&k=1,2#f~_-"]);
    refuses("stageVariableValue", &[("a b", 1), ("", 0)]);
    refuses("modelName", &[("", 0), ("my_model", 2)]);
    refuses("apiKeyValue", &[("short", 5), (&"x".repeat(129), 128)]);
    accepts("apiStage", &["abc123:prod"]);
    refuses("apiStage", &[("abc123", 6), (":x", 0), ("a:", 2)]);
    accepts("authorizationType", &["none", "CUSTOM"]);
    accepts("minimumCompressionSize", &["", "0", "10485760"]);
    refuses("minimumCompressionSize", &[("test", 0), ("-1", 0)]);
    accepts(
        "javaRegex",
        &[
            "",
            ".*",
            "2\\d{2}",
            "^5.*",
            "[]a]",
            "[^]]",
            "a]b}",
            "\\Qa(\\E",
            "(?i)x",
            "(?<n>x)",
            "(?<!a)b",
            "[a-z&&[^b]]",
            "[[:alpha:]]",
            "a??",
            "a{2,}+",
            "\\p{L}+",
            "(?x) [ # (",
            "\\{x}",
            "^*",
            "a{2}{3}",
            "[+--]",
            "\\c(",
            "\\x{41}",
        ],
    );
    refuses(
        "javaRegex",
        &[
            ("(a", 0),
            ("a)", 1),
            ("[a", 0),
            ("*a", 0),
            ("a**", 2),
            ("(+)", 1),
            ("[z-a]", 2),
            ("a{3,2}", 1),
            ("a\\", 1),
            ("{x}", 0),
            ("a|*", 2),
            ("(?P<n>x)", 2),
            ("[]", 0),
        ],
    );
}

#[test]
fn patch_paths() {
    accepts("jsonPointer", &["/", "/requestTemplates/application~1json", "/*/*/logging/loglevel", "/~01", "/~2"]);
    refuses("jsonPointer", &[("enabled", 0), ("", 0)]);
}
