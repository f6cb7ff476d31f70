//! What a screen reader and a keyboard find on every screen and beat: everything that can be worked has a name of its own, is large
//! enough to be hit, and reaches the keyboard. Read from the accessibility tree; nothing is drawn.

use std::collections::{BTreeMap, BTreeSet};

use egui::accesskit::{Action as Act, Node, NodeId, Role, TreeUpdate};
use egui::{Context, Event, Key, Modifiers, RawInput, Rect, Ui, WidgetInfo, pos2, vec2};
use skylab::app::App;
use skylab::i18n::Lang;
use skylab::learn::course::Course;
use skylab::ui::action::Action;
use skylab::ui::lesson;
use skylab::ui::theme::{TARGET, Theme};

const SIZE: [f32; 2] = [1280.0, 720.0];

/// Something that the keyboard reaches.
#[derive(Debug)]
struct Widget {
    id: NodeId,
    role: Role,
    name: String,
    rect: Rect,
    clicks: bool,
}

#[test]
fn everything_that_can_be_worked_has_a_name_of_its_own() {
    let mut all = BTreeSet::new();
    everywhere(|at, widgets| all.extend(ill_named(widgets).into_iter().map(|fault| format!("{at}: {fault}"))));
    told(&all);
}

#[test]
fn two_of_one_name_one_without_and_one_with_marks_break_the_rule() {
    let ctx = Context::default();
    ctx.enable_accesskit();
    let found = widgets(&ctx, |ui| {
        for name in ["Go", "Go", "Read `it`", ""] {
            ui.allocate_response(vec2(TARGET, TARGET), egui::Sense::click()).widget_info(|| WidgetInfo::labeled(Role::Button, true, name));
        }
        ui.add_enabled(false, egui::Button::new("Go"));
        ui.add(egui::Button::selectable(false, "Stay"));
    });
    assert_eq!(ill_named(&found), ["2 × Button `Go`", "Button is called ``", "Button is called `Read `it``"]);
}

/// What is wrong with the names of what can be worked at one time: none, the marks of the lessons' text in it, or that of another one.
fn ill_named(widgets: &[Widget]) -> Vec<String> {
    let mut seen: BTreeMap<(String, &str), usize> = BTreeMap::new();
    for widget in widgets {
        *seen.entry((format!("{:?}", widget.role), widget.name.as_str())).or_default() += 1;
    }
    let same = seen.iter().filter(|(_, n)| **n > 1).map(|((role, name), n)| format!("{n} × {role} `{name}`"));
    let is_bad = |name: &str| name.trim().is_empty() || name.contains(['`', '*', '[']);
    let bad = seen.keys().filter(|(_, name)| is_bad(name)).map(|(role, name)| format!("{role} is called `{name}`"));
    same.chain(bad).collect()
}

#[test]
fn everything_that_can_be_clicked_is_large_enough_to_be_hit() {
    let mut faults = BTreeSet::new();
    everywhere(|at, widgets| {
        for widget in widgets.iter().filter(|widget| widget.clicks) {
            let least = widget.rect.width().min(widget.rect.height());
            if least < TARGET - 0.5 {
                faults.insert(format!(
                    "{at}: {:?} `{}` is {:.0} × {:.0}",
                    widget.role,
                    widget.name,
                    widget.rect.width(),
                    widget.rect.height()
                ));
            }
        }
    });
    told(&faults);
}

#[test]
fn tab_alone_reaches_everything_that_can_be_worked_and_brings_it_into_sight() {
    let ctx = Context::default();
    ctx.enable_accesskit();
    let mut app = App::new(&ctx, Lang::Ko, Theme::Light);
    let screens: Vec<String> = app.screens().map(str::to_owned).collect();
    let mut faults = BTreeSet::new();
    for screen in screens {
        app.apply(&ctx, Action::Open(screen.clone()));
        ctx.memory_mut(|memory| memory.focused().into_iter().for_each(|id| memory.surrender_focus(id)));
        let wanted = widgets(&ctx, |ui| app.frame(ui));
        let reached: BTreeMap<NodeId, bool> = (0..=wanted.len()).filter_map(|_| tabbed(&ctx, &mut app)).collect();
        let said = |widget: &Widget, what: &str| format!("{screen}: {:?} `{}` {what}", widget.role, widget.name);
        faults.extend(wanted.iter().filter_map(|widget| match reached.get(&widget.id) {
            Some(true) => None,
            Some(false) => Some(said(widget, "stays out of sight")),
            None => Some(said(widget, "is not reached")),
        }));
    }
    told(&faults);
}

