//! A world with one bucket, to test S3's operations in by AWS's names. It is no part of the simulator.

use serde_json::{Value, json};

use crate::{
    Request, World,
    api::{ApiError, Origin},
    body::Body,
    clock::SimTime,
    ident::{AccountId, Caller, Region},
};

/// A world with the bucket `lab` in us-east-1.
pub(in super::super) struct Bench {
    pub world: World,
}

impl Bench {
    /// An unversioned bucket.
    pub(in super::super) fn new() -> Self {
        let mut bench = Self { world: World::new(SimTime::START, 1) };
        bench.ok("CreateBucket", json!({}));
        bench
    }

    /// A bucket with versioning enabled.
    pub(in super::super) fn versioned() -> Self {
        let mut bench = Self::new();
        bench.versioning("Enabled");
        bench
    }

    /// Enables or suspends versioning.
    pub(in super::super) fn versioning(&mut self, status: &str) {
        self.ok("PutBucketVersioning", json!({"VersioningConfiguration": {"Status": status}}));
    }

    /// Makes a request on the bucket, unless it names another.
    pub(in super::super) fn call(&mut self, operation: &str, params: Value) -> Result<Value, ApiError> {
        self.call_as(&Caller::admin(AccountId::OWN), operation, params)
    }

    /// The same by somebody else.
    pub(in super::super) fn call_as(&mut self, caller: &Caller, operation: &str, mut params: Value) -> Result<Value, ApiError> {
        if params.get("Bucket").is_none() {
            params["Bucket"] = json!("lab");
        }
        let origin = Origin { caller: caller.clone(), region: Region::US_EAST_1 };
        self.world.call(&origin, Request::parse("s3", operation, params).unwrap())
    }

    /// The answer of a request that must pass.
    pub(in super::super) fn ok(&mut self, operation: &str, params: Value) -> Value {
        self.call(operation, params).unwrap_or_else(|error| panic!("{operation}: {error}"))
    }

    /// The code of a request that must be refused.
    pub(in super::super) fn refused(&mut self, operation: &str, params: Value) -> String {
        self.call(operation, params).expect_err(operation).code.into_owned()
    }

    /// Puts an object of that many zeros.
    pub(in super::super) fn put(&mut self, key: &str, bytes: u64) -> Value {
        self.ok("PutObject", json!({"Key": key, "Body": Body::Zeros(bytes)}))
    }

    /// Lets time pass.
    pub(in super::super) fn advance_days(&mut self, days: u32) {
        let until = self.world.now().plus_days(days);
        self.world.run_until(until);
    }

    /// What was counted under a usage type so far.
    pub(in super::super) fn used(&self, usage_type: &str) -> u128 {
        let all = self.world.usage().until(self.world.now());
        all.iter().filter(|(key, _)| key.usage_type == usage_type).flat_map(|(_, months)| months.values()).sum()
    }

    /// How much lies stored under a usage type.
    pub(in super::super) fn stored(&self, usage_type: &str) -> u128 {
        self.world.usage().levels().filter(|(key, _)| key.usage_type == usage_type).map(|(_, level)| level).sum()
    }
}

/// One member of each entry of a list in an answer; nothing where the list is left out.
pub(in super::super) fn each<'a>(answer: &'a Value, list: &str, member: &str) -> Vec<&'a Value> {
    answer[list].as_array().into_iter().flatten().map(|entry| &entry[member]).collect()
}
