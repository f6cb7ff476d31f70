//! Event patterns: what each matches, and how a bad one is refused.

use serde_json::{Value, json};

use super::Pattern;

fn event() -> Value {
    json!({
        "source": "aws.s3", "detail-type": "Object Created", "resources": ["arn:aws:s3:::a", "arn:aws:s3:::b"],
        "detail": {
            "bucket": {"name": "photos"}, "object": {"key": "in/Cat.JPG", "size": 300, "etag": null, "note": ""},
            "source-ip-address": "10.1.2.3", "tags": [], "ratio": 3e2,
            "people": [{"name": "kim", "role": "author"}, {"name": "lee", "role": "editor"}],
        },
    })
}

#[track_caller]
fn check(pattern: &Value, matches: bool) {
    let read = Pattern::parse(&pattern.to_string()).unwrap_or_else(|why| panic!("{pattern}: {why}"));
    assert_eq!(read.matches(&event()), matches, "{pattern}");
}

#[test]
fn all_named_fields_must_match_and_one_alternative_of_each() {
    check(&json!({"source": ["aws.s3"]}), true);
    check(&json!({"source": ["aws.ec2", "aws.s3"], "detail": {"bucket": {"name": ["photos"]}}}), true);
    check(&json!({"source": ["aws.s3"], "detail": {"bucket": {"name": ["logs"]}}}), false);
    check(&json!({"Source": ["aws.s3"]}), false);
    check(&json!({"source": ["AWS.S3"]}), false);
    check(&json!({"nothing": ["x"]}), false);
}

#[test]
fn numbers_compare_by_value_and_never_with_text() {
    for alternative in [json!(300), json!(300.0), json!(3e2)] {
        check(&json!({"detail": {"object": {"size": [alternative]}, "ratio": [alternative]}}), true);
    }
    check(&json!({"detail": {"object": {"size": ["300"]}}}), false);
}

#[test]
fn null_is_null_and_the_empty_text_the_empty_text() {
    let object = |name: &str, alternative: Value| json!({"detail": {"object": {name: [alternative]}}});
    check(&object("etag", json!(null)), true);
    check(&object("etag", json!("")), false);
    check(&object("note", json!("")), true);
    check(&object("note", json!(null)), false);
}

#[test]
fn texts_match_by_beginning_end_case_and_stars() {
    for (op, matches) in [
        (json!({"prefix": "in/"}), true),
        (json!({"prefix": ""}), true),
        (json!({"prefix": "IN/"}), false),
        (json!({"prefix": {"equals-ignore-case": "IN/"}}), true),
        (json!({"suffix": ".jpg"}), false),
        (json!({"suffix": {"equals-ignore-case": ".jpg"}}), true),
        (json!({"equals-ignore-case": "IN/CAT.jpg"}), true),
        (json!({"wildcard": "in/*.JPG"}), true),
        (json!({"wildcard": "*/C*t.*"}), true),
        (json!({"wildcard": "in/*.JPG*x"}), false),
        (json!({"wildcard": "in/\\*"}), false),
        (json!({"wildcard": "in/Cat.JPG*"}), true),
    ] {
        check(&json!({"detail": {"object": {"key": [op]}}}), matches);
    }
    check(&json!({"detail": {"object": {"size": [{"prefix": ""}]}}}), false);
}

#[test]
fn anything_but_needs_the_field_and_lets_other_types_pass() {
    for (name, but, matches) in [
        ("key", json!("in/Cat.JPG"), false),
        ("key", json!(["a", "b"]), true),
        ("key", json!({"prefix": "in/"}), false),
        ("key", json!({"suffix": [".png", ".JPG"]}), false),
        ("key", json!({"wildcard": "*.png"}), true),
        ("key", json!({"equals-ignore-case": "in/cat.jpg"}), false),
        ("size", json!(300), false),
        ("size", json!([1, 2]), true),
        ("size", json!("300"), true),
        ("etag", json!("x"), true),
        ("missing", json!("x"), false),
    ] {
        check(&json!({"detail": {"object": {name: [{"anything-but": but}]}}}), matches);
    }
    check(&json!({"resources": [{"anything-but": "arn:aws:s3:::a"}]}), true);
}

#[test]
fn numeric_ranges_hold_their_bounds() {
    for (range, matches) in [
        (json!(["=", 300]), true),
        (json!([">", 300]), false),
        (json!([">=", 300]), true),
        (json!(["<", 300.5]), true),
        (json!([">", 0, "<=", 300]), true),
        (json!([">", 300, "<", 400]), false),
    ] {
        check(&json!({"detail": {"object": {"size": [{"numeric": range}]}}}), matches);
    }
    check(&json!({"detail": {"object": {"key": [{"numeric": [">", 0]}]}}}), false);
}

