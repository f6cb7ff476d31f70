//! Whom a bucket tells of what: configurations that are refused, and what destinations get.

use serde_json::{Value, json};

use super::super::list::bench::Bench;
use crate::{Request, api::Origin, clock::SECOND_MS, ident::Region};

const QUEUE: &str = "arn:aws:sqs:us-east-1:123456789012:jobs";

fn of(bench: &mut Bench, service: &str, operation: &str, params: Value) -> Value {
    bench.world.call(&Origin::admin(Region::US_EAST_1), Request::parse(service, operation, params).unwrap()).unwrap()
}

/// Makes the queue, and lets the bucket in.
fn open_queue(bench: &mut Bench) {
    let policy = json!({"Version": "2012-10-17", "Statement": [{
        "Effect": "Allow", "Principal": {"Service": "s3.amazonaws.com"}, "Action": "sqs:SendMessage", "Resource": QUEUE,
        "Condition": {"ArnLike": {"aws:SourceArn": "arn:aws:s3:*:*:lab"}, "StringEquals": {"aws:SourceAccount": "123456789012"}},
    }]});
    of(
        bench,
        "sqs",
        "CreateQueue",
        json!({"QueueName": "jobs", "Attributes": {"Policy": policy.to_string(), "MessageRetentionPeriod": "1209600"}}),
    );
}

fn queue(id: &str, events: &[&str], prefix: &str, suffix: &str) -> Value {
    let rules: Vec<Value> = [("prefix", prefix), ("suffix", suffix)]
        .into_iter()
        .filter(|(_, value)| !value.is_empty())
        .map(|(name, value)| json!({"Name": name, "Value": value}))
        .collect();
    json!({"Id": id, "QueueArn": QUEUE, "Events": events, "Filter": {"Key": {"FilterRules": rules}}})
}

fn put(bench: &mut Bench, configuration: &Value, skip: bool) -> Result<Value, String> {
    let params = json!({"NotificationConfiguration": configuration, "SkipDestinationValidation": skip});
    bench.call("PutBucketNotificationConfiguration", params).map_err(|error| error.to_string())
}

/// A bucket whose queue is told of everything that S3 knows.
fn listening(bench: &mut Bench) {
    open_queue(bench);
    let events = [
        "s3:ObjectCreated:*",
        "s3:ObjectRemoved:*",
        "s3:ObjectRestore:*",
        "s3:LifecycleExpiration:*",
        "s3:LifecycleTransition",
        "s3:IntelligentTiering",
        "s3:ObjectTagging:*",
        "s3:ObjectAcl:Put",
    ];
    put(bench, &json!({"QueueConfigurations": [queue("all", &events, "", "")]}), false).unwrap();
    let test = received(bench);
    assert_eq!(test[0]["Event"], "s3:TestEvent");
}

/// Everything that lies in the queue, taken out.
fn received(bench: &mut Bench) -> Vec<Value> {
    let url = "https://sqs.us-east-1.amazonaws.com/123456789012/jobs";
    let mut all = Vec::new();
    loop {
        let answer = of(bench, "sqs", "ReceiveMessage", json!({"QueueUrl": url, "MaxNumberOfMessages": 10}));
        let Some(messages) = answer["Messages"].as_array() else { return all };
        for message in messages {
            of(bench, "sqs", "DeleteMessage", json!({"QueueUrl": url, "ReceiptHandle": message["ReceiptHandle"]}));
            all.push(serde_json::from_str(message["Body"].as_str().unwrap()).unwrap());
        }
    }
}

/// The records of what was told within two seconds.
fn records(bench: &mut Bench) -> Vec<Value> {
    let until = bench.world.now().plus(2 * SECOND_MS);
    bench.world.run_until(until);
    received(bench).into_iter().map(|body| body["Records"][0].clone()).collect()
}

fn names(records: &[Value]) -> Vec<&str> {
    records.iter().map(|record| record["eventName"].as_str().unwrap()).collect()
}

