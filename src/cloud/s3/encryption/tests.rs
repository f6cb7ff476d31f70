//! Encryption at rest: each rule a named test.

mod configuration;
mod customer;
mod kms;
mod loads;
mod permissions;
mod stored;
mod update;

use std::sync::LazyLock;

use base64::{Engine as _, engine::general_purpose::STANDARD};
use md5::{Digest as _, Md5};
use serde_json::{Value, json};

use super::super::list::bench::Bench;
use crate::{
    Request,
    api::{ApiError, Origin},
    ident::Region,
};

const KEY: &[u8; 32] = b"01234567890123456789012345678901";

/// The three headers of a customer's key.
fn customer(key: &[u8]) -> Value {
    json!({"SSECustomerAlgorithm": "AES256", "SSECustomerKey": STANDARD.encode(key), "SSECustomerKeyMD5": STANDARD.encode(Md5::digest(key))})
}

/// Members of two objects in one.
fn with(mut one: Value, other: &Value) -> Value {
    one.as_object_mut().unwrap().extend(other.as_object().unwrap().clone());
    one
}

/// An MD5 in the form of an ETag.
static MD5_OF_TEN_ZEROS: LazyLock<String> = LazyLock::new(|| super::super::checksum::etag(Md5::digest([0; 10]).into()));

trait Kms {
    fn kms(&mut self, operation: &str, params: Value) -> Result<Value, ApiError>;

    /// The id and the ARN of a new key.
    fn key(&mut self) -> (String, String) {
        let key = self.kms("CreateKey", json!({})).unwrap();
        let text = |member: &str| key["KeyMetadata"][member].as_str().unwrap().to_owned();
        (text("KeyId"), text("Arn"))
    }
}

impl Kms for Bench {
    fn kms(&mut self, operation: &str, params: Value) -> Result<Value, ApiError> {
        self.world.call(&Origin::admin(Region::US_EAST_1), Request::parse("kms", operation, params).unwrap())
    }
}

fn default(bench: &mut Bench, rule: &Value) {
    bench.ok("PutBucketEncryption", json!({"ServerSideEncryptionConfiguration": {"Rules": [rule]}}));
}

fn kms_default(bench: &mut Bench, key: &str, bucket_key: bool) {
    let by_default = json!({"SSEAlgorithm": "aws:kms", "KMSMasterKeyID": key});
    default(bench, &json!({"ApplyServerSideEncryptionByDefault": by_default, "BucketKeyEnabled": bucket_key}));
}
