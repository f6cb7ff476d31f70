//! Replication as it is seen from outside: what is copied, when, and what is not.

mod bench;
mod existing;
mod owners;
mod refusals;
mod roles;
mod seal;

use serde_json::json;

use super::super::{Kind, list::bench::each};
use crate::clock::{MINUTE_MS, SECOND_MS};
use bench::{Bench, OUT};

#[test]
fn only_objects_written_after_the_rule_are_copied_with_version_id_metadata_and_tags() {
    let mut bench = Bench::new();
    bench.put("old", 10);
    bench.replicate(bench.rule());
    let put = json!({"Bucket": "src", "Key": "new", "Body": {"Zeros": 1_000}, "Metadata": {"owner": "kim"}, "Tagging": "team=red"});
    let version = bench.ok("PutObject", put)["VersionId"].clone();
    assert_eq!(bench.status("src", "new"), "PENDING");
    bench.advance(10 * MINUTE_MS);
    assert_eq!(bench.status("src", "new"), "COMPLETED");
    let replica = bench.head("dst", "new").unwrap();
    assert_eq!((&replica["ReplicationStatus"], &replica["VersionId"]), (&json!("REPLICA"), &version));
    assert_eq!((&replica["Metadata"], &replica["ContentLength"]), (&json!({"owner": "kim"}), &json!(1_000)));
    assert_eq!(replica["LastModified"], bench.head("src", "new").unwrap()["LastModified"]);
    let tags = bench.ok("GetObjectTagging", json!({"Bucket": "dst", "Key": "new"}));
    assert_eq!(tags["TagSet"], json!([{"Key": "team", "Value": "red"}]));
    assert_eq!(bench.head("dst", "old").unwrap_err(), "404");
    assert_eq!(bench.status("src", "old"), "");
}

#[test]
fn prefix_and_tags_choose_what_is_copied_and_tags_added_later_do_not() {
    let mut bench = Bench::new();
    let mut rule = bench.rule();
    rule["Filter"] = json!({"And": {"Prefix": "a/", "Tags": [{"Key": "copy", "Value": "yes"}]}});
    bench.replicate(rule);
    for (key, tagging) in [("a/1", "copy=yes&x=y"), ("a/2", "copy=no"), ("b/1", "copy=yes"), ("a/3", "")] {
        bench.ok("PutObject", json!({"Bucket": "src", "Key": key, "Tagging": tagging}));
    }
    let tag = json!({"Bucket": "src", "Key": "a/3", "Tagging": {"TagSet": [{"Key": "copy", "Value": "yes"}]}});
    bench.ok("PutObjectTagging", tag);
    bench.advance(10 * MINUTE_MS);
    let listed = bench.ok("ListObjectsV2", json!({"Bucket": "dst"}));
    assert_eq!(each(&listed, "Contents", "Key"), ["a/1"]);
}

#[test]
fn changed_tags_follow_an_object_to_its_replica() {
    let mut bench = Bench::new();
    bench.replicate(bench.rule());
    bench.put("k", 1);
    bench.advance(10 * MINUTE_MS);
    bench.ok("PutObjectTagging", json!({"Bucket": "src", "Key": "k", "Tagging": {"TagSet": [{"Key": "a", "Value": "b"}]}}));
    assert_eq!(bench.status("src", "k"), "PENDING");
    bench.advance(10 * MINUTE_MS);
    assert_eq!(bench.status("src", "k"), "COMPLETED");
    assert_eq!(bench.ok("GetObjectTagging", json!({"Bucket": "dst", "Key": "k"}))["TagSet"], json!([{"Key": "a", "Value": "b"}]));
}

