//! A month's bill of the bucket by what it is for, read off the model's bill, and data out, which the model does not bill. Plain data.

use skylab_cloud::{
    World,
    api::Origin,
    bill::{self, Line, Unit, Usd},
    clock::Month,
    ident::{AccountId, Region},
    s3::{ReadBand, StartLoad},
};

use super::scenes::BUCKET;

/// A GB on a bill.
const GB: u64 = 1 << 30;
/// GB to the internet that are free each month, and the price of each one after; an estimate, as the lesson has it.
const FREE_OUT_GB: f64 = 100.0;
pub(super) const OUT_NANOS: f64 = 126_000_000.0;

/// What a line is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Group {
    Storage,
    Requests,
    Retrieval,
    Transfer,
    Management,
}

impl Group {
    pub(super) const ALL: [Self; 5] = [Self::Storage, Self::Requests, Self::Retrieval, Self::Transfer, Self::Management];

    /// The end of its text keys.
    pub(super) const fn id(self) -> &'static str {
        match self {
            Self::Storage => "storage",
            Self::Requests => "requests",
            Self::Retrieval => "retrieval",
            Self::Transfer => "transfer",
            Self::Management => "management",
        }
    }

    fn of(usage: &str) -> Self {
        match usage {
            it if it.contains("Retrieval") => Self::Retrieval,
            it if it.starts_with("Requests") => Self::Requests,
            it if it.starts_with("Monitoring") => Self::Management,
            _ => Self::Storage,
        }
    }
}

/// Where the readers are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Readers {
    #[default]
    Internet,
    /// In the bucket's Region.
    Near,
    /// Behind CloudFront, which has prices of its own.
    CloudFront,
}

impl Readers {
    pub(super) const ALL: [Self; 3] = [Self::Internet, Self::Near, Self::CloudFront];

    /// The end of its text key.
    pub(super) const fn id(self) -> &'static str {
        match self {
            Self::Internet => "internet",
            Self::Near => "near",
            Self::CloudFront => "cloudfront",
        }
    }
}

/// One line of the bill.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Item {
    pub group: Group,
    pub usage_type: String,
    pub operation: String,
    pub unit: Unit,
    pub quantity: f64,
    /// Billionths of a dollar.
    pub nanos: i128,
    pub is_estimate: bool,
}

/// A month of the bucket.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct MonthBill {
    pub month: Month,
    /// Whether it is over: only then the bill is whole.
    pub is_over: bool,
    pub items: Vec<Item>,
    /// GB that were read.
    pub out_gb: f64,
}

impl MonthBill {
    pub(super) fn of(world: &World, month: Month) -> Self {
        let items = bill::bill(world, AccountId::OWN, Some(month)).lines.into_iter().filter_map(item).collect();
        let read = |load: &skylab_cloud::s3::Load| load.reads().get(&month).map_or(0, |reads| reads.succeeded) * load.spec().object_bytes;
        let bytes: u64 = world.s3.loads().iter().filter(|load| load.spec().bucket == BUCKET).map(read).sum();
        Self { month, is_over: month.next().start() <= world.now(), items, out_gb: bytes as f64 / GB as f64 }
    }

    /// What a group costs, in billionths of a dollar.
    pub(super) fn nanos(&self, group: Group, readers: Readers) -> i128 {
        if group == Group::Transfer {
            return if readers == Readers::Internet { ((self.out_gb - FREE_OUT_GB).max(0.0) * OUT_NANOS) as i128 } else { 0 };
        }
        self.items.iter().filter(|item| item.group == group).map(|item| item.nanos).sum()
    }

    /// What everything costs that the model bills.
    pub(super) fn billed_nanos(&self) -> i128 {
        self.items.iter().map(|item| item.nanos).sum()
    }

    pub(super) fn total_nanos(&self, readers: Readers) -> i128 {
        self.billed_nanos() + self.nanos(Group::Transfer, readers)
    }

    /// The group that costs most of those.
    pub(super) fn largest(&self, of: &[Group]) -> Option<Group> {
        of.iter().copied().max_by_key(|group| self.nanos(*group, Readers::Internet))
    }
}

/// The bucket's share of a line; `None` if it has none.
fn item(line: Line) -> Option<Item> {
    let quantity = line.resources.get(BUCKET)?.to_f64();
    let all = line.quantity.to_f64();
    let nanos = line.amount_usd.map_or(0, Usd::nanos);
    let is_whole = line.resources.len() == 1;
    let usage = line.usage_type.split_once('-').map_or("", |(_, usage)| usage);
    Some(Item {
        group: Group::of(usage),
        operation: line.operation,
        unit: line.unit,
        quantity,
        nanos: if is_whole || all <= 0.0 { nanos } else { (nanos as f64 * quantity / all).round() as i128 },
        is_estimate: line.price_estimated,
        usage_type: line.usage_type,
    })
}

/// The month that begins in `start`, if the shop goes on as it did: thumbnails one by one in STANDARD, no new rule.
pub(super) fn usual(start: &World) -> MonthBill {
    let mut world = start.clone();
    let month = world.now().month();
    let until = month.next().start();
    let load = |prefix: &str, gb: u64, object_bytes: u64, reads: Vec<ReadBand>| StartLoad {
        bucket: BUCKET.to_owned(),
        prefix: prefix.to_owned(),
        bytes_per_month: gb * GB,
        object_bytes,
        reads,
        until,
        storage_class: None,
    };
    let daily = ReadBand { from_days: 0, to_days: 1, times: 5, every_days: 1 };
    for load in [load("thumbs/", 100, 50 << 10, vec![daily]), load("exports/", 200, 200 << 20, Vec::new())] {
        // a bucket that is not there has no month
        let _ = world.call(&Origin::admin(Region::SEOUL), load.into());
    }
    world.run_until(until);
    MonthBill::of(&world, month)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::benches::storage::s3_bill::scenes::{self, tests::sandbox_after};

    #[test]
    fn the_usual_month_is_what_the_lines_of_the_beat_bill() {
        let lines = scenes::beats(0).iter().find(|beat| beat.id == "month").unwrap().acts;
        let start = sandbox_after(0, &[]);
        let ran = sandbox_after(0, lines);
        assert_eq!(usual(start.world()), MonthBill::of(ran.world(), start.now().month()));
    }

    #[test]
    fn the_groups_of_a_month_add_up_to_what_the_model_bills_and_data_out() {
        let month = usual(sandbox_after(1, &[]).world());
        let groups: i128 = Group::ALL.iter().map(|group| month.nanos(*group, Readers::Internet)).sum();
        assert_eq!(groups, month.total_nanos(Readers::Internet));
        assert_eq!(month.total_nanos(Readers::Near), month.billed_nanos());
        assert!((month.out_gb - 500.0).abs() < 1.0, "{}", month.out_gb);
    }

    #[test]
    fn a_hundred_gb_out_are_free() {
        let month = MonthBill { out_gb: 99.0, ..usual(sandbox_after(0, &[]).world()) };
        assert_eq!(month.nanos(Group::Transfer, Readers::Internet), 0);
    }
}
