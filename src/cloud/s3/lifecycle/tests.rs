//! Lifecycle on the clock: rules are put by the API, time passes, and what lies in the bucket is compared. What a put
//! refuses is tested beside `validate`.

use serde_json::{Value, json};

use crate::{
    Request, World,
    api::Origin,
    clock::{DAY_MS, SimTime},
    ident::Region,
    s3::Version,
};

mod overlaps;
mod prefixes;
mod versions;

/// Large enough to transition by default.
const BIG: u64 = 200_000;
/// Too small to transition by default.
const SMALL: u64 = 1_000;

/// A bucket in a cloud that starts on 1 January 2026 at 10:30.
struct Cloud(World);

impl Cloud {
    fn new() -> Self {
        let mut cloud = Self(World::new(SimTime::parse("2026-01-01T10:30:00Z").unwrap(), 1));
        cloud.call("CreateBucket", json!({}));
        cloud
    }

    /// A call about the bucket, which must succeed.
    #[track_caller]
    fn call(&mut self, operation: &str, mut params: Value) -> Value {
        params["Bucket"] = json!("bucket");
        let request = Request::parse("s3", operation, params).unwrap();
        self.0.call(&Origin::admin(Region::US_EAST_1), request).unwrap()
    }

    /// Replaces the rules; each is enabled and for the whole bucket unless it says otherwise.
    #[track_caller]
    fn rules(&mut self, rules: &[Value]) {
        let filled = |rule: &Value| {
            let mut filled = json!({"Filter": {}, "Status": "Enabled"});
            filled.as_object_mut().unwrap().extend(rule.as_object().unwrap().clone());
            filled
        };
        let rules: Vec<_> = rules.iter().map(filled).collect();
        self.call("PutBucketLifecycleConfiguration", json!({"LifecycleConfiguration": {"Rules": rules}}));
    }

    #[track_caller]
    fn put(&mut self, key: &str, size: u64) -> Value {
        self.call("PutObject", json!({"Key": key, "Body": {"Zeros": size}}))
    }

    #[track_caller]
    fn versioning(&mut self, status: &str) {
        self.call("PutBucketVersioning", json!({"VersioningConfiguration": {"Status": status}}));
    }

    /// Lets time pass until that moment.
    #[track_caller]
    fn until(&mut self, moment: &str) {
        let moment = SimTime::parse(moment).unwrap();
        assert!(moment >= self.0.now(), "time does not run back");
        self.0.run_until(moment);
    }

    /// Lets whole days pass.
    fn days(&mut self, n: u32) {
        self.0.run_until(self.0.now().plus_days(n));
    }

    /// A key's versions, newest first: the class of each, or `marker`.
    fn stack(&self, key: &str) -> Vec<&'static str> {
        let found = self.0.s3.bucket("bucket").unwrap().store().find(key);
        let versions = found.map(|found| found.cohort.versions()).unwrap_or_default();
        versions.iter().map(|version| version.object().map_or("marker", |object| object.class.name())).collect()
    }

    fn version(&self, key: &str, index: usize) -> &Version {
        &self.0.s3.bucket("bucket").unwrap().store().find(key).unwrap().cohort.versions()[index]
    }

    /// Each change of a key's versions within so many days, as (day, versions); day 1 begins at the first midnight.
    fn history(&mut self, key: &str, n_days: i64) -> Vec<(i64, Vec<&'static str>)> {
        let start = self.0.now().midnight();
        let mut history = vec![(0, self.stack(key))];
        for day in 1..=n_days {
            self.0.run_until(SimTime::from_millis(start.millis() + day * DAY_MS));
            let stack = self.stack(key);
            if history.last().is_none_or(|(_, last)| *last != stack) {
                history.push((day, stack));
            }
        }
        history
    }
}

fn expire(days: u32) -> Value {
    json!({"Expiration": {"Days": days}})
}

fn moves(steps: &[(u32, &str)]) -> Value {
    let steps: Vec<_> = steps.iter().map(|(days, class)| json!({"Days": days, "StorageClass": class})).collect();
    json!({"Transitions": steps})
}

/// A rule with more members.
fn with(mut rule: Value, members: Value) -> Value {
    if let (Some(rule), Value::Object(members)) = (rule.as_object_mut(), members) {
        rule.extend(members);
    }
    rule
}

