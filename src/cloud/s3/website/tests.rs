//! What S3 takes as a website, and what its endpoint answers.

use serde_json::{Value, json};

use super::{super::list::bench::Bench, *};
use crate::{body::Body, ident::Region};

fn put(bench: &mut Bench, website: &Value) -> Result<Value, ApiError> {
    bench.call("PutBucketWebsite", json!({"WebsiteConfiguration": website}))
}

fn refused(website: &Value) -> (String, String) {
    let error = put(&mut Bench::new(), website).unwrap_err();
    (error.code.into_owned(), error.message)
}

/// A bucket whose objects everybody may read, and whose keys nobody may list.
fn site(website: &Value, keys: &[&str]) -> Bench {
    let mut bench = Bench::new();
    put(&mut bench, website).unwrap();
    bench.ok("DeletePublicAccessBlock", json!({}));
    bench.ok("PutBucketPolicy", json!({"Policy": policy(&["s3:GetObject"], "arn:aws:s3:::lab/*")}));
    for key in keys {
        bench.ok("PutObject", json!({"Key": key, "Body": Body::new(key.as_bytes())}));
    }
    bench
}

fn policy(actions: &[&str], resource: &str) -> String {
    json!({"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": "*", "Action": actions, "Resource": resource}]})
        .to_string()
}

fn get(bench: &mut Bench, path: &str) -> Page {
    serve(&mut bench.world, "lab", Region::US_EAST_1, path)
}

fn seen(bench: &mut Bench, path: &str) -> (u16, Option<String>) {
    let page = get(bench, path);
    (page.status, page.location.or(page.document))
}

fn sees(status: u16, what: &str) -> (u16, Option<String>) {
    (status, Some(what.to_owned()))
}

#[test]
fn a_website_reads_back_as_given_until_it_is_deleted() {
    let mut bench = Bench::new();
    let error = bench.call("GetBucketWebsite", json!({})).unwrap_err();
    assert_eq!(&*error.code, "NoSuchWebsiteConfiguration");
    assert_eq!(error.message, "The specified bucket does not have a website configuration");
    let website = json!({"IndexDocument": {"Suffix": "index.html"}, "ErrorDocument": {"Key": "error.html"},
                         "RoutingRules": [{"Condition": {"KeyPrefixEquals": "old/"}, "Redirect": {"ReplaceKeyPrefixWith": "new/"}}]});
    put(&mut bench, &website).unwrap();
    assert_eq!(bench.ok("GetBucketWebsite", json!({})), website);
    for _ in 0..2 {
        bench.ok("DeleteBucketWebsite", json!({}));
        assert_eq!(bench.refused("GetBucketWebsite", json!({})), "NoSuchWebsiteConfiguration");
    }
}

#[test]
fn what_is_no_website_is_refused_in_s3s_words() {
    let with = |more: Value| {
        let mut website = json!({"IndexDocument": {"Suffix": "index.html"}});
        website.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        website
    };
    let rule = |rule: Value| with(json!({"RoutingRules": [rule]}));
    let protocol = "Invalid protocol, protocol can be http or https. If not defined the protocol will be selected automatically.";
    let cases = [
        (json!({}), "InvalidArgument", "A value for IndexDocument Suffix must be provided if RedirectAllRequestsTo is empty"),
        (json!({"IndexDocument": {"Suffix": ""}}), "InvalidArgument", "The IndexDocument Suffix is not well formed"),
        (json!({"IndexDocument": {"Suffix": "a/index.html"}}), "InvalidArgument", "The IndexDocument Suffix is not well formed"),
        (
            with(json!({"RedirectAllRequestsTo": {"HostName": "example.com"}})),
            "InvalidArgument",
            "RedirectAllRequestsTo cannot be provided in conjunction with other Routing Rules.",
        ),
        (json!({"RedirectAllRequestsTo": {"HostName": "example.com", "Protocol": "ftp"}}), "InvalidRequest", protocol),
        (rule(json!({"Redirect": {"Protocol": "ftp"}})), "InvalidRequest", protocol),
        (
            rule(json!({"Redirect": {"ReplaceKeyWith": "a", "ReplaceKeyPrefixWith": "b"}})),
            "InvalidRequest",
            "You can only define ReplaceKeyPrefix or ReplaceKey but not both.",
        ),
        (
            rule(json!({"Condition": {}, "Redirect": {"ReplaceKeyWith": "a"}})),
            "InvalidRequest",
            "Condition cannot be empty. To redirect all requests without a condition, the condition element shouldn't be present.",
        ),
        (
            rule(json!({"Redirect": {"ReplaceKeyWith": "a", "HttpRedirectCode": "200"}})),
            "InvalidRequest",
            "The provided HTTP redirect code (200) is not valid. Valid codes are 3XX except 300.",
        ),
        (
            rule(json!({"Condition": {"HttpErrorCodeReturnedEquals": "302"}, "Redirect": {"ReplaceKeyWith": "a"}})),
            "InvalidRequest",
            "The provided HTTP error code (302) is not valid. Valid codes are 4XX or 5XX.",
        ),
    ];
    for (website, code, words) in cases {
        assert_eq!(refused(&website), (code.to_owned(), words.to_owned()), "{website}");
    }
    for website in [with(json!({"ErrorDocument": {"Key": ""}})), with(json!({"RoutingRules": []}))] {
        assert_eq!(refused(&website).0, "MalformedXML", "{website}");
    }
}

