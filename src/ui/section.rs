//! A section of the course: its lesson beside its bench, and the questions under the lesson. The bench draws itself.

use egui::{Align, Layout, ScrollArea, Ui, UiBuilder, vec2};

use super::action::{Action, Actions};
use super::bench::Bench;
use super::theme::{muted, space, title};
use super::widgets::{Icon, card, reading, scrolling, text_button};
use super::{View, beats, lesson, questions, section_name};
use crate::learn::course::{Course, Section};

/// The lesson's share of the width, and its bounds.
const LESSON_SHARE: f32 = 0.36;
const LESSON_WIDTH: std::ops::RangeInclusive<f32> = 340.0..=520.0;
/// Below this width the lesson is folded until it is asked for.
const ROOMY_WIDTH: f32 = 1_000.0;
/// The height below which a bench scrolls instead of being squeezed.
const LEAST_BENCH: f32 = 380.0;

/// See the module.
#[derive(Default)]
pub struct SectionPage {
    /// Whether the learner folded the lesson or opened it; by the width of the window otherwise.
    folded: Option<bool>,
    /// The section whose lesson was drawn last, so that another one starts at its top.
    section: String,
    /// A key opened the section, so the keyboard goes on at the way on.
    by_key: bool,
    /// The questions were asked for, and are to come into sight.
    to_questions: bool,
}

/// What is asked for in the card above a bench.
enum Wanted {
    Lesson,
    Questions,
}

impl SectionPage {
    /// Another section comes to the front.
    pub fn open(&mut self, section: &Section, by_key: bool) {
        self.by_key = by_key;
        if self.section != section.id {
            self.section.clone_from(&section.id);
            self.folded = None;
        }
    }

    /// Gives the whole width to the bench.
    pub fn fold_lesson(&mut self) {
        self.folded = Some(true);
    }

