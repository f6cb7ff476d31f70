//! Bulk load: so many bytes a month written under a prefix and read back by age, for months or years. Not an AWS operation:
//! it stands for an application, and makes the very objects and requests that single PUTs and GETs would make.

mod read;

use std::{collections::BTreeMap, sync::Arc};

use serde::{Deserialize, Serialize};
use serde_json::json;
use serde_with::skip_serializing_none;

use super::{
    StorageClass, access,
    acl::{self, Given},
    checksum,
    encryption::{self, Asked, Plan, Wanted},
    errors,
    notification::{self, Details, Notice},
    put::{DEFAULT_CONTENT_TYPE, MAX_SINGLE_BYTES, store_run},
    state::Due,
    version::{About, Content, Object},
    zones,
};
use crate::{
    World,
    api::{ApiError, Call, Fidelity, Need, Operation, Origin, Write},
    body::Body,
    clock::{DAY_MS, Month, SimTime},
    ident::{AccountId, Caller},
    kms,
    world::Happening,
};

/// Digits of an object's number in its key.
const NUMBER_DIGITS: usize = 8;
/// Most objects that one load may write in a month.
const MAX_MONTHLY_OBJECTS: u64 = 2_000_000_000;
/// Most bands of ages that one load may read.
const MAX_BANDS: usize = 100;
/// The oldest age that may be read: a hundred years.
const MAX_AGE_DAYS: u32 = 36_525;

/// Objects of an age are read so many times every so many days.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
pub struct ReadBand {
    /// First day of age, 0 on the day of writing.
    pub from_days: u32,
    /// Age at which it ends, not included.
    pub to_days: u32,
    /// Reads of each object on a day of reading.
    pub times: u32,
    /// Days from one day of reading to the next.
    pub every_days: u32,
}

impl ReadBand {
    /// How often an object of that age is read today.
    fn times_at(&self, age_days: u32) -> u32 {
        let today =
            (self.from_days..self.to_days).contains(&age_days) && (age_days - self.from_days).is_multiple_of(self.every_days.max(1));
        if today { self.times } else { 0 }
    }
}

/// Starts a load: each day at the hour at which it began, that day's share of the month is written and objects are read.
#[skip_serializing_none]
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
pub struct StartLoad {
    /// Written to.
    pub bucket: String,
    /// Keys begin so; date and number follow: `app/2026-01/15/00000042`.
    pub prefix: String,
    /// Written in each calendar month.
    pub bytes_per_month: u64,
    /// Size of each object.
    pub object_bytes: u64,
    /// How objects are read by age.
    pub reads: Vec<ReadBand>,
    /// Until when.
    pub until: SimTime,
    /// Class they are written in; STANDARD without.
    pub storage_class: Option<String>,
}

/// What StartLoad answers.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct StartLoadOutput {
    load: usize,
    objects_per_month: u64,
    until: SimTime,
}

/// What became of a month's reads.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase")]
pub struct Reads {
    /// Answered.
    pub succeeded: u64,
    /// Refused: `InvalidObjectState`, archived and not restored.
    pub archived: u64,
    /// Refused: `NoSuchKey`.
    pub missing: u64,
    /// Refused: `ServiceUnavailable`, in a zone that was out.
    #[serde(default)]
    pub unavailable: u64,
    /// Refused: their KMS key could not be used.
    #[serde(default)]
    pub keyless: u64,
}

impl Reads {
    /// All refused reads.
    pub fn failed(&self) -> u64 {
        self.archived + self.missing + self.unavailable + self.keyless
    }
}

/// A load as it runs.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Load {
    spec: StartLoad,
    /// Whose requests they are.
    #[serde(default = "administrator")]
    caller: Caller,
    started: SimTime,
    next: SimTime,
    object: Object,
    written: u64,
    /// Objects that could not be written: their zone was out, or the KMS key could not be used.
    #[serde(default)]
    unwritten: u64,
    months: BTreeMap<Month, Reads>,
}

impl Load {
    /// What was asked for.
    pub fn spec(&self) -> &StartLoad {
        &self.spec
    }

    /// Objects written so far.
    pub fn written(&self) -> u64 {
        self.written
    }

    /// Objects whose writing was refused: their zone was out, or the KMS key could not be used.
    pub fn unwritten(&self) -> u64 {
        self.unwritten
    }

    /// Reads by month.
    pub fn reads(&self) -> &BTreeMap<Month, Reads> {
        &self.months
    }

    /// Who makes its requests, at the bucket's endpoint.
    fn origin(&self, world: &World) -> Origin {
        let region = world.s3.bucket(&self.spec.bucket).map_or(crate::ident::Region::US_EAST_1, |bucket| bucket.region);
        Origin { caller: self.caller.clone(), region }
    }

