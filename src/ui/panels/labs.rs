//! The labs: what each is about, how far one is, and the ways to begin; broken packs with their complaint; how to write one. Beginning is the app's.

use egui::{Align, CollapsingHeader, Label, Layout, Response, ScrollArea, TextStyle, Ui};

use crate::learn::course::Course;
use crate::learn::lab::{Lab, Mode, Shelved, Source};
use crate::progress::LabProgress;
use crate::ui::action::{Action, Actions};
use crate::ui::lesson;
use crate::ui::theme::{ICON, bold, code, heading, muted, space, title};
use crate::ui::told::say;
use crate::ui::widgets::{Icon, called, card, icon_button, scrolling, text_button};
use crate::ui::{Panel, View, panel_name, section_name};

/// A card is as wide as its story needs to be read easily.
const CARD_WIDTH: f32 = 420.0;
/// Longer lines are hard to read.
const READING_WIDTH: f32 = 720.0;

/// See the module.
#[derive(Default)]
pub(super) struct Labs;

impl Panel for Labs {
    fn id(&self) -> &'static str {
        "labs"
    }

    fn ui(&mut self, ui: &mut Ui, view: &View<'_>, actions: &mut Actions) {
        scrolling(ui, ScrollArea::vertical().auto_shrink(false), |ui| {
            ui.spacing_mut().item_spacing.y = space::BETWEEN;
            ui.label(title(panel_name(view.lang, self.id())));
            ui.scope(|ui| {
                ui.set_max_width(READING_WIDTH.min(ui.available_width()));
                ui.add(Label::new(view.tr("labs-intro")).wrap());
            });
            cards_ui(ui, view, actions);
            own_ui(ui, view, actions);
        });
    }
}

/// The labs side by side, each in the column that has the fewest so far.
fn cards_ui(ui: &mut Ui, view: &View<'_>, actions: &mut Actions) {
    let n_columns = ((ui.available_width() / CARD_WIDTH) as usize).clamp(1, 3);
    let labs: Vec<&Shelved> = view.labs.shelf().iter().collect();
    ui.columns(n_columns, |columns| {
        for (n, shelved) in labs.into_iter().enumerate() {
            let ui = &mut columns[n % n_columns];
            ui.spacing_mut().item_spacing.y = space::BETWEEN;
            // columns would stretch each line of a text to their width
            ui.with_layout(Layout::top_down(Align::Min), |ui| ui.push_id(&shelved.id, |ui| card_ui(ui, view, shelved, actions)));
        }
    });
}

fn card_ui(ui: &mut Ui, view: &View<'_>, shelved: &Shelved, actions: &mut Actions) {
    card(ui, view.theme, None, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = space::INSIDE;
        match &shelved.lab {
            Ok(lab) => lab_ui(ui, view, lab, &shelved.source, actions),
            Err(complaint) => {
                broken_ui(ui, view, &shelved.id, &format!("{}: {}", complaint.location(), say(view.lang, &complaint.told)));
            }
        }
    });
}

fn lab_ui(ui: &mut Ui, view: &View<'_>, lab: &Lab, source: &Source, actions: &mut Actions) {
    let done = view.progress.labs.get(lab.id());
    ui.add(Label::new(heading(view.labs.title(lab.id()))).wrap());
    let mut about = view.tr_with("labs-minutes", &[("n", lab.file.minutes.into())]);
    if let Source::Folder(name) = source {
        about = format!("{about} · {}", view.tr_with("labs-folder", &[("name", name.as_str().into())]));
    }
    ui.add(Label::new(muted(about)).wrap());
    let text = |key: &str| view.labs.texts(lab.id()).map(|texts| texts.text(key, &[])).unwrap_or_default();
    ui.add(Label::new(text("summary")).wrap());
    sections_ui(ui, view, lab, actions);
    for mode in Mode::ALL {
        mode_ui(ui, view, lab, mode, done, actions);
    }
    // what was found out stays to be read
    if done.is_some_and(LabProgress::is_passed) {
        CollapsingHeader::new(view.tr("labs-read-again")).id_salt("again").show(ui, |ui| {
            let job = lesson::inline(ui, &text("debrief"), &TextStyle::Body, view.palette().text, ui.available_width());
            ui.add(Label::new(job).wrap());
        });
    }
}

