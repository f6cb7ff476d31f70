//! What the lifecycle bench shows, as plain data from a sandbox: months by class and cost, and what the rules did. No drawing.

use std::collections::BTreeMap;

use skylab_cloud::{
    Sandbox, World,
    bill::{self, Usd},
    clock::{Month, SimTime},
    ident::{AccountId, Region},
    journal::{Event, EventKind},
    s3::{self, StorageClass, Stored},
};

/// Most events listed.
const MAX_HAPPENED: usize = 60;

/// One month of the run.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct MonthRow {
    /// Billed bytes by class, averaged over the month.
    pub bytes: BTreeMap<StorageClass, u64>,
    /// What the month cost.
    pub usd: Usd,
    /// What it would have cost without any rule.
    pub usd_without: Usd,
}

/// What one usage type cost over the whole run.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct BillLine {
    pub usage_type: String,
    pub usd: Usd,
    /// Its price was not found in the region's price list.
    pub is_estimated: bool,
}

/// Something a rule did, a request that was refused, or a loss.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Happened {
    pub at: SimTime,
    pub what: What,
    /// The rule that acted, AWS's code of a refusal, or the zone that was lost.
    pub by: String,
    /// Objects, or requests where those were refused.
    pub n: u64,
    pub bytes: u64,
}

/// What it was.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum What {
    Moved {
        from: StorageClass,
        to: StorageClass,
    },
    Expired,
    Marked,
    MarkerGone,
    UploadAborted,
    ReadRefused(Cause),
    WriteRefused,
    /// A zone was destroyed, and what lay only there with it.
    Lost {
        n_uploads: u64,
    },
}

/// Why a read was refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Cause {
    Archived,
    Gone,
    ZoneOut,
    Other,
}

impl Cause {
    fn of(code: &str) -> Self {
        match code {
            "InvalidObjectState" => Self::Archived,
            "NoSuchKey" => Self::Gone,
            "ServiceUnavailable" => Self::ZoneOut,
            _ => Self::Other,
        }
    }
}

/// Everything the bench shows.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct LifecycleData {
    pub start: SimTime,
    pub now: SimTime,
    pub bucket: String,
    /// By month, without gaps, from the start.
    pub months: Vec<(Month, MonthRow)>,
    /// What lies in each class now.
    pub stored: BTreeMap<StorageClass, Stored>,
    /// Newest first.
    pub happened: Vec<Happened>,
    pub usd: Usd,
    pub usd_without: Usd,
    /// What was spent, by usage type, the dearest first.
    pub bill: Vec<BillLine>,
    /// Region and date of the prices.
    pub prices: Option<(&'static str, &'static str)>,
    pub reads_succeeded: u64,
    pub reads_failed: u64,
    /// The rules in force, in AWS's JSON.
    pub rules: serde_json::Value,
}

impl LifecycleData {
    /// What `bucket` of a sandbox shows; `without` is the same run without rules, if there is one.
    pub(super) fn of(sandbox: &Sandbox, without: &World, bucket: &str) -> Self {
        let world = sandbox.world();
        let mut months = month_rows(sandbox.start(), world, bucket);
        for (month, usd) in bill::by_month(without, AccountId::OWN) {
            if let Some((_, row)) = months.iter_mut().find(|(known, _)| *known == month) {
                row.usd_without = usd;
            }
        }
        let sum = |usd: fn(&MonthRow) -> Usd| months.iter().fold(Usd::default(), |sum, (_, row)| sum + usd(row));
        let (usd, usd_without) = (sum(|row| row.usd), sum(|row| row.usd_without));
        let there = world.s3.bucket(bucket);
        let reads = || world.s3.loads().iter().flat_map(|load| load.reads().values());
        let rules = there.and_then(s3::Bucket::lifecycle).and_then(|rules| serde_json::to_value(rules).ok());
        Self {
            start: sandbox.start(),
            now: sandbox.now(),
            bucket: bucket.to_owned(),
            stored: there.map(stored).unwrap_or_default(),
            happened: sandbox.events().iter().rev().filter_map(happened).take(MAX_HAPPENED).collect(),
            usd,
            usd_without,
            bill: bill_lines(world),
            prices: bill::as_of(Region::SEOUL).map(|date| (Region::SEOUL.name(), date)),
            reads_succeeded: reads().map(|reads| reads.succeeded).sum(),
            reads_failed: reads().map(s3::Reads::failed).sum(),
            rules: rules.unwrap_or_else(|| serde_json::json!({"Rules": []})),
            months,
        }
    }