#[test]
fn changes_of_a_replica_go_back_only_where_a_rule_says_so() {
    let mut bench = Bench::new();
    bench.replicate(bench.rule());
    let tag = |value: &str| json!({"Bucket": "dst", "Key": "k", "Tagging": {"TagSet": [{"Key": "a", "Value": value}]}});
    bench.put("k", 1);
    bench.advance(10 * MINUTE_MS);
    bench.ok("PutObjectTagging", tag("stays"));
    bench.advance(10 * MINUTE_MS);
    assert_eq!(bench.ok("GetObjectTagging", json!({"Bucket": "src", "Key": "k"}))["TagSet"], json!([]));
    let mut back = bench.rule();
    back["Destination"] = json!({"Bucket": "arn:aws:s3:::src"});
    back["SourceSelectionCriteria"] = json!({"ReplicaModifications": {"Status": "Enabled"}});
    bench.replicate_from("dst", &[back]).unwrap();
    bench.ok("PutObjectTagging", tag("goes"));
    assert_eq!(bench.status("dst", "k"), "PENDING");
    bench.advance(10 * MINUTE_MS);
    assert_eq!(bench.status("dst", "k"), "REPLICA");
    assert_eq!(bench.ok("GetObjectTagging", json!({"Bucket": "src", "Key": "k"}))["TagSet"][0]["Value"], "goes");
    assert_eq!(bench.status("src", "k"), "COMPLETED");
}

#[test]
fn a_replica_is_not_copied_on_by_another_rule() {
    let mut bench = Bench::new();
    bench.bucket("third", "us-east-1");
    bench.replicate(bench.rule());
    let mut on = bench.rule();
    on["Destination"] = json!({"Bucket": "arn:aws:s3:::third"});
    bench.replicate_from("dst", &[on]).unwrap();
    bench.put("k", 1);
    bench.ok("PutObject", json!({"Bucket": "dst", "Key": "own"}));
    bench.advance(30 * MINUTE_MS);
    assert_eq!(each(&bench.ok("ListObjectsV2", json!({"Bucket": "third"})), "Contents", "Key"), ["own"]);
}

#[test]
fn delete_markers_are_copied_only_if_the_rule_says_so_and_deleted_versions_never() {
    for (status, gone) in [("Disabled", false), ("Enabled", true)] {
        let mut bench = Bench::new();
        let mut rule = bench.rule();
        rule["DeleteMarkerReplication"] = json!({"Status": status});
        bench.replicate(rule);
        let version = bench.put("kept", 1);
        bench.put("k", 1);
        bench.advance(10 * MINUTE_MS);
        bench.ok("DeleteObject", json!({"Bucket": "src", "Key": "k"}));
        bench.ok("DeleteObject", json!({"Bucket": "src", "Key": "kept", "VersionId": version}));
        bench.advance(10 * MINUTE_MS);
        assert_eq!(bench.head("dst", "k").is_err(), gone, "{status}");
        assert!(bench.head("dst", "kept").is_ok(), "{status}");
        let listed = |bench: &mut Bench, bucket: &str| bench.ok("ListObjectVersions", json!({"Bucket": bucket}));
        if gone {
            let (source, target) = (listed(&mut bench, "src"), listed(&mut bench, "dst"));
            assert_eq!(source["DeleteMarkers"][0]["VersionId"], target["DeleteMarkers"][0]["VersionId"]);
        }
    }
}

#[test]
fn an_older_rule_without_a_filter_copies_delete_markers() {
    let mut bench = Bench::new();
    let rule = json!({"ID": "r", "Prefix": "", "Status": "Enabled", "Destination": {"Bucket": "arn:aws:s3:::dst"}});
    bench.replicate(rule);
    bench.put("k", 1);
    bench.advance(10 * MINUTE_MS);
    bench.ok("DeleteObject", json!({"Bucket": "src", "Key": "k"}));
    bench.advance(10 * MINUTE_MS);
    assert_eq!(bench.head("dst", "k").unwrap_err(), "404");
}