#[test]
fn a_bucket_that_was_told_nothing_shows_nothing_and_an_empty_configuration_clears() {
    let mut bench = Bench::new();
    assert_eq!(bench.ok("GetBucketNotificationConfiguration", json!({})), json!({}));
    put(&mut bench, &json!({"QueueConfigurations": [queue("a", &["s3:ObjectCreated:*"], "", "")]}), true).unwrap();
    put(&mut bench, &json!({}), false).unwrap();
    assert_eq!(bench.ok("GetBucketNotificationConfiguration", json!({})), json!({}));
    put(&mut bench, &json!({"EventBridgeConfiguration": {}}), false).unwrap();
    assert_eq!(bench.ok("GetBucketNotificationConfiguration", json!({})), json!({"EventBridgeConfiguration": {}}));
}

#[test]
fn filter_names_are_read_in_any_case_and_shown_in_one() {
    let mut bench = Bench::new();
    let rules = json!([{"Name": "suffix", "Value": ".txt"}, {"Name": "PREFIX", "Value": "notif-"}]);
    let one = json!({"QueueArn": QUEUE, "Events": ["s3:ObjectCreated:*"], "Filter": {"Key": {"FilterRules": rules}}});
    put(&mut bench, &json!({"QueueConfigurations": [one]}), true).unwrap();
    let shown = bench.ok("GetBucketNotificationConfiguration", json!({}))["QueueConfigurations"][0].clone();
    assert_eq!(shown["Filter"]["Key"]["FilterRules"], json!([{"Name": "Suffix", "Value": ".txt"}, {"Name": "Prefix", "Value": "notif-"}]));
    assert!(shown["Id"].as_str().is_some_and(|id| !id.is_empty()), "S3 makes an id");
}

#[test]
fn the_form_of_a_configuration_is_checked_before_its_destinations() {
    let mut bench = Bench::new();
    let with =
        |arn: &str, events: &[&str], filter: Value| json!({"QueueConfigurations": [{"QueueArn": arn, "Events": events, "Filter": filter}]});
    let rules = |rules: Value| json!({"Key": {"FilterRules": rules}});
    let created = &["s3:ObjectCreated:*"];
    let none = || json!({});
    for (configuration, part) in [
        (with("invalid-queue", created, none()), "The ARN could not be parsed"),
        (with("arn:aws:sns:us-east-1:123456789012:jobs", created, none()), "The ARN could not be parsed"),
        (with("arn:aws:sqs:eu-west-1:123456789012:jobs", created, none()), "region is not valid for the bucket location constraint"),
        (
            with("arn:aws:sqs:us-east-1:123456789012:jobs.fifo", created, none()),
            "Unable to validate the following destination configurations",
        ),
        (with(QUEUE, &["s3:ObjectMoved"], none()), "A specified event is not supported for notifications."),
        (with(QUEUE, &[], none()), "MalformedXML"),
        (with(QUEUE, created, rules(json!([{"Name": "infix", "Value": "x"}]))), "filter rule name must be either prefix or suffix"),
        (
            with(QUEUE, created, rules(json!([{"Name": "prefix", "Value": "x"}, {"Name": "Prefix", "Value": "y"}]))),
            "more than one prefix rule",
        ),
        (with(QUEUE, created, rules(json!([{"Name": "suffix", "Value": "x".repeat(1_025)}]))), "cannot exceed 1024 bytes"),
    ] {
        for skip in [false, true] {
            let error = put(&mut bench, &configuration, skip).unwrap_err();
            assert!(error.contains(part), "{error}");
        }
    }
}

