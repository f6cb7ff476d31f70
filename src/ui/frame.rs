//! The plain frame around every screen: rail, bar and strip; what is inside belongs to the panel in front.

use egui::{Align, CentralPanel, Color32, Frame, Layout, Margin, Panel as Side, Rect, Ui, UiBuilder, pos2, vec2};

use super::action::{Action, Actions};
use super::clock::{ClockView, clock_ui, history_ui};
use super::theme::{ICON, TARGET, Theme, bold, space};
use super::widgets::{Icon, focus, icon_button, icon_toggle, toggle};
use super::{BeatPosition, Panel, Place, StageView, View, drawer, panel_name, shortcuts, timebar};
use crate::i18n::Lang;

/// The height of the bar.
const BAR_HEIGHT: f32 = 44.0;
/// The least width of the rail; longer names widen it.
const RAIL_WIDTH: f32 = 72.0;
/// Below this width the bar leaves out what the settings also offer.
const ROOMY_WIDTH: f32 = 1080.0;

/// What the frame keeps between frames; all of it is the learner's choice.
#[derive(Clone, Debug, PartialEq)]
pub struct Shell {
    /// The language of all text.
    pub lang: Lang,
    /// The look.
    pub theme: Theme,
    /// The scale of all text.
    pub text_scale: f32,
    /// The number of the panel in front.
    pub in_front: usize,
    /// The present beat of the bench in front.
    pub beat: usize,
    /// Whether the screen is covered.
    pub blank: bool,
}

/// Draws the whole window.
pub fn ui(ui: &mut Ui, panels: &mut [Box<dyn Panel>], shell: &Shell, clock: &ClockView, stage: StageView<'_>, actions: &mut Actions) {
    let presents = shell.theme == Theme::Projector;
    shortcuts::collect(ui.ctx(), presents, actions);
    let beat = panels
        .get(shell.in_front)
        .and_then(|panel| panel.bench())
        .map(|bench| BeatPosition { index: shell.beat, n_beats: bench.beats().len() });
    let view = View { lang: shell.lang, theme: shell.theme, text_scale: shell.text_scale, clock, stage, beat };
    if presents && shell.blank {
        ui.painter().rect_filled(ui.max_rect(), 0.0, Color32::BLACK);
        return;
    }
    // Panels leave a hair of a gap where their sizes are rounded.
    ui.painter().rect_filled(ui.max_rect(), 0.0, view.palette().ground);
    if presents {
        strip_ui(ui, &view, actions);
    } else {
        rail_ui(ui, panels, shell, &view, actions);
        bar_ui(ui, panels, shell, &view, actions);
        if view.beat.is_some() {
            let surface = Frame::new().fill(view.palette().surface).inner_margin(Margin::symmetric(space::BETWEEN as i8, 0));
            Side::top("time").exact_size(timebar::HEIGHT).resizable(false).frame(surface).show(ui, |ui| timebar::ui(ui, &view, actions));
            let surface = surface.inner_margin(Margin::symmetric(space::BETWEEN as i8, space::GRID as i8));
            Side::bottom("drawer").resizable(false).frame(surface).show(ui, |ui| drawer::ui(ui, &view, actions));
        }
    }
    let margin = if presents { space::INSIDE } else { space::BETWEEN };
    let inside = Frame::new().fill(view.palette().ground).inner_margin(Margin::same(margin as i8));
    CentralPanel::default().frame(inside).show(ui, |ui| {
        if let Some(panel) = panels.get_mut(shell.in_front) {
            ui.push_id(panel.id(), |ui| panel.ui(ui, &view, actions));
        }
    });
    focus::ring_ui(ui.ctx(), shell.theme);
}

