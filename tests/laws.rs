//! The laws of the model, held against random requests over every service.

mod identities;
mod keys;
mod sharing;
mod telling;

use keys::{alias, key_id, kms};
use proptest::{collection::vec, prelude::*, sample::select};
use serde_json::{Value, json};
use skylab_cloud::{
    Request, Sandbox, World,
    api::Origin,
    clock::{DAY_MS, SimTime},
    fault::Fault,
    ident::{AccountId, Caller, Region, Zone},
};

const SEED: u64 = 7;

/// Something from outside.
#[derive(Clone, Debug)]
enum Act {
    Call { service: &'static str, operation: &'static str, params: Value },
    Fault(Fault),
    Advance(i64),
}

fn bucket() -> impl Strategy<Value = &'static str> {
    select(&["alpha-logs", "beta-data", "nobody-has-this"])
}

fn key() -> impl Strategy<Value = String> {
    (select(&["logs/", "a", "x/y/"]), 0_u32..12).prop_map(|(stem, n)| format!("{stem}{n:02}"))
}

fn class() -> impl Strategy<Value = &'static str> {
    select(&["STANDARD", "STANDARD_IA", "GLACIER", "DEEP_ARCHIVE", "INTELLIGENT_TIERING", "GLACIER_IR", "ONEZONE_IA", "NONSENSE"])
}

fn call(operation: &'static str, params: Value) -> Act {
    Act::Call { service: "s3", operation, params }
}

fn rules() -> impl Strategy<Value = Value> {
    let rule = (
        select(&["", "logs/", "logs/0", "a1"]),
        0_i64..5,
        select(&["GLACIER", "DEEP_ARCHIVE", "INTELLIGENT_TIERING", "GLACIER_IR"]),
        6_i64..9,
        any::<bool>(),
    );
    vec(rule, 1..4).prop_map(|rules| {
        let rules = rules.into_iter().enumerate().map(|(n, (prefix, days, class, expire, enabled))| {
            json!({
                "ID": format!("rule-{n}"), "Filter": {"Prefix": prefix}, "Status": if enabled { "Enabled" } else { "Disabled" },
                "Transitions": [{"Days": days, "StorageClass": class}], "Expiration": {"Days": expire},
                "NoncurrentVersionExpiration": {"NoncurrentDays": expire},
            })
        });
        json!({"Rules": rules.collect::<Vec<_>>()})
    })
}

fn writes() -> impl Strategy<Value = Act> {
    prop_oneof![
        (bucket(), any::<bool>()).prop_map(|(b, locks)| call("CreateBucket", json!({"Bucket": b, "ObjectLockEnabledForBucket": locks}))),
        bucket().prop_map(|b| call("DeleteBucket", json!({"Bucket": b}))),
        (bucket(), key(), class(), select(&[0_u64, 10, 200_000])).prop_map(|(b, k, c, size)| call(
            "PutObject",
            json!({"Bucket": b, "Key": k, "StorageClass": c, "Body": {"Zeros": size}})
        )),
        (bucket(), key()).prop_map(|(b, k)| call("DeleteObject", json!({"Bucket": b, "Key": k}))),
        (bucket(), key()).prop_map(|(b, k)| call("GetObject", json!({"Bucket": b, "Key": k}))),
        (bucket(), key(), key(), class()).prop_map(|(b, from, to, c)| call(
            "CopyObject",
            json!({"Bucket": b, "Key": to, "CopySource": format!("{b}/{from}"), "StorageClass": c})
        )),
        (bucket(), key()).prop_map(|(b, k)| call(
            "RestoreObject",
            json!({"Bucket": b, "Key": k, "RestoreRequest": {"Days": 2, "GlacierJobParameters": {"Tier": "Standard"}}})
        )),
        (bucket(), select(&["Enabled", "Suspended", "Off"])).prop_map(|(b, s)| call(
            "PutBucketVersioning",
            json!({"Bucket": b, "VersioningConfiguration": {"Status": s}})
        )),
        (bucket(), rules()).prop_map(|(b, rules)| call("PutBucketLifecycleConfiguration", json!({"Bucket": b, "LifecycleConfiguration": rules}))),
        bucket().prop_map(|b| call("DeleteBucketLifecycle", json!({"Bucket": b}))),
        (bucket(), key()).prop_map(|(b, k)| call("CreateMultipartUpload", json!({"Bucket": b, "Key": k}))),
        (bucket(), key()).prop_map(|(b, k)| call(
            "PutObjectTagging",
            json!({"Bucket": b, "Key": k, "Tagging": {"TagSet": [{"Key": "team", "Value": "a"}]}})
        )),
        (bucket(), 1_u64..40).prop_map(|(b, n)| call(
            "StartLoad",
            json!({"Bucket": b, "Prefix": "logs/", "BytesPerMonth": n * 31 * 200_000, "ObjectBytes": 200_000, "Until": "2026-02-01T00:00:00Z",
                   "Reads": [{"FromDays": 0, "ToDays": 3, "Times": 2, "EveryDays": 1}]})
        )),
    ]
}

