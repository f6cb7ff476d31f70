//! The check questions under a lesson: choose, see why, choose again. What is right is the course's, the words are in `locales`.

use egui::{Align, Button, Label, Role, TextStyle, Ui, Vec2, WidgetInfo, vec2};

use super::View;
use super::action::{Action, Actions};
use super::lesson;
use super::theme::{ICON, TARGET, heading, space};
use super::widgets::Icon;
use crate::learn::course::{Question, Section};

/// How many questions of a section are answered rightly.
pub(super) fn n_right(view: &View<'_>, section: &Section) -> usize {
    let answers = view.progress.sections.get(&section.id).map(|it| &it.answers);
    answers.map_or(0, |answers| answers.values().filter(|answer| answer.right).count())
}

/// Draws all questions of a section. When they are `sought`, they come into sight, and the keyboard to the first that is open.
pub(super) fn ui(ui: &mut Ui, view: &View<'_>, section: &Section, sought: bool, actions: &mut Actions) {
    if section.questions.is_empty() {
        return;
    }
    let right = |n: u8| view.progress.sections.get(&section.id).and_then(|it| it.answers.get(&n)).is_some_and(|answer| answer.right);
    let mut seeks = sought;
    ui.separator();
    let counts = [("n", n_right(view, section).into()), ("m", section.questions.len().into())];
    let head = ui.label(heading(view.tr_with("questions-head", &counts)));
    if sought {
        head.scroll_to_me(Some(Align::TOP));
    }
    for (n, question) in (1..).zip(&section.questions) {
        let takes_keys = seeks && !right(n);
        seeks &= !takes_keys;
        ui.push_id(("question", n), |ui| question_ui(ui, view, section, n, *question, takes_keys, actions));
    }
}

fn question_ui(ui: &mut Ui, view: &View<'_>, section: &Section, n: u8, question: Question, takes_keys: bool, actions: &mut Actions) {
    let key = format!("q-{}-{n}", section.key());
    let answer = view.progress.sections.get(&section.id).and_then(|it| it.answers.get(&n));
    let chosen = answer.and_then(|answer| answer.option.chars().next());
    ui.spacing_mut().item_spacing.y = space::GRID;
    let color = view.palette().text;
    ui.add(Label::new(lesson::inline(ui, &view.tr(&key), &TextStyle::Body, color, ui.available_width())).wrap());
    for option in question.options() {
        let text = view.tr(&format!("{key}-{option}"));
        let button = option_ui(ui, view, n, &text, chosen == Some(option), option == question.right);
        if takes_keys && Some(option) == question.options().next() {
            button.request_focus();
        }
        let told = ui.scope_id().with("told");
        if button.clicked() {
            ui.data_mut(|data| data.insert_temp(told, option));
            actions.push(Action::Answer { question: n, option });
        }
        // once the question is settled, every option tells its why
        let settled = chosen == Some(question.right);
        if chosen == Some(option) || settled {
            ui.indent(option, |ui| {
                let why = view.tr(&format!("{key}-{option}-why"));
                let job = lesson::inline(ui, &why, &TextStyle::Small, view.palette().muted, ui.available_width());
                let why = ui.add(Label::new(job).wrap());
                // what was asked for comes into sight, also when the keyboard is at the foot
                if ui.data(|data| data.get_temp::<char>(told)) == Some(option) {
                    ui.data_mut(|data| data.remove::<char>(told));
                    why.scroll_to_me(None);
                }
            });
        }
    }
    ui.add_space(space::INSIDE);
}

/// One option: a ring, a disc or a cross before its words, the whole line to be clicked.
fn option_ui(ui: &mut Ui, view: &View<'_>, n: u8, text: &str, chosen: bool, right: bool) -> egui::Response {
    // read aloud without the marks of code
    let plain = text.replace('`', "");
    let (icon, color, said) = match (chosen, right) {
        (false, _) => (Icon::Unknown, view.palette().muted, plain.clone()),
        (true, true) => (Icon::Ok, view.palette().ok, view.tr_with("question-right", &[("option", plain.as_str().into())])),
        (true, false) => (Icon::Failed, view.palette().failed, view.tr_with("question-wrong", &[("option", plain.as_str().into())])),
    };
    // two questions may offer the same
    let said = view.tr_with("question-option", &[("n", n.into()), ("option", said.into())]);
    let wrap = ui.available_width() - ICON - 3.0 * space::INSIDE;
    let job = lesson::inline(ui, text, &TextStyle::Body, view.palette().text, wrap);
    let galley = ui.painter().layout_job(job);
    let height = (galley.size().y + space::INSIDE).max(TARGET);
    let button = Button::new("").min_size(vec2(ui.available_width(), height)).selected(chosen).frame_when_inactive(chosen);
    let response = ui.add(button);
    response.widget_info(|| WidgetInfo::selected(Role::RadioButton, true, chosen, &said));
    let left = response.rect.left_center() + vec2(space::INSIDE, 0.0);
    let sign = egui::Rect::from_center_size(left + vec2(ICON / 2.0, 0.0), Vec2::splat(ICON));
    icon.paint(ui.painter(), sign, color);
    let at = egui::pos2(sign.right() + space::INSIDE, response.rect.center().y - galley.size().y / 2.0);
    ui.painter().galley(at, galley, view.palette().text);
    response
}
