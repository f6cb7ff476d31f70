//! What the rules did, newest first: one sentence each with the rule that acted; each leads to its moment. It decides nothing.

use std::sync::Arc;

use egui::{CornerRadius, FontSelection, Galley, Role, ScrollArea, Sense, TextWrapMode, Ui, WidgetInfo, WidgetText, vec2};

use super::data::{Cause, Happened, LifecycleData, What};
use crate::{
    i18n::format,
    ui::{
        View,
        action::{Action, Actions, ClockAct},
        theme::{CORNER, TARGET, code, heading, muted, space},
        widgets::card,
    },
};

/// Draws the list, or what to do so that something happens.
pub(super) fn ui(ui: &mut Ui, view: &View<'_>, data: &LifecycleData, actions: &mut Actions) {
    let height = ui.available_height() - 2.0 * space::BETWEEN;
    card(ui, view.theme, None, |ui| {
        ui.set_width(ui.available_width());
        ui.set_height(height.max(60.0));
        ui.spacing_mut().item_spacing.y = space::GRID;
        ui.label(heading(view.tr("lifecycle-happened")));
        if data.happened.is_empty() {
            let key = if data.has_rules() { "lifecycle-nothing-yet" } else { "lifecycle-no-rule" };
            ui.label(muted(view.tr(key)));
        } else if view.presents() {
            as_many_as_fit(ui, view, data, actions);
        } else {
            ScrollArea::vertical().id_salt("happened").auto_shrink([false, false]).show(ui, |ui| {
                for it in &data.happened {
                    Row::of(ui, view, it).ui(ui, view, actions);
                }
            });
        }
    });
}

/// A room of people cannot scroll: the newest lines that are seen whole, and no others.
fn as_many_as_fit(ui: &mut Ui, view: &View<'_>, data: &LifecycleData, actions: &mut Actions) {
    ui.spacing_mut().item_spacing.y = 0.0;
    for it in &data.happened {
        let row = Row::of(ui, view, it);
        if row.height() > ui.available_height() {
            return;
        }
        row.ui(ui, view, actions);
    }
}

/// One line: its date, and what happened.
struct Row {
    unix_secs: i64,
    date: Arc<Galley>,
    words: Arc<Galley>,
}

impl Row {
    fn of(ui: &Ui, view: &View<'_>, it: &Happened) -> Self {
        // a moment within a second is only behind one at the second's end
        let unix_secs = it.at.millis().saturating_add(999).div_euclid(1_000);
        let lay_out = |text: WidgetText, wrap: TextWrapMode, width: f32| text.into_galley(ui, Some(wrap), width, FontSelection::Default);
        let date = lay_out(code(format::date(unix_secs)).into(), TextWrapMode::Extend, f32::INFINITY);
        let width = ui.available_width() - date.size().x - 3.0 * space::INSIDE;
        let words = lay_out(sentence(view, it).into(), TextWrapMode::Wrap, width);
        Self { unix_secs, date, words }
    }

    fn height(&self) -> f32 {
        (self.words.size().y + space::GRID).max(TARGET)
    }

    fn ui(self, ui: &mut Ui, view: &View<'_>, actions: &mut Actions) {
        let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), self.height()), Sense::click());
        let name = format!("{} {}", self.date.text(), self.words.text());
        response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &name));
        let go = Action::Clock(ClockAct::Seek(self.unix_secs));
        actions.when(response.clicked(), go);
        if !ui.is_rect_visible(rect) {
            return;
        }
        if response.hovered() || response.has_focus() {
            let look = ui.style().interact(&response);
            ui.painter().rect_filled(rect, CornerRadius::same(CORNER), look.weak_bg_fill);
        }
        let first_row = self.words.rows.first().map_or(0.0, |row| row.rect().height());
        let top = rect.center().y - self.words.size().y / 2.0;
        let left = rect.left() + space::GRID;
        let date_top = top + (first_row - self.date.size().y) / 2.0;
        let words_left = left + self.date.size().x + space::BETWEEN;
        ui.painter().galley(egui::pos2(left, date_top), self.date, view.palette().muted);
        ui.painter().galley(egui::pos2(words_left, top), self.words, view.palette().text);
        response.on_hover_text(view.tr("lifecycle-go-there"));
    }
}

/// One sentence for one happening.
fn sentence(view: &View<'_>, it: &Happened) -> String {
    let tell = |key: &str, more: &[(&'static str, String)]| {
        let mut args = vec![("n", it.n.into()), ("bytes", format::bytes_billed(it.bytes).into())];
        args.extend(more.iter().map(|(name, value)| (*name, value.clone().into())));
        view.tr_with(key, &args)
    };
    let rule = ("rule", it.by.clone());
    let refused = ("code", it.by.clone());
    match it.what {
        What::Moved { from, to } => tell("lifecycle-moved", &[rule, ("from", from.name().to_owned()), ("to", to.name().to_owned())]),
        What::Expired => tell("lifecycle-expired", &[rule]),
        What::Marked => tell("lifecycle-marked", &[rule]),
        What::MarkerGone => tell("lifecycle-marker-gone", &[rule]),
        What::UploadAborted => tell("lifecycle-aborted", &[rule]),
        What::ReadRefused(Cause::Archived) => tell("lifecycle-read-archived", &[refused]),
        What::ReadRefused(Cause::Gone) => tell("lifecycle-read-gone", &[refused]),
        What::ReadRefused(Cause::ZoneOut) => tell("lifecycle-read-zone-out", &[refused]),
        What::ReadRefused(Cause::Other) => tell("lifecycle-read-refused", &[refused]),
        What::WriteRefused => tell("lifecycle-write-refused", &[refused]),
        What::Lost { n_uploads } => {
            let uploads = format::count(i64::try_from(n_uploads).unwrap_or(i64::MAX));
            tell("lifecycle-lost", &[("zone", it.by.clone()), ("uploads", uploads)])
        }
    }
}
