//! The plain frame around every screen: rail, bar and strip; what is inside belongs to the panel in front.

use egui::{Align, CentralPanel, Color32, Frame, Layout, Margin, Panel as Side, Rect, Ui, UiBuilder, pos2, vec2};

use super::action::{Action, Actions};
use super::bench::Bench;
use super::clock::{clock_ui, history_ui};
use super::drawer::{self, Drawer};
use super::finder::Finder;
use super::lab::{self, Guide, LabView};
use super::panels::Screen;
use super::section::SectionPage;
use super::theme::{ICON, TARGET, Theme, bold, space};
use super::widgets::{Icon, focus, icon_button, icon_toggle, text_button, toggle};
use super::{View, beats, panel_name, present, sandboxes, section_name, shortcuts, timebar, toasts, tour};
use crate::i18n::Lang;
use crate::learn::course::{Course, Section};

/// The height of the bar.
const BAR_HEIGHT: f32 = 44.0;
/// The least width of the rail; longer names widen it.
const RAIL_WIDTH: f32 = 72.0;
/// The height of the strip at the foot of a presented screen.
const STRIP_HEIGHT: f32 = TARGET + space::INSIDE;
/// Below this width the bar leaves out what the settings also offer.
const ROOMY_WIDTH: f32 = 1080.0;

/// How many pages the tour has.
pub const TOUR_PAGES: usize = 4;

/// What the frame keeps between frames; all of it is the learner's choice.
#[derive(Clone, Debug, PartialEq)]
pub struct Shell {
    /// The language of all text.
    pub lang: Lang,
    /// The look.
    pub theme: Theme,
    /// The scale of all text.
    pub text_scale: f32,
    /// Whether movement that only pleases is left out.
    pub still: bool,
    /// What is shown.
    pub front: Front,
    /// Whether the command palette is open.
    pub finds: bool,
    /// The page of the tour that is shown.
    pub tour: Option<usize>,
    /// What an instructor turned on.
    pub stagecraft: Stagecraft,
    /// Whether a lab's guide is a window of its own.
    pub guide_floats: bool,
}

/// What an instructor turns on and off while presenting.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Stagecraft {
    /// Whether the screen is covered.
    pub blank: bool,
    /// Whether only a circle around the pointer is lit.
    pub spotlight: bool,
    /// Whether the notes have a window.
    pub notes: bool,
}

impl Shell {
    /// The course map in a language and a look.
    pub fn new(lang: Lang, theme: Theme) -> Self {
        Self {
            lang,
            theme,
            text_scale: 1.0,
            still: false,
            front: Front::Screen(0),
            finds: false,
            tour: None,
            stagecraft: Stagecraft::default(),
            guide_floats: false,
        }
    }
}

/// What is in front.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Front {
    /// The screen with that number.
    Screen(usize),
    /// A section and the number of the bench beside it, if that one is built.
    Section {
        /// The section.
        section: &'static Section,
        /// Its bench.
        bench: Option<usize>,
    },
}

/// Everything that can be in front, to be drawn.
pub struct Rooms<'a> {
    /// The screens of the rail.
    pub screens: &'a mut [Screen],
    /// All benches.
    pub benches: &'a mut [Box<dyn Bench>],
    /// The page around them.
    pub page: &'a mut SectionPage,
    /// The command palette.
    pub finder: &'a mut Finder,
    /// The foot with the last act and the terminal.
    pub drawer: &'a mut Drawer,
    /// The guide of the lab in front.
    pub guide: &'a mut Guide,
}

