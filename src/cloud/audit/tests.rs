//! What every record has, whatever the service; how a service's own members look is tested beside it.

use super::*;
use crate::{
    Sandbox,
    fault::Fault,
    ident::{Region, Zone},
    s3::{CreateBucket, HeadBucket, StartLoad},
    sts::GetCallerIdentity,
};

fn last(sandbox: &Sandbox) -> Option<Value> {
    let event = sandbox.events().last().unwrap();
    record(&sandbox.inputs()[event.input], event)
}

#[test]
fn a_record_has_cloudtrails_members_in_cloudtrails_order() {
    let mut sandbox = Sandbox::new(SimTime::START.plus(1_500), 1);
    sandbox.call(&Origin::admin(Region::SEOUL), GetCallerIdentity {}).unwrap();
    let record = last(&sandbox).unwrap();
    let names: Vec<&str> = record.as_object().unwrap().keys().map(String::as_str).collect();
    let wanted = "eventVersion userIdentity eventTime eventSource eventName awsRegion sourceIPAddress userAgent requestParameters \
                  responseElements requestID eventID readOnly eventType managementEvent recipientAccountId eventCategory tlsDetails";
    assert_eq!(names.join(" "), wanted);
    assert_eq!(record["eventTime"], "2026-01-01T00:00:01Z");
    assert_eq!(record["eventSource"], "sts.amazonaws.com");
    assert_eq!(record["requestParameters"], Value::Null);
    assert_eq!(record["readOnly"], true);
    let who = &record["userIdentity"];
    assert_eq!((&who["type"], &who["userName"], &who["accountId"]), (&json!("IAMUser"), &json!("admin"), &json!("123456789012")));
    assert!(who["principalId"].as_str().unwrap().starts_with("AIDA") && who["accessKeyId"].as_str().unwrap().starts_with("AKIA"));
    assert_eq!(who["accessKeyId"].as_str().unwrap().len(), 20);
}

#[test]
fn a_refusal_is_recorded_with_its_code_and_wording() {
    let mut sandbox = Sandbox::new(SimTime::START, 1);
    let origin = Origin { caller: Caller::Anonymous, region: Region::SEOUL };
    let refusal = sandbox.call(&origin, GetCallerIdentity {}).unwrap_err();
    let record = last(&sandbox).unwrap();
    assert_eq!(record["errorCode"], *refusal.code);
    assert_eq!(record["errorMessage"], refusal.message);
    let names: Vec<&String> = record.as_object().unwrap().keys().skip(7).take(4).collect();
    assert_eq!(names, ["userAgent", "errorCode", "errorMessage", "requestParameters"]);
    assert_eq!(record["userIdentity"], json!({"type": "AWSAccount", "principalId": "", "accountId": "anonymous"}));
}

#[test]
fn identifiers_differ_within_a_run_and_are_the_same_in_the_same_run() {
    let run = || {
        let mut sandbox = Sandbox::new(SimTime::START, 1);
        let mut ids = Vec::new();
        for _ in 0..3 {
            let _ = sandbox.call(&Origin::admin(Region::SEOUL), HeadBucket { bucket: "logs".to_owned(), ..Default::default() });
            ids.extend(["eventID", "requestID"].map(|name| last(&sandbox).unwrap()[name].as_str().unwrap().to_owned()));
        }
        ids
    };
    let ids = run();
    assert_eq!(ids, run());
    assert_eq!(ids.iter().collect::<std::collections::BTreeSet<_>>().len(), 6);
    let parts: Vec<usize> = ids[0].split('-').map(str::len).collect();
    assert_eq!(parts, [8, 4, 4, 4, 12]);
    assert!(ids[0].split('-').nth(2).unwrap().starts_with('4'), "{}", ids[0]);
}

#[test]
fn what_is_no_call_of_awss_has_no_record() {
    let mut sandbox = Sandbox::new(SimTime::START, 1);
    let origin = Origin::admin(Region::US_EAST_1);
    sandbox.call(&origin, CreateBucket { bucket: "logs".to_owned(), ..Default::default() }).unwrap();
    let load = StartLoad {
        bucket: "logs".to_owned(),
        bytes_per_month: 1 << 30,
        object_bytes: 1 << 20,
        until: SimTime::START.plus_days(90),
        ..Default::default()
    };
    sandbox.call(&origin, load).unwrap();
    assert_eq!(last(&sandbox), None, "a load stands for an application");
    let zone = Zone::named("use1-az1").unwrap();
    sandbox.fault(Fault::FailZone { zone, for_millis: Some(1_000), destroyed: false }).unwrap();
    assert_eq!(last(&sandbox), None, "a fault");
    sandbox.advance(2_000);
    assert_eq!(sandbox.events().len(), 4);
    assert_eq!(last(&sandbox), None, "a zone that heals by itself");
}

#[test]
fn looking_is_told_from_changing_by_the_verb() {
    for operation in ["GetObject", "ListBuckets", "HeadObject", "DescribeInstances", "BatchGetItem"] {
        assert!(is_read_only(operation), "{operation}");
    }
    for operation in ["PutObject", "DeleteBucket", "RestoreObject", "Listen", "GetawayCar"] {
        assert!(!is_read_only(operation), "{operation}");
    }
}
