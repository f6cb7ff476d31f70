//! The tour of the first start: a few short pages that can be skipped at any time, each pointing at what it tells of.

use egui::{Align2, CornerRadius, Frame, Id, LayerId, Margin, Modal, Order, Rect, Stroke, StrokeKind, Ui, pos2, vec2};

use super::View;
use super::action::{Action, Actions};
use super::theme::{CORNER, FOCUS_RING, heading, muted, space};
use super::widgets::{Icon, primary_button, text_button, toggle};
use crate::i18n::Lang;

/// The pages, each a text `tour-<id>` under the head `tour-<id>-head`.
const PAGES: [&str; super::frame::TOUR_PAGES] = ["welcome", "course", "time", "find"];
/// The width of a page.
const WIDTH: f32 = 420.0;
/// The share of the window's height that is below it.
const BELOW: f32 = 0.36;

/// Draws a page.
pub(super) fn ui(ui: &Ui, view: &View<'_>, page: usize, rail: Rect, bar: Rect, actions: &mut Actions) {
    let Some(id) = PAGES.get(page) else { return };
    match *id {
        "course" => ring(ui, view, Rect::from_min_max(rail.min, pos2(rail.right(), rail.top() + 2.6 * rail.width()))),
        "time" | "find" => ring(ui, view, bar),
        _ => {}
    }
    let frame = Frame::popup(ui.style()).inner_margin(Margin::same(space::GROUP as i8));
    let mut goes = None;
    // from page to page the buttons stay where they are
    let area = Modal::default_area(Id::unique("tour")).anchor(Align2::CENTER_BOTTOM, vec2(0.0, -ui.ctx().content_rect().height() * BELOW));
    let modal = Modal::new(Id::unique("tour")).area(area).frame(frame).show(ui.ctx(), |ui| {
        ui.set_width(WIDTH.min(ui.ctx().content_rect().width() - 4.0 * space::GROUP));
        ui.label(heading(view.tr(&format!("tour-{id}-head"))));
        ui.label(view.tr(&format!("tour-{id}")));
        ui.add_space(space::INSIDE);
        if page == 0 {
            ui.horizontal(|ui| {
                for lang in Lang::ALL {
                    actions.when(toggle(ui, lang.own_name(), lang == view.lang).clicked(), Action::Language(lang));
                }
            });
            ui.add_space(space::INSIDE);
        }
        ui.horizontal(|ui| {
            let last = page + 1 == PAGES.len();
            let name = view.tr(if last { "tour-begin" } else { "tour-on" });
            let on = primary_button(ui, view.palette(), Icon::ChevronRight, &name, &name, true);
            // the keyboard follows to each new page
            let shown = Id::unique("tour-page");
            if ui.data(|data| data.get_temp::<usize>(shown)) != Some(page) {
                ui.data_mut(|data| data.insert_temp(shown, page));
                on.request_focus();
            }
            if on.clicked() {
                goes = Some(page + 1);
            }
            if !last && text_button(ui, Icon::Close, &view.tr("tour-skip"), true).clicked() {
                goes = Some(PAGES.len());
            }
            ui.label(muted(view.tr_with("beat-n-of-m", &[("n", (page + 1).into()), ("m", PAGES.len().into())])));
        });
    });
    if modal.should_close() {
        goes = Some(PAGES.len());
    }
    if let Some(page) = goes {
        ui.data_mut(|data| data.insert_temp(over(), page >= PAGES.len()));
        actions.push(Action::Tour(page));
    }
}

fn over() -> Id {
    Id::unique("tour-over")
}

/// Whether the tour has just ended, told once: the keyboard then belongs to the first thing to do.
pub(super) fn is_just_over(ui: &Ui) -> bool {
    ui.data_mut(|data| data.remove_temp::<bool>(over())).unwrap_or(false)
}

fn ring(ui: &Ui, view: &View<'_>, area: Rect) {
    let painter = ui.ctx().layer_painter(LayerId::new(Order::Tooltip, Id::unique("tour-ring")));
    let stroke = Stroke::new(FOCUS_RING + 1.0, view.palette().accent);
    painter.rect_stroke(area.shrink2(vec2(2.0, 2.0)), CornerRadius::same(CORNER), stroke, StrokeKind::Inside);
}
