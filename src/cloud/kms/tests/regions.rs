//! Multi-Region keys: the same id and material in several regions.

use super::*;

const SEOUL: Region = Region::SEOUL;

fn replicated() -> Bench {
    let mut bench = Bench::new();
    bench.key = bench.made(json!({"MultiRegion": true}));
    bench.ok("ReplicateKey", json!({"ReplicaRegion": "ap-northeast-2"}));
    bench
}

fn there(bench: &mut Bench, operation: &str, params: Value) -> Result<Value, ApiError> {
    bench.call_as(&Origin::admin(SEOUL), operation, params)
}

#[test]
fn a_multi_region_key_has_an_id_of_its_own_kind_and_is_a_primary_at_first() {
    let mut bench = Bench::new();
    bench.key = bench.made(json!({"MultiRegion": true}));
    assert!(bench.key.starts_with("mrk-") && bench.key.len() == 36);
    let family = bench.metadata()["MultiRegionConfiguration"].clone();
    assert_eq!((&family["MultiRegionKeyType"], &family["ReplicaKeys"]), (&json!("PRIMARY"), &json!([])));
}

#[test]
fn a_replica_is_being_made_for_a_few_seconds_and_then_decrypts_what_the_primary_encrypted() {
    let mut bench = replicated();
    let id = json!({"KeyId": bench.key});
    let blob = bench.ok("Encrypt", json!({"Plaintext": "c2VjcmV0"}))["CiphertextBlob"].clone();
    assert_eq!(there(&mut bench, "DescribeKey", id.clone()).unwrap()["KeyMetadata"]["KeyState"], "Creating");
    assert_eq!(there(&mut bench, "Decrypt", json!({"CiphertextBlob": blob})).unwrap_err().code, "KMSInvalidStateException");
    bench.days(1);
    let replica = there(&mut bench, "DescribeKey", id).unwrap()["KeyMetadata"].clone();
    assert_eq!((&replica["KeyState"], &replica["MultiRegionConfiguration"]["MultiRegionKeyType"]), (&json!("Enabled"), &json!("REPLICA")));
    assert_eq!(there(&mut bench, "Decrypt", json!({"CiphertextBlob": blob})).unwrap()["Plaintext"], "c2VjcmV0");
}

#[test]
fn a_key_is_replicated_once_to_a_region_and_only_from_its_primary() {
    let mut bench = replicated();
    assert_eq!(bench.refused("ReplicateKey", json!({"ReplicaRegion": "ap-northeast-2"})).code, "AlreadyExistsException");
    bench.days(1);
    let from_replica = json!({"KeyId": bench.key, "ReplicaRegion": "eu-west-1"});
    assert_eq!(there(&mut bench, "ReplicateKey", from_replica).unwrap_err().code, "UnsupportedOperationException");
    let single = bench.made(json!({}));
    assert_eq!(bench.refused("ReplicateKey", json!({"KeyId": single, "ReplicaRegion": "eu-west-1"})).code, "UnsupportedOperationException");
}

#[test]
fn the_primary_rotates_for_its_replicas() {
    let mut bench = replicated();
    bench.days(1);
    bench.ok("EnableKeyRotation", json!({"RotationPeriodInDays": 90}));
    let id = json!({"KeyId": bench.key});
    assert_eq!(there(&mut bench, "GetKeyRotationStatus", id.clone()).unwrap()["KeyRotationEnabled"], true);
    assert_eq!(there(&mut bench, "EnableKeyRotation", id.clone()).unwrap_err().code, "UnsupportedOperationException");
    bench.days(90);
    assert_eq!(there(&mut bench, "ListKeyRotations", id).unwrap()["Rotations"].as_array().unwrap().len(), 1);
    let blob = bench.ok("Encrypt", json!({"Plaintext": "c2VjcmV0"}))["CiphertextBlob"].clone();
    there(&mut bench, "Decrypt", json!({"CiphertextBlob": blob})).unwrap();
}

#[test]
fn a_primary_waits_for_its_replicas_before_it_is_deleted() {
    let mut bench = replicated();
    bench.days(1);
    let answer = bench.ok("ScheduleKeyDeletion", json!({"PendingWindowInDays": 7}));
    assert_eq!((&answer["KeyState"], answer.get("DeletionDate")), (&json!("PendingReplicaDeletion"), None));
    assert_eq!(bench.metadata()["PendingDeletionWindowInDays"], 7);
    bench.days(60);
    let replica = json!({"KeyId": bench.key, "PendingWindowInDays": 7});
    there(&mut bench, "ScheduleKeyDeletion", replica).unwrap();
    bench.days(7);
    assert_eq!(bench.state(), "PendingDeletion");
    bench.days(7);
    assert_eq!(bench.refused("DescribeKey", json!({})).code, "NotFoundException");
}

#[test]
fn a_replica_may_become_the_primary() {
    let mut bench = replicated();
    bench.days(1);
    bench.ok("EnableKeyRotation", json!({}));
    bench.ok("UpdatePrimaryRegion", json!({"PrimaryRegion": "ap-northeast-2"}));
    let family = bench.metadata()["MultiRegionConfiguration"].clone();
    assert_eq!((&family["MultiRegionKeyType"], &family["PrimaryKey"]["Region"]), (&json!("REPLICA"), &json!("ap-northeast-2")));
    assert_eq!(bench.ok("GetKeyRotationStatus", json!({}))["KeyRotationEnabled"], true);
    assert_eq!(bench.refused("UpdatePrimaryRegion", json!({"PrimaryRegion": "us-east-1"})).code, "UnsupportedOperationException");
}