    /// What its events name.
    fn resource(&self) -> String {
        format!("arn:aws:s3:::{}/{}*", self.spec.bucket, self.spec.prefix)
    }

    /// Objects written on the day of `at`: the month's objects spread evenly over its days.
    fn share(&self, at: SimTime) -> u64 {
        let month = at.month();
        let total = u128::from(self.spec.bytes_per_month / self.spec.object_bytes.max(1));
        let n_days = (month.millis() / DAY_MS) as u128;
        let day = (at.midnight().since(month.start()) / DAY_MS) as u128;
        (total * (day + 1) / n_days - total * day / n_days) as u64
    }

    fn first_key(&self, at: SimTime) -> Arc<str> {
        let date = at.date();
        format!("{}{:04}-{:02}/{:02}/{:0NUMBER_DIGITS$}", self.spec.prefix, date.year(), date.month(), date.day(), 0).into()
    }
}

impl Operation for StartLoad {
    type Output = StartLoadOutput;
    const FIDELITY: Fidelity = Fidelity::Simplified("not an AWS operation: stands for an application that writes and reads");

    fn needs(&self) -> Need {
        access::need_object("s3:PutObject", &self.bucket, &format!("{}*", self.prefix))
    }
}

impl StartLoad {
    fn check(&self) -> Result<u64, ApiError> {
        let n = self.bytes_per_month.checked_div(self.object_bytes).unwrap_or(0);
        if n == 0 {
            return Err(errors::invalid_argument("a month must hold at least one object: raise --bytes-per-month or lower --object-size"));
        }
        if n > MAX_MONTHLY_OBJECTS {
            return Err(errors::invalid_argument(format!("{n} objects a month are more than {MAX_MONTHLY_OBJECTS}: raise --object-size")));
        }
        if self.reads.len() > MAX_BANDS || self.reads.iter().any(|band| band.to_days > MAX_AGE_DAYS) {
            let what = format!("--reads takes at most {MAX_BANDS} phases, of ages up to {MAX_AGE_DAYS} days");
            return Err(errors::invalid_argument(what));
        }
        if self.object_bytes > MAX_SINGLE_BYTES { Err(errors::entity_too_large()) } else { Ok(n) }
    }
}

impl Write for StartLoad {
    fn apply(self, cx: &mut Call<'_>) -> Result<StartLoadOutput, ApiError> {
        access::bucket(cx.world, &self.bucket)?;
        let objects_per_month = self.check()?;
        let class = access::storage_class(self.storage_class.as_deref())?;
        let now = cx.now();
        let object = bulk_object(self.object_bytes, class, now)?;
        let (load, until) = (cx.world.s3.loads.len(), self.until);
        let caller = cx.origin.caller.clone();
        let started = Load { spec: self, caller, started: now, next: now, object, written: 0, unwritten: 0, months: BTreeMap::new() };
        cx.world.s3.loads.push(started);
        step(cx.world, load);
        Ok(StartLoadOutput { load, objects_per_month, until })
    }
}

/// The object that every single PUT of as many zero bytes would make.
fn bulk_object(bytes: u64, class: StorageClass, now: SimTime) -> Result<Object, ApiError> {
    let body = Body::Zeros(bytes);
    let (algorithm, value) = checksum::of(&body, None)?;
    let headers = [("ContentType".to_owned(), DEFAULT_CONTENT_TYPE.to_owned()), (algorithm.to_owned(), value)];
    let etag = checksum::etag(checksum::md5(&body));
    let content = Content { body, etag, about: About { headers: headers.into(), metadata: BTreeMap::new() }, parts: Vec::new() };
    Ok(Object::new(Arc::new(content), BTreeMap::new(), class, now))
}

/// Notes when a load goes on.
pub(super) fn schedule(world: &mut World, index: usize) {
    let s3 = &mut *world.s3;
    if let Some(load) = s3.loads.get(index).filter(|load| load.next < load.spec.until) {
        s3.due.add(load.next, Due::Load(index));
    }
}

/// One day of a load: writes the day's objects, then reads by age.
pub(super) fn step(world: &mut World, index: usize) {
    let now = world.now();
    let Some(load) = world.s3.loads.get_mut(index) else { return };
    if load.next > now || now >= load.spec.until {
        return;
    }
    load.next = now.plus(DAY_MS);
    load.object.enter(load.object.class, now);
    let load = load.clone();
    let n = load.share(now);
    if n > 0 && world.s3.bucket(&load.spec.bucket).is_some() {
        write_day(world, index, &load, n);
    }
    let mut used = BTreeMap::new();
    for (age_days, times) in read::today(&load, now) {
        if world.is_exhausted() {
            return; // the clock stops right after
        }
        let reads = read::day(world, &load, (now.plus(-i64::from(age_days) * DAY_MS), times), &mut used);
        note(world, index, reads);
    }
    for (usage_type, quantity) in used {
        bill(world, &load.spec.bucket, usage_type, quantity);
    }
    schedule(world, index);
}

