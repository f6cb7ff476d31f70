//! Making, describing, listing, disabling and deleting keys.

use super::*;

#[test]
fn a_new_key_is_symmetric_enabled_and_the_customers() {
    let mut bench = Bench::new();
    let key = bench.metadata();
    assert_eq!(key["KeyId"].as_str().unwrap().len(), 36);
    assert_eq!(key["Arn"], bench.arn());
    for (member, value) in [
        ("AWSAccountId", json!("123456789012")),
        ("CustomerMasterKeySpec", json!("SYMMETRIC_DEFAULT")),
        ("Description", json!("")),
        ("Enabled", json!(true)),
        ("EncryptionAlgorithms", json!(["SYMMETRIC_DEFAULT"])),
        ("KeyManager", json!("CUSTOMER")),
        ("KeySpec", json!("SYMMETRIC_DEFAULT")),
        ("KeyState", json!("Enabled")),
        ("KeyUsage", json!("ENCRYPT_DECRYPT")),
        ("MultiRegion", json!(false)),
        ("Origin", json!("AWS_KMS")),
    ] {
        assert_eq!(key[member], value, "{member}");
    }
    assert_eq!((key.get("DeletionDate"), key.get("MultiRegionConfiguration")), (None, None));
    assert_eq!(key["CurrentKeyMaterialId"].as_str().unwrap().len(), 64);
}

#[test]
fn an_hmac_key_must_be_asked_for_with_its_usage() {
    let mut bench = Bench::new();
    let without = bench.refused("CreateKey", json!({"KeySpec": "HMAC_256"}));
    assert_eq!(without.message, "You must specify a KeyUsage value for all KMS keys except for symmetric encryption keys.");
    let key = bench.ok("CreateKey", json!({"KeySpec": "HMAC_256", "KeyUsage": "GENERATE_VERIFY_MAC"}));
    assert_eq!(key["KeyMetadata"]["MacAlgorithms"], json!(["HMAC_SHA_256"]));
    assert_eq!(key["KeyMetadata"].get("EncryptionAlgorithms"), None);
    let wrong = bench.refused("CreateKey", json!({"KeySpec": "HMAC_256", "KeyUsage": "ENCRYPT_DECRYPT"}));
    assert_eq!(wrong.to_string(), "ValidationException: KeyUsage ENCRYPT_DECRYPT is not compatible with KeySpec HMAC_256");
}

#[test]
fn what_is_not_modelled_of_a_key_is_refused_by_name() {
    let mut bench = Bench::new();
    let rsa = bench.refused("CreateKey", json!({"KeySpec": "RSA_2048", "KeyUsage": "ENCRYPT_DECRYPT"}));
    assert!(rsa.code == "UnsupportedOperationException" && rsa.message.contains("RSA_2048"), "{rsa}");
    let imported = bench.refused("CreateKey", json!({"Origin": "EXTERNAL"}));
    assert!(imported.message.contains("EXTERNAL"), "{imported}");
    for (member, value) in [("KeySpec", "AES"), ("KeyUsage", "RANDOM"), ("Origin", "MOON")] {
        let refusal = bench.refused("CreateKey", json!({member: value}));
        assert!(refusal.code == "ValidationException" && refusal.message.contains("Member must satisfy enum value set"), "{refusal}");
    }
}

#[test]
fn a_key_is_described_by_id_arn_or_alias_in_its_own_region_only() {
    let mut bench = Bench::new();
    bench.ok("CreateAlias", json!({"AliasName": "alias/mine"}));
    let (arn, alias_arn) = (bench.arn(), "arn:aws:kms:us-east-1:123456789012:alias/mine");
    for name in [arn.as_str(), "alias/mine", alias_arn] {
        assert_eq!(bench.ok("DescribeKey", json!({"KeyId": name}))["KeyMetadata"]["Arn"], arn, "{name}");
    }
    let elsewhere = Origin::admin(Region::SEOUL);
    let by_arn = bench.call_as(&elsewhere, "DescribeKey", json!({"KeyId": arn})).unwrap_err();
    assert_eq!(by_arn.to_string(), "NotFoundException: Invalid arn us-east-1");
    let id = bench.key.clone();
    let by_id = bench.call_as(&elsewhere, "DescribeKey", json!({"KeyId": id})).unwrap_err();
    assert_eq!(by_id.message, format!("Key 'arn:aws:kms:ap-northeast-2:123456789012:key/{id}' does not exist"));
}

#[test]
fn keys_are_listed_page_by_page() {
    let mut bench = Bench::new();
    for _ in 0..4 {
        bench.made(json!({}));
    }
    let (mut seen, mut marker) = (0, None);
    loop {
        let mut params = json!({"Limit": 2});
        if let Some(marker) = marker.take() {
            params["Marker"] = marker;
        }
        let page = bench.ok("ListKeys", params);
        seen += page["Keys"].as_array().unwrap().len();
        if page["Truncated"] == false {
            break;
        }
        marker = Some(page["NextMarker"].clone());
    }
    assert_eq!(seen, 5);
}

#[test]
fn a_disabled_key_comes_back_when_it_is_enabled() {
    let mut bench = Bench::new();
    bench.ok("DisableKey", json!({}));
    assert_eq!((bench.state().as_str(), &bench.metadata()["Enabled"]), ("Disabled", &json!(false)));
    bench.ok("DisableKey", json!({}));
    let refusal = bench.refused("Encrypt", json!({"Plaintext": "aGk="}));
    assert_eq!(refusal.to_string(), format!("DisabledException: {} is disabled.", bench.arn()));
    bench.ok("EnableKey", json!({}));
    bench.ok("Encrypt", json!({"Plaintext": "aGk="}));
}

