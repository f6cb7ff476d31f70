//! Rows of small runs: what each is, which filters let it pass, and what is later than the present.

use skylab_cloud::{
    api::Origin,
    clock::{DAY_MS, SimTime},
    fault::Fault,
    ident::{Region, Zone},
    s3,
};

use super::*;

/// A bucket, its file, a refused look, a rule that deletes the file, a failing zone.
fn run() -> Sandbox {
    let origin = Origin::admin(Region::SEOUL);
    let mut sandbox = Sandbox::new(SimTime::START, 1);
    let request = |name: &str, params: Value| skylab_cloud::Request::parse("s3", name, params).unwrap();
    let place = serde_json::json!({"Bucket": "logs", "CreateBucketConfiguration": {"LocationConstraint": "ap-northeast-2"}});
    sandbox.call(&origin, request("CreateBucket", place)).unwrap();
    sandbox.call(&origin, s3::PutObject { bucket: "logs".to_owned(), key: "a".to_owned(), ..Default::default() }).unwrap();
    sandbox.call(&origin, s3::HeadBucket { bucket: "none".to_owned(), ..Default::default() }).unwrap_err();
    let rules = serde_json::json!({"Bucket": "logs", "LifecycleConfiguration":
        {"Rules": [{"ID": "gone", "Status": "Enabled", "Filter": {"Prefix": ""}, "Expiration": {"Days": 1}}]}});
    sandbox.call(&origin, request("PutBucketLifecycleConfiguration", rules)).unwrap();
    sandbox.advance(3 * DAY_MS);
    let zone = Zone::named("apne2-az1").unwrap();
    sandbox.fault(Fault::FailZone { zone, for_millis: None, destroyed: false }).unwrap();
    sandbox
}

fn answers(sandbox: &Sandbox, show: Show) -> Vec<Answer<'_>> {
    of(sandbox).filter(|row| row.is_shown(show)).map(|row| row.answer()).collect()
}

#[test]
fn each_filter_lets_its_own_rows_pass_newest_first() {
    let sandbox = run();
    let all = [Answer::Fault, Answer::Happened, Answer::Ok, Answer::Refused("404"), Answer::Ok, Answer::Ok];
    assert_eq!(answers(&sandbox, Show::All), all);
    assert_eq!(answers(&sandbox, Show::Changes), [Answer::Ok, Answer::Ok, Answer::Ok]);
    assert_eq!(answers(&sandbox, Show::Refused), [Answer::Refused("404")]);
    assert_eq!(answers(&sandbox, Show::Own), [Answer::Fault, Answer::Happened]);
}

#[test]
fn rows_after_the_present_position_are_later() {
    let mut sandbox = run();
    sandbox.seek_input(2);
    assert_eq!(of(&sandbox).map(|row| row.is_later).collect::<Vec<_>>(), [true, true, true, true, false, false]);
    assert_eq!(of(&sandbox).map(|row| row.on()).collect::<Vec<_>>(), ["apne2-az1", "logs", "logs", "none", "logs/a", "logs"]);
}

#[test]
fn a_happening_is_known_by_awss_name_of_it() {
    let did = |name: &str, facts: Value| {
        let facts = facts.as_object().unwrap().iter().map(|(name, value)| (name.clone(), value.clone())).collect();
        super::did(&Happening { name: name.to_owned(), resource: "arn:aws:s3:::logs".to_owned(), facts })
    };
    assert_eq!(did("S3.TRANSITION_GDA.OBJECT", serde_json::json!({})), Did::Moved(StorageClass::DeepArchive));
    assert_eq!(did("S3.EXPIRE.OBJECT", serde_json::json!({})), Did::Expired);
    assert_eq!(did("GetObject", serde_json::json!({"error": "NoSuchKey", "reads": 3})), Did::Refused);
    assert_eq!(did("ZoneFailed", serde_json::json!({"destroyed": true})), Did::ZoneDestroyed);
    assert_eq!(did("SomethingNew", serde_json::json!({})), Did::Other);
}
