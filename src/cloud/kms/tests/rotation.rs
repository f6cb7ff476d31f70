//! Rotation: by itself, on demand, and what it leaves as it was.

use super::*;

#[test]
fn a_key_rotates_by_itself_every_365_days_unless_another_period_is_named() {
    let mut bench = Bench::new();
    assert_eq!(bench.ok("GetKeyRotationStatus", json!({})), json!({"KeyRotationEnabled": false, "KeyId": bench.key}));
    bench.ok("EnableKeyRotation", json!({}));
    let status = bench.ok("GetKeyRotationStatus", json!({}));
    assert_eq!((&status["RotationPeriodInDays"], &status["NextRotationDate"]), (&json!(365), &json!("2027-01-01T00:00:00+00:00")));
    bench.ok("EnableKeyRotation", json!({"RotationPeriodInDays": 90}));
    bench.days(181);
    let rotations = bench.ok("ListKeyRotations", json!({}));
    let dates: Vec<&Value> = rotations["Rotations"].as_array().unwrap().iter().map(|rotation| &rotation["RotationDate"]).collect();
    assert_eq!(dates, ["2026-04-01T00:00:00+00:00", "2026-06-30T00:00:00+00:00"]);
    assert_eq!(rotations["Rotations"][0]["RotationType"], "AUTOMATIC");
    bench.ok("DisableKeyRotation", json!({}));
    assert_eq!(bench.ok("GetKeyRotationStatus", json!({}))["KeyRotationEnabled"], false);
}

#[test]
fn a_rotation_period_is_from_90_to_2560_days() {
    let mut bench = Bench::new();
    let short = bench.refused("EnableKeyRotation", json!({"RotationPeriodInDays": 89}));
    assert_eq!(
        short.message,
        "1 validation error detected: Value '89' at 'rotationPeriodInDays' failed to satisfy constraint: Member must have value greater than or equal to 90"
    );
    assert_eq!(bench.refused("EnableKeyRotation", json!({"RotationPeriodInDays": 2_561})).code, "ValidationException");
    bench.ok("EnableKeyRotation", json!({"RotationPeriodInDays": 2_560}));
}

#[test]
fn what_was_encrypted_before_a_rotation_still_decrypts_and_the_key_keeps_its_id() {
    let mut bench = Bench::new();
    let (id, first) = (bench.key.clone(), bench.metadata()["CurrentKeyMaterialId"].clone());
    let old = bench.ok("Encrypt", json!({"Plaintext": "c2VjcmV0"}))["CiphertextBlob"].clone();
    assert_eq!(bench.ok("RotateKeyOnDemand", json!({})), json!({"KeyId": id}));
    assert_ne!(bench.metadata()["CurrentKeyMaterialId"], first);
    let opened = bench.ok("Decrypt", json!({"CiphertextBlob": old}));
    assert_eq!((&opened["Plaintext"], &opened["KeyMaterialId"]), (&json!("c2VjcmV0"), &first));
    let all = bench.ok("ListKeyRotations", json!({"IncludeKeyMaterial": "ALL_KEY_MATERIAL"}));
    let states: Vec<&Value> = all["Rotations"].as_array().unwrap().iter().map(|it| &it["KeyMaterialState"]).collect();
    assert_eq!(states, ["NON_CURRENT", "CURRENT"]);
    assert_eq!((all["Rotations"][0].get("RotationDate"), &all["Rotations"][1]["RotationType"]), (None, &json!("ON_DEMAND")));
}

#[test]
fn a_rotation_on_demand_leaves_the_schedule_and_there_are_25_of_them() {
    let mut bench = Bench::new();
    bench.ok("EnableKeyRotation", json!({}));
    let due = bench.ok("GetKeyRotationStatus", json!({}))["NextRotationDate"].clone();
    for _ in 0..25 {
        bench.ok("RotateKeyOnDemand", json!({}));
    }
    assert_eq!(bench.ok("GetKeyRotationStatus", json!({}))["NextRotationDate"], due);
    let refusal = bench.refused("RotateKeyOnDemand", json!({}));
    assert!(refusal.code == "LimitExceededException" && refusal.message.starts_with("The on-demand rotations limit has been reached"));
}

#[test]
fn a_disabled_key_does_not_rotate_and_catches_up_once_it_is_enabled() {
    let mut bench = Bench::new();
    bench.ok("EnableKeyRotation", json!({}));
    bench.ok("DisableKey", json!({}));
    bench.days(800);
    assert_eq!(bench.ok("ListKeyRotations", json!({}))["Rotations"], json!([]));
    assert_eq!(bench.refused("EnableKeyRotation", json!({})).code, "DisabledException");
    bench.ok("EnableKey", json!({}));
    assert_eq!(bench.ok("ListKeyRotations", json!({}))["Rotations"].as_array().unwrap().len(), 1);
}

#[test]
fn while_a_key_waits_to_be_deleted_its_rotation_is_off_and_then_as_before() {
    let mut bench = Bench::new();
    bench.ok("EnableKeyRotation", json!({"RotationPeriodInDays": 100}));
    bench.ok("ScheduleKeyDeletion", json!({}));
    assert_eq!(bench.ok("GetKeyRotationStatus", json!({}))["KeyRotationEnabled"], false);
    bench.ok("CancelKeyDeletion", json!({}));
    assert_eq!(bench.ok("GetKeyRotationStatus", json!({}))["RotationPeriodInDays"], 100);
}

#[test]
fn an_hmac_key_does_not_rotate() {
    let mut bench = Bench::new();
    let key = bench.made(json!({"KeySpec": "HMAC_256", "KeyUsage": "GENERATE_VERIFY_MAC"}));
    for operation in ["EnableKeyRotation", "RotateKeyOnDemand", "GetKeyRotationStatus", "ListKeyRotations"] {
        assert_eq!(bench.refused(operation, json!({"KeyId": key})).code, "UnsupportedOperationException", "{operation}");
    }
}