#[test]
fn a_destination_must_be_there_and_let_s3_in_unless_that_is_skipped() {
    let mut bench = Bench::new();
    let to_queue = json!({"QueueConfigurations": [queue("a", &["s3:ObjectCreated:*"], "", "")]});
    let missing = "InvalidArgument: Unable to validate the following destination configurations";
    assert_eq!(put(&mut bench, &to_queue, false).unwrap_err(), missing);
    of(&mut bench, "sqs", "CreateQueue", json!({"QueueName": "jobs"}));
    assert_eq!(put(&mut bench, &to_queue, false).unwrap_err(), missing, "the queue lets only its own account in");
    put(&mut bench, &to_queue, true).unwrap();
    let topic = json!({"TopicConfigurations": [{"TopicArn": "arn:aws:sns:us-east-1:123456789012:news", "Events": ["s3:ObjectCreated:*"]}]});
    assert_eq!(put(&mut bench, &topic, false).unwrap_err(), missing);
    let arn = "arn:aws:lambda:us-east-1:123456789012:function:thumbs";
    let function = json!({"LambdaFunctionConfigurations": [{"LambdaFunctionArn": arn, "Events": ["s3:ObjectCreated:*"]}]});
    assert_eq!(put(&mut bench, &function, false).unwrap_err(), missing);
}

#[test]
fn configurations_that_one_event_could_be_for_are_ambiguous() {
    let mut bench = Bench::new();
    let (all, put_event) = (&["s3:ObjectCreated:*"], &["s3:ObjectCreated:Put"]);
    for (one, other, fine) in [
        (queue("a", all, "img", ""), queue("b", put_event, "img/", ""), false),
        (queue("a", all, "", "jpg"), queue("b", all, "", "pg"), false),
        (queue("a", all, "", ""), queue("b", all, "img/", ""), false),
        (queue("a", all, "", ""), queue("b", all, "", ""), false),
        (queue("a", all, "images", "jpg"), queue("b", put_event, "", "jpg"), false),
        (queue("a", all, "img/", ".jpg"), queue("b", all, "img/", ".png"), true),
        (queue("a", all, "in/", ""), queue("b", all, "out/", ""), true),
        (queue("a", put_event, "img/", ""), queue("b", &["s3:ObjectRemoved:*"], "img/", ""), true),
    ] {
        let told = put(&mut bench, &json!({"QueueConfigurations": [one, other]}), true);
        assert_eq!(told.is_ok(), fine, "{one} {other}");
        assert!(fine || told.unwrap_err().contains("Configuration is ambiguously defined."));
    }
    let twice = [queue("a", all, "in/", ""), queue("a", all, "out/", "")];
    assert!(put(&mut bench, &json!({"QueueConfigurations": twice}), true).unwrap_err().contains("IDs must be unique"));
}

#[test]
fn a_put_is_told_with_key_size_etag_version_and_sequencer() {
    let mut bench = Bench::versioned();
    listening(&mut bench);
    let body = crate::body::Body::new(b"something".to_vec());
    let answer = bench.ok("PutObject", json!({"Key": "in/my cat@home.jpg", "Body": body}));
    let told = records(&mut bench).remove(0);
    assert_eq!(
        (&told["eventName"], &told["eventVersion"], &told["eventSource"]),
        (&json!("ObjectCreated:Put"), &json!("2.1"), &json!("aws:s3"))
    );
    assert_eq!((&told["eventTime"], &told["awsRegion"]), (&json!("2026-01-01T00:00:00.000Z"), &json!("us-east-1")));
    assert!(told["userIdentity"]["principalId"].as_str().unwrap().starts_with("AWS:AIDA"));
    let object = &told["s3"]["object"];
    assert_eq!((&object["key"], &object["size"]), (&json!("in/my+cat%40home.jpg"), &json!(9)));
    assert_eq!((&object["eTag"], &object["versionId"]), (&json!("437b930db84b8079c2dd804a71936b5f"), &answer["VersionId"]));
    assert_eq!(object["sequencer"].as_str().unwrap().len(), 18);
    assert_eq!((&told["s3"]["configurationId"], &told["s3"]["bucket"]["arn"]), (&json!("all"), &json!("arn:aws:s3:::lab")));
}

