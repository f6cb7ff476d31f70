//! About: what the app is, what it is not, and the licences of what is packed into it.

use egui::{ScrollArea, Ui};

use crate::ui::action::Actions;
use crate::ui::theme::{heading, muted, space, title};
use crate::ui::widgets::{card, mark, reading};
use crate::ui::{Panel, View};

const LICENCES: [(&str, &str); 2] = [
    ("Pretendard 1.3.9", include_str!("../../../assets/fonts/Pretendard-OFL.txt")),
    ("NanumGothicCoding", include_str!("../../../assets/fonts/NanumGothicCoding-OFL.txt")),
];

/// Longer lines are hard to read.
const READING_WIDTH: f32 = 640.0;

/// The side of the mark above the name.
const MARK: f32 = 64.0;

pub(super) struct About;

impl Panel for About {
    fn id(&self) -> &'static str {
        "about"
    }

    fn ui(&mut self, ui: &mut Ui, view: &View<'_>, _actions: &mut Actions) {
        reading(ui, ScrollArea::vertical().auto_shrink(false), f32::INFINITY, &view.tr("about-read"), |ui| {
            ui.set_max_width(READING_WIDTH.min(ui.available_width()));
            let (rect, _) = ui.allocate_exact_size(egui::Vec2::splat(MARK), egui::Sense::hover());
            mark::paint(ui.painter(), rect);
            ui.label(title(concat!("Skylab ", env!("CARGO_PKG_VERSION"))));
            ui.label(view.tr("about-what"));
            ui.label(view.tr("about-not-aws"));
            ui.label(view.tr("about-offline"));
            ui.add_space(space::BETWEEN);
            ui.label(heading(view.tr("about-licences")));
            for (name, licence) in LICENCES {
                card(ui, view.theme, Some(name), |ui| ui.label(muted(licence)));
            }
        });
    }
}
