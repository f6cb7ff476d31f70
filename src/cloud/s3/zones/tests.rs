//! ONEZONE_IA while its zone is out, and after its zone is gone; everything else beside it.

use serde_json::{Value, json};

use super::*;
use crate::{
    Sandbox,
    api::Origin,
    clock::{DAY_MS, SimTime},
    fault::Fault,
    ident::Region,
    journal::EventKind,
    s3::{ReadBand, StartLoad, list::bench::Bench},
};

const BYTES: u64 = 200_000;

fn zone() -> Zone {
    Zone::first(Region::US_EAST_1)
}

fn fail(bench: &mut Bench, zone: Zone, destroyed: bool) {
    bench.world.fault(&Fault::FailZone { zone, for_millis: None, destroyed }).unwrap();
}

fn heal(bench: &mut Bench) {
    bench.world.fault(&Fault::HealZone { zone: zone() }).unwrap();
}

fn object(key: &str, class: &str) -> Value {
    json!({"Key": key, "Body": {"Zeros": BYTES}, "StorageClass": class})
}

/// An object of each class, named as its class.
fn filled() -> Bench {
    let mut bench = Bench::new();
    for class in StorageClass::ALL {
        bench.ok("PutObject", object(class.name(), class.name()));
    }
    bench
}

fn refused(bench: &mut Bench, operation: &str, params: Value) {
    let (before, used) = (bench.world.s3.clone(), bench.world.usage().clone());
    let error = bench.call(operation, params).expect_err(operation);
    assert_eq!((error.status, error.code.as_ref()), (503, "ServiceUnavailable"), "{operation}");
    assert_eq!((&bench.world.s3, bench.world.usage()), (&before, &used), "{operation} changes nothing and is not billed");
}

#[test]
fn while_a_zone_is_out_only_what_lies_in_it_cannot_be_read_or_written() {
    let mut bench = filled();
    fail(&mut bench, zone(), false);
    refused(&mut bench, "GetObject", json!({"Key": "ONEZONE_IA"}));
    refused(&mut bench, "PutObject", object("new", "ONEZONE_IA"));
    for class in StorageClass::ALL.into_iter().filter(|class| !class.is_one_zone()) {
        bench.ok("PutObject", object("new", class.name()));
        if !class.is_archive() {
            bench.ok("GetObject", json!({"Key": class.name()}));
        }
    }
    heal(&mut bench);
    bench.ok("GetObject", json!({"Key": "ONEZONE_IA"}));
    bench.ok("PutObject", object("new", "ONEZONE_IA"));
}

#[test]
fn metadata_tags_lists_and_deletes_go_on_while_the_zone_is_out() {
    let mut bench = filled();
    fail(&mut bench, zone(), false);
    assert_eq!(bench.ok("HeadObject", json!({"Key": "ONEZONE_IA"}))["StorageClass"], "ONEZONE_IA");
    assert_eq!(bench.ok("ListObjectsV2", json!({}))["KeyCount"], StorageClass::ALL.len());
    bench.ok("PutObjectTagging", json!({"Key": "ONEZONE_IA", "Tagging": {"TagSet": []}}));
    bench.ok("DeleteObject", json!({"Key": "ONEZONE_IA"}));
    assert_eq!(bench.refused("GetObject", json!({"Key": "ONEZONE_IA"})), "NoSuchKey");
}

#[test]
fn another_zone_or_the_same_one_elsewhere_changes_nothing() {
    let mut bench = filled();
    for zone in Region::US_EAST_1.zones().skip(1).chain(Region::SEOUL.zones()).collect::<Vec<_>>() {
        fail(&mut bench, zone, true);
    }
    bench.ok("GetObject", json!({"Key": "ONEZONE_IA"}));
    assert_eq!(bench.stored("TimedStorage-ZIA-ByteHrs"), u128::from(BYTES));
}

#[test]
fn a_copy_needs_the_zones_of_its_source_and_of_its_target() {
    let mut bench = filled();
    bench.ok("CreateBucket", json!({"Bucket": "elsewhere", "CreateBucketConfiguration": {"LocationConstraint": "us-west-2"}}));
    fail(&mut bench, zone(), false);
    refused(&mut bench, "CopyObject", json!({"Key": "copy", "CopySource": "lab/ONEZONE_IA"}));
    refused(&mut bench, "CopyObject", json!({"Key": "copy", "CopySource": "lab/STANDARD", "StorageClass": "ONEZONE_IA"}));
    bench.ok("CopyObject", json!({"Key": "copy", "CopySource": "lab/STANDARD"}));
    refused(&mut bench, "CopyObject", json!({"Bucket": "elsewhere", "Key": "copy", "CopySource": "lab/ONEZONE_IA"}));
    bench.ok("CopyObject", json!({"Bucket": "elsewhere", "Key": "copy", "CopySource": "lab/STANDARD", "StorageClass": "ONEZONE_IA"}));
    assert_eq!(bench.refused("CopyObject", json!({"Key": "copy", "CopySource": "lab/nothing"})), "NoSuchKey");
}

