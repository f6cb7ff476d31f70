//! What keys and requests cost.

use super::*;

const DAY: u128 = DAY_MS as u128;

#[test]
fn a_key_costs_for_as_long_as_it_is_there_and_each_request_is_counted() {
    let mut bench = Bench::new();
    let before = bench.used("KMS-Requests");
    bench.ok("Encrypt", json!({"Plaintext": "aGk="}));
    bench.refused("Encrypt", json!({"Plaintext": ""}));
    assert_eq!(bench.used("KMS-Requests") - before, 2);
    bench.ok("DisableKey", json!({}));
    bench.days(31);
    assert_eq!(bench.used("KMS-Keys"), 31 * DAY);
}

#[test]
fn a_key_that_waits_to_be_deleted_costs_nothing_unless_its_deletion_is_cancelled() {
    let mut bench = Bench::new();
    bench.ok("ScheduleKeyDeletion", json!({}));
    bench.days(20);
    assert_eq!(bench.used("KMS-Keys"), 0);
    bench.ok("CancelKeyDeletion", json!({}));
    assert_eq!(bench.used("KMS-Keys"), 20 * DAY);
}

#[test]
fn the_first_two_rotations_of_a_key_raise_its_price() {
    let mut bench = Bench::new();
    for _ in 0..3 {
        bench.ok("RotateKeyOnDemand", json!({}));
    }
    bench.days(1);
    assert_eq!(bench.used("KMS-Keys"), 3 * DAY);
}

#[test]
fn a_key_that_aws_made_for_a_service_costs_nothing_and_rotates_every_year() {
    let mut bench = Bench::new();
    let account = crate::ident::AccountId::OWN;
    let made = |bench: &mut Bench| crate::kms::Kms::make_managed_key(&mut bench.world, account, Region::US_EAST_1, "s3", "for tests");
    let arn = made(&mut bench);
    assert_eq!(made(&mut bench), arn, "it is made once");
    bench.ok("ScheduleKeyDeletion", json!({}));
    bench.days(365);
    assert_eq!(bench.used("KMS-Keys"), 0);
    let key = bench.ok("DescribeKey", json!({"KeyId": "alias/aws/s3"}))["KeyMetadata"].clone();
    assert_eq!((&key["Arn"], &key["KeyManager"], &key["Description"]), (&json!(arn), &json!("AWS"), &json!("for tests")));
    assert_eq!(bench.world.kms.key(&arn).unwrap().materials().len(), 2);
}
