//! The drawn figures of the lessons, by name; each is one file that draws on a canvas of 100 units across and knows no screen.
//!
//! A figure is a function `draw(&Canvas)`, listed below with its name and its height in units. Lessons name it as
//! `![what it shows](figure:NAME)`. Its words are texts `figure-<name>-<what>`; its colours come from the look.

mod access_decision;
mod access_points;
mod bill_bars;
mod block_public;
mod building_blocks;
mod canvas;
mod datasync_runs;
mod edge_path;
mod event_routes;
mod gateway_cache;
mod gateway_write;
mod key_holders;
mod lifecycle_waterfall;
mod move_rhythms;
mod multipart_retry;
mod object_anatomy;
mod policy_statement;
mod replication_timeline;
mod restore_copy;
mod scale_out_up;
mod storage_kinds;
mod tiers_over_time;
mod url_anatomy;
mod version_stack;
mod volume_copies;
mod wire_or_road;

use egui::{Role, Sense, Ui, WidgetInfo, vec2};

use super::View;

pub use canvas::{Canvas, Ink};

/// A figure: its name, its height where the width is 100, and what draws it.
pub struct Figure {
    /// As lessons call it.
    pub name: &'static str,
    /// In units of a hundredth of the width.
    pub height: f32,
    /// Draws it.
    pub draw: fn(&Canvas<'_>),
}

/// Every figure.
pub const ALL: &[Figure] = &[
    Figure { name: "building-blocks", height: 58.0, draw: building_blocks::draw },
    Figure { name: "object-anatomy", height: 58.5, draw: object_anatomy::draw },
    Figure { name: "scale-out-up", height: 58.0, draw: scale_out_up::draw },
    Figure { name: "storage-kinds", height: 48.0, draw: storage_kinds::draw },
    Figure { name: "url-anatomy", height: 41.0, draw: url_anatomy::draw },
    Figure { name: "lifecycle-waterfall", height: 60.0, draw: lifecycle_waterfall::draw },
    Figure { name: "restore-copy", height: 51.0, draw: restore_copy::draw },
    Figure { name: "tiers-over-time", height: 54.0, draw: tiers_over_time::draw },
    Figure { name: "version-stack", height: 59.0, draw: version_stack::draw },
    Figure { name: "access-decision", height: 63.0, draw: access_decision::draw },
    Figure { name: "policy-statement", height: 76.0, draw: policy_statement::draw },
    Figure { name: "block-public", height: 54.0, draw: block_public::draw },
    Figure { name: "access-points", height: 51.0, draw: access_points::draw },
    Figure { name: "key-holders", height: 68.0, draw: key_holders::draw },
    Figure { name: "replication-timeline", height: 56.0, draw: replication_timeline::draw },
    Figure { name: "multipart-retry", height: 47.0, draw: multipart_retry::draw },
    Figure { name: "edge-path", height: 58.0, draw: edge_path::draw },
    Figure { name: "event-routes", height: 61.0, draw: event_routes::draw },
    Figure { name: "bill-bars", height: 42.0, draw: bill_bars::draw },
    Figure { name: "move-rhythms", height: 63.0, draw: move_rhythms::draw },
    Figure { name: "gateway-cache", height: 49.0, draw: gateway_cache::draw },
    Figure { name: "volume-copies", height: 48.0, draw: volume_copies::draw },
    Figure { name: "gateway-write", height: 63.0, draw: gateway_write::draw },
    Figure { name: "datasync-runs", height: 46.0, draw: datasync_runs::draw },
    Figure { name: "wire-or-road", height: 61.0, draw: wire_or_road::draw },
];

/// The widest that a figure is drawn.
const MAX_WIDTH: f32 = 520.0;

/// Draws the figure with that name as wide as there is room; `alt` says it in words to those who cannot see it.
pub fn ui(ui: &mut Ui, view: &View<'_>, name: &str, alt: &str) {
    let Some(figure) = ALL.iter().find(|figure| figure.name == name) else { return };
    let width = ui.available_width().min(MAX_WIDTH);
    let (rect, response) = ui.allocate_exact_size(vec2(width, width * figure.height / 100.0), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Image, true, alt));
    (figure.draw)(&Canvas::new(ui, view, rect));
}
