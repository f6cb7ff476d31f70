//! What an instructor needs beside the screen: a spotlight on it, and a window of notes with what comes next. The beats are the bench's.

use egui::{CentralPanel, Frame, Margin, Ui, ViewportBuilder, ViewportId};

use super::action::{Action, Actions};
use super::bench::Bench;
use super::frame::Stagecraft;
use super::theme::{bold, heading, muted, shade, space};
use super::widgets::{Icon, icon_toggle};
use super::{BeatView, View, beats, shortcuts};
use crate::i18n::format;

/// The radius of the lit circle, as a share of the window's height.
const LIT: f32 = 0.22;

/// How large the notes are written, and the first size of their window at that zoom.
const NOTES_ZOOM: f32 = 1.2;
const NOTES_SIZE: egui::Vec2 = egui::vec2(560.0, 420.0);

/// Sides of the circle: enough to look round on the largest screen.
const SIDES: u32 = 120;

/// Darkens everything but a circle around the pointer.
pub(super) fn spotlight_ui(ui: &Ui) {
    let Some(centre) = ui.ctx().pointer_hover_pos() else { return };
    let screen = ui.ctx().content_rect();
    let painter = ui.ctx().layer_painter(egui::LayerId::new(egui::Order::Foreground, egui::Id::unique("spotlight")));
    painter.add(shade_around(centre, screen.height() * LIT, screen.size().length() * 2.0));
}

/// A ring of shade from the lit circle out to where no window reaches.
fn shade_around(centre: egui::Pos2, lit: f32, reach: f32) -> egui::Mesh {
    let mut mesh = egui::Mesh::default();
    for n in 0..=SIDES {
        let along = egui::Vec2::angled(std::f32::consts::TAU * n as f32 / SIDES as f32);
        mesh.colored_vertex(centre + along * lit, shade());
        mesh.colored_vertex(centre + along * reach, shade());
        if n > 0 {
            let (inner, outer) = (2 * n, 2 * n + 1);
            mesh.add_triangle(inner - 2, inner - 1, inner);
            mesh.add_triangle(inner, inner - 1, outer);
        }
    }
    mesh
}

/// The buttons for both, in the strip of a presented screen.
pub(super) fn buttons_ui(ui: &mut Ui, view: &View<'_>, on: Stagecraft, actions: &mut Actions) {
    for (icon, key, chosen, action) in
        [(Icon::Spot, "present-spotlight", on.spotlight, Action::Spotlight), (Icon::Notes, "present-notes", on.notes, Action::Notes)]
    {
        let name = shortcuts::with_keys(ui.ctx(), &view.tr(key), &action);
        actions.when(icon_toggle(ui, icon, &name, chosen).clicked(), action);
    }
}

/// The notes in a window of their own; where there can be only one window, in a window inside it.
pub(super) fn notes_ui(ui: &Ui, view: &View<'_>, bench: Option<&dyn Bench>, actions: &mut Actions) {
    // The projector's zoom holds for every window, but notes are read from near by.
    let smaller = (NOTES_ZOOM / ui.ctx().zoom_factor()).min(1.0);
    let builder = ViewportBuilder::default().with_title(view.tr("present-notes")).with_inner_size(NOTES_SIZE * smaller);
    ui.ctx().show_viewport_immediate(ViewportId::from_hash_of("notes"), builder, |ui, _| {
        if ui.ctx().viewport_id() != ViewportId::ROOT {
            // a clicker sends its keys to whichever window is in front
            shortcuts::collect(ui.ctx(), true, actions);
        }
        for font in ui.style_mut().text_styles.values_mut() {
            font.size *= smaller;
        }
        let bar = &mut ui.spacing_mut().scroll;
        bar.bar_width *= smaller;
        bar.bar_inner_margin = space::INSIDE;
        let frame = Frame::new().fill(view.palette().ground).inner_margin(Margin::same(space::BETWEEN as i8));
        CentralPanel::default().frame(frame).show(ui, |ui| page_ui(ui, view, bench, actions));
        actions.when(ui.input(|input| input.viewport().close_requested()), Action::Notes);
    });
}

fn page_ui(ui: &mut Ui, view: &View<'_>, bench: Option<&dyn Bench>, actions: &mut Actions) {
    let (Some(bench), Some(at)) = (bench, &view.beat) else {
        ui.label(view.tr("present-notes-none"));
        return;
    };
    let Some(beat) = at.now() else { return };
    egui::ScrollArea::vertical().auto_shrink([false, false]).show(ui, |ui| {
        ui.horizontal(|ui| {
            beats::steps_ui(ui, view, at, actions);
            if view.clock.has_time {
                ui.label(muted(format::date_time(view.clock.unix_secs)));
            }
        });
        ui.label(heading(beats::text(view, bench, beat)));
        ui.label(view.tr(&format!("{}-note-{}", bench.id(), beat.id)));
        predicted_ui(ui, view, bench, at);
        if let Some(next) = at.beats.get(at.index + 1) {
            ui.add_space(space::BETWEEN);
            ui.label(muted(view.tr("present-next")));
            ui.label(view.tr(&format!("{}-note-{}", bench.id(), next.id)));
        }
    });
}

/// The options with the hands counted, and which one the run shows to be right.
fn predicted_ui(ui: &mut Ui, view: &View<'_>, bench: &dyn Bench, at: &BeatView<'_>) {
    let Some(asked) = &at.asked else { return };
    ui.add_space(space::INSIDE);
    for (n, choice) in asked.beat.choices.iter().enumerate() {
        let text = beats::choice_text(view, bench, asked.beat, choice);
        let hands = view.tr_with("hand-count", &[("n", at.hands.get(n).copied().unwrap_or(0).into())]);
        let line = format!("{hands}  {text}");
        if asked.answer == Some(n) {
            ui.label(bold(view.tr_with("question-right", &[("option", line.into())])));
        } else {
            ui.label(line);
        }
    }
}

#[cfg(test)]
mod tests {
    use egui::{Color32, Context, pos2};

    use super::shade_around;

    #[test]
    fn all_is_shaded_but_the_circle() {
        let picture = skylab_raster::render(&Context::default(), [200, 120], 1.0, |ui| {
            ui.painter().rect_filled(ui.max_rect(), 0.0, Color32::WHITE);
            ui.painter().add(shade_around(pos2(60.0, 60.0), 30.0, 500.0));
        })
        .unwrap();
        let red = |x, y| picture.get_pixel(x, y).0[0];
        assert!(red(60, 60) > 250 && red(60, 40) > 250, "the circle is lit");
        assert!([(2, 2), (198, 2), (198, 118), (60, 100), (120, 60)].iter().all(|(x, y)| red(*x, *y) < 120), "the rest is dark");
    }
}