fn begin(bench: &mut Bench, key: &str, class: &str) -> Value {
    bench.ok("CreateMultipartUpload", json!({"Key": key, "StorageClass": class}))["UploadId"].clone()
}

#[test]
fn an_upload_into_a_zone_that_is_out_neither_begins_nor_goes_on() {
    let mut bench = filled();
    let id = begin(&mut bench, "k", "ONEZONE_IA");
    let other = begin(&mut bench, "k", "STANDARD");
    let part = |id: &Value| json!({"Key": "k", "UploadId": id, "PartNumber": 1, "Body": {"Zeros": BYTES}});
    let copied = |id: &Value, source: &str| json!({"Key": "k", "UploadId": id, "PartNumber": 2, "CopySource": format!("lab/{source}")});
    let etag = bench.ok("UploadPart", part(&id))["ETag"].clone();
    let complete = json!({"Key": "k", "UploadId": id, "MultipartUpload": {"Parts": [{"PartNumber": 1, "ETag": etag}]}});
    fail(&mut bench, zone(), false);
    refused(&mut bench, "CreateMultipartUpload", json!({"Key": "k", "StorageClass": "ONEZONE_IA"}));
    refused(&mut bench, "UploadPart", part(&id));
    refused(&mut bench, "UploadPartCopy", copied(&id, "STANDARD"));
    refused(&mut bench, "CompleteMultipartUpload", complete.clone());
    refused(&mut bench, "UploadPartCopy", copied(&other, "ONEZONE_IA"));
    bench.ok("UploadPart", part(&other));
    heal(&mut bench);
    bench.ok("CompleteMultipartUpload", complete);
}

#[test]
fn lifecycle_moves_out_of_and_into_the_zone_wait_until_it_is_healed() {
    let mut bench = filled();
    let rules = json!({"Rules": [{"ID": "x", "Status": "Enabled", "Filter": {},
        "Transitions": [{"Days": 30, "StorageClass": "ONEZONE_IA"}, {"Days": 60, "StorageClass": "GLACIER"}], "Expiration": {"Days": 90}}]});
    bench.ok("PutBucketLifecycleConfiguration", json!({"LifecycleConfiguration": rules}));
    let class = |bench: &mut Bench, key: &str| {
        let head = bench.ok("HeadObject", json!({"Key": key}));
        head.get("StorageClass").map_or("STANDARD".to_owned(), |class| class.as_str().unwrap().to_owned())
    };
    fail(&mut bench, zone(), false);
    bench.advance_days(45);
    assert_eq!(class(&mut bench, "STANDARD"), "STANDARD");
    heal(&mut bench);
    bench.advance_days(1);
    assert_eq!(class(&mut bench, "STANDARD"), "ONEZONE_IA");
    fail(&mut bench, zone(), false);
    bench.advance_days(20);
    assert_eq!((class(&mut bench, "STANDARD"), class(&mut bench, "GLACIER_IR")), ("ONEZONE_IA".to_owned(), "GLACIER".to_owned()));
    bench.advance_days(30);
    assert_eq!(bench.ok("ListObjectsV2", json!({})).get("Contents"), None, "expiration needs no data");
}

#[test]
fn a_destroyed_zone_takes_its_objects_along_and_their_billing_ends() {
    let mut bench = filled();
    begin(&mut bench, "unfinished", "ONEZONE_IA");
    bench.advance_days(1);
    let early = bench.used("EarlyDelete-ZIA");
    fail(&mut bench, zone(), true);
    assert_eq!(bench.refused("GetObject", json!({"Key": "ONEZONE_IA"})), "NoSuchKey");
    assert_eq!(bench.refused("HeadObject", json!({"Key": "ONEZONE_IA"})), "404");
    assert_eq!((bench.stored("TimedStorage-ZIA-ByteHrs"), bench.used("EarlyDelete-ZIA")), (0, early));
    assert_eq!(bench.ok("ListObjectsV2", json!({}))["KeyCount"], StorageClass::ALL.len() - 1);
    assert_eq!(bench.ok("ListMultipartUploads", json!({})).get("Uploads"), None);
    refused(&mut bench, "PutObject", object("new", "ONEZONE_IA"));
    heal(&mut bench);
    assert_eq!(bench.refused("GetObject", json!({"Key": "ONEZONE_IA"})), "NoSuchKey");
    bench.ok("PutObject", object("new", "ONEZONE_IA"));
}

