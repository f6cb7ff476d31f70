//! Random topics, functions, rules, notifications and replication: services that tell one another.

use proptest::{prelude::*, sample::select};
use serde_json::{Value, json};

use super::{Act, bucket, call};

/// A policy that lets S3, SNS and EventBridge send to a queue, or publish to a topic.
fn open(action: &str, arn: &str) -> String {
    let services = ["s3.amazonaws.com", "sns.amazonaws.com", "events.amazonaws.com"];
    json!({
        "Version": "2012-10-17",
        "Statement": [{"Effect": "Allow", "Principal": {"Service": services}, "Action": action, "Resource": arn}],
    })
    .to_string()
}

/// Requests after which services tell one another: topics, rules, notifications, functions, replication.
pub(super) fn acts() -> impl Strategy<Value = Act> {
    let of = |service: &'static str, operation: &'static str, params: Value| Act::Call { service, operation, params };
    let (queue, topic) = ("arn:aws:sqs:us-east-1:123456789012:jobs", "arn:aws:sns:us-east-1:123456789012:news");
    let function = "arn:aws:lambda:us-east-1:123456789012:function:thumbs";
    let url = "https://sqs.us-east-1.amazonaws.com/123456789012/jobs";
    let let_in = json!({"QueueUrl": url, "Attributes": {"Policy": open("sqs:SendMessage", queue)}});
    let create = json!({
        "FunctionName": "thumbs", "Runtime": "python3.13", "Handler": "skylab.copy_object", "Code": {"ZipFile": "YQ=="},
        "Role": "arn:aws:iam::123456789012:role/worker", "Environment": {"Variables": {"TARGET_PREFIX": "logs/"}},
    });
    let permit = json!({"FunctionName": "thumbs", "StatementId": "s3", "Action": "lambda:InvokeFunction", "Principal": "s3.amazonaws.com"});
    prop_oneof![
        Just(of("sqs", "SetQueueAttributes", let_in)),
        Just(of("sns", "CreateTopic", json!({"Name": "news"}))),
        Just(of(
            "sns",
            "SetTopicAttributes",
            json!({"TopicArn": topic, "AttributeName": "Policy", "AttributeValue": open("sns:Publish", topic)})
        )),
        select(&["sqs", "lambda", "email"]).prop_map(move |protocol| {
            let endpoint = match protocol {
                "sqs" => queue,
                "lambda" => function,
                _ => "kim@example.com",
            };
            of("sns", "Subscribe", json!({"TopicArn": topic, "Protocol": protocol, "Endpoint": endpoint}))
        }),
        (0_u32..3).prop_map(move |n| of("sns", "Publish", json!({"TopicArn": topic, "Message": format!("news {n}")}))),
        Just(of("lambda", "CreateFunction", create)),
        Just(of("lambda", "AddPermission", permit)),
        Just(of("lambda", "Invoke", json!({"FunctionName": "thumbs", "InvocationType": "Event", "Payload": "e30="}))),
        Just(of("events", "PutRule", json!({"Name": "uploads", "EventPattern": r#"{"source":["aws.s3"]}"#}))),
        Just(of("events", "PutTargets", json!({"Rule": "uploads", "Targets": [{"Id": "1", "Arn": queue}]}))),
        (bucket(), select(&["", "logs/", "a"]), any::<bool>(), any::<bool>()).prop_map(move |(b, prefix, skip, bridge)| {
            let rules = json!([{"Name": "prefix", "Value": prefix}]);
            let events = ["s3:ObjectCreated:*", "s3:ObjectRemoved:*", "s3:LifecycleTransition"];
            let queues = json!([{"QueueArn": queue, "Events": events, "Filter": {"Key": {"FilterRules": rules}}}]);
            let functions = json!([{"LambdaFunctionArn": function, "Events": ["s3:ObjectCreated:Put"]}]);
            let mut configuration = json!({"QueueConfigurations": queues});
            if skip {
                configuration = json!({"LambdaFunctionConfigurations": functions});
            }
            if bridge {
                configuration["EventBridgeConfiguration"] = json!({});
            }
            let params = json!({"Bucket": b, "NotificationConfiguration": configuration, "SkipDestinationValidation": skip});
            call("PutBucketNotificationConfiguration", params)
        }),
        (select(&["", "logs/", "logs/0"]), any::<bool>(), any::<bool>()).prop_map(|(prefix, markers, back)| {
            let (from, to) = if back { ("beta-data", "alpha-logs") } else { ("alpha-logs", "beta-data") };
            let rule = json!({
                "ID": "r", "Priority": 1, "Status": "Enabled", "Filter": {"Prefix": prefix},
                "DeleteMarkerReplication": {"Status": if markers { "Enabled" } else { "Disabled" }},
                "Destination": {"Bucket": format!("arn:aws:s3:::{to}")},
            });
            let configuration = json!({"Role": "arn:aws:iam::123456789012:role/worker", "Rules": [rule]});
            call("PutBucketReplication", json!({"Bucket": from, "ReplicationConfiguration": configuration}))
        }),
        bucket().prop_map(|b| call("DeleteBucketReplication", json!({"Bucket": b}))),
    ]
}

/// The role that functions and replication work in: everything is allowed to it.
pub(super) fn roles() -> impl Strategy<Value = Act> {
    let trusted = ["lambda.amazonaws.com", "s3.amazonaws.com"];
    let trust =
        json!({"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"Service": trusted}, "Action": "sts:AssumeRole"}]});
    let may = json!({"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "*", "Resource": "*"}]});
    let iam = |operation: &'static str, params: Value| Act::Call { service: "iam", operation, params };
    prop_oneof![
        3 => Just(iam("CreateRole", json!({"RoleName": "worker", "AssumeRolePolicyDocument": trust.to_string()}))),
        3 => Just(iam("PutRolePolicy", json!({"RoleName": "worker", "PolicyName": "all", "PolicyDocument": may.to_string()}))),
        1 => Just(iam("DeleteRolePolicy", json!({"RoleName": "worker", "PolicyName": "all"}))),
    ]
}
