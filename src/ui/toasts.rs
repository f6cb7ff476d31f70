//! Short messages that come and go in the corner; screen readers hear them. What they say is the app's.

use egui::{Align2, Area, Frame, Id, Margin, Order, Ui, vec2};

use super::theme::{CORNER, ICON, space};
use super::widgets::{Icon, icon_button};
use super::{
    View,
    action::{Action, Actions},
};

/// The widest message.
const WIDTH: f32 = 380.0;
/// How far from the corner they stand, clear of the drawer.
const OFFSET: egui::Vec2 = vec2(-16.0, -52.0);

/// How weighty a message is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weight {
    /// Something went as it should.
    Done,
    /// Something to know.
    Note,
    /// Something that needs care.
    Warning,
}

/// One message.
#[derive(Clone, Debug, PartialEq)]
pub struct Toast {
    /// Counted from the start.
    pub id: u64,
    /// What it says, in the learner's language.
    pub text: String,
    /// How weighty it is.
    pub weight: Weight,
    /// When it goes by itself, in egui's seconds; `None` for one that stays until it is closed.
    pub until: Option<f64>,
}

/// Draws them above one another, the newest at the bottom.
pub(super) fn ui(ui: &Ui, view: &View<'_>, toasts: &[Toast], actions: &mut Actions) {
    if toasts.is_empty() {
        return;
    }
    Area::new(Id::unique("toasts")).order(Order::Foreground).anchor(Align2::RIGHT_BOTTOM, OFFSET).show(ui.ctx(), |ui| {
        for toast in toasts {
            toast_ui(ui, view, toast, actions);
            ui.add_space(space::GRID);
        }
    });
}

fn toast_ui(ui: &mut Ui, view: &View<'_>, toast: &Toast, actions: &mut Actions) {
    let palette = view.palette();
    let (icon, color) = match toast.weight {
        Weight::Done => (Icon::Ok, palette.ok),
        Weight::Note => (Icon::About, palette.accent),
        Weight::Warning => (Icon::Warning, palette.warning),
    };
    let frame = Frame::new().fill(palette.raised).stroke(view.theme.strong_line()).corner_radius(f32::from(CORNER));
    frame.inner_margin(Margin::same(space::INSIDE as i8)).show(ui, |ui| {
        ui.horizontal_top(|ui| {
            let (rect, _) = ui.allocate_exact_size(egui::Vec2::splat(ICON), egui::Sense::hover());
            icon.paint(ui.painter(), rect, color);
            let said = ui.scope(|ui| {
                ui.set_max_width(WIDTH);
                ui.add(egui::Label::new(toast.text.as_str()).wrap())
            });
            ui.ctx().accesskit_node_builder(said.inner.id, |node| node.set_live(egui::accesskit::Live::Polite));
            actions.when(icon_button(ui, Icon::Close, &view.tr("toast-close"), true).clicked(), Action::CloseToast(toast.id));
        });
    });
}