/// What encrypts objects, and what locks them.
fn protection() -> impl Strategy<Value = Act> {
    let until = || (1_u32..40).prop_map(|days| SimTime::START.plus_days(days).to_string());
    let mode = || select(&["GOVERNANCE", "COMPLIANCE"]);
    let by_caller = json!({"SSECustomerAlgorithm": "AES256", "SSECustomerKey": "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY="});
    let with_key = move |mut params: Value| {
        params.as_object_mut().unwrap().extend(by_caller.as_object().unwrap().clone());
        params
    };
    let with_key_again = with_key.clone();
    prop_oneof![
        (bucket(), key(), select(&["aws:kms", "aws:kms:dsse"]), select(&[None, Some("alias/one")]), any::<bool>()).prop_map(
            |(b, k, algorithm, kms_key, bucket_key)| call(
                "PutObject",
                json!({"Bucket": b, "Key": k, "Body": "aGk=", "ServerSideEncryption": algorithm, "SSEKMSKeyId": kms_key,
                       "BucketKeyEnabled": bucket_key})
            )
        ),
        (bucket(), key()).prop_map(move |(b, k)| call("PutObject", with_key(json!({"Bucket": b, "Key": k, "Body": "aGk="})))),
        (bucket(), key()).prop_map(move |(b, k)| call("GetObject", with_key_again(json!({"Bucket": b, "Key": k})))),
        (bucket(), select(&["AES256", "aws:kms", "aws:kms:dsse"]), select(&["SSE-C", "NONE"]), any::<bool>()).prop_map(
            |(b, algorithm, blocked, bucket_key)| {
                let rule = json!({"ApplyServerSideEncryptionByDefault": {"SSEAlgorithm": algorithm}, "BucketKeyEnabled": bucket_key,
                                  "BlockedEncryptionTypes": {"EncryptionType": [blocked]}});
                call("PutBucketEncryption", json!({"Bucket": b, "ServerSideEncryptionConfiguration": {"Rules": [rule]}}))
            }
        ),
        bucket().prop_map(|b| call("DeleteBucketEncryption", json!({"Bucket": b}))),
        (bucket(), key(), (0_usize..3).prop_map(key_id)).prop_map(|(b, k, id)| {
            let arn = format!("arn:aws:kms:us-east-1:123456789012:key/{id}");
            call("UpdateObjectEncryption", json!({"Bucket": b, "Key": k, "ObjectEncryption": {"SSEKMS": {"KMSKeyArn": arn}}}))
        }),
        (bucket(), mode(), 0_i64..4).prop_map(|(b, mode, days)| {
            let lock = json!({"ObjectLockEnabled": "Enabled", "Rule": {"DefaultRetention": {"Mode": mode, "Days": days}}});
            call("PutObjectLockConfiguration", json!({"Bucket": b, "ObjectLockConfiguration": lock}))
        }),
        (bucket(), key(), mode(), until(), any::<bool>()).prop_map(|(b, k, mode, until, bypass)| call(
            "PutObjectRetention",
            json!({"Bucket": b, "Key": k, "Retention": {"Mode": mode, "RetainUntilDate": until}, "BypassGovernanceRetention": bypass})
        )),
        (bucket(), key(), select(&["ON", "OFF"]))
            .prop_map(|(b, k, hold)| call("PutObjectLegalHold", json!({"Bucket": b, "Key": k, "LegalHold": {"Status": hold}}))),
    ]
}