    /// Draws the page.
    pub fn ui(
        &mut self,
        ui: &mut Ui,
        view: &View<'_>,
        section: &'static Section,
        bench: Option<&mut (dyn Bench + 'static)>,
        actions: &mut Actions,
    ) {
        ui.spacing_mut().item_spacing.y = space::BETWEEN;
        let mut bench = bench;
        if let Some(bench) = bench.as_deref_mut() {
            bench.refresh(view);
            if view.presents() {
                beats::present_ui(ui, view, bench, actions);
                return;
            }
        }
        let by_key = std::mem::take(&mut self.by_key);
        let whole = ui.max_rect();
        let roomy = whole.width() >= ROOMY_WIDTH;
        let written = lesson::exists(&section.id);
        match bench {
            Some(bench) if self.folded.unwrap_or(!roomy) => {
                let wanted = bench_ui(ui, view, bench, (true, by_key), actions);
                self.bring(ui, wanted);
            }
            Some(bench) if roomy => {
                let mut wanted = None;
                let right = |ui: &mut Ui, actions: &mut Actions| wanted = bench_ui(ui, view, bench, (false, by_key), actions);
                self.beside_ui(ui, view, section, right, actions);
                self.bring(ui, wanted);
            }
            None if roomy && written => self.beside_ui(ui, view, section, |ui, _| bench_coming_ui(ui, view), actions),
            None if written => {
                bench_coming_ui(ui, view);
                self.lesson_ui(ui, view, section, actions);
            }
            _ => self.lesson_ui(ui, view, section, actions),
        }
    }

    /// Brings what was asked for into sight.
    fn bring(&mut self, ui: &Ui, wanted: Option<Wanted>) {
        if let Some(wanted) = wanted {
            self.folded = Some(false);
            self.to_questions = matches!(wanted, Wanted::Questions);
            ui.ctx().request_repaint();
        }
    }

    /// The lesson on the left, and on the right what belongs to it.
    fn beside_ui(
        &mut self,
        ui: &mut Ui,
        view: &View<'_>,
        section: &'static Section,
        draw: impl FnOnce(&mut Ui, &mut Actions),
        actions: &mut Actions,
    ) {
        let whole = ui.max_rect();
        let width = (whole.width() * LESSON_SHARE).clamp(*LESSON_WIDTH.start(), *LESSON_WIDTH.end());
        let left = whole.with_max_x(whole.left() + width);
        let right = whole.with_min_x(left.right() + space::BETWEEN);
        let column = Layout::top_down(Align::Min);
        ui.scope_builder(UiBuilder::new().id_salt("lesson").max_rect(left).layout(column), |ui| {
            self.lesson_ui(ui, view, section, actions);
        });
        ui.scope_builder(UiBuilder::new().id_salt("bench").max_rect(right).layout(column), |ui| draw(ui, actions));
    }

    /// The lesson with its questions, and the ways to the neighbours.
    fn lesson_ui(&mut self, ui: &mut Ui, view: &View<'_>, section: &'static Section, actions: &mut Actions) {
        card(ui, view.theme, None, |ui| {
            ui.set_width(ui.available_width());
            ui.set_height(ui.available_height());
            ui.spacing_mut().item_spacing.y = space::BETWEEN;
            let area = ScrollArea::vertical().id_salt(&section.id).auto_shrink([false, false]);
            reading(ui, area, f32::INFINITY, &view.tr("lesson-read"), |ui| {
                ui.horizontal(|ui| {
                    ui.label(muted(section.id.as_str()));
                    if view.beat.is_some() && text_button(ui, Icon::ChevronLeft, &view.tr("lesson-fold"), true).clicked() {
                        self.folded = Some(true);
                    }
                });
                ui.label(title(view.tr(&format!("section-{}", section.key()))));
                if lesson::exists(&section.id) {
                    lesson::ui(ui, view, &section.id);
                    let sought = std::mem::take(&mut self.to_questions);
                    questions::ui(ui, view, section, sought, actions);
                } else {
                    ui.label(view.tr("section-coming"));
                }
                neighbours_ui(ui, view, section, actions);
            });
        });
    }
}

/// Stands where the bench will be.
fn bench_coming_ui(ui: &mut Ui, view: &View<'_>) {
    card(ui, view.theme, None, |ui| {
        ui.set_width(ui.available_width());
        ui.label(muted(view.tr("section-bench-coming")));
    });
}

/// The question, and under it the bench itself; in a low window both scroll together. What of the page is asked for, if anything is.
fn bench_ui(
    ui: &mut Ui,
    view: &View<'_>,
    bench: &mut dyn Bench,
    (is_folded, by_key): (bool, bool),
    actions: &mut Actions,
) -> Option<Wanted> {
    let id = ui.scope_id().with("card-height");
    let card_height = ui.data(|data| data.get_temp::<f32>(id)).unwrap_or(0.0);
    let left = ui.available_height() - card_height - space::BETWEEN;
    let mut wanted = None;
    let mut draw = |ui: &mut Ui, height: f32| {
        ui.spacing_mut().item_spacing.y = space::BETWEEN;
        let top = ui.cursor().top();
        let lead = |ui: &mut Ui| {
            if is_folded {
                if text_button(ui, Icon::ChevronRight, &view.tr("lesson-show"), true).clicked() {
                    wanted = Some(Wanted::Lesson);
                }
                ui.add_space(space::BETWEEN);
            }
        };
        if beats::ui(ui, view, bench, lead, by_key, actions) {
            wanted = Some(Wanted::Questions);
        }
        let used = ui.cursor().top() - top - space::BETWEEN;
        if (used - card_height).abs() > 0.5 {
            ui.data_mut(|data| data.insert_temp(id, used));
            ui.ctx().request_discard("the height of the question changed");
        }
        ui.allocate_ui_with_layout(vec2(ui.available_width(), height), Layout::top_down(Align::Min), |ui| {
            ui.set_max_height(height);
            bench.ui(ui, view, actions);
        });
    };
    if left >= LEAST_BENCH {
        draw(ui, left);
    } else {
        scrolling(ui, ScrollArea::vertical().id_salt("bench").auto_shrink([false, false]), |ui| draw(ui, LEAST_BENCH));
    }
    wanted
}

/// The ways to the section before and the one after.
fn neighbours_ui(ui: &mut Ui, view: &View<'_>, section: &Section, actions: &mut Actions) {
    let all: Vec<&Section> = Course::packed().sections().collect();
    let Some(here) = all.iter().position(|one| one.id == section.id) else { return };
    let before = here.checked_sub(1).and_then(|n| all.get(n));
    ui.separator();
    for (icon, neighbour) in [(Icon::ChevronLeft, before), (Icon::ChevronRight, all.get(here + 1))] {
        if let Some(neighbour) = neighbour {
            let name = section_name(view.lang, neighbour);
            actions.when(text_button(ui, icon, &name, true).clicked(), Action::OpenSection(neighbour.id.clone()));
        }
    }
}
