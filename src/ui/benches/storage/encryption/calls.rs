//! How often S3 asks KMS for two buckets under the same load, month by month, and what that costs: counted by the model, drawn as bars
//! of numbers.

use std::collections::BTreeMap;

use egui::{CornerRadius, Grid, Rect, RichText, Role, Sense, StrokeKind, Ui, WidgetInfo, vec2};
use serde_json::json;
use skylab_cloud::{World, api::Origin, bill, clock::Month, ident::Region};

use super::{
    data::{ask, key},
    scenes::COUNTED,
};
use crate::{
    i18n::format,
    ui::{
        View,
        theme::{bold, code, heading, mix, muted, space},
        widgets::card,
    },
};

/// The usage type that counts calls to KMS.
const REQUESTS: &str = "KMS-Requests";
/// The colour of storage among the families.
const STORAGE: usize = 1;
/// The height and the width of a bar.
const BAR: egui::Vec2 = egui::Vec2::new(96.0, 12.0);
/// Most months that are listed.
const MAX_MONTHS: usize = 6;

/// A bucket whose calls are counted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Counted {
    pub bucket: &'static str,
    /// New objects get their data keys from a bucket key.
    pub has_bucket_key: bool,
    /// Calls to KMS by month.
    pub calls: BTreeMap<Month, u128>,
    /// Objects written and reads made by S3's own count, by month.
    pub requests: BTreeMap<Month, u128>,
}

impl Counted {
    /// All calls until now.
    pub(super) fn n_calls(&self) -> u128 {
        self.calls.values().sum()
    }
}

/// What so many calls cost, in millionths of a dollar.
pub(super) fn micros(n_calls: u128) -> i128 {
    let price = bill::unit_price(Region::SEOUL, REQUESTS, "").unwrap_or_default();
    // the price is for a thousand
    i128::try_from(n_calls).unwrap_or(i128::MAX).saturating_mul(price.nanos()) / 1_000_000
}

/// Calls to a key by month.
pub(super) fn requests(world: &World, key_id: &str) -> BTreeMap<Month, u128> {
    used(world, key_id, |usage_type| usage_type == REQUESTS)
}

fn used(world: &World, resource: &str, is_it: impl Fn(&str) -> bool) -> BTreeMap<Month, u128> {
    let mut months = BTreeMap::new();
    for (key, by_month) in world.usage().until(world.now()) {
        if &*key.resource == resource && is_it(&key.usage_type) {
            for (month, n) in by_month {
                *months.entry(month).or_default() += n;
            }
        }
    }
    months
}

/// Both buckets, in a scene that has them.
pub(super) fn counted(world: &World) -> Vec<Counted> {
    let of = |(bucket, alias): (&'static str, &str)| {
        world.s3.bucket(bucket)?;
        let key_id = key(world, alias)?.id;
        let answer = ask(world, &Origin::admin(Region::SEOUL), "s3", "GetBucketEncryption", json!({"Bucket": bucket})).unwrap_or_default();
        let has_bucket_key = answer["ServerSideEncryptionConfiguration"]["Rules"][0]["BucketKeyEnabled"] == true;
        let requests = used(world, bucket, |usage_type| usage_type.starts_with("Requests-"));
        Some(Counted { bucket, has_bucket_key, calls: self::requests(world, &key_id), requests })
    };
    COUNTED.into_iter().filter_map(of).collect()
}

/// The share of the calls that the bucket with a bucket key makes, once a load ran.
pub(super) fn share(counted: &[Counted]) -> Option<f64> {
    /// Fewer calls than these were made by hand.
    const LEAST: u128 = 1_000;
    let [each, shared] = counted else { return None };
    let most = each.n_calls().max(shared.n_calls());
    (most >= LEAST).then(|| shared.n_calls() as f64 / each.n_calls().max(1) as f64)
}

/// Draws both buckets side by side, a line for each month.
pub(super) fn ui(ui: &mut Ui, view: &View<'_>, counted: &[Counted]) {
    card(ui, view.theme, None, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = space::INSIDE;
        if !view.presents() {
            ui.label(heading(view.tr("encryption-calls-head")));
        }
        for bucket in counted {
            bucket_ui(ui, view, counted, bucket);
        }
        if counted.iter().all(|bucket| bucket.calls.is_empty()) {
            ui.label(muted(view.tr("encryption-calls-none")));
        }
        let price = bill::unit_price(Region::SEOUL, REQUESTS, "").unwrap_or_default();
        let price = format::usd_price(price.nanos() / 1_000);
        if !view.presents() {
            ui.label(muted(view.tr_with("encryption-calls-how", &[("price", price.into())])));
        }
    });
}

fn bucket_ui(ui: &mut Ui, view: &View<'_>, all: &[Counted], bucket: &Counted) {
    ui.horizontal_wrapped(|ui| {
        ui.label(code(bucket.bucket));
        let state = if bucket.has_bucket_key { "encryption-bucket-key-on" } else { "encryption-bucket-key-off" };
        ui.label(bold(view.tr(state)));
    });
    if bucket.calls.is_empty() {
        return;
    }
    let count = |n: u128| format::count(i64::try_from(n).unwrap_or(i64::MAX));
    if view.presents() {
        // one line for all months: what is compared is the two buckets
        let most = all.iter().map(Counted::n_calls).max().unwrap_or(1).max(1);
        let told = view.tr_with("encryption-calls", &[("n", count(bucket.n_calls()).into())]);
        ui.horizontal(|ui| {
            bar_ui(ui, view, bucket.n_calls() as f64 / most as f64, &told);
            ui.label(bold(told));
            ui.label(RichText::new(format::usd(micros(bucket.n_calls()))));
        });
        return;
    }
    let most = all.iter().flat_map(|it| it.calls.values()).copied().max().unwrap_or(1).max(1);
    Grid::new(bucket.bucket).num_columns(5).spacing(vec2(space::BETWEEN, space::GRID)).show(ui, |ui| {
        for (month, n) in bucket.calls.iter().rev().take(MAX_MONTHS).rev() {
            let n_requests = bucket.requests.get(month).copied().unwrap_or(0);
            ui.label(month.to_string());
            let told = view.tr_with("encryption-calls", &[("n", count(*n).into())]);
            bar_ui(ui, view, *n as f64 / most as f64, &told);
            ui.label(bold(told));
            ui.label(RichText::new(format::usd(micros(*n))));
            ui.label(muted(view.tr_with("encryption-calls-of", &[("n", count(n_requests).into())])));
            ui.end_row();
        }
    });
}

fn bar_ui(ui: &mut Ui, view: &View<'_>, share: f64, told: &str) {
    let (rect, response) = ui.allocate_exact_size(BAR, Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Image, true, told));
    let palette = view.palette();
    let corner = CornerRadius::same(2);
    ui.painter().rect_stroke(rect, corner, view.theme.line(), StrokeKind::Inside);
    let filled = Rect::from_min_size(rect.min, vec2((rect.width() * share as f32).max(1.0), rect.height()));
    ui.painter().rect_filled(filled, corner, mix(palette.surface, palette.families[STORAGE], 0.7));
}