#[test]
fn a_website_has_fifty_routing_rules_at_most() {
    let rules = |n: usize| vec![json!({"Redirect": {"ReplaceKeyWith": "a"}}); n];
    let website = |n: usize| json!({"IndexDocument": {"Suffix": "i"}, "RoutingRules": rules(n)});
    put(&mut Bench::new(), &website(50)).unwrap();
    let words = "51 routing rules provided, the number of routing rules in a website configuration is limited to 50.";
    assert_eq!(refused(&website(51)), ("InvalidRequest".to_owned(), words.to_owned()));
}

#[test]
fn older_regions_have_a_hyphen_in_their_endpoint_and_later_ones_a_dot() {
    let virginia = host("b.c", Region::US_EAST_1);
    assert_eq!(virginia, "b.c.s3-website-us-east-1.amazonaws.com");
    assert_eq!(bucket_of(&virginia), Some(("b.c", Region::US_EAST_1)));
    assert_eq!(host("b", Region::SEOUL), "b.s3-website.ap-northeast-2.amazonaws.com");
    assert_eq!(bucket_of("b.s3-website-ap-northeast-2.amazonaws.com"), None);
    assert_eq!(bucket_of("b.s3.us-east-1.amazonaws.com"), None);
}

#[test]
fn a_folder_shows_its_index_document() {
    let keys = ["index.html", "docs/index.html", "docs/a.html"];
    let mut bench = site(&json!({"IndexDocument": {"Suffix": "index.html"}}), &keys);
    assert_eq!(seen(&mut bench, "/"), sees(200, "index.html"));
    assert_eq!(seen(&mut bench, "/docs/"), sees(200, "docs/index.html"));
    assert_eq!(seen(&mut bench, "/docs/a.html"), sees(200, "docs/a.html"));
}

#[test]
fn a_folder_asked_for_without_its_slash_is_redirected_to_it() {
    let mut bench = site(&json!({"IndexDocument": {"Suffix": "index.html"}}), &["docs/index.html", "both", "both/index.html"]);
    assert_eq!(seen(&mut bench, "/docs"), sees(302, "/docs/"));
    assert_eq!(seen(&mut bench, "/both"), sees(200, "both"), "an object of that very name comes first");
}

