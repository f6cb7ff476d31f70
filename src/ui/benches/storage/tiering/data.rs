//! What the tiering bench shows, as plain data from a sandbox: where the object lay on which day, when it was read, and what
//! each class has cost. No drawing.

use serde_json::json;
use skylab_cloud::{
    Request, Sandbox, World,
    api::Origin,
    bill,
    clock::{DAY_MS, SimTime},
    ident::{AccountId, Region},
    journal::{Input, Stamped},
    s3::{Object, Tier},
};

use super::scenes::{ARCHIVE_ID, BUCKETS, KEY, N_WEEKS, TIERING, WEEK_DAYS};
use crate::ui::StageView;

/// Days on the timeline.
pub(super) const N_DAYS: i64 = N_WEEKS as i64 * WEEK_DAYS;

/// Days that the object spent in one tier.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Band {
    pub tier: Tier,
    pub from_day: f64,
    pub to_day: f64,
}

/// A read of the object in Intelligent-Tiering.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Read {
    pub day: f64,
    /// It lay in an archive tier.
    pub is_refused: bool,
}

/// What each class had cost on a day, in billionths of a dollar for one object.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Sample {
    pub day: f64,
    pub nanos: [f64; 3],
}

/// Everything the bench shows.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct TieringData {
    pub start: SimTime,
    pub now: SimTime,
    /// Days since the start.
    pub day: f64,
    /// Oldest first, without gaps as long as the object was there.
    pub bands: Vec<Band>,
    /// Oldest first.
    pub reads: Vec<Read>,
    /// Oldest first, the last one now.
    pub samples: Vec<Sample>,
    /// For each class what was spent on which usage type, in billionths of a dollar for one object.
    pub bills: [Vec<(String, f64)>; 3],
    /// The size of the object in Intelligent-Tiering, if it is there.
    pub bytes: Option<u64>,
    /// Whether the bucket opts in to the archive tiers.
    pub archives: bool,
    /// Whether the object is on its way out of an archive tier.
    pub is_restoring: bool,
}

impl TieringData {
    pub(super) fn of(stage: &StageView<'_>) -> Self {
        let sandbox = stage.sandbox;
        let (start, now, world) = (sandbox.start(), sandbox.now(), sandbox.world());
        let past = Past::of(sandbox);
        Self {
            start,
            now,
            day: days(start, now),
            bands: past.bands,
            reads: past.reads,
            samples: past.samples,
            bills: bills(world),
            bytes: object(world).map(Object::size),
            archives: archives(world),
            is_restoring: object(world).is_some_and(|object| object.restore.is_some()),
        }
    }

    /// The tier now.
    pub(super) fn tier(&self) -> Option<Tier> {
        self.bands.last().map(|band| band.tier)
    }

    /// What each class has cost until now for `n_objects`, in billionths of a dollar.
    pub(super) fn spent(&self, n_objects: u64) -> [f64; 3] {
        let last = self.samples.last().map(|sample| sample.nanos).unwrap_or_default();
        last.map(|nanos| nanos * n_objects as f64)
    }

    /// True if it was to be read at this very moment, refused or not.
    pub(super) fn was_read_now(&self) -> bool {
        self.reads.last().is_some_and(|read| read.day >= self.day)
    }
}

/// The days between two moments.
pub(super) fn days(from: SimTime, to: SimTime) -> f64 {
    to.since(from) as f64 / DAY_MS as f64
}

/// The object in Intelligent-Tiering.
fn object(world: &World) -> Option<&Object> {
    let mut cohorts = world.s3.bucket(TIERING)?.store().cohorts();
    cohorts.find(|(first, _)| &***first == KEY).and_then(|(_, cohort)| cohort.versions().first()?.object())
}

/// Its tier, unless it is in another class.
pub(super) fn tier(world: &World) -> Option<Tier> {
    Some(object(world)?.tiering?.tier)
}

fn archives(world: &World) -> bool {
    let ask = json!({"Bucket": TIERING, "Id": ARCHIVE_ID});
    let request = Request::parse("s3", "GetBucketIntelligentTieringConfiguration", ask).ok();
    request.is_some_and(|request| world.clone().call(&Origin::admin(Region::SEOUL), request).is_ok())
}

/// What was spent in each bucket, by usage type: a line of the bill is shared out by the buckets' quantities.
fn bills(world: &World) -> [Vec<(String, f64)>; 3] {
    let mut bills: [Vec<(String, f64)>; 3] = Default::default();
    for line in bill::bill(world, AccountId::OWN, None).lines {
        let all: f64 = line.resources.values().map(|quantity| quantity.to_f64()).sum();
        let nanos = line.amount_usd.unwrap_or_default().nanos() as f64;
        for (bucket, lines) in BUCKETS.iter().zip(&mut bills) {
            let Some(quantity) = line.resources.get(*bucket).filter(|_| all > 0.0) else { continue };
            let share = nanos * quantity.to_f64() / all;
            match lines.iter_mut().find(|(usage_type, _)| *usage_type == line.usage_type) {
                Some((_, sum)) => *sum += share,
                None => lines.push((line.usage_type.clone(), share)),
            }
        }
    }
    bills
}

/// What each class has cost in a world, in billionths of a dollar for one object.
pub(super) fn spent(world: &World) -> [f64; 3] {
    bills(world).map(|lines| lines.iter().map(|(_, nanos)| nanos).sum())
}

/// A run gone through once more, day by day.
struct Past {
    bands: Vec<Band>,
    reads: Vec<Read>,
    samples: Vec<Sample>,
}