/// What has the keyboard after one more press of Tab, and whether it is in sight.
fn tabbed(ctx: &Context, app: &mut App) -> Option<(NodeId, bool)> {
    let key = |pressed| Event::Key { key: Key::Tab, physical_key: None, pressed, repeat: false, modifiers: Modifiers::NONE };
    for events in [vec![key(true), key(false)], Vec::new(), Vec::new(), Vec::new()] {
        // long enough for the way there
        let time = Some(ctx.input(|input| input.time) + 1.0);
        let mut output = ctx.run_ui(RawInput { events, time, ..input() }, |ui| app.frame(ui));
        output.textures_delta.clear();
    }
    let response = ctx.memory(egui::Memory::focused).and_then(|id| ctx.read_response(id))?;
    Some((response.id.accesskit_id(), response.interact_rect.is_positive()))
}

fn told(faults: &BTreeSet<String>) {
    let lines: Vec<&str> = faults.iter().map(String::as_str).collect();
    assert!(faults.is_empty(), "{} faults:\n{}", faults.len(), lines.join("\n"));
}

/// Calls `look` with what can be worked on every screen, and on every beat of every section with its lesson beside the bench.
fn everywhere(mut look: impl FnMut(&str, &[Widget])) {
    for lang in [Lang::Ko, Lang::En] {
        let ctx = Context::default();
        ctx.enable_accesskit();
        let mut app = App::new(&ctx, lang, Theme::Light);
        let screens: Vec<&str> = app.screens().collect();
        for screen in screens {
            app.apply(&ctx, Action::Open(screen.to_owned()));
            for start in 0..app.n_starts(screen) {
                app.apply(&ctx, Action::StartWith(start));
                for beat in 0..app.n_beats(screen).unwrap_or(0).max(1) {
                    app.apply(&ctx, Action::Beat(i32::from(beat > 0)));
                    look(&format!("{screen} start {start} beat {} {}", beat + 1, lang.code()), &widgets(&ctx, |ui| app.frame(ui)));
                }
            }
        }
        for section in Course::packed().sections().filter(|section| lesson::exists(&section.id)) {
            app.apply(&ctx, Action::OpenSection(section.id.clone()));
            look(&format!("section {} {}", section.id, lang.code()), &widgets(&ctx, |ui| app.frame(ui)));
        }
        app.apply(&ctx, Action::Find(true));
        look(&format!("palette {}", lang.code()), &widgets(&ctx, |ui| app.frame(ui)));
    }
}

fn input() -> RawInput {
    RawInput { screen_rect: Some(Rect::from_min_size(pos2(0.0, 0.0), vec2(SIZE[0], SIZE[1]))), ..RawInput::default() }
}

/// What the keyboard reaches in the last of a few passes.
fn widgets(ctx: &Context, mut draw: impl FnMut(&mut Ui)) -> Vec<Widget> {
    let mut update = None;
    for _ in 0..4 {
        let mut output = ctx.run_ui(input(), &mut draw);
        output.textures_delta.clear();
        update = output.platform_output.accesskit_update.or(update);
    }
    let mut widgets = update.map_or_else(Vec::new, |update| read(&update));
    // what lies behind a dialog cannot be worked until it is closed
    let behind = |ctx: &Context, id| {
        let layer = ctx.viewport(|viewport| {
            let layers = viewport.prev_pass.widgets.layers();
            layers.filter(|(_, rects)| rects.iter().any(|rect| rect.id.accesskit_id() == id)).map(|(layer, _)| *layer).next()
        });
        layer.is_some_and(|layer| !ctx.memory(|memory| memory.is_above_modal_layer(layer)))
    };
    widgets.retain(|widget| !behind(ctx, widget.id));
    widgets
}

fn read(update: &TreeUpdate) -> Vec<Widget> {
    let nodes: BTreeMap<NodeId, &Node> = update.nodes.iter().map(|(id, node)| (*id, node)).collect();
    let words = |node: &Node| node.label().or(node.value()).unwrap_or_default().to_owned();
    let reached = update.nodes.iter().filter(|(_, node)| node.supports_action(Act::Focus) && !node.is_disabled());
    let widget = |(id, node): &(NodeId, Node)| {
        let named_by = || node.labelled_by().iter().filter_map(|id| nodes.get(id)).map(|node| words(node)).collect::<Vec<_>>().join(" ");
        let bounds = node.bounds().unwrap_or_default();
        Widget {
            id: *id,
            role: node.role(),
            name: node.label().map_or_else(named_by, str::to_owned),
            rect: Rect::from_min_max(pos2(bounds.x0 as f32, bounds.y0 as f32), pos2(bounds.x1 as f32, bounds.y1 as f32)),
            clicks: node.supports_action(Act::Click),
        }
    };
    reached.map(widget).collect()
}