/// Draws the whole window.
pub fn ui(ui: &mut Ui, rooms: &mut Rooms<'_>, shell: &Shell, view: &View<'_>, actions: &mut Actions) {
    let presents = view.presents();
    // what a key would open would open behind the tour
    if presents || shell.tour.is_none() {
        shortcuts::collect(ui.ctx(), presents, actions);
    }
    if presents && shell.stagecraft.blank {
        ui.painter().rect_filled(ui.max_rect(), 0.0, Color32::BLACK);
        return;
    }
    // Panels leave a hair of a gap where their sizes are rounded.
    ui.painter().rect_filled(ui.max_rect(), 0.0, view.palette().ground);
    let shows_stage = match shell.front {
        Front::Screen(n) => rooms.screens.get(n).is_some_and(|screen| screen.panel.shows_stage()),
        Front::Section { bench, .. } => bench.is_some(),
    };
    let has_time = shows_stage && view.clock.has_time;
    let (mut rail, mut bar) = (Rect::NOTHING, Rect::NOTHING);
    if !presents {
        rail = rail_ui(ui, rooms.screens, shell, view, actions);
        bar = bar_ui(ui, rooms.screens, shell, view, shows_stage, actions);
        if has_time {
            let surface = Frame::new().fill(view.palette().surface).inner_margin(Margin::symmetric(space::BETWEEN as i8, 0));
            Side::top("time")
                .exact_size(timebar::height(view))
                .resizable(false)
                .frame(surface)
                .show(ui, |ui| timebar::ui(ui, view, actions));
        }
    }
    let lab = view.lab.as_ref().filter(|_| shows_stage && matches!(shell.front, Front::Screen(_)));
    if presents {
        // from top to bottom, so that Tab runs that way too
        let whole = ui.available_rect_before_wrap();
        let border = whole.bottom() - STRIP_HEIGHT;
        let part = |name, rect| UiBuilder::new().id_salt(name).max_rect(rect);
        ui.scope_builder(part("inside", whole.with_max_y(border)), |ui| inside_ui(ui, rooms, shell, view, lab, actions));
        ui.scope_builder(part("strip", whole.with_min_y(border)), |ui| strip_ui(ui, view, shell.stagecraft, has_time, actions));
    } else if has_time {
        drawer::above_ui(ui, view, rooms, actions, |ui, rooms, actions| inside_ui(ui, rooms, shell, view, lab, actions));
    } else {
        inside_ui(ui, rooms, shell, view, lab, actions);
    }
    let screens: Vec<_> = rooms.screens.iter().map(|screen| (screen.panel.id(), screen.icon)).collect();
    rooms.finder.ui(ui, view, shell.finds, &screens, actions);
    if let Some(page) = shell.tour.filter(|_| !presents) {
        tour::ui(ui, view, page, rail, bar, actions);
    }
    if shell.stagecraft.notes {
        let bench = match shell.front {
            Front::Section { bench: Some(n), .. } => rooms.benches.get(n).map(AsRef::as_ref),
            _ => None,
        };
        present::notes_ui(ui, view, bench, actions);
    }
    if presents && shell.stagecraft.spotlight {
        present::spotlight_ui(ui);
    }
    toasts::ui(ui, view, view.toasts, actions);
    focus::ring_ui(ui.ctx(), shell.theme);
}

/// What stands inside the frame: the screen in front, and the guide beside it where a lab is done.
fn inside_ui(ui: &mut Ui, rooms: &mut Rooms<'_>, shell: &Shell, view: &View<'_>, lab: Option<&LabView<'_>>, actions: &mut Actions) {
    let presents = view.presents();
    if let Some(lab) = lab.filter(|_| !presents) {
        rooms.guide.beside_ui(ui, view, lab, actions);
    }
    let margin = if presents { space::INSIDE } else { space::BETWEEN };
    let inside = Frame::new().fill(view.palette().ground).inner_margin(Margin::same(margin as i8));
    CentralPanel::default().frame(inside).show(ui, |ui| match lab.filter(|_| presents) {
        Some(lab) => lab::present_ui(ui, view, lab, actions),
        None => front_ui(ui, rooms, shell, view, actions),
    });
}

fn front_ui(ui: &mut Ui, rooms: &mut Rooms<'_>, shell: &Shell, view: &View<'_>, actions: &mut Actions) {
    match shell.front {
        Front::Screen(n) => {
            if let Some(screen) = rooms.screens.get_mut(n) {
                ui.push_id(screen.panel.id(), |ui| screen.panel.ui(ui, view, actions));
            }
        }
        Front::Section { section, bench } => {
            let bench = bench.and_then(|n| rooms.benches.get_mut(n));
            ui.push_id(&section.bench, |ui| rooms.page.ui(ui, view, section, bench.map(AsMut::as_mut), actions));
        }
    }
}

