//! The command palette: every section, screen, action and resource by a few letters of its name, in either language. Doing it is the app's.

use egui::{Button, Id, Key, Modal, Modifiers, Role, ScrollArea, TextEdit, Ui, WidgetInfo, vec2};

use super::action::{Action, Actions, ClockAct};
use super::theme::{TARGET, Theme, muted, space};
use super::widgets::Icon;
use super::{View, lesson, section_name};
use crate::i18n::{Lang, tr};
use crate::learn::course::Course;
use crate::learn::lab::Mode;

/// The width of the palette, and the height of its list.
const WIDTH: f32 = 560.0;
const HEIGHT: f32 = 320.0;
/// Most finds that are shown.
const MAX_FOUND: usize = 40;

/// What is being looked for.
#[derive(Default)]
pub struct Finder {
    query: String,
    chosen: usize,
    was_open: bool,
}

/// Something that can be found.
struct Find {
    icon: Icon,
    /// In the learner's language.
    name: String,
    /// What is searched, in every language.
    words: String,
    actions: Vec<Action>,
}

impl Finder {
    /// Draws it while it is open.
    pub(super) fn ui(&mut self, ui: &Ui, view: &View<'_>, open: bool, screens: &[(&'static str, Icon)], actions: &mut Actions) {
        if !open {
            *self = Self::default();
            return;
        }
        let first = !std::mem::replace(&mut self.was_open, true);
        let all = everything(view, screens);
        let modal = Modal::new(Id::unique("finder")).show(ui.ctx(), |ui| {
            ui.set_width(WIDTH.min(ui.ctx().content_rect().width() - 2.0 * space::GROUP));
            self.list_ui(ui, view, &all, first, actions);
        });
        if modal.should_close() {
            actions.push(Action::Find(false));
        }
    }

    fn list_ui(&mut self, ui: &mut Ui, view: &View<'_>, all: &[Find], first: bool, actions: &mut Actions) {
        let by = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
        let (down, up, enter) = (by(Key::ArrowDown), by(Key::ArrowUp), by(Key::Enter));
        let before = self.query.clone();
        let field = ui.add(TextEdit::singleline(&mut self.query).desired_width(f32::INFINITY).hint_text(view.tr("find-hint")));
        field.widget_info(|| WidgetInfo::labeled(Role::TextInput, true, view.tr("find")));
        if first {
            field.request_focus();
        }
        if self.query != before {
            self.chosen = 0;
        }
        // Letters and Enter may come in one frame, so what is found is asked after the letters are in.
        let found = found(all, &self.query);
        if down {
            self.chosen += 1;
        }
        if up {
            self.chosen = self.chosen.saturating_sub(1);
        }
        self.chosen = self.chosen.min(found.len().saturating_sub(1));
        ui.add_space(space::GRID);
        if found.is_empty() {
            ui.label(muted(view.tr("find-nothing")));
        }
        let mut go = enter.then_some(self.chosen);
        ScrollArea::vertical().max_height(HEIGHT).auto_shrink([false, true]).show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            for (n, find) in found.iter().enumerate() {
                let button = Button::new((find.icon.atom(), find.name.as_str())).selected(n == self.chosen).truncate();
                let row = ui.add(button.frame_when_inactive(n == self.chosen).min_size(vec2(ui.available_width(), TARGET)));
                row.widget_info(|| WidgetInfo::selected(Role::ListBoxOption, true, n == self.chosen, &find.name));
                if n == self.chosen && (down || up) {
                    row.scroll_to_me(None);
                }
                if row.clicked() {
                    go = Some(n);
                }
            }
        });
        if let Some(find) = go.and_then(|n| found.get(n)) {
            actions.push(Action::Find(false));
            find.actions.iter().for_each(|action| actions.push(action.clone()));
        }
    }
}