    /// The months that are over: only those have their whole cost.
    pub(super) fn whole_months(&self) -> &[(Month, MonthRow)] {
        let n = self.months.iter().take_while(|(month, _)| month.next().start() <= self.now).count();
        &self.months[..n]
    }

    /// Whether any rule is in force.
    pub(super) fn has_rules(&self) -> bool {
        self.rules["Rules"].as_array().is_some_and(|rules| !rules.is_empty())
    }

    /// The classes that ever held bytes, dearest first.
    pub(super) fn classes(&self) -> Vec<StorageClass> {
        let ever = |class: &StorageClass| self.months.iter().any(|(_, row)| row.bytes.get(class).is_some_and(|bytes| *bytes > 0));
        StorageClass::ALL.into_iter().filter(ever).collect()
    }
}

fn bill_lines(world: &World) -> Vec<BillLine> {
    let mut sums: BTreeMap<String, (Usd, bool)> = BTreeMap::new();
    for line in bill::bill(world, AccountId::OWN, None).lines {
        let (usd, is_estimated) = sums.entry(line.usage_type).or_default();
        *usd = *usd + line.amount_usd.unwrap_or_default();
        *is_estimated |= line.price_estimated;
    }
    let mut lines: Vec<_> = sums.into_iter().map(|(usage_type, (usd, is_estimated))| BillLine { usage_type, usd, is_estimated }).collect();
    lines.sort_by_key(|line| std::cmp::Reverse(line.usd.nanos()));
    lines
}

/// Objects by class, and with them the bytes of unfinished uploads, which are no objects but lie there and are billed.
fn stored(bucket: &s3::Bucket) -> BTreeMap<StorageClass, Stored> {
    let mut classes = bucket.stored();
    for (class, bytes) in bucket.unfinished() {
        classes.entry(class).or_default().bytes += bytes;
    }
    classes
}

fn month_rows(start: SimTime, world: &World, bucket: &str) -> Vec<(Month, MonthRow)> {
    // a month that begins this very moment has requests but no time yet; a month without any usage is a row of zeros
    let begun = std::iter::successors(Some(start.month()), |month| Some(month.next())).take_while(|month| month.start() < world.now());
    let mut rows: BTreeMap<Month, MonthRow> = begun.map(|month| (month, MonthRow::default())).collect();
    for (month, bytes) in s3::stored_by_month(world, bucket) {
        if let Some(row) = rows.get_mut(&month) {
            row.bytes = bytes;
        }
    }
    for (month, usd) in bill::by_month(world, AccountId::OWN) {
        if let Some(row) = rows.get_mut(&month) {
            row.usd = usd;
        }
    }
    rows.into_iter().collect()
}

fn happened(event: &Event) -> Option<Happened> {
    let EventKind::Happened(it) = &event.kind else { return None };
    let number = |name: &str| it.facts.get(name).and_then(serde_json::Value::as_u64).unwrap_or(0);
    let text = |name: &str| it.facts.get(name).and_then(|value| value.as_str()).unwrap_or_default();
    let moved = || Some(What::Moved { from: StorageClass::named(text("from"))?, to: moved_to(&it.name)? });
    let what = match it.name.as_str() {
        "S3.EXPIRE.OBJECT" => What::Expired,
        "S3.EXPIRE.DELETEMARKER" => What::MarkerGone,
        "S3.CREATE.DELETEMARKER" => What::Marked,
        "S3.DELETE.UPLOAD" => What::UploadAborted,
        "GetObject" => What::ReadRefused(Cause::of(text("error"))),
        "PutObject" => What::WriteRefused,
        "ObjectsLost" => What::Lost { n_uploads: number("uploads") },
        _ => moved()?,
    };
    let (by, n) = match what {
        What::ReadRefused(_) => ("error", "reads"),
        What::WriteRefused => ("error", "writes"),
        What::Lost { .. } => ("zone", "objects"),
        _ => ("rule", "objects"),
    };
    Some(Happened { at: event.at, what, by: text(by).to_owned(), n: number(n), bytes: number("bytes") })
}

