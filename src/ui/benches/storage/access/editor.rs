//! The editor of the bucket's policy: JSON with its flaws told at their line before it is sent, policies to begin with, and what S3
//! says of it. Saving is a request like any other.

use egui::{
    FontSelection, Label, TextEdit, TextStyle, Ui,
    text::{LayoutJob, TextFormat},
};
use skylab_cloud::World;

use super::{
    data::Settings,
    flaw::{self, Flaw},
    scenes::{self, PRESETS},
};
use crate::ui::{
    View,
    action::{Action, Actions},
    theme::{bold, code, mix, muted, space},
    widgets::{Icon, text_button},
};

/// Most bytes that are written here: a little more than S3 takes, so that its refusal can be met.
const MAX_CHARS: usize = 24_000;
/// Lines that the editor shows at least.
const N_ROWS: usize = 8;

/// The text being written, and what is in force.
#[derive(Default)]
pub(super) struct Editor {
    text: String,
    /// The flaw of that text, once it was looked for.
    checked: Option<(String, Option<Flaw>)>,
    in_force: Option<String>,
    /// Something was read already.
    was_read: bool,
}

impl Editor {
    /// Shows the policy in force when it changed by something else than this editor.
    pub(super) fn follow(&mut self, settings: &Settings) {
        if self.was_read && self.in_force == settings.policy {
            return;
        }
        if let Some(policy) = &settings.policy
            && compact(&self.text).as_ref() != Some(policy)
        {
            self.text = pretty(policy);
        }
        self.in_force.clone_from(&settings.policy);
        self.was_read = true;
    }

    /// The flaw of the present text, looked for once.
    fn flaw(&mut self, world: &World) -> Option<Flaw> {
        if self.checked.as_ref().is_none_or(|(text, _)| *text != self.text) {
            let flaw = (!self.text.trim().is_empty()).then(|| flaw::of(world, &self.text)).flatten();
            self.checked = Some((self.text.clone(), flaw));
        }
        self.checked.as_ref().and_then(|(_, flaw)| flaw.clone())
    }

    pub(super) fn ui(&mut self, ui: &mut Ui, view: &View<'_>, settings: &Settings, actions: &mut Actions) {
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = egui::Vec2::splat(space::INSIDE);
            ui.label(muted(view.tr("access-presets")));
            for (name, line) in PRESETS {
                if ui.button(view.tr(name)).on_hover_text(view.tr("access-preset-hint")).clicked() {
                    self.text = pretty(scenes::document(line));
                }
            }
        });
        let flaw = self.flaw(view.stage.sandbox.world());
        self.text_ui(ui, view, flaw.as_ref());
        if let Some(flaw) = &flaw {
            flaw_ui(ui, view, flaw, &self.text);
        }
        self.foot_ui(ui, view, settings, flaw.is_some(), actions);
    }

    fn text_ui(&mut self, ui: &mut Ui, view: &View<'_>, flaw: Option<&Flaw>) {
        let label = ui.label(muted(view.tr("access-policy-label")));
        let palette = view.palette();
        let flawed = flaw.map(|flaw| flaw.line);
        let mut layouter = |ui: &Ui, text: &dyn egui::TextBuffer, width: f32| {
            let font = FontSelection::Style(TextStyle::Monospace).resolve(ui.style());
            let mut job = LayoutJob::default();
            for (n, line) in text.as_str().split_inclusive('\n').enumerate() {
                let mut format = TextFormat::simple(font.clone(), palette.text);
                if flawed == Some(n + 1) {
                    format.background = mix(palette.surface, palette.failed, 0.2);
                }
                job.append(line, 0.0, format);
            }
            job.wrap.max_width = width;
            ui.fonts_mut(|fonts| fonts.layout_job(job))
        };
        let edit = TextEdit::multiline(&mut self.text)
            .code_editor()
            .char_limit(MAX_CHARS)
            .desired_rows(N_ROWS)
            .desired_width(f32::INFINITY)
            .layouter(&mut layouter);
        ui.add(edit).labelled_by(label.id);
    }

    /// What sends the text, and whether it is in force.
    fn foot_ui(&self, ui: &mut Ui, view: &View<'_>, settings: &Settings, is_flawed: bool, actions: &mut Actions) {
        let compact = compact(&self.text);
        let in_force = compact.is_some() && compact == settings.policy;
        // what is no JSON is sent as it stands, so that S3 can refuse it
        let sent = compact.clone().unwrap_or_else(|| self.text.replace('\n', " "));
        let line = scenes::set_policy(&sent).filter(|_| !self.text.trim().is_empty() && !in_force);
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = egui::Vec2::splat(space::INSIDE);
            let hint = view.tr(if is_flawed { "access-save-flawed-hint" } else { "access-save-hint" });
            let save = text_button(ui, Icon::Check, &view.tr("access-save"), line.is_some()).on_hover_text(hint);
            actions.when(save.clicked(), Action::Act(line.into_iter().collect()));
            let remove = text_button(ui, Icon::Close, &view.tr("access-remove"), settings.policy.is_some());
            actions.when(remove.clicked(), Action::Act(vec![scenes::remove_policy()]));
            let state = match (in_force, &settings.policy, settings.policy_is_public) {
                (true, _, true) => "access-in-force-public",
                (true, _, false) => "access-in-force",
                (false, Some(_), _) => "access-other-in-force",
                (false, None, _) => "access-none-in-force",
            };
            ui.label(muted(view.tr(state)));
        });
    }
}

/// The flaw with its line, AWS's words, and what they mean.
fn flaw_ui(ui: &mut Ui, view: &View<'_>, flaw: &Flaw, text: &str) {
    let line = text.lines().nth(flaw.line - 1).unwrap_or_default().trim();
    ui.horizontal_wrapped(|ui| {
        let (rect, _) = ui.allocate_exact_size(egui::Vec2::splat(crate::ui::theme::ICON), egui::Sense::hover());
        Icon::Failed.paint(ui.painter(), rect, view.palette().failed);
        ui.label(bold(view.tr_with("access-flaw-line", &[("line", flaw.line.into())])));
        ui.label(code(line));
    });
    ui.add(Label::new(muted(format!("MalformedPolicy: {}", flaw.message))).wrap());
    if let Some(key) = meaning(&flaw.message) {
        ui.add(Label::new(view.tr(key)).wrap());
    }
}

/// What S3's words ask for.
fn meaning(message: &str) -> Option<&'static str> {
    const MEANINGS: [(&str, &str); 9] = [
        ("invalid Json", "access-flaw-json"),
        ("valid JSON", "access-flaw-json"),
        ("Invalid principal", "access-flaw-principal"),
        ("invalid resource", "access-flaw-resource"),
        ("invalid action", "access-flaw-action"),
        ("does not apply", "access-flaw-applies"),
        ("condition", "access-flaw-condition"),
        ("Missing required field", "access-flaw-missing"),
        ("20480", "access-flaw-size"),
    ];
    MEANINGS.iter().find(|(words, _)| message.contains(words)).map(|(_, key)| *key)
}

fn pretty(text: &str) -> String {
    let value = serde_json::from_str::<serde_json::Value>(text).ok();
    value.and_then(|value| serde_json::to_string_pretty(&value).ok()).unwrap_or_else(|| text.to_owned())
}

/// The text without white space; `None` if it is no JSON.
fn compact(text: &str) -> Option<String> {
    Some(serde_json::from_str::<serde_json::Value>(text).ok()?.to_string())
}
