//! Lists as requests give them, as S3 refuses them and as it shows them.

use serde_json::{Value, json};

use super::super::list::bench::Bench;
use crate::{
    api::ApiError,
    ident::{AccountId, Caller},
};

const ALL_USERS: &str = "http://acs.amazonaws.com/groups/global/AllUsers";

/// A bucket where ACLs count and nothing is blocked.
fn open() -> Bench {
    let mut bench = Bench::new();
    bench.ok("PutBucketOwnershipControls", json!({"OwnershipControls": {"Rules": [{"ObjectOwnership": "ObjectWriter"}]}}));
    bench.ok("DeletePublicAccessBlock", json!({}));
    bench
}

fn own_id() -> String {
    AccountId::OWN.canonical_user_id()
}

fn partner_id() -> String {
    AccountId::PARTNER.canonical_user_id()
}

/// Grants as `grantee permission`, the owner as `owner`.
fn grants(acl: &Value) -> Vec<String> {
    let name = |grantee: &Value| match (grantee["ID"].as_str(), grantee["URI"].as_str()) {
        (Some(id), _) if id == own_id() => "owner".to_owned(),
        (Some(id), _) if id == partner_id() => "partner".to_owned(),
        (Some(id), _) => id.to_owned(),
        (None, uri) => uri.unwrap_or_default().rsplit('/').next().unwrap().to_owned(),
    };
    let grants = acl["Grants"].as_array().unwrap().iter();
    grants.map(|grant| format!("{} {}", name(&grant["Grantee"]), grant["Permission"].as_str().unwrap())).collect()
}

fn bucket_acl(bench: &mut Bench) -> Vec<String> {
    grants(&bench.ok("GetBucketAcl", json!({})))
}

fn object_acl(bench: &mut Bench) -> Vec<String> {
    grants(&bench.ok("GetObjectAcl", json!({"Key": "k"})))
}

fn shown(result: Result<Value, ApiError>) -> (String, String) {
    let error = result.unwrap_err();
    (error.code.into_owned(), error.message)
}

fn refusal(code: &str, message: &str) -> (String, String) {
    (code.to_owned(), message.to_owned())
}

#[test]
fn with_acls_off_the_owner_has_full_control_and_nobody_else_has_any() {
    let mut bench = Bench::new();
    bench.put("k", 1);
    let expected = json!({
        "Owner": {"ID": own_id()},
        "Grants": [{"Grantee": {"ID": own_id(), "Type": "CanonicalUser"}, "Permission": "FULL_CONTROL"}],
    });
    assert_eq!(bench.ok("GetObjectAcl", json!({"Key": "k"})), expected);
    assert_eq!(bench.ok("GetBucketAcl", json!({})), expected);
    assert_eq!(bench.refused("GetObjectAcl", json!({"Key": "other"})), "NoSuchKey");
}

#[test]
fn the_acl_of_a_delete_marker_is_not_to_be_had() {
    let mut bench = Bench::versioned();
    bench.put("k", 1);
    let marker = bench.ok("DeleteObject", json!({"Key": "k"}));
    assert_eq!(bench.refused("GetObjectAcl", json!({"Key": "k"})), "NoSuchKey");
    let version = json!({"Key": "k", "VersionId": marker["VersionId"]});
    assert_eq!(bench.refused("GetObjectAcl", version.clone()), "MethodNotAllowed");
    let put = json!({"Key": "k", "VersionId": marker["VersionId"], "ACL": "private"});
    assert_eq!(bench.refused("PutObjectAcl", put), "MethodNotAllowed");
}

