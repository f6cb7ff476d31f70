//! What S3 takes as a bucket's policy, and in which words it refuses the rest.

use serde_json::{Value, json};

use super::{super::list::bench::Bench, *};

fn put(bench: &mut Bench, text: &str) -> Result<Value, ApiError> {
    bench.call("PutBucketPolicy", json!({"Policy": text}))
}

fn words(text: &str) -> String {
    let error = put(&mut Bench::new(), text).expect_err(text);
    assert_eq!((error.status, &*error.code), (400, "MalformedPolicy"), "{text}");
    error.message
}

/// A statement that S3 takes, with one element changed.
fn with(element: &str, value: Value) -> String {
    let mut statement = json!({"Effect": "Allow", "Principal": {"AWS": "111122223333"}, "Action": "s3:GetObject",
                               "Resource": "arn:aws:s3:::lab/*"});
    statement[element] = value;
    json!({"Version": "2012-10-17", "Statement": [statement]}).to_string()
}

fn without(element: &str) -> String {
    let mut policy: Value = serde_json::from_str(&with("Sid", json!("x"))).unwrap();
    policy["Statement"][0].as_object_mut().unwrap().remove(element);
    policy.to_string()
}

#[test]
fn a_policy_reads_back_without_white_space_until_it_is_deleted() {
    let mut bench = Bench::new();
    let error = bench.call("GetBucketPolicy", json!({})).unwrap_err();
    assert_eq!((&*error.code, &*error.message), ("NoSuchBucketPolicy", "The bucket policy does not exist"));
    let statement = r#"{"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::111122223333:root"},"Action":"s3:GetObject","Resource":"arn:aws:s3:::lab/*"}"#;
    put(&mut bench, &format!("{{ \"Statement\":\n  {statement} }}")).unwrap();
    assert_eq!(bench.ok("GetBucketPolicy", json!({}))["Policy"], format!("{{\"Statement\":{statement}}}"));
    for _ in 0..2 {
        bench.ok("DeleteBucketPolicy", json!({}));
        assert_eq!(bench.refused("GetBucketPolicy", json!({})), "NoSuchBucketPolicy");
        assert_eq!(bench.refused("GetBucketPolicyStatus", json!({})), "NoSuchBucketPolicy");
    }
}

#[test]
fn an_account_named_by_its_number_is_shown_as_its_root() {
    let mut bench = Bench::new();
    put(&mut bench, &with("Principal", json!({"AWS": ["111122223333", "arn:aws:iam::123456789012:user/admin"]}))).unwrap();
    let shown: Value = serde_json::from_str(bench.ok("GetBucketPolicy", json!({}))["Policy"].as_str().unwrap()).unwrap();
    let expected = json!(["arn:aws:iam::111122223333:root", "arn:aws:iam::123456789012:user/admin"]);
    assert_eq!(shown["Statement"][0]["Principal"]["AWS"], expected);
}

#[test]
fn what_is_no_json_is_refused_by_its_first_byte_or_as_a_whole() {
    let first = "Policies must be valid JSON and the first byte must be '{'";
    for text in ["", "random", "[]", "null", " {}", "\"{}\""] {
        assert_eq!(words(text), first, "{text}");
    }
    let deep = format!("{{\"Statement\": {}", "[".repeat(10_000));
    let closed = format!("{{\"Statement\": {}{}}}", "[".repeat(10_000), "]".repeat(10_000));
    let twice = r#"{"Version": "2012-10-17", "Statement": [], "Statement": []}"#;
    let surrogate = r#"{"Statement": [{"Sid": "\ud800", "Effect": "Allow"}]}"#;
    for text in ["{", "{\"Statement\": [}", "{} {}", "{'Statement': []}", twice, surrogate, &deep, &closed] {
        assert_eq!(words(text), "This policy contains invalid Json", "{}", &text[..text.len().min(40)]);
    }
}

#[test]
fn a_policy_has_20480_bytes_at_most_not_counting_white_space() {
    let of_size = |bytes: usize| with("Sid", json!("s".repeat(bytes - with("Sid", json!("")).len())));
    assert_eq!(of_size(20_480).len(), 20_480);
    put(&mut Bench::new(), &of_size(20_480)).unwrap();
    put(&mut Bench::new(), &of_size(20_480).replace(",\"Action\"", ",        \"Action\"")).unwrap();
    assert_eq!(words(&of_size(20_481)), "Normalized policy document exceeds the maximum allowed size of 20480 bytes");
}

