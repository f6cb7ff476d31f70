//! What a browser gets for a URL: public objects, signed ones, questions of other origins.

use serde_json::{Value, json};

use super::{super::list::bench::Bench, *};
use crate::{
    Request,
    body::Body,
    ident::{AccountId, Region},
};

const OBJECT: &str = "https://lab.s3.us-east-1.amazonaws.com/docs/a%20b.txt";

fn bench() -> Bench {
    let mut bench = Bench::new();
    bench.ok("PutObject", json!({"Key": "docs/a b.txt", "Body": Body::new("hello".as_bytes()), "ContentType": "text/plain"}));
    bench
}

fn open_to_all(bench: &mut Bench) {
    bench.ok("DeletePublicAccessBlock", json!({}));
    let statement = json!({"Effect": "Allow", "Principal": "*", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::lab/*"});
    bench.ok("PutBucketPolicy", json!({"Policy": json!({"Statement": [statement]}).to_string()}));
}

fn ask(bench: &mut Bench, params: Value) -> Value {
    let origin = Origin { caller: Caller::Anonymous, region: Region::SEOUL };
    bench.world.call(&origin, Request::parse("s3", "OpenUrl", params).unwrap()).unwrap()
}

fn open(bench: &mut Bench, url: &str) -> Value {
    ask(bench, json!({"Url": url}))
}

fn error(answer: &Value) -> (u64, String, String) {
    let text = |member: &str| answer["Error"][member].as_str().unwrap_or_default().to_owned();
    (answer["Status"].as_u64().unwrap(), text("Code"), text("Message"))
}

fn denied(message: &str) -> (u64, String, String) {
    (403, "AccessDenied".to_owned(), message.to_owned())
}

fn signed(bench: &Bench, caller: &Caller, key: &str, expires_secs: i64) -> String {
    presigned(&bench.world, caller, &Presigned { bucket: "lab", key, region: Region::US_EAST_1, expires_secs })
}

#[test]
fn an_object_that_anybody_may_read_opens_and_another_does_not() {
    let mut bench = bench();
    assert_eq!(error(&open(&mut bench, OBJECT)), denied("Access Denied"));
    open_to_all(&mut bench);
    let answer = open(&mut bench, OBJECT);
    assert_eq!((answer["Status"].as_u64(), answer["Body"].as_str()), (Some(200), Some("hello")));
    assert_eq!(answer["Headers"]["content-type"], "text/plain");
    assert_eq!(open(&mut bench, "https://s3.us-east-1.amazonaws.com/lab/docs/a%20b.txt")["Status"], 200);
    assert_eq!(ask(&mut bench, json!({"Url": OBJECT, "Method": "HEAD"}))["Body"], Value::Null);
    assert_eq!(error(&open(&mut bench, "https://none.s3.us-east-1.amazonaws.com/k")).1, "NoSuchBucket");
}

#[test]
fn a_signed_url_opens_for_anybody_until_it_expires() {
    let mut bench = bench();
    let url = signed(&bench, &Caller::admin(AccountId::OWN), "docs/a b.txt", 3_600);
    assert!(url.starts_with(&format!("{OBJECT}?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=AKIA")), "{url}");
    assert_eq!(open(&mut bench, &url)["Body"], "hello");
    bench.world.run_until(bench.world.now().plus(3_599_000));
    assert_eq!(open(&mut bench, &url)["Status"], 200);
    bench.world.run_until(bench.world.now().plus(1_000));
    assert_eq!(error(&open(&mut bench, &url)), denied("Request has expired"));
}

#[test]
fn a_signed_url_has_its_signers_rights_when_it_is_opened() {
    let mut bench = bench();
    let partner = Caller::admin(AccountId::PARTNER);
    let url = signed(&bench, &partner, "docs/a b.txt", 3_600);
    assert_eq!(error(&open(&mut bench, &url)), denied("Access Denied"), "signing asks nobody, opening does");
    let statement =
        json!({"Effect": "Allow", "Principal": {"AWS": "111122223333"}, "Action": "s3:GetObject", "Resource": "arn:aws:s3:::lab/*"});
    bench.ok("PutBucketPolicy", json!({"Policy": json!({"Statement": [statement]}).to_string()}));
    assert_eq!(open(&mut bench, &url)["Status"], 200);
    bench.ok("DeleteBucketPolicy", json!({}));
    assert_eq!(open(&mut bench, &url)["Status"], 403);
}

#[test]
fn a_signed_url_that_was_changed_is_no_longer_signed() {
    let mut bench = bench();
    bench.ok("PutObject", json!({"Key": "secret"}));
    let url = signed(&bench, &Caller::admin(AccountId::OWN), "docs/a b.txt", 3_600);
    let changed = [
        url.replace("docs/a%20b.txt", "secret"),
        url.replace("X-Amz-Expires=3600", "X-Amz-Expires=7200"),
        format!("{url}&versionId=null"),
        url.replace("lab.s3.", "other.s3."),
    ];
    for url in changed {
        assert_eq!(error(&open(&mut bench, &url)).1, "SignatureDoesNotMatch", "{url}");
    }
    let (before, _) = url.split_once("&X-Amz-Signature").unwrap();
    assert_eq!(error(&open(&mut bench, before)).1, "AuthorizationQueryParametersError");
    let (head, tail) = url.split_once("AKIA").unwrap();
    assert_eq!(error(&open(&mut bench, &format!("{head}AKIAAAAAAAAAAAAAAAAA{}", &tail[16..]))).1, "InvalidAccessKeyId");
}

#[test]
fn a_signed_url_lives_a_week_at_most() {
    let mut bench = bench();
    let own = Caller::admin(AccountId::OWN);
    let week = signed(&bench, &own, "docs/a b.txt", 604_800);
    assert_eq!(open(&mut bench, &week)["Status"], 200);
    let longer = signed(&bench, &own, "docs/a b.txt", 604_801);
    assert_eq!(error(&open(&mut bench, &longer)).1, "AuthorizationQueryParametersError");
}

#[test]
fn a_url_signed_for_another_region_is_refused() {
    let mut bench = bench();
    let what = Presigned { bucket: "lab", key: "docs/a b.txt", region: Region::SEOUL, expires_secs: 60 };
    let url = presigned(&bench.world, &Caller::admin(AccountId::OWN), &what);
    let (status, code, message) = error(&open(&mut bench, &url));
    assert_eq!((status, code.as_str()), (400, "AuthorizationQueryParametersError"));
    assert!(message.ends_with("the region 'ap-northeast-2' is wrong; expecting 'us-east-1'"), "{message}");
}

#[test]
fn nobody_signs_nothing_and_gets_the_plain_url() {
    assert_eq!(signed(&bench(), &Caller::Anonymous, "docs/a b.txt", 60), OBJECT);
}

fn preflight(bench: &mut Bench, method: &str, headers: &[&str]) -> Value {
    let origin = "https://app.example.com";
    ask(bench, json!({"Url": OBJECT, "Method": "OPTIONS", "Origin": origin, "RequestMethod": method, "RequestHeaders": headers}))
}

#[test]
fn a_browsers_question_is_answered_by_the_first_rule_that_fits() {
    let mut bench = bench();
    assert_eq!(error(&preflight(&mut bench, "PUT", &[])).2, "CORSResponse: CORS is not enabled for this bucket.");
    let rule =
        json!({"ID": "app", "AllowedOrigins": ["https://app.example.com"], "AllowedMethods": ["PUT"], "AllowedHeaders": ["x-amz-*"]});
    bench.ok("PutBucketCors", json!({"CORSConfiguration": {"CORSRules": [rule]}}));
    let answer = preflight(&mut bench, "PUT", &["X-Amz-Date"]);
    assert_eq!((answer["Status"].as_u64(), answer["BrowserAllows"].as_bool()), (Some(200), Some(true)));
    assert_eq!(answer["Cors"]["RuleID"], "app");
    assert_eq!(answer["Headers"]["access-control-allow-headers"], "x-amz-date");
    for (method, headers) in [("GET", &[][..]), ("PUT", &["authorization"])] {
        let refused = preflight(&mut bench, method, headers);
        assert_eq!((refused["Status"].as_u64(), refused["Error"]["Code"].as_str()), (Some(403), Some("AccessForbidden")));
    }
    let no_origin = ask(&mut bench, json!({"Url": OBJECT, "Method": "OPTIONS", "RequestMethod": "PUT"}));
    assert_eq!(error(&no_origin).2, "Insufficient information. Origin request header needed.");
}

#[test]
fn cors_gives_no_right_and_without_it_a_browser_hides_what_it_got() {
    let mut bench = bench();
    let from_app = |bench: &mut Bench| ask(bench, json!({"Url": OBJECT, "Origin": "https://app.example.com"}));
    bench.ok("PutBucketCors", json!({"CORSConfiguration": {"CORSRules": [{"AllowedOrigins": ["*"], "AllowedMethods": ["GET"]}]}}));
    assert_eq!(from_app(&mut bench)["Status"], 403);
    open_to_all(&mut bench);
    let answer = from_app(&mut bench);
    assert_eq!((answer["Status"].as_u64(), answer["BrowserAllows"].as_bool()), (Some(200), Some(true)));
    assert_eq!(answer["Headers"]["access-control-allow-origin"], "*");
    bench.ok("DeleteBucketCors", json!({}));
    let hidden = from_app(&mut bench);
    assert_eq!((hidden["Status"].as_u64(), hidden["BrowserAllows"].as_bool()), (Some(200), Some(false)));
}

#[test]
fn a_websites_endpoint_answers_http_only() {
    let mut bench = bench();
    bench.ok("PutBucketWebsite", json!({"WebsiteConfiguration": {"IndexDocument": {"Suffix": "a b.txt"}}}));
    open_to_all(&mut bench);
    let page = open(&mut bench, "http://lab.s3-website-us-east-1.amazonaws.com/docs/");
    assert_eq!((page["Status"].as_u64(), page["Document"].as_str()), (Some(200), Some("docs/a b.txt")));
    let secure = open(&mut bench, "https://lab.s3-website-us-east-1.amazonaws.com/docs/");
    assert_eq!((secure.get("Status"), secure["Error"]["Code"].as_str()), (None, Some("ConnectionRefused")));
}

#[test]
fn a_bucket_opened_itself_lists_its_keys_to_whoever_may() {
    let mut bench = bench();
    assert_eq!(open(&mut bench, "https://lab.s3.us-east-1.amazonaws.com/")["Status"], 403);
    bench.ok("DeletePublicAccessBlock", json!({}));
    let statement = json!({"Effect": "Allow", "Principal": "*", "Action": "s3:ListBucket", "Resource": "arn:aws:s3:::lab"});
    bench.ok("PutBucketPolicy", json!({"Policy": json!({"Statement": [statement]}).to_string()}));
    assert_eq!(open(&mut bench, "https://lab.s3.us-east-1.amazonaws.com/?prefix=docs/")["Keys"], json!(["docs/a b.txt"]));
}
