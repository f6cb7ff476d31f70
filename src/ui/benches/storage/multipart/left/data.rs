//! What the scene of unfinished uploads shows, as plain data from a sandbox. No drawing.

use serde_json::{Value, json};
use skylab_cloud::{
    Request, World,
    api::Origin,
    bill::{self, Usd},
    clock::{DAY_MS, SimTime},
    ident::{AccountId, Region},
    journal::Input,
};

use super::super::scenes::BUCKET;
use crate::ui::StageView;

/// Buckets with the same script, for which costs are told: those of one are cents.
pub(crate) const MANY_BUCKETS: u32 = 100;
/// A GB on a bill.
const GB: i128 = 1 << 30;

/// An upload that is neither completed nor aborted.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Upload {
    pub key: String,
    pub id: String,
    pub initiated: SimTime,
    pub n_parts: usize,
    pub bytes: u64,
}

impl Upload {
    /// The command that aborts it.
    pub(crate) fn abort_line(&self) -> String {
        format!("aws s3api abort-multipart-upload --bucket {BUCKET} --key {} --upload-id {}", self.key, self.id)
    }
}

/// Everything the scene shows.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct LeftData {
    pub now: SimTime,
    /// Days since the run began.
    pub days: f64,
    /// Oldest first.
    pub uploads: Vec<Upload>,
    pub n_objects: u64,
    /// Bytes that are billed as stored now, and when the run began.
    pub bytes: u64,
    pub start_bytes: u64,
    /// The mean of the bytes since the run began.
    pub mean_bytes: f64,
    /// Millionths of a dollar that storage has cost since.
    pub spent_micros: i128,
    /// Billionths of a dollar for a GB and a month.
    pub price_nanos: i128,
    /// What the rule waits, if there is one.
    pub rule_days: Option<u32>,
    /// Days since the last rule was put.
    pub ruled_days: Option<f64>,
    /// Uploads that there were when the run began.
    pub n_before_rule: usize,
}

impl LeftData {
    pub(crate) fn of(stage: &StageView<'_>) -> Self {
        let (world, start) = (stage.sandbox.world(), stage.sandbox.start_world());
        let (now, began) = (world.now(), stage.sandbox.start());
        let elapsed = now.since(began).max(0) as f64;
        let held = held(world).saturating_sub(held(start)) as f64;
        let price = bill::unit_price(Region::SEOUL, "TimedStorage-ByteHrs", "").unwrap_or_default();
        Self {
            now,
            days: elapsed / DAY_MS as f64,
            uploads: uploads(world),
            n_objects: world.s3.bucket(BUCKET).map_or(0, |bucket| bucket.stored().values().map(|class| class.n_objects).sum()),
            bytes: level(world),
            start_bytes: level(start),
            mean_bytes: if elapsed > 0.0 { held / elapsed } else { 0.0 },
            spent_micros: (storage_nanos(world) - storage_nanos(start)) / 1_000,
            price_nanos: price.nanos(),
            rule_days: rule_days(world),
            ruled_days: ruled_days(stage),
            n_before_rule: uploads(start).len(),
        }
    }

    /// What a month costs at the present level, in millionths of a dollar.
    pub(crate) fn month_micros(&self) -> i128 {
        i128::from(self.bytes) * self.price_nanos / GB / 1_000
    }
}

fn ask(world: &World, operation: &str, members: Value) -> Value {
    let Ok(request) = Request::parse("s3", operation, members) else { return Value::Null };
    world.clone().call(&Origin::admin(Region::SEOUL), request).unwrap_or_default()
}

fn uploads(world: &World) -> Vec<Upload> {
    let listed = ask(world, "ListMultipartUploads", json!({"Bucket": BUCKET}));
    let upload = |listed: &Value| {
        let (key, id) = (listed["Key"].as_str()?, listed["UploadId"].as_str()?);
        let parts = ask(world, "ListParts", json!({"Bucket": BUCKET, "Key": key, "UploadId": id}));
        let sizes: Vec<u64> = parts["Parts"].as_array().into_iter().flatten().filter_map(|part| part["Size"].as_u64()).collect();
        let initiated = listed["Initiated"].as_str().and_then(SimTime::parse).unwrap_or(SimTime::START);
        Some(Upload { key: key.to_owned(), id: id.to_owned(), initiated, n_parts: sizes.len(), bytes: sizes.iter().sum() })
    };
    listed["Uploads"].as_array().into_iter().flatten().filter_map(upload).collect()
}

fn is_storage(usage_type: &str) -> bool {
    usage_type.starts_with("TimedStorage")
}

fn level(world: &World) -> u64 {
    let levels = world.usage().levels().filter(|(key, _)| &*key.resource == BUCKET && is_storage(&key.usage_type));
    u64::try_from(levels.map(|(_, level)| level).sum::<u128>()).unwrap_or(u64::MAX)
}

/// Bytes × milliseconds stored until now.
fn held(world: &World) -> u128 {
    let used = world.usage().until(world.now());
    let stored = used.into_iter().filter(|(key, _)| &*key.resource == BUCKET && is_storage(&key.usage_type));
    stored.flat_map(|(_, months)| months.into_values()).sum()
}

fn storage_nanos(world: &World) -> i128 {
    let lines = bill::bill(world, AccountId::OWN, None).lines;
    let storage = lines.into_iter().filter(|line| line.usage_type.contains("TimedStorage"));
    storage.filter_map(|line| line.amount_usd).map(Usd::nanos).sum()
}

fn rule_days(world: &World) -> Option<u32> {
    let rules = serde_json::to_value(world.s3.bucket(BUCKET)?.lifecycle()?).ok()?;
    let days = rules["Rules"].as_array()?.iter().find_map(|rule| rule["AbortIncompleteMultipartUpload"]["DaysAfterInitiation"].as_u64());
    u32::try_from(days?).ok()
}

fn ruled_days(stage: &StageView<'_>) -> Option<f64> {
    let puts = stage.sandbox.inputs().iter().rev();
    let put = puts.into_iter().find(|stamped| match &stamped.input {
        Input::Call { request, .. } => request.name() == "PutBucketLifecycleConfiguration",
        _ => false,
    })?;
    Some(stage.sandbox.now().since(put.at) as f64 / DAY_MS as f64)
}
