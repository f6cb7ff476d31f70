//! The command palette: every section, screen, action and resource by a few letters of its name, in either language. Doing it is the app's.

use egui::{Align2, Button, Id, Key, Modal, Modifiers, Role, ScrollArea, TextEdit, Ui, WidgetInfo, vec2};

use super::action::{Action, Actions, ClockAct};
use super::theme::{TARGET, Theme, muted, space};
use super::widgets::{Icon, scrolling};
use super::{View, lesson, section_name};
use crate::i18n::{Lang, tr};
use crate::learn::course::Course;
use crate::learn::lab::Mode;

/// How far from the top of the window the palette hangs.
const TOP: f32 = 72.0;
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
        // it stays where it is while the list becomes shorter
        let area = Modal::default_area(Id::unique("finder")).anchor(Align2::CENTER_TOP, vec2(0.0, TOP));
        let modal = Modal::new(Id::unique("finder")).area(area).show(ui.ctx(), |ui| {
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
        // only now: letters and Enter may have come in one frame
        let found = found(all, &self.query);
        if down {
            self.chosen = (self.chosen + 1).min(found.len().saturating_sub(1));
        }
        if up {
            self.chosen = self.chosen.saturating_sub(1);
        }
        self.chosen = self.chosen.min(found.len().saturating_sub(1));
        ui.add_space(space::GRID);
        let mut go = enter.then_some(self.chosen);
        let height = HEIGHT.min(ui.ctx().content_rect().height() - 2.0 * TOP);
        scrolling(ui, ScrollArea::vertical().max_height(height).min_scrolled_height(height).auto_shrink([false, true]), |ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            if found.is_empty() {
                ui.label(muted(view.tr("find-nothing")));
            }
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
        let words = format!("{} {}", in_every_language(&format!("language-{}", lang.code())), in_every_language("settings-language"));
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

/// Whether the text has the word, whose last syllable may still be in the making; in Korean, spaces are often left out.
fn contains(text: &str, word: &str) -> bool {
    has(text, word) || has(&text.split_whitespace().collect::<String>(), word)
}

/// The same with spaces as they are.
fn has(text: &str, word: &str) -> bool {
    if text.contains(word) {
        return true;
    }
    let Some((at, last)) = word.char_indices().next_back().filter(|(_, last)| ('가'..='힣').contains(last)) else { return false };
    let before = &word[..at];
    text.match_indices(before).any(|(place, _)| {
        let mut after = text[place + before.len()..].chars();
        match (after.next(), after.next()) {
            (Some(first), second) => becomes(last, first, second),
            (None, _) => false,
        }
    })
}

/// Whether a syllable that is being typed may yet become the first of these two, or both: 수 becomes 숨, and 숨 becomes 수명.
fn becomes(typed: char, first: char, second: Option<char>) -> bool {
    let n_finals = 28;
    let code = |letter: char| ('가'..='힣').contains(&letter).then(|| letter as u32 - '가' as u32);
    let (Some(typed), Some(first)) = (code(typed), code(first)) else { return false };
    let (last, of_first) = (typed % n_finals, first % n_finals);
    let grows = last == 0 || KEPT[of_first as usize] == last;
    if grows && first / n_finals == typed / n_finals {
        return true;
    }
    // the final consonant, or the second half of a double one, begins the next syllable
    let (kept, moved) = (KEPT[last as usize], MOVED[last as usize]);
    last > 0 && first == typed - last + kept && second.and_then(code).is_some_and(|second| second / (21 * n_finals) == moved)
}

/// For each final consonant, what stays of it when a vowel follows.
const KEPT: [u32; 28] = [0, 0, 0, 1, 0, 4, 4, 0, 0, 8, 8, 8, 8, 8, 8, 8, 0, 0, 17, 0, 0, 0, 0, 0, 0, 0, 0, 0];
/// And with which initial consonant the next syllable then begins.
const MOVED: [u32; 28] = [11, 0, 1, 9, 2, 12, 18, 3, 5, 0, 6, 7, 9, 16, 17, 18, 6, 7, 9, 9, 10, 11, 12, 14, 15, 16, 17, 18];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_syllable_that_is_still_being_typed_finds_already() {
        assert!(contains("수명 주기 정책", "수며"), "수며 becomes 수명");
        assert!(contains("수명 주기 정책", &settled("수명ㅈ")));
        assert!(contains("수명 주기 정책", "숨"), "숨 becomes 수명");
        assert!(contains("수명 주기 정책", "수명주"), "a space is left out");
        assert!(contains("값이 싼 쪽", "값") && contains("갑시다", "값"), "값 becomes 갑시");
        assert!(contains("닭", "달"), "달 becomes 닭");
        assert!(!contains("수영 주기", "숨"));
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
