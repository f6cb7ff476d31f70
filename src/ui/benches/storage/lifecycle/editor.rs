//! The rule editor: a form, AWS's JSON and the CLI command, three views of one draft. Applying is a request like any other;
//! what is wrong with a rule is said by the API.

use egui::{Align, Layout, ScrollArea, TextEdit, Ui, vec2};
use serde_json::Value;

use super::{
    data::LifecycleData,
    draft::Draft,
    form,
    scenes::BUCKET,
    why::{self, Why},
};
use crate::ui::{
    View,
    action::{Action, Actions},
    theme::{bold, code, heading, muted, space},
    widgets::{Icon, card, scrolling, text_button, toggle},
};

/// From this width on the buttons stand beside the rules, in a column of their own.
const BESIDE_WIDTH: f32 = 560.0;
const FOOT_WIDTH: f32 = 216.0;
/// Room for the buttons and a line below them.
const FOOT_HEIGHT: f32 = 104.0;
/// Room for AWS's answer as well.
const REFUSED_HEIGHT: f32 = 204.0;
/// The rules are never lower than this.
const LEAST_BODY: f32 = 80.0;

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

    /// Draws the whole editor: what puts the rules in force stands beside them, or below them where there is no room for that.
    pub(super) fn ui(&mut self, ui: &mut Ui, view: &View<'_>, data: &LifecycleData, actions: &mut Actions) {
        let height = ui.available_height() - 2.0 * space::BETWEEN;
        card(ui, view.theme, None, |ui| {
            ui.set_width(ui.available_width());
            ui.set_height(height);
            if ui.available_width() < BESIDE_WIDTH {
                self.head_ui(ui, view);
                let foot_height = if self.refusal(view).is_some() { REFUSED_HEIGHT } else { FOOT_HEIGHT };
                let height = ui.available_height() - foot_height;
                self.body_ui(ui, view, height, actions);
                ui.separator();
                self.foot_ui(ui, view, data, actions);
                return;
            }
            ui.horizontal_top(|ui| {
                ui.spacing_mut().item_spacing.x = space::GROUP;
                let column = Layout::top_down(Align::Min);
                let body_width = ui.available_width() - FOOT_WIDTH - space::GROUP;
                ui.allocate_ui_with_layout(vec2(body_width, height), column, |ui| {
                    ui.spacing_mut().item_spacing.x = space::INSIDE;
                    ui.set_width(body_width);
                    self.body_ui(ui, view, height, actions);
                });
                ui.allocate_ui_with_layout(vec2(ui.available_width(), height), column, |ui| {
                    ui.spacing_mut().item_spacing.x = space::INSIDE;
                    self.tabs_ui(ui, view);
                    ui.separator();
                    self.foot_ui(ui, view, data, actions);
                });
            });
        });
    }

    /// The rules in the way chosen; low rules leave room below them.
    fn body_ui(&mut self, ui: &mut Ui, view: &View<'_>, height: f32, actions: &mut Actions) {
        let rules = ScrollArea::vertical().id_salt("rules").max_height(height.max(LEAST_BODY)).auto_shrink([false, true]);
        scrolling(ui, rules, |ui| match self.tab {
            Tab::Form => self.form_ui(ui, view),
            Tab::Json => self.json_ui(ui, view),
            Tab::Cli => self.cli_ui(ui, view, actions),
        });
    }

    fn head_ui(&mut self, ui: &mut Ui, view: &View<'_>) {
        ui.horizontal_wrapped(|ui| {
            ui.label(heading(view.tr("lifecycle-rules")));
            ui.add_space(space::INSIDE);
            self.tabs_ui(ui, view);
        });
    }

    /// The three ways to see the rules.
    fn tabs_ui(&mut self, ui: &mut Ui, view: &View<'_>) {
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing.x = space::GRID;
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
                    && form::ui(ui, view, index + 1, &mut rule)
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
        let in_force = self.is_in_force();
        ui.horizontal_wrapped(|ui| {
            let apply = text_button(ui, Icon::Check, &view.tr("apply"), !in_force && self.text_error.is_none());
            actions.when(apply.clicked(), Action::Act(vec![self.draft.command(BUCKET)]));
            let remove = text_button(ui, Icon::Close, &view.tr("lifecycle-remove-all"), data.has_rules());
            actions.when(remove.clicked(), Action::Act(vec![Draft::empty().command(BUCKET)]));
        });
        match self.refusal(view) {
            Some((code_name, message)) => refusal_ui(ui, view, code_name, message),
            None if in_force => _ = ui.label(muted(view.tr("lifecycle-in-force"))),
            None => _ = ui.label(muted(view.tr("lifecycle-not-in-force"))),
        }
    }

    fn cli_ui(&self, ui: &mut Ui, view: &View<'_>, actions: &mut Actions) {
        let command = self.draft.command(BUCKET);
        ui.horizontal(|ui| {
            let copies = text_button(ui, Icon::Copy, &view.tr("copy"), true).clicked();
            actions.when(copies, Action::Copy(command.clone()));
        });
        ui.add(egui::Label::new(code(command)).wrap().selectable(true));
    }

    /// AWS's code and message if it refused the very rules that are shown; other rules may be right.
    fn refusal<'v>(&self, view: &View<'v>) -> Option<(&'v str, &'v str)> {
        let act = view.stage.last_act.filter(|act| act.line == self.draft.command(BUCKET))?;
        act.refusal.as_ref().map(|(code, message)| (code.as_str(), message.as_str()))
    }
}

/// What happened, AWS's own words, and what would satisfy the rule.
fn refusal_ui(ui: &mut Ui, view: &View<'_>, code_name: &str, message: &str) {
    ScrollArea::vertical().id_salt("refusal").show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = space::GRID;
        ui.horizontal_wrapped(|ui| {
            ui.colored_label(view.palette().failed, bold(view.tr("lifecycle-refusal")));
            ui.label(code(code_name));
        });
        if let Some(why) = why::read(message) {
            ui.label(told(view, &why));
        }
        ui.add(egui::Label::new(muted(message)).wrap().selectable(true));
    });
}

fn told(view: &View<'_>, why: &Why) -> String {
    match why {
        Why::TooEarly { days, class } => {
            view.tr_with("lifecycle-why-too-early", &[("days", days.as_str().into()), ("class", class.as_str().into())])
        }
        Why::TooSoon { class, before } => {
            view.tr_with("lifecycle-why-too-soon", &[("class", class.as_str().into()), ("before", before.as_str().into())])
        }
        Why::ExpiresFirst => view.tr("lifecycle-why-expires-first"),
        Why::NotPositive { member } => view.tr_with("lifecycle-why-not-positive", &[("member", member.as_str().into())]),
        Why::NoAction => view.tr("lifecycle-why-no-action"),
        Why::SameName => view.tr("lifecycle-why-same-name"),
        Why::SameClass => view.tr("lifecycle-why-same-class"),
    }
}