#[test]
fn a_key_waits_seven_to_thirty_days_to_be_deleted_and_thirty_if_nothing_is_said() {
    let mut bench = Bench::new();
    for days in [6, 31, 0] {
        assert_eq!(bench.refused("ScheduleKeyDeletion", json!({"PendingWindowInDays": days})).code, "ValidationException");
    }
    let answer = bench.ok("ScheduleKeyDeletion", json!({}));
    assert_eq!((&answer["KeyState"], &answer["PendingWindowInDays"]), (&json!("PendingDeletion"), &json!(30)));
    assert_eq!((&answer["KeyId"], &answer["DeletionDate"]), (&json!(bench.arn()), &json!("2026-01-31T00:00:00+00:00")));
}

#[test]
fn a_key_pending_deletion_can_be_described_but_neither_used_nor_changed() {
    let mut bench = Bench::new();
    bench.ok("CreateAlias", json!({"AliasName": "alias/mine"}));
    bench.ok("ScheduleKeyDeletion", json!({"PendingWindowInDays": 7}));
    let wanted = format!("KMSInvalidStateException: {} is pending deletion.", bench.arn());
    for (operation, params) in [
        ("Encrypt", json!({"Plaintext": "aGk="})),
        ("GenerateDataKey", json!({"KeySpec": "AES_256"})),
        ("EnableKey", json!({})),
        ("DisableKey", json!({})),
        ("EnableKeyRotation", json!({})),
        ("UpdateKeyDescription", json!({"Description": "x"})),
        ("TagResource", json!({"Tags": [{"TagKey": "a", "TagValue": "b"}]})),
        ("CreateAlias", json!({"AliasName": "alias/other"})),
        ("ScheduleKeyDeletion", json!({})),
    ] {
        assert_eq!(bench.refused(operation, params).to_string(), wanted, "{operation}");
    }
    assert_eq!(bench.metadata()["DeletionDate"], "2026-01-08T00:00:00+00:00");
    for operation in ["GetKeyPolicy", "ListResourceTags", "ListGrants", "GetKeyRotationStatus"] {
        bench.ok(operation, json!({}));
    }
}

#[test]
fn a_cancelled_deletion_leaves_the_key_disabled() {
    let mut bench = Bench::new();
    let early = bench.refused("CancelKeyDeletion", json!({}));
    assert_eq!(early.to_string(), format!("KMSInvalidStateException: {} is not pending deletion.", bench.arn()));
    bench.ok("ScheduleKeyDeletion", json!({"PendingWindowInDays": 7}));
    bench.days(6);
    assert_eq!(bench.ok("CancelKeyDeletion", json!({})), json!({"KeyId": bench.arn()}));
    assert_eq!(bench.state(), "Disabled");
    bench.days(30);
    bench.ok("EnableKey", json!({}));
    assert_eq!(bench.state(), "Enabled");
}

#[test]
fn after_its_waiting_period_a_key_is_gone_with_its_aliases_and_what_it_encrypted() {
    let mut bench = Bench::new();
    bench.ok("CreateAlias", json!({"AliasName": "alias/mine"}));
    let blob = bench.ok("Encrypt", json!({"Plaintext": "aGk="}))["CiphertextBlob"].clone();
    bench.ok("ScheduleKeyDeletion", json!({"PendingWindowInDays": 7}));
    bench.days(7);
    assert_eq!(bench.refused("DescribeKey", json!({})).code, "NotFoundException");
    assert_eq!(bench.ok("ListAliases", json!({}))["Aliases"], json!([]));
    let refusal = bench.refused("Decrypt", json!({"CiphertextBlob": blob}));
    assert!(refusal.code == "AccessDeniedException" && refusal.message.starts_with("The ciphertext refers to a customer master key"));
}

#[test]
fn tags_are_added_listed_and_taken_away() {
    let mut bench = Bench::new();
    let tag = |name: &str, value: &str| json!({"TagKey": name, "TagValue": value});
    bench.ok("TagResource", json!({"Tags": [tag("team", "a"), tag("stage", "b")]}));
    bench.ok("TagResource", json!({"Tags": [tag("team", "c")]}));
    assert_eq!(bench.ok("ListResourceTags", json!({}))["Tags"], json!([tag("stage", "b"), tag("team", "c")]));
    bench.ok("UntagResource", json!({"TagKeys": ["team", "none"]}));
    assert_eq!(bench.ok("ListResourceTags", json!({}))["Tags"], json!([tag("stage", "b")]));
    for (tags, message) in [
        (vec![tag("x", "1"), tag("x", "2")], "Duplicate tag keys"),
        (vec![tag("aws:x", "1")], "aws: prefixed tag key names are not allowed for external use"),
        ((0..50).map(|n| tag(&format!("t{n}"), "")).collect(), "Too many tags"),
    ] {
        assert_eq!(bench.refused("TagResource", json!({"Tags": tags})).to_string(), format!("TagException: {message}"));
    }
    let long = bench.refused("TagResource", json!({"Tags": [tag(&"k".repeat(129), "")]}));
    assert!(
        long.message.contains("'tags.1.member.tagKey' failed to satisfy constraint: Member must have length less than or equal to 128")
    );
}
