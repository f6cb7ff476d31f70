//! The three figures above the lines: a month at the present level, the run so far, and what the last act changed.

use egui::{Align, Label, Layout, Ui};
use skylab_cloud::bill::Usd;

use super::data::{BillData, Change};
use super::money::{Digits, Won, alone, signed};
use crate::i18n::format;
use crate::ui::View;
use crate::ui::theme::{code, heading, muted, small, space};
use crate::ui::widgets::{Icon, card};

/// From this width on, the three stand in a row.
const ROW_WIDTH: f32 = 620.0;
/// Most letters of the act that are shown.
const MAX_LETTERS: usize = 90;

/// Shares of the row; the last act has the most to tell.
const SHARES: [f32; 3] = [0.27, 0.27, 0.46];

/// The key of a part's name, and what draws it.
type Part<'a> = (&'static str, &'a dyn Fn(&mut Ui));

/// Draws them in one card.
pub(super) fn ui(ui: &mut Ui, view: &View<'_>, data: &BillData) {
    card(ui, view.theme, None, |ui| {
        ui.set_width(ui.available_width());
        let parts: [Part<'_>; 3] = [
            ("bill-level", &|ui| level_ui(ui, view, data)),
            ("bill-spent", &|ui| run_ui(ui, view, data)),
            ("bill-last-act", &|ui| change_ui(ui, view, data.change.as_ref())),
        ];
        if ui.available_width() < ROW_WIDTH {
            for (name, draw) in parts {
                part_ui(ui, &view.tr(name), draw);
                ui.add_space(space::INSIDE);
            }
            return;
        }
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = space::GROUP;
            let width = ui.available_width() - 2.0 * space::GROUP;
            for (share, (name, draw)) in SHARES.into_iter().zip(parts) {
                let size = egui::vec2(width * share, 0.0);
                ui.allocate_ui_with_layout(size, Layout::top_down(Align::Min), |ui| {
                    ui.set_width(size.x);
                    part_ui(ui, &view.tr(name), draw);
                });
            }
        });
    });
}

fn part_ui(ui: &mut Ui, name: &str, draw: &dyn Fn(&mut Ui)) {
    ui.spacing_mut().item_spacing = egui::vec2(space::INSIDE, space::GRID / 2.0);
    ui.label(muted(name));
    draw(ui);
}

fn amount_ui(ui: &mut Ui, view: &View<'_>, usd: Usd) {
    ui.label(heading(alone(usd)));
    if let Some(won) = Won::of(view) {
        ui.label(small(won.about(view.lang, usd)));
    }
}

fn level_ui(ui: &mut Ui, view: &View<'_>, data: &BillData) {
    amount_ui(ui, view, data.level);
    ui.add(Label::new(muted(view.tr("bill-level-note"))).wrap());
}

fn run_ui(ui: &mut Ui, view: &View<'_>, data: &BillData) {
    amount_ui(ui, view, data.spent);
    let [from, to] = [data.start, data.now].map(|at| format::date(at.millis().div_euclid(1_000)));
    ui.add(Label::new(muted(view.tr_with("bill-spent-note", &[("from", from.into()), ("to", to.into())]))).wrap());
}

fn change_ui(ui: &mut Ui, view: &View<'_>, change: Option<&Change>) {
    let Some(change) = change else {
        ui.label(view.tr("bill-last-act-none"));
        return;
    };
    ui.add(Label::new(code(beginning(&change.line))).wrap());
    let by = |(before, now): (Usd, Usd)| now.nanos() - before.nanos();
    let (level, spent) = (by(change.level), by(change.spent));
    ui.horizontal_wrapped(|ui| {
        sign_ui(ui, view, level);
        // as fine as the difference, which would else be lost between two equal amounts
        let digits = Digits::for_sum(if level == 0 { change.level.1 } else { Usd::from_nanos(level) });
        let [before, now] = [change.level.0, change.level.1].map(|usd| digits.with_unit(usd));
        let args = [("by", signed(level).into()), ("before", before.into()), ("now", now.into())];
        ui.label(view.tr_with(if level == 0 { "bill-level-same" } else { "bill-level-changed" }, &args));
    });
    for (usage_type, nanos) in change.lines.iter().filter(|_| change.lines.len() > 1) {
        ui.add(Label::new(muted(format!("{usage_type}  {}", signed(*nanos)))).wrap());
    }
    if spent != 0 {
        let key = if change.passed { "bill-spent-since" } else { "bill-spent-at-once" };
        ui.label(muted(view.tr_with(key, &[("by", signed(spent).into())])));
    }
}

/// Up or down as a sign, beside the sign before the number.
fn sign_ui(ui: &mut Ui, view: &View<'_>, nanos: i128) {
    let (icon, color) = match nanos {
        0 => return,
        1.. => (Icon::ChevronUp, view.palette().warning),
        _ => (Icon::ChevronDown, view.palette().ok),
    };
    let (rect, _) = ui.allocate_exact_size(egui::Vec2::splat(crate::ui::theme::ICON), egui::Sense::hover());
    icon.paint(ui.painter(), rect, color);
}

/// The first words of a command.
fn beginning(line: &str) -> String {
    let shown: String = line.chars().take(MAX_LETTERS).collect();
    if shown.len() < line.len() { format!("{}…", shown.trim_end()) } else { shown }
}