#[test]
fn with_acls_off_no_acl_is_taken_but_the_owners_own() {
    let mut bench = Bench::new();
    bench.put("k", 1);
    let refused = refusal("AccessControlListNotSupported", "The bucket does not allow ACLs");
    for acl in ["private", "public-read", "authenticated-read"] {
        assert_eq!(shown(bench.call("PutBucketAcl", json!({"ACL": acl}))), refused, "{acl}");
        assert_eq!(shown(bench.call("PutObjectAcl", json!({"Key": "k", "ACL": acl}))), refused, "{acl}");
    }
    bench.ok("PutObjectAcl", json!({"Key": "k", "ACL": "bucket-owner-full-control"}));
    for acl in ["public-read", "authenticated-read", "aws-exec-read"] {
        for operation in ["PutObject", "CreateMultipartUpload"] {
            assert_eq!(shown(bench.call(operation, json!({"Key": "n", "ACL": acl}))), refused, "{operation} {acl}");
        }
    }
    let grant = json!({"Key": "n", "GrantRead": format!("id={}", partner_id())});
    assert_eq!(shown(bench.call("PutObject", grant)), refused);
    for acl in ["bucket-owner-full-control", "private"] {
        bench.ok("PutObject", json!({"Key": "n", "ACL": acl}));
    }
}

#[test]
fn each_canned_acl_grants_what_its_name_says() {
    let mut bench = open();
    bench.put("k", 1);
    let both = [
        ("private", vec!["owner FULL_CONTROL"]),
        ("public-read", vec!["owner FULL_CONTROL", "AllUsers READ"]),
        ("public-read-write", vec!["owner FULL_CONTROL", "AllUsers READ", "AllUsers WRITE"]),
        ("authenticated-read", vec!["owner FULL_CONTROL", "AuthenticatedUsers READ"]),
        ("aws-exec-read", vec!["owner FULL_CONTROL", "6aa5a366c34c1cbe25dc49211496e913e0351eb0e8c37aa3477e40942ec6b97c READ"]),
        ("bucket-owner-read", vec!["owner FULL_CONTROL"]),
        ("bucket-owner-full-control", vec!["owner FULL_CONTROL"]),
    ];
    for (acl, expected) in both {
        bench.ok("PutBucketAcl", json!({"ACL": acl}));
        bench.ok("PutObjectAcl", json!({"Key": "k", "ACL": acl}));
        assert_eq!(
            (bucket_acl(&mut bench), object_acl(&mut bench)),
            (expected.iter().map(|it| (*it).to_owned()).collect(), expected.iter().map(|it| (*it).to_owned()).collect()),
            "{acl}"
        );
    }
    bench.ok("PutBucketAcl", json!({"ACL": "log-delivery-write"}));
    assert_eq!(bucket_acl(&mut bench), ["owner FULL_CONTROL", "LogDelivery WRITE", "LogDelivery READ_ACP"]);
    assert_eq!(bench.refused("PutObjectAcl", json!({"Key": "k", "ACL": "log-delivery-write"})), "InvalidArgument");
    assert_eq!(bench.refused("PutBucketAcl", json!({"ACL": "fake-acl"})), "InvalidArgument");
}

#[test]
fn grants_in_headers_replace_the_list() {
    let mut bench = open();
    let headers = json!({
        "GrantFullControl": format!("id=\"{}\"", own_id()),
        "GrantRead": format!("id={}, uri=\"{ALL_USERS}\"", partner_id()),
        "GrantWriteACP": format!("id={}", partner_id()),
    });
    bench.ok("PutBucketAcl", headers);
    assert_eq!(bucket_acl(&mut bench), ["owner FULL_CONTROL", "partner READ", "AllUsers READ", "partner WRITE_ACP"]);
}

#[test]
fn a_whole_list_replaces_the_list() {
    let mut bench = open();
    bench.put("k", 1);
    let list = json!({"Owner": {"ID": own_id()}, "Grants": [
        {"Grantee": {"Type": "CanonicalUser", "ID": partner_id()}, "Permission": "READ_ACP"},
        {"Grantee": {"Type": "Group", "URI": ALL_USERS}, "Permission": "READ"},
    ]});
    bench.ok("PutObjectAcl", json!({"Key": "k", "AccessControlPolicy": list}));
    assert_eq!(object_acl(&mut bench), ["partner READ_ACP", "AllUsers READ"]);
    bench.ok("PutObjectAcl", json!({"Key": "k", "AccessControlPolicy": {"Owner": {"ID": own_id()}, "Grants": []}}));
    assert_eq!(object_acl(&mut bench), Vec::<String>::new());
}

