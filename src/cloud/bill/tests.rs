//! Bills of small sandboxes, against prices worked out by hand.

use super::*;
use crate::{Sandbox, api::Origin, body::Body, clock::DAY_MS, s3};

const MB: u64 = 1 << 20;
const GB: u64 = 1 << 30;

fn sandbox(region: Region) -> Sandbox {
    let mut sandbox = Sandbox::new(SimTime::START, 1);
    let configuration =
        (region != Region::US_EAST_1).then(|| serde_json::from_value(serde_json::json!({"LocationConstraint": region.name()})).unwrap());
    let create = s3::CreateBucket { bucket: "logs".to_owned(), create_bucket_configuration: configuration, ..Default::default() };
    sandbox.call(&Origin::admin(region), create).unwrap();
    sandbox
}

fn put(sandbox: &mut Sandbox, key: &str, bytes: u64, class: &str) {
    let put = s3::PutObject {
        bucket: "logs".to_owned(),
        key: key.to_owned(),
        body: Body::Zeros(bytes),
        storage_class: Some(class.to_owned()),
        ..Default::default()
    };
    sandbox.call(&Origin::admin(Region::SEOUL), put).unwrap();
}

fn amounts(sandbox: &Sandbox, month: &str) -> BTreeMap<String, String> {
    let bill = bill(sandbox.world(), AccountId::OWN, Month::parse(month));
    bill.lines.into_iter().map(|line| (line.usage_type, line.amount_usd.unwrap().to_string())).collect()
}

#[test]
fn what_is_kept_for_a_whole_month_costs_the_monthly_price() {
    let mut sandbox = sandbox(Region::SEOUL);
    put(&mut sandbox, "a", GB / 8, "STANDARD");
    sandbox.advance(31 * DAY_MS);
    let lines = amounts(&sandbox, "2026-01");
    assert_eq!(lines["APN2-TimedStorage-ByteHrs"], "0.003125", "0.025 for a GB, 128 MB stored");
    assert_eq!(lines["APN2-Requests-Tier1"], "0.000005", "0.0045 per 1,000, rounded to a millionth");
}

#[test]
fn half_a_month_costs_half_and_prices_differ_by_region() {
    let mut sandbox = sandbox(Region::US_EAST_1);
    put(&mut sandbox, "a", GB / 8, "STANDARD");
    sandbox.advance(31 * DAY_MS / 2);
    assert_eq!(amounts(&sandbox, "2026-01")["USE1-TimedStorage-ByteHrs"], "0.001438");
}

#[test]
fn deleting_before_the_minimum_duration_bills_the_days_that_remain() {
    let mut sandbox = sandbox(Region::SEOUL);
    put(&mut sandbox, "a", GB / 8, "STANDARD_IA");
    sandbox.advance(10 * DAY_MS);
    sandbox
        .call(&Origin::admin(Region::SEOUL), s3::DeleteObject { bucket: "logs".to_owned(), key: "a".to_owned(), ..Default::default() })
        .unwrap();
    let lines = amounts(&sandbox, "2026-01");
    // 0.0138 a GB-month, 128 MB: 10 of 31 days stored, 20 of the 30 days of the minimum still owed
    assert_eq!(lines["APN2-TimedStorage-SIA-ByteHrs"], "0.000556");
    assert_eq!(lines["APN2-EarlyDelete-SIA"], "0.001113");
}

#[test]
fn small_objects_in_ia_are_billed_as_128_kb() {
    let mut sandbox = sandbox(Region::SEOUL);
    for n in 0..8_192 {
        put(&mut sandbox, &format!("k{n:04}"), 28 << 10, "STANDARD_IA");
    }
    sandbox.advance(31 * DAY_MS);
    let bill = bill(sandbox.world(), AccountId::OWN, Month::parse("2026-01"));
    let quantity = |name: &str| bill.lines.iter().find(|line| line.usage_type.ends_with(name)).unwrap().quantity.to_string();
    assert_eq!(quantity("SIA-ByteHrs"), "0.21875", "8,192 × 28 KB");
    assert_eq!(quantity("SIA-SmObjects"), "0.78125", "8,192 × 100 KB that are missing to 128 KB");
}

#[test]
fn reading_infrequent_access_bills_the_bytes_read() {
    let mut sandbox = sandbox(Region::SEOUL);
    put(&mut sandbox, "a", GB / 8, "STANDARD_IA");
    let get = s3::GetObject { bucket: "logs".to_owned(), key: "a".to_owned(), ..Default::default() };
    for _ in 0..3 {
        sandbox.call(&Origin::admin(Region::SEOUL), get.clone()).unwrap();
    }
    let lines = amounts(&sandbox, "2026-01");
    assert_eq!(lines["APN2-Retrieval-SIA"], "0.003750");
    assert_eq!(lines["APN2-Requests-SIA-Tier2"], "0.000003");
}

#[test]
fn a_region_without_a_price_list_is_named_and_not_guessed() {
    let region = Region::named("sa-east-1").unwrap();
    let mut sandbox = sandbox(region);
    put(&mut sandbox, "a", MB, "STANDARD");
    sandbox.advance(DAY_MS);
    let bill = bill(sandbox.world(), AccountId::OWN, None);
    assert_eq!(bill.regions_without_prices, BTreeSet::from([region]));
    assert!(bill.lines.iter().all(|line| line.amount_usd.is_none()));
    assert_eq!(bill.total_usd, Usd::default());
}

#[test]
fn only_the_owners_account_is_billed() {
    let mut sandbox = sandbox(Region::SEOUL);
    put(&mut sandbox, "a", MB, "STANDARD");
    sandbox.advance(DAY_MS);
    assert!(bill(sandbox.world(), AccountId::PARTNER, None).lines.is_empty());
}

#[test]
fn the_run_rate_prices_what_lies_stored_now() {
    let mut sandbox = sandbox(Region::SEOUL);
    put(&mut sandbox, "a", GB / 8, "STANDARD");
    assert_eq!(monthly_run_rate(sandbox.world(), AccountId::OWN).to_string(), "0.003125");
}

#[test]
fn the_lines_at_the_present_level_name_bucket_quantity_and_price() {
    let mut sandbox = sandbox(Region::SEOUL);
    put(&mut sandbox, "a", GB / 8, "STANDARD");
    sandbox.advance(3 * DAY_MS);
    let lines = monthly_lines(sandbox.world(), AccountId::OWN);
    let [line] = lines.as_slice() else { panic!("{lines:?}") };
    assert_eq!((line.usage_type.as_str(), line.quantity.to_string().as_str()), ("APN2-TimedStorage-ByteHrs", "0.125"));
    assert_eq!(line.resources.keys().collect::<Vec<_>>(), ["logs"]);
    assert_eq!(line.amount_usd, Some(monthly_run_rate(sandbox.world(), AccountId::OWN)));
    assert_eq!(service(&line.usage_type), "AmazonS3");
}
