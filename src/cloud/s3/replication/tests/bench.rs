//! A world with two versioned buckets and a role, to test replication in. It is no part of the simulator.

use std::{collections::BTreeMap, sync::Arc};

use serde_json::{Value, json};

use super::super::super::put;
use crate::{
    Request, World,
    api::{ApiError, Origin},
    body::Body,
    clock::SimTime,
    ident::Region,
    s3::{About, Bucket, Content, Object, StorageClass},
};

/// What leaves us-east-1 for Seoul.
pub(super) const OUT: &str = "APN2-AWS-Out-Bytes";
/// The role that S3 works in.
pub(super) const ROLE: &str = "arn:aws:iam::123456789012:role/copier";

/// The buckets `src` and `dst` and the role `copier`.
pub(super) struct Bench {
    pub world: World,
}

impl Bench {
    /// Both buckets in us-east-1.
    pub(super) fn new() -> Self {
        Self::with_target("us-east-1")
    }

    /// The destination in Seoul, with a rule whose destination says this besides.
    pub(super) fn across(destination: &Value) -> Self {
        let mut bench = Self::with_target("ap-northeast-2");
        let mut rule = bench.rule();
        for (name, value) in destination.as_object().unwrap() {
            rule["Destination"][name] = value.clone();
        }
        bench.replicate(rule);
        bench
    }

    fn with_target(region: &str) -> Self {
        let mut bench = Self { world: World::new(SimTime::START, 1) };
        bench.bucket("src", "us-east-1");
        bench.bucket("dst", region);
        bench.role("s3.amazonaws.com");
        bench.allow(&json!([
            "s3:GetReplicationConfiguration",
            "s3:ListBucket",
            "s3:GetObjectVersionForReplication",
            "s3:GetObjectVersionAcl",
            "s3:GetObjectVersionTagging",
            "s3:ReplicateObject",
            "s3:ReplicateDelete",
            "s3:ReplicateTags",
        ]));
        bench
    }

    /// A versioned bucket.
    pub(super) fn bucket(&mut self, name: &str, region: &str) {
        let mut create = json!({"Bucket": name});
        if region != "us-east-1" {
            create["CreateBucketConfiguration"] = json!({"LocationConstraint": region});
        }
        self.ok("CreateBucket", create);
        self.ok("PutBucketVersioning", json!({"Bucket": name, "VersioningConfiguration": {"Status": "Enabled"}}));
    }

    /// The role, with whom it trusts.
    pub(super) fn role(&mut self, service: &str) {
        let trust = json!({
            "Version": "2012-10-17",
            "Statement": [{"Effect": "Allow", "Principal": {"Service": service}, "Action": "sts:AssumeRole"}],
        });
        self.of("iam", "CreateRole", json!({"RoleName": "copier", "AssumeRolePolicyDocument": trust.to_string()})).unwrap();
    }