#[test]
fn a_request_gives_one_kind_of_list() {
    let mut bench = open();
    let list = json!({"Owner": {"ID": own_id()}, "Grants": []});
    let both = json!({"ACL": "private", "GrantRead": format!("id={}", partner_id())});
    let words = refusal("InvalidRequest", "Specifying both Canned ACLs and Header Grants is not allowed");
    assert_eq!(shown(bench.call("PutBucketAcl", both)), words);
    let content = refusal("UnexpectedContent", "This request does not support content");
    assert_eq!(shown(bench.call("PutBucketAcl", json!({"ACL": "private", "AccessControlPolicy": list}))), content);
    let missing = refusal("MissingSecurityHeader", "Your request was missing a required header");
    assert_eq!(shown(bench.call("PutBucketAcl", json!({}))), missing);
}

#[test]
fn a_header_names_known_grantees_in_their_form() {
    let mut bench = open();
    let cases = [
        ("fakeid", refusal("InvalidArgument", "Argument format not recognized")),
        ("name=x", refusal("InvalidArgument", "Argument format not recognized")),
        ("id=wrongid", refusal("InvalidArgument", "Invalid id")),
        ("uri=http://acs.amazonaws.com/groups/global/FakeGroup", refusal("InvalidArgument", "Invalid group uri")),
        ("emailAddress=kim@example.com", refusal("MethodNotAllowed", "The specified method is not allowed against this resource.")),
    ];
    for (header, words) in cases {
        assert_eq!(shown(bench.call("PutBucketAcl", json!({"GrantRead": header}))), words, "{header}");
    }
}

#[test]
fn a_whole_list_is_whole() {
    let mut bench = open();
    let owner = json!({"ID": own_id()});
    let grantee = json!({"Type": "CanonicalUser", "ID": own_id()});
    let malformed = [
        json!({}),
        json!({"Grants": [{"Grantee": grantee, "Permission": "READ"}]}),
        json!({"Owner": owner}),
        json!({"Owner": {}, "Grants": []}),
        json!({"Owner": owner, "Grants": [{"Grantee": grantee, "Permission": "EVERYTHING"}]}),
        json!({"Owner": owner, "Grants": [{"Grantee": grantee}]}),
        json!({"Owner": owner, "Grants": [{"Grantee": {"Type": "Nobody", "ID": own_id()}, "Permission": "READ"}]}),
        json!({"Owner": owner, "Grants": [{"Grantee": {"Type": "Group"}, "Permission": "READ"}]}),
        json!({"Owner": owner, "Grants": vec![json!({"Grantee": grantee, "Permission": "READ"}); 101]}),
    ];
    for list in malformed {
        assert_eq!(bench.refused("PutBucketAcl", json!({"AccessControlPolicy": list})), "MalformedACLError", "{list}");
    }
    let id = json!({"Owner": owner, "Grants": [{"Grantee": {"Type": "CanonicalUser", "ID": "x"}, "Permission": "READ"}]});
    assert_eq!(shown(bench.call("PutBucketAcl", json!({"AccessControlPolicy": id}))), refusal("InvalidArgument", "Invalid id"));
    let uri = json!({"Owner": owner, "Grants": [{"Grantee": {"Type": "Group", "URI": "http://x"}, "Permission": "READ"}]});
    assert_eq!(shown(bench.call("PutBucketAcl", json!({"AccessControlPolicy": uri}))), refusal("InvalidArgument", "Invalid group uri"));
    let given_away = json!({"Owner": {"ID": partner_id()}, "Grants": []});
    assert_eq!(bench.refused("PutBucketAcl", json!({"AccessControlPolicy": given_away})), "AccessDenied");
}