fn rail_ui(ui: &mut Ui, panels: &[Box<dyn Panel>], shell: &Shell, view: &View<'_>, actions: &mut Actions) {
    let font = egui::TextStyle::Small.resolve(ui.style());
    // Sections are reached through the course, so its item stays lit.
    let in_section = panels.get(shell.in_front).is_some_and(|panel| matches!(panel.place(), Place::Section { .. }));
    let (mut upper, mut lower) = (Vec::new(), Vec::new());
    for (n, panel) in panels.iter().enumerate() {
        let chosen = n == shell.in_front || (in_section && panel.place() == Place::Rail(Icon::Course));
        let item = |icon| (icon, panel.id(), panel_name(shell.lang, panel.id()), chosen);
        match panel.place() {
            Place::Rail(icon) => upper.push(item(icon)),
            Place::RailFoot(icon) => lower.push(item(icon)),
            Place::Section { .. } => {}
        }
    }
    let measure = |text: &str| ui.painter().layout_no_wrap(text.to_owned(), font.clone(), Color32::PLACEHOLDER).size().x;
    let widest = upper.iter().chain(&lower).map(|item| measure(&item.2)).fold(0.0, f32::max);
    let frame = Frame::new().fill(view.palette().surface).inner_margin(Margin::symmetric(space::GRID as i8, space::INSIDE as i8));
    let width = RAIL_WIDTH.max(widest + 2.0 * space::BETWEEN);
    Side::left("rail").exact_size(width).resizable(false).frame(frame).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = space::GRID;
        let mut show = |ui: &mut Ui, items: Vec<(Icon, &'static str, String, bool)>| {
            for (icon, id, name, chosen) in items {
                actions.when(rail_item_ui(ui, icon, &name, chosen).clicked(), Action::Open(id.to_owned()));
            }
        };
        let lower_height = lower.len() as f32 * (rail_item_height(ui) + space::GRID);
        show(ui, upper);
        ui.add_space((ui.available_height() - lower_height).max(0.0));
        show(ui, lower);
    });
}

fn rail_item_height(ui: &Ui) -> f32 {
    space::INSIDE + ICON + space::GRID + ui.text_style_height(&egui::TextStyle::Small) + space::INSIDE
}

/// An icon above its name; the whole of it can be clicked.
fn rail_item_ui(ui: &mut Ui, icon: Icon, name: &str, chosen: bool) -> egui::Response {
    let font = egui::TextStyle::Small.resolve(ui.style());
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), rail_item_height(ui)), egui::Sense::click());
    response.widget_info(|| egui::WidgetInfo::selected(egui::Role::Button, true, chosen, name));
    let look = ui.style().interact_selectable(&response, chosen);
    let color = look.text_color();
    if chosen || response.hovered() || response.has_focus() {
        ui.painter().rect_filled(rect, look.corner_radius, look.weak_bg_fill);
    }
    let icon_centre = pos2(rect.center().x, rect.top() + space::INSIDE + ICON / 2.0);
    icon.paint(ui.painter(), Rect::from_center_size(icon_centre, vec2(ICON, ICON)), color);
    let below = pos2(rect.center().x, rect.bottom() - space::INSIDE);
    ui.painter().text(below, egui::Align2::CENTER_BOTTOM, name, font, color);
    response
}

fn bar_ui(ui: &mut Ui, panels: &[Box<dyn Panel>], shell: &Shell, view: &View<'_>, actions: &mut Actions) {
    let frame = Frame::new().fill(view.palette().surface).inner_margin(Margin::symmetric(space::BETWEEN as i8, 0));
    Side::top("bar").exact_size(BAR_HEIGHT).resizable(false).frame(frame).show(ui, |ui| {
        let roomy = ui.available_width() >= ROOMY_WIDTH;
        let place = panels.get(shell.in_front).map(|panel| whereabouts(panel.as_ref(), shell.lang));
        split_ui(
            ui,
            actions,
            |ui, _| whereabouts_ui(ui, view, &place.unwrap_or_default()),
            |ui, actions| {
                ui.spacing_mut().item_spacing.x = space::GRID;
                // elsewhere there is no time to see
                if view.beat.is_some() {
                    clock_ui(ui, view, actions);
                    ui.add_space(space::BETWEEN);
                    history_ui(ui, view, roomy, actions);
                }
                if roomy {
                    ui.add_space(space::BETWEEN);
                    language_ui(ui, shell.lang, actions);
                    ui.add_space(space::BETWEEN);
                    look_ui(ui, view, actions);
                }
            },
        );
    });
}