fn queue() -> impl Strategy<Value = String> {
    select(&["jobs", "dead", "orders.fifo", "nobody-has-this"])
        .prop_map(|name| format!("https://sqs.us-east-1.amazonaws.com/123456789012/{name}"))
}

/// Requests to queues, whose messages come and go with time.
fn queue_acts() -> impl Strategy<Value = Act> {
    let sqs = |operation: &'static str, params: Value| Act::Call { service: "sqs", operation, params };
    let dead = r#"{"deadLetterTargetArn":"arn:aws:sqs:us-east-1:123456789012:dead","maxReceiveCount":2}"#;
    prop_oneof![
        select(&["jobs", "dead"])
            .prop_map(move |name| sqs("CreateQueue", json!({"QueueName": name, "Attributes": {"VisibilityTimeout": "3600"}}))),
        Just(sqs(
            "CreateQueue",
            json!({"QueueName": "orders.fifo", "Attributes": {"FifoQueue": "true", "ContentBasedDeduplication": "true"}})
        )),
        (queue(), 0_u32..4, select(&[None, Some(0), Some(60)])).prop_map(move |(q, n, delay)| sqs(
            "SendMessage",
            json!({"QueueUrl": q, "MessageBody": format!("message {n}"), "DelaySeconds": delay, "MessageGroupId": "g"})
        )),
        (queue(), 1_i64..4).prop_map(move |(q, n)| sqs("ReceiveMessage", json!({"QueueUrl": q, "MaxNumberOfMessages": n}))),
        (queue(), select(&["60", "1209600", "no"])).prop_map(move |(q, kept)| sqs(
            "SetQueueAttributes",
            json!({"QueueUrl": q, "Attributes": {"MessageRetentionPeriod": kept, "RedrivePolicy": dead}})
        )),
        queue().prop_map(move |q| sqs("PurgeQueue", json!({"QueueUrl": q}))),
        queue().prop_map(move |q| sqs("DeleteQueue", json!({"QueueUrl": q}))),
        queue().prop_map(move |q| sqs("GetQueueAttributes", json!({"QueueUrl": q, "AttributeNames": ["All"]}))),
    ]
}

fn reads() -> impl Strategy<Value = Act> {
    prop_oneof![
        bucket().prop_map(|b| call("ListObjectsV2", json!({"Bucket": b, "MaxKeys": 7}))),
        bucket().prop_map(|b| call("ListObjectVersions", json!({"Bucket": b}))),
        (bucket(), key()).prop_map(|(b, k)| call("HeadObject", json!({"Bucket": b, "Key": k}))),
        bucket().prop_map(|b| call("GetBucketEncryption", json!({"Bucket": b}))),
        (bucket(), key()).prop_map(|(b, k)| call("GetObjectRetention", json!({"Bucket": b, "Key": k}))),
        bucket().prop_map(|b| call("GetBucketLifecycleConfiguration", json!({"Bucket": b}))),
        Just(call("ListBuckets", json!({}))),
        Just(kms("ListKeys", json!({"Limit": 2}))),
        alias().prop_map(|name| kms("DescribeKey", json!({"KeyId": name}))),
        Just(Act::Call { service: "sts", operation: "GetCallerIdentity", params: json!({}) }),
    ]
}

/// Faults of the zone that the buckets' ONEZONE_IA objects lie in, and of another.
fn faults() -> impl Strategy<Value = Act> {
    let zone = || (0_usize..2).prop_map(|n| Region::US_EAST_1.zones().nth(n).unwrap());
    let fail = (zone(), select(&[None, Some(1_000), Some(DAY_MS), Some(3 * DAY_MS + 1)]), any::<bool>());
    let heal = |zone: Zone| Fault::HealZone { zone };
    let fail = fail.prop_map(|(zone, for_millis, destroyed)| Fault::FailZone { zone, for_millis, destroyed });
    prop_oneof![2 => fail, 1 => zone().prop_map(heal)].prop_map(Act::Fault)
}

fn advances() -> impl Strategy<Value = Act> {
    select(&[1_000_i64, 3_600_000, DAY_MS / 2, DAY_MS, 5 * DAY_MS]).prop_map(Act::Advance)
}