/// The sections that it goes with.
fn sections_ui(ui: &mut Ui, view: &View<'_>, lab: &Lab, actions: &mut Actions) {
    for section in lab.file.sections.iter().filter_map(|id| Course::packed().section(id)) {
        let name = section_name(view.lang, section);
        // several labs may go with one section
        let args = [("section", name.as_str().into()), ("lab", view.labs.title(lab.id()).into())];
        let said = view.tr_with("labs-section", &args);
        let link = called(ui.add(egui::Button::new((Icon::Course.atom(), name)).frame_when_inactive(false).wrap()), &said);
        actions.when(link.clicked(), Action::OpenSection(section.id.clone()));
    }
}

/// One way through: how far one is, and the buttons.
fn mode_ui(ui: &mut Ui, view: &View<'_>, lab: &Lab, mode: Mode, done: Option<&LabProgress>, actions: &mut Actions) {
    if mode == Mode::Walkthrough && lab.file.walkthrough.is_empty() {
        return;
    }
    let record = done.and_then(|done| done.modes.get(mode.name()));
    let (icon, color) = match record {
        Some(record) if record.passed => (Icon::Ok, view.palette().ok),
        Some(_) => (Icon::Half, view.palette().accent),
        None => (Icon::Unknown, view.palette().muted),
    };
    ui.separator();
    ui.horizontal_top(|ui| {
        let (rect, _) = ui.allocate_exact_size(egui::Vec2::splat(ICON), egui::Sense::hover());
        icon.paint(ui.painter(), rect, color);
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = space::GRID;
            ui.label(bold(view.tr(mode_key(mode))));
            ui.add(Label::new(muted(view.tr(mode_hint(mode)))).wrap());
            if let Some(points) = record.and_then(|record| record.best) {
                ui.label(muted(view.tr_with("labs-best", &[("n", points.into())])));
            }
            let begin = |anew| Action::BeginLab { id: lab.id().to_owned(), mode, anew };
            ui.horizontal_wrapped(|ui| {
                let key = if record.is_some() { "labs-continue" } else { "labs-begin" };
                let title = view.labs.title(lab.id());
                let of = |button: Response, key: &str| {
                    let args = [("act", view.tr(key).into()), ("lab", title.as_str().into()), ("mode", view.tr(mode_key(mode)).into())];
                    called(button, &view.tr_with("labs-act", &args))
                };
                let go = of(text_button(ui, Icon::Play, &view.tr(key), true), key);
                actions.when(go.clicked(), begin(false));
                if record.is_some() {
                    let anew = text_button(ui, Icon::Reset, &view.tr("labs-anew"), true).on_hover_text(view.tr("labs-anew-hint"));
                    let anew = of(anew, "labs-anew");
                    actions.when(anew.clicked(), begin(true));
                }
            });
        });
    });
}

const fn mode_key(mode: Mode) -> &'static str {
    match mode {
        Mode::Walkthrough => "lab-walkthrough",
        Mode::Challenge => "lab-challenge",
    }
}

const fn mode_hint(mode: Mode) -> &'static str {
    match mode {
        Mode::Walkthrough => "lab-walkthrough-hint",
        Mode::Challenge => "lab-challenge-hint",
    }
}

/// A pack that cannot be read, with the place that is to be mended.
fn broken_ui(ui: &mut Ui, view: &View<'_>, id: &str, complaint: &str) {
    ui.horizontal_top(|ui| {
        let (rect, _) = ui.allocate_exact_size(egui::Vec2::splat(ICON), egui::Sense::hover());
        Icon::Failed.paint(ui.painter(), rect, view.palette().failed);
        ui.add(Label::new(heading(id)).wrap());
    });
    ui.add(Label::new(view.tr("labs-broken")).wrap());
    ui.add(Label::new(code(complaint)).wrap().selectable(true));
}

/// How to write a lab, and where to put it.
fn own_ui(ui: &mut Ui, view: &View<'_>, actions: &mut Actions) {
    ui.scope(|ui| {
        ui.set_max_width(READING_WIDTH.min(ui.available_width()));
        CollapsingHeader::new(view.tr("labs-write")).id_salt("write").show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = space::INSIDE;
            if let Some(folder) = view.folder {
                let place = folder.join("labs").display().to_string();
                ui.add(Label::new(muted(view.tr("labs-place"))).wrap());
                ui.horizontal_top(|ui| {
                    actions.when(icon_button(ui, Icon::Copy, &view.tr("guide-copy"), true).clicked(), Action::Copy(place.clone()));
                    ui.add(Label::new(code(&place)).wrap().selectable(true));
                });
            }
            lesson::page_ui(ui, view, "lab-writing");
        });
    });
}
