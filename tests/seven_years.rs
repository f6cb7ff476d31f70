//! The seven-year archive of `scripts/seven-years.sh`, its bill held against a calculation made here by hand.
//!
//! By hand: day d (0 = 2026-01-01) brings n(d) objects of 1 MB at 00:00 UTC, the month's 409,600 spread over its days. Age is
//! rounded up to the next midnight, and a write at midnight waits for the following one: so the objects of day d lie
//! in STANDARD on the 31 days d … d+30, in GLACIER_IR on the 90 days d+31 … d+120 (just its minimum, nothing is owed), and
//! in DEEP_ARCHIVE from d+121 on; they would expire on day d+2558, after the end (2,557 days).
//! They are read 5 times a day at ages 0 … 29 (all in STANDARD) and once at ages 30 (STANDARD), 60 and 90 (GLACIER_IR).
//!
//! January 2026, for a reader with a pocket calculator:
//!
//! ```text
//! storage    each object lies for the rest of the month, 16 days on average: 6,553,585 object-days
//!            6,553,585 MB-days / 1,024 / 31 = 206.451140 GB-months × 0.025            = 5.161279 USD
//! PUT        409,600 / 1,000 × 0.0045                                                  = 1.843200 USD
//! GET        5 × (6,553,585 − 13,212) + 13,212 = 32,715,077 / 1,000 × 0.00035          = 11.450277 USD
//! ```

use std::{collections::BTreeMap, path::Path};

use serde_json::Value;
use skylab::storage::DiskFiles;
use skylab_cloud::{Sandbox, clock::SimTime};
use skylab_terminal::{
    script::{self, Source},
    shell::Shell,
    step::Printed,
};

const N_DAYS: usize = 2_557;
const OBJECTS_PER_MONTH: u128 = 409_600;
const MB: u128 = 1 << 20;

/// The answers of a script, step by step; all must be ok.
fn play(name: &str) -> (Vec<Value>, Sandbox) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/scripts");
    let script = std::fs::read(folder.join(name)).unwrap();
    let (mut sandbox, mut shell) = (Sandbox::new(SimTime::START, 0), Shell::new("ap-northeast-2"));
    let mut files = DiskFiles::new(&folder).unwrap();
    let mut answers = Vec::new();
    let outcome = script::run(&mut shell, &mut sandbox, &mut files, &mut script.as_slice(), Source::File, false, |step| {
        assert!(step.ok(), "{}: {:?}", step.line, step.error);
        answers.push(match &step.output {
            Printed::Json(value) => value.clone(),
            _ => Value::Null,
        });
        Ok(())
    });
    assert_eq!(outcome.unwrap().n_failed, 0);
    (answers, sandbox)
}

/// A calendar kept by hand: (name, days) of each month from 2026-01 to 2032-12.
fn months() -> Vec<(String, usize)> {
    let days = |year: usize, month: usize| match month {
        2 if year.is_multiple_of(4) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    };
    (2026..2033).flat_map(|year| (1..=12).map(move |month| (format!("{year}-{month:02}"), days(year, month)))).collect()
}

/// Objects written on each day.
fn written() -> Vec<u128> {
    let share = |day: u128, n_days: u128| OBJECTS_PER_MONTH * (day + 1) / n_days - OBJECTS_PER_MONTH * day / n_days;
    months().iter().flat_map(|(_, n)| (0..*n as u128).map(move |day| share(day, *n as u128))).collect()
}

/// Usage type → (quantity in the month, price of a unit in nano-dollars, raw quantity of a unit).
type Month = BTreeMap<&'static str, (u128, u128, u128)>;

