//! What the role must be allowed at the moment of copying, and what happens where it is not.

use serde_json::json;

use super::bench::Bench;
use crate::clock::MINUTE_MS;

/// Everything that copying needs, but for one action.
fn without(missing: &str) -> Bench {
    let mut bench = Bench::new();
    let all = [
        "s3:GetReplicationConfiguration",
        "s3:ListBucket",
        "s3:GetObjectVersionForReplication",
        "s3:GetObjectVersionAcl",
        "s3:GetObjectVersionTagging",
        "s3:ReplicateObject",
        "s3:ReplicateDelete",
        "s3:ReplicateTags",
    ];
    let rest: Vec<&str> = all.into_iter().filter(|action| *action != missing).collect();
    bench.allow(&json!(rest));
    let mut rule = bench.rule();
    rule["DeleteMarkerReplication"] = json!({"Status": "Enabled"});
    rule["Destination"]["Metrics"] = json!({"Status": "Enabled", "EventThreshold": {"Minutes": 15}});
    bench.replicate(rule);
    bench
}

#[test]
fn a_role_that_may_not_read_or_write_lets_the_copy_fail_and_the_event_says_why() {
    for (missing, why) in [
        ("s3:GetReplicationConfiguration", "SrcReplicationNotPermitted"),
        ("s3:GetObjectVersionForReplication", "SrcGetObjectNotPermitted"),
        ("s3:GetObjectVersionAcl", "SrcGetAclNotPermitted"),
        ("s3:ReplicateObject", "DstPutObjectNotPermitted"),
    ] {
        let mut bench = without(missing);
        let events = bench.listen(&["s3:Replication:OperationFailedReplication"]);
        bench.put("k", 1);
        bench.advance(10 * MINUTE_MS);
        assert_eq!(bench.status("src", "k"), "FAILED", "{missing}");
        assert_eq!(bench.head("dst", "k").unwrap_err(), "404");
        let told = bench.received(&events);
        assert_eq!(told[0]["replicationEventData"]["failureReason"], why);
        assert_eq!(told[0]["replicationEventData"]["destinationBucket"], "arn:aws:s3:::dst");
    }
}

#[test]
fn a_failure_is_not_tried_again_when_the_role_is_put_right() {
    let mut bench = without("s3:ReplicateObject");
    bench.put("k", 1);
    bench.advance(10 * MINUTE_MS);
    bench.allow(&json!("s3:*"));
    bench.advance(24 * 60 * MINUTE_MS);
    assert_eq!(bench.status("src", "k"), "FAILED");
    bench.put("k2", 1);
    bench.advance(10 * MINUTE_MS);
    assert_eq!(bench.status("src", "k2"), "COMPLETED");
}

#[test]
fn a_role_that_may_not_copy_tags_copies_the_object_without_them() {
    for missing in ["s3:GetObjectVersionTagging", "s3:ReplicateTags"] {
        let mut bench = without(missing);
        bench.ok("PutObject", json!({"Bucket": "src", "Key": "k", "Tagging": "a=b"}));
        bench.advance(10 * MINUTE_MS);
        assert_eq!(bench.status("src", "k"), "COMPLETED", "{missing}");
        assert_eq!(bench.ok("GetObjectTagging", json!({"Bucket": "dst", "Key": "k"}))["TagSet"], json!([]));
    }
}

#[test]
fn delete_markers_need_a_right_of_their_own() {
    let mut bench = without("s3:ReplicateDelete");
    bench.put("k", 1);
    bench.advance(10 * MINUTE_MS);
    bench.ok("DeleteObject", json!({"Bucket": "src", "Key": "k"}));
    bench.advance(10 * MINUTE_MS);
    assert!(bench.head("dst", "k").is_ok());
}

#[test]
fn a_role_that_is_gone_or_does_not_trust_s3_lets_the_copy_fail() {
    for change in ["gone", "trust"] {
        let mut bench = Bench::new();
        bench.replicate(bench.rule());
        bench.put("k", 1);
        bench.of("iam", "DeleteRolePolicy", json!({"RoleName": "copier", "PolicyName": "copy"})).unwrap();
        bench.of("iam", "DeleteRole", json!({"RoleName": "copier"})).unwrap();
        if change == "trust" {
            bench.role("lambda.amazonaws.com");
            bench.allow(&json!("s3:*"));
        }
        bench.advance(10 * MINUTE_MS);
        assert_eq!(bench.status("src", "k"), "FAILED", "{change}");
    }
}

#[test]
fn a_destination_that_is_gone_or_unversioned_lets_the_copy_fail() {
    let mut bench = Bench::new();
    bench.replicate(bench.rule());
    bench.put("k", 1);
    bench.ok("PutBucketVersioning", json!({"Bucket": "dst", "VersioningConfiguration": {"Status": "Suspended"}}));
    bench.advance(10 * MINUTE_MS);
    assert_eq!(bench.status("src", "k"), "FAILED");
    bench.ok("DeleteBucket", json!({"Bucket": "dst"}));
    bench.put("k2", 1);
    bench.advance(10 * MINUTE_MS);
    assert_eq!(bench.status("src", "k2"), "FAILED");
}