fn moved_to(event: &str) -> Option<StorageClass> {
    StorageClass::ALL.into_iter().filter(|class| class.is_transition_target()).find(|class| class.transition_event() == event)
}

#[cfg(test)]
mod tests {
    use skylab_cloud::{api::Origin, body::Body, clock::DAY_MS, fault::Fault, ident::Zone};

    use super::*;

    #[test]
    fn the_data_names_the_rule_that_moved_each_object_and_what_each_month_cost() {
        let origin = Origin::admin(Region::US_EAST_1);
        let mut sandbox = Sandbox::new(SimTime::START, 1);
        sandbox.call(&origin, s3::CreateBucket { bucket: "logs".to_owned(), ..Default::default() }).unwrap();
        let put = s3::PutObject { bucket: "logs".to_owned(), key: "a".to_owned(), body: Body::Zeros(1 << 20), ..Default::default() };
        sandbox.call(&origin, put).unwrap();
        let mut without = sandbox.world().clone();
        let rules = serde_json::json!({"Bucket": "logs", "LifecycleConfiguration": {"Rules": [
            {"ID": "cold", "Status": "Enabled", "Filter": {"Prefix": ""}, "Transitions": [{"Days": 1, "StorageClass": "GLACIER"}]}]}});
        sandbox.call(&origin, skylab_cloud::Request::parse("s3", "PutBucketLifecycleConfiguration", rules).unwrap()).unwrap();
        sandbox.advance(62 * DAY_MS);
        without.run_until(sandbox.now());
        let data = LifecycleData::of(&sandbox, &without, "logs");
        assert_eq!(data.classes(), [StorageClass::Standard, StorageClass::Glacier]);
        let [moved] = data.happened.as_slice() else { panic!("{:?}", data.happened) };
        assert_eq!(moved.what, What::Moved { from: StorageClass::Standard, to: StorageClass::Glacier });
        assert_eq!((moved.by.as_str(), moved.n, moved.bytes), ("cold", 1, 1 << 20));
        assert_eq!((data.months.len(), data.whole_months().len()), (3, 2));
        let february = &data.months[1].1;
        assert!(february.usd < february.usd_without);
        assert_eq!(data.usd, data.months.iter().fold(Usd::default(), |sum, (_, row)| sum + row.usd));
        assert_eq!(data.rules["Rules"][0]["ID"], "cold");
        assert_eq!(data.bill.iter().fold(Usd::default(), |sum, line| sum + line.usd), data.usd);
        assert!(data.bill.is_sorted_by(|a, b| a.usd.nanos() >= b.usd.nanos()));
    }

    #[test]
    fn a_read_of_a_zone_that_is_out_and_what_a_destroyed_zone_took_are_told_apart() {
        let origin = Origin::admin(Region::US_EAST_1);
        let mut sandbox = Sandbox::new(SimTime::START, 1);
        sandbox.call(&origin, s3::CreateBucket { bucket: "logs".to_owned(), ..Default::default() }).unwrap();
        let load = s3::StartLoad {
            bucket: "logs".to_owned(),
            bytes_per_month: 310 << 20,
            object_bytes: 1 << 20,
            reads: vec![s3::ReadBand { from_days: 0, to_days: 2, times: 3, every_days: 1 }],
            until: SimTime::START.plus_days(20),
            storage_class: Some("ONEZONE_IA".to_owned()),
            ..Default::default()
        };
        sandbox.call(&origin, load).unwrap();
        let zone = Zone::first(Region::US_EAST_1);
        let fail = |for_millis, destroyed| Fault::FailZone { zone, for_millis, destroyed };
        sandbox.advance(DAY_MS - 1);
        sandbox.fault(fail(Some(DAY_MS), false)).unwrap();
        sandbox.advance(3 * DAY_MS);
        sandbox.fault(fail(None, true)).unwrap();
        let told: Vec<_> =
            LifecycleData::of(&sandbox, sandbox.start_world(), "logs").happened.into_iter().map(|it| (it.what, it.by)).collect();
        assert_eq!(told.first(), Some(&(What::Lost { n_uploads: 0 }, zone.to_string())));
        assert!(told.contains(&(What::ReadRefused(Cause::ZoneOut), "ServiceUnavailable".to_owned())), "{told:?}");
        assert!(told.contains(&(What::WriteRefused, "ServiceUnavailable".to_owned())), "{told:?}");
    }
}
