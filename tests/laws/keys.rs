//! Random requests to KMS, for the laws.

use std::sync::LazyLock;

use proptest::{prelude::*, sample::select};
use serde_json::{Value, json};
use skylab_cloud::{Sandbox, clock::SimTime};

use super::{Act, SEED, origin, request};

pub(super) fn kms(operation: &'static str, params: Value) -> Act {
    Act::Call { service: "kms", operation, params }
}

/// Keys have ids that nobody knows beforehand; two of them have names.
pub(super) fn alias() -> impl Strategy<Value = &'static str> {
    select(&["alias/one", "alias/two"])
}

/// The id of the `n`th key of a world made with the laws' seed.
pub(super) fn key_id(n: usize) -> String {
    static IDS: LazyLock<Vec<String>> = LazyLock::new(|| {
        let mut sandbox = Sandbox::new(SimTime::START, SEED);
        let made = |sandbox: &mut Sandbox| sandbox.call(&origin(), request("kms", "CreateKey", &json!({}))).unwrap();
        (0..3).map(|_| made(&mut sandbox)["KeyMetadata"]["KeyId"].as_str().unwrap().to_owned()).collect()
    });
    IDS[n].clone()
}

/// Requests about keys, their names, states and grants.
pub(super) fn acts() -> impl Strategy<Value = Act> {
    let id = || (0_usize..3).prop_map(key_id);
    prop_oneof![
        select(&["SYMMETRIC_DEFAULT", "HMAC_256"]).prop_map(|spec| {
            let usage = if spec == "HMAC_256" { "GENERATE_VERIFY_MAC" } else { "ENCRYPT_DECRYPT" };
            kms("CreateKey", json!({"KeySpec": spec, "KeyUsage": usage}))
        }),
        (alias(), id()).prop_map(|(name, id)| kms("CreateAlias", json!({"AliasName": name, "TargetKeyId": id}))),
        alias().prop_map(|name| kms("DeleteAlias", json!({"AliasName": name}))),
        alias().prop_map(|name| kms("Encrypt", json!({"KeyId": name, "Plaintext": "aGk=", "EncryptionContext": {"a": "b"}}))),
        alias().prop_map(|name| kms("GenerateDataKey", json!({"KeyId": name, "KeySpec": "AES_256"}))),
        (id(), select(&["EnableKey", "DisableKey", "CancelKeyDeletion", "RotateKeyOnDemand", "DisableKeyRotation"]))
            .prop_map(|(id, operation)| kms(operation, json!({"KeyId": id}))),
        (id(), 7_u32..9).prop_map(|(id, days)| kms("ScheduleKeyDeletion", json!({"KeyId": id, "PendingWindowInDays": days}))),
        id().prop_map(|id| kms("EnableKeyRotation", json!({"KeyId": id, "RotationPeriodInDays": 90}))),
        id().prop_map(|id| kms("TagResource", json!({"KeyId": id, "Tags": [{"TagKey": "team", "TagValue": "a"}]}))),
        id().prop_map(|id| kms(
            "CreateGrant",
            json!({"KeyId": id, "GranteePrincipal": "arn:aws:iam::111122223333:user/admin", "Operations": ["DescribeKey"], "Name": "n"})
        )),
    ]
}
