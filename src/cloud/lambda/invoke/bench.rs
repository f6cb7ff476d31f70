//! A world with a function, to test Lambda's operations in by AWS's names. It is no part of the simulator.

use base64::{Engine as _, engine::general_purpose::STANDARD};
use serde_json::{Value, json};

use crate::{
    Request, World,
    api::{ApiError, Origin},
    clock::{SECOND_MS, SimTime},
    ident::Region,
    lambda::Function,
};

/// A world with the role `worker`, which Lambda may assume and which may do everything, and the function `thumbs`.
pub(in super::super) struct Bench {
    pub world: World,
}

impl Bench {
    /// With the role alone.
    pub(in super::super) fn new() -> Self {
        let mut bench = Self { world: World::new(SimTime::START, 1) };
        let trust = r#"{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"lambda.amazonaws.com"},"Action":"sts:AssumeRole"}]}"#;
        let may = r#"{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"*","Resource":"*"}]}"#;
        bench.of("iam", "CreateRole", json!({"RoleName": "worker", "AssumeRolePolicyDocument": trust})).unwrap();
        bench.of("iam", "PutRolePolicy", json!({"RoleName": "worker", "PolicyName": "all", "PolicyDocument": may})).unwrap();
        bench
    }

    /// With the function, which only takes its events.
    pub(in super::super) fn with_function() -> Self {
        let mut bench = Self::new();
        bench.ok("CreateFunction", Self::create());
        bench
    }

    /// With a function of that handler and those variables.
    pub(in super::super) fn doing(handler: &str, variables: &Value) -> Self {
        let mut bench = Self::new();
        let mut create = Self::create();
        create["Handler"] = json!(handler);
        create["Environment"] = json!({"Variables": variables});
        bench.ok("CreateFunction", create);
        bench
    }

    /// What makes the function.
    pub(in super::super) fn create() -> Value {
        json!({
            "FunctionName": "thumbs", "Runtime": "python3.13", "Handler": "index.handler", "Role": "arn:aws:iam::123456789012:role/worker",
            "Code": {"ZipFile": STANDARD.encode("a package")},
        })
    }

    /// Makes a request to any service.
    pub(in super::super) fn of(&mut self, service: &str, operation: &str, params: Value) -> Result<Value, ApiError> {
        self.world.call(&Origin::admin(Region::US_EAST_1), Request::parse(service, operation, params).unwrap())
    }

    /// Makes a request on the function, unless it names another.
    pub(in super::super) fn call(&mut self, operation: &str, mut params: Value) -> Result<Value, ApiError> {
        let of_none = ["ListFunctions", "ListTags", "TagResource", "UntagResource"];
        if params.get("FunctionName").is_none() && !of_none.contains(&operation) {
            params["FunctionName"] = json!("thumbs");
        }
        self.of("lambda", operation, params)
    }

    /// The answer of a request that must pass.
    pub(in super::super) fn ok(&mut self, operation: &str, params: Value) -> Value {
        self.call(operation, params).unwrap_or_else(|error| panic!("{operation}: {error}"))
    }

    /// The code of a request that must be refused.
    pub(in super::super) fn refused(&mut self, operation: &str, params: Value) -> String {
        self.call(operation, params).expect_err(operation).code.into_owned()
    }

    /// Invokes the function with an event, without waiting.
    pub(in super::super) fn take(&mut self, event: &Value) {
        let payload = STANDARD.encode(event.to_string());
        assert_eq!(self.ok("Invoke", json!({"InvocationType": "Event", "Payload": payload}))["StatusCode"], 202);
    }

    /// Lets time pass.
    pub(in super::super) fn advance_secs(&mut self, secs: i64) {
        let until = self.world.now().plus(secs * SECOND_MS);
        self.world.run_until(until);
    }

    /// The function.
    pub(in super::super) fn function(&self) -> &Function {
        self.world.lambda.function("arn:aws:lambda:us-east-1:123456789012:function:thumbs").unwrap()
    }
}
