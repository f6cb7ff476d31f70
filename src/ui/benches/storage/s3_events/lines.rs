//! The commands of the s3-events bench, as one types them. What AWS makes of them is not known here.

use serde_json::{Value, json};

use super::data::{Destination, Kind};

/// The bucket of every scene, its region and its account.
pub(super) const BUCKET: &str = "photos-417";
pub(super) const REGION: &str = "ap-northeast-2";
const ACCOUNT: &str = "123456789012";
/// Long enough for a notification to arrive.
pub(super) const WAIT: &str = "sim advance 5s";

/// A configuration as the form has it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct New<'a> {
    pub event: &'a str,
    pub prefix: &'a str,
    pub suffix: &'a str,
}

/// Makes the bucket.
pub(super) fn create() -> String {
    format!("aws s3api create-bucket --bucket {BUCKET} --create-bucket-configuration LocationConstraint={REGION}")
}

/// The ARN of something in the account and region of the bench.
pub(super) fn arn(kind: Kind, name: &str) -> String {
    let (service, name) = match kind {
        Kind::Function => ("lambda", format!("function:{name}")),
        Kind::Queue => ("sqs", name.to_owned()),
        Kind::Topic => ("sns", name.to_owned()),
    };
    format!("arn:aws:{service}:{REGION}:{ACCOUNT}:{name}")
}

fn policy(service: &str, action: &str, resource: &str) -> String {
    let mut statement = json!({
        "Effect": "Allow", "Principal": {"Service": format!("{service}.amazonaws.com")}, "Action": action, "Resource": resource,
    });
    if service == "s3" {
        statement["Condition"] = json!({"ArnLike": {"aws:SourceArn": format!("arn:aws:s3:::{BUCKET}")}});
    }
    json!({"Version": "2012-10-17", "Statement": [statement]}).to_string()
}

/// Makes a queue that a service may send to; nobody without.
pub(super) fn queue(name: &str, sender: Option<&str>) -> String {
    let attributes = |sender: &str| json!({"Policy": policy(sender, "sqs:SendMessage", &arn(Kind::Queue, name))});
    let attributes = sender.map(|sender| format!(" --attributes {}", quoted(&attributes(sender)))).unwrap_or_default();
    format!("aws sqs create-queue --queue-name {name}{attributes}")
}

/// A function that copies each object of an event under that prefix, with its role; S3 may call it.
pub(super) fn function(name: &str, target: &str) -> Vec<String> {
    let trust = json!({"Version": "2012-10-17", "Statement": [
        {"Effect": "Allow", "Principal": {"Service": "lambda.amazonaws.com"}, "Action": "sts:AssumeRole"},
    ]});
    let create = format!(
        "aws lambda create-function --function-name {name} --runtime python3.13 --handler skylab.copy_object \
         --role arn:aws:iam::{ACCOUNT}:role/{name} --environment Variables={{TARGET_PREFIX={target}}} --zip-file fileb://thumb.bin"
    );
    vec![
        format!("aws iam create-role --role-name {name} --assume-role-policy-document {}", quoted(&trust)),
        format!("aws iam attach-role-policy --role-name {name} --policy-arn arn:aws:iam::aws:policy/AmazonS3FullAccess"),
        create,
        let_in(&Destination { kind: Kind::Function, name: name.to_owned(), arn: arn(Kind::Function, name) }),
    ]
}

/// A topic that S3 may publish to, and a queue that is subscribed to it.
pub(super) fn topic(name: &str, inbox: &str) -> Vec<String> {
    let topic = arn(Kind::Topic, name);
    let attributes = json!({"Policy": policy("s3", "sns:Publish", &topic)});
    vec![
        format!("aws sns create-topic --name {name} --attributes {}", quoted(&attributes)),
        queue(inbox, Some("sns")),
        format!("aws sns subscribe --topic-arn {topic} --protocol sqs --notification-endpoint {}", arn(Kind::Queue, inbox)),
    ]
}

/// A rule of EventBridge for everything that S3 tells it, with a queue as its target.
pub(super) fn bus(rule: &str, inbox: &str) -> Vec<String> {
    vec![
        queue(inbox, Some("events")),
        format!("aws events put-rule --name {rule} --event-pattern {}", quoted(&json!({"source": ["aws.s3"]}))),
        format!("aws events put-targets --rule {rule} --targets Id=inbox,Arn={}", arn(Kind::Queue, inbox)),
    ]
}

/// Lets S3 in at a destination, for this bucket only.
pub(super) fn let_in(to: &Destination) -> String {
    match to.kind {
        Kind::Function => format!(
            "aws lambda add-permission --function-name {} --statement-id s3 --action lambda:InvokeFunction \
             --principal s3.amazonaws.com --source-arn arn:aws:s3:::{BUCKET} --source-account {ACCOUNT}",
            to.name
        ),
        Kind::Queue => format!(
            "aws sqs set-queue-attributes --queue-url {} --attributes {}",
            queue_url(&to.name),
            quoted(&json!({"Policy": policy("s3", "sqs:SendMessage", &to.arn)}))
        ),
        Kind::Topic => format!(
            "aws sns set-topic-attributes --topic-arn {} --attribute-name Policy --attribute-value '{}'",
            to.arn,
            policy("s3", "sns:Publish", &to.arn)
        ),
    }
}

