//! What AWS's rules say of a bucket's name while it is being written. Who else has the name is not known before one asks.

use egui::{Color32, FontFamily, Sense, Ui, Vec2};
use skylab_cloud::s3::NameRule;

use super::data::BucketsData;
use crate::ui::{
    View,
    theme::{ICON, code, muted, small, space},
    widgets::{Icon, card},
};

/// The rules that a name breaks.
pub(super) fn broken(name: &str) -> impl Iterator<Item = NameRule> {
    NameRule::ALL.into_iter().filter(move |rule| !rule.allows(name))
}

/// The text of a rule.
pub(super) const fn key(rule: NameRule) -> &'static str {
    match rule {
        NameRule::Length => "buckets-rule-length",
        NameRule::Letters => "buckets-rule-letters",
        NameRule::Edges => "buckets-rule-edges",
        NameRule::Dots => "buckets-rule-dots",
        NameRule::Ipv4 => "buckets-rule-ipv4",
        NameRule::ReservedPrefix => "buckets-rule-prefix",
        NameRule::ReservedSuffix => "buckets-rule-suffix",
        NameRule::Namespace => "buckets-rule-namespace",
    }
}

/// Draws the verdict: each broken rule, or that all are kept.
pub(super) fn ui(ui: &mut Ui, view: &View<'_>, name: &str) {
    let rules: Vec<NameRule> = broken(name).collect();
    let every: Vec<String> = NameRule::ALL.into_iter().map(|rule| view.tr(key(rule))).collect();
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing.y = space::GRID;
        for rule in &rules {
            line_ui(ui, Icon::Failed, view.palette().failed, &view.tr(key(*rule)));
        }
        if rules.is_empty() {
            line_ui(ui, Icon::Ok, view.palette().ok, &view.tr("buckets-name-fits"));
            ui.label(muted(view.tr("buckets-name-taken")));
        }
    })
    .response
    .on_hover_text(every.join("\n"));
}

fn line_ui(ui: &mut Ui, icon: Icon, color: Color32, text: &str) {
    signed_ui(ui, icon, color, |ui| _ = ui.label(text));
}

/// A sign, and what it stands for beside it.
pub(super) fn signed_ui(ui: &mut Ui, icon: Icon, color: Color32, add: impl FnOnce(&mut Ui)) {
    ui.horizontal_top(|ui| {
        let (rect, _) = ui.allocate_exact_size(Vec2::splat(ICON), Sense::hover());
        icon.paint(ui.painter(), rect, color);
        ui.vertical(add);
    });
}

/// The names that a scene asks about, with what the model answers to each now.
pub(super) fn names_ui(ui: &mut Ui, view: &View<'_>, data: &BucketsData) {
    card(ui, view.theme, None, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = space::GRID;
        for (name, refusal) in &data.names {
            let (icon, color) = if refusal.is_some() { (Icon::Failed, view.palette().failed) } else { (Icon::Ok, view.palette().ok) };
            ui.horizontal(|ui| {
                let (rect, _) = ui.allocate_exact_size(Vec2::splat(ICON), Sense::hover());
                icon.paint(ui.painter(), rect, color);
                ui.label(code(*name));
                if let Some(refusal) = refusal {
                    ui.label(small(refusal.as_str()).family(FontFamily::Monospace));
                }
            });
        }
    });
}