#[test]
fn exists_is_about_leaves() {
    for (detail, matches) in [
        (json!({"object": {"size": [{"exists": true}]}}), true),
        (json!({"object": {"etag": [{"exists": true}], "note": [{"exists": true}]}}), true),
        (json!({"object": {"missing": [{"exists": false}]}}), true),
        (json!({"object": {"size": [{"exists": false}]}}), false),
        (json!({"object": [{"exists": true}]}), false),
        (json!({"object": [{"exists": false}]}), true),
        (json!({"tags": [{"exists": true}]}), false),
        (json!({"nothing": {"at": {"all": [{"exists": false}]}}}), true),
        (json!({"people": {"role": [{"exists": false}]}}), false),
    ] {
        check(&json!({"detail": detail}), matches);
    }
}

#[test]
fn addresses_match_by_range() {
    for (range, matches) in
        [("10.0.0.0/8", true), ("10.1.2.3/32", true), ("10.2.0.0/16", false), ("0.0.0.0/0", true), ("2001:db8::/32", false)]
    {
        check(&json!({"detail": {"source-ip-address": [{"cidr": range}]}}), matches);
    }
}

#[test]
fn one_of_several_objects_is_enough_beside_other_fields() {
    let or = json!([{"detail": {"bucket": {"name": ["logs"]}}}, {"detail": {"object": {"size": [{"numeric": [">", 100]}]}}}]);
    check(&json!({"$or": or}), true);
    check(&json!({"$or": or, "source": ["aws.ec2"]}), false);
    check(&json!({"detail": {"$or": [{"bucket": {"name": ["x"]}}, {"$or": [{"ratio": [1]}, {"ratio": [300]}]}]}}), true);
}

#[test]
fn fields_under_an_array_are_of_one_element() {
    check(&json!({"detail": {"people": {"name": ["kim"], "role": ["author"]}}}), true);
    check(&json!({"detail": {"people": {"name": ["kim"], "role": ["editor"]}}}), false);
    check(&json!({"resources": ["arn:aws:s3:::b"]}), true);
}

#[test]
fn a_dotted_name_is_the_same_as_nesting() {
    check(&json!({"detail.bucket.name": ["photos"], "detail": {"object": {"size": [300]}}}), true);
    let pattern = Pattern::parse(r#"{"a": {"b": [1]}}"#).unwrap();
    assert!(pattern.matches(&json!({"a.b": 1})) && !pattern.matches(&json!({"a.c": 1})));
}

#[test]
fn a_pattern_that_is_none_is_refused_in_awss_words() {
    for (pattern, why) in [
        ("[]", "Filter is not an object"),
        ("{}", "Empty objects are not allowed"),
        (r#"{"a": "b"}"#, "\"a\" must be an object or an array"),
        (r#"{"a": []}"#, "Empty arrays are not allowed"),
        (r#"{"a": {}}"#, "Empty objects are not allowed"),
        (r#"{"a": [[1]]}"#, "Match value must be String, number, true, false, or null"),
        (r#"{"a": [{}]}"#, "Match expression name not found"),
        (r#"{"a": [{"like": "b"}]}"#, "Unrecognized match type like"),
        (r#"{"a": [{"prefix": 1}]}"#, "prefix match pattern must be a string"),
        (r#"{"a": [{"prefix": "b", "suffix": "c"}]}"#, "Only one key allowed in match expression"),
        (r#"{"a": [{"numeric": ">"}]}"#, "Value of numeric must be an array."),
        (r#"{"a": [{"numeric": ["<", "b"]}]}"#, "Value of < must be numeric"),
        (r#"{"a": [{"numeric": [">", 1, ">", 2]}]}"#, "Bad numeric range operator: >"),
        (r#"{"a": [{"numeric": ["~", 1]}]}"#, "Unrecognized numeric range operator: ~"),
        (
            r#"{"a": [{"anything-but": [1, "b"]}]}"#,
            "Inside anything but list, either all values are number or string, mixed type is not supported",
        ),
        (r#"{"a": [{"anything-but": [null]}]}"#, "Inside anything but list, start|null|boolean is not supported."),
        (r#"{"a": [{"anything-but": {"prefix": ""}}]}"#, "Null prefix/suffix not allowed"),
        (r#"{"a": [{"anything-but": {"numeric": 1}}]}"#, "Unsupported anything-but pattern: numeric"),
        (r#"{"a": [{"exists": "yes"}]}"#, "exists match pattern must be either true or false."),
        (r#"{"a": [{"cidr": "10.0.0.0"}]}"#, "Malformed CIDR, one '/' required"),
        (r#"{"a": [{"cidr": "10.0.0.0/x"}]}"#, "Malformed CIDR, mask bits must be an integer"),
        (r#"{"a": [{"cidr": "10.0.0/8"}]}"#, "Nonstandard IP address: 10.0.0"),
        (r#"{"a": [{"wildcard": "b**"}]}"#, "Consecutive wildcard characters at pos 2"),
        (r#"{"$or": [{"a": [1]}]}"#, "There must have at least 2 Objects in $or relationship."),
        (r#"{"$or": [{"prefix": ["a"]}, {"b": [1]}]}"#, "prefix is Ruler reserved fieldName which cannot be used inside $or."),
    ] {
        assert_eq!(Pattern::parse(pattern).unwrap_err(), why, "{pattern}");
    }
    assert!(Pattern::parse("not json").is_err() && Pattern::parse(&"[".repeat(10_000)).is_err());
}