#[test]
fn what_is_not_there_is_403_unless_anybody_may_list_and_then_404() {
    let mut bench = site(&json!({"IndexDocument": {"Suffix": "index.html"}}), &[]);
    let page = get(&mut bench, "/none");
    assert_eq!((page.status, page.error.map(|error| error.code.into_owned())), (403, Some("AccessDenied".to_owned())));
    let both = json!({"Version": "2012-10-17", "Statement": [
        {"Effect": "Allow", "Principal": "*", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::lab/*"},
        {"Effect": "Allow", "Principal": "*", "Action": "s3:ListBucket", "Resource": "arn:aws:s3:::lab"},
    ]});
    bench.ok("PutBucketPolicy", json!({"Policy": both.to_string()}));
    let page = get(&mut bench, "/none");
    assert_eq!((page.status, page.error.map(|error| error.code.into_owned())), (404, Some("NoSuchKey".to_owned())));
}

#[test]
fn a_website_shows_only_what_anybody_may_read() {
    let mut bench = site(&json!({"IndexDocument": {"Suffix": "index.html"}}), &["index.html"]);
    bench.ok("DeleteBucketPolicy", json!({}));
    assert_eq!(get(&mut bench, "/").status, 403);
}

#[test]
fn an_error_shows_the_error_document_under_the_errors_own_status() {
    let website = json!({"IndexDocument": {"Suffix": "index.html"}, "ErrorDocument": {"Key": "oops.html"}});
    let mut bench = site(&website, &["oops.html"]);
    assert_eq!(seen(&mut bench, "/none"), sees(403, "oops.html"));
    bench.ok("DeleteObject", json!({"Key": "oops.html"}));
    let page = get(&mut bench, "/none");
    assert_eq!((page.status, page.document, page.second_error.is_some()), (403, None, true));
}

#[test]
fn everything_may_be_redirected_to_another_host() {
    let mut bench = site(&json!({"RedirectAllRequestsTo": {"HostName": "example.com", "Protocol": "https"}}), &["a"]);
    assert_eq!(seen(&mut bench, "/a/b c"), sees(301, "https://example.com/a/b%20c"));
}

#[test]
fn the_first_routing_rule_that_fits_redirects_by_prefix_or_by_error() {
    let website = json!({"IndexDocument": {"Suffix": "index.html"}, "RoutingRules": [
        {"Condition": {"KeyPrefixEquals": "old/"}, "Redirect": {"ReplaceKeyPrefixWith": "new/"}},
        {"Condition": {"KeyPrefixEquals": "old/x"}, "Redirect": {"ReplaceKeyWith": "never"}},
        {"Condition": {"HttpErrorCodeReturnedEquals": "403", "KeyPrefixEquals": "app/"},
         "Redirect": {"HostName": "app.example.com", "Protocol": "https", "HttpRedirectCode": "307", "ReplaceKeyWith": "login"}},
    ]});
    let mut bench = site(&website, &["app/there"]);
    let own = "http://lab.s3-website-us-east-1.amazonaws.com";
    assert_eq!(seen(&mut bench, "/old/x"), sees(301, &format!("{own}/new/x")));
    assert_eq!(seen(&mut bench, "/app/there"), sees(200, "app/there"));
    assert_eq!(seen(&mut bench, "/app/none"), sees(307, "https://app.example.com/login"));
    assert_eq!(get(&mut bench, "/elsewhere").status, 403);
}

#[test]
fn an_object_may_redirect_by_itself() {
    let mut bench = site(&json!({"IndexDocument": {"Suffix": "index.html"}}), &[]);
    bench.ok("PutObject", json!({"Key": "moved", "WebsiteRedirectLocation": "/there"}));
    assert_eq!(seen(&mut bench, "/moved"), sees(301, "/there"));
}

#[test]
fn a_bucket_that_is_no_website_or_not_there_or_elsewhere_is_no_page() {
    let mut bench = Bench::new();
    let code = |page: Page| page.error.map(|error| error.code.into_owned()).unwrap();
    assert_eq!(code(get(&mut bench, "/")), "NoSuchWebsiteConfiguration");
    assert_eq!(code(serve(&mut bench.world, "none", Region::US_EAST_1, "/")), "NoSuchBucket");
    assert_eq!(code(serve(&mut bench.world, "lab", Region::SEOUL, "/")), "IncorrectEndpoint");
}

#[test]
fn a_website_is_closed_while_requesters_pay() {
    let mut bench = site(&json!({"IndexDocument": {"Suffix": "index.html"}}), &["index.html"]);
    bench.ok("PutBucketRequestPayment", json!({"RequestPaymentConfiguration": {"Payer": "Requester"}}));
    assert_eq!(get(&mut bench, "/").status, 403);
}