fn acts() -> impl Strategy<Value = Vec<Act>> {
    let others = prop_oneof![4 => queue_acts(), 6 => telling::acts(), 1 => telling::roles(), 3 => identities::acts(), 4 => keys::acts()];
    let calls = prop_oneof![12 => writes(), 6 => sharing::sharing_acts(), 6 => protection(), 14 => others, 4 => reads()];
    vec(prop_oneof![33 => calls, 4 => advances(), 1 => faults()], 1..60)
}

/// Acts of an account that shares nothing with anybody.
fn private_acts() -> impl Strategy<Value = Vec<Act>> {
    let others = prop_oneof![4 => queue_acts(), 6 => telling::acts(), 1 => telling::roles(), 3 => identities::acts(), 4 => keys::acts()];
    let calls = prop_oneof![12 => writes(), 6 => protection(), 14 => others, 4 => reads()];
    vec(prop_oneof![33 => calls, 4 => advances(), 1 => faults()], 1..60)
}

fn origin() -> Origin {
    Origin::admin(Region::US_EAST_1)
}

fn request(service: &str, operation: &str, params: &Value) -> Request {
    Request::parse(service, operation, params.clone()).unwrap_or_else(|error| panic!("{operation} {params}: {error:?}"))
}

/// One hash for each service; a refusal leaves usage and time to the kernel, and nothing else.
fn resources(world: &World) -> Vec<(&'static str, u64)> {
    world.hashes().into_iter().filter(|(service, _)| *service != "core").collect()
}

fn perform(sandbox: &mut Sandbox, act: &Act) {
    match act {
        Act::Call { service, operation, params } => _ = sandbox.call(&origin(), request(service, operation, params)),
        Act::Fault(fault) => _ = sandbox.fault(fault.clone()),
        Act::Advance(millis) => sandbox.advance(*millis),
    }
}