/// `left` from the left edge, `right` against the right edge, both drawn from left to right so that Tab runs that way too.
fn split_ui(ui: &mut Ui, actions: &mut Actions, left: impl FnOnce(&mut Ui, &mut Actions), right: impl FnOnce(&mut Ui, &mut Actions)) {
    let whole = ui.max_rect();
    let id = ui.scope_id().with("width-right");
    let known = ui.data(|data| data.get_temp::<f32>(id)).unwrap_or(0.0);
    let border = whole.right() - known;
    let row = Layout::left_to_right(Align::Center);
    let left_rect = whole.with_max_x((border - space::GROUP).max(whole.left()));
    ui.scope_builder(UiBuilder::new().max_rect(left_rect).layout(row), |ui| left(ui, actions));
    let used =
        ui.scope_builder(UiBuilder::new().max_rect(whole.with_min_x(border)).layout(row), |ui| right(ui, actions)).response.rect.width();
    if (used - known).abs() > 0.5 {
        // The width of the right part is only known once it has been drawn, so this pass is thrown away.
        ui.data_mut(|data| data.insert_temp(id, used));
        ui.ctx().request_discard("the width of the bar's right part changed");
    }
}

/// The names from the outermost to the panel itself.
fn whereabouts(panel: &dyn Panel, lang: Lang) -> Vec<String> {
    let name = panel_name(lang, panel.id());
    match panel.place() {
        Place::Rail(_) | Place::RailFoot(_) => vec![name],
        Place::Section { module, number } => vec![crate::i18n::tr(lang, module, &[]), format!("{number} {name}")],
    }
}

/// As many of the names as there is room for, the last ones first.
fn whereabouts_ui(ui: &mut Ui, view: &View<'_>, names: &[String]) {
    let Some((last, outer)) = names.split_last() else { return };
    let outer = outer.iter().fold(String::new(), |path, name| path + name + "  ›  ");
    let font = egui::TextStyle::Body.resolve(ui.style());
    ui.spacing_mut().item_spacing.x = 0.0;
    // The measure is in the regular face, and bold is a little wider.
    let needs = |text: &str| ui.painter().layout_no_wrap(text.to_owned(), font.clone(), Color32::PLACEHOLDER).size().x * 1.06;
    if needs(&outer) + needs(last) <= ui.available_width() {
        ui.label(egui::RichText::new(outer).color(view.palette().muted));
    }
    ui.add(egui::Label::new(bold(last)).truncate());
}

fn language_ui(ui: &mut Ui, now: Lang, actions: &mut Actions) {
    for lang in Lang::ALL {
        actions.when(toggle(ui, lang.own_name(), lang == now).clicked(), Action::Language(lang));
    }
}

fn look_ui(ui: &mut Ui, view: &View<'_>, actions: &mut Actions) {
    let choices = [
        (Theme::Light, Icon::Sun, "theme-light"),
        (Theme::Dark, Icon::Moon, "theme-dark"),
        (Theme::Projector, Icon::Projector, "theme-projector"),
    ];
    for (theme, icon, key) in choices {
        actions.when(icon_toggle(ui, icon, &view.tr(key), theme == view.theme).clicked(), Action::Look(theme));
    }
}

/// The strip at the foot of a presented screen.
fn strip_ui(ui: &mut Ui, view: &View<'_>, actions: &mut Actions) {
    let frame = Frame::new().fill(view.palette().ground).inner_margin(Margin::symmetric(space::INSIDE as i8, 0));
    Side::bottom("strip").exact_size(TARGET + space::INSIDE).resizable(false).frame(frame).show(ui, |ui| {
        split_ui(
            ui,
            actions,
            |ui, actions| {
                // The screen's own title says where one is; the strip only counts the beats.
                if let Some(at) = view.beat {
                    beat_ui(ui, view, at, actions);
                }
            },
            |ui, actions| {
                ui.spacing_mut().item_spacing.x = 0.0;
                clock_ui(ui, view, actions);
                ui.add_space(space::INSIDE);
                history_ui(ui, view, false, actions);
                actions.when(icon_button(ui, Icon::Close, &view.tr("present-end"), true).clicked(), Action::EndPresentation);
            },
        );
    });
}

fn beat_ui(ui: &mut Ui, view: &View<'_>, at: BeatPosition, actions: &mut Actions) {
    ui.spacing_mut().item_spacing.x = space::GRID;
    let back = icon_button(ui, Icon::ChevronLeft, &view.tr("beat-back"), at.index > 0);
    actions.when(back.clicked(), Action::Beat(-1));
    ui.label(view.tr_with("beat-n-of-m", &[("n", (at.index + 1).into()), ("m", at.n_beats.into())]));
    let on = icon_button(ui, Icon::ChevronRight, &view.tr("beat-on"), at.index + 1 < at.n_beats);
    actions.when(on.clicked(), Action::Beat(1));
}