#[test]
fn every_cause_has_its_event() {
    let mut bench = Bench::versioned();
    listening(&mut bench);
    bench.put("a", 9);
    bench.ok("CopyObject", json!({"Key": "b", "CopySource": "lab/a"}));
    let upload = bench.ok("CreateMultipartUpload", json!({"Key": "c"}))["UploadId"].clone();
    let part = bench.ok("UploadPart", json!({"Key": "c", "UploadId": upload, "PartNumber": 1, "Body": {"Zeros": 4}}))["ETag"].clone();
    let parts = json!({"Parts": [{"PartNumber": 1, "ETag": part}]});
    bench.ok("CompleteMultipartUpload", json!({"Key": "c", "UploadId": upload, "MultipartUpload": parts}));
    bench.ok("PutObjectTagging", json!({"Key": "a", "Tagging": {"TagSet": [{"Key": "k", "Value": "v"}]}}));
    bench.ok("DeleteObjectTagging", json!({"Key": "a"}));
    let marker = bench.ok("DeleteObject", json!({"Key": "a"}))["VersionId"].clone();
    bench.ok("DeleteObject", json!({"Key": "a", "VersionId": marker}));
    let told = records(&mut bench);
    assert_eq!(
        names(&told),
        [
            "ObjectCreated:Put",
            "ObjectCreated:Copy",
            "ObjectCreated:CompleteMultipartUpload",
            "ObjectTagging:Put",
            "ObjectTagging:Delete",
            "ObjectRemoved:DeleteMarkerCreated",
            "ObjectRemoved:Delete",
        ]
    );
    assert_eq!((told[3]["eventVersion"].as_str(), told[3]["s3"]["object"].get("sequencer")), (Some("2.3"), None));
    assert_eq!(
        (&told[5]["s3"]["object"]["versionId"], &told[5]["s3"]["object"]["eTag"]),
        (&marker, &json!("d41d8cd98f00b204e9800998ecf8427e"))
    );
    assert_eq!((&told[6]["s3"]["object"]["versionId"], told[6]["s3"]["object"].get("size")), (&marker, None));
    let sequencers: Vec<&str> = told.iter().filter_map(|record| record["s3"]["object"]["sequencer"].as_str()).collect();
    assert!(sequencers.is_sorted_by(|one, next| one < next), "{sequencers:?}");
}

#[test]
fn deleting_what_is_not_there_is_told_as_well_in_a_bucket_without_versions() {
    let mut bench = Bench::new();
    listening(&mut bench);
    bench.ok("DeleteObjects", json!({"Delete": {"Objects": [{"Key": "none"}, {"Key": "nothing"}]}}));
    let told = records(&mut bench);
    assert_eq!(names(&told), ["ObjectRemoved:Delete", "ObjectRemoved:Delete"]);
    assert_eq!(told[0]["s3"]["object"].get("versionId"), None);
}

#[test]
fn a_refused_request_tells_nothing() {
    let mut bench = Bench::new();
    listening(&mut bench);
    bench.refused("PutObject", json!({"Key": "a", "Body": {"Zeros": 1}, "StorageClass": "NONSENSE"}));
    bench.refused("CopyObject", json!({"Key": "b", "CopySource": "lab/none"}));
    assert_eq!(records(&mut bench), [Value::Null; 0]);
}

#[test]
fn only_keys_that_the_filter_lets_pass_are_told() {
    let mut bench = Bench::new();
    open_queue(&mut bench);
    let one = queue("images", &["s3:ObjectCreated:*"], "my+photos/", ".jpg");
    put(&mut bench, &json!({"QueueConfigurations": [one]}), false).unwrap();
    received(&mut bench);
    for key in ["my photos/a.jpg", "my photos/a.png", "other/a.jpg"] {
        bench.put(key, 1);
    }
    let told = records(&mut bench);
    assert_eq!((told.len(), &told[0]["s3"]["object"]["key"]), (1, &json!("my+photos/a.jpg")));
}

