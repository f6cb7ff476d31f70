//! The handles: what happens to which key, and one more configuration. Each gives `aws` lines to the sandbox, the same as typed.

use egui::{ComboBox, TextEdit, Ui, Vec2, vec2};

use super::{
    data::{Destination, EventsData},
    lines::{self, BUCKET, New, WAIT},
    routes,
};
use crate::ui::{
    View,
    action::{Action, Actions},
    theme::{heading, muted, space},
    widgets::{Icon, card, text_button, toggle},
};

/// Keys to try, each with the file that is uploaded as it.
const KEYS: [(&str, &str); 6] = [
    ("images/cat.jpg", "cat.jpg"),
    ("images/DOG.JPG", "cat.jpg"),
    ("images/logo.png", "thumb.bin"),
    ("logs/app.log", "report-1.txt"),
    ("tmp/sales.csv", "sales-2026-03.csv"),
    ("plan.pdf", "report.pdf"),
];
/// Events that the form offers; AWS has more, which the terminal takes.
const EVENTS: [&str; 8] = [
    "s3:ObjectCreated:*",
    "s3:ObjectCreated:Put",
    "s3:ObjectCreated:Copy",
    "s3:ObjectCreated:CompleteMultipartUpload",
    "s3:ObjectRemoved:*",
    "s3:LifecycleExpiration:*",
    "s3:LifecycleTransition",
    "s3:ObjectTagging:*",
];
/// High enough for every choice.
const LIST_HEIGHT: f32 = 320.0;
/// The width of a prefix or a suffix, and of a choice.
const FIELD: f32 = 84.0;
const CHOICE: f32 = 168.0;
/// Longest prefix or suffix that the form takes.
const MAX_CHARS: usize = 64;

/// What is being filled in.
pub(super) struct Form {
    key: usize,
    /// The ARN of the destination; the first one without.
    to: Option<String>,
    event: &'static str,
    prefix: String,
    suffix: String,
}

impl Default for Form {
    fn default() -> Self {
        Self { key: 0, to: None, event: EVENTS[0], prefix: String::new(), suffix: String::new() }
    }
}

impl Form {
    /// What happens to a key.
    pub(super) fn acts_ui(&mut self, ui: &mut Ui, view: &View<'_>, actions: &mut Actions) {
        card(ui, view.theme, None, |ui| {
            ui.set_width(ui.available_width());
            ui.spacing_mut().item_spacing.y = space::INSIDE;
            ui.horizontal_wrapped(|ui| {
                ui.spacing_mut().item_spacing = Vec2::splat(space::GRID);
                for (n, (key, _)) in KEYS.iter().enumerate() {
                    if toggle(ui, key, self.key == n).clicked() {
                        self.key = n;
                    }
                }
            });
            ui.horizontal_wrapped(|ui| {
                ui.spacing_mut().item_spacing = Vec2::splat(space::INSIDE);
                let (key, file) = KEYS[self.key];
                for (icon, name, line) in [
                    (Icon::Add, "PUT".to_owned(), format!("aws s3api put-object --bucket {BUCKET} --key {key} --body {file}")),
                    (Icon::Copy, view.tr("s3-events-copy"), copy(key)),
                    (Icon::Table, view.tr("s3-events-parts"), format!("aws s3 cp lesson.mp4 s3://{BUCKET}/{key}")),
                    (Icon::Close, "DELETE".to_owned(), format!("aws s3api delete-object --bucket {BUCKET} --key {key}")),
                    (Icon::StepForward, view.tr("s3-events-day"), "sim advance 1d".to_owned()),
                ] {
                    let clicked = text_button(ui, icon, &name, true).on_hover_text(line.as_str()).clicked();
                    let lines = if line.starts_with("sim") { vec![line] } else { vec![line, WAIT.to_owned()] };
                    actions.when(clicked, Action::Act(lines));
                }
            });
        });
    }

    /// The destination that is chosen, if there is any.
    fn to<'a>(&self, data: &'a EventsData) -> Option<&'a Destination> {
        data.destinations.iter().find(|it| Some(&it.arn) == self.to.as_ref()).or_else(|| data.destinations.first())
    }

    /// One more configuration.
    pub(super) fn add_ui(&mut self, ui: &mut Ui, view: &View<'_>, data: &EventsData, actions: &mut Actions) {
        let Some(to) = self.to(data) else { return };
        card(ui, view.theme, None, |ui| {
            ui.set_width(ui.available_width());
            ui.spacing_mut().item_spacing.y = space::INSIDE;
            ui.label(heading(view.tr("s3-events-add-head")));
            ui.horizontal_wrapped(|ui| {
                ui.spacing_mut().item_spacing = vec2(space::INSIDE, space::GRID);
                self.choices_ui(ui, view, data, to);
            });
            ui.horizontal_wrapped(|ui| {
                ui.spacing_mut().item_spacing = vec2(space::INSIDE, space::GRID);
                for (name, text, hint) in
                    [("s3-events-prefix", &mut self.prefix, "images/"), ("s3-events-suffix", &mut self.suffix, ".jpg")]
                {
                    let label = ui.label(view.tr(name));
                    let edit = TextEdit::singleline(text).desired_width(FIELD).char_limit(MAX_CHARS).hint_text(hint);
                    ui.add(edit).labelled_by(label.id);
                }
                let new = New { event: self.event, prefix: &self.prefix, suffix: &self.suffix };
                let line = lines::put(&lines::with(&data.configuration, to, &new));
                let add = text_button(ui, Icon::Add, &view.tr("s3-events-add"), true).on_hover_text(view.tr("s3-events-add-hint"));
                actions.when(add.clicked(), Action::Act(vec![line, WAIT.to_owned()]));
                routes::let_in_ui(ui, view, to, actions);
            });
            ui.label(muted(view.tr("s3-events-add-note")));
        });
    }

    fn choices_ui(&mut self, ui: &mut Ui, view: &View<'_>, data: &EventsData, to: &Destination) {
        let label = ui.label(view.tr("s3-events-event"));
        let shown = ComboBox::from_id_salt("event").width(CHOICE).height(LIST_HEIGHT).truncate().selected_text(self.event);
        let chosen = shown.show_ui(ui, |ui| {
            for event in EVENTS {
                ui.selectable_value(&mut self.event, event, event);
            }
        });
        chosen.response.labelled_by(label.id);
        let label = ui.label(view.tr("s3-events-to"));
        let shown = ComboBox::from_id_salt("to").width(CHOICE).height(LIST_HEIGHT).truncate().selected_text(to.name.as_str());
        let chosen = shown.show_ui(ui, |ui| {
            for it in &data.destinations {
                let name = format!("{} · {}", it.name, view.tr(routes::kind_key(it.kind)));
                if ui.selectable_label(it.arn == to.arn, name).clicked() {
                    self.to = Some(it.arn.clone());
                }
            }
        });
        chosen.response.labelled_by(label.id);
    }
}

/// A copy beside the original, with the same ending.
fn copy(key: &str) -> String {
    let (folder, name) = key.rsplit_once('/').map_or(("", key), |(folder, name)| (folder, name));
    let slash = if folder.is_empty() { "" } else { "/" };
    format!("aws s3api copy-object --bucket {BUCKET} --key {folder}{slash}copy-{name} --copy-source {BUCKET}/{key}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_copy_lies_under_the_same_prefix_and_ends_alike() {
        assert!(copy("images/cat.jpg").contains("--key images/copy-cat.jpg "));
        assert!(copy("plan.pdf").contains("--key copy-plan.pdf "));
    }
}