    /// What the role may do, and nothing else.
    pub(super) fn allow(&mut self, actions: &Value) {
        let policy = json!({"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": actions, "Resource": "*"}]});
        let put = json!({"RoleName": "copier", "PolicyName": "copy", "PolicyDocument": policy.to_string()});
        self.of("iam", "PutRolePolicy", put).unwrap();
    }

    /// Copies everything from `src` to `dst`, but no delete markers.
    #[expect(clippy::unused_self, reason = "a rule of this bench's buckets")]
    pub(super) fn rule(&self) -> Value {
        json!({
            "ID": "r1", "Priority": 1, "Status": "Enabled", "Filter": {}, "DeleteMarkerReplication": {"Status": "Disabled"},
            "Destination": {"Bucket": "arn:aws:s3:::dst"},
        })
    }

    /// Puts one rule on `src`.
    pub(super) fn replicate(&mut self, rule: Value) {
        self.replicate_from("src", &[rule]).unwrap();
    }

    /// Puts rules on a bucket.
    pub(super) fn replicate_from(&mut self, bucket: &str, rules: &[Value]) -> Result<Value, ApiError> {
        let configuration = json!({"Role": ROLE, "Rules": rules});
        self.call("PutBucketReplication", json!({"Bucket": bucket, "ReplicationConfiguration": configuration}))
    }

    /// Makes a request to any service.
    pub(super) fn of(&mut self, service: &str, operation: &str, params: Value) -> Result<Value, ApiError> {
        self.world.call(&Origin::admin(Region::US_EAST_1), Request::parse(service, operation, params).unwrap())
    }

    /// Makes a request to S3.
    pub(super) fn call(&mut self, operation: &str, params: Value) -> Result<Value, ApiError> {
        self.of("s3", operation, params)
    }

    /// The answer of a request to S3 that must pass.
    pub(super) fn ok(&mut self, operation: &str, params: Value) -> Value {
        self.call(operation, params).unwrap_or_else(|error| panic!("{operation}: {error}"))
    }

    /// Puts an object of that many zeros into `src`; its version's id.
    pub(super) fn put(&mut self, key: &str, bytes: u64) -> Value {
        self.ok("PutObject", json!({"Bucket": "src", "Key": key, "Body": {"Zeros": bytes}}))["VersionId"].clone()
    }

    /// Puts an object of that many zeros into `src` that no single upload could bring, without digesting them.
    pub(super) fn put_large(&mut self, key: &str, bytes: u64) {
        let body = Body::Zeros(bytes);
        let content = Content { body, etag: "\"x-9\"".to_owned(), about: About::default(), parts: vec![bytes] };
        let object = Object::new(Arc::new(content), BTreeMap::new(), StorageClass::Standard, self.world.now());
        put::store_object(&mut self.world, "src", key, &object);
    }

    /// Writes so many objects of 1,000 bytes to `src` on the first day.
    pub(super) fn load(&mut self, prefix: &str, n: u64) {
        let load = json!({
            "Bucket": "src", "Prefix": prefix, "ObjectBytes": 1_000, "BytesPerMonth": n * 31 * 1_000, "Until": "2026-01-02T00:00:00Z",
        });
        self.ok("StartLoad", load);
    }

    /// What HEAD says of an object, or its code.
    pub(super) fn head(&mut self, bucket: &str, key: &str) -> Result<Value, String> {
        self.call("HeadObject", json!({"Bucket": bucket, "Key": key})).map_err(|error| error.code.into_owned())
    }

    /// An object's replication status; nothing without one.
    pub(super) fn status(&mut self, bucket: &str, key: &str) -> String {
        self.head(bucket, key).unwrap()["ReplicationStatus"].as_str().unwrap_or_default().to_owned()
    }

    /// The source.
    pub(super) fn source(&self) -> &Bucket {
        self.world.s3.bucket("src").unwrap()
    }

    /// Lets time pass.
    pub(super) fn advance(&mut self, millis: i64) {
        let until = self.world.now().plus(millis);
        self.world.run_until(until);
    }

    /// Why the last of those happenings failed.
    pub(super) fn failure(&self, name: &str) -> Option<String> {
        let last = self.world.core.happened.iter().rev().find(|(_, happening)| happening.name == name)?;
        last.1.facts.get("error")?.as_str().map(str::to_owned)
    }

    /// What was counted under a usage type so far.
    pub(super) fn used(&self, usage_type: &str) -> u128 {
        let all = self.world.usage().until(self.world.now());
        all.iter().filter(|(key, _)| key.usage_type == usage_type).flat_map(|(_, months)| months.values()).sum()
    }

    /// A queue that is told of what happens in `src`; its URL.
    pub(super) fn listen(&mut self, events: &[&str]) -> String {
        self.listen_at("src", events)
    }

    /// A queue that is told of what happens in a bucket; its URL.
    pub(super) fn listen_at(&mut self, bucket: &str, events: &[&str]) -> String {
        let arn = "arn:aws:sqs:us-east-1:123456789012:events";
        let policy = json!({"Version": "2012-10-17", "Statement": [{
            "Effect": "Allow", "Principal": {"Service": "s3.amazonaws.com"}, "Action": "sqs:SendMessage", "Resource": arn,
        }]});
        let create = json!({"QueueName": "events", "Attributes": {"Policy": policy.to_string()}});
        let url = self.of("sqs", "CreateQueue", create).unwrap()["QueueUrl"].as_str().unwrap().to_owned();
        let configuration = json!({"QueueConfigurations": [{"Id": "q", "QueueArn": arn, "Events": events}]});
        self.ok("PutBucketNotificationConfiguration", json!({"Bucket": bucket, "NotificationConfiguration": configuration}));
        self.received(&url);
        url
    }

    /// The records that lie in a queue, taken out; test messages are none.
    pub(super) fn received(&mut self, url: &str) -> Vec<Value> {
        let mut records = Vec::new();
        loop {
            let answer = self.of("sqs", "ReceiveMessage", json!({"QueueUrl": url, "MaxNumberOfMessages": 10})).unwrap();
            let Some(messages) = answer["Messages"].as_array() else { return records };
            for message in messages {
                self.of("sqs", "DeleteMessage", json!({"QueueUrl": url, "ReceiptHandle": message["ReceiptHandle"]})).unwrap();
                let body: Value = serde_json::from_str(message["Body"].as_str().unwrap()).unwrap();
                records.extend(body["Records"].as_array().cloned().unwrap_or_default());
            }
        }
    }
}
