//! Each operator, with the key there, missing, and with many values.

use super::{super::context::Context, *};

fn holds(operator: &str, wanted: &[&str], have: Option<&[&str]>) -> bool {
    let parsed = Operator::named(operator).unwrap_or_else(|| panic!("{operator}"));
    let values = wanted.iter().map(|value| (*value).to_owned()).collect();
    let condition = Condition::new(operator, parsed, "k:key", values, true);
    let mut context = Context::of([("aws:username", "kim")]);
    if let Some(have) = have {
        context.add("K:Key", have.iter().map(|value| (*value).to_owned()).collect());
    }
    condition.holds(&context)
}

fn one(operator: &str, wanted: &str, have: &str) -> bool {
    holds(operator, &[wanted], Some(&[have]))
}

#[test]
fn every_operator_compares_as_its_name_says() {
    let table = [
        ("StringEquals", "a*", "a*", true),
        ("StringEquals", "a*", "ab", false),
        ("StringEquals", "a", "A", false),
        ("StringEqualsIgnoreCase", "a", "A", true),
        ("StringNotEqualsIgnoreCase", "a", "A", false),
        ("StringLike", "a*", "ab", true),
        ("StringLike", "a?", "ab", true),
        ("StringNotLike", "a*", "ab", false),
        ("stringlike", "home/${aws:username}/*", "home/kim/x", true),
        ("NumericEquals", "10", "10.0", true),
        ("NumericNotEquals", "10", "11", true),
        ("NumericLessThan", "10", "9", true),
        ("NumericLessThan", "10", "10", false),
        ("NumericLessThanEquals", "10", "10", true),
        ("NumericGreaterThan", "10", "100", true),
        ("NumericGreaterThanEquals", "10", "9", false),
        ("NumericEquals", "10", "ten", false),
        ("DateLessThan", "2026-02-01T00:00:00Z", "2026-01-01T00:00:00Z", true),
        ("DateGreaterThan", "1767225600", "2026-01-01T00:00:01Z", true),
        ("DateEquals", "2026-01-01", "1767225600", true),
        ("DateNotEquals", "2026-01-01", "1767225600", false),
        ("Bool", "true", "TRUE", true),
        ("Bool", "true", "false", false),
        ("BinaryEquals", "QmluYXJ5VmFsdWU=", "QmluYXJ5VmFsdWU=", true),
        ("BinaryEquals", "QQ==", "QmluYXJ5VmFsdWU=", false),
        ("IpAddress", "203.0.113.0/24", "203.0.113.200", true),
        ("IpAddress", "198.51.100.7", "198.51.100.8", false),
        ("IpAddress", "0.0.0.0/0", "8.8.8.8", true),
        ("IpAddress", "2001:DB8:1234:5678::/64", "2001:db8:1234:5678::1", true),
        ("IpAddress", "2001:DB8::/32", "203.0.113.1", false),
        ("IpAddress", "203.0.113.0/33", "203.0.113.1", false),
        ("NotIpAddress", "10.0.0.0/8", "11.0.0.1", true),
        ("NotIpAddress", "10.0.0.0/8", "10.200.3.4", false),
        ("ArnEquals", "arn:aws:iam::*:role/*", "arn:aws:iam::123456789012:role/a/b", true),
        ("ArnLike", "arn:aws:iam::*:role/${aws:username}", "arn:aws:iam::123456789012:role/kim", true),
        ("ArnNotLike", "arn:aws:iam::*:role/*", "arn:aws:iam::123456789012:role/a/b", false),
        ("ArnNotEquals", "arn:aws:iam::*:role/*", "arn:aws:iam::123456789012:user/a", true),
    ];
    for (operator, wanted, have, expected) in table {
        assert_eq!(one(operator, wanted, have), expected, "{operator} {wanted} {have}");
    }
}

#[test]
fn one_of_several_values_is_enough_and_for_a_negated_operator_none_may_fit() {
    assert!(holds("StringEquals", &["a", "b"], Some(&["b"])));
    assert!(!holds("StringNotEquals", &["a", "b"], Some(&["b"])));
    assert!(holds("StringNotEquals", &["a", "b"], Some(&["c"])));
}

#[test]
fn a_missing_key_fails_a_positive_operator_and_passes_a_negated_one() {
    for name in ["StringEquals", "StringLike", "NumericLessThan", "DateGreaterThan", "Bool", "BinaryEquals", "IpAddress", "ArnLike"] {
        assert!(!holds(name, &["1"], None), "{name}");
        assert!(holds(&format!("{name}IfExists"), &["1"], None), "{name}IfExists");
    }
    for name in ["StringNotEquals", "StringNotLike", "NumericNotEquals", "DateNotEquals", "NotIpAddress", "ArnNotEquals", "ArnNotLike"] {
        assert!(holds(name, &["1"], None), "{name}");
    }
}

#[test]
fn if_exists_changes_nothing_where_the_key_is_there() {
    assert!(!one("StringEqualsIfExists", "a", "b"));
    assert!(one("StringEqualsIfExists", "a", "a"));
    assert!(!one("StringNotEqualsIfExists", "a", "a"));
}

#[test]
fn null_asks_whether_the_key_is_missing() {
    assert!(holds("Null", &["true"], None));
    assert!(!holds("Null", &["true"], Some(&["a"])));
    assert!(holds("Null", &["false"], Some(&["a"])));
    assert!(!holds("Null", &["false"], None));
    assert!(holds("Null", &["true"], Some(&[])));
}

#[test]
fn for_all_values_holds_when_each_value_fits_or_there_is_none() {
    let all_of_a_and_b = |have| holds("ForAllValues:StringEquals", &["a", "b"], have);
    assert!(all_of_a_and_b(Some(&["a", "b"])));
    assert!(all_of_a_and_b(Some(&["a"])));
    assert!(!all_of_a_and_b(Some(&["a", "c"])));
    assert!(all_of_a_and_b(Some(&[])));
    assert!(all_of_a_and_b(None));
    assert!(!holds("ForAllValues:StringNotEquals", &["a"], Some(&["a", "c"])));
    assert!(holds("ForAllValues:StringNotEquals", &["a"], Some(&["b", "c"])));
}

#[test]
fn for_any_value_needs_one_that_fits() {
    assert!(holds("ForAnyValue:StringEquals", &["a"], Some(&["x", "a"])));
    assert!(!holds("ForAnyValue:StringEquals", &["a"], Some(&["x"])));
    assert!(!holds("ForAnyValue:StringEquals", &["a"], None));
    assert!(holds("ForAnyValue:StringNotEquals", &["a"], Some(&["a", "c"])));
    assert!(!holds("ForAnyValue:StringNotEquals", &["a"], Some(&["a"])));
    assert!(!holds("ForAnyValue:StringNotEquals", &["a"], None));
}

#[test]
fn a_variable_without_a_value_equals_nothing() {
    assert!(!one("StringEquals", "${aws:PrincipalTag/Team}", ""));
    assert!(!one("StringLike", "${aws:PrincipalTag/Team}*", "x"));
    assert!(one("StringNotEquals", "${aws:PrincipalTag/Team}", "x"));
}

#[test]
fn what_is_no_operator_is_none() {
    for name in ["", "StringEqual", "NullIfExists", "ForSomeValues:StringEquals", "IfExists", "ForAllValues:", "가IfExists"] {
        assert!(Operator::named(name).is_none(), "{name}");
    }
}