fn rail_ui(ui: &mut Ui, screens: &[Screen], shell: &Shell, view: &View<'_>, actions: &mut Actions) -> Rect {
    let font = egui::TextStyle::Small.resolve(ui.style());
    let (mut upper, mut lower) = (Vec::new(), Vec::new());
    for (n, screen) in screens.iter().enumerate() {
        // Sections are reached through the course, so its item stays lit.
        let chosen = match shell.front {
            Front::Screen(shown) => shown == n,
            Front::Section { .. } => screen.icon == Icon::Course,
        };
        let item = (screen.icon, screen.panel.id(), panel_name(shell.lang, screen.panel.id()), chosen);
        if screen.at_foot { lower.push(item) } else { upper.push(item) }
    }
    let measure = |text: &str| ui.painter().layout_no_wrap(text.to_owned(), font.clone(), Color32::PLACEHOLDER).size().x;
    let widest = upper.iter().chain(&lower).map(|item| measure(&item.2)).fold(0.0, f32::max);
    let frame = Frame::new().fill(view.palette().surface).inner_margin(Margin::symmetric(space::GRID as i8, space::INSIDE as i8));
    let width = RAIL_WIDTH.max(widest + 2.0 * space::BETWEEN);
    let drawn = Side::left("rail").exact_size(width).resizable(false).frame(frame).show(ui, |ui| {
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
    drawn.response.rect
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

fn bar_ui(ui: &mut Ui, screens: &[Screen], shell: &Shell, view: &View<'_>, shows_stage: bool, actions: &mut Actions) -> Rect {
    let frame = Frame::new().fill(view.palette().surface).inner_margin(Margin::symmetric(space::BETWEEN as i8, 0));
    let drawn = Side::top("bar").exact_size(BAR_HEIGHT).resizable(false).frame(frame).show(ui, |ui| {
        let roomy = ui.available_width() >= ROOMY_WIDTH;
        let place = whereabouts(screens, shell);
        split_ui(
            ui,
            actions,
            |ui, actions| {
                if shows_stage && matches!(shell.front, Front::Screen(_)) {
                    // a lab's title takes its place: the rail tells the screen
                    if view.lab.is_none() {
                        ui.label(bold(place.join("  ")));
                    }
                    sandboxes::ui(ui, view, actions);
                } else {
                    whereabouts_ui(ui, view, &place);
                }
            },
            |ui, actions| {
                ui.spacing_mut().item_spacing.x = space::GRID;
                find_ui(ui, view, roomy && !shows_stage, actions);
                // elsewhere there is no time to see
                if shows_stage && view.clock.has_time {
                    clock_ui(ui, view, actions);
                    ui.add_space(space::BETWEEN);
                }
                if shows_stage {
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
    drawn.response.rect
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

/// The names from the outermost to what is in front itself.
fn whereabouts(screens: &[Screen], shell: &Shell) -> Vec<String> {
    match shell.front {
        Front::Screen(n) => screens.get(n).map(|screen| panel_name(shell.lang, screen.panel.id())).into_iter().collect(),
        Front::Section { section, .. } => {
            let module = Course::packed().module_of(&section.id);
            let module = module.map(|module| crate::i18n::tr(shell.lang, &format!("module-{}", module.id), &[]));
            module.into_iter().chain([section_name(shell.lang, section)]).collect()
        }
    }
}

/// As many of the names as there is room for, the last ones first.
fn whereabouts_ui(ui: &mut Ui, view: &View<'_>, names: &[String]) {
    let Some((last, outer)) = names.split_last() else { return };
    let outer = outer.iter().fold(String::new(), |path, name| path + name + "  ›  ");
    let font = egui::TextStyle::Body.resolve(ui.style());
    ui.spacing_mut().item_spacing.x = 0.0;
    // The measure is in the regular face, and bold is a little wider.
    let needs = |ui: &Ui, text: &str| ui.painter().layout_no_wrap(text.to_owned(), font.clone(), Color32::PLACEHOLDER).size().x * 1.06;
    if needs(ui, &outer) + needs(ui, last) <= ui.available_width() {
        ui.label(egui::RichText::new(outer).color(view.palette().muted));
    }
    // a section's number is a name, too
    let short = last.split_once(' ').filter(|_| needs(ui, last) > ui.available_width()).map_or(last.as_str(), |(number, _)| number);
    ui.add(egui::Label::new(bold(short)).truncate()).on_hover_text(last);
}

/// The way into the command palette.
fn find_ui(ui: &mut Ui, view: &View<'_>, in_words: bool, actions: &mut Actions) {
    let name = shortcuts::with_keys(ui.ctx(), &view.tr("find"), &Action::Find(true));
    let find = if in_words { text_button(ui, Icon::Search, &name, true) } else { icon_button(ui, Icon::Search, &name, true) };
    actions.when(find.clicked(), Action::Find(true));
    ui.add_space(space::INSIDE);
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
fn strip_ui(ui: &mut Ui, view: &View<'_>, on: Stagecraft, has_time: bool, actions: &mut Actions) {
    let frame = Frame::new().fill(view.palette().ground).inner_margin(Margin::symmetric(space::INSIDE as i8, 0));
    Side::bottom("strip").exact_size(STRIP_HEIGHT).resizable(false).frame(frame).show(ui, |ui| {
        split_ui(
            ui,
            actions,
            |ui, actions| {
                // The screen's own title says where one is; the strip only counts the beats.
                if let Some(at) = &view.beat {
                    beats::steps_ui(ui, view, at, actions);
                } else if let Some(lab) = &view.lab {
                    lab::strip_ui(ui, view, lab, actions);
                }
            },
            |ui, actions| {
                ui.spacing_mut().item_spacing.x = 0.0;
                if has_time {
                    clock_ui(ui, view, actions);
                    ui.add_space(space::INSIDE);
                }
                if view.beat.is_some() {
                    history_ui(ui, view, false, actions);
                }
                present::buttons_ui(ui, view, on, actions);
                actions.when(icon_button(ui, Icon::Close, &view.tr("present-end"), true).clicked(), Action::EndPresentation);
            },
        );
    });
}
