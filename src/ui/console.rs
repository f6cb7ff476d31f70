//! The terminal on the screen: what was typed and answered, a line to type in, completion and help. Running a line is the sandbox's matter.

use egui::{Button, EventFilter, Id, Key, Label, Modifiers, Role, ScrollArea, TextEdit, Ui, WidgetInfo};
use skylab_cloud::{docs, names};
use skylab_terminal::complete::{Completion, complete};
use skylab_terminal::step::Step;

use super::View;
use super::action::{Action, Actions};
use super::theme::{code, muted, space};
use super::widgets::{Icon, reading, text_button, text_button_width, toggle};

/// Most offers of the completion that are shown.
const MAX_OFFERS: usize = 12;
/// Most letters of one answer that are shown; the rest can be had by asking for less.
const MAX_SHOWN: usize = 20_000;
/// The forms that an answer can take, as the CLI names them.
const OUTPUTS: [&str; 4] = ["json", "table", "text", "yaml"];

/// What is being typed.
#[derive(Default)]
pub struct Console {
    line: String,
    /// How far back in the history one is; 0 is the line being typed.
    back: usize,
    /// The line that was being typed before going back.
    draft: String,
    /// The form asked for; the CLI's own choice is JSON.
    output: usize,
    /// The line was changed from outside, so its cursor belongs at its end.
    to_end: bool,
    /// When it was drawn last, in egui's passes: what was away and is back takes the keyboard.
    drawn: Option<u64>,
}

impl Console {
    /// Draws it in all the room there is.
    pub fn ui(&mut self, ui: &mut Ui, view: &View<'_>, actions: &mut Actions) {
        ui.spacing_mut().item_spacing.y = space::INSIDE;
        self.tools_ui(ui, view, actions);
        let completion = complete(&self.line, self.line.len(), view.stage.sandbox);
        let foot = ui.spacing().interact_size.y * 2.0 + 3.0 * space::INSIDE;
        let height = (ui.available_height() - foot).max(60.0);
        let area = ScrollArea::vertical().id_salt("answers").max_height(height).auto_shrink([false, false]).stick_to_bottom(true);
        reading(ui, area, height, &view.tr("console-read"), |ui| {
            if view.stage.console.is_empty() {
                let (width, color) = (ui.available_width(), view.palette().muted);
                let job = super::lesson::inline(ui, &view.tr("console-empty"), &egui::TextStyle::Small, color, width);
                ui.add(Label::new(job).wrap());
            }
            for (n, step) in view.stage.console.iter().enumerate() {
                ui.push_id(n, |ui| step_ui(ui, view, step));
            }
        });
        self.offers_ui(ui, view, &completion);
        self.line_ui(ui, view, &completion, actions);
    }

    fn tools_ui(&mut self, ui: &mut Ui, view: &View<'_>, actions: &mut Actions) {
        ui.horizontal_wrapped(|ui| {
            ui.label(muted(view.tr("console-output")));
            for (n, output) in OUTPUTS.iter().enumerate() {
                if toggle(ui, output, self.output == n).clicked() {
                    self.output = n;
                }
            }
            ui.add_space(space::BETWEEN);
            let clear = text_button(ui, Icon::Close, &view.tr("console-clear"), !view.stage.console.is_empty());
            actions.when(clear.clicked(), Action::ClearConsole);
        });
    }

    /// What could stand at the cursor, or what the operation does that stands there.
    fn offers_ui(&mut self, ui: &mut Ui, view: &View<'_>, completion: &Completion) {
        let height = ui.spacing().interact_size.y;
        if self.line.is_empty() || completion.offers.is_empty() {
            let words = operation_doc(&self.line).map_or_else(|| view.tr("console-hint"), str::to_owned);
            ui.allocate_ui(egui::vec2(ui.available_width(), height), |ui| ui.add(Label::new(muted(words)).wrap()));
            return;
        }
        ScrollArea::horizontal().id_salt("offers").auto_shrink([false, true]).show(ui, |ui| {
            ui.horizontal(|ui| {
                ui.set_min_height(height);
                let shown = completion.offers.iter().take(MAX_OFFERS);
                for offer in shown {
                    let words = if offer.modelled { code(&offer.text) } else { code(&offer.text).weak() };
                    let button = ui.add(Button::new(words).frame_when_inactive(true));
                    let button = if offer.modelled { button } else { button.on_hover_text(view.tr("console-not-modelled")) };
                    if button.clicked() {
                        self.take_offer(completion.from, &offer.text);
                        ui.memory_mut(|memory| memory.request_focus(field_id()));
                    }
                }
                if completion.offers.len() > MAX_OFFERS {
                    let rest = completion.offers.len() - MAX_OFFERS;
                    ui.label(muted(view.tr_with("console-more", &[("n", rest.into())])));
                }
            });
        });
    }

