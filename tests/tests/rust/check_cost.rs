//! Judging a sound request allocates nothing.

#[path = "../../benches/check_cost/typical.rs"]
mod typical;

#[test]
fn sound_requests_are_judged_without_an_allocation() {
    for typical::Typical { name, request } in typical::requests() {
        let mut findings = Vec::new();
        let counted = allocation_counter::measure(|| findings = request.violations());
        assert!(findings.is_empty(), "{name}: {findings:?}");
        assert_eq!(counted.count_total, 0, "{name} allocates {} bytes", counted.bytes_total);
    }
}
