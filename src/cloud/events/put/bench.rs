//! A world to test EventBridge's operations in by AWS's names. It is no part of the simulator.

use serde_json::{Value, json};

use crate::{
    Request, World,
    api::{ApiError, Origin},
    clock::{SECOND_MS, SimTime},
    ident::Region,
};

/// A world with nothing in it.
pub(in super::super) struct Bench {
    pub world: World,
}

impl Bench {
    pub(in super::super) fn new() -> Self {
        Self { world: World::new(SimTime::START, 1) }
    }

    /// Makes a rule.
    pub(in super::super) fn rule(&mut self, name: &str, pattern: &Value) {
        self.ok("PutRule", json!({"Name": name, "EventPattern": pattern.to_string()}));
    }

    /// Makes a queue, which lets the rules in if it shall. Gives its ARN.
    pub(in super::super) fn queue(&mut self, name: &str, open: bool) -> String {
        let arn = format!("arn:aws:sqs:us-east-1:123456789012:{name}");
        let policy = json!({"Version": "2012-10-17", "Statement": [{
            "Effect": "Allow", "Principal": {"Service": "events.amazonaws.com"}, "Action": "sqs:SendMessage", "Resource": arn,
        }]});
        let attributes = if open { json!({"Policy": policy.to_string()}) } else { json!({}) };
        self.of("sqs", "CreateQueue", json!({"QueueName": name, "Attributes": attributes})).unwrap();
        arn
    }

    /// Makes a request to any service.
    pub(in super::super) fn of(&mut self, service: &str, operation: &str, params: Value) -> Result<Value, ApiError> {
        self.world.call(&Origin::admin(Region::US_EAST_1), Request::parse(service, operation, params).unwrap())
    }

    /// Makes a request.
    pub(in super::super) fn call(&mut self, operation: &str, params: Value) -> Result<Value, ApiError> {
        self.of("events", operation, params)
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