#[test]
fn public_acls_are_refused_while_they_are_blocked() {
    let mut bench = open();
    bench.put("k", 1);
    bench.ok("PutPublicAccessBlock", json!({"PublicAccessBlockConfiguration": {"BlockPublicAcls": true}}));
    let words = |action: &str, resource: &str| {
        format!(
            "User: arn:aws:iam::123456789012:user/admin is not authorized to perform: {action} on resource: \"arn:aws:s3:::{resource}\" because public access control lists (ACLs) are blocked by the BlockPublicAcls block public access setting."
        )
    };
    for acl in ["public-read", "public-read-write", "authenticated-read"] {
        let bucket = shown(bench.call("PutBucketAcl", json!({"ACL": acl})));
        assert_eq!(bucket, ("AccessDenied".to_owned(), words("s3:PutBucketAcl", "lab")));
        for operation in ["PutObjectAcl", "PutObject", "CreateMultipartUpload"] {
            assert_eq!(bench.refused(operation, json!({"Key": "k", "ACL": acl})), "AccessDenied", "{operation} {acl}");
        }
        let copy = json!({"Key": "copy", "CopySource": "lab/k", "ACL": acl});
        assert_eq!(bench.refused("CopyObject", copy), "AccessDenied");
    }
    let grant = json!({"Key": "k", "GrantRead": format!("uri={ALL_USERS}")});
    assert_eq!(bench.refused("PutObjectAcl", grant), "AccessDenied");
    bench.ok("PutObjectAcl", json!({"Key": "k", "ACL": "private"}));
    bench.ok("PutObjectAcl", json!({"Key": "k", "GrantRead": format!("id={}", partner_id())}));
}

#[test]
fn public_grants_that_are_ignored_are_not_shown_but_kept() {
    let mut bench = open();
    bench.put("k", 1);
    bench.ok("PutPublicAccessBlock", json!({"PublicAccessBlockConfiguration": {"IgnorePublicAcls": true}}));
    bench.ok("PutBucketAcl", json!({"ACL": "public-read"}));
    bench.ok("PutObjectAcl", json!({"Key": "k", "ACL": "public-read"}));
    assert_eq!(
        (bucket_acl(&mut bench), object_acl(&mut bench)),
        (vec!["owner FULL_CONTROL".to_owned()], vec!["owner FULL_CONTROL".to_owned()])
    );
    bench.ok("DeletePublicAccessBlock", json!({}));
    assert_eq!(bucket_acl(&mut bench), ["owner FULL_CONTROL", "AllUsers READ"]);
    assert_eq!(object_acl(&mut bench), ["owner FULL_CONTROL", "AllUsers READ"]);
}

#[test]
fn a_new_bucket_takes_no_public_acl_and_with_acls_off_none_for_others() {
    let mut bench = Bench::new();
    let create = |more: Value| {
        let mut params = json!({"Bucket": "made"});
        params.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        params
    };
    let ownership = "Bucket cannot have ACLs set with ObjectOwnership's BucketOwnerEnforced setting";
    let public = shown(bench.call("CreateBucket", create(json!({"ACL": "public-read"}))));
    assert_eq!(public, refusal("InvalidBucketAclWithObjectOwnership", ownership));
    let block = "Bucket cannot have public ACLs set with BlockPublicAccess enabled";
    let public = shown(bench.call("CreateBucket", create(json!({"ACL": "public-read", "ObjectOwnership": "ObjectWriter"}))));
    assert_eq!(public, refusal("InvalidBucketAclWithBlockPublicAccessError", block));
    bench.ok("CreateBucket", create(json!({"ACL": "private"})));
    bench.ok("CreateBucket", json!({"Bucket": "shared", "ObjectOwnership": "ObjectWriter", "GrantRead": format!("id={}", partner_id())}));
    assert_eq!(grants(&bench.ok("GetBucketAcl", json!({"Bucket": "shared"}))), ["partner READ"]);
}

fn partner() -> Caller {
    Caller::admin(AccountId::PARTNER)
}

/// A bucket with that ownership, into which the partner may put objects.
fn written_by_partner(ownership: &str, acl: Option<&str>) -> Bench {
    let mut bench = Bench::new();
    bench.ok("PutBucketOwnershipControls", json!({"OwnershipControls": {"Rules": [{"ObjectOwnership": ownership}]}}));
    let policy = json!({"Statement": [{"Effect": "Allow", "Principal": {"AWS": "111122223333"},
                                       "Action": ["s3:PutObject", "s3:PutObjectAcl", "s3:GetObject"], "Resource": "arn:aws:s3:::lab/*"}]});
    bench.ok("PutBucketPolicy", json!({"Policy": policy.to_string()}));
    let mut put = json!({"Key": "k"});
    if let Some(acl) = acl {
        put["ACL"] = json!(acl);
    }
    bench.call_as(&partner(), "PutObject", put).unwrap();
    bench
}

