//! Which resources an event is about, as the event history lists them: what the record says, else what its parameters name.

use serde_json::Value;

/// A parameter that names a resource, and the resource's type.
const NAMED: [(&str, &str); 9] = [
    ("bucketName", "AWS::S3::Bucket"),
    ("functionName", "AWS::Lambda::Function"),
    ("groupName", "AWS::IAM::Group"),
    ("instanceProfileName", "AWS::IAM::InstanceProfile"),
    ("policyArn", "AWS::IAM::Policy"),
    ("queueUrl", "AWS::SQS::Queue"),
    ("roleName", "AWS::IAM::Role"),
    ("topicArn", "AWS::SNS::Topic"),
    ("userName", "AWS::IAM::User"),
];

/// Type, if it is known, and name of each.
pub(super) fn of(record: &Value) -> Vec<(Option<String>, String)> {
    let text = |value: &Value, name: &str| value.get(name).and_then(Value::as_str).map(str::to_owned);
    let told: Vec<_> =
        record["resources"].as_array().into_iter().flatten().filter_map(|it| Some((text(it, "type"), text(it, "ARN")?))).collect();
    if !told.is_empty() {
        return told;
    }
    let parameters = &record["requestParameters"];
    NAMED.iter().filter_map(|(name, kind)| Some((Some((*kind).to_owned()), text(parameters, name)?))).collect()
}