/// What each month uses, by the rules at the head of this file. Storage is in byte-days.
fn by_hand() -> BTreeMap<String, Month> {
    let written = written();
    let on = |day: usize, age: usize| day.checked_sub(age).map_or(0, |born| written[born]);
    let between = |day: usize, from: usize, to: usize| (from..to).map(|age| on(day, age)).sum::<u128>();
    let mut all = BTreeMap::new();
    let mut day = 0;
    for (name, n_days) in months() {
        let gb_month = (1_u128 << 30) * n_days as u128;
        let mut month = Month::new();
        let mut add = |usage_type, quantity: u128, price, unit| {
            if quantity > 0 {
                month.entry(usage_type).or_insert((0, price, unit)).0 += quantity;
            }
        };
        for day in day..day + n_days {
            let (standard, instant, deep) = (between(day, 0, 31), between(day, 31, 121), between(day, 121, N_DAYS));
            add("TimedStorage-ByteHrs", standard * MB + deep * (8 << 10), 25_000_000, gb_month);
            add("TimedStorage-GIR-ByteHrs", instant * MB, 5_000_000, gb_month);
            add("TimedStorage-GDA-ByteHrs", deep * (MB + (32 << 10)), 2_000_000, gb_month);
            add("Requests-Tier1", on(day, 0), 4_500_000, 1_000);
            add("Requests-Tier2", 5 * between(day, 0, 30) + on(day, 30), 350_000, 1_000);
            add("Requests-GIR-Tier2", on(day, 60) + on(day, 90), 10_000_000, 1_000);
            add("Retrieval-GIR", (on(day, 60) + on(day, 90)) * MB, 30_000_000, 1 << 30);
            add("Requests-Tier4", on(day, 31), 20_000_000, 1_000);
            add("Requests-Tier3", on(day, 121), 50_000_000, 1_000);
        }
        all.insert(name, month);
        day += n_days;
    }
    // the script ends at 2033-01-01 00:00, just after that midnight's transitions
    let last = Month::from([("Requests-Tier4", (on(day, 31), 20_000_000, 1_000)), ("Requests-Tier3", (on(day, 121), 50_000_000, 1_000))]);
    all.insert("2033-01".to_owned(), last);
    all
}

#[test]
fn every_line_of_the_seven_year_bill_is_what_it_is_by_hand() {
    let (answers, _) = play("seven-years.sh");
    let bill = answers.last().unwrap();
    let hand = by_hand();
    let mut n_lines = 0;
    let mut total_nanos = 0;
    for month in bill["Months"].as_array().unwrap() {
        let mut expected = hand[month["Month"].as_str().unwrap()].clone();
        for line in month["Lines"].as_array().unwrap() {
            let name = line["UsageType"].as_str().unwrap().strip_prefix("APN2-").unwrap();
            let (key, (quantity, price, unit)) = expected.remove_entry(name).unwrap_or_else(|| panic!("{name} in {}", month["Month"]));
            let nanos = (quantity * price + unit / 2) / unit;
            let shown = line["AmountUsd"].as_f64().unwrap();
            assert!((shown - nanos as f64 / 1e9).abs() < 1.5e-6, "{key} in {}: {shown} and by hand {nanos} nano-dollars", month["Month"]);
            total_nanos += nanos;
            n_lines += 1;
        }
        assert!(expected.is_empty(), "the bill of {} lacks {:?}", month["Month"], expected.keys());
    }
    assert_eq!(bill["Months"].as_array().unwrap().len(), 85, "84 months, and the first midnight of the next");
    assert!(n_lines > 700, "{n_lines} lines");
    let total = bill["TotalUsd"].as_f64().unwrap();
    assert!((total - total_nanos as f64 / 1e9).abs() < 1e-5, "{total}");
}

#[test]
fn january_is_what_a_pocket_calculator_says() {
    let january = &by_hand()["2026-01"];
    let object_days = january["TimedStorage-ByteHrs"].0 / MB;
    assert_eq!(object_days, 6_553_585);
    assert_eq!(january["Requests-Tier1"].0, 409_600);
    assert_eq!(january["Requests-Tier2"].0, 32_715_077);
    let (answers, _) = play("seven-years.sh");
    let lines = answers.last().unwrap()["Months"][0]["Lines"].as_array().unwrap().clone();
    let amount = |name: &str| lines.iter().find(|line| line["UsageType"] == format!("APN2-{name}")).unwrap()["AmountUsd"].to_string();
    assert_eq!(amount("TimedStorage-ByteHrs"), "5.161279");
    assert_eq!(amount("Requests-Tier1"), "1.8432");
    assert_eq!(amount("Requests-Tier2"), "11.450277");
}

#[test]
fn every_read_of_the_archive_succeeds_and_every_object_is_still_there() {
    let (answers, sandbox) = play("seven-years.sh");
    let load = &answers[answers.len() - 2]["Loads"][0];
    assert_eq!(load["ReadsFailed"], serde_json::json!({"InvalidObjectState": 0, "NoSuchKey": 0, "ServiceUnavailable": 0, "KMS": 0}));
    assert_eq!(load["ObjectsWritten"].as_u64().map(u128::from), Some(OBJECTS_PER_MONTH * 84));
    let stored = sandbox.world().s3.bucket("company-logs").unwrap().stored();
    assert_eq!(stored.values().map(|class| u128::from(class.n_objects)).sum::<u128>(), OBJECTS_PER_MONTH * 84);
}
