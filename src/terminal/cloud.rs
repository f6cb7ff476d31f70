//! The cloud as commands see it: a trait, so that commands can be tested without a simulator, and the endpoint one command talks to.

use serde_json::Value;

use crate::{failure::Failure, sim::SimCommand};

/// Who calls.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Actor {
    /// The account's administrator.
    #[default]
    Admin,
    /// `--profile NAME`: `partner`, `other`, `root`, or an IAM user.
    Profile(String),
    /// Whoever holds this access key.
    Key(String),
    /// `--no-sign-request`.
    Anonymous,
}

/// Why a call was not answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CallError {
    /// The service refused it.
    Refused {
        /// AWS's error code.
        code: String,
        /// AWS's wording.
        message: String,
        /// The HTTP status.
        status: u16,
    },
    /// It never reached a service.
    Failed(Failure),
}

impl CallError {
    /// The failure of the step that made the call.
    pub fn failure(self, operation: &str) -> Failure {
        match self {
            Self::Refused { code, message, .. } => Failure::service(&code, operation, &message),
            Self::Failed(failure) => failure.of(operation),
        }
    }

    /// The service's error code, or nothing.
    pub fn code(&self) -> &str {
        match self {
            Self::Refused { code, .. } => code,
            Self::Failed(_) => "",
        }
    }
}

/// What commands act on.
pub trait Cloud {
    /// Makes one API call. Parameters and answer are AWS's members as JSON.
    fn call(&mut self, actor: &Actor, region: &str, service: &str, operation: &str, params: Value) -> Result<Value, CallError>;

    /// A signed URL of an object. Nobody is called: it is arithmetic over the caller's credentials.
    fn presigned(&self, actor: &Actor, region: &str, bucket: &str, key: &str, expires_secs: i64) -> Result<String, Failure>;

    /// Lets simulated time pass while a command waits.
    fn advance(&mut self, millis: i64);

    /// True if an access key is somebody's and has not ended.
    fn knows_key(&self, _key: &str) -> bool {
        false
    }

    /// The simulated moment, in seconds since 1970.
    fn now_secs(&self) -> i64 {
        0
    }

    /// Runs a `sim` command and answers JSON.
    fn sim(&mut self, region: &str, command: &SimCommand) -> Result<Value, Failure>;

    /// Operations that are modelled, by the service's API name; empty if the service is not.
    fn modelled(&self, service: &str) -> Vec<&'static str>;

    /// True if an operation is modelled.
    fn models(&self, service: &str, operation: &str) -> bool {
        self.modelled(service).contains(&operation)
    }
}

/// Operations of S3 that a caller may pay for, of those that `aws s3` makes.
const PAYABLE: &[&str] = &[
    "AbortMultipartUpload",
    "CompleteMultipartUpload",
    "CopyObject",
    "CreateMultipartUpload",
    "DeleteObject",
    "GetObject",
    "HeadObject",
    "ListObjectsV2",
    "PutObject",
    "UploadPart",
    "UploadPartCopy",
];

/// The endpoint of one region as one caller sees it.
pub struct Endpoint<'a> {
    /// The cloud behind it.
    pub cloud: &'a mut dyn Cloud,
    /// Who calls.
    pub actor: &'a Actor,
    /// Where.
    pub region: &'a str,
    /// Says with each call of S3's that the caller pays: `--request-payer`.
    pub pays: bool,
}

impl Endpoint<'_> {
    /// Makes one API call.
    pub fn call(&mut self, service: &str, operation: &str, params: Value) -> Result<Value, CallError> {
        self.cloud.call(self.actor, self.region, service, operation, params)
    }

    /// Makes one API call of S3 for the commands of `aws s3`.
    pub fn s3(&mut self, operation: &str, mut params: Value) -> Result<Value, Failure> {
        if self.pays && PAYABLE.contains(&operation) {
            params["RequestPayer"] = Value::from("requester");
        }
        self.call("s3", operation, params).map_err(|error| error.failure(operation))
    }
}
