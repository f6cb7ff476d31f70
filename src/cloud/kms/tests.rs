//! KMS's rules, each a named test, by AWS's names of operations. It is no part of the simulator.

mod aliases;
mod cost;
mod cryptography;
mod grants;
mod keys;
mod policies;
mod regions;
mod rotation;

use serde_json::{Value, json};

use crate::{
    Request, World,
    api::{ApiError, Origin},
    clock::{DAY_MS, SimTime},
    ident::Region,
};

/// A world with one key in us-east-1.
struct Bench {
    world: World,
    origin: Origin,
    /// The key's id.
    key: String,
}

impl Bench {
    fn new() -> Self {
        let mut bench = Self { world: World::new(SimTime::START, 1), origin: Origin::admin(Region::US_EAST_1), key: String::new() };
        bench.key = bench.made(json!({}));
        bench
    }

    /// The id of a new key.
    fn made(&mut self, params: Value) -> String {
        self.ok("CreateKey", params)["KeyMetadata"]["KeyId"].as_str().unwrap().to_owned()
    }

    fn call_as(&mut self, origin: &Origin, operation: &str, params: Value) -> Result<Value, ApiError> {
        let request = Request::parse("kms", operation, params).unwrap_or_else(|error| panic!("{operation}: {error:?}"));
        self.world.call(origin, request)
    }

    /// Makes a request about the key, unless it names another.
    fn call(&mut self, operation: &str, mut params: Value) -> Result<Value, ApiError> {
        let about_key =
            !["CreateKey", "ListKeys", "ListAliases", "GenerateRandom", "Decrypt", "DeleteAlias", "ReEncrypt", "ListRetirableGrants"]
                .contains(&operation);
        let member = if operation.ends_with("Alias") { "TargetKeyId" } else { "KeyId" };
        if about_key && params.get(member).is_none() {
            params[member] = json!(self.key);
        }
        self.call_as(&self.origin.clone(), operation, params)
    }

    fn ok(&mut self, operation: &str, params: Value) -> Value {
        self.call(operation, params).unwrap_or_else(|error| panic!("{operation}: {error}"))
    }

    fn refused(&mut self, operation: &str, params: Value) -> ApiError {
        self.call(operation, params).expect_err(operation)
    }

    fn arn(&self) -> String {
        format!("arn:aws:kms:us-east-1:123456789012:key/{}", self.key)
    }

    fn metadata(&mut self) -> Value {
        self.ok("DescribeKey", json!({}))["KeyMetadata"].clone()
    }

    fn state(&mut self) -> String {
        self.metadata()["KeyState"].as_str().unwrap().to_owned()
    }

    fn days(&mut self, days: i64) {
        let until = self.world.now().plus(days * DAY_MS);
        self.world.run_until(until);
    }

    /// What was counted under a usage type so far.
    fn used(&self, usage_type: &str) -> u128 {
        let all = self.world.usage().until(self.world.now());
        all.iter().filter(|(key, _)| key.usage_type == usage_type).flat_map(|(_, months)| months.values()).sum()
    }
}
