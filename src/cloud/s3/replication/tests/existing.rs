//! What a job of S3 Batch Replication does to objects that were there before their rules, or failed.

use serde_json::json;

use super::bench::Bench;
use crate::clock::MINUTE_MS;

#[test]
fn a_job_copies_what_was_there_before_the_rule_and_what_failed() {
    let mut bench = Bench::new();
    bench.load("logs/", 1_000);
    bench.put("old", 1);
    bench.replicate(bench.rule());
    bench.allow(&json!("s3:Get*"));
    bench.put("failed", 1);
    bench.advance(10 * MINUTE_MS);
    assert_eq!(bench.status("src", "failed"), "FAILED");
    bench.allow(&json!("s3:*"));
    let job = json!({"Bucket": "src", "Job": 1, "Statuses": ["NONE", "FAILED"]});
    assert_eq!(bench.ok("ReplicateExisting", job)["NObjects"], 1_002);
    bench.advance(10 * MINUTE_MS);
    for key in ["old", "failed"] {
        assert_eq!(bench.status("src", key), "COMPLETED", "{key}");
        assert_eq!(bench.status("dst", key), "REPLICA", "{key}");
    }
    let done = bench.world.s3.existing(1).unwrap();
    assert_eq!((done.n_total, done.n_succeeded, done.n_failed, done.ended.is_some()), (1_002, 1_002, 0, true));
}

#[test]
fn a_job_may_be_narrowed_by_prefix_age_size_and_class() {
    let mut bench = Bench::new();
    bench.put("a/small", 1);
    bench.put("a/large", 1_000);
    bench.put("b", 1_000);
    bench.replicate(bench.rule());
    let job = json!({"Bucket": "src", "Job": 1, "Prefixes": ["a/"], "LargerThanBytes": 10, "StorageClasses": ["STANDARD"]});
    assert_eq!(bench.ok("ReplicateExisting", job)["NObjects"], 1);
    bench.advance(10 * MINUTE_MS);
    assert_eq!(bench.status("dst", "a/large"), "REPLICA");
    assert!(bench.head("dst", "a/small").is_err() && bench.head("dst", "b").is_err());
}

#[test]
fn a_job_copies_replicas_on() {
    let mut bench = Bench::new();
    bench.bucket("third", "us-east-1");
    bench.replicate(bench.rule());
    let mut on = bench.rule();
    on["Destination"] = json!({"Bucket": "arn:aws:s3:::third"});
    bench.replicate_from("dst", &[on]).unwrap();
    bench.put("k", 1);
    bench.advance(10 * MINUTE_MS);
    bench.ok("ReplicateExisting", json!({"Bucket": "dst", "Job": 1, "Statuses": ["REPLICA"]}));
    bench.advance(10 * MINUTE_MS);
    assert_eq!(bench.status("third", "k"), "REPLICA");
    assert_eq!(bench.status("dst", "k"), "REPLICA");
}
