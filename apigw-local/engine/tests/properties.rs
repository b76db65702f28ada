//! Properties: whatever is rendered, rendering ends, and without a panic.

use apigw_engine::{MappingTemplate, TemplateInput};
use proptest::prelude::*;

/// Pieces that templates are made of, whole and half.
const PIECES: &[&str] = &[
    "$a.put($a, 1)",
    "{}",
    "$b",
    "#set($b = {})",
    "$a.removeAll($a)",
    "$a.add($b)",
    "$",
    "#",
    "\\",
    "$a",
    "${a",
    "}",
    "$!a",
    "$a.b",
    ".size()",
    "[0]",
    "[-1]",
    "(",
    ")",
    "[",
    "]",
    "{",
    "\"",
    "'",
    "#set($a = ",
    "#if(",
    "#else",
    "#end",
    "#foreach($i in ",
    "[1..3]",
    "#define($a)",
    "#macro(a)",
    "#break",
    "#stop",
    "##",
    "#*",
    "*#",
    "#[[",
    "]]#",
    " ",
    "\n",
    "1",
    "-1.5e3",
    " + ",
    " == ",
    "$input.path('$..a')",
    "$util.parseJson(",
    "$a.put('a', $a)",
    "$a.add($a)",
    "é😀",
];

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, ..ProptestConfig::default() })]

    #[test]
    fn rendering_never_panics(picks in prop::collection::vec(0..PIECES.len(), 0..40), body in "[\\[\\]{}a:,1\"'. -]{0,24}") {
        let template: String = picks.iter().map(|pick| PIECES[*pick]).collect();
        if let Ok(parsed) = MappingTemplate::parse(&template) {
            let _ = parsed.render(&TemplateInput::from(body.as_str()));
        }
    }

    #[test]
    fn any_text_is_read(template in ".{0,80}", path in "[$@.\\[\\]()?*'a0:,&|=<> -]{0,24}") {
        let _ = MappingTemplate::parse(&template);
        let quoted = format!("$input.json('{}')", path.replace('\'', "''"));
        if let Ok(parsed) = MappingTemplate::parse(&quoted) {
            let _ = parsed.render(&TemplateInput::from("{\"a\": [1, {\"a\": 2}]}"));
        }
    }
}
