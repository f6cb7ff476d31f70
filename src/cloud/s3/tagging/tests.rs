//! The rules of object tags.

use serde_json::{Value, json};

use super::{super::list::bench::Bench, parse_header};

fn tags(pairs: &[(&str, &str)]) -> Value {
    let set: Vec<Value> = pairs.iter().map(|(key, value)| json!({"Key": key, "Value": value})).collect();
    json!({"Key": "k", "Tagging": {"TagSet": set}})
}

#[test]
fn a_put_replaces_all_tags_and_a_delete_removes_them() {
    let mut bench = Bench::new();
    bench.ok("PutObject", json!({"Key": "k", "Tagging": "old=1"}));
    assert_eq!(bench.ok("PutObjectTagging", tags(&[("b", "2"), ("a", "")])), json!({}));
    let expected = json!({"TagSet": [{"Key": "a", "Value": ""}, {"Key": "b", "Value": "2"}]});
    assert_eq!(bench.ok("GetObjectTagging", json!({"Key": "k"})), expected);
    bench.ok("DeleteObjectTagging", json!({"Key": "k"}));
    assert_eq!(bench.ok("GetObjectTagging", json!({"Key": "k"})), json!({"TagSet": []}));
}

#[test]
fn each_version_has_tags_of_its_own() {
    let mut bench = Bench::versioned();
    let first = bench.put("k", 1)["VersionId"].clone();
    let second = bench.put("k", 2)["VersionId"].clone();
    let mut old = tags(&[("age", "old")]);
    old["VersionId"] = first.clone();
    assert_eq!(bench.ok("PutObjectTagging", old)["VersionId"], first);
    let current = bench.ok("GetObjectTagging", json!({"Key": "k"}));
    assert_eq!((&current["VersionId"], &current["TagSet"]), (&second, &json!([])));
    assert_eq!(bench.ok("GetObjectTagging", json!({"Key": "k", "VersionId": first}))["TagSet"][0]["Value"], "old");
}

#[test]
fn a_delete_marker_has_no_tags_named_or_not() {
    let mut bench = Bench::versioned();
    bench.put("k", 1);
    let marker = bench.ok("DeleteObject", json!({"Key": "k"}))["VersionId"].clone();
    for mut params in [json!({"Key": "k"}), json!({"Key": "k", "VersionId": marker})] {
        assert_eq!(bench.refused("GetObjectTagging", params.clone()), "MethodNotAllowed");
        assert_eq!(bench.refused("DeleteObjectTagging", params.clone()), "MethodNotAllowed");
        params["Tagging"] = json!({"TagSet": []});
        assert_eq!(bench.refused("PutObjectTagging", params), "MethodNotAllowed");
    }
    assert_eq!(bench.refused("GetObjectTagging", json!({"Key": "missing"})), "NoSuchKey");
}

#[test]
fn tags_are_at_most_ten_with_keys_of_128_and_values_of_256_characters() {
    let mut bench = Bench::new();
    bench.put("k", 1);
    let many: Vec<String> = (0..11).map(|n| n.to_string()).collect();
    let pairs: Vec<(&str, &str)> = many.iter().map(|key| (key.as_str(), "")).collect();
    bench.ok("PutObjectTagging", tags(&pairs[..10]));
    assert_eq!(bench.refused("PutObjectTagging", tags(&pairs)), "BadRequest");
    bench.ok("PutObjectTagging", tags(&[(&"키".repeat(128), &"v".repeat(256))]));
    let cases = [
        (tags(&[(&"k".repeat(129), "v")]), "The TagKey you have provided is invalid"),
        (tags(&[("k", &"v".repeat(257))]), "The TagValue you have provided is invalid"),
        (tags(&[("k", "1"), ("k", "2")]), "Cannot provide multiple Tags with the same key"),
        (tags(&[("k!", "v")]), "The TagKey you have provided is invalid"),
        (tags(&[("k", "v#")]), "The TagValue you have provided is invalid"),
        (tags(&[("aws:k", "v")]), "Your TagKey cannot be prefixed with aws:"),
    ];
    for (params, message) in cases {
        let error = bench.call("PutObjectTagging", params).unwrap_err();
        assert_eq!((&*error.code, &*error.message), ("InvalidTag", message));
    }
}

#[test]
fn the_tagging_header_is_an_url_encoded_query() {
    let tags = parse_header("a=1&b+c=%ED%95%9C%2B&d=").unwrap();
    let pairs: Vec<(&str, &str)> = tags.iter().map(|(key, value)| (key.as_str(), value.as_str())).collect();
    assert_eq!(pairs, [("a", "1"), ("b c", "한+"), ("d", "")]);
    assert!(parse_header("").unwrap().is_empty());
    for bad in ["a=1&a=2", "a=%FF", "a=<b>"] {
        assert_eq!(parse_header(bad).unwrap_err().code, "InvalidArgument", "{bad}");
    }
    let many: Vec<String> = (0..11).map(|n| format!("k{n}=v")).collect();
    assert_eq!(parse_header(&many.join("&")).unwrap_err().code, "BadRequest");
}

#[test]
fn a_tag_put_later_makes_a_lifecycle_rule_apply() {
    let mut bench = Bench::new();
    bench.put("k", 1);
    let rule = json!({"ID": "drop", "Status": "Enabled", "Filter": {"Tag": {"Key": "temp", "Value": "yes"}}, "Expiration": {"Days": 1}});
    bench.ok("PutBucketLifecycleConfiguration", json!({"LifecycleConfiguration": {"Rules": [rule]}}));
    bench.advance_days(10);
    bench.ok("HeadObject", json!({"Key": "k"}));
    bench.ok("PutObjectTagging", tags(&[("temp", "yes")]));
    bench.advance_days(1);
    assert_eq!(bench.refused("HeadObject", json!({"Key": "k"})), "404");
}

#[test]
fn putting_tags_costs_a_put_reading_them_a_get_and_removing_them_nothing() {
    let mut bench = Bench::new();
    bench.put("k", 1);
    bench.ok("PutObjectTagging", tags(&[("a", "1")]));
    bench.ok("GetObjectTagging", json!({"Key": "k"}));
    bench.ok("DeleteObjectTagging", json!({"Key": "k"}));
    assert_eq!((bench.used("Requests-Tier1"), bench.used("Requests-Tier2")), (2, 1));
}