fn queue_url(name: &str) -> String {
    format!("https://sqs.{REGION}.amazonaws.com/{ACCOUNT}/{name}")
}

/// Takes a message off a queue for a while, as a program does that works on it.
pub(super) fn receive(queue: &str) -> String {
    format!("aws sqs receive-message --queue-url {}", queue_url(queue))
}

/// Puts a whole notification configuration in the place of the one before.
pub(super) fn put(configuration: &Value) -> String {
    format!("aws s3api put-bucket-notification-configuration --bucket {BUCKET} --notification-configuration {}", quoted(configuration))
}

/// One more entry of a configuration.
pub(super) fn with(configuration: &Value, to: &Destination, new: &New<'_>) -> Value {
    let mut after = configuration.clone();
    let (list, member) = members(to.kind);
    let rules: Vec<Value> = [("prefix", new.prefix), ("suffix", new.suffix)]
        .into_iter()
        .filter(|(_, value)| !value.is_empty())
        .map(|(name, value)| json!({"Name": name, "Value": value}))
        .collect();
    let mut entry = json!({"Id": free_id(configuration, &to.name), member: to.arn, "Events": [new.event]});
    if !rules.is_empty() {
        entry["Filter"] = json!({"Key": {"FilterRules": rules}});
    }
    match after[list].as_array_mut() {
        Some(entries) => entries.push(entry),
        None => after[list] = json!([entry]),
    }
    after
}

/// The destination's name, or with the first number that no entry has.
fn free_id(configuration: &Value, name: &str) -> String {
    let taken = |id: &str| LISTS.iter().any(|(list, _)| entries(configuration, list).any(|entry| entry["Id"] == id));
    let numbered = (2..).map(|n| format!("{name}-{n}"));
    std::iter::once(name.to_owned()).chain(numbered).find(|id| !taken(id)).unwrap_or_default()
}

/// The configuration without one entry.
pub(super) fn without(configuration: &Value, id: &str) -> Value {
    let mut after = configuration.clone();
    let Some(members) = after.as_object_mut() else { return after };
    for (list, _) in LISTS {
        let Some(entries) = members.get_mut(list).and_then(Value::as_array_mut) else { continue };
        entries.retain(|entry| entry["Id"] != id);
        if entries.is_empty() {
            members.remove(list);
        }
    }
    after
}

/// The configuration with EventBridge's switch on or off.
pub(super) fn with_bus(configuration: &Value, on: bool) -> Value {
    let mut after = configuration.clone();
    if on {
        after["EventBridgeConfiguration"] = json!({});
    } else if let Some(members) = after.as_object_mut() {
        members.remove("EventBridgeConfiguration");
    }
    after
}

/// AWS's lists of entries, each with the member that names the destination.
pub(super) const LISTS: [(&str, &str); 3] =
    [("LambdaFunctionConfigurations", "LambdaFunctionArn"), ("QueueConfigurations", "QueueArn"), ("TopicConfigurations", "TopicArn")];

fn members(kind: Kind) -> (&'static str, &'static str) {
    LISTS[match kind {
        Kind::Function => 0,
        Kind::Queue => 1,
        Kind::Topic => 2,
    }]
}

/// The entries of one of the lists.
pub(super) fn entries<'a>(configuration: &'a Value, list: &str) -> impl Iterator<Item = &'a Value> {
    configuration[list].as_array().into_iter().flatten()
}

/// JSON between single quotes; one inside is written as JSON can write it.
fn quoted(value: &Value) -> String {
    format!("'{}'", value.to_string().replace('\'', "\\u0027"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_entry_comes_and_goes_and_the_others_stay() {
        let to = Destination { kind: Kind::Queue, name: "jobs".to_owned(), arn: arn(Kind::Queue, "jobs") };
        let new = New { event: "s3:ObjectCreated:*", prefix: "it's/", suffix: "" };
        let one = with(&json!({"EventBridgeConfiguration": {}}), &to, &new);
        let two = with(&one, &to, &new);
        let ids: Vec<_> = entries(&two, "QueueConfigurations").map(|entry| entry["Id"].clone()).collect();
        assert_eq!(ids, ["jobs", "jobs-2"]);
        assert_eq!(without(&two, "jobs-2"), one);
        assert_eq!(without(&one, "jobs"), json!({"EventBridgeConfiguration": {}}));
        assert_eq!(with_bus(&with_bus(&one, false), true), one);
        assert_eq!(put(&one).matches('\'').count(), 2, "a quote in a prefix does not end the word");
    }
}
