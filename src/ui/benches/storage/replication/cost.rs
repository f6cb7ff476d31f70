//! What replication costs: a second copy, the requests that write it, and what leaves the region; for an amount that one can set.

use egui::{Grid, Ui};

use super::{
    data::{ReplicationData, price_nanos},
    lines::Switch,
};
use crate::{
    i18n::format,
    ui::{
        View,
        theme::{bold, heading, muted, space},
        widgets::{card, toggle},
    },
};

/// New data in a month that one can choose, in GB.
const AMOUNTS_GB: [i64; 4] = [10, 100, 1_000, 10_000];
/// Objects of a megabyte, as many as a GB holds.
const OBJECTS_PER_GB: i128 = 1_024;
/// The price of a thousand requests is for a thousand.
const THOUSAND: i128 = 1_000;
/// What leaves for Tokyo.
const OUT: &str = "APN1-AWS-Out-Bytes";

/// The month's costs of replicating an amount, in billionths of a dollar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Costs {
    pub storage: i128,
    pub requests: i128,
    pub transfer: i128,
    pub timed: i128,
}

impl Costs {
    /// Of so many GB, in objects of a megabyte.
    pub(super) fn of(data: &ReplicationData, gb: i64) -> Self {
        let gb = i128::from(gb);
        let is_on = |switch: Switch| data.rules().any(|rule| switch.is_on(rule));
        let (stored, put) = if is_on(Switch::Cheaper) {
            ("TimedStorage-SIA-ByteHrs", "Requests-SIA-Tier1")
        } else {
            ("TimedStorage-ByteHrs", "Requests-Tier1")
        };
        Self {
            storage: gb * price_nanos(stored),
            requests: gb * OBJECTS_PER_GB * price_nanos(put) / THOUSAND,
            transfer: if data.is_within_a_region() { 0 } else { gb * price_nanos(OUT) },
            timed: if is_on(Switch::Timed) { gb * price_nanos("S3RTC-Out-Bytes") } else { 0 },
        }
    }

    pub(super) fn sum(self) -> i128 {
        self.storage + self.requests + self.transfer + self.timed
    }
}

/// Which of the amounts is chosen first.
pub(super) const FIRST_AMOUNT: usize = 2;

/// Draws the card; gives the amount that was chosen.
pub(super) fn ui(ui: &mut Ui, view: &View<'_>, data: &ReplicationData, chosen: usize) -> Option<usize> {
    let mut now = None;
    card(ui, view.theme, None, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = space::GRID;
        ui.label(heading(view.tr("replication-cost-head")));
        if !view.presents() {
            ui.horizontal_wrapped(|ui| {
                ui.spacing_mut().item_spacing = egui::Vec2::splat(space::GRID);
                for (n, gb) in AMOUNTS_GB.into_iter().enumerate() {
                    if toggle(ui, &format!("{} GB", format::count(gb)), n == chosen).clicked() {
                        now = Some(n);
                    }
                }
            });
        }
        let gb = AMOUNTS_GB.get(chosen).copied().unwrap_or(AMOUNTS_GB[FIRST_AMOUNT]);
        ui.label(muted(view.tr_with("replication-cost-of", &[("gb", format::count(gb).into())])));
        let costs = Costs::of(data, gb);
        Grid::new("cost").num_columns(2).spacing([space::BETWEEN, space::GRID]).show(ui, |ui| {
            for (key, nanos) in [
                ("replication-cost-storage", costs.storage),
                ("replication-cost-requests", costs.requests),
                ("replication-cost-transfer", costs.transfer),
                ("replication-cost-timed", costs.timed),
            ] {
                ui.label(view.tr(key));
                ui.label(format::usd(nanos / 1_000));
                ui.end_row();
            }
            ui.label(bold(view.tr("replication-cost-sum")));
            ui.label(bold(format::usd(costs.sum() / 1_000)));
            ui.end_row();
        });
        let run = [("bytes", format::bytes(data.moved_bytes).into()), ("n", data.n_replicas.into())];
        ui.label(muted(view.tr_with("replication-cost-run", &run)));
    })
    .response
    .on_hover_text(how(view));
    now
}

/// Where the numbers come from.
fn how(view: &View<'_>) -> String {
    let price = |usage: &str| format::usd_price(price_nanos(usage) / 1_000).into();
    let args = [
        ("storage", price("TimedStorage-ByteHrs")),
        ("out", price(OUT)),
        ("timed", price("S3RTC-Out-Bytes")),
        ("put", price("Requests-Tier1")),
    ];
    view.tr_with("replication-cost-how", &args)
}
