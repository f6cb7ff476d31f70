//! What S3 takes as CORS rules, and which rule answers.

use serde_json::{Value, json};

use super::{super::list::bench::Bench, *};

fn put(bench: &mut Bench, rules: &Value) -> Result<Value, ApiError> {
    bench.call("PutBucketCors", json!({"CORSConfiguration": {"CORSRules": rules}}))
}

fn refused(rule: &Value) -> (String, String) {
    let error = put(&mut Bench::new(), &json!([rule])).unwrap_err();
    (error.code.into_owned(), error.message)
}

#[test]
fn rules_read_back_as_given_until_they_are_deleted() {
    let mut bench = Bench::new();
    let error = bench.call("GetBucketCors", json!({})).unwrap_err();
    assert_eq!((&*error.code, &*error.message), ("NoSuchCORSConfiguration", "The CORS configuration does not exist"));
    let rules = json!([{"AllowedMethods": ["GET"], "AllowedOrigins": ["*"], "MaxAgeSeconds": 3000, "ID": "r"}]);
    put(&mut bench, &rules).unwrap();
    assert_eq!(bench.ok("GetBucketCors", json!({})), json!({"CORSRules": rules}));
    for _ in 0..2 {
        bench.ok("DeleteBucketCors", json!({}));
        assert_eq!(bench.refused("GetBucketCors", json!({})), "NoSuchCORSConfiguration");
    }
}

#[test]
fn only_five_methods_may_be_allowed() {
    let words = |method: &str| format!("Found unsupported HTTP method in CORS config. Unsupported method is {method}");
    for method in ["PATCH", "OPTIONS", "get", "*"] {
        let rule = json!({"AllowedMethods": ["GET", method], "AllowedOrigins": ["*"]});
        assert_eq!(refused(&rule), ("InvalidRequest".to_owned(), words(method)));
    }
    for method in METHODS {
        put(&mut Bench::new(), &json!([{"AllowedMethods": [method], "AllowedOrigins": ["*"]}])).unwrap();
    }
}

#[test]
fn an_origin_and_a_header_have_one_wildcard_at_most_and_an_exposed_header_none() {
    let rule = |origin: &str, header: &str, exposed: &str| json!({"AllowedMethods": ["GET"], "AllowedOrigins": [origin], "AllowedHeaders": [header], "ExposeHeaders": [exposed]});
    put(&mut Bench::new(), &json!([rule("http://*.example.com", "x-amz-*", "ETag")])).unwrap();
    let cases = [
        (rule("http://*.*", "*", "ETag"), "AllowedOrigin \"http://*.*\" can not have more than one wildcard."),
        (rule("*", "x-*-*", "ETag"), "AllowedHeader \"x-*-*\" can not have more than one wildcard."),
        (rule("*", "*", "x-*"), "ExposeHeader \"x-*\" contains wildcard. We currently do not support wildcard for ExposeHeader."),
    ];
    for (rule, words) in cases {
        assert_eq!(refused(&rule), ("InvalidRequest".to_owned(), words.to_owned()));
    }
}

#[test]
fn a_configuration_has_one_to_a_hundred_rules_each_with_methods_and_origins() {
    let rule = json!({"AllowedMethods": ["GET"], "AllowedOrigins": ["*"]});
    put(&mut Bench::new(), &Value::Array(vec![rule.clone(); 100])).unwrap();
    let malformed = [
        json!([]),
        Value::Array(vec![rule; 101]),
        json!([{"AllowedMethods": [], "AllowedOrigins": ["*"]}]),
        json!([{"AllowedMethods": ["GET"], "AllowedOrigins": []}]),
        json!([{"AllowedMethods": ["GET"], "AllowedOrigins": ["*"], "ID": "i".repeat(256)}]),
    ];
    for rules in malformed {
        assert_eq!(put(&mut Bench::new(), &rules).unwrap_err().code, "MalformedXML");
    }
}

fn configuration() -> CorsConfiguration {
    serde_json::from_value(json!({"CORSRules": [
        {"ID": "app", "AllowedMethods": ["GET", "PUT"], "AllowedOrigins": ["https://app.example.com", "https://*.test"],
         "AllowedHeaders": ["x-amz-*", "content-type"], "ExposeHeaders": ["ETag", "x-amz-id-2"], "MaxAgeSeconds": 600},
        {"AllowedMethods": ["GET"], "AllowedOrigins": ["*"]},
    ]}))
    .unwrap()
}

fn rule(origin: &str, method: &str, headers: &[&str]) -> Option<usize> {
    let headers = headers.iter().map(|header| (*header).to_owned()).collect();
    let asked = Preflight { origin: origin.to_owned(), method: method.to_owned(), headers };
    configuration().answer(&asked).map(|answer| answer.rule)
}

#[test]
fn the_first_rule_that_fits_origin_method_and_every_header_answers() {
    assert_eq!(rule("https://app.example.com", "PUT", &["Content-Type", "X-Amz-Date"]), Some(0));
    assert_eq!(rule("https://a.b.test", "PUT", &[]), Some(0));
    assert_eq!(rule("https://app.example.com", "GET", &[]), Some(0), "both fit, the first answers");
    assert_eq!(rule("https://app.example.com", "GET", &["authorization"]), None, "the second allows no header at all");
    assert_eq!(rule("https://elsewhere.com", "GET", &[]), Some(1));
    assert_eq!(rule("https://elsewhere.com", "PUT", &[]), None);
    assert_eq!(rule("http://app.example.com", "PUT", &[]), None, "another scheme is another origin");
    assert_eq!(rule("https://app.example.com:8443", "PUT", &[]), None, "another port is another origin");
    assert_eq!(rule("https://app.example.com", "DELETE", &[]), None);
}

#[test]
fn an_answer_names_the_origin_that_asked_unless_any_may() {
    let ask = |origin: &str| {
        let asked = Preflight { origin: origin.to_owned(), method: "GET".to_owned(), headers: vec![] };
        configuration().answer(&asked).unwrap()
    };
    let own = ask("https://x.test");
    assert_eq!((own.allow_origin.as_str(), own.allow_credentials), ("https://x.test", true));
    assert_eq!((own.allow_methods.as_str(), own.max_age_secs), ("GET, PUT", Some(600)));
    assert_eq!(own.expose_headers.as_deref(), Some("ETag, x-amz-id-2"));
    let any = ask("https://elsewhere.com");
    assert_eq!((any.allow_origin.as_str(), any.allow_credentials, any.allow_headers), ("*", false, None));
}
