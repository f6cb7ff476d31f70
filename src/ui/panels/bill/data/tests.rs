//! The bill's view-data of small runs, held against the cloud's own bill.

use skylab_cloud::{
    Sandbox,
    api::Origin,
    body::Body,
    clock::DAY_MS,
    s3::{CreateBucket, PutObject},
};

use super::*;
use crate::ui::LastAct;

const GB: u64 = 1 << 30;

fn put(sandbox: &mut Sandbox, key: &str, class: &str) {
    let put = PutObject {
        bucket: "logs".to_owned(),
        key: key.to_owned(),
        body: Body::Zeros(GB),
        storage_class: Some(class.to_owned()),
        ..Default::default()
    };
    sandbox.call(&Origin::admin(Region::US_EAST_1), put).unwrap();
}

fn run() -> Sandbox {
    let mut sandbox = Sandbox::new(SimTime::START, 1);
    sandbox.call(&Origin::admin(Region::US_EAST_1), CreateBucket { bucket: "logs".to_owned(), ..Default::default() }).unwrap();
    put(&mut sandbox, "a", "STANDARD");
    sandbox.advance(40 * DAY_MS);
    sandbox
}

fn shown(sandbox: &Sandbox, before: Option<&World>, act: Option<&LastAct>, period: Period) -> BillData {
    let stage = StageView { before, last_act: act, ..StageView::of(sandbox, sandbox.world()) };
    BillData::of(&stage, period)
}

#[test]
fn lines_of_all_months_are_added_up_to_the_clouds_own_bill() {
    let sandbox = run();
    let data = shown(&sandbox, None, None, Period::Run);
    let bill = bill::bill(sandbox.world(), AccountId::OWN, None);
    assert_eq!((data.sum, data.spent), (bill.total_usd, bill.total_usd));
    let [group] = data.groups.as_slice() else { panic!("{:?}", data.groups) };
    assert_eq!(group.service, "AmazonS3");
    assert!(bill.lines.len() > group.items.len(), "January and February are one line");
    assert!(group.items.is_sorted_by(|a, b| a.amount >= b.amount));
    let all = data.months.iter().fold(Usd::default(), |sum, (_, usd)| sum + *usd);
    assert_eq!((data.months.len(), all), (2, bill.total_usd));
}

#[test]
fn a_month_has_its_own_lines_and_the_level_its_thirty_days() {
    let sandbox = run();
    let february = Month::parse("2026-02").unwrap();
    let month = shown(&sandbox, None, None, Period::Month(february));
    assert_eq!(month.sum, bill::bill(sandbox.world(), AccountId::OWN, Some(february)).total_usd);
    assert!(month.sum < month.spent);
    let level = shown(&sandbox, None, None, Period::Level);
    assert_eq!(level.sum, bill::monthly_run_rate(sandbox.world(), AccountId::OWN));
    assert_eq!(level.groups[0].items[0].quantity.to_string(), "1");
}

#[test]
fn the_last_acts_change_is_told_by_usage_type() {
    let mut sandbox = run();
    let before = sandbox.world().clone();
    put(&mut sandbox, "b", "STANDARD_IA");
    let act = LastAct { line: "aws s3 cp".to_owned(), refusal: None };
    let change = shown(&sandbox, Some(&before), Some(&act), Period::Run).change.unwrap();
    assert_eq!(change.lines, [("USE1-TimedStorage-SIA-ByteHrs".to_owned(), 12_500_000)]);
    assert_eq!(change.level.1.nanos() - change.level.0.nanos(), 12_500_000);
    assert_eq!((change.spent.1.nanos() - change.spent.0.nanos(), change.passed), (10_000, false), "one PUT");
    assert_eq!(shown(&sandbox, None, Some(&act), Period::Run).change, None);
}

#[test]
fn nothing_used_is_nothing_to_show() {
    let sandbox = Sandbox::new(SimTime::START, 1);
    assert!(shown(&sandbox, None, None, Period::Run).is_empty());
    assert!(!shown(&run(), None, None, Period::Run).is_empty());
}