#[test]
fn what_lifecycle_does_is_not_copied_and_it_waits_for_what_is_on_its_way() {
    let mut bench = Bench::new();
    let mut rule = bench.rule();
    rule["DeleteMarkerReplication"] = json!({"Status": "Enabled"});
    bench.replicate(rule);
    let expire = json!([{"ID": "x", "Status": "Enabled", "Filter": {}, "Expiration": {"Days": 1}}]);
    bench.ok("PutBucketLifecycleConfiguration", json!({"Bucket": "src", "LifecycleConfiguration": {"Rules": expire}}));
    bench.put("k", 1);
    bench.advance(5 * 24 * 60 * MINUTE_MS);
    assert_eq!(bench.head("src", "k").unwrap_err(), "404");
    assert!(bench.head("dst", "k").is_ok(), "the marker that lifecycle made stays");
    // a copy takes longer than a night when it is large enough
    let late = json!([{"ID": "x", "Status": "Enabled", "Filter": {}, "Transitions": [{"Days": 0, "StorageClass": "GLACIER"}]}]);
    bench.ok("PutBucketLifecycleConfiguration", json!({"Bucket": "src", "LifecycleConfiguration": {"Rules": late}}));
    bench.advance(24 * 60 * MINUTE_MS - 60 * SECOND_MS);
    bench.put("late", 200_000);
    bench.advance(60 * SECOND_MS);
    assert_eq!(bench.head("src", "late").unwrap().get("StorageClass"), None, "still on its way at midnight");
    bench.advance(24 * 60 * MINUTE_MS);
    assert_eq!(bench.head("src", "late").unwrap()["StorageClass"], "GLACIER");
    assert_eq!(bench.head("dst", "late").unwrap().get("StorageClass"), None);
}

#[test]
fn the_rule_of_the_highest_priority_counts_for_each_destination() {
    let mut bench = Bench::new();
    bench.bucket("third", "us-east-1");
    let rule = |id: &str, priority: u32, bucket: &str, class: &str| {
        json!({
            "ID": id, "Priority": priority, "Status": "Enabled", "Filter": {}, "DeleteMarkerReplication": {"Status": "Disabled"},
            "Destination": {"Bucket": format!("arn:aws:s3:::{bucket}"), "StorageClass": class},
        })
    };
    let rules = [rule("a", 1, "dst", "STANDARD_IA"), rule("b", 3, "dst", "GLACIER_IR"), rule("c", 2, "third", "ONEZONE_IA")];
    bench.replicate_from("src", &rules).unwrap();
    bench.put("k", 200_000);
    bench.advance(10 * MINUTE_MS);
    assert_eq!(bench.head("dst", "k").unwrap()["StorageClass"], "GLACIER_IR");
    assert_eq!(bench.head("third", "k").unwrap()["StorageClass"], "ONEZONE_IA");
    assert_eq!(bench.status("src", "k"), "COMPLETED");
}

#[test]
fn what_lies_in_an_archive_is_not_copied() {
    let mut bench = Bench::new();
    bench.replicate(bench.rule());
    bench.ok("PutObject", json!({"Bucket": "src", "Key": "k", "StorageClass": "GLACIER"}));
    bench.advance(10 * MINUTE_MS);
    assert_eq!((bench.status("src", "k").as_str(), bench.head("dst", "k").unwrap_err().as_str()), ("", "404"));
}

#[test]
fn a_run_of_a_million_alike_objects_is_copied_as_one() {
    let mut bench = Bench::new();
    let mut rule = bench.rule();
    rule["Filter"] = json!({"Prefix": "logs/"});
    bench.replicate(rule);
    bench.load("logs/", 1_000_000);
    bench.advance(MINUTE_MS);
    let backlog: Vec<_> = bench.source().replication_backlog().into_values().collect();
    assert_eq!((backlog[0].n_pending, backlog[0].pending_bytes), (1_000_000, 1_000_000_000));
    bench.advance(10 * MINUTE_MS);
    let target = bench.world.s3.bucket("dst").unwrap();
    let shape: Vec<_> = target.store().cohorts().map(|(_, cohort)| cohort.len).collect();
    assert_eq!(shape, [1_000_000]);
    let backlog: Vec<_> = bench.source().replication_backlog().into_values().collect();
    assert_eq!((backlog[0].n_pending, backlog[0].n_completed), (0, 1_000_000));
}

