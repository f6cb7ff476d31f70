//! A world with a topic, to test SNS's operations in by AWS's names. It is no part of the simulator.

use serde_json::{Value, json};

use crate::{
    Request, World,
    api::{ApiError, Origin},
    clock::{SECOND_MS, SimTime},
    ident::Region,
};

/// The topic's ARN.
pub(in super::super) const NEWS: &str = "arn:aws:sns:us-east-1:123456789012:news";

/// A world with the topic `news`.
pub(in super::super) struct Bench {
    pub world: World,
}

impl Bench {
    pub(in super::super) fn with_topic() -> Self {
        let mut bench = Self { world: World::new(SimTime::START, 1) };
        bench.ok("CreateTopic", json!({"Name": "news"}));
        bench
    }

    /// Makes a queue that lets the topic in, and subscribes it. Gives the subscription's ARN.
    pub(in super::super) fn subscribe_queue(&mut self, name: &str, attributes: &Value) -> String {
        let arn = format!("arn:aws:sqs:us-east-1:123456789012:{name}");
        let policy = json!({"Version": "2012-10-17", "Statement": [{
            "Effect": "Allow", "Principal": {"Service": "sns.amazonaws.com"}, "Action": "sqs:SendMessage", "Resource": arn,
            "Condition": {"ArnEquals": {"aws:SourceArn": NEWS}},
        }]});
        self.of("sqs", "CreateQueue", json!({"QueueName": name, "Attributes": {"Policy": policy.to_string()}})).unwrap();
        let answer = self.ok("Subscribe", json!({"Protocol": "sqs", "Endpoint": arn, "Attributes": attributes}));
        answer["SubscriptionArn"].as_str().unwrap().to_owned()
    }

    /// Makes a request to any service.
    pub(in super::super) fn of(&mut self, service: &str, operation: &str, params: Value) -> Result<Value, ApiError> {
        self.world.call(&Origin::admin(Region::US_EAST_1), Request::parse(service, operation, params).unwrap())
    }

    /// Makes a request on the topic, unless it names another.
    pub(in super::super) fn call(&mut self, operation: &str, mut params: Value) -> Result<Value, ApiError> {
        let without =
            ["CreateTopic", "ListTopics", "ListSubscriptions", "Unsubscribe", "GetSubscriptionAttributes", "SetSubscriptionAttributes"];
        let has_none = without.contains(&operation) || operation.contains("Resource");
        if params.get("TopicArn").is_none() && !has_none {
            params["TopicArn"] = json!(NEWS);
        }
        self.of("sns", operation, params)
    }

    /// The answer of a request that must pass.
    pub(in super::super) fn ok(&mut self, operation: &str, params: Value) -> Value {
        self.call(operation, params).unwrap_or_else(|error| panic!("{operation}: {error}"))
    }

    /// The code of a request that must be refused.
    pub(in super::super) fn refused(&mut self, operation: &str, params: Value) -> String {
        self.call(operation, params).expect_err(operation).code.into_owned()
    }

    /// Lets a second pass, then receives from a queue.
    pub(in super::super) fn received(&mut self, queue: &str) -> Vec<Value> {
        let until = self.world.now().plus(SECOND_MS);
        self.world.run_until(until);
        let url = format!("https://sqs.us-east-1.amazonaws.com/123456789012/{queue}");
        let receive = json!({"QueueUrl": url, "MaxNumberOfMessages": 10, "MessageAttributeNames": ["All"]});
        let answer = self.of("sqs", "ReceiveMessage", receive).unwrap();
        answer["Messages"].as_array().cloned().unwrap_or_default()
    }
}