/// Who owns the object, as the partner may ask it.
fn owner_of(bench: &mut Bench) -> String {
    let listed = bench.ok("ListObjectsV2", json!({"FetchOwner": true}));
    let id = listed["Contents"][0]["Owner"]["ID"].as_str().unwrap().to_owned();
    if id == own_id() { "owner".to_owned() } else { "partner".to_owned() }
}

#[test]
fn who_owns_what_another_account_writes_follows_from_object_ownership() {
    let table = [
        ("BucketOwnerEnforced", None, "owner"),
        ("BucketOwnerEnforced", Some("bucket-owner-full-control"), "owner"),
        ("BucketOwnerPreferred", None, "partner"),
        ("BucketOwnerPreferred", Some("private"), "partner"),
        ("BucketOwnerPreferred", Some("bucket-owner-full-control"), "owner"),
        ("ObjectWriter", None, "partner"),
        ("ObjectWriter", Some("bucket-owner-full-control"), "partner"),
    ];
    for (ownership, acl, expected) in table {
        assert_eq!(owner_of(&mut written_by_partner(ownership, acl)), expected, "{ownership} {acl:?}");
    }
}

#[test]
fn a_bucket_owner_reads_what_others_own_only_if_its_acl_says_so() {
    let mut bench = written_by_partner("ObjectWriter", None);
    assert_eq!(bench.refused("GetObject", json!({"Key": "k"})), "AccessDenied");
    assert_eq!(bench.refused("GetObjectAcl", json!({"Key": "k"})), "AccessDenied");
    bench.call_as(&partner(), "GetObject", json!({"Key": "k"})).unwrap();
    bench.call_as(&partner(), "PutObjectAcl", json!({"Key": "k", "ACL": "bucket-owner-read"})).unwrap();
    bench.ok("GetObject", json!({"Key": "k"}));
    assert_eq!(bench.refused("PutObjectAcl", json!({"Key": "k", "ACL": "private"})), "AccessDenied");
    bench.ok("DeleteObject", json!({"Key": "k"}));
}

#[test]
fn enforcing_the_owner_makes_it_the_owner_of_everything_until_it_is_taken_back() {
    let mut bench = written_by_partner("ObjectWriter", None);
    let set = |name: &str| json!({"OwnershipControls": {"Rules": [{"ObjectOwnership": name}]}});
    bench.ok("PutBucketOwnershipControls", set("BucketOwnerEnforced"));
    bench.ok("GetObject", json!({"Key": "k"}));
    assert_eq!(owner_of(&mut bench), "owner");
    bench.ok("PutBucketOwnershipControls", set("ObjectWriter"));
    assert_eq!(owner_of(&mut bench), "partner");
    assert_eq!(bench.refused("GetObject", json!({"Key": "k"})), "AccessDenied");
}

#[test]
fn writing_with_an_acl_needs_the_right_to_set_one() {
    let mut bench = Bench::new();
    bench.ok("PutBucketOwnershipControls", json!({"OwnershipControls": {"Rules": [{"ObjectOwnership": "ObjectWriter"}]}}));
    let policy = json!({"Statement": [{"Effect": "Allow", "Principal": {"AWS": "111122223333"}, "Action": "s3:PutObject",
                                       "Resource": "arn:aws:s3:::lab/*"}]});
    bench.ok("PutBucketPolicy", json!({"Policy": policy.to_string()}));
    bench.call_as(&partner(), "PutObject", json!({"Key": "k"})).unwrap();
    let refusal = bench.call_as(&partner(), "PutObject", json!({"Key": "n", "ACL": "bucket-owner-full-control"})).unwrap_err();
    assert_eq!(refusal.code, "AccessDenied");
}