impl Past {
    fn of(sandbox: &Sandbox) -> Self {
        let (start, now) = (sandbox.start(), sandbox.now());
        let mut world = beginning(sandbox);
        let mut past = Self { bands: Vec::new(), reads: Vec::new(), samples: Vec::new() };
        let mut inputs = sandbox.inputs().iter().peekable();
        let mut at = start;
        loop {
            while let Some(stamped) = inputs.next_if(|stamped| stamped.at <= at) {
                past.repeat(&mut world, stamped, start);
            }
            world.run_until(at);
            past.note(&world, start, at);
            let day = at.since(start) / DAY_MS;
            if day % WEEK_DAYS == 0 || at == now {
                past.samples.push(Sample { day: days(start, at), nanos: spent(&world) });
            }
            if at >= now {
                return past;
            }
            at = at.plus(DAY_MS).min(now);
        }
    }

    fn repeat(&mut self, world: &mut World, stamped: &Stamped, start: SimTime) {
        let Input::Call { origin, request } = &stamped.input else { return };
        world.run_until(stamped.at);
        self.note(world, start, stamped.at);
        let params = request.params();
        let is_read = request.name() == "GetObject" && params["Bucket"] == TIERING && params["Key"] == KEY;
        let answer = world.call(origin, request.clone());
        if is_read {
            self.reads.push(Read { day: days(start, stamped.at), is_refused: answer.is_err() });
        }
        self.note(world, start, stamped.at);
    }

    /// Lengthens the last band, or begins another one.
    fn note(&mut self, world: &World, start: SimTime, at: SimTime) {
        let Some(tier) = tier(world) else { return };
        let day = days(start, at);
        if let Some(last) = self.bands.last_mut() {
            last.to_day = day;
            if last.tier == tier {
                return;
            }
        }
        self.bands.push(Band { tier, from_day: day, to_day: day });
    }
}

/// The world in which a sandbox began.
fn beginning(sandbox: &Sandbox) -> World {
    let mut past = sandbox.clone();
    past.seek_input(0);
    past.world().clone()
}

#[cfg(test)]
mod tests {
    use skylab_cloud::{body::Body, s3};

    use super::*;

    fn put(sandbox: &mut Sandbox, bucket: &str, class: &str, bytes: u64) {
        let origin = Origin::admin(Region::US_EAST_1);
        sandbox.call(&origin, s3::CreateBucket { bucket: bucket.to_owned(), ..Default::default() }).unwrap();
        let (key, storage_class) = (KEY.to_owned(), Some(class.to_owned()));
        let put = s3::PutObject { bucket: bucket.to_owned(), key, storage_class, body: Body::Zeros(bytes), ..Default::default() };
        sandbox.call(&origin, put).unwrap();
    }

    fn begun(bytes: u64) -> Sandbox {
        let mut sandbox = Sandbox::new(SimTime::START, 1);
        for (bucket, class) in BUCKETS.into_iter().zip(["STANDARD", "STANDARD_IA", "INTELLIGENT_TIERING"]) {
            put(&mut sandbox, bucket, class, bytes);
        }
        Sandbox::from_world(sandbox.world().clone())
    }

    fn data(sandbox: &Sandbox) -> TieringData {
        let world = sandbox.world();
        TieringData::of(&StageView::of(sandbox, world))
    }

    fn read(sandbox: &mut Sandbox) {
        let get = s3::GetObject { bucket: TIERING.to_owned(), key: KEY.to_owned(), ..Default::default() };
        let _ = sandbox.call(&Origin::admin(Region::US_EAST_1), get);
    }

    #[test]
    fn the_bands_tell_on_which_days_the_object_lay_in_which_tier() {
        let mut sandbox = begun(1 << 20);
        sandbox.advance(100 * DAY_MS);
        read(&mut sandbox);
        sandbox.advance(10 * DAY_MS);
        let data = data(&sandbox);
        let bands: Vec<_> = data.bands.iter().map(|band| (band.tier, band.from_day as i64, band.to_day as i64)).collect();
        let wanted = [(Tier::Frequent, 0, 31), (Tier::Infrequent, 31, 91), (Tier::ArchiveInstant, 91, 100), (Tier::Frequent, 100, 110)];
        assert_eq!(bands, wanted);
        assert_eq!(data.reads, [Read { day: 100.0, is_refused: false }]);
        assert_eq!(data.tier(), tier(sandbox.world()));
    }

    #[test]
    fn what_the_classes_cost_adds_up_to_the_bill() {
        let mut sandbox = begun(1 << 30);
        sandbox.advance(70 * DAY_MS);
        read(&mut sandbox);
        let data = data(&sandbox);
        let all: f64 = data.spent(1).iter().sum();
        let bill = bill::bill(sandbox.world(), AccountId::OWN, None).total_usd.nanos() as f64;
        assert!((all - bill).abs() < 10.0 && bill > 0.0, "{all} {bill}");
        assert!(data.samples.is_sorted_by(|a, b| a.day < b.day && a.nanos[0] <= b.nanos[0]));
        let [standard, infrequent, _] = data.spent(1);
        assert!(infrequent < standard, "{:?}", data.spent(1));
    }

    #[test]
    fn a_small_object_stays_where_it_is() {
        let mut sandbox = begun(100 << 10);
        sandbox.advance(300 * DAY_MS);
        let [only] = data(&sandbox).bands[..] else { panic!("{:?}", data(&sandbox).bands) };
        assert_eq!((only.tier, only.to_day), (Tier::Frequent, 300.0));
    }
}
