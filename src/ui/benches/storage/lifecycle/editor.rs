//! The rule editor: a form, AWS's JSON and the CLI command, three views of one draft. Applying is a request like any other;
//! what is wrong with a rule is said by the API.

use egui::{ComboBox, DragValue, ScrollArea, TextEdit, Ui};
use serde_json::Value;
use skylab_cloud::s3::StorageClass;

use super::{
    BUCKET,
    data::LifecycleData,
    draft::{Days, Draft, RuleForm},
};
use crate::ui::{
    View,
    action::{Action, Actions},
    theme::{bold, code, heading, muted, space},
    widgets::{Icon, card, icon_button, text_button, toggle},
};

/// Most days that the form offers; AWS takes more.
const MAX_DAYS: i64 = 36_500;

/// Room for the buttons and AWS's answer.
const FOOT_HEIGHT: f32 = 112.0;

/// Which of the three views is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Tab {
    Form,
    Json,
    Cli,
}

/// The draft, how it is shown, and what was last in force.
pub(super) struct Editor {
    draft: Draft,
    tab: Tab,
    /// The JSON text while it is being typed, and why it cannot be read.
    text: String,
    text_error: Option<String>,
    in_force: Option<Value>,
}

impl Editor {
    pub(super) fn new(draft: Draft) -> Self {
        Self { text: draft.text(), draft, tab: Tab::Form, text_error: None, in_force: None }
    }

    /// Shows the rules in force when they changed by something else than this editor.
    pub(super) fn follow(&mut self, in_force: &Value) {
        let changed = self.in_force.as_ref().is_some_and(|before| before != in_force);
        if changed
            && in_force["Rules"].as_array().is_some_and(|rules| !rules.is_empty())
            && let Some(draft) = Draft::of(in_force)
        {
            self.draft = draft;
            self.text = self.draft.text();
        }
        self.in_force = Some(in_force.clone());
    }

    fn is_in_force(&self) -> bool {
        self.in_force.as_ref() == Some(&self.draft.document())
    }

    /// Draws the whole editor.
    pub(super) fn ui(&mut self, ui: &mut Ui, view: &View<'_>, data: &LifecycleData, actions: &mut Actions) {
        let height = ui.available_height() - 2.0 * space::BETWEEN;
        card(ui, view.theme, None, |ui| {
            ui.set_width(ui.available_width());
            ui.set_height(height);
            self.head_ui(ui, view);
            // on a projector the beat has applied the rules; what is left is to show them
            let foot_height = if view.presents() { 0.0 } else { FOOT_HEIGHT };
            let body_height = (ui.available_height() - foot_height).max(80.0);
            ScrollArea::vertical()
                .id_salt("rules")
                .max_height(body_height)
                .min_scrolled_height(body_height)
                .auto_shrink([false, false])
                .show(ui, |ui| match self.tab {
                    Tab::Form => self.form_ui(ui, view),
                    Tab::Json => self.json_ui(ui, view),
                    Tab::Cli => _ = ui.label(code(self.draft.command(BUCKET))),
                });
            if !view.presents() {
                self.foot_ui(ui, view, data, actions);
            }
        });
    }

    fn head_ui(&mut self, ui: &mut Ui, view: &View<'_>) {
        ui.horizontal_wrapped(|ui| {
            ui.label(heading(view.tr("lifecycle-rules")));
            ui.add_space(space::INSIDE);
            for (tab, name) in [(Tab::Form, view.tr("lifecycle-form").as_str()), (Tab::Json, "JSON"), (Tab::Cli, "CLI")] {
                if toggle(ui, name, self.tab == tab).clicked() {
                    self.tab = tab;
                    self.text = self.draft.text();
                    self.text_error = None;
                }
            }
        });
    }

    fn form_ui(&mut self, ui: &mut Ui, view: &View<'_>) {
        let mut remove = None;
        for index in 0..self.draft.n_rules() {
            ui.push_id(index, |ui| {
                if let Some(mut rule) = self.draft.rule(index)
                    && rule_ui(ui, view, &mut rule)
                {
                    remove = Some(index);
                }
            });
            ui.separator();
        }
        if let Some(index) = remove {
            self.draft.remove_rule(index);
        }
        ui.horizontal(|ui| {
            if text_button(ui, Icon::Add, &view.tr("lifecycle-add-rule"), true).clicked() {
                self.draft.add_rule();
            }
        });
    }

    fn json_ui(&mut self, ui: &mut Ui, view: &View<'_>) {
        let label = ui.label(muted(view.tr("lifecycle-json-label")));
        let edit = TextEdit::multiline(&mut self.text).code_editor().desired_width(f32::INFINITY);
        if ui.add(edit).labelled_by(label.id).changed() {
            match Draft::read(&self.text) {
                Ok(Some(draft)) => (self.draft, self.text_error) = (draft, None),
                Ok(None) => self.text_error = Some(view.tr("lifecycle-json-no-rules")),
                Err(error) => self.text_error = Some(error),
            }
        }
        if let Some(error) = &self.text_error {
            ui.colored_label(view.palette().failed, error);
        }
    }