/// Everything there is, the way to it, and what it is called.
fn everything(view: &View<'_>, screens: &[(&'static str, Icon)]) -> Vec<Find> {
    let named = |icon, key: &str, actions: Vec<Action>| Find { icon, name: view.tr(key), words: in_every_language(key), actions };
    let mut all: Vec<Find> = Vec::new();
    for section in Course::packed().sections().filter(|section| lesson::exists(&section.id)) {
        let words = format!("{} {} {}", section.id, section.bench, in_every_language(&format!("section-{}", section.key())));
        let actions = vec![Action::OpenSection(section.id.clone())];
        all.push(Find { icon: Icon::Course, name: section_name(view.lang, section), words, actions });
    }
    all.extend(screens.iter().map(|(id, icon)| named(*icon, &format!("panel-{id}"), vec![Action::Open((*id).to_owned())])));
    for shelved in view.labs.shelf().iter().filter(|shelved| shelved.lab.is_ok()) {
        let begin = Action::BeginLab { id: shelved.id.clone(), mode: Mode::Walkthrough, anew: false };
        let name = view.tr_with("find-lab", &[("name", view.labs.title(&shelved.id).into())]);
        let words = format!("{} {} {}", shelved.id, name, in_every_language("panel-labs")).to_lowercase();
        all.push(Find { icon: Icon::Labs, name, words, actions: vec![begin] });
    }
    for bucket in view.stage.sandbox.world().s3.buckets() {
        let name = view.tr_with("find-bucket", &[("name", bucket.name().into())]);
        let lines = vec![Action::Open("terminal".to_owned()), Action::Type(format!("aws s3 ls s3://{}", bucket.name()))];
        all.push(Find { icon: Icon::Labs, words: name.to_lowercase(), name, actions: lines });
    }
    let one = |action| vec![action];
    all.extend([
        named(Icon::Play, "clock-play", one(Action::Clock(ClockAct::PlayPause))),
        named(Icon::StepForward, "clock-step", one(Action::Clock(ClockAct::Step))),
        named(Icon::ToStart, "clock-to-start", one(Action::Clock(ClockAct::ToStart))),
        named(Icon::Undo, "undo", one(Action::Undo)),
        named(Icon::Redo, "redo", one(Action::Redo)),
        named(Icon::Reset, "reset", one(Action::Reset)),
        named(Icon::ChevronRight, "beat-on", one(Action::Beat(1))),
        named(Icon::ChevronLeft, "beat-back", one(Action::Beat(-1))),
        named(Icon::Sun, "theme-light", one(Action::Look(Theme::Light))),
        named(Icon::Moon, "theme-dark", one(Action::Look(Theme::Dark))),
        named(Icon::Half, "theme-contrast", one(Action::Look(Theme::Contrast))),
        named(Icon::Projector, "theme-projector", one(Action::Present)),
        named(Icon::About, "tour-again", one(Action::Tour(0))),
        named(Icon::Copy, "settings-export", one(Action::Export(None))),
        named(Icon::Add, "settings-import", one(Action::Import(None))),
    ]);
    for lang in Lang::ALL {
        let words = format!("{} language 언어", lang.own_name().to_lowercase());
        all.push(Find { icon: Icon::Settings, name: lang.own_name().to_owned(), words, actions: one(Action::Language(lang)) });
    }
    all
}

fn in_every_language(key: &str) -> String {
    Lang::ALL.map(|lang| tr(lang, key, &[])).join(" ").to_lowercase()
}

/// Those with every word of the query: first the one that is called just that, then those that begin with it; a syllable still being typed counts
/// as far as it goes.
fn found(all: &[Find], query: &str) -> Vec<Find> {
    let words: Vec<String> = query.split_whitespace().map(str::to_lowercase).map(|word| settled(&word)).collect();
    let fits = |find: &&Find| words.iter().all(|word| contains(&find.words, word));
    let mut finds: Vec<&Find> = all.iter().filter(fits).collect();
    let query = query.trim().to_lowercase();
    finds.sort_by_key(|find| {
        let name = find.name.to_lowercase();
        (name != query, !(find.words.starts_with(&query) || name.starts_with(&query)))
    });
    let copy = |find: &Find| Find { icon: find.icon, name: find.name.clone(), words: String::new(), actions: find.actions.clone() };
    finds.into_iter().take(MAX_FOUND).map(copy).collect()
}

/// Without a consonant that has not become a syllable yet.
fn settled(word: &str) -> String {
    word.trim_end_matches(|letter| ('ㄱ'..='ㅣ').contains(&letter)).to_owned()
}

/// Whether the text has the word; its last syllable may still lack its final consonant.
fn contains(text: &str, word: &str) -> bool {
    if text.contains(word) {
        return true;
    }
    let Some((at, last)) = word.char_indices().next_back().filter(|(_, last)| is_open(*last)) else { return false };
    let begun = |place: usize| text[place + at..].chars().next().is_some_and(|letter| (last..=last_of(last)).contains(&letter));
    text.match_indices(&word[..at]).any(|(place, _)| text.is_char_boundary(place + at) && begun(place))
}

/// A syllable without a final consonant.
fn is_open(letter: char) -> bool {
    ('가'..='힣').contains(&letter) && (letter as u32 - '가' as u32).is_multiple_of(28)
}

/// The last syllable that begins like this open one.
fn last_of(open: char) -> char {
    char::from_u32(open as u32 + 27).unwrap_or(open)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_syllable_that_is_still_being_typed_finds_already() {
        assert!(contains("수명 주기 정책", "수며"), "수며 becomes 수명");
        assert!(contains("수명 주기 정책", &settled("수명ㅈ")));
        assert!(contains("lifecycle policies", "cycle"));
        assert!(!contains("수명 주기 정책", "버켓") && !contains("a", "가"));
    }

    #[test]
    fn every_word_counts_in_any_order_and_beginnings_come_first() {
        let find = |words: &str| Find { icon: Icon::Course, name: words.to_owned(), words: words.to_owned(), actions: Vec::new() };
        let all = [find("a storage class"), find("storage kinds"), find("bill")];
        let names = |query| found(&all, query).into_iter().map(|find| find.name).collect::<Vec<_>>();
        assert_eq!(names("storage"), ["storage kinds", "a storage class"]);
        assert_eq!(names("class stor"), ["a storage class"]);
        assert_eq!(names(""), ["a storage class", "storage kinds", "bill"]);
        assert_eq!(found(&[find("bills of old"), find("bill")], "Bill")[0].name, "bill", "what is called just that");
    }
}