#[test]
fn every_element_that_must_be_there_is_named_where_it_is_missing() {
    assert_eq!(words("{}"), "Missing required field Statement");
    assert_eq!(words(r#"{"Statement": []}"#), "Could not parse the policy: Statement is empty!");
    for element in ["Effect", "Principal", "Action", "Resource"] {
        assert_eq!(words(&without(element)), format!("Missing required field {element}"));
    }
    put(&mut Bench::new(), &without("Sid")).unwrap();
}

#[test]
fn an_element_of_the_wrong_kind_or_unknown_is_bad_syntax() {
    let both = with("NotAction", json!("s3:PutObject"));
    for text in
        [with("Resources", json!("x")), with("Action", json!(7)), with("Condition", json!("x")), both, r#"{"Statement": 7}"#.to_owned()]
    {
        assert_eq!(words(&text), "Invalid policy syntax.", "{text}");
    }
    assert_eq!(words(&with("Effect", json!("Maybe"))), "Invalid effect: Maybe");
    let version = "The policy must contain a valid version string";
    assert_eq!(words(&with("Sid", json!("x")).replace("2012-10-17", "2012-10-18")), version);
}

#[test]
fn a_policy_names_its_own_bucket_only() {
    for resource in
        ["arn:aws:s3:::other/*", "arn:aws:s3:::laboratory", "*", "lab", "arn:aws:s3:::", "arn:aws:sqs:::lab", "arn:aws:s3:::other*"]
    {
        assert_eq!(words(&with("Resource", json!(resource))), "Policy has invalid resource", "{resource}");
    }
    assert_eq!(words(&with("Resource", json!([]))), "Policy has invalid resource");
    assert_eq!(words(&with("Resource", json!(["arn:aws:s3:::lab/*", "arn:aws:s3:::other/*"]))), "Policy has invalid resource");
    for resource in
        ["arn:aws:s3:::lab/a/b*", "arn:aws:s3:::l*", "arn:aws:s3:::lab*", "arn:aws:s3:::*/x", "arn:aws:s3:::lab/${aws:username}"]
    {
        put(&mut Bench::new(), &with("Resource", json!(resource))).unwrap_or_else(|error| panic!("{resource}: {error}"));
    }
}

#[test]
fn an_action_is_one_of_s3s() {
    for action in ["s3:NotAnAction", "sqs:SendMessage", "GetObject", "", "s3:Zzz*"] {
        assert_eq!(words(&with("Action", json!(action))), "Policy has invalid action", "{action}");
    }
    for action in ["*", "s3:*", "S3:getobject", "s3:Get*", "s3:GetObjec?"] {
        put(&mut Bench::new(), &with("Action", json!(action))).unwrap_or_else(|error| panic!("{action}: {error}"));
    }
}

#[test]
fn each_action_applies_to_one_of_the_resources() {
    let applies = "Action does not apply to any resource(s) in statement";
    assert_eq!(words(&with("Action", json!("s3:ListBucket"))), applies);
    assert_eq!(words(&with("Action", json!(["s3:GetObject", "s3:ListBucket"]))), applies);
    assert_eq!(words(&with("Resource", json!("arn:aws:s3:::lab"))), applies);
    assert_eq!(words(&with("Action", json!("s3:ListAllMyBuckets"))), applies);
    let both = with("Action", json!(["s3:GetObject", "s3:ListBucket"]));
    put(&mut Bench::new(), &both.replace("\"arn:aws:s3:::lab/*\"", "[\"arn:aws:s3:::lab\", \"arn:aws:s3:::lab/*\"]")).unwrap();
    put(&mut Bench::new(), &with("NotAction", json!("s3:ListBucket")).replace("\"Action\":\"s3:GetObject\",", "")).unwrap();
}

#[test]
fn a_principal_must_exist() {
    let nobody = [
        json!({"AWS": "999999999999"}),
        json!({"AWS": "arn:aws:iam::123456789012:user/nobody"}),
        json!({"AWS": "arn:aws:iam::123456789012:role/nobody"}),
        json!({"AWS": "arn:aws:iam::123456789012:user/*"}),
        json!({"AWS": ""}),
        json!({"AWS": []}),
        json!({}),
        json!("123456789012"),
        json!({"Account": "123456789012"}),
        json!({"Service": "s3"}),
        json!({"CanonicalUser": "0123"}),
    ];
    for principal in nobody {
        assert_eq!(words(&with("Principal", principal.clone())), "Invalid principal in policy", "{principal}");
    }
    let somebody = [
        json!({"AWS": "123456789012"}),
        json!({"AWS": "arn:aws:iam::444455556666:root"}),
        json!({"AWS": "arn:aws:iam::111122223333:user/admin"}),
        json!({"Service": ["cloudtrail.amazonaws.com", "logging.s3.amazonaws.com"]}),
        json!({"CanonicalUser": crate::ident::AccountId::PARTNER.canonical_user_id()}),
        json!({"AWS": "arn:aws:iam::cloudfront:user/CloudFront Origin Access Identity E1EXAMPLE"}),
    ];
    for principal in somebody {
        put(&mut Bench::new(), &with("Principal", principal.clone())).unwrap_or_else(|error| panic!("{principal}: {error}"));
    }
}

#[test]
fn a_condition_has_a_known_operator_a_known_key_and_comes_with_every_action() {
    let condition = |condition: Value| words(&with("Condition", condition));
    assert_eq!(condition(json!({"StringIs": {"aws:SourceIp": "1.2.3.4"}})), "Invalid Condition type : StringIs");
    assert_eq!(condition(json!({"StringEquals": {"s3:x-acl": "private"}})), "Policy has an invalid condition key");
    let apply = "Conditions do not apply to combination of actions and resources in statement";
    assert_eq!(condition(json!({"StringEquals": {"s3:prefix": "a/"}})), apply);
    assert_eq!(condition(json!({"IpAddress": {"aws:SourceIp": "123"}})), "Invalid IP address in Conditions");
    assert_eq!(condition(json!({"IpAddress": {"aws:SourceIp": ["10.0.0.0/8", ""]}})), "Invalid IP address in Conditions");
    let fine =
        json!({"StringEquals": {"s3:ExistingObjectTag/team": "a", "aws:AnythingNew": "b"}, "IpAddress": {"aws:SourceIp": "10.0.0.0/8"}});
    put(&mut Bench::new(), &with("Condition", fine)).unwrap();
}

#[test]
fn a_public_policy_is_refused_while_it_is_blocked_and_taken_once_it_is_not() {
    let mut bench = Bench::new();
    let public = with("Principal", json!("*"));
    let error = put(&mut bench, &public).unwrap_err();
    assert_eq!((error.status, &*error.code), (403, "AccessDenied"));
    assert_eq!(
        error.message,
        "User: arn:aws:iam::123456789012:user/admin is not authorized to perform: s3:PutBucketPolicy on resource: \"arn:aws:s3:::lab\" because public policies are blocked by the BlockPublicPolicy block public access setting."
    );
    bench.ok("PutPublicAccessBlock", json!({"PublicAccessBlockConfiguration": {"BlockPublicPolicy": false}}));
    put(&mut bench, &public).unwrap();
    assert_eq!(bench.ok("GetBucketPolicyStatus", json!({})), json!({"PolicyStatus": {"IsPublic": true}}));
    put(&mut bench, &with("Sid", json!("x"))).unwrap();
    assert_eq!(bench.ok("GetBucketPolicyStatus", json!({})), json!({"PolicyStatus": {"IsPublic": false}}));
}

#[test]
fn turning_the_block_on_leaves_a_public_policy_where_it_is() {
    let mut bench = Bench::new();
    bench.ok("DeletePublicAccessBlock", json!({}));
    put(&mut bench, &with("Principal", json!("*"))).unwrap();
    bench.ok("PutPublicAccessBlock", json!({"PublicAccessBlockConfiguration": {"BlockPublicPolicy": true, "RestrictPublicBuckets": true}}));
    assert_eq!(bench.ok("GetBucketPolicyStatus", json!({}))["PolicyStatus"]["IsPublic"], true);
}