#[test]
fn a_restore_is_told_when_it_is_asked_for_done_and_over() {
    let mut bench = Bench::new();
    listening(&mut bench);
    bench.ok("PutObject", json!({"Key": "a", "Body": {"Zeros": 9}, "StorageClass": "GLACIER"}));
    records(&mut bench);
    bench.ok("RestoreObject", json!({"Key": "a", "RestoreRequest": {"Days": 1, "GlacierJobParameters": {"Tier": "Expedited"}}}));
    assert_eq!(names(&records(&mut bench)), ["ObjectRestore:Post"]);
    let hour = bench.world.now().plus(3_600 * SECOND_MS);
    bench.world.run_until(hour);
    let done = records(&mut bench);
    assert_eq!(names(&done), ["ObjectRestore:Completed"]);
    let data = &done[0]["glacierEventData"]["restoreEventData"];
    assert_eq!(data, &json!({"lifecycleRestorationExpiryTime": "2026-01-03T00:00:00.000Z", "lifecycleRestoreStorageClass": "GLACIER"}));
    assert_eq!(done[0]["userIdentity"]["principalId"], "s3.amazonaws.com");
    bench.advance_days(3);
    let over = records(&mut bench);
    assert_eq!((names(&over), &over[0]["eventVersion"]), (vec!["ObjectRestore:Delete"], &json!("2.3")));
}

#[test]
fn what_lifecycle_does_is_told_by_its_own_events() {
    let mut bench = Bench::new();
    listening(&mut bench);
    bench.put("a", 200_000);
    records(&mut bench);
    let rules = json!([{"ID": "r", "Status": "Enabled", "Filter": {}, "Transitions": [{"Days": 1, "StorageClass": "GLACIER_IR"}], "Expiration": {"Days": 3}}]);
    bench.ok("PutBucketLifecycleConfiguration", json!({"LifecycleConfiguration": {"Rules": rules}}));
    bench.advance_days(10);
    let told = records(&mut bench);
    assert_eq!(names(&told), ["LifecycleTransition", "LifecycleExpiration:Delete"]);
    assert_eq!(told[0]["lifecycleEventData"]["transitionEventData"]["destinationStorageClass"], "GLACIER_IR");
}

#[test]
fn a_move_to_an_archive_tier_is_told_with_the_tier() {
    let mut bench = Bench::new();
    listening(&mut bench);
    let tierings = json!([{"Days": 90, "AccessTier": "ARCHIVE_ACCESS"}]);
    let configuration = json!({"Id": "x", "Status": "Enabled", "Tierings": tierings});
    bench.ok("PutBucketIntelligentTieringConfiguration", json!({"Id": "x", "IntelligentTieringConfiguration": configuration}));
    bench.ok("PutObject", json!({"Key": "a", "Body": {"Zeros": 200_000}, "StorageClass": "INTELLIGENT_TIERING"}));
    records(&mut bench);
    bench.advance_days(60);
    assert_eq!(records(&mut bench), [Value::Null; 0], "the automatic tiers are not told");
    bench.advance_days(40);
    let told = records(&mut bench);
    assert_eq!(names(&told), ["IntelligentTiering"]);
    assert_eq!(told[0]["intelligentTieringEventData"], json!({"destinationAccessTier": "ARCHIVE_ACCESS"}));
}

