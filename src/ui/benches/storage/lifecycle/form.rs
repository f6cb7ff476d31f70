//! One rule of the editor as a form: labels in one column, fields in the next. It changes the draft and nothing else.

use egui::{Align, Align2, ComboBox, DragValue, Layout, Response, TextEdit, Ui, vec2};
use skylab_cloud::s3::StorageClass;

use super::draft::{Days, RuleForm};
use crate::{
    i18n::format,
    ui::{
        View,
        theme::{TARGET, muted, space},
        widgets::{Icon, called, icon_button, text_button},
    },
};

/// Most days that the form offers; AWS takes more.
const MAX_DAYS: i64 = 36_500;
/// From here on the form also says how many years that is.
const DAYS_OF_A_YEAR: i64 = 365;
/// Wide enough for five digits.
const DAYS_WIDTH: f32 = 56.0;
/// From this width on name and prefix stand in one row if they fit, and the rows closer together.
const ROOMY_WIDTH: f32 = 440.0;
/// What a field needs besides its text, and its least width.
const FIELD_MARGIN: f32 = 2.0 * space::BETWEEN;
const LEAST_FIELD: f32 = 96.0;
/// High enough for every class without scrolling.
const CLASSES_HEIGHT: f32 = 320.0;

/// Gives a field of a rule a name of its own, since every rule has the same fields.
#[derive(Clone, Copy)]
struct Namer<'a> {
    view: &'a View<'a>,
    /// The rule, counted from 1.
    n: usize,
}

impl Namer<'_> {
    fn field(self, field: Response, key: &str) -> Response {
        called(field, &self.view.tr_with("lifecycle-of-rule", &[("n", self.n.into()), ("what", self.view.tr(key).into())]))
    }

    fn of_transition(self, field: Response, index: usize, key: &str) -> Response {
        let args = [("n", self.n.into()), ("m", (index + 1).into()), ("what", self.view.tr(key).into())];
        called(field, &self.view.tr_with("lifecycle-of-transition", &args))
    }
}

/// Draws the rule with that number, counted from 1. True if it is to be removed.
pub(super) fn ui(ui: &mut Ui, view: &View<'_>, n: usize, rule: &mut RuleForm<'_>) -> bool {
    let say = Namer { view, n };
    let mut remove = false;
    // names of their own, so that a field keeps the keyboard when it moves to another row
    let ids = ["rule-id", "prefix"].map(|field| ui.scope_id().with(field));
    let names = ["lifecycle-prefix", "lifecycle-after"].map(|key| view.tr(key));
    let column = widest(ui, &names);
    let in_one_row = ui.available_width() >= ROOMY_WIDTH;
    ui.spacing_mut().item_spacing.y = if in_one_row { space::GRID } else { space::INSIDE };
    let widths = ui.horizontal(|ui| {
        let mut enabled = rule.is_enabled();
        if say.field(ui.checkbox(&mut enabled, view.tr("lifecycle-enabled")), "lifecycle-enabled").changed() {
            rule.set_enabled(enabled);
        }
        let gap = ui.spacing().item_spacing.x;
        let width = ui.available_width() - TARGET - gap;
        let widths = shares(ui, rule, width - column - 2.0 * gap).filter(|_| in_one_row);
        let mut id = rule.id();
        let edit = field(&mut id, widths.map_or(width, |[name, _]| name)).id(ids[0]);
        if say.field(ui.add(edit.hint_text(view.tr("lifecycle-rule-id"))), "lifecycle-rule-id").changed() {
            rule.set_id(&id);
        }
        if let Some([_, width]) = widths {
            prefix_ui(ui, say, ids[1], (column, width), rule);
        }
        let button = icon_button(ui, Icon::Close, &view.tr("lifecycle-remove-rule"), true);
        remove = say.field(button, "lifecycle-remove-rule").clicked();
        widths
    });
    if widths.inner.is_none() {
        ui.horizontal(|ui| {
            let width = ui.available_width() - column - ui.spacing().item_spacing.x;
            prefix_ui(ui, say, ids[1], (column, width), rule);
        });
    }
    transitions_ui(ui, say, column, rule);
    let names = Days::ALL.map(|which| view.tr(key(which)));
    let column = widest(ui, &names) + ui.spacing().icon_width + ui.spacing().icon_spacing;
    for which in Days::ALL {
        days_ui(ui, say, column, rule, which);
    }
    remove
}

/// How wide name and prefix are in one row; `None` if it has no room for both of them whole.
fn shares(ui: &Ui, rule: &RuleForm<'_>, room: f32) -> Option<[f32; 2]> {
    let texts = [rule.id(), rule.prefix()?];
    let needs = texts.map(|text| (widest(ui, &[text]) + FIELD_MARGIN).max(LEAST_FIELD));
    let spare = room - needs[0] - needs[1];
    (spare >= 0.0).then(|| needs.map(|need| (need + spare / 2.0).floor()))
}

fn field(text: &mut String, width: f32) -> TextEdit<'_> {
    TextEdit::singleline(text).desired_width(width).align(Align2::LEFT_CENTER)
}

