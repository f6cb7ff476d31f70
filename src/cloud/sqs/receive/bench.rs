//! A world with a queue, to test SQS's operations in by AWS's names. It is no part of the simulator.

use serde_json::{Value, json};

use crate::{
    Request, World,
    api::{ApiError, Origin},
    clock::{SECOND_MS, SimTime},
    ident::Region,
};

/// A world, and the queue that requests mean unless they name another.
pub(in super::super) struct Bench {
    pub world: World,
    url: String,
}

impl Bench {
    /// Without any queue.
    pub(in super::super) fn new() -> Self {
        Self { world: World::new(SimTime::START, 1), url: String::new() }
    }

    /// With the standard queue `jobs`.
    pub(in super::super) fn with_queue() -> Self {
        let mut bench = Self::new();
        bench.url = bench.make("jobs", &json!({}));
        bench
    }

    /// With the FIFO queue `jobs.fifo`.
    pub(in super::super) fn fifo() -> Self {
        let mut bench = Self::new();
        bench.url = bench.make("jobs.fifo", &json!({"FifoQueue": "true"}));
        bench
    }

    /// Makes another queue and gives its URL.
    pub(in super::super) fn make(&mut self, name: &str, attributes: &Value) -> String {
        let made = self.ok("CreateQueue", json!({"QueueName": name, "Attributes": attributes}));
        made["QueueUrl"].as_str().unwrap().to_owned()
    }

    /// Makes a request on the queue, unless it names another.
    pub(in super::super) fn call(&mut self, operation: &str, mut params: Value) -> Result<Value, ApiError> {
        let of_none = ["CreateQueue", "GetQueueUrl", "ListQueues"];
        let has_no_url = of_none.contains(&operation) || operation.contains("MoveTask") || params.get("QueueUrl").is_some();
        if !has_no_url {
            params["QueueUrl"] = json!(self.url);
        }
        self.world.call(&Origin::admin(Region::US_EAST_1), Request::parse("sqs", operation, params).unwrap())
    }

    /// The answer of a request that must pass.
    pub(in super::super) fn ok(&mut self, operation: &str, params: Value) -> Value {
        self.call(operation, params).unwrap_or_else(|error| panic!("{operation}: {error}"))
    }

    /// The code of a request that must be refused.
    pub(in super::super) fn refused(&mut self, operation: &str, params: Value) -> String {
        self.call(operation, params).expect_err(operation).code.into_owned()
    }

    /// The texts of one receive.
    pub(in super::super) fn receive(&mut self) -> Vec<String> {
        let answer = self.ok("ReceiveMessage", json!({}));
        answer["Messages"].as_array().into_iter().flatten().map(|message| message["Body"].as_str().unwrap().to_owned()).collect()
    }

    /// One attribute of the queue.
    pub(in super::super) fn attribute(&mut self, name: &str) -> String {
        self.ok("GetQueueAttributes", json!({"AttributeNames": [name]}))["Attributes"][name].as_str().unwrap_or_default().to_owned()
    }

    /// Lets time pass.
    pub(in super::super) fn advance_secs(&mut self, secs: i64) {
        let until = self.world.now().plus(secs * SECOND_MS);
        self.world.run_until(until);
    }

    /// What was counted under a usage type so far.
    pub(in super::super) fn used(&self, usage_type: &str) -> u128 {
        let all = self.world.usage().until(self.world.now());
        all.iter().filter(|(key, _)| key.usage_type == usage_type).flat_map(|(_, months)| months.values()).sum()
    }
}