fn played(acts: &[Act]) -> Sandbox {
    let mut sandbox = Sandbox::new(SimTime::START, SEED);
    perform(&mut sandbox, &call("CreateBucket", json!({"Bucket": "alpha-logs"})));
    for act in acts {
        perform(&mut sandbox, act);
    }
    sandbox
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, ..ProptestConfig::default() })]

    #[test]
    fn folding_the_inputs_again_gives_the_same_world(acts in acts()) {
        let mut sandbox = played(&acts);
        let hashes = sandbox.world().hashes();
        prop_assert_eq!(&played(&acts).world().hashes(), &hashes);
        let (n, end) = (sandbox.inputs().len(), sandbox.now());
        sandbox.seek_input(n / 2);
        sandbox.seek_input(n);
        prop_assert_eq!(&sandbox.world().hashes(), &hashes);
        sandbox.seek(SimTime::START);
        sandbox.seek(end);
        prop_assert_eq!(&sandbox.world().hashes(), &hashes);
    }

    #[test]
    fn undoing_everything_and_doing_it_again_comes_back(acts in acts()) {
        let mut sandbox = played(&acts);
        let hashes = sandbox.world().hashes();
        while sandbox.undo() {}
        prop_assert_eq!(sandbox.world().hashes(), World::new(SimTime::START, SEED).hashes());
        while sandbox.redo() {}
        prop_assert_eq!(sandbox.world().hashes(), hashes);
    }

    #[test]
    fn a_refused_request_changes_no_resource(acts in acts()) {
        let mut sandbox = played(&[]);
        for act in &acts {
            let before = resources(sandbox.world());
            let n_events = sandbox.events().len();
            if let Act::Call { service, operation, params } = act
                && sandbox.call(&origin(), request(service, operation, params)).is_err()
            {
                prop_assert_eq!(resources(sandbox.world()), before, "{:?}", act);
                prop_assert_eq!(sandbox.events().len(), n_events + 1, "a refusal leaves its event");
            } else if let Act::Fault(fault) = act
                && let n_inputs = sandbox.inputs().len()
                && let hashes = sandbox.world().hashes()
                && sandbox.fault(fault.clone()).is_err()
            {
                prop_assert_eq!((sandbox.world().hashes(), sandbox.inputs().len()), (hashes, n_inputs), "{:?}", act);
            } else if let Act::Advance(_) = act {
                perform(&mut sandbox, act);
            }
        }
    }

    #[test]
    fn many_small_advances_equal_one_large_one(acts in acts(), cuts in vec(1_i64..20 * DAY_MS, 1..12)) {
        let (mut once, mut often) = (played(&acts), played(&acts));
        once.advance(cuts.iter().sum());
        for cut in &cuts {
            often.advance(*cut);
        }
        prop_assert_eq!(once.world().hashes(), often.world().hashes());
        prop_assert_eq!(once.world().usage().until(once.now()), often.world().usage().until(often.now()));
    }

    #[test]
    fn a_saved_world_loads_with_the_same_hashes_and_the_same_future(acts in acts()) {
        let mut sandbox = played(&acts);
        let json: World = serde_json::from_str(&serde_json::to_string(sandbox.world()).unwrap()).unwrap();
        prop_assert_eq!(json.hashes(), sandbox.world().hashes());
        let ron: World = ron::from_str(&ron::to_string(sandbox.world()).unwrap()).unwrap();
        let mut loaded = Sandbox::from_world(ron);
        prop_assert_eq!(loaded.world().hashes(), sandbox.world().hashes());
        for it in [&mut sandbox, &mut loaded] {
            it.advance(40 * DAY_MS);
        }
        prop_assert_eq!(loaded.world().hashes(), sandbox.world().hashes());
    }

    #[test]
    fn a_saved_run_is_resumed_in_the_same_world_with_the_same_past(acts in acts(), back in 0_usize..60) {
        let mut sandbox = played(&acts);
        sandbox.seek_input(back.min(sandbox.inputs().len()));
        sandbox.advance(DAY_MS);
        let run = ron::from_str(&ron::to_string(&sandbox.run()).unwrap()).unwrap();
        let resumed = Sandbox::resume(sandbox.start_world().clone(), run).unwrap();
        prop_assert_eq!(resumed.world().hashes(), sandbox.world().hashes());
        prop_assert_eq!(resumed.events(), sandbox.events());
        prop_assert_eq!(resumed.inputs(), sandbox.inputs());
        prop_assert_eq!(resumed.other_branches().collect::<Vec<_>>(), sandbox.other_branches().collect::<Vec<_>>());
    }

    #[test]
    fn every_request_survives_json_and_ron(act in prop_oneof![writes(), protection(), sharing::sharing_acts(), queue_acts(), keys::acts(), reads()]) {
        if let Act::Call { service, operation, params } = act {
            let request = request(service, operation, &params);
            prop_assert_eq!(&Request::parse(service, operation, request.params()).unwrap(), &request);
            let text = serde_json::to_string(&request).unwrap();
            prop_assert_eq!(&serde_json::from_str::<Request>(&text).unwrap(), &request);
            prop_assert_eq!(&ron::from_str::<Request>(&ron::to_string(&request).unwrap()).unwrap(), &request);
        }
    }

    #[test]
    fn strangers_are_denied_access(acts in private_acts()) {
        let sandbox = played(&acts);
        let strangers = [Caller::admin(AccountId::PARTNER), Caller::Anonymous];
        for caller in strangers {
            let stranger = Origin { caller, region: Region::US_EAST_1 };
            for act in &acts {
                let Act::Call { service, operation, params } = act else { continue };
                let request = request(service, operation, params);
                let need = request.needs();
                let owned = sandbox.world().owner(&need.resource).is_some();
                if !owned || need.new_resource || need.open_to_all {
                    continue;
                }
                let refusal = sandbox.clone().call(&stranger, request).unwrap_err();
                prop_assert_eq!(refusal.status, 403);
                if need.head {
                    prop_assert_eq!(&refusal.code, "403");
                } else {
                    let code = match *service {
                        "events" | "kms" | "lambda" => "AccessDeniedException",
                        "sns" => "AuthorizationError",
                        _ => "AccessDenied",
                    };
                    prop_assert_eq!(&refusal.code, code);
                    let told = if *service == "s3" { "Access Denied" } else { need.action }; // S3 tells strangers no more
                    prop_assert!(refusal.message.contains(told), "{}", refusal.message);
                }
            }
        }
    }
}