fn widest(ui: &Ui, names: &[String]) -> f32 {
    let font = egui::TextStyle::Body.resolve(ui.style());
    let width = |name: &String| ui.painter().layout_no_wrap(name.clone(), font.clone(), egui::Color32::PLACEHOLDER).size().x;
    names.iter().map(width).fold(0.0, f32::max).ceil()
}

/// Something in a column of that width, so that what follows begins at one line.
fn in_column(ui: &mut Ui, width: f32, add: impl FnOnce(&mut Ui) -> Response) -> Response {
    let row = Layout::left_to_right(Align::Center);
    let shown = ui.allocate_ui_with_layout(vec2(width, TARGET), row, |ui| {
        ui.set_min_width(width);
        add(ui)
    });
    shown.inner
}

/// The prefix: its name in a column of that width, its field as wide as the other.
fn prefix_ui(ui: &mut Ui, say: Namer<'_>, id: egui::Id, (column, width): (f32, f32), rule: &mut RuleForm<'_>) {
    let view = say.view;
    in_column(ui, column, |ui| ui.label(view.tr("lifecycle-prefix")));
    match rule.prefix() {
        Some(mut prefix) => {
            let edit = field(&mut prefix, width).id(id).hint_text(view.tr("lifecycle-all-objects"));
            if say.field(ui.add(edit), "lifecycle-prefix").changed() {
                rule.set_prefix(&prefix);
            }
        }
        None => _ = ui.label(muted(view.tr("lifecycle-in-json"))),
    }
}

fn transitions_ui(ui: &mut Ui, say: Namer<'_>, column: f32, rule: &mut RuleForm<'_>) {
    let view = say.view;
    let mut transitions = rule.transitions();
    let before = transitions.clone();
    let mut remove = None;
    for (index, (days, class)) in transitions.iter_mut().enumerate() {
        ui.horizontal(|ui| {
            in_column(ui, column, |ui| ui.label(view.tr("lifecycle-after")));
            say.of_transition(number(ui, days), index, "lifecycle-after");
            ui.label(view.tr("lifecycle-days-to"));
            let width = (ui.available_width() - TARGET - ui.spacing().item_spacing.x).max(TARGET);
            let choices =
                ComboBox::from_id_salt(("class", index)).width(width).height(CLASSES_HEIGHT).truncate().selected_text(class.as_str());
            let choices = choices.show_ui(ui, |ui| {
                for choice in StorageClass::ALL.into_iter().filter(|class| class.is_transition_target()) {
                    ui.selectable_value(class, choice.name().to_owned(), choice.name());
                }
            });
            say.of_transition(choices.response, index, "lifecycle-class");
            let button = icon_button(ui, Icon::Close, &view.tr("lifecycle-remove-transition"), true);
            if say.of_transition(button, index, "lifecycle-remove-transition").clicked() {
                remove = Some(index);
            }
        });
    }
    if let Some(index) = remove {
        transitions.remove(index);
    }
    let adds = ui.horizontal(|ui| {
        ui.add_space(column + ui.spacing().item_spacing.x);
        let button = text_button(ui, Icon::Add, &view.tr("lifecycle-add-transition"), true);
        say.field(button, "lifecycle-add-transition").clicked()
    });
    if adds.inner {
        let after = transitions.last().map_or(30, |(days, _)| days + 90);
        transitions.push((after, StorageClass::DeepArchive.name().to_owned()));
    }
    if transitions != before {
        rule.set_transitions(&transitions);
    }
}

const fn key(which: Days) -> &'static str {
    match which {
        Days::Expire => "lifecycle-expire",
        Days::ExpireNoncurrent => "lifecycle-expire-noncurrent",
        Days::Abort => "lifecycle-abort",
    }
}

const fn usual(which: Days) -> i64 {
    match which {
        Days::Expire => 2_557,
        Days::ExpireNoncurrent => 30,
        Days::Abort => 7,
    }
}

fn days_ui(ui: &mut Ui, say: Namer<'_>, column: f32, rule: &mut RuleForm<'_>, which: Days) {
    let view = say.view;
    ui.horizontal(|ui| {
        let mut days = rule.days(which);
        let mut on = days.is_some();
        let toggled = in_column(ui, column, |ui| ui.checkbox(&mut on, view.tr(key(which))));
        if say.field(toggled, key(which)).changed() {
            days = on.then_some(usual(which));
        }
        if let Some(days) = &mut days {
            say.field(number(ui, days), key(which));
            ui.label(view.tr("lifecycle-days"));
            if *days >= DAYS_OF_A_YEAR {
                let years = format::decimal(*days as f64 / 365.25, 1);
                let years = view.tr_with("lifecycle-about-years", &[("n", years.trim_end_matches(".0").into())]);
                // a help, no more: it gives way where there is no room
                if widest(ui, std::slice::from_ref(&years)) <= ui.available_width() {
                    ui.label(muted(years));
                }
            }
        }
        if days != rule.days(which) {
            rule.set_days(which, days);
        }
    });
}

/// A number of days, always as wide.
fn number(ui: &mut Ui, days: &mut i64) -> Response {
    let drawn = ui.scope(|ui| {
        ui.spacing_mut().interact_size.x = DAYS_WIDTH;
        ui.add(DragValue::new(days).range(0..=MAX_DAYS))
    });
    drawn.inner
}