#[test]
fn a_run_is_cut_where_a_rules_prefix_ends_in_it() {
    let mut bench = Bench::new();
    let mut rule = bench.rule();
    rule["Filter"] = json!({"Prefix": "logs/2026-01/01/0000000"});
    bench.replicate(rule);
    bench.load("logs/", 1_000);
    bench.advance(10 * MINUTE_MS);
    let target = bench.world.s3.bucket("dst").unwrap();
    assert_eq!(target.store().cohorts().map(|(_, cohort)| cohort.len).sum::<u64>(), 10);
}

#[test]
fn versions_that_arrive_late_keep_their_order() {
    let mut bench = Bench::new();
    bench.replicate(bench.rule());
    bench.put_large("k", 20_000_000_000);
    bench.advance(30 * SECOND_MS);
    let fast = bench.put("k", 1);
    bench.advance(10 * MINUTE_MS);
    let listed = bench.ok("ListObjectVersions", json!({"Bucket": "dst"}));
    assert_eq!(
        (&listed["Versions"][0]["VersionId"], each(&listed, "Versions", "Size")),
        (&fast, vec![&json!(1), &json!(20_000_000_000_u64)])
    );
    assert_eq!(each(&listed, "Versions", "IsLatest"), [true, false]);
}

#[test]
fn a_copy_costs_a_put_at_the_destination_and_what_leaves_the_region() {
    let mut bench = Bench::across(&json!({}));
    let puts = bench.used("Requests-Tier1");
    bench.put("k", 1_000);
    bench.advance(10 * MINUTE_MS);
    assert_eq!(bench.used("Requests-Tier1") - puts, 2, "the upload and the copy");
    assert_eq!((bench.used(OUT), bench.used("S3RTC-Out-Bytes")), (1_000, 0));
    let mut same = Bench::new();
    same.replicate(same.rule());
    same.put("k", 1_000);
    same.advance(10 * MINUTE_MS);
    assert_eq!(same.used(OUT), 0, "nothing leaves the region");
}

#[test]
fn time_control_is_faster_costs_more_and_tells_what_is_late() {
    let timed = json!({
        "ReplicationTime": {"Status": "Enabled", "Time": {"Minutes": 15}}, "Metrics": {"Status": "Enabled", "EventThreshold": {"Minutes": 15}},
    });
    let mut bench = Bench::across(&timed);
    let events = bench.listen(&["s3:Replication:*"]);
    bench.put("k", 1_000);
    bench.advance(30 * SECOND_MS);
    assert_eq!((bench.status("src", "k").as_str(), bench.used("S3RTC-Out-Bytes")), ("COMPLETED", 1_000));
    // at a gigabit a second 200 GB take longer than fifteen minutes
    bench.put_large("large", 200_000_000_000);
    bench.advance(16 * MINUTE_MS);
    let told = bench.received(&events);
    assert_eq!(told[0]["eventName"], "Replication:OperationMissedThreshold");
    assert_eq!(told[0]["replicationEventData"]["s3Operation"], "OBJECT_PUT");
    bench.advance(60 * MINUTE_MS);
    let told = bench.received(&events);
    assert_eq!(told[0]["eventName"], "Replication:OperationReplicatedAfterThreshold");
    assert_eq!(bench.status("src", "large"), "COMPLETED");
}

#[test]
fn replicas_are_told_of_at_the_destination() {
    let mut bench = Bench::new();
    bench.replicate(bench.rule());
    let events = bench.listen_at("dst", &["s3:ObjectCreated:*"]);
    bench.put("k", 1);
    bench.advance(10 * MINUTE_MS);
    let told = bench.received(&events);
    assert_eq!((&told[0]["eventName"], &told[0]["s3"]["object"]["key"]), (&json!("ObjectCreated:Put"), &json!("k")));
}

#[test]
fn a_replica_is_a_version_like_any_other() {
    let mut bench = Bench::new();
    bench.replicate(bench.rule());
    bench.put("k", 1);
    bench.advance(10 * MINUTE_MS);
    let target = bench.world.s3.bucket("dst").unwrap();
    let (_, cohort) = target.store().cohorts().next().unwrap();
    let version = &cohort.versions()[0];
    assert!(matches!(version.kind, Kind::Object(_)) && version.replication.as_ref().is_some_and(|it| it.replica));
}