#[test]
fn age_is_rounded_up_to_the_next_midnight_utc() {
    let mut cloud = Cloud::new();
    cloud.rules(&[expire(3)]);
    cloud.until("2026-01-15T10:30:00Z");
    cloud.put("k", BIG);
    cloud.until("2026-01-18T23:59:59Z");
    assert_eq!(cloud.stack("k"), ["STANDARD"]);
    cloud.until("2026-01-19T00:00:00Z");
    assert_eq!(cloud.stack("k"), [""; 0]);
}

#[test]
fn a_transition_after_0_days_happens_at_the_following_midnight() {
    let mut cloud = Cloud::new();
    cloud.rules(&[moves(&[(0, "GLACIER")])]);
    cloud.put("k", BIG);
    assert_eq!(cloud.history("k", 5), [(0, vec!["STANDARD"]), (1, vec!["GLACIER"])]);
}

#[test]
fn one_rule_leads_down_the_waterfall_and_out_of_the_bucket() {
    let mut cloud = Cloud::new();
    cloud.rules(&[with(moves(&[(30, "STANDARD_IA"), (60, "GLACIER_IR"), (150, "GLACIER"), (240, "DEEP_ARCHIVE")]), expire(365))]);
    cloud.put("k", BIG);
    let steps = [(0, "STANDARD"), (31, "STANDARD_IA"), (61, "GLACIER_IR"), (151, "GLACIER"), (241, "DEEP_ARCHIVE")];
    let mut expected: Vec<_> = steps.into_iter().map(|(day, class)| (day, vec![class])).collect();
    expected.push((366, vec![]));
    assert_eq!(cloud.history("k", 400), expected);
}

#[test]
fn objects_are_moved_only_down_the_waterfall() {
    let mut cloud = Cloud::new();
    cloud.rules(&[moves(&[(30, "STANDARD_IA")])]);
    cloud.call("PutObject", json!({"Key": "k", "Body": {"Zeros": BIG}, "StorageClass": "GLACIER_IR"}));
    cloud.call("PutObject", json!({"Key": "z", "Body": {"Zeros": BIG}, "StorageClass": "ONEZONE_IA"}));
    cloud.days(40);
    assert_eq!(cloud.stack("k"), ["GLACIER_IR"]);
    cloud.rules(&[moves(&[(0, "GLACIER_IR")])]);
    cloud.days(2);
    assert_eq!(cloud.stack("z"), ["ONEZONE_IA"], "One Zone-IA does not reach Glacier Instant Retrieval");
    cloud.rules(&[moves(&[(0, "GLACIER")])]);
    cloud.days(2);
    assert_eq!(cloud.stack("z"), ["GLACIER"]);
}

#[test]
fn objects_under_128_kb_do_not_transition_by_default() {
    let mut cloud = Cloud::new();
    cloud.rules(&[moves(&[(0, "GLACIER")]), with(moves(&[(30, "STANDARD_IA")]), json!({"Filter": {"Prefix": "s"}}))]);
    cloud.put("small", (128 << 10) - 1);
    cloud.put("large", 128 << 10);
    cloud.days(40);
    assert_eq!((cloud.stack("small"), cloud.stack("large")), (vec!["STANDARD"], vec!["GLACIER"]));
}

#[test]
fn under_the_older_default_small_objects_enter_the_two_archives_only() {
    for (class, after) in
        [("STANDARD_IA", "STANDARD"), ("GLACIER_IR", "STANDARD"), ("GLACIER", "GLACIER"), ("DEEP_ARCHIVE", "DEEP_ARCHIVE")]
    {
        let mut cloud = Cloud::new();
        let rule = with(moves(&[(30, class)]), json!({"Filter": {}, "Status": "Enabled"}));
        let put = json!({"LifecycleConfiguration": {"Rules": [rule]}, "TransitionDefaultMinimumObjectSize": "varies_by_storage_class"});
        cloud.call("PutBucketLifecycleConfiguration", put);
        cloud.put("k", SMALL);
        cloud.days(40);
        assert_eq!(cloud.stack("k"), [after]);
    }
}