    /// Whether the draft is in force, the button that makes it so, and AWS's answer.
    fn foot_ui(&mut self, ui: &mut Ui, view: &View<'_>, data: &LifecycleData, actions: &mut Actions) {
        ui.separator();
        let in_force = self.is_in_force();
        ui.horizontal(|ui| {
            let apply = text_button(ui, Icon::Check, &view.tr("apply"), !in_force && self.text_error.is_none());
            actions.when(apply.clicked(), Action::Act(vec![self.draft.command(BUCKET)]));
            let there = data.rules["Rules"].as_array().is_some_and(|rules| !rules.is_empty());
            let remove = text_button(ui, Icon::Close, &view.tr("lifecycle-remove-all"), there);
            actions.when(remove.clicked(), Action::Act(vec![Draft::empty().command(BUCKET)]));
        });
        let refusal = view.stage.last_act.and_then(|act| act.refusal.as_ref());
        match refusal {
            Some((code_name, message)) => {
                ScrollArea::vertical().id_salt("refusal").show(ui, |ui| {
                    ui.horizontal_wrapped(|ui| {
                        ui.colored_label(view.palette().failed, bold(view.tr("lifecycle-refusal")));
                        ui.label(code(code_name));
                    });
                    ui.label(message);
                });
            }
            None if in_force => _ = ui.label(muted(view.tr("lifecycle-in-force"))),
            None => _ = ui.label(muted(view.tr("lifecycle-not-in-force"))),
        }
    }
}

/// One rule of the form. True if it is to be removed.
fn rule_ui(ui: &mut Ui, view: &View<'_>, rule: &mut RuleForm<'_>) -> bool {
    let mut remove = false;
    ui.spacing_mut().item_spacing.y = space::INSIDE;
    ui.horizontal(|ui| {
        let mut enabled = rule.is_enabled();
        if ui.checkbox(&mut enabled, view.tr("lifecycle-enabled")).changed() {
            rule.set_enabled(enabled);
        }
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            remove = icon_button(ui, Icon::Close, &view.tr("lifecycle-remove-rule"), true).clicked();
            let mut id = rule.id();
            let name = ui.add(TextEdit::singleline(&mut id).desired_width(ui.available_width()).hint_text(view.tr("lifecycle-rule-id")));
            if name.changed() {
                rule.set_id(&id);
            }
        });
    });
    prefix_ui(ui, view, rule);
    transitions_ui(ui, view, rule);
    for which in Days::ALL {
        days_ui(ui, view, rule, which);
    }
    remove
}

fn prefix_ui(ui: &mut Ui, view: &View<'_>, rule: &mut RuleForm<'_>) {
    ui.horizontal(|ui| {
        let label = ui.label(view.tr("lifecycle-prefix"));
        match rule.prefix() {
            Some(mut prefix) => {
                let edit =
                    TextEdit::singleline(&mut prefix).desired_width(ui.available_width()).hint_text(view.tr("lifecycle-all-objects"));
                if ui.add(edit).labelled_by(label.id).changed() {
                    rule.set_prefix(&prefix);
                }
            }
            None => _ = ui.label(muted(view.tr("lifecycle-in-json"))),
        }
    });
}

fn transitions_ui(ui: &mut Ui, view: &View<'_>, rule: &mut RuleForm<'_>) {
    let mut transitions = rule.transitions();
    let before = transitions.clone();
    let mut remove = None;
    for (index, (days, class)) in transitions.iter_mut().enumerate() {
        ui.horizontal(|ui| {
            let label = ui.label(view.tr("lifecycle-after"));
            ui.add(DragValue::new(days).range(0..=MAX_DAYS)).labelled_by(label.id);
            let to = ui.label(view.tr("lifecycle-days-to"));
            let choices = ComboBox::from_id_salt(("class", index)).selected_text(class.as_str()).show_ui(ui, |ui| {
                for choice in StorageClass::ALL.into_iter().filter(|class| class.is_transition_target()) {
                    ui.selectable_value(class, choice.name().to_owned(), choice.name());
                }
            });
            choices.response.labelled_by(to.id);
            if icon_button(ui, Icon::Close, &view.tr("lifecycle-remove-transition"), true).clicked() {
                remove = Some(index);
            }
        });
    }
    if let Some(index) = remove {
        transitions.remove(index);
    }
    let adds = ui.horizontal(|ui| text_button(ui, Icon::Add, &view.tr("lifecycle-add-transition"), true).clicked()).inner;
    if adds {
        let after = transitions.last().map_or(30, |(days, _)| days + 90);
        transitions.push((after, StorageClass::DeepArchive.name().to_owned()));
    }
    if transitions != before {
        rule.set_transitions(&transitions);
    }
}

fn days_ui(ui: &mut Ui, view: &View<'_>, rule: &mut RuleForm<'_>, which: Days) {
    let (key, usual) = match which {
        Days::Expire => ("lifecycle-expire", 2_557),
        Days::ExpireNoncurrent => ("lifecycle-expire-noncurrent", 30),
        Days::Abort => ("lifecycle-abort", 7),
    };
    ui.horizontal(|ui| {
        let mut days = rule.days(which);
        let mut on = days.is_some();
        let toggled = ui.checkbox(&mut on, view.tr(key));
        if toggled.changed() {
            days = on.then_some(usual);
        }
        if let Some(days) = &mut days {
            ui.add(DragValue::new(days).range(0..=MAX_DAYS)).labelled_by(toggled.id);
            ui.label(view.tr("lifecycle-days"));
        }
        if days != rule.days(which) {
            rule.set_days(which, days);
        }
    });
}
