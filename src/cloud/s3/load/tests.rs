//! What a bulk load writes, reads and counts.

use super::*;
use crate::{Sandbox, api::Origin, ident::Region, s3};

fn origin() -> Origin {
    Origin::admin(Region::US_EAST_1)
}

fn sandbox_with_bucket() -> Sandbox {
    let mut sandbox = Sandbox::new(SimTime::START, 1);
    sandbox.call(&origin(), s3::CreateBucket { bucket: "logs".to_owned(), ..Default::default() }).unwrap();
    sandbox
}

fn load(n_per_month: u64, bytes: u64, days: u32) -> StartLoad {
    StartLoad {
        bucket: "logs".to_owned(),
        prefix: "app/".to_owned(),
        bytes_per_month: n_per_month * bytes,
        object_bytes: bytes,
        until: SimTime::START.plus_days(days),
        ..Default::default()
    }
}

#[test]
fn a_month_of_load_writes_the_months_objects_whatever_its_length() {
    let mut sandbox = sandbox_with_bucket();
    sandbox.call(&origin(), load(1_000, 1 << 20, 59)).unwrap();
    sandbox.advance(31 * DAY_MS - 1);
    assert_eq!(sandbox.world().s3.loads()[0].written(), 1_000);
    sandbox.advance(28 * DAY_MS);
    assert_eq!(sandbox.world().s3.loads()[0].written(), 2_000);
}

#[test]
fn a_load_and_the_same_single_puts_give_the_same_objects_usage_and_version_numbers() {
    for versioned in [false, true] {
        let mut bulk = sandbox_with_bucket();
        let mut single = sandbox_with_bucket();
        if versioned {
            for sandbox in [&mut bulk, &mut single] {
                let status = serde_json::json!({"Bucket": "logs", "VersioningConfiguration": {"Status": "Enabled"}});
                sandbox.call(&origin(), crate::Request::parse("s3", "PutBucketVersioning", status).unwrap()).unwrap();
            }
        }
        bulk.call(&origin(), load(31_000, 200_000, 1)).unwrap();
        for n in 0..1_000 {
            let key = format!("app/2026-01/01/{n:08}");
            let put = s3::PutObject { bucket: "logs".to_owned(), key, body: Body::Zeros(200_000), ..Default::default() };
            single.call(&origin(), put).unwrap();
        }
        for sandbox in [&mut bulk, &mut single] {
            sandbox.advance(40 * DAY_MS);
        }
        assert_eq!(bulk.world().s3.bucket("logs"), single.world().s3.bucket("logs"));
        assert_eq!(bulk.world().usage().until(bulk.now()), single.world().usage().until(single.now()));
        assert_eq!(bulk.world().hashes()[0], single.world().hashes()[0], "ids and usage hash alike");
    }
}

#[test]
fn reads_of_archived_objects_fail_and_count() {
    let mut sandbox = sandbox_with_bucket();
    let mut spec = load(31, 1 << 20, 20);
    spec.storage_class = Some("GLACIER".to_owned());
    spec.reads = vec![ReadBand { from_days: 0, to_days: 2, times: 5, every_days: 1 }];
    sandbox.call(&origin(), spec).unwrap();
    sandbox.advance(2 * DAY_MS);
    let reads = sandbox.world().s3.loads()[0].reads()[&SimTime::START.month()];
    assert_eq!((reads.succeeded, reads.archived), (0, 5 * (1 + 2 + 2)));
    assert!(
        sandbox
            .events()
            .iter()
            .any(|event| matches!(&event.kind, crate::journal::EventKind::Happened(it) if it.facts["error"] == "InvalidObjectState"))
    );
}

#[test]
fn a_monthly_band_reads_each_object_every_thirty_days_of_its_age() {
    let band = ReadBand { from_days: 30, to_days: 120, times: 1, every_days: 30 };
    let days: Vec<u32> = (0..200).filter(|day| band.times_at(*day) > 0).collect();
    assert_eq!(days, [30, 60, 90]);
}