#[test]
fn a_size_filter_of_the_rule_s_own_takes_the_place_of_the_default() {
    let mut cloud = Cloud::new();
    cloud.rules(&[with(moves(&[(30, "STANDARD_IA")]), json!({"Filter": {"ObjectSizeGreaterThan": 500}}))]);
    cloud.put("k", SMALL);
    cloud.days(40);
    assert_eq!(cloud.stack("k"), ["STANDARD_IA"]);
}

#[test]
fn bounds_of_a_size_filter_are_exclusive() {
    let mut cloud = Cloud::new();
    cloud.rules(&[with(expire(1), json!({"Filter": {"And": {"ObjectSizeGreaterThan": 10, "ObjectSizeLessThan": 20}}}))]);
    for size in [10, 11, 19, 20] {
        cloud.put(&format!("k{size}x"), size);
    }
    cloud.days(3);
    let left: Vec<_> = [10, 11, 19, 20].into_iter().filter(|size| !cloud.stack(&format!("k{size}x")).is_empty()).collect();
    assert_eq!(left, [10, 20]);
}

#[test]
fn size_does_not_keep_small_objects_from_expiring() {
    let mut cloud = Cloud::new();
    cloud.rules(&[expire(1)]);
    cloud.put("k", 0);
    cloud.days(2);
    assert_eq!(cloud.stack("k"), [""; 0]);
}

#[test]
fn a_date_rule_acts_at_its_midnight_and_then_on_every_object_that_comes_later() {
    let mut cloud = Cloud::new();
    cloud.rules(&[json!({"Expiration": {"Date": "2026-02-01T00:00:00Z"}})]);
    cloud.put("early", BIG);
    cloud.until("2026-01-31T23:59:59Z");
    assert_eq!(cloud.stack("early"), ["STANDARD"]);
    cloud.until("2026-02-01T00:00:00Z");
    assert_eq!(cloud.stack("early"), [""; 0]);
    cloud.until("2026-03-05T12:00:00Z");
    cloud.put("late", BIG);
    cloud.until("2026-03-06T00:00:00Z");
    assert_eq!(cloud.stack("late"), [""; 0]);
}

#[test]
fn a_transition_on_a_date_acts_at_its_midnight() {
    let mut cloud = Cloud::new();
    cloud.rules(&[json!({"Transitions": [{"Date": "2026-01-10T00:00:00Z", "StorageClass": "GLACIER"}]})]);
    cloud.put("k", BIG);
    assert_eq!(cloud.history("k", 20), [(0, vec!["STANDARD"]), (9, vec!["GLACIER"])]);
}

#[test]
fn a_disabled_rule_does_nothing() {
    let mut cloud = Cloud::new();
    cloud.rules(&[with(expire(1), json!({"Status": "Disabled"}))]);
    cloud.put("k", BIG);
    cloud.days(10);
    assert_eq!(cloud.stack("k"), ["STANDARD"]);
}

#[test]
fn removing_or_disabling_a_rule_stops_what_was_due() {
    for remove in [true, false] {
        let mut cloud = Cloud::new();
        cloud.rules(&[expire(5)]);
        cloud.put("k", BIG);
        cloud.days(4);
        if remove {
            cloud.call("DeleteBucketLifecycle", json!({}));
        } else {
            cloud.rules(&[with(expire(5), json!({"Status": "Disabled"}))]);
        }
        cloud.days(10);
        assert_eq!(cloud.stack("k"), ["STANDARD"]);
    }
}

#[test]
fn a_new_rule_acts_at_the_next_midnight_on_objects_that_are_already_old_enough() {
    let mut cloud = Cloud::new();
    cloud.put("k", BIG);
    cloud.days(100);
    cloud.rules(&[moves(&[(30, "STANDARD_IA")])]);
    assert_eq!(cloud.history("k", 3), [(0, vec!["STANDARD"]), (1, vec!["STANDARD_IA"])]);
}

#[test]
fn an_overwrite_starts_age_anew() {
    let mut cloud = Cloud::new();
    cloud.rules(&[expire(5)]);
    cloud.put("k", BIG);
    cloud.days(4);
    cloud.put("k", BIG);
    assert_eq!(cloud.history("k", 10), [(0, vec!["STANDARD"]), (6, vec![])]);
}