    fn line_ui(&mut self, ui: &mut Ui, view: &View<'_>, completion: &Completion, actions: &mut Actions) {
        let id = field_id();
        let has_focus = ui.memory(|memory| memory.has_focus(id));
        let offers = !completion.offers.is_empty() && !self.line.is_empty();
        if has_focus {
            self.keys(ui, view, completion, offers);
        }
        ui.horizontal(|ui| {
            ui.label(code("$"));
            let run = view.tr("console-run");
            let room = ui.available_width() - text_button_width(ui, &run) - 2.0 * ui.spacing().item_spacing.x;
            let field = TextEdit::singleline(&mut self.line).id(id).font(egui::TextStyle::Monospace).desired_width(room.max(120.0));
            let field = ui.add(field);
            let pass = ui.ctx().cumulative_pass_nr();
            if self.drawn.is_none_or(|before| pass > before + 1) && !ui.memory(|memory| memory.top_modal_layer().is_some()) {
                field.request_focus();
            }
            self.drawn = Some(pass);
            let name = view.tr("console-line");
            field.widget_info(|| WidgetInfo::labeled(Role::TextInput, true, &name));
            if self.to_end {
                self.to_end = false;
                cursor_to_end(ui, id, &self.line);
            }
            let entered = field.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
            let run = text_button(ui, Icon::Play, &run, !self.line.trim().is_empty());
            if entered || run.clicked() {
                self.send(actions);
                field.request_focus();
            }
        });
    }

    /// Tab takes the offer, up and down go through what was typed before.
    fn keys(&mut self, ui: &Ui, view: &View<'_>, completion: &Completion, offers: bool) {
        // While there is nothing to complete, Tab goes on to the next control as everywhere.
        let filter = EventFilter { tab: offers, vertical_arrows: true, horizontal_arrows: true, ..EventFilter::default() };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(field_id(), filter));
        let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
        if offers && pressed(Key::Tab) {
            let common = common_beginning(completion);
            self.take_offer(completion.from, &common);
        }
        if pressed(Key::ArrowUp) {
            self.recall(view, 1);
        }
        if pressed(Key::ArrowDown) {
            self.recall(view, -1);
        }
    }

    fn take_offer(&mut self, from: usize, offer: &str) {
        self.line.truncate(from);
        self.line.push_str(offer);
        self.to_end = true;
    }

    fn recall(&mut self, view: &View<'_>, by: isize) {
        let typed = history(view);
        if self.back == 0 {
            self.draft.clone_from(&self.line);
        }
        self.back = self.back.saturating_add_signed(by).min(typed.len());
        self.line = match self.back.checked_sub(1) {
            None => self.draft.clone(),
            Some(n) => typed[typed.len() - 1 - n].to_owned(),
        };
        self.to_end = true;
    }

    fn send(&mut self, actions: &mut Actions) {
        let mut line = std::mem::take(&mut self.line).trim().to_owned();
        self.back = 0;
        if line.is_empty() {
            return;
        }
        if self.output > 0 && line.starts_with("aws ") && !line.starts_with("aws s3 ") && !line.contains("--output") {
            line.push_str(" --output ");
            line.push_str(OUTPUTS[self.output]);
        }
        actions.push(Action::Type(line));
    }
}

/// The same field wherever the terminal is drawn; it is drawn once at a time.
fn field_id() -> Id {
    Id::unique("console-line")
}

/// What was typed before, in whichever sandbox and also before the last start, oldest first.
fn history<'a>(view: &View<'a>) -> Vec<&'a str> {
    view.progress.typed.iter().map(String::as_str).collect()
}

