//! The search for names that clash in generated code.

use apigw_tests::clashes::clashes;

fn found(code: &str) -> Vec<String> {
    clashes(code.parse().expect("tokens"))
}

#[test]
fn every_kind_of_clash_is_found() {
    assert_eq!(found("struct A { pub a: B<C, D>, pub b: u8 } mod a { struct A; } impl A { fn x() {} }"), [""; 0]);
    assert_eq!(found("struct A; enum A { X }"), ["type `A` in ``"]);
    assert_eq!(found("mod m { static X: u8 = 1; const X: u8 = 2; }"), ["value `X` in `::m`"]);
    assert_eq!(found("struct A { pub a: B<C, D>, #[doc = \"x\"] pub a: u8 }"), ["field `a` in `::A`"]);
    assert_eq!(found("enum A { #[doc = \"x\"] X(u8), Y, X }"), ["variant `X` in `::A`"]);
    let methods =
        "impl<S> Builder<S, Unset> { fn a(self) {} } impl<S: B<X>> Builder<Unset, S> where S: T { fn a() {} }";
    assert_eq!(found(methods), ["method of Builder `a` in ``"]);
    assert_eq!(found("impl T for A { fn a() {} } impl U for A { fn a() {} }"), [""; 0]);
}