/// Writes the day's objects, or tells why they are refused; server errors are not billed.
fn write_day(world: &mut World, index: usize, load: &Load, n: u64) {
    let (bucket, class) = (&load.spec.bucket, load.object.class);
    let first = load.first_key(world.now());
    let ready = if zones::is_out(world, bucket, class) { Err(errors::service_unavailable()) } else { ready(world, load, &first, n) };
    if let Some(load) = world.s3.loads.get_mut(index) {
        if ready.is_err() { load.unwritten += n } else { load.written += n }
    }
    if ready.as_ref().err().is_none_or(|error| error.status < 500) {
        bill(world, bucket, class.put_usage(), n);
    }
    match ready {
        Ok(object) => store(world, load, (&first, n), &object),
        Err(error) => tell_refused(world, load.resource(), "PutObject", (&error.code, "writes"), n),
    }
}

/// Stores the day's objects and tells whom the bucket's notifications name.
fn store(world: &mut World, load: &Load, (first, n): (&Arc<str>, u64), object: &Object) {
    let bucket = &load.spec.bucket;
    let number = store_run(world, bucket, first, n, object);
    let etag = object.content.etag.trim_matches('"').to_owned();
    let kind = notification::Kind::CreatedPut;
    let written = Notice { kind, first: first.clone(), len: n, number, size: object.size(), etag, details: Details::None };
    let origin = load.origin(world);
    notification::notify(world, bucket, Some(&origin), &[written]);
}

/// The object to be written today: the bucket's defaults encrypt and lock it, as they would encrypt and lock a single PUT.
fn ready(world: &mut World, load: &Load, first: &Arc<str>, n: u64) -> Result<Object, ApiError> {
    let (origin, now) = (load.origin(world), world.now());
    let wanted = Wanted { bucket: &load.spec.bucket, key: first, action: "s3:PutObject", reads_back: false };
    let plan = Plan::new(world, &origin, wanted, Asked::default())?;
    let mut object = load.object.clone();
    object.acl = acl::for_new_object(world, &origin, (&load.spec.bucket, first), Given::default())?;
    object.lock = access::bucket(world, &load.spec.bucket)?.lock.map(|lock| lock.lock(now)).unwrap_or_default();
    object.encryption = plan.carry_out(world, wanted, kms::Use::GenerateDataKey, n);
    if object.encryption.is_some() {
        let md5 = checksum::md5(&object.content.body);
        Arc::make_mut(&mut object.content).etag = encryption::etag(&world.core.ids, md5, object.encryption.as_deref(), 0);
    }
    Ok(object)
}

fn administrator() -> Caller {
    Caller::admin(AccountId::OWN)
}

fn bill(world: &mut World, bucket: &str, usage_type: &'static str, quantity: u64) {
    if let Some(place) = world.s3.bucket(bucket).map(super::Bucket::place) {
        world.record(vec![(place.key(usage_type, ""), u128::from(quantity))]);
    }
}

/// Adds reads to the month's, and tells the first refusal of each kind in a month.
fn note(world: &mut World, index: usize, reads: Reads) {
    let month = world.now().month();
    let Some(load) = world.s3.loads.get_mut(index) else { return };
    let sum = load.months.entry(month).or_default();
    let before = *sum;
    sum.succeeded += reads.succeeded;
    sum.archived += reads.archived;
    sum.missing += reads.missing;
    sum.unavailable += reads.unavailable;
    sum.keyless += reads.keyless;
    let counts = [
        ("InvalidObjectState", before.archived, reads.archived),
        ("NoSuchKey", before.missing, reads.missing),
        ("ServiceUnavailable", before.unavailable, reads.unavailable),
        ("KMS", before.keyless, reads.keyless),
    ];
    let resource = load.resource();
    for (code, _, n) in counts.into_iter().filter(|(_, before, n)| *before == 0 && *n > 0) {
        tell_refused(world, resource.clone(), "GetObject", (code, "reads"), n);
    }
}

/// Tells that `n` of a load's requests were refused with a code; `what` names them.
fn tell_refused(world: &mut World, resource: String, operation: &str, (code, what): (&str, &str), n: u64) {
    let facts = [("error", json!(code)), (what, json!(n))].into();
    world.happen(Happening { name: operation.to_owned(), resource, facts });
}

#[cfg(test)]
mod tests;