/// What all offers begin with, which is at least what is typed already; the whole word if there is one offer.
fn common_beginning(completion: &Completion) -> String {
    let modelled: Vec<&str> = completion.offers.iter().filter(|offer| offer.modelled).map(|offer| offer.text.as_str()).collect();
    let texts = if modelled.is_empty() { completion.offers.iter().map(|offer| offer.text.as_str()).collect() } else { modelled };
    match texts.as_slice() {
        [] => String::new(),
        [one] => format!("{one} "),
        [first, rest @ ..] => {
            let shared = first.char_indices().find(|(at, letter)| !rest.iter().all(|text| text[*at..].starts_with(*letter)));
            first[..shared.map_or(first.len(), |(at, _)| at)].to_owned()
        }
    }
}

/// What the operation named in the line does.
fn operation_doc(line: &str) -> Option<&'static str> {
    let mut words = line.split_whitespace();
    let (Some("aws"), Some(service), Some(operation)) = (words.next(), words.next(), words.next()) else { return None };
    let known = names::known_service(service)?;
    let operation = names::service(known.name)?.operation(operation)?;
    docs::operation(known.name, &operation.name)
}

fn cursor_to_end(ui: &Ui, id: Id, line: &str) {
    if let Some(mut state) = egui::text_edit::TextEditState::load(ui.ctx(), id) {
        let end = egui::text::CCursor::new(line.chars().count());
        state.cursor.set_char_range(Some(egui::text::CCursorRange::one(end)));
        state.store(ui.ctx(), id);
    }
}

fn step_ui(ui: &mut Ui, view: &View<'_>, step: &Step) {
    ui.spacing_mut().item_spacing.y = space::GRID;
    ui.add(Label::new(code(format!("$ {}", step.line)).strong()).wrap().selectable(true));
    let (out, err) = step.text();
    if !out.trim().is_empty() {
        answer_ui(ui, view, out.trim_end());
    }
    if !err.trim().is_empty() {
        ui.horizontal_top(|ui| {
            let (rect, _) = ui.allocate_exact_size(egui::Vec2::splat(super::theme::ICON), egui::Sense::hover());
            Icon::Failed.paint(ui.painter(), rect, view.palette().failed);
            ui.add(Label::new(code(err.trim()).color(view.palette().failed)).wrap().selectable(true));
        });
    }
    ui.add_space(space::GRID);
}

/// An answer as the CLI prints it; tables keep their lines and scroll sideways.
fn answer_ui(ui: &mut Ui, view: &View<'_>, text: &str) {
    let end = text.char_indices().nth(MAX_SHOWN).map_or(text.len(), |(at, _)| at);
    ScrollArea::horizontal().auto_shrink([false, true]).show(ui, |ui| {
        ui.add(Label::new(code(&text[..end])).extend().selectable(true));
    });
    if end < text.len() {
        ui.label(muted(view.tr("console-cut")));
    }
}

#[cfg(test)]
mod tests {
    use skylab_terminal::complete::Offer;

    use super::*;

    fn offers(texts: &[&str]) -> Completion {
        let offers = texts.iter().map(|text| Offer { text: (*text).to_owned(), modelled: true }).collect();
        Completion { from: 0, offers }
    }

    #[test]
    fn tab_takes_what_all_offers_share_and_a_single_one_whole() {
        assert_eq!(common_beginning(&offers(&["put-object", "put-object-tagging"])), "put-object");
        assert_eq!(common_beginning(&offers(&["put-object"])), "put-object ");
        assert_eq!(common_beginning(&offers(&["a", "b"])), "");
        assert_eq!(common_beginning(&offers(&[])), "");
    }

    #[test]
    fn the_operation_in_the_line_says_what_it_does() {
        assert_eq!(operation_doc("aws s3api put-object --bucket x"), Some("Uploads an object."));
        assert_eq!(operation_doc("aws s3api"), None);
        assert_eq!(operation_doc("sim advance 1d"), None);
    }

    #[test]
    fn the_chosen_form_is_written_into_the_line_so_that_it_can_be_learned() {
        let sent = |line: &str, output| {
            let mut actions = Actions::default();
            Console { line: line.to_owned(), output, ..Console::default() }.send(&mut actions);
            actions.take()
        };
        assert_eq!(sent("aws s3api list-buckets", 1), [Action::Type("aws s3api list-buckets --output table".to_owned())]);
        assert_eq!(sent("aws s3 ls", 1), [Action::Type("aws s3 ls".to_owned())]);
        assert_eq!(sent("  ", 0), []);
    }
}