#[test]
fn what_is_left_is_stored_as_if_the_lost_objects_had_never_been() {
    let (mut bench, mut without) = (Bench::new(), Bench::new());
    for n in 0..12 {
        let lies_there = [3, 4, 8].contains(&n);
        bench.ok("PutObject", object(&format!("k{n:02}"), if lies_there { "ONEZONE_IA" } else { "STANDARD" }));
        if !lies_there {
            without.ok("PutObject", object(&format!("k{n:02}"), "STANDARD"));
        }
    }
    bench.ok("PutObject", object("k05x", "ONEZONE_IA"));
    fail(&mut bench, zone(), true);
    assert_eq!(bench.world.s3.bucket("lab").unwrap().store(), without.world.s3.bucket("lab").unwrap().store());
    assert_eq!(bench.stored("TimedStorage-ByteHrs"), without.stored("TimedStorage-ByteHrs"));
}

#[test]
fn older_versions_elsewhere_outlive_the_zone() {
    let mut bench = Bench::versioned();
    for class in ["ONEZONE_IA", "STANDARD", "ONEZONE_IA"] {
        bench.ok("PutObject", object("k", class));
    }
    fail(&mut bench, zone(), true);
    assert_eq!(bench.ok("GetObject", json!({"Key": "k"})).get("StorageClass"), None);
    assert_eq!(bench.ok("ListObjectVersions", json!({}))["Versions"].as_array().unwrap().len(), 1);
}

fn run() -> Sandbox {
    let mut sandbox = Sandbox::new(SimTime::START, 1);
    let origin = Origin::admin(Region::US_EAST_1);
    sandbox.call(&origin, crate::s3::CreateBucket { bucket: "logs".to_owned(), ..Default::default() }).unwrap();
    let load = StartLoad {
        bucket: "logs".to_owned(),
        prefix: "app/".to_owned(),
        bytes_per_month: 310 * BYTES,
        object_bytes: BYTES,
        reads: vec![ReadBand { from_days: 0, to_days: 2, times: 3, every_days: 1 }],
        until: SimTime::START.plus_days(20),
        storage_class: Some("ONEZONE_IA".to_owned()),
    };
    sandbox.call(&origin, load).unwrap();
    sandbox
}

#[test]
fn reads_and_writes_of_a_load_fail_while_the_zone_is_out() {
    let mut sandbox = run();
    sandbox.advance(DAY_MS - 1);
    sandbox.fault(Fault::FailZone { zone: zone(), for_millis: Some(DAY_MS), destroyed: false }).unwrap();
    sandbox.advance(2 * DAY_MS);
    let load = &sandbox.world().s3.loads()[0];
    assert_eq!((load.written(), load.unwritten()), (20, 10), "written on the first and the third day");
    let reads = load.reads()[&SimTime::START.month()];
    // day 1: what was written; day 2: what was, and what could not be; day 3: what is new, and what was never written
    assert_eq!((reads.succeeded, reads.unavailable, reads.missing), (30 + 30, 30, 30 + 30));
    assert_eq!(reads.failed(), 90);
    let told = sandbox.events().iter().filter_map(|event| match &event.kind {
        EventKind::Happened(it) if it.facts.get("error") == Some(&json!("ServiceUnavailable")) => Some(it.name.as_str()),
        _ => None,
    });
    assert_eq!(told.collect::<Vec<_>>(), ["PutObject", "GetObject"]);
}

#[test]
fn what_a_bucket_lost_is_told_once_with_objects_and_bytes() {
    let mut sandbox = run();
    sandbox.advance(4 * DAY_MS);
    let n_objects = sandbox.world().s3.bucket("logs").unwrap().stored()[&StorageClass::OnezoneIa].n_objects;
    sandbox.fault(Fault::FailZone { zone: zone(), for_millis: None, destroyed: true }).unwrap();
    let Some(EventKind::Happened(last)) = sandbox.events().last().map(|event| event.kind.clone()) else { panic!() };
    assert_eq!((last.name.as_str(), last.resource.as_str()), ("ObjectsLost", "arn:aws:s3:::logs"));
    assert_eq!((&last.facts["objects"], &last.facts["bytes"]), (&json!(n_objects), &json!(n_objects * BYTES)));
    assert!(sandbox.world().s3.bucket("logs").unwrap().store().is_empty());
    sandbox.undo();
    assert_eq!(sandbox.world().s3.bucket("logs").unwrap().stored()[&StorageClass::OnezoneIa].n_objects, n_objects);
}