#[test]
fn eventbridge_gets_everything_in_its_own_form() {
    let mut bench = Bench::versioned();
    let policy = json!({"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"Service": "events.amazonaws.com"}, "Action": "sqs:SendMessage", "Resource": QUEUE}]});
    of(&mut bench, "sqs", "CreateQueue", json!({"QueueName": "jobs", "Attributes": {"Policy": policy.to_string()}}));
    of(&mut bench, "events", "PutRule", json!({"Name": "s3", "EventPattern": r#"{"source":["aws.s3"]}"#}));
    of(&mut bench, "events", "PutTargets", json!({"Rule": "s3", "Targets": [{"Id": "1", "Arn": QUEUE}]}));
    put(&mut bench, &json!({"EventBridgeConfiguration": {}}), false).unwrap();
    bench.put("my cat.jpg", 9);
    bench.ok("DeleteObject", json!({"Key": "my cat.jpg"}));
    let until = bench.world.now().plus(3 * SECOND_MS);
    bench.world.run_until(until);
    let told = received(&mut bench);
    assert_eq!((&told[0]["detail-type"], &told[0]["detail"]["reason"]), (&json!("Object Created"), &json!("PutObject")));
    assert_eq!((&told[0]["detail"]["object"]["key"], &told[0]["detail"]["object"]["size"]), (&json!("my cat.jpg"), &json!(9)));
    assert_eq!((&told[0]["resources"], &told[0]["detail"]["requester"]), (&json!(["arn:aws:s3:::lab"]), &json!("123456789012")));
    assert_eq!((&told[1]["detail-type"], &told[1]["detail"]["deletion-type"]), (&json!("Object Deleted"), &json!("Delete Marker Created")));
}

#[test]
fn of_a_load_the_first_few_objects_are_told_and_the_others_counted() {
    let mut bench = Bench::new();
    listening(&mut bench);
    let load = json!({"Prefix": "logs/", "BytesPerMonth": 31_000_000, "ObjectBytes": 1_000, "Until": "2026-01-02T00:00:00Z"});
    bench.ok("StartLoad", load);
    assert_eq!(records(&mut bench).len(), 8);
    let notified = bench.world.s3.bucket("lab").unwrap().notifications().unwrap().notified()["all"];
    assert_eq!((notified.n_told, notified.n_counted), (8, 992));
}

#[test]
fn a_function_that_writes_where_it_listens_is_stopped_after_sixteen_rounds() {
    let mut bench = Bench::new();
    let trust = r#"{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"lambda.amazonaws.com"},"Action":"sts:AssumeRole"}]}"#;
    let may = r#"{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:*","Resource":"*"}]}"#;
    of(&mut bench, "iam", "CreateRole", json!({"RoleName": "worker", "AssumeRolePolicyDocument": trust}));
    of(&mut bench, "iam", "PutRolePolicy", json!({"RoleName": "worker", "PolicyName": "s3", "PolicyDocument": may}));
    let create = json!({"FunctionName": "thumbs", "Runtime": "python3.13", "Handler": "skylab.copy_object", "Role": "arn:aws:iam::123456789012:role/worker",
                        "Code": {"ZipFile": "eA=="}, "Environment": {"Variables": {"TARGET_PREFIX": "thumbs/"}}});
    of(&mut bench, "lambda", "CreateFunction", create);
    let add = json!({"FunctionName": "thumbs", "StatementId": "s3", "Action": "lambda:InvokeFunction", "Principal": "s3.amazonaws.com", "SourceArn": "arn:aws:s3:::lab"});
    of(&mut bench, "lambda", "AddPermission", add);
    let arn = "arn:aws:lambda:us-east-1:123456789012:function:thumbs";
    let configuration = json!({"LambdaFunctionConfigurations": [{"LambdaFunctionArn": arn, "Events": ["s3:ObjectCreated:*"]}]});
    put(&mut bench, &configuration, false).unwrap();
    bench.put("in/cat.jpg", 9);
    bench.advance_days(1);
    let function = bench.world.lambda.function(arn).unwrap();
    assert_eq!(function.n_invocations(), 17, "sixteen runs, and one that was stopped");
    assert!(bench.world.halted().is_none());
    of(&mut bench, "lambda", "PutFunctionRecursionConfig", json!({"FunctionName": "thumbs", "RecursiveLoop": "Allow"}));
    bench.put("in/dog.jpg", 9);
    bench.advance_days(1);
    assert!(bench.world.halted().is_some_and(|why| why.contains("in a circle")), "{:?}", bench.world.halted());
}
